"""The rows that carry official text: scored ones, recorded clauses, and ones only shown."""

from decimal import Decimal
from operator import itemgetter

from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.render import plain_number
from builder.formula.words import COUNTIFS, IF, plus
from builder.kit.attainable import is_removed
from builder.kit.bands import BandLists, lowest_described
from builder.kit.kit_plan import BasisPlan, LeafPlan
from builder.kit.reminders import reminders_by_place
from builder.kit.scoring.columns import CRITERIA_WIDTH, LEVEL_WIDTH
from builder.kit.scoring.inputs import band_inputs, note_input, score_input
from builder.kit.scoring.layout import ClauseRow, Layout, ScoredRow, TextRow
from builder.kit.status import (
    EVIDENCE_VALID,
    BandedRow,
    banded_status,
    basis_status,
    counted_percent,
    counted_points,
    leaf_status,
    status_if_removed,
)
from builder.model.official import Criterion, Indicator
from builder.model.points import effective_points

_LEAST_HEIGHT = 34


def leaf_row(layout: Layout, asked: ScoredRow) -> Cell:
    """Write a scored row; return the cell that holds its score after its cap."""
    node, shown, weighted = asked.node, asked.shown, asked.weighted
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    points = effective_points(layout.scheme, node) or Decimal(0)
    official = shown_text(layout, node)
    if shown is None:
        canvas.put(row, columns.criteria, Style.OFFICIAL, official)
    else:
        canvas.compute(row, columns.criteria, Style.NOTE, shown)
    limit = canvas.put(row, columns.points, Style.POINTS, points)
    evidence = canvas.compute(row, columns.evidence, Style.COMPUTED_COUNT, _proofs(layout, node))
    note = canvas.put(row, columns.note, Style.INPUT_TEXT)
    if weighted is not None:
        leaf = _weighted(layout, node, points, (limit, evidence, note), weighted)
    elif layout.bands is None:
        leaf = _direct(layout, node, points, limit, evidence)
    else:
        leaf = _banded(layout, layout.bands, node, points, (limit, evidence, note))
    layout.leaves.append(leaf)
    layout.inputs.append(note_input(node, note))
    name_width = LEVEL_WIDTH * (columns.levels - asked.level + 1)
    words = official if shown is None else ""
    texts = ((words, CRITERIA_WIDTH), (f"{node.number}{node.name}\n（分）", name_width))
    canvas.fit(row, texts, least=_LEAST_HEIGHT)
    layout.row += 1
    return leaf.counted


def basis_row(layout: Layout, asked: ClauseRow) -> Cell:
    """Write a clause whose percent is recorded; return the cell of the percent."""
    node = asked.node
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    official = shown_text(layout, node)
    canvas.put(row, columns.criteria, Style.OFFICIAL, official)
    for column in (columns.points, columns.counted, columns.evidence):
        canvas.put(row, column, Style.NOTE)
    band = canvas.put(row, columns.band, Style.INPUT_OPTION)
    percent = canvas.put(row, columns.score, Style.INPUT_PERCENT)
    note = canvas.put(row, columns.note, Style.INPUT_TEXT)
    state = basis_status(band, percent, asked.lists.fits(band, percent), weighed=asked.weighed)
    status = canvas.compute(row, columns.status, Style.STATUS, state)
    layout.inputs += [*band_inputs(node, band, percent, layout), note_input(node, note)]
    layout.bases.append(BasisPlan(code=node.code, label=node.label, percent=percent, status=status))
    canvas.fit(row, ((official, CRITERIA_WIDTH),), least=_LEAST_HEIGHT)
    layout.row += 1
    return percent


def reference_row(layout: Layout, asked: TextRow) -> Cell:
    """Write a node that is shown and never scored; return the cell that adds nothing."""
    node = asked.node
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    official = shown_text(layout, node)
    canvas.put(row, columns.criteria, Style.OFFICIAL, official)
    for column in range(columns.points, columns.status + 1):
        canvas.put(row, column, Style.NOTE)
    nothing = canvas.put(row, columns.counted, Style.NOTE)
    canvas.put(row, columns.status, Style.NOTE, "不计分")
    if asked.answered:
        note = canvas.put(row, columns.note, Style.INPUT_TEXT)
        layout.inputs.append(note_input(node, note))
    canvas.fit(row, ((official, CRITERIA_WIDTH),), least=_LEAST_HEIGHT)
    layout.row += 1
    return nothing


