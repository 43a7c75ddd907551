"""What is typed of a row, what it is worth, and the word for its state, whoever types it."""

from decimal import Decimal

from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import IF, different, joined
from builder.kit.attainable import is_removed
from builder.kit.bands import BandLists, lowest_described
from builder.kit.kit_plan import AnswerPlan, BasisPlan, LeafPlan
from builder.kit.scoring.inputs import asked_input, band_inputs, part_input
from builder.kit.scoring.layout import ClauseRow, Layout, PartRow, ScoredRow
from builder.kit.status import (
    DONE,
    RECORDED,
    basis_status,
    first_word,
    status_if_removed,
    unproved,
)
from builder.kit.ways.asked import Answered, Asking
from builder.kit.ways.table import is_plain, way_of
from builder.model.leaf_rules import PercentInBand
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
    further: tuple[tuple[Expression, str], ...] = (),
) -> LeafPlan:
    """Write the cells of a score and its state; ``limit`` holds the row's points.

    ``noun`` is what is typed, ``reason`` the cell of its explanation. A score that must be
    ``proved`` needs something in ``evidence``; ``further`` are the cases after that, with their
    words.
    """
    node, canvas, columns, row = asked.node, layout.canvas, layout.columns, layout.row
    asking = layout.asking(node)
    way = way_of(asking.rule)
    banded = isinstance(asking.rule, PercentInBand)
    if banded and layout.bands is not None:
        score, fits = _percent(layout, layout.bands, asked)
    else:
        score, fits = _answer(layout, asked, asking, noun, limit, reason), None
    leaf = Answered(
        asking=asking,
        limit=limit,
        score=score,
        reason=reason,
        parts=asked.parts,
        fits=fits,
        described_from=lowest_described(layout.scheme) if banded else Decimal(0),
    )
    judged = way.judged(asking.rule, leaf)
    worth, adjustment = judged.worth, layout.adjustments.get(node.code)
    if adjustment is not None:
        worth = IF(is_removed(adjustment), 0, worth)
    counted = canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, worth)
    proofs = evidence if proved and way.proved else None
    proof = unproved(score if way.typed else counted, proofs)
    state = first_word(*judged.wrong, *proof, *further, otherwise=DONE)
    if adjustment is not None:
        filled = different(joined("", *typed_cells(asked.parts, score)), "")
        if not asked.parts:
            filled = different(score, "")
        state = status_if_removed(is_removed(adjustment), filled, state)
    return LeafPlan(
        code=node.code,
        label=node.label,
        veto=node.veto,
        points=asking.points,
        score=score,
        banded=banded,
        computed=asked.weighted is not None,
        counted=counted,
        evidence=evidence,
        status=canvas.compute(row, columns.status, Style.STATUS, state),
        rule=None if is_plain(asking.rule) else asking.rule,
        parts=asked.parts,
        proofs=node.proofs if proved else (),
    )


def judged_part(layout: Layout, asked: PartRow) -> AnswerPlan:
    """Write the cells of an answer in a row of its own, and its state."""
    canvas, columns, row, ask = layout.canvas, layout.columns, layout.row, asked.ask
    asking, node = asked.asking, asked.asking.node
    if columns.banded:
        canvas.fill(row, (columns.band,), Style.NOTE)
    look = Style.NOTE if ask.worth is None else Style.POINTS
    beside = canvas.put(row, columns.points, look, ask.worth)
    answer = canvas.put(row, columns.score, ask.style)
    layout.inputs.append(part_input(node, answer, ask, asked.place))
    part = way_of(asking.rule).part
    if part is None:
        raise TypeError(f"no rows of its own: {asking.rule!r}")
    worth, wrong = part(asking.rule, asking, asked.place, answer, beside)
    points = None
    if worth is None:
        canvas.fill(row, (columns.counted,), Style.NOTE)
    else:
        points = canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, worth)
    state = first_word(*wrong, otherwise=RECORDED)
    return AnswerPlan(
        code=node.code,
        label=f"{node.label}　{ask.text}",
        kind=ask.kind,
        answer=answer,
        points=points,
        status=canvas.compute(row, columns.status, Style.STATUS, state),
    )


def _answer(
    layout: Layout, asked: ScoredRow, asking: Asking, noun: str, limit: Cell, reason: Cell
) -> Cell:
    """The cell of what is typed in a leaf's own row, or worked out there from its parts."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    if columns.banded:
        canvas.fill(row, (columns.band,), Style.NOTE)
    way = way_of(asking.rule)
    own = next((ask for ask in way.asks(asking.rule, asking) if ask.own), None)
    score = canvas.cell(row, columns.score)
    if own is not None:
        canvas.put(row, columns.score, own.style)
        layout.inputs.append(asked_input(asking.node, score, own, noun))
    elif way.score is not None:
        leaf = Answered(asking=asking, limit=limit, score=score, reason=reason, parts=asked.parts)
        worked_out = way.score(asking.rule, leaf)
        canvas.compute(row, columns.score, Style.COMPUTED_POINTS, worked_out)
    return score


def typed_cells(parts: tuple[AnswerPlan, ...], score: Cell) -> tuple[Cell, ...]:
    """The cells of a leaf in which something is typed."""
    return tuple(part.answer for part in parts) or (score,)


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
    canvas.fill(row, range(columns.points, columns.last + 1), Style.NOTE)
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
