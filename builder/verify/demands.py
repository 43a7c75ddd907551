"""Percents in a band whose descriptor demands figures that are not there."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.plan.evaluation import Evaluation
from builder.plan.metric_plan import DemandPlan, MetricRowPlan
from builder.plan.sheet_names import METRICS
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.structure import place_of, shown


def check_demands(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """One finding for every item whose band demands a trend or a comparison that no row shows."""
    if METRICS not in alignment.sheets:
        return
    for demand in plan.demands:
        percent = evaluation.value(demand.percent)
        if isinstance(percent, Decimal) and alignment.holds(demand.percent):
            yield from _unmet(demand, percent, alignment, evaluation, path)


def _unmet(
    demand: DemandPlan, percent: Decimal, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    band = next((one for one in demand.bands if one.low <= percent <= one.high), None)
    if band is None:
        return
    shown_trend = any(_has_three_years(row, evaluation) for row in demand.rows)
    compared = any(_is_compared(row, evaluation) for row in demand.rows)
    wanted = (
        (band.trend, shown_trend, "三年数齐全的项目"),
        (band.comparison, compared, "填了对比值的项目"),
    )
    unmet = [(sentence, words) for sentence, met, words in wanted if sentence and not met]
    if unmet:
        yield Finding(
            code="QA753",
            place=place_of(alignment, demand.percent, path, demand.code),
            expected="；".join(f"“{sentence}”" for sentence, _ in unmet),
            actual=f"{plain_number(percent * 100)}%",
            details={"label": demand.label, "missing": "、".join(words for _, words in unmet)},
        )


def _has_three_years(row: MetricRowPlan, evaluation: Evaluation) -> bool:
    return all(isinstance(evaluation.value(cell), Decimal) for cell in row.years)


def _is_compared(row: MetricRowPlan, evaluation: Evaluation) -> bool:
    last = evaluation.value(row.years[-1])
    benchmark = evaluation.value(row.benchmark)
    return isinstance(last, Decimal) and benchmark is not None and bool(shown(benchmark).strip())
