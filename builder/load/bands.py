"""Bands of a maturity scale: from low to high, up to 100 %, every percent in exactly one."""

from decimal import Decimal

from builder.load.fields import Fields, Keys, open_fields, position_of
from builder.model.descriptors import listed_percents, lists_band
from builder.model.scheme import Band, Scale

BAND_KEYS = Keys(required=("name", "low", "high"))


def read_bands(head: Fields, scale: Scale | None, step: Decimal | None) -> tuple[Band, ...]:
    """The bands that can be read; a maturity scale must have them, and they must join.

    The first may begin above 0: a notice can leave the lowest percents undescribed. A direct scale
    may describe bands as well; its step is in points and cannot tell whether they leave gaps.
    """
    if scale is Scale.MATURITY and "bands" not in head.nodes:
        head.problems.add("QA115", head.position, expected="bands")
    bands: list[Band] = []
    nodes = head.items("bands")
    for node in nodes:
        fields = open_fields(node, "bands", BAND_KEYS, head.problems)
        band = None if fields is None else _read_band(fields)
        if fields is not None and band is not None:
            _check(band, fields, bands, step if scale is Scale.MATURITY else None)
            bands.append(band)
    if bands and len(bands) == len(nodes) and bands[-1].high != 1:
        where = position_of(nodes[-1], head.problems)
        head.problems.add("QA168", where, actual=bands[-1].name)
    return tuple(bands)


def _check(band: Band, fields: Fields, before: list[Band], step: Decimal | None) -> None:
    """Report a band that is called like another, does not join, or is named by other percents."""
    problems, where = fields.problems, fields.position
    if any(band.name == other.name for other in before):
        problems.add("QA169", where, actual=band.name)
    overlaps = bool(before) and band.low <= before[-1].high
    gap = step is not None and not _joins(band, before[-1] if before else None, step)
    if overlaps or gap or band.low > band.high:
        problems.add("QA158", where, actual=band.name)
    elif listed_percents(band.name) and not lists_band(band.name, band, step):
        problems.add("QA166", where, actual=band.name)


def _read_band(fields: Fields) -> Band | None:
    name, low, high = fields.text("name"), fields.percent("low"), fields.percent("high")
    if name is None or low is None or high is None:
        return None
    return Band(name=name, low=low, high=high)


def _joins(band: Band, before: Band | None, step: Decimal) -> bool:
    on_steps = not band.low % step and not band.high % step
    return on_steps and (before is None or band.low == before.high + step)
