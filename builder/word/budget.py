"""How many characters each indicator may take of the whole report: its share by points."""

from collections.abc import Mapping
from decimal import Decimal

from builder.model.official import Indicator
from builder.model.points import effective_points
from builder.model.scheme import Scheme

# Shares are guidance, so that a round number is more honest than an exact one.
_ROUNDED_TO = 10


def character_shares(scheme: Scheme, characters: int) -> Mapping[str, int]:
    """The share of every indicator by its code, rounded down to tens.

    Points divide among indicators with points; what has none shares alike in those of the node
    above it. What is not scored has no share, nor has a veto, which is answered in a word.
    """
    shares: dict[str, int] = {}
    _divide(scheme, scheme.indicators, Decimal(characters), shares)
    return shares


def _divide(
    scheme: Scheme, nodes: tuple[Indicator, ...], amount: Decimal, shares: dict[str, int]
) -> None:
    scored = [node for node in nodes if not node.unscored and not node.veto]
    points = {node.code: effective_points(scheme, node) for node in scored}
    total = sum((value for value in points.values() if value is not None), Decimal())
    for node in scored:
        own = points[node.code]
        if total:
            part = Decimal() if own is None else amount * own / total
        else:
            part = amount / len(scored)
        if part:
            shares[node.code] = int(part) // _ROUNDED_TO * _ROUNDED_TO
        _divide(scheme, node.children, part, shares)
