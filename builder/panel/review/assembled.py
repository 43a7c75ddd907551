"""What review and consensus workbooks have in common once their scoring sheet is laid out."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.book.book_plan import InputPlan, NamePlan
from builder.book.naming import indicator_name
from builder.book.sheet import Merge, SheetPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.kit.identity_sheet import IdentityPlan
from builder.kit.kit_plan import PartPlan, ScoredPlan
from builder.kit.scoring.layout import Layout
from builder.kit.sheet_names import TOTAL_NAME
from builder.model.identity import Identity
from builder.model.panel.material import Material
from builder.model.points import effective_points, effective_total, maximum
from builder.model.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class PanelGuide:
    """The first sheet and its inputs."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A scoring table that is laid out, and the cells the workbook is known by.

    ``limit`` holds the most points.
    """

    layout: Layout
    hidden: IdentityPlan
    total: Cell
    limit: Cell


def own_totals(layout: Layout, column: int, total: Cell, material: Material) -> None:
    """Write the applicant's own subtotals and total beside the panel's."""
    canvas = layout.canvas
    for group in layout.groups:
        own = material.scores.get(group.code)
        canvas.put(group.score.row, column, Style.SUBTOTAL_POINTS, own)
    canvas.put(total.row, column, Style.TOTAL_POINTS, material.total)


def panel_workbook(
    scheme: Scheme,
    identity: Identity,
    laid: Laid,
    sheets: Sequence[SheetPlan],
    inputs: Sequence[InputPlan],
) -> ScoredPlan:
    """The workbook of a panel: scored and added up like an applicant's, without its fields."""
    layout = laid.layout
    totals = {indicator_name("subtotal", group.code): group.score for group in layout.groups}
    cells = {**{item.name: item.cell for item in inputs}, **totals, TOTAL_NAME: laid.total}
    scores = {leaf.code: leaf.counted for leaf in layout.leaves}
    scores |= {group.code: group.score for group in layout.groups}
    return ScoredPlan(
        title=scheme.title,
        page_note=scheme.page_note,
        identity=identity,
        award=scheme.award,
        sheets=tuple(sheets),
        inputs=tuple(inputs),
        names=(
            *(
                NamePlan(name=name, sheet=cell.sheet, area=Merge.of(cell))
                for name, cell in cells.items()
            ),
            *laid.hidden.names,
        ),
        leaves=tuple(layout.leaves),
        groups=tuple(layout.groups),
        parts=tuple(
            PartPlan(label=root.label, points=points, score=scores[root.code])
            for root in scheme.indicators
            if root.code in scores and (points := effective_points(scheme, root)) is not None
        ),
        bases=tuple(layout.bases),
        total=laid.total,
        attainable=laid.limit,
        stated_total=effective_total(scheme),
        maximum=maximum(scheme),
    )
