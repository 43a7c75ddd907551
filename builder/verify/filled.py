"""What the inputs of a returned workbook say, and what the plan comes to by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.formula.coercion import as_text
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.model.returned import ReturnedWorkbook
from builder.plan.evaluation import Evaluation
from builder.plan.metric_plan import MetricRowPlan
from builder.plan.workbook import EvidenceRowPlan, WorkbookPlan
from builder.verify.alignment import align
from builder.verify.answers import answered, read_inputs
from builder.verify.days import as_day
from builder.verify.pristine import Pristine
from builder.verify.typed_numbers import understood
from builder.verify.unseen import unseen


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A plan with its answers: ``typed`` as they stand in the file, by the input's name.

    The number of a day, where a date is asked for, is that day.

    ``exact`` takes numbers that were typed as text for what they mean beyond doubt.
    """

    plan: WorkbookPlan
    typed: Mapping[str, Value]
    exact: Evaluation

    def said(self, cell: Cell) -> str:
        """What a cell says, as words."""
        value = self.exact.value(cell)
        return words(as_day(value) if cell in self.plan.dated else value)

    def proofs(self) -> Iterator[EvidenceRowPlan]:
        """The rows of 证据清单 in which something is written."""
        return (row for row in self.plan.evidence if self.exact.value(row.status) != "")

    def figures(self) -> Iterator[tuple[MetricRowPlan, tuple[str, ...]]]:
        """The rows of 近三年数据 with a figure, each with its years from the earliest."""
        for row in () if self.plan.metrics is None else self.plan.metrics.rows:
            years = tuple(map(self.said, row.years))
            if any(years):
                yield row, years


def filled_in(pristine: Pristine, workbook: ReturnedWorkbook) -> Filled:
    """The answers that a workbook gives to the plan it was made from."""
    plan = pristine.plan
    filled = read_inputs(pristine, align(pristine, workbook))
    blanks = unseen(filled)
    typed = {name: cell.value for name, cell in filled.items() if name not in blanks}
    inputs = answered(pristine, filled)
    days = {
        item.name: as_day(typed[item.name])
        for item in inputs
        if item.cell in plan.dated and item.name in typed
    }
    return Filled(
        plan=plan,
        typed=typed | days,
        exact=Evaluation(pristine.contents, {**typed, **understood(inputs, filled)}),
    )


def words(value: Value) -> str:
    """A value as words without the blanks around them; an error value by its own name."""
    return str(value) if isinstance(value, ErrorValue) else as_text(value).strip()
