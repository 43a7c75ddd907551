"""The figures over three years that are no numbers, and rows only partly filled in."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.coercion import is_nothing
from builder.plan.evaluation import Evaluation
from builder.plan.metric_plan import MetricRowPlan
from builder.plan.metric_words import INCOMPLETE, OWN_METRIC
from builder.plan.sheet_names import METRICS
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.structure import place_of, shown


def check_metrics(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """One finding for every figure that is no number and for every unfinished row."""
    if plan.metrics is None or METRICS not in alignment.sheets:
        return
    for row in plan.metrics.rows:
        state = evaluation.value(row.status)
        yield from _misfits(row, alignment, evaluation, path)
        if state == INCOMPLETE:
            yield _incomplete(row, alignment, evaluation, path)


def _misfits(
    row: MetricRowPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    headings = {cell: heading for heading, cell in row.needed}
    for cell in row.years:
        value = evaluation.value(cell)
        if not isinstance(value, Decimal) and not is_nothing(value):
            yield Finding(
                code="QA751",
                place=place_of(alignment, cell, path, row.indicator),
                actual=shown(value),
                details=_named(row, evaluation) | {"heading": headings[cell]},
            )


def _incomplete(
    row: MetricRowPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Finding:
    missing = [each for each in row.needed if is_nothing(evaluation.value(each[1]))]
    return Finding(
        code="QA752",
        place=place_of(alignment, missing[0][1], path, row.indicator),
        details=_named(row, evaluation) | {"missing": "、".join(word for word, _ in missing)},
    )


def _named(row: MetricRowPlan, evaluation: Evaluation) -> dict[str, str]:
    name = evaluation.value(row.name)
    return {"number": row.number, "label": OWN_METRIC if is_nothing(name) else shown(name)}
