"""What is told of a section in which nothing is said: it is empty, stands for another, or copied.

What the notice asks is known by its stretches of a few characters, without signs and the words that
people put for 组织 and 如何, so that a word changed here and there makes no answer of it.
"""

import re
from collections.abc import Iterator
from itertools import chain

from builder.model.compared_text import reduced
from builder.model.stand_ins import is_no_answer, is_none
from builder.verify.word.figure_numbers import title_of
from builder.verify.word.tables import FIRST_YEAR, is_filled
from builder.word import words
from builder.word.parts import CriterionLine, DocumentPlan, DocumentSection
from builder.word.written import WrittenSection

EMPTY, PICTURES, STAND_IN, COPIED = "QA551", "QA557", "QA571", "QA574"
# What is said of a section in place of how little was written in it.
WORDLESS = (PICTURES, STAND_IN, COPIED)
_SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]+")
_PUT_FOR_OTHERS = re.compile("如何|是否|应当?|组织|[本我]?(?:公司|企业|单位)|我们|本人")
_STRETCH, _SHORTEST = 6, 12
_FEWEST = 10
# From this share on of what the notice says itself, the rest is only what was put around it.
_COPIED_FROM = 0.8


def said_nothing(plan: DocumentPlan, sections: tuple[WrittenSection, ...]) -> dict[str, str]:
    """The code for every section, by its bookmark, in which nothing is said."""
    asked = frozenset(chain.from_iterable(stretches(bare(text)) for text in _asked(plan)))
    codes = ((one.section.bookmark, _nothing(one, asked)) for one in sections)
    return {bookmark: code for bookmark, code in codes if code}


def _nothing(one: WrittenSection, asked: frozenset[str]) -> str:
    if not one.characters:
        return PICTURES if one.pictures else COPIED if one.repeated else EMPTY
    if any(one.tables):
        return ""
    if one.pictures:
        return PICTURES if all(map(title_of, one.text.split("\n"))) else ""
    if is_no_answer(one.text):
        return "" if _may_be_none(one) else STAND_IN
    if _is_copied((*one.text.split("\n"), *one.repeated), asked):
        return COPIED
    return STAND_IN if _is_too_short(one) else ""


def _is_too_short(one: WrittenSection) -> bool:
    """Whether a word or two stand in place of an answer, and no figures either."""
    told = one.figures is not None and is_filled(one.figures, FIRST_YEAR)
    return one.section.answer is not None and not told and one.characters < _FEWEST


def _may_be_none(one: WrittenSection) -> bool:
    """Whether 无 is the answer that the section asks for where there is nothing to tell."""
    answer = one.section.answer
    return answer is not None and words.asks_for_none(answer.prompts) and is_none(one.text)


def _is_copied(lines: tuple[str, ...], asked: frozenset[str]) -> bool:
    written = copied = 0
    most = sum(map(len, lines))
    for said in map(bare, lines):
        known = [False] * len(said)
        for place, stretch in enumerate(stretches(said)):
            if stretch in asked:
                known[place : place + _STRETCH] = [True] * _STRETCH
        written += len(said)
        copied += sum(known)
        if written - copied > most * (1 - _COPIED_FROM):  # whatever else is written below
            return False
    return written >= _SHORTEST and copied >= written * _COPIED_FROM


def _asked(plan: DocumentPlan) -> Iterator[str]:
    """Everything the notice says about what is to be written."""
    for section in (*plan.places, *plan.sections):
        yield from criteria_of(section)
    for text in () if plan.reference is None else plan.reference.texts:
        yield from (one.text for one in text.contents if isinstance(one, CriterionLine))


def criteria_of(section: DocumentSection) -> Iterator[str]:
    """Everything the notice says in one section."""
    yield from (line.text for line in (*section.criteria, *section.notes))
    yield from (cell for table in section.tables for row in table.rows for cell in row)


def bare(text: str) -> str:
    """A text without signs and the words that people put for those of the notice."""
    return _PUT_FOR_OTHERS.sub("", _SIGNS.sub("", reduced(text)))


def stretches(text: str, length: int = _STRETCH) -> Iterator[str]:
    """The stretches of so many characters of a ``bare`` text."""
    return (text[place : place + length] for place in range(len(text) - length + 1))
