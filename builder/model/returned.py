"""A workbook as it came back, before anything is believed of it.

Nothing here is interpreted: formulas stand beside the values some program cached for them, and a
cached value is only what the file claims.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from builder.formula.value import Value
from builder.frozen import frozen
from builder.model.returned_looks import AS_USUAL, CellLook, Colour, SheetLook, TextRun


class ReturnedCell(NamedTuple):
    """One cell of the file.

    A named tuple, because a file has thousands and these are made several times faster.
    ``formula`` is its text without the equals sign, shared formulas expanded, ``None`` for a plain
    value. ``calculated`` is false only for a formula that no program ever calculated: a missing or
    empty cached value that is not a text (ECMA-376 Part 1, 18.3.1.4 and 18.18.11).
    ``style`` is the index into the file's cell formats.
    """

    value: Value = None
    style: int = 0
    formula: str | None = None
    calculated: bool = True

    @property
    def shows(self) -> bool:
        """Whether something is to be seen in the cell, now or once its formula is calculated."""
        return self.value not in (None, "") or not self.calculated


NOTHING = ReturnedCell()
_value_of = attrgetter("value")


@frozen(slots=True)
class ReturnedValidation:
    """One data validation of a sheet as stated; ``formula`` is the first, without equals sign."""

    kind: str
    operator: str
    ranges: tuple[str, ...]
    formula: str


@frozen
class ReturnedCondition:
    """One rule of a conditional format: the ranges it colours, its formula, and what it changes.

    ``look`` is the index into the file's differential formats, ``None`` where it has none; ``own``
    is a format that stands in the rule itself. ``covers`` is whether it puts a bar or a mark in
    place of what the cells say, ``grounds`` are the colours that it lays under that.
    """

    ranges: tuple[str, ...]
    formula: str
    look: int | None = None
    covers: bool = False
    own: CellLook | None = None
    grounds: tuple[Colour, ...] = ()


@frozen
class ReturnedSheet:
    """One worksheet: its cells by ``(row, column)``, both counted from 1.

    ``runs`` are the pieces of texts that look otherwise than their cells, by the same places.
    """

    name: str
    state: str
    protected: bool
    cells: Mapping[tuple[int, int], ReturnedCell]
    merges: tuple[str, ...] = ()
    validations: tuple[ReturnedValidation, ...] = ()
    conditions: tuple[ReturnedCondition, ...] = ()
    look: SheetLook = AS_USUAL
    runs: Mapping[tuple[int, int], tuple[TextRun, ...]] = field(default_factory=dict)

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands in any cell, as on a sheet of another kind."""
        return not any(cell.shows or cell.formula is not None for cell in self.cells.values())

    def value(self, row: int, column: int) -> Value:
        """The value of a cell, ``None`` where the file holds no such cell."""
        cell = self.cells.get((row, column))
        return None if cell is None else cell.value

    def contents(self, places: Iterable[tuple[int, int]]) -> Iterator[ReturnedCell]:
        """The cells at these places, in their order; an empty one where the file holds none."""
        return map(self.cells.get, places, repeat(NOTHING))

    def values(self, places: Iterable[tuple[int, int]]) -> tuple[Value, ...]:
        """The values of the cells at these places, in their order."""
        return tuple(map(_value_of, self.contents(places)))


@frozen
class ReturnedWorkbook:
    """One file: sheets in tab order, defined names by name, custom properties, and what it carries.

    ``names`` maps each workbook-wide defined name to its text (``'表'!$A$1`` or a constant); one
    that belongs to a sheet is called ``sheet index!name``, the first sheet being 0.
    ``from_1904`` says that a number which is a day counts from 1904 and not from 1900.
    ``locked_styles`` holds the indexes of the cell formats whose cells are locked; ``looks`` are
    all cell formats by index, ``overlays`` those that conditional formats lay over them.
    ``flags`` names contents that are read over but never followed: macros, external links, …
    """

    sheets: tuple[ReturnedSheet, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    application: str = ""
    locked_styles: frozenset[int] = frozenset()
    from_1904: bool = False
    looks: tuple[CellLook, ...] = ()
    overlays: tuple[CellLook, ...] = ()
    flags: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """What it is headed: the text in the first cell of its first sheet; empty where none."""
        value = self.sheets[0].value(1, 1) if self.sheets else None
        return value if isinstance(value, str) else ""

    def sheet(self, name: str) -> ReturnedSheet | None:
        """The sheet of that name, or ``None``."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)
