"""How much a feedback has room for: as many pages as an office gives it, and what is left out."""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.frozen import frozen
from builder.panel.input_names import CONSENSUS_WORDS

# A page of the shipped template holds 33 lines of 36 characters in the size of what is said of an
# indicator, under a heading of a line and a half; an office's own look may be a little looser.
_PAGE_LINES, _LINE_SIGNS, _HEADING = 30, 35, 1.6
# The overall opinion is printed larger: 27 characters a line, each line nearly as high as two.
_LARGE_SIGNS, _LARGE = 27, 1.8
# Title, salutation, four headings, the office and the date; the chart, which a page may end before;
# a row of the table of scores.
_FRAME, _CHART, _SCORE = 27, 20, 1.35
# What takes more lines than this waits until the others have had their turn.
_LONG = 6


@frozen
class FeedbackSection:
    """One indicator of which something is said."""

    heading: str
    strengths: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()


def lines_of(text: str, before: int = 0, signs: int = _LINE_SIGNS) -> int:
    """The lines a paragraph takes, ``before`` characters standing in front of it."""
    wide = sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
    return max(1, math.ceil((wide / 2 + before) / signs))


def room(pages: int, overall: Iterable[str], parts: int, rules: Iterable[tuple[str, str]]) -> float:
    """The lines left for indicators on so many pages, after all that is always printed."""
    said = sum(lines_of(text, 2, _LARGE_SIGNS) for text in overall) * _LARGE
    told = sum(lines_of(words, len(label) + 3) for label, words in rules)
    return pages * _PAGE_LINES - _FRAME - _CHART - _SCORE * (parts + 1) - said - told


def bounded(sections: Sequence[FeedbackSection], lines: float) -> tuple[FeedbackSection, ...]:
    """The sections as far as there is room; a last one says how much was left out and where it is.

    Every indicator has its first strength and improvement before any has its second.
    """
    turns = [
        (turn, place, kind)
        for place, section in enumerate(sections)
        for kind in ("strengths", "improvements")
        for turn in range(len(getattr(section, kind)))
    ]

    def said(asked: tuple[int, int, str]) -> str:
        turn, place, kind = asked
        text: str = getattr(sections[place], kind)[turn]
        return text

    turns.sort(key=lambda one: (one[0], lines_of(said(one), 7) > _LONG, one[1]))
    kept: set[tuple[int, int, str]] = set()
    headed: set[int] = set()
    left = lines
    for one in turns:
        cost = lines_of(said(one), 7) + (0 if one[1] in headed else _HEADING)
        if cost <= left:
            left -= cost
            headed.add(one[1])
            kept.add(one)
    if len(kept) == len(turns):
        return tuple(sections)
    shown = (
        replace(
            section,
            strengths=_kept(section.strengths, place, "strengths", kept),
            improvements=_kept(section.improvements, place, "improvements", kept),
        )
        for place, section in enumerate(sections)
    )
    told = FeedbackSection(
        heading=f"限于篇幅，另有 {len(turns) - len(kept)} 条没有印在这里；全文在合议表的“"
        f"{CONSENSUS_WORDS}”，由主办单位留存，可以索取。"
    )
    return (*(one for one in shown if one.strengths or one.improvements), told)


def _kept(
    texts: tuple[str, ...], place: int, kind: str, kept: set[tuple[int, int, str]]
) -> tuple[str, ...]:
    return tuple(text for turn, text in enumerate(texts) if (turn, place, kind) in kept)
