"""Charts of a workbook of an older layout, of which each line is named beside what it draws."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.findings.finding import Place as FilePlace
from builder.formula.address import area_address
from builder.kit.kit_plan import KitPlan
from builder.verify.held import Held
from builder.verify.quoting import shown
from builder.verify.seen_sheets import range_corners, series_range
from builder.verify.sight import Place


def check_older_charts(held: Held[KitPlan]) -> Iterator[Finding]:
    """A finding for every line that is called by the head of one row or column and draws another.

    In every layout a line is named by the cell above its column of numbers, or before their row.
    """
    lines = (
        (sheet, said, drawn)
        for sheet in held.workbook.sheets
        for chart in sheet.look.charts
        for said, _, drawn in chart.series
    )
    for sheet, said, drawn in lines:
        name, values = range_corners(said), range_corners(drawn)
        wanted = None if name is None or values is None else _wanted(name[1], *values[1:])
        if name is not None and wanted is not None:
            named = held.workbook.sheet(name[0])
            yield Finding(
                code="QA486",
                place=FilePlace(path=held.path, sheet=sheet.name),
                expected=f"{name[0]}!{wanted}",
                actual=series_range(drawn),
                details={"title": "" if named is None else shown(named.value(*name[1]))},
            )


def _wanted(name: Place, first: Place, last: Place) -> str | None:
    """The range that a line is named for; ``None`` where it is the one that is drawn."""
    if first[1] == last[1]:
        column = name[1]
        return None if column == first[1] else area_address(first[0], column, last[0], column)
    return (
        None
        if first[0] == last[0] == name[0]
        else area_address(name[0], first[1], name[0], last[1])
    )
