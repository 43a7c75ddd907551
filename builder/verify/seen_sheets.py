"""The planned sheets that people see, beside what came back of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from builder.book.charts import CellRange, ChartPlan
from builder.formula.address import area_address, column_number
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.model.returned import ReturnedSheet
from builder.verify.alignment import Alignment
from builder.verify.sight import Place, Sight

# A series of a chart: where it has its name, its categories and its values from.
Series = tuple[str, str, str]
_RANGE = re.compile(
    r"(.*)!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.ASCII | re.DOTALL
)


@frozen
class Seen:
    """One planned sheet beside the one that came back."""

    sight: Sight
    sheet: ReturnedSheet
    alignment: Alignment

    @property
    def in_place(self) -> bool:
        """Whether all stands where the plan put it."""
        return self.sight.name in self.alignment.unmoved

    def planned(self, places: Iterable[Place]) -> Iterator[Place]:
        """The planned places, of those where something is to be seen, that are now at these."""
        places = set(places)
        if self.in_place:
            yield from sorted(places & self.sight.saying)
            return
        for row, column in sorted(self.sight.saying):
            cell = Cell(self.sight.name, row, column)
            if self.alignment.holds(cell) and self.alignment.locate(cell)[1:] in places:
                yield row, column

    def cell(self, place: Place) -> Cell:
        """The planned cell at a planned place."""
        return Cell(self.sight.name, *place)


def seen_sheets(sight: Mapping[str, Sight], alignment: Alignment) -> Iterator[Seen]:
    """Every planned sheet that people see and that is there, as it came back."""
    for name, one in sight.items():
        sheet = alignment.sheets.get(name)
        if sheet is not None:
            yield Seen(sight=one, sheet=sheet, alignment=alignment)


def planned_series(chart: ChartPlan, locate: Callable[[Cell], Cell]) -> frozenset[Series]:
    """The series of a planned chart as a file states them, its cells being where they are found."""

    def said(cells: CellRange) -> str:
        first, last = locate(cells.first), locate(cells.last)
        return f"{first.sheet}!{area_address(*first[1:], *last[1:])}"

    categories = said(chart.categories)
    return frozenset(
        (said(CellRange(first=one.name, last=one.name)), categories, said(one.values))
        for one in chart.series
    )


def range_corners(text: str) -> tuple[str, Place, Place] | None:
    """The sheet of a range and its first and last place, ``None`` for what is none."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    sheet, first, top, last, bottom = found.groups()
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    corner = (int(top), column_number(first))
    return sheet, corner, corner if last is None else (int(bottom), column_number(last))


def series_range(text: str) -> str:
    """A range as programs write it, without what they write differently."""
    found = range_corners(text)
    return text if found is None else f"{found[0]}!{area_address(*found[1], *found[2])}"
