"""What an office's own template would carry into every kit though nobody wants it there."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from builder.findings.finding import Finding, Place
from builder.ooxml.active_content import Active, active_content, told_of
from builder.ooxml.container import Container
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import each_named, local_name
from builder.ooxml.package import main_part, read_relationships, related
from builder.ooxml.whole_tree import whole_tree
from builder.ooxml.word_markup import ON, attribute, child, turned_on, value_of
from builder.ooxml.word_style_bases import HIDING, bases_of, declared, inherited, says
from builder.word.template_tags import Vocabulary

_FILLED = re.compile(r"(?:^|/)(?:header|footer)[0-9]*\.xml$", re.I)
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_OWN_WORDS = ("commentReference", "r")
_OWN_STYLES = "QA"
_CHANGED = "Change"  # how the names of changed properties end
# What is typed for a tag: braces of full width, or with blanks between them.
_WRITTEN = re.compile(r"[{｛﹛]\s*[{｛﹛%％﹪]|[%％﹪}｝﹜]\s*[}｝﹜]")
_RIGHT = frozenset({"{{", "{%", "%}", "}}"})
# Other brackets are brackets unless a tag stands in them.
_OTHERS = re.compile(
    r"(?<![{%])\{\s*(?P<one>[\w.]+)\s*\}(?!\})"
    r"|(?:\[\[|【【|<<|«|〖〖|\$\{)\s*(?P<other>[\w.]+)\s*(?:\]\]|】】|>>|»|〗〗|\})"
)
_QUOTED = 40


def carried_findings(content: bytes, path: Path, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Why a template cannot be used; raises ``RefusedError`` where it is out of bounds."""
    container, budget = Container(content), Budget()
    main = main_part(container, budget)
    body = whole_tree(container, main, budget)
    place = Place(path=str(path))
    led = read_relationships(container, main, budget)

    def part_of(kind: str) -> Element | None:
        one = related(led, kind)
        there = one is not None and one.part in container
        return whole_tree(container, one.part, budget) if one and there else None

    found = active_content(container, main, body, budget)
    if found:
        yield Finding(code="QA814", place=place, actual=told_of(found, *Active))
    parts = [body]
    parts += [whole_tree(container, name, budget) for name in container.names if _is_filled(name)]
    changes = sum(_is_change(each) for part in parts for each in part.iter())
    if changes:
        yield Finding(code="QA815", place=place, actual=str(changes))
    unprinted = tuple(_unprinted(parts, _hiding(part_of("styles"))))
    if unprinted:
        yield Finding(code="QA817", place=place, actual="、".join(unprinted))
    # What nobody is to write in may well be guarded.
    restricted = tuple(_restrictions(part_of("settings"))) if vocabulary.styles else ()
    if restricted:
        yield Finding(code="QA818", place=place, actual="和".join(restricted))
    for line in dict.fromkeys(line for part in parts for line in _lines(part)):
        if _misses_braces(line, vocabulary.tags):
            yield Finding(code="QA816", place=place, actual=line.strip()[:_QUOTED])


def _is_filled(name: str) -> bool:
    return _FILLED.search(name) is not None


def _is_change(element: Element) -> bool:
    name = local_name(element)
    return name in _CHANGES or name.endswith(_CHANGED)


def _restrictions(settings: Element | None) -> Iterator[str]:
    """What settings of a document keep people from, who are to write in it."""
    guard = child(settings, "documentProtection")
    if guard is not None and attribute(guard, "enforcement") in ON:
        yield "“限制编辑”"
    if turned_on(settings, "trackRevisions"):
        yield "“修订”"


def _hiding(root: Element | None) -> frozenset[str]:
    """The styles that hide what is written in them.

    An office may hide what the kit says for guidance, by its own styles.
    """
    styles = {} if root is None else dict(declared(root))
    said = {one: says(child(style, "rPr"), HIDING) for one, style in styles.items()}
    told = {one: hides for one, hides in said.items() if hides is not None}
    hiding = inherited(bases_of(styles), told)
    return frozenset(
        one
        for one, style in styles.items()
        if hiding.get(one) and not value_of(style, "name").startswith(_OWN_STYLES)
    )


def _unprinted(parts: Iterable[Element], hiding: Collection[str]) -> Iterator[str]:
    """What stands in the parts for the eyes of whoever made them: hidden texts, comments."""
    parts = tuple(parts)
    within = {
        run
        for part in parts
        for paragraph in each_named(part, "p")
        if value_of(child(paragraph, "pPr"), "pStyle") in hiding
        for run in each_named(paragraph, "r")
    }
    counted = Counter(
        _own_word(each, hiding, hidden=each in within)
        for part in parts
        for each in each_named(part, *_OWN_WORDS)
    )
    yield from (f"{count} {words}" for words, count in counted.items() if words)


def _own_word(element: Element, hiding: Collection[str], *, hidden: bool) -> str:
    """What a comment or a run is to whoever made it; the paragraph it is in may be ``hidden``."""
    if local_name(element) == "commentReference":
        return "条批注"
    properties = child(element, "rPr")
    said = says(properties, HIDING)
    hides = hidden or value_of(properties, "rStyle") in hiding if said is None else said
    written = any((each.text or "").strip() for each in each_named(element, "t"))
    return "处隐藏的文字" if hides and written else ""


def _lines(part: Element) -> Iterator[str]:
    for paragraph in each_named(part, "p"):
        yield "".join(each.text or "" for each in each_named(paragraph, "t"))


def _misses_braces(line: str, tags: tuple[str, ...]) -> bool:
    """Whether something in a line is meant for a tag and would be printed as it stands."""
    if any(match[0] not in _RIGHT for match in _WRITTEN.finditer(line)):
        return True
    names = frozenset(tags)
    plain = unicodedata.normalize("NFKC", line)
    return any(
        not names.isdisjoint((match["one"] or match["other"]).split("."))
        for match in _OTHERS.finditer(plain)
    )
