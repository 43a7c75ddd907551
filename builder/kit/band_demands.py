"""What the descriptors of the bands demand of three-year figures, in the notice's own words."""

import re
from collections.abc import Mapping, Sequence

from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    AND,
    COUNT,
    FALSE,
    IF,
    ISNUMBER,
    MAX,
    NOT,
    OR,
    TRUE,
    at_least,
    at_most,
    equal,
)
from builder.frozen import frozen
from builder.kit.kit_plan import LeafPlan
from builder.kit.metric_plan import BandDemand, DemandPlan, MetricRowPlan
from builder.kit.status import is_blank
from builder.model.descriptors import Description, descriptions, lists_band
from builder.model.office import YEARS
from builder.model.official import Dimension, Indicator
from builder.model.scheme import Band, Scheme

# A sentence that says that something is missing, scarce or bad demands nothing.
_LACK = re.compile(r"没有|未|不利|负趋势|很少|初期")
_TREND = re.compile(r"趋势")
_COMPARISON = re.compile(r"对比|标杆")


@frozen
class Demanded:
    """The bands of an indicator that demand figures, and the rows in which they stand."""

    bands: tuple[BandDemand, ...]
    rows: tuple[MetricRowPlan, ...]


def demands_of(scheme: Scheme, rows: tuple[MetricRowPlan, ...]) -> Mapping[str, Demanded]:
    """What is demanded of every indicator with results for which the workbook asks figures."""
    bands = _demanding_bands(scheme) if rows else ()
    found: dict[str, Demanded] = {}
    for node in scheme.walk if bands else ():
        beneath = {one.code for one in node.walk}
        own = tuple(row for row in rows if row.indicator in beneath)
        if own and _has_results(node):
            found[node.code] = Demanded(bands=bands, rows=own)
    return found


def plan_demands(
    leaves: tuple[LeafPlan, ...], demanded: Mapping[str, Demanded]
) -> tuple[DemandPlan, ...]:
    """The demands on the scored indicators whose points come by a band."""
    return tuple(
        DemandPlan(
            code=leaf.code,
            label=leaf.label,
            percent=leaf.score,
            bands=demanded[leaf.code].bands,
            rows=demanded[leaf.code].rows,
        )
        for leaf in leaves
        if leaf.banded and leaf.code in demanded
    )


def unmet(percent: Cell, demanded: Demanded) -> Expression:
    """Whether the band of a percent demands a trend or a comparison that no row shows."""
    trend = equal(MAX(*(COUNT(*row.years) for row in demanded.rows)), YEARS)
    compared = OR(*(_is_compared(row) for row in demanded.rows))
    lacking: Expression = FALSE
    for shown, bands in (
        (trend, [band for band in demanded.bands if band.trend]),
        (compared, [band for band in demanded.bands if band.comparison]),
    ):
        if bands:
            lacking = IF(_is_in(percent, bands), IF(shown, lacking, TRUE), lacking)
    return IF(ISNUMBER(percent), lacking, FALSE)


def _is_in(percent: Cell, bands: Sequence[BandDemand]) -> Expression:
    return OR(*(AND(at_least(percent, one.low), at_most(percent, one.high)) for one in bands))


def _is_compared(row: MetricRowPlan) -> Expression:
    return AND(ISNUMBER(row.years[-1]), NOT(is_blank(row.benchmark)))


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
