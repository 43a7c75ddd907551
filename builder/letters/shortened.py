"""A letter that stays a letter: its lines kept to what three printed pages hold.

What is most serious comes first; the same fault at many places is told at a few of them and
counted; what does not fit is counted too, and stands in the marked file.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from builder.findings.finding import Finding
from builder.findings.hidden_sheets import called
from builder.frozen import frozen

# Measured on the shipped template: so many lines of the table fit on three pages beside a letter's
# usual words, so many characters of Chinese into a line of its columns.
_LINES, _PLACE, _WORDS = 66, 6, 12
# The head of each table, above it the heading of its chapter; a line of the letter's own words.
_HEAD, _OWN = 4, 1.75
# The same fault is told at so many places where there are more than twice as many.
_TOLD = 3
_LONGEST = 110
# A heading longer than this is no name for a place.
_HEADING = 30
_NAMED = 8


@frozen
class NoticeLine:
    """One thing to set right: its number, where, under which code, what is wrong, what to do.

    ``count`` is how many findings it stands for.
    """

    number: str
    place: str
    code: str
    message: str
    fix: str
    count: int = 1


def told_lines(
    findings: Iterable[Finding], files: Mapping[str, str] | None = None
) -> Iterator[NoticeLine]:
    """The lines about findings of one severity: those of one code in one file together.

    ``files`` are what stands before a place where there are several files, by their paths.
    """
    short = files or {}
    order: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.code, short.get(finding.place.path, ""))
        order.setdefault(key, []).append(finding)
    number = 1
    for (_, file), found in order.items():
        told = found if len(found) <= 2 * _TOLD else found[:_TOLD]
        for finding in told:
            yield _line(str(number), finding, file)
            number += 1
        more = found[len(told) :]
        if more:
            yield _alike(number, more)
            number += len(more)


def within_pages(
    chapters: Sequence[Iterable[NoticeLine]], other_lines: int = 0, where: Sequence[str] = ()
) -> tuple[tuple[NoticeLine, ...], ...]:
    """The lines of each chapter that fit beside ``other_lines`` of the letter's own words.

    ``where`` is, for each chapter, where all of it is told. A chapter of which not all fits ends by
    saying how much more there is; of one that no line of fits, nothing is left but that.
    """
    left = _LINES - math.ceil(other_lines * _OWN)
    kept: list[tuple[NoticeLine, ...]] = []
    for place, chapter in enumerate(chapters):
        elsewhere = where[place] if place < len(where) else ""
        lines = tuple(chapter)
        left -= _HEAD
        room = left - (0 if sum(map(_height, lines)) <= left else _height(_rest(0, elsewhere)))
        fitted: list[NoticeLine] = []
        for line in lines:
            room -= _height(line)
            if room < 0:
                break
            fitted.append(line)
        more = sum(line.count for line in lines[len(fitted) :])
        kept.append((*fitted, *((_rest(more, elsewhere),) if more else ())))
        left -= sum(map(_height, kept[-1]))
    return tuple(kept)


def _rest(count: int, where: str) -> NoticeLine:
    return NoticeLine(
        number="—",
        place="其余",
        code="",
        message=f"另有 {count} 处{'，' if where else ''}{where}。",
        fix="请逐处改正。",
        count=count,
    )


def _line(number: str, finding: Finding, file: str) -> NoticeLine:
    message, fix = finding.within(_LONGEST)
    where = finding.place.within(" ")
    return NoticeLine(
        number=number,
        place=f"{file} {where}" if file else where,
        code=finding.code,
        message=message,
        fix=fix,
    )


def _alike(number: int, more: Sequence[Finding]) -> NoticeLine:
    last = number + len(more) - 1
    named = [(one, _named(one)) for one in more[:_NAMED]]
    places = [
        f"{sheet} {'、'.join(dict.fromkeys(name for _, name in found))}".strip()
        for sheet, found in groupby(filter(itemgetter(1), named), key=_sheet)
    ]
    rest = "等" if len(more) > _NAMED else ""
    listed = f"：{'；'.join(places)}{rest}" if places else ""
    return NoticeLine(
        number=str(number) if last == number else f"{number}–{last}",
        place="同上",
        code=more[0].code,
        message=f"同样的问题另有 {len(more)} 处{listed}。",
        fix="同上，逐处改正。",
        count=len(more),
    )


def _named(finding: Finding) -> str:
    """What tells a place from others of its kind: its cell, its indicator, the heading there."""
    place = finding.place
    if place.cell:
        return place.cell
    if place.indicator:
        return f"指标 {place.indicator}"
    return f"“{finding.expected}”" if 0 < len(finding.expected) <= _HEADING else ""


def _sheet(named: tuple[Finding, str]) -> str:
    return called(named[0].place.sheet)


def _height(line: NoticeLine) -> int:
    """How many lines of print a line takes."""
    place = _rows(line.place, _PLACE) + 1
    return max(place, _rows(line.message, _WORDS), _rows(line.fix, _WORDS))


def _rows(text: str, width: int) -> int:
    halves = sum(2 if unicodedata.east_asian_width(each) in "WFA" else 1 for each in text)
    return max(1, math.ceil(halves / 2 / width))
