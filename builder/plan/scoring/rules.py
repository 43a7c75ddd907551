"""What the scoring sheet accepts and what it colours."""

from builder.formula.expression import Cell, Function, Operator, call, operation, text
from builder.formula.render import plain_number
from builder.plan.scoring.layout import Layout
from builder.plan.scoring.rows import NOTE_LENGTH
from builder.plan.sheet_names import SCORING
from builder.plan.status import BLANK, DONE, accepts_score
from builder.plan.style import Style
from builder.plan.workbook import (
    ConditionPlan,
    InputKind,
    Merge,
    ValidationKind,
    ValidationPlan,
)


def score_validations(layout: Layout) -> tuple[ValidationPlan, ValidationPlan]:
    """The validation of every score and of every explanation."""
    first = layout.leaves[0]
    limit = Cell(sheet=SCORING, row=first.score.row, column=layout.columns.points)
    step = plain_number(layout.scheme.step)
    return (
        ValidationPlan(
            kind=ValidationKind.CUSTOM,
            rule=accepts_score(first.score, limit, layout.scheme.step),
            cells=tuple(Merge.of(leaf.score) for leaf in layout.leaves),
            title="自评分",
            prompt=f"请填 0 到本行“分值”之间的数，以 {step} 分为一级。",
            error=f"自评分须为 0 到本行“分值”之间的数，且为 {step} 分的整数倍。",
        ),
        ValidationPlan(
            kind=ValidationKind.TEXT_LENGTH,
            rule=str(NOTE_LENGTH),
            cells=tuple(
                Merge.of(item.cell) for item in layout.inputs if item.kind is InputKind.TEXT
            ),
            title="自评说明",
            prompt=f"简述做法、成效和打分理由，不超过 {NOTE_LENGTH} 字。",
            error=f"自评说明不超过 {NOTE_LENGTH} 字。",
        ),
    )


def status_conditions(layout: Layout) -> tuple[ConditionPlan, ConditionPlan]:
    """Colour only for something to act on: a fault strongly, an open row lightly."""
    first = layout.leaves[0].status
    states = tuple(Merge.of(leaf.status) for leaf in layout.leaves)
    blank = operation(first, Operator.EQUAL, text(BLANK))
    fault = call(
        Function.AND,
        operation(first, Operator.DIFFERENT, text(BLANK)),
        operation(first, Operator.DIFFERENT, text(DONE)),
    )
    return (
        ConditionPlan(rule=fault, cells=states, style=Style.ALERT),
        ConditionPlan(rule=blank, cells=states, style=Style.PENDING),
    )
