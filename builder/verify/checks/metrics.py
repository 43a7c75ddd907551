"""The figures over three years that are no numbers, and rows only partly filled in."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.coercion import is_nothing
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_plan import MetricRowPlan
from builder.kit.metric_words import INCOMPLETE, OWN_METRIC
from builder.kit.sheet_names import METRICS
from builder.verify.held import Held


def check_metrics(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for every figure that is no number and for every unfinished row."""
    if held.plan.metrics is None or METRICS not in held.alignment.sheets:
        return
    for row in held.plan.metrics.rows:
        yield from _misfits(held, row)
        if held.value(row.status) == INCOMPLETE:
            yield from _incomplete(held, row)


def _misfits(held: Held[KitPlan], row: MetricRowPlan) -> Iterator[Finding]:
    headings = {cell: heading for heading, cell in row.needed}
    for cell in row.years:
        value = held.value(cell)
        if not isinstance(value, Decimal) and not is_nothing(value):
            yield held.finding(
                "QA751",
                cell,
                indicator=row.indicator,
                actual=held.shown(cell),
                heading=headings[cell],
                **_named(held, row),
            )


def _incomplete(held: Held[KitPlan], row: MetricRowPlan) -> Iterator[Finding]:
    """What is missing in a row; a column that is gone is told once, as such."""
    missing = [
        each for each in row.needed if held.holds(each[1]) and is_nothing(held.value(each[1]))
    ]
    if missing:
        yield held.finding(
            "QA752",
            missing[0][1],
            indicator=row.indicator,
            missing="、".join(word for word, _ in missing),
            **_named(held, row),
        )


def _named(held: Held[KitPlan], row: MetricRowPlan) -> dict[str, str]:
    label = OWN_METRIC if is_nothing(held.value(row.name)) else held.shown(row.name)
    return {"number": row.number, "label": label}