class SelfAssessmentRows:
    """The rows as an applicant fills them in."""

    leaf = staticmethod(leaf_row)
    basis = staticmethod(basis_row)
    reference = staticmethod(reference_row)


def official_text(node: Indicator) -> str:
    """Criteria and notes of a node in the order the notice prints them, one a line."""
    lines = [(item.position.line, _criterion(item)) for item in node.criteria]
    lines += [(note.position.line, note.text) for note in node.notes]
    return "\n".join(words for _, words in sorted(lines, key=itemgetter(0)))


def shown_text(layout: Layout, node: Indicator) -> str:
    """The official text of a node, and beneath it what a reader should know about this place."""
    told = reminders_by_place(layout.scheme).get(node.code, ())
    marks = (f"［{reminder.line}］" for reminder in told)
    return "\n".join(words for words in (official_text(node), *marks) if words)


def _criterion(item: Criterion) -> str:
    """A criterion with its points, unless the notice prints them inside its words."""
    if item.points is None or f"{plain_number(item.points)}分" in item.text:
        return item.printed
    return f"{item.printed}（{plain_number(item.points)}分）"


def _proofs(layout: Layout, node: Indicator) -> Expression:
    """The rows of evidence that name an indicator, first or among the others."""
    status, named = layout.evidence.status, layout.evidence.indicators
    return plus(*(COUNTIFS(area, node.label, status, EVIDENCE_VALID) for area in named))


def _direct(
    layout: Layout, node: Indicator, points: Decimal, limit: Cell, evidence: Cell
) -> LeafPlan:
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    score = canvas.put(row, columns.score, Style.INPUT_POINTS)
    layout.inputs.append(score_input(node, score, points, layout.scheme.step))
    worth = counted_points(score, limit)
    state = leaf_status(score, limit, evidence, layout.scheme.step)
    worth, state = _unless_removed(layout, node, score, (worth, state))
    return LeafPlan(
        code=node.code,
        label=node.label,
        veto=node.veto,
        points=points,
        score=score,
        counted=canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, worth),
        evidence=evidence,
        status=canvas.compute(row, columns.status, Style.STATUS, state),
    )


def _banded(
    layout: Layout,
    lists: BandLists,
    node: Indicator,
    points: Decimal,
    cells: tuple[Cell, Cell, Cell],
) -> LeafPlan:
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    band = canvas.put(row, columns.band, Style.INPUT_OPTION)
    percent = canvas.put(row, columns.score, Style.INPUT_PERCENT)
    layout.inputs += band_inputs(node, band, percent, layout)
    return _percent_leaf(layout, node, points, cells, (percent, lists.fits(band, percent)))


def _weighted(
    layout: Layout,
    node: Indicator,
    points: Decimal,
    cells: tuple[Cell, Cell, Cell],
    weighted: Expression,
) -> LeafPlan:
    """A row whose percent the office's weights compute; nothing is typed in it but words."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    canvas.put(row, columns.band, Style.NOTE, "按条款权重计算（非原文件规定）")
    percent = canvas.compute(row, columns.score, Style.COMPUTED_PERCENT, weighted)
    return _percent_leaf(layout, node, points, cells, (percent, None))


def _percent_leaf(
    layout: Layout,
    node: Indicator,
    points: Decimal,
    cells: tuple[Cell, Cell, Cell],
    judged: tuple[Cell, Expression | None],
) -> LeafPlan:
    """What a percent is worth and its state, whether it was chosen in a band or computed."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    limit, evidence, note = cells
    percent, fits = judged
    state = banded_status(
        BandedRow(
            percent=percent,
            note=note,
            evidence=evidence,
            fits=fits,
            described_from=lowest_described(layout.scheme),
        )
    )
    worth, state = _unless_removed(layout, node, percent, (counted_percent(percent, limit), state))
    return LeafPlan(
        code=node.code,
        label=node.label,
        veto=node.veto,
        points=points,
        score=percent,
        banded=True,
        computed=fits is None,
        counted=canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, worth),
        evidence=evidence,
        status=canvas.compute(row, columns.status, Style.STATUS, state),
    )


def _unless_removed(
    layout: Layout, node: Indicator, score: Cell, stands: tuple[Expression, Expression]
) -> tuple[Expression, Expression]:
    """Worth and state of a row, changed where it may be deleted by agreement."""
    adjustment = layout.adjustments.get(node.code)
    if adjustment is None:
        return stands
    worth, state = stands
    removed = is_removed(adjustment)
    return IF(removed, 0, worth), status_if_removed(removed, score, state)
