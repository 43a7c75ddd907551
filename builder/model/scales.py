"""Maturity bands: the steps of a band, and the bands an office may lay over a direct scale."""

from dataclasses import replace
from decimal import Decimal

from builder.model.fingerprint import fingerprint
from builder.model.scheme import Band, Scale, Scheme

_HUNDRED = Decimal(100)
MATURITY_STEP = Decimal("0.05")
# The bands of the Baldrige tradition, as 武汉市市长质量奖评定标准（试行）附录A prints them.
_STANDARD = (
    ("0%或5%", 0, 5),
    ("10%, 15%, 20%或25%", 10, 25),
    ("30%, 35%, 40%或45%", 30, 45),
    ("50%, 55%, 60%或65%", 50, 65),
    ("70%, 75%, 80%或85%", 70, 85),
    ("90%, 95%或100%", 90, 100),
)
STANDARD_BANDS = tuple(
    Band(name=name, low=low / _HUNDRED, high=high / _HUNDRED) for name, low, high in _STANDARD
)
OFFICE_SCALE = (
    "评分尺度由主办单位选定为成熟度档（先选档，再在档内以5%为一级取百分比，"
    "得分＝分值×百分比），非原文件规定。"
)


def on_maturity_scale(scheme: Scheme) -> Scheme:
    """The scheme scored by bands; where the notice has none it says that the office chose them."""
    if scheme.scale is Scale.MATURITY:
        return scheme
    return replace(
        scheme,
        scale=Scale.MATURITY,
        step=MATURITY_STEP,
        bands=STANDARD_BANDS,
        scale_terms=(OFFICE_SCALE,),
        page_note=OFFICE_SCALE,
        fingerprint=fingerprint(scheme),
    )


def usable_bands(scheme: Scheme) -> tuple[Band, ...]:
    """The bands a percent may lie in, from 0: what the notice leaves undescribed comes first."""
    lowest = min(scheme.bands, key=lambda band: band.low)
    bands = sorted(scheme.bands, key=lambda band: band.low)
    if not lowest.low:
        return tuple(bands)
    percent = f"{lowest.low * _HUNDRED:f}".partition(".")[0]
    undescribed = Band(
        name=f"{percent}%以下（须说明理由）", low=Decimal(0), high=lowest.low - percent_step(scheme)
    )
    return (undescribed, *bands)


def percents(scheme: Scheme, band: Band) -> tuple[Decimal, ...]:
    """The percents of a band from low to high, as decimal fractions."""
    step = percent_step(scheme)
    count = int((band.high - band.low) / step)
    return tuple(band.low + place * step for place in range(count + 1))


def percent_step(scheme: Scheme) -> Decimal:
    """The step of percents; where a direct scheme has bands for single leaves, the usual one."""
    return scheme.step if scheme.scale is Scale.MATURITY else MATURITY_STEP
