"""What the descriptors of the bands demand of three-year figures, in the notice's own words."""

import re

from builder.kit.kit_plan import LeafPlan
from builder.kit.metric_plan import BandDemand, DemandPlan, MetricRowPlan
from builder.model.descriptors import Description, descriptions, lists_band
from builder.model.official import Dimension, Indicator
from builder.model.scheme import Band, Scheme

# A sentence that says that something is missing, scarce or bad demands nothing.
_LACK = re.compile(r"没有|未|不利|负趋势|很少|初期")
_TREND = re.compile(r"趋势")
_COMPARISON = re.compile(r"对比|标杆")


def plan_demands(
    scheme: Scheme, leaves: tuple[LeafPlan, ...], rows: tuple[MetricRowPlan, ...]
) -> tuple[DemandPlan, ...]:
    """The demands on every indicator with results for which the workbook asks figures."""
    bands = _demanding_bands(scheme)
    by_code = {node.code: node for node in scheme.walk}
    found: list[DemandPlan] = []
    for leaf in leaves:
        beneath = {node.code for node in by_code[leaf.code].walk}
        own = tuple(row for row in rows if row.indicator in beneath)
        if bands and own and leaf.banded and _has_results(by_code[leaf.code]):
            found.append(
                DemandPlan(
                    code=leaf.code, label=leaf.label, percent=leaf.score, bands=bands, rows=own
                )
            )
    return tuple(found)


def _has_results(node: Indicator) -> bool:
    return any(one.dimension is Dimension.RESULT for one in node.walk)


def _demanding_bands(scheme: Scheme) -> tuple[BandDemand, ...]:
    """The bands whose descriptor of results demands a trend or a comparison."""
    described = [
        description
        for section in scheme.sections
        if section.dimension is Dimension.RESULT
        for table in section.tables
        for description in descriptions(table)
    ]
    demands = (
        _demand(band, description)
        for band in scheme.bands
        for description in described
        if lists_band(description.printed, band, scheme.step)
    )
    return tuple(demand for demand in demands if demand.trend or demand.comparison)


def _demand(band: Band, description: Description) -> BandDemand:
    sentences = [line for words in description.words for line in words.split("\n")]
    return BandDemand(
        low=band.low,
        high=band.high,
        trend=_demanding(sentences, _TREND),
        comparison=_demanding(sentences, _COMPARISON),
    )


def _demanding(sentences: list[str], about: re.Pattern[str]) -> str:
    """The first sentence about something that does not say that it is lacking."""
    fitting = (line for line in sentences if about.search(line) and not _LACK.search(line))
    return next(fitting, "").strip(" •")
