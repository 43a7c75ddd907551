"""What is typed of a row, what it is worth, and the word for its state, whoever types it."""

from decimal import Decimal

from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import IF
from builder.kit.attainable import is_removed
from builder.kit.bands import BandLists, lowest_described
from builder.kit.kit_plan import BasisPlan, LeafPlan
from builder.kit.scoring.inputs import band_inputs, score_input
from builder.kit.scoring.layout import ClauseRow, Layout, ScoredRow
from builder.kit.status import (
    banded_status,
    basis_status,
    counted_percent,
    counted_points,
    leaf_status,
    status_if_removed,
)
from builder.model.official import Indicator
from builder.model.points import effective_points


def judged_leaf(
    layout: Layout,
    asked: ScoredRow,
    noun: str,
    limit: Cell,
    reason: Cell,
    evidence: Cell,
    *,
    proved: bool,
) -> LeafPlan:
    """Write the cells of a score and its state; ``limit`` holds the row's points.

    ``noun`` is what is typed, ``reason`` the cell of its explanation. A score that must be
    ``proved`` needs something in ``evidence``.
    """
    node, canvas, columns, row = asked.node, layout.canvas, layout.columns, layout.row
    points, proofs = points_of(layout, node), evidence if proved else None
    if layout.bands is None:
        score = canvas.put(row, columns.score, Style.INPUT_POINTS)
        layout.inputs.append(score_input(node, score, noun, points, layout.scheme.step))
        worth = counted_points(score, limit)
        state = leaf_status(score, limit, proofs, layout.scheme.step)
    else:
        score, fits = _percent(layout, layout.bands, asked)
        worth = counted_percent(score, limit)
        state = banded_status(score, reason, proofs, fits, lowest_described(layout.scheme))
    adjustment = layout.adjustments.get(node.code)
    if adjustment is not None:
        removed = is_removed(adjustment)
        worth, state = IF(removed, 0, worth), status_if_removed(removed, score, state)
    return LeafPlan(
        code=node.code,
        label=node.label,
        veto=node.veto,
        points=points,
        score=score,
        banded=layout.bands is not None,
        computed=asked.weighted is not None,
        counted=canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, worth),
        evidence=evidence,
        status=canvas.compute(row, columns.status, Style.STATUS, state),
    )


def recorded_basis(layout: Layout, asked: ClauseRow) -> BasisPlan:
    """Write the cells of a clause's band and percent, and its state."""
    node = asked.node
    band, percent, fits = _chosen(layout, asked.lists, node)
    state = basis_status(band, percent, fits, weighed=asked.weighed)
    status = layout.canvas.compute(layout.row, layout.columns.status, Style.STATUS, state)
    return BasisPlan(code=node.code, label=node.label, percent=percent, status=status)


def not_scored(layout: Layout) -> Cell:
    """Write the cells of a row that is only shown; return the one that adds nothing."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    canvas.fill(row, range(columns.points, columns.status), Style.NOTE)
    canvas.put(row, columns.status, Style.NOTE, "不计分")
    return canvas.cell(row, columns.counted)


def points_of(layout: Layout, node: Indicator) -> Decimal:
    """The points of a row, none where the notice gives it none."""
    return effective_points(layout.scheme, node) or Decimal(0)


def _percent(layout: Layout, lists: BandLists, asked: ScoredRow) -> tuple[Cell, Expression | None]:
    """The cell of a percent, and whether it fits its band where it is not computed by weights."""
    if asked.weighted is None:
        _, percent, fits = _chosen(layout, lists, asked.node)
        return percent, fits
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    canvas.put(row, columns.band, Style.NOTE, "按条款权重计算（非原文件规定）")
    return canvas.compute(row, columns.score, Style.COMPUTED_PERCENT, asked.weighted), None


def _chosen(layout: Layout, lists: BandLists, node: Indicator) -> tuple[Cell, Cell, Expression]:
    """The cells of a band and of a percent in it, and whether they fit each other."""
    band = layout.canvas.put(layout.row, layout.columns.band, Style.INPUT_OPTION)
    percent = layout.canvas.put(layout.row, layout.columns.score, Style.INPUT_PERCENT)
    layout.inputs += band_inputs(node, band, percent, layout)
    return band, percent, lists.fits(band, percent)
