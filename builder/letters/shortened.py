"""A letter that stays a letter: its lines kept to what three printed pages hold.

What is most serious comes first; the same fault at many places is told at a few of them and
counted; what does not fit is counted too, and stands in the marked file.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from builder.book.cell_text import fitting
from builder.findings.finding import Finding
from builder.frozen import frozen

# Measured on the shipped template: so many lines of the table fit on three pages beside a letter's
# usual words, so many characters of Chinese into a line of its columns.
_LINES, _PLACE, _WORDS = 52, 6, 12
# The head of each table, above it the heading of its chapter.
_HEAD = 3
# The same fault is told at so many places where there are more than twice as many.
_TOLD = 3
_LONGEST = 110
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


def told_lines(findings: Iterable[Finding]) -> Iterator[NoticeLine]:
    """The lines about findings of one severity: those of one code together, from the first."""
    order: dict[str, list[Finding]] = {}
    for finding in findings:
        order.setdefault(finding.code, []).append(finding)
    number = 1
    for found in order.values():
        told = found if len(found) <= 2 * _TOLD else found[:_TOLD]
        for finding in told:
            yield _line(str(number), finding)
            number += 1
        more = found[len(told) :]
        if more:
            yield _alike(number, more)
            number += len(more)


def within_pages(
    chapters: Sequence[Iterable[NoticeLine]], other_lines: int = 0
) -> tuple[tuple[NoticeLine, ...], ...]:
    """The lines of each chapter that fit beside ``other_lines`` of the letter's own words.

    A chapter of which not all fits ends by saying how much more there is; of one that no line of
    fits, nothing is left but that.
    """
    left = _LINES - other_lines
    kept: list[tuple[NoticeLine, ...]] = []
    for chapter in chapters:
        lines = tuple(chapter)
        left -= _HEAD
        room = left - (0 if sum(map(_height, lines)) <= left else _height(_rest(0)))
        fitted: list[NoticeLine] = []
        for line in lines:
            room -= _height(line)
            if room < 0:
                break
            fitted.append(line)
        more = sum(line.count for line in lines[len(fitted) :])
        kept.append((*fitted, *((_rest(more),) if more else ())))
        left -= sum(map(_height, kept[-1]))
    return tuple(kept)


def _rest(count: int) -> NoticeLine:
    return NoticeLine(
        number="—",
        place="其余",
        code="",
        message=f"另有 {count} 处，见退回的标注文件：各格已标色，“问题清单”逐项列出。",
        fix="请按“问题清单”逐项改正。",
        count=count,
    )


def _line(number: str, finding: Finding) -> NoticeLine:
    return NoticeLine(
        number=number,
        place=finding.place.within(" "),
        code=finding.code,
        message=fitting(finding.message, _LONGEST),
        fix=fitting(finding.fix, _LONGEST),
    )


def _alike(number: int, more: Sequence[Finding]) -> NoticeLine:
    last = number + len(more) - 1
    places = [
        f"{sheet} {'、'.join(filter(None, (one.place.cell for one in found)))}".strip()
        for sheet, found in _by_sheet(more[:_NAMED])
    ]
    rest = "等" if len(more) > _NAMED else ""
    return NoticeLine(
        number=str(number) if last == number else f"{number}–{last}",
        place="同上",
        code=more[0].code,
        message=f"同样的问题另有 {len(more)} 处：{'；'.join(places)}{rest}。",
        fix="同上，逐处改正。",
        count=len(more),
    )


def _by_sheet(findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    for sheet, found in groupby(findings, key=lambda one: one.place.sheet):
        yield sheet, list(found)


def _height(line: NoticeLine) -> int:
    """How many lines of print a line takes."""
    place = _rows(line.place, _PLACE) + 1
    return max(place, _rows(line.message, _WORDS), _rows(line.fix, _WORDS))


def _rows(text: str, width: int) -> int:
    halves = sum(2 if unicodedata.east_asian_width(each) in "WFA" else 1 for each in text)
    return max(1, math.ceil(halves / 2 / width))
