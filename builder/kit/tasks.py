"""Everything an applicant has to do, in the order of the sheets and from top to bottom."""

from builder.book.book_plan import InputPlan
from builder.formula.expression import Cell
from builder.formula.words import COUNTIF, IF, equal, joined, plus
from builder.kit.evidence_sheet import evidence_columns
from builder.kit.field_status import FILLED
from builder.kit.kit_plan import AdjustmentPlan, ConfirmationPlan, FieldPlan, LeafPlan
from builder.kit.metric_plan import MetricRowPlan
from builder.kit.metric_words import COMPLETE
from builder.kit.sheet_names import APPLICANT, EVIDENCE, EVIDENCE_TABLE, METRICS
from builder.kit.status import (
    DOUBTFUL_EVIDENCE,
    EVIDENCE_VALID,
    OPEN_EVIDENCE,
    SETTLED_ADJUSTMENT,
    SETTLED_ANSWER,
    SETTLED_SCORE,
)
from builder.kit.todo_sheet import Task


def all_tasks(
    inputs: tuple[InputPlan, ...],
    fields: tuple[FieldPlan, ...],
    leaves: tuple[LeafPlan, ...],
    confirmations: tuple[ConfirmationPlan, ...],
    adjustments: tuple[AdjustmentPlan, ...],
) -> tuple[Task, ...]:
    """One task for every row that must come to a settled state; ``inputs`` have names of their own.

    A percent that is computed is done in its first clause.
    """
    names = {item.cell: item.name for item in inputs}
    rows = (
        *(
            (f"{APPLICANT}：{field.title}", field.status, (FILLED,), field.inputs[0])
            for field in fields
            if field.required
        ),
        *((leaf.label, leaf.status, SETTLED_SCORE, _answered_in(leaf, inputs)) for leaf in leaves),
        *((item.label, item.status, SETTLED_ANSWER, item.answer) for item in confirmations),
        *((row.label, row.status, SETTLED_ADJUSTMENT, row.answer) for row in adjustments),
    )
    return tuple(
        Task(label=label, status=status, settled=settled, target=names[cell])
        for label, status, settled, cell in rows
    )


def evidence_task() -> Task:
    """The rows of the evidence table that prove nothing yet or may not stand, as one task."""
    status = evidence_columns().status
    open_rows = plus(*(COUNTIF(status, word) for word in (*OPEN_EVIDENCE, *DOUBTFUL_EVIDENCE)))
    return Task(
        label=f"{EVIDENCE}：看“状态”一列，把不是“{EVIDENCE_VALID}”的行补齐或改正",
        status=IF(equal(open_rows, 0), "", joined(open_rows, " 行待改")),
        settled=("",),
        target=EVIDENCE_TABLE,
    )


def metric_tasks(rows: tuple[MetricRowPlan, ...]) -> tuple[Task, ...]:
    """One task for every row of figures, open while it is only partly filled in."""
    return tuple(
        Task(
            label=f"{METRICS}：{row.label}",
            status=row.status,
            settled=("", COMPLETE),
            target=row.link,
        )
        for row in rows
    )


def _answered_in(leaf: LeafPlan, inputs: tuple[InputPlan, ...]) -> Cell:
    if leaf.parts:
        return leaf.parts[0].answer
    if not leaf.computed:
        return leaf.score
    column = leaf.score.column
    clauses = (i for i in inputs if i.indicator.startswith(f"{leaf.code}."))
    return next(item.cell for item in clauses if item.cell.column == column)
