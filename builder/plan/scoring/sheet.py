"""自评打分: the official table with a place for a score, its cap and its state on every row."""

from dataclasses import dataclass

from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.model.points import effective_points, is_leaf
from builder.model.scheme import Indicator, Scheme
from builder.plan.canvas import Canvas
from builder.plan.reminders import warnings
from builder.plan.scoring.columns import Columns
from builder.plan.scoring.layout import EvidenceColumns, Layout
from builder.plan.scoring.rows import leaf_row, reference_row
from builder.plan.scoring.rules import score_validations, status_conditions
from builder.plan.scoring.totals import progress_row, subtotal_row, total_row
from builder.plan.sheet_names import SCORING
from builder.plan.style import Style
from builder.plan.workbook import GroupPlan, InputPlan, LeafPlan, Merge, SheetPlan


@dataclass(frozen=True, kw_only=True)
class ScoringPlan:
    """The sheet and the cells other sheets and verifiers refer to."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    leaves: tuple[LeafPlan, ...]
    groups: tuple[GroupPlan, ...]
    total: Cell


def plan_scoring(scheme: Scheme, evidence: EvidenceColumns) -> ScoringPlan:
    """The scoring sheet of a scheme: one row a scored indicator, one subtotal a node above."""
    columns = Columns(levels=max(_depth(root) for root in scheme.indicators))
    canvas = Canvas(SCORING, columns.widths)
    layout = Layout(scheme=scheme, evidence=evidence, columns=columns, canvas=canvas)
    in_sight = _head(layout)
    head_rows = layout.row
    layout.row += 1
    scores = [_branch(layout, root, 1) for root in scheme.indicators]
    total = total_row(layout, scores)
    progress_row(layout, in_sight, total)
    return ScoringPlan(
        sheet=SheetPlan(
            name=SCORING,
            cells=canvas.cells,
            widths=canvas.widths,
            heights=canvas.heights,
            merges=tuple(canvas.merges),
            validations=score_validations(layout),
            conditions=status_conditions(layout),
            head_rows=head_rows,
            head_columns=columns.levels + 1,
            landscape=True,
            tab_style=Style.INPUT_POINTS,
        ),
        inputs=tuple(layout.inputs),
        leaves=tuple(layout.leaves),
        groups=tuple(layout.groups),
        total=total,
    )


def _depth(node: Indicator) -> int:
    return 1 + max((_depth(child) for child in node.children), default=0)


def _head(layout: Layout) -> int:
    """Write title, warnings and headings; return the row that is kept for the progress line."""
    canvas, columns = layout.canvas, layout.columns
    canvas.line(1, Style.TITLE, f"{layout.scheme.title}　自评打分表")
    canvas.fit(1, (), least=34)
    layout.row = 2
    for reminder in warnings(layout.scheme):
        canvas.line(layout.row, Style.BANNER, reminder.line)
        layout.row += 1
    progress_row = layout.row
    layout.row += 1
    for column, heading in enumerate(columns.headings, start=1):
        canvas.put(layout.row, column, Style.HEADER, heading)
    canvas.fit(layout.row, (), least=26)
    return progress_row


def _branch(layout: Layout, node: Indicator, level: int) -> Cell:
    """Write a node and all beneath it; return the cell that holds its score after its cap."""
    first = layout.row
    if is_leaf(layout.scheme, node):
        score = leaf_row(layout, node, level)
        _level_cells(layout, node, level, first, first)
        return score
    if not node.children:
        reference_row(layout, node)
        _level_cells(layout, node, level, first, first)
        return layout.canvas.cell(first, layout.columns.counted)
    parts = [_branch(layout, child, level + 1) for child in node.children]
    last = layout.row - 1
    score = subtotal_row(layout, node, parts, first)
    _level_cells(layout, node, level, first, last)
    return score


def _level_cells(layout: Layout, node: Indicator, level: int, first: int, last: int) -> None:
    """Write the node's number and name beside its rows; a leaf's name reaches the criteria."""
    canvas, columns = layout.canvas, layout.columns
    if level == 1:
        area = Merge(first_row=first, first_column=1, last_row=last, last_column=1)
        canvas.span(area, Style.NUMBER, node.number)
    points = effective_points(layout.scheme, node)
    name = node.name if level == 1 else f"{node.number}{node.name}"
    caption = name if points is None else f"{name}\n（{plain_number(points)}分）"
    reach = columns.levels + 1 if not node.children else level + 1
    area = Merge(first_row=first, first_column=level + 1, last_row=last, last_column=reach)
    canvas.span(area, Style.NAME, caption)
