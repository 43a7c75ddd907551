"""What a plan shows, worked out once: which cells say something, and what lies over them."""

from collections.abc import Mapping

from builder.book.book_plan import SCORED_KINDS
from builder.book.charts import ChartPlan
from builder.book.sheet import SheetPlan, Visibility
from builder.book.style import INPUT_STYLES, Style
from builder.formula.address import area_address
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan

Place = tuple[int, int]
# The styles in which a plan writes points; percents and counts are written in their own ways.
_POINTS = (
    *(Style.POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS),
    *(Style.INPUT_POINTS, Style.COMPUTED_POINTS),
)


@frozen
class Sight:
    """What one planned sheet shows.

    ``weighty`` are the places of official texts, points and results, and of the inputs for scores;
    ``points`` those of them that hold points. ``saying`` are all places where something is to be
    seen, ``taken`` also those of texts under merges, ``empty`` those where nothing may stand.
    ``shown`` leads from every place under a merge to the one whose content is seen there.
    ``scored`` is whether points stand on the sheet, ``last`` the last row in which anything may.
    """

    name: str
    scored: bool
    weighty: frozenset[Place]
    points: tuple[Place, ...]
    saying: frozenset[Place]
    taken: frozenset[Place]
    empty: frozenset[Place]
    planned: frozenset[Place]
    last: int
    merges: frozenset[str]
    shown: Mapping[Place, Place]
    charts: tuple[ChartPlan, ...]
    widths: tuple[float, ...]
    heights: Mapping[int, float]


def sights(plan: ScoredPlan) -> Mapping[str, Sight]:
    """What every sheet of a plan shows that people see, and that is not the applicant's own."""
    return {
        sheet.name: _sight(plan, sheet)
        for sheet in plan.sheets
        if sheet.visibility is Visibility.VISIBLE and not sheet.own
    }


def _sight(plan: ScoredPlan, sheet: SheetPlan) -> Sight:
    inputs = {item.cell[1:]: item for item in plan.inputs if item.cell.sheet == sheet.name}
    fixed = {
        (cell.row, cell.column)
        for cell in sheet.cells
        if cell.content is not None and cell.style not in INPUT_STYLES
    }
    results = {plan.total, plan.attainable, *(leaf.score for leaf in plan.leaves)}
    results |= {group.score for group in plan.groups}
    saying = (fixed | set(inputs)) - set(sheet.covered)
    taken = saying | set(sheet.covered)
    planned = {(cell.row, cell.column) for cell in sheet.cells} | taken
    return Sight(
        name=sheet.name,
        scored=any(cell.sheet == sheet.name for cell in results),
        weighty=frozenset(
            fixed | {place for place, item in inputs.items() if item.kind in SCORED_KINDS}
        ),
        points=tuple((cell.row, cell.column) for cell in sheet.cells if cell.style in _POINTS),
        saying=frozenset(saying),
        taken=frozenset(taken),
        empty=frozenset(planned - taken),
        planned=frozenset(planned),
        last=max((row for row, _ in planned), default=0),
        merges=frozenset(
            area_address(one.first_row, one.first_column, one.last_row, one.last_column)
            for one in sheet.merges
        ),
        shown={
            (row, column): (one.first_row, one.first_column)
            for one in sheet.merges
            for row in range(one.first_row, one.last_row + 1)
            for column in range(one.first_column, one.last_column + 1)
        },
        charts=sheet.charts,
        widths=sheet.widths,
        heights=dict(sheet.heights),
    )
