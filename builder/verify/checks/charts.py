"""Charts that draw other numbers than those they were made for."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.seen_sheets import planned_series, seen_sheets, series_range


def check_charts(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every chart in whose place another is; one that is only gone is no fault."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        if not (held.alignment.complete and seen.sight.charts and seen.sheet.look.charts):
            continue
        found = [
            frozenset(tuple(map(series_range, series)) for series in chart.series)
            for chart in seen.sheet.look.charts
        ]
        # Not every program lets charts follow cells that moved.
        ways = (held.alignment.locate, _as_planned)
        planned = [
            (chart, {planned_series(chart, way) for way in ways}) for chart in seen.sight.charts
        ]
        lost = [chart for chart, series in planned if series.isdisjoint(found)]
        wanted = {one for _, series in planned for one in series}
        others = [series for series in found if series not in wanted]
        for chart, other in zip(lost, others, strict=False):
            row, column = chart.top_left
            own = planned_series(chart, held.alignment.locate)
            strange = sorted(other - own)
            yield held.finding(
                "QA486",
                seen.cell((row, column)),
                expected="、".join(sorted({values for _, _, values in own})),
                actual="、".join(values or "固定的数" for _, _, values in strange) or "少了一组数",
                title=chart.title,
            )


def _as_planned(cell: Cell) -> Cell:
    return cell
