"""A row of the tree as a scheme file writes it."""

from builder.form.tree_rows import (
    CODE,
    FIRST_VALUE,
    FLAGS,
    KIND,
    LEVEL,
    NUMBER,
    POINTS,
    VALUES,
    WORDS,
)
from builder.load.attributes import FLAGS as ALL_FLAGS
from builder.load.body_rows import RowKind
from builder.load.escaped import escaped_heading, escaped_line, note_line
from builder.load.heading import implied_code
from builder.load.key_names import ATTRIBUTES, english
from builder.load.leaf_rules import split_range
from builder.model.leaf_rules import Way

_CLOSED = "0123456789"
# After these a letter or a number would be read with the label.
_STOPS = (".", "．", ")")


class TreeLines:
    """Writes rows one after another; which headings are reference text it remembers."""

    def __init__(self, *, marked: bool, chinese: bool) -> None:
        """``marked`` texts keep their marks as they are; words are in Chinese where ``chinese``."""
        self._marked = marked
        self._chinese = chinese
        self._reference: list[bool] = []
        self._ranges = False

    def follow(self, cells: tuple[str, ...]) -> None:
        """Take note of a row that is written as it stood."""
        if cells[KIND] in (RowKind.INDICATOR.value, RowKind.REFERENCE.value):
            level = int(cells[LEVEL] or 1)
            ways = cells[FIRST_VALUE + VALUES.index("parts")].split("\n")
            self._ranges = any(english(way, (Way.ONE,), ATTRIBUTES) == Way.ONE for way in ways)
            del self._reference[level - 1 :]
            self._reference.append(cells[KIND] == RowKind.REFERENCE.value)

    def line(self, cells: tuple[str, ...]) -> str:
        """The line of a row that is no table."""
        kind = RowKind(cells[KIND])
        if kind in (RowKind.INDICATOR, RowKind.REFERENCE):
            above = self._reference[: int(cells[LEVEL] or 1) - 1]
            line = self._heading(cells, kind, within=bool(above) and above[-1])
            self.follow(cells)
            return line
        text = self._escaped(f"{cells[NUMBER]}{cells[WORDS]}", kind)
        if kind is RowKind.NOTE:
            return note_line(text)
        if kind is RowKind.PARAGRAPH:
            return text
        points = f"（{cells[POINTS]}分）" if cells[POINTS] else ""
        return f"{self._labelled(cells)}{points}"

    def _labelled(self, cells: tuple[str, ...]) -> str:
        """A criterion with its label; one that Markdown would take for its own is kept from it."""
        label, text = cells[NUMBER], self._escaped(cells[WORDS], RowKind.CRITERION)
        if label in ("-", "+", "*"):
            return f"\\{label} {text}"
        gap = " " if label[-1:] in _STOPS and text[:1].isascii() and text[:1].isalnum() else ""
        return f"{label}{gap}{text}"

    def _escaped(self, text: str, kind: RowKind) -> str:
        if self._marked:
            return text
        # The points that an option prints from a least to a most are points.
        ranged = self._ranges and split_range(text) is not None
        return escaped_line(text, scored=kind is RowKind.CRITERION and not ranged)

    def _heading(self, cells: tuple[str, ...], kind: RowKind, *, within: bool) -> str:
        number, name = cells[NUMBER], escaped_heading(cells[WORDS])
        gap = " " if number[-1:] in _CLOSED and number else ""
        points = f"（{cells[POINTS]}分）" if cells[POINTS] else ""
        return (
            f"{'#' * int(cells[LEVEL] or 1)} {number}{gap}{name}{points}"
            f"{self._braces(cells, kind, within=within)}"
        )

    def _braces(self, cells: tuple[str, ...], kind: RowKind, *, within: bool) -> str:
        said: list[str] = []
        if cells[CODE] and implied_code(cells[NUMBER]) != cells[CODE]:
            said.append(f"{self._word('code')}={cells[CODE]}")
        if kind is RowKind.REFERENCE and not within:
            said.append(self._word("reference"))
        flags = filter(None, cells[FLAGS].split("、"))
        said += [self._word(english(flag, ALL_FLAGS, ATTRIBUTES)) for flag in flags]
        for key, cell in zip(VALUES, cells[FIRST_VALUE:], strict=True):
            for value in filter(None, cell.split("\n")):
                word = value if self._chinese else english(value, ATTRIBUTES, ATTRIBUTES)
                quoted = f'"{word}"' if "=" in word or " " in word else word
                said.append(f"{self._word(key)}={quoted}")
        return f" {{{' '.join(said)}}}" if said else ""

    def _word(self, word: str) -> str:
        return ATTRIBUTES.get(word, word) if self._chinese else word
