"""自评打分: the official table with a place for a score, its cap and its state on every row."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.model.points import effective_points, is_leaf
from builder.model.scheme import Indicator, Scheme
from builder.plan.bands import BandLists
from builder.plan.canvas import Canvas
from builder.plan.reminders import warnings
from builder.plan.scoring.columns import Columns
from builder.plan.scoring.layout import EvidenceColumns, Layout
from builder.plan.scoring.rows import basis_row, leaf_row, official_text, reference_row
from builder.plan.scoring.rules import scoring_validations, status_conditions
from builder.plan.scoring.totals import (
    basis_range,
    progress_row,
    subtotal_row,
    total_row,
    weighted_percent,
)
from builder.plan.sheet_names import SCORING
from builder.plan.style import Style
from builder.plan.workbook import (
    AdjustmentPlan,
    BasisPlan,
    GroupPlan,
    InputPlan,
    LeafPlan,
    Merge,
    SheetPlan,
)


@dataclass(frozen=True, kw_only=True)
class ScoringPlan:
    """The sheet and the cells other sheets and verifiers refer to."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    leaves: tuple[LeafPlan, ...]
    groups: tuple[GroupPlan, ...]
    bases: tuple[BasisPlan, ...]
    total: Cell


def plan_scoring(
    scheme: Scheme,
    evidence: EvidenceColumns,
    bands: BandLists | None,
    adjustments: Mapping[str, AdjustmentPlan],
) -> ScoringPlan:
    """The scoring sheet of a scheme: one row a scored indicator, one subtotal a node above."""
    levels = max(_depth(root) for root in scheme.indicators)
    columns = Columns(levels=levels, banded=bands is not None)
    canvas = Canvas(SCORING, columns.widths)
    layout = Layout(
        scheme=scheme,
        evidence=evidence,
        columns=columns,
        canvas=canvas,
        bands=bands,
        adjustments=adjustments,
    )
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
            validations=scoring_validations(layout),
            conditions=status_conditions(layout),
            outline=tuple(sorted(layout.outline, key=lambda part: part[2])),
            head_rows=head_rows,
            head_columns=columns.levels + 1,
            landscape=True,
            tab_style=Style.INPUT_POINTS,
        ),
        inputs=tuple(layout.inputs),
        leaves=tuple(layout.leaves),
        groups=tuple(layout.groups),
        bases=tuple(layout.bases),
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
        if node.children:
            return _item(layout, node, level)
        score = leaf_row(layout, node, level)
    elif not node.children:
        score = reference_row(layout, node, answered=True)
    else:
        if official_text(node):
            _level_cells(layout, reference_row(layout, node, answered=False), level)
        parts = {child.code: _branch(layout, child, level + 1) for child in node.children}
        last = layout.row - 1
        score = subtotal_row(layout, node, level, parts, first)
        _level_names(layout, node, level, first, last)
        layout.outline.append((first, last, level))
        return score
    _level_names(layout, node, level, first, first)
    return score


def _item(layout: Layout, node: Indicator, level: int) -> Cell:
    """Write a scored node with clauses beneath it: the clauses first, then its own judgement."""
    first = layout.row
    if official_text(node):
        _level_cells(layout, reference_row(layout, node, answered=False), level)
    weights = {w.clause: w.weight for w in layout.scheme.weights if w.item == node.code}
    percents: dict[str, Cell] = {}
    for child in node.children:
        row = layout.row
        if child.unscored or layout.bands is None:
            reference_row(layout, child, answered=False)
        else:
            weighed = child.code in weights
            percents[child.code] = basis_row(layout, layout.bands, child, weighed=weighed)
        _level_names(layout, child, level + 1, row, row)
    last = layout.row
    shown = basis_range(list(percents.values()), weighed=bool(weights)) if percents else None
    weighted = weighted_percent(weights, percents) if weights else None
    score = leaf_row(layout, node, level + 1, shown=shown, weighted=weighted)
    _level_names(layout, node, level, first, last)
    area = Merge(
        first_row=last,
        first_column=level + 2,
        last_row=last,
        last_column=layout.columns.levels + 1,
    )
    layout.canvas.span(area, Style.NAME, "综合判断")
    return score


def _level_cells(layout: Layout, beside: Cell, level: int) -> None:
    """Fill the level columns beside a row that names no node of its own."""
    for column in range(level + 2, layout.columns.levels + 2):
        layout.canvas.put(beside.row, column, Style.NAME)


def _level_names(layout: Layout, node: Indicator, level: int, first: int, last: int) -> None:
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
