"""What an office's own template would carry into every kit though nobody wants it there."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from builder.findings.finding import Finding, Place
from builder.ooxml.active_content import Active, active_content, told_of
from builder.ooxml.container import Container
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import each_named, local_name
from builder.ooxml.package import main_part
from builder.ooxml.whole_tree import whole_tree
from builder.ooxml.word_markup import child, turned_on

_FILLED = re.compile(r"(?:^|/)(?:header|footer)[0-9]*\.xml$", re.I)
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_OWN_WORDS = ("commentReference", "r")
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


def carried_findings(content: bytes, path: Path, tags: tuple[str, ...]) -> Iterator[Finding]:
    """Why a template cannot be used; raises ``RefusedError`` where it is out of bounds."""
    container, budget = Container(content), Budget()
    main = main_part(container, budget)
    body = whole_tree(container, main, budget)
    place = Place(path=str(path))
    found = active_content(container, main, body, budget)
    if found:
        yield Finding(code="QA814", place=place, actual=told_of(found, *Active))
    parts = [body]
    parts += [whole_tree(container, name, budget) for name in container.names if _is_filled(name)]
    changes = sum(_is_change(each) for part in parts for each in part.iter())
    if changes:
        yield Finding(code="QA815", place=place, actual=str(changes))
    unprinted = tuple(_unprinted(parts))
    if unprinted:
        yield Finding(code="QA817", place=place, actual="、".join(unprinted))
    for line in dict.fromkeys(line for part in parts for line in _lines(part)):
        if _misses_braces(line, tags):
            yield Finding(code="QA816", place=place, actual=line.strip()[:_QUOTED])


def _is_filled(name: str) -> bool:
    return _FILLED.search(name) is not None


def _is_change(element: Element) -> bool:
    name = local_name(element)
    return name in _CHANGES or name.endswith(_CHANGED)


def _unprinted(parts: Iterable[Element]) -> Iterator[str]:
    """What stands in the parts for the eyes of whoever made them: hidden texts, comments."""
    counted = Counter(_own_word(each) for part in parts for each in each_named(part, *_OWN_WORDS))
    yield from (f"{count} {words}" for words, count in counted.items() if words)


def _own_word(element: Element) -> str:
    if local_name(element) == "commentReference":
        return "条批注"
    hidden = turned_on(child(element, "rPr"), "vanish")
    written = any((each.text or "").strip() for each in each_named(element, "t"))
    return "处隐藏的文字" if hidden and written else ""


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
