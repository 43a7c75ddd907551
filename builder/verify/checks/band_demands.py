"""Percents in a band whose descriptor demands figures that are not there."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_plan import DemandPlan, MetricRowPlan
from builder.kit.sheet_names import METRICS
from builder.verify.held import Held
from builder.verify.score_states import percent_text


def check_demands(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for every item whose band demands a trend or a comparison that no row shows."""
    if METRICS not in held.alignment.sheets:
        return
    for demand in held.plan.demands:
        percent = held.value(demand.percent)
        if isinstance(percent, Decimal) and held.holds(demand.percent):
            yield from _unmet(held, demand, percent)


def _unmet(held: Held[KitPlan], demand: DemandPlan, percent: Decimal) -> Iterator[Finding]:
    band = next((one for one in demand.bands if one.low <= percent <= one.high), None)
    if band is None:
        return
    shown_trend = any(_has_three_years(held, row) for row in demand.rows)
    compared = any(_is_compared(held, row) for row in demand.rows)
    wanted = (
        (band.trend, shown_trend, "三年数齐全的项目"),
        (band.comparison, compared, "填了对比值的项目"),
    )
    unmet = [(sentence, words) for sentence, met, words in wanted if sentence and not met]
    if unmet:
        yield held.finding(
            "QA753",
            demand.percent,
            indicator=demand.code,
            expected="；".join(f"“{sentence}”" for sentence, _ in unmet),
            actual=percent_text(percent),
            label=demand.label,
            missing="、".join(words for _, words in unmet),
        )


def _has_three_years(held: Held[KitPlan], row: MetricRowPlan) -> bool:
    return all(isinstance(held.value(cell), Decimal) for cell in row.years)


def _is_compared(held: Held[KitPlan], row: MetricRowPlan) -> bool:
    last = held.value(row.years[-1])
    benchmark = held.value(row.benchmark)
    return (
        isinstance(last, Decimal)
        and benchmark is not None
        and bool(held.shown(row.benchmark).strip())
    )
