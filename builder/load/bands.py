"""Bands of a maturity scale: from low to high, every percent of the scale in exactly one."""

from decimal import Decimal

from builder.load.fields import Fields, Keys, open_fields
from builder.model.scheme import Band, Scale

BAND_KEYS = Keys(required=("name", "low", "high"))


def read_bands(head: Fields, scale: Scale | None, step: Decimal | None) -> tuple[Band, ...]:
    """The bands that can be read; a maturity scale must have them, and they must join.

    The first may begin above 0: a notice can leave the lowest percents undescribed. A direct scale
    may describe bands as well; its step is in points and cannot tell whether they join.
    """
    if scale is Scale.MATURITY and "bands" not in head.nodes:
        head.problems.add("QA115", head.position, expected="bands")
    bands: list[Band] = []
    for node in head.items("bands"):
        fields = open_fields(node, "bands", BAND_KEYS, head.problems)
        band = None if fields is None else _read_band(fields)
        if fields is None or band is None:
            continue
        before = bands[-1] if bands else None
        joins = scale is not Scale.MATURITY or step is None or _joins(band, before, step)
        if not joins or band.low > band.high:
            head.problems.add("QA158", fields.position, actual=band.name)
        bands.append(band)
    return tuple(bands)


def _read_band(fields: Fields) -> Band | None:
    name, low, high = fields.text("name"), fields.percent("low"), fields.percent("high")
    if name is None or low is None or high is None:
        return None
    return Band(name=name, low=low, high=high)


def _joins(band: Band, before: Band | None, step: Decimal) -> bool:
    on_steps = not band.low % step and not band.high % step
    return on_steps and (before is None or band.low == before.high + step)
