"""Figures and tables of a report by their numbers: cited but not there, or numbered alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.returned_document import Block, ReturnedDocument, ReturnedParagraph
from builder.verify.word.returned import place_of
from builder.word.written import WrittenSection

_DIGITS = "一二三四五六七八九"
_LABEL = r"(?P<label>附?[图表])\s*"
_NUMBER = rf"(?P<number>[0-9]+(?:\s?[-–—.]\s?[0-9]+)*|[{_DIGITS}十]+)(?![0-9%])"
# What is said of a figure; behind a number it makes a sentence and no caption.
_SAID = "(?:所示|所列|可见|可知|可以|显示|反映|给出|列出|列示|表明|说明了)"
_IN_SENTENCE = re.compile(rf"\s*(?:{_SAID}|[中是为和与及至,、;。~/])")
# A number is cited behind a word that points to it, before one that tells of it, or in brackets:
# never behind the name of another paper, which may have tables of its own.
_CITED = (
    re.compile(rf"(?:见|如|参照|参阅|对照)[下上]?{_LABEL}{_NUMBER}"),
    re.compile(
        rf"(?:(?<=[由从据在下上])|(?<![\u4e00-\u9fffA-Za-z0-9》]))"
        rf"{_LABEL}{_NUMBER}\s*{_SAID}"
    ),
    re.compile(rf"\({_LABEL}{_NUMBER}\s*\)"),
)
_TITLED = re.compile(rf"[(【\[]?续?{_LABEL}{_NUMBER}")
_LONGEST_TITLE = 40
_NO_TITLE = re.compile(r"续|[。;,]$|\t|\.{4}|…")
# So many numbers are named in one finding, so much of a text is quoted.
_NAMED, _QUOTED = 5, 20


@frozen
class _Numbered:
    """A number with its label, however it is written, the words it was met in, and where."""

    name: str
    words: str
    section: WrittenSection


def check_figure_numbers(
    document: ReturnedDocument, sections: tuple[WrittenSection, ...], path: str
) -> Iterator[Finding]:
    """At most one hint for all numbers cited in vain, and one for all that are used twice."""
    cited: dict[str, _Numbered] = {}
    for section in sections:
        for one in _citations(section):
            cited.setdefault(one.name, one)
    titled = set(_titled(document)) if cited else set()
    missing = [one for one in cited.values() if not _is_there(one.name, titled)]
    if missing:
        yield Finding(
            code="QA565",
            place=place_of(missing[0].section, path),
            actual=_listed(missing),
            details={
                "heading": missing[0].section.section.heading,
                "words": missing[0].words[:_QUOTED],
            },
        )
    yield from _twice(sections, path)


def _twice(sections: tuple[WrittenSection, ...], path: str) -> Iterator[Finding]:
    first: dict[str, _Numbered] = {}
    again: list[tuple[_Numbered, _Numbered]] = []
    for one in (title for section in sections for title in _titles(section)):
        before = first.setdefault(one.name, one)
        here, there = reduced(one.words), reduced(before.words)
        # The same title may be told again in a list, or begin on a line of its own.
        if not here.startswith(there) and not there.startswith(here):
            again.append((before, one))
    if again:
        before, one = again[0]
        yield Finding(
            code="QA566",
            place=place_of(one.section, path),
            actual=_listed([one for _, one in again]),
            details={"words": before.words[:_QUOTED], "other": one.words[:_QUOTED]},
        )


def _citations(section: WrittenSection) -> Iterator[_Numbered]:
    cells = (cell for table in section.tables for row in table for cell in row)
    known: set[tuple[str, ...]] = set()
    for text in (section.text, *cells):
        if "图" in text or "表" in text:
            plain = unicodedata.normalize("NFKC", text)
            for match in chain.from_iterable(one.finditer(plain) for one in _CITED):
                if match.groups() not in known:
                    known.add(match.groups())
                    yield _Numbered(name=_name(match), words=match[0].strip("()"), section=section)


def _titles(section: WrittenSection) -> Iterator[_Numbered]:
    """The lines of a section that are titles of figures and tables."""
    for line in section.text.split("\n"):
        words = unicodedata.normalize("NFKC", line).strip()
        name = title_of(words)
        if name:
            yield _Numbered(name=name, words=words, section=section)


def title_of(line: str) -> str:
    """The number of the figure or table of which a whole line is the title, else empty."""
    words = unicodedata.normalize("NFKC", line).strip()
    short = len(words) <= _LONGEST_TITLE and not _NO_TITLE.search(words)
    return _title(words) if short else ""


def _titled(document: ReturnedDocument) -> Iterator[str]:
    """Every number that any line of the file begins with and is no sentence."""
    for block in document.blocks:
        for cell in _texts(block):
            if "图" in cell or "表" in cell:
                lines = re.split(r"[\n\t]", unicodedata.normalize("NFKC", cell))
                yield from filter(None, (_title(line.strip()) for line in lines))


def _texts(block: Block) -> Iterable[str]:
    return (
        (block.text,) if isinstance(block, ReturnedParagraph) else chain.from_iterable(block.rows)
    )


def _title(line: str) -> str:
    """The number of the figure or table of which a line may be the title, else empty."""
    match = _TITLED.match(line)
    return _name(match) if match and not _IN_SENTENCE.match(line, match.end()) else ""


def _name(match: re.Match[str]) -> str:
    """图3-2 for every way to write it."""
    number = match["number"]
    if number[0] not in "0123456789":
        return match["label"] + str(_chinese(number))
    return match["label"] + re.sub(r"\s?[-–—.]\s?", "-", number)


def _chinese(number: str) -> int:
    tens, ten, ones = number.rpartition("十")
    tens_value = (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0
    return tens_value * 10 + (_DIGITS.find(ones) + 1 if ones else 0)


def _is_there(name: str, titled: set[str]) -> bool:
    """Whether a number has a title: its own, one with 附, or, of a range, the first one."""
    first = name.partition("-")[0]
    return not titled.isdisjoint({name, f"附{name}", name.removeprefix("附"), first})


def _listed(numbered: list[_Numbered]) -> str:
    names = [*dict.fromkeys(one.name for one in numbered)]
    more = f"等 {len(names)} 个" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more
