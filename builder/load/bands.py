"""Bands of a maturity scale: from low to high, up to 100 %, every percent in exactly one."""

from decimal import Decimal

from builder.load.fields import Grammar, Spot, position_of, read_record
from builder.load.problems import Problems
from builder.load.values import items, percent, text
from builder.model.descriptors import listed_percents, lists_band
from builder.model.official import Position
from builder.model.scheme import Band, Scale

BAND = Grammar(kind=Band, keys={"name": text, "low": percent, "high": percent})


def read_bands(spot: Spot) -> tuple[Band, ...]:
    """The bands that can be read; they must join.

    The first may begin above 0: a notice can leave the lowest percents undescribed. A direct scale
    may describe bands as well; its step is in points and cannot tell whether they leave gaps.
    """
    step = spot.above.get("step") if spot.above.get("scale") is Scale.MATURITY else None
    bands: list[Band] = []
    nodes = items(spot)
    for node in nodes:
        band = read_record(node, spot.key, BAND, spot.problems)
        if band is not None:
            _check(band, position_of(node, spot.problems), bands, step, spot.problems)
            bands.append(band)
    if bands and len(bands) == len(nodes) and bands[-1].high != 1:
        where = position_of(nodes[-1], spot.problems)
        spot.problems.add("QA168", where, actual=bands[-1].name)
    return tuple(bands)


def _check(
    band: Band, where: Position, before: list[Band], step: Decimal | None, problems: Problems
) -> None:
    """Report a band that is called like another, does not join, or is named by other percents."""
    if any(band.name == other.name for other in before):
        problems.add("QA169", where, actual=band.name)
    overlaps = bool(before) and band.low <= before[-1].high
    gap = step is not None and not _joins(band, before[-1] if before else None, step)
    if overlaps or gap or band.low > band.high:
        problems.add("QA158", where, actual=band.name)
    elif listed_percents(band.name) and not lists_band(band.name, band, step):
        problems.add("QA166", where, actual=band.name)


def _joins(band: Band, before: Band | None, step: Decimal) -> bool:
    on_steps = not band.low % step and not band.high % step
    return on_steps and (before is None or band.low == before.high + step)
