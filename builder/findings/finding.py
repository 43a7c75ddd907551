"""A problem as a value: which rule, where, what was found, what was expected."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Self

from builder.findings.catalogue import RULES_BY_CODE
from builder.findings.hidden_sheets import called
from builder.findings.rule import Audience, Rule, Severity, Words
from builder.findings.wording import worded
from builder.frozen import frozen

# What is quoted is not cut to less.
_SHORTEST = 8


@frozen
class Place:
    """Where a person repairs the problem; lines and columns count from 1, 0 means unknown.

    ``bookmark`` is that of a heading in a Word report.
    """

    path: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""
    indicator: str = ""
    bookmark: str = ""

    def within(self, between: str = "!") -> str:
        """Where in its file: sheet and cell, else the indicator, else the whole of it.

        A heading that stands for no indicator is named by the message.
        """
        if self.sheet or self.cell:
            return between.join(part for part in (called(self.sheet), self.cell) if part)
        if self.indicator:
            return f"指标 {self.indicator}"
        return "正文" if self.bookmark else "整个文件"

    def __str__(self) -> str:
        """``file:line:col`` for a scheme, ``file!sheet!cell`` for a workbook."""
        if self.line:
            return f"{self.path}:{self.line}:{self.column}"
        return "!".join(part for part in (self.path, self.sheet, self.cell) if part)


@frozen
class Finding:
    """One problem under one code of the catalogue.

    ``details`` fill the blanks of the rule's message and remedy. A code that is not in the
    catalogue, or a blank left unfilled, is a bug and raises ``KeyError`` when the finding is made.

    ``areas`` are the cells it stands for where these are more than the one of its place, each
    ``sheet!A1:B2``: one cause, told once. ``spelt`` are keys that the catalogue names and its file
    spells otherwise. ``audience`` is to whom its words are spoken.
    """

    code: str
    place: Place
    expected: str = ""
    actual: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    spelt: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = Audience.OFFICE

    @classmethod
    def at(
        cls,
        code: str,
        place: Place | Path | str,
        /,
        *,
        expected: str = "",
        actual: str = "",
        **details: str,
    ) -> Self:
        """A finding at a place, or about the whole of a file."""
        where = place if isinstance(place, Place) else Place(path=str(place))
        return cls(code=code, place=where, expected=expected, actual=actual, details=details)

    def __post_init__(self) -> None:
        """Prove at once that the rule exists and that its wording can be filled."""
        _ = self.message, self.fix

    @property
    def rule(self) -> Rule:
        """The catalogue entry this finding belongs to."""
        return RULES_BY_CODE[self.code]

    def areas_on(self, sheet: str) -> tuple[str, ...]:
        """The cells of one sheet it stands for, its place among them."""
        split = (area.rpartition("!") for area in self.areas)
        found = tuple(cells for name, _, cells in split if name == sheet)
        here = self.place.cell if self.place.sheet == sheet else ""
        return found or ((here,) if here else ())

    @property
    def message(self) -> str:
        """The sentence that says what is wrong here."""
        return self._fill(self._words.message)

    @property
    def clause(self) -> str:
        """The same within another sentence."""
        return self.message.removesuffix("。")

    @property
    def fix(self) -> str:
        """The sentence that says what to do about it."""
        return self._fill(self._words.fix)

    def within(self, most: int) -> tuple[str, str]:
        """Message and remedy, what they quote shortened where one is longer than ``most``.

        The sentences themselves stay whole: what is wrong often stands at their end.
        """
        return self._within(self._words.message, most), self._within(self._words.fix, most)

    @property
    def _words(self) -> Words:
        words = self.rule.words(self.audience)
        if words is None:
            raise KeyError(self.code, self.audience)
        return words

    def _within(self, template: str, most: int) -> str:
        told = self._fill(template)
        longest = most
        while len(told) > most and longest > _SHORTEST:
            longest = longest * 3 // 4
            told = self._fill(template, longest)
        return told

    def _fill(self, template: str, longest: int | None = None) -> str:
        if self.spelt:
            template = _WORD.sub(lambda one: self.spelt.get(one[0], one[0]), template)
        values = {
            **self.details,
            "expected": self.expected,
            "actual": self.actual,
            "sheet": called(self.place.sheet),
            "cell": self.place.cell,
            "indicator": self.place.indicator,
        }
        if longest is not None:
            values = {name: _shortened(value, longest) for name, value in values.items()}
        return worded(template, values)


# A word of our own prose, not one of the blanks in it, of a command or of a file name.
_WORD = re.compile(r"(?<![\w{.-])[a-z_]+(?![\w}.-])|(?<=\{\{)[a-z_]+(?![\w-])")


def to_applicant(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What the applicant is told of what was found in its file, in words spoken to it."""
    return tuple(
        replace(one, audience=Audience.APPLICANT)
        for one in findings
        if one.rule.applicant is not None
    )


def _shortened(text: str, longest: int) -> str:
    """The beginning and the end of a long text."""
    if len(text) <= longest:
        return text
    tail = longest // 4
    return f"{text[: longest - tail - 1]}…{text[len(text) - tail :]}"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error, not a warning or a hint."""
    return any(one.rule.severity is Severity.ERROR for one in findings)


def has_more_than_hints(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error or a warning."""
    return any(one.rule.severity is not Severity.HINT for one in findings)
