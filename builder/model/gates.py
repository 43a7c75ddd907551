"""What must be reached besides points, and what an applicant is called in the end.

A gate never changes a number and decides nothing: it is shown with its consequence in words, and
people draw it.
"""

from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen
from builder.model.official import Position

# What a gate may be asked of instead of a code: every scored item, or those marked as required.
EVERY, REQUIRED = "all", "required"
# A code that ends so means every scored item beneath it.
BENEATH = ".*"


class ReachKind(StrEnum):
    """How it is told whether one item is reached."""

    POINTS = "points"
    SHARE = "share"
    OPTION = "option"
    MET = "met"


@frozen
class Reach:
    """How far an item must come: points, a decimal fraction of its points, or a named ``option``.

    What is ``MET`` needs no amount: an answer that is 符合, or another gate that is passed.
    """

    kind: ReachKind
    amount: Decimal = Decimal(1)
    option: str = ""


@frozen
class Least:
    """How many items must be reached: so many, or a decimal fraction of those that apply."""

    amount: Decimal
    share: bool = False


ALL = Least(amount=Decimal(1), share=True)


@frozen
class Gate:
    """A requirement of the notice: how many of some items must be reached, and how far.

    ``items`` are codes of indicators, conditions and other gates, the total, or one of the words
    above. ``consequence`` is what follows where it is not met, in words; a gate without any is only
    a part of another, or of a level.
    """

    code: str
    wording: str
    items: tuple[str, ...]
    position: Position
    reach: Reach = Reach(kind=ReachKind.MET)
    at_least: Least = ALL
    consequence: str = ""
    variant: tuple[tuple[str, str], ...] = ()


@frozen
class Level:
    """A named conclusion: from so many points of the total, under ``below``, with these gates.

    The first of a scheme's levels that holds is the conclusion.
    """

    name: str
    position: Position
    points: Decimal | None = None
    below: Decimal | None = None
    gates: tuple[str, ...] = ()
    variant: tuple[tuple[str, str], ...] = ()


@frozen
class Share:
    """The weight of an indicator for one option, as a decimal fraction."""

    indicator: str
    weight: Decimal
    position: Position


@frozen
class Terms:
    """What differs for one option of a choice: the total, the step, weights of indicators."""

    variant: tuple[tuple[str, str], ...]
    position: Position
    total: Decimal | None = None
    step: Decimal | None = None
    weights: tuple[Share, ...] = ()
