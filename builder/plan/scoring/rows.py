"""The rows that carry official text: scored ones with their inputs, and ones only shown."""

from decimal import Decimal

from builder.formula.expression import Cell, Function, call, text
from builder.formula.render import plain_number
from builder.model.points import effective_points
from builder.model.scheme import Indicator, Scheme
from builder.plan.naming import indicator_name
from builder.plan.scoring.columns import CRITERIA_WIDTH, LEVEL_WIDTH
from builder.plan.scoring.layout import Layout
from builder.plan.status import EVIDENCE_VALID, counted_points, leaf_status
from builder.plan.style import Style
from builder.plan.workbook import Allowed, InputKind, InputPlan, LeafPlan

NOTE_LENGTH = 2000


def leaf_row(layout: Layout, node: Indicator, level: int) -> Cell:
    """Write a scored row; return the cell that holds its score after its cap."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    points = effective_points(layout.scheme, node) or Decimal(0)
    official = _official_text(node)
    canvas.put(row, columns.criteria, Style.OFFICIAL, official)
    limit = canvas.put(row, columns.points, Style.POINTS, points)
    score = canvas.put(row, columns.score, Style.INPUT_POINTS)
    counted = canvas.compute(
        row, columns.counted, Style.COMPUTED_POINTS, counted_points(score, limit)
    )
    note = canvas.put(row, columns.note, Style.INPUT_TEXT)
    proofs = call(
        Function.COUNTIFS,
        layout.evidence.indicator,
        text(node.label),
        layout.evidence.status,
        text(EVIDENCE_VALID),
    )
    evidence = canvas.compute(row, columns.evidence, Style.COMPUTED_COUNT, proofs)
    state = leaf_status(score, limit, evidence, layout.scheme.step)
    status = canvas.compute(row, columns.status, Style.STATUS, state)
    name_width = LEVEL_WIDTH * (columns.levels - level + 1)
    texts = ((official, CRITERIA_WIDTH), (f"{node.number}{node.name}\n（分）", name_width))
    canvas.fit(row, texts, least=34)
    layout.leaves.append(
        LeafPlan(
            code=node.code,
            label=node.label,
            points=points,
            score=score,
            counted=counted,
            evidence=evidence,
            status=status,
        )
    )
    layout.inputs += _leaf_inputs(layout.scheme, node, points, score, note)
    layout.row += 1
    return counted


def _leaf_inputs(
    scheme: Scheme, node: Indicator, points: Decimal, score: Cell, note: Cell
) -> tuple[InputPlan, InputPlan]:
    return (
        InputPlan(
            name=indicator_name("score", node.code),
            kind=InputKind.SCORE,
            cell=score,
            title=f"{node.label}　自评分",
            allowed=Allowed(low=Decimal(0), high=points, step=scheme.step),
            indicator=node.code,
        ),
        InputPlan(
            name=indicator_name("note", node.code),
            kind=InputKind.TEXT,
            cell=note,
            title=f"{node.label}　自评说明",
            allowed=Allowed(longest=NOTE_LENGTH),
            indicator=node.code,
        ),
    )


def reference_row(layout: Layout, node: Indicator) -> None:
    """Write a node that is shown and never scored, its official text included."""
    canvas, columns, row = layout.canvas, layout.columns, layout.row
    official = _official_text(node)
    canvas.put(row, columns.criteria, Style.OFFICIAL, official)
    for column in range(columns.points, columns.status + 1):
        canvas.put(row, column, Style.NOTE)
    canvas.put(row, columns.counted, Style.COMPUTED_POINTS, Decimal(0))
    canvas.put(row, columns.status, Style.NOTE, "不计分")
    canvas.fit(row, ((official, CRITERIA_WIDTH),), least=34)
    layout.row += 1


def _official_text(node: Indicator) -> str:
    lines = [
        item.printed + (f"（{plain_number(item.points)}分）" if item.points is not None else "")
        for item in node.criteria
    ]
    return "\n".join((*lines, *(note.text for note in node.notes)))
