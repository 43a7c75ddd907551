"""How a leaf is scored: the kinds of answer an indicator takes, and what turns them into points.

An indicator without a rule of its own is scored as its scheme is, by points or by a percent in a
band. Bounds of a measure are in its unit: 80 for 80 %.
"""

from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen

# What the names of figures hold that are gains, differences or the like.
_BELOW_NOUGHT = (
    *"利盈亏净益增减差升降温偏",
    *("变动", "变化", "同比", "环比", "现金流", "回报", "余额", "结余"),
)
# What the names of averages hold, which are in parts even of whole things.
_AVERAGE = "均"
# Units of which there are no halves.
_WHOLE = frozenset("项个件次人家名篇种台套份起例户天")


def is_counted(unit: str) -> bool:
    """Whether a unit counts whole things."""
    return unit in _WHOLE


class Way(StrEnum):
    """The ways to score, as a heading names them."""

    DIRECT = "direct"
    MATURITY = "maturity"
    ONE = "one"
    MANY = "many"
    YES_NO = "yes_no"
    BANDED = "banded"
    INTERPOLATED = "interpolated"
    DEDUCTED = "deducted"
    ADDED = "added"


@frozen
class DirectPoints:
    """Points typed from 0 to full marks; without a ``step`` in that of the scheme."""

    step: Decimal | None = None


@frozen
class PercentInBand:
    """A band, then a percent of the points inside it."""


@frozen
class Option:
    """Something to choose: what the notice calls it and its points, from ``least`` up to them."""

    text: str
    points: Decimal
    least: Decimal | None = None

    @property
    def has_range(self) -> bool:
        """Whether choosing it leaves points to choose."""
        return self.least is not None and self.least != self.points


@frozen
class PickOne:
    """One of some options; ``step`` is that of points inside one, by default the scheme's."""

    options: tuple[Option, ...]
    step: Decimal | None = None

    @property
    def has_ranges(self) -> bool:
        """Whether some option leaves points to choose."""
        return any(option.has_range for option in self.options)


@frozen
class PickMany:
    """Each option met or not; all that are met count, or only the ``best`` so many of them."""

    options: tuple[Option, ...]
    best: int | None = None


@frozen
class Datum:
    """A figure that is entered: the letter a formula calls it by, its name and its unit."""

    letter: str
    name: str
    unit: str = ""

    @property
    def is_count(self) -> bool:
        """Whether it is a number of whole things, and no average of such."""
        return is_counted(self.unit) and _AVERAGE not in self.name

    @property
    def goes_below(self) -> bool:
        """Whether its name is of something that may fall below nought, such as a profit."""
        return any(word in self.name for word in _BELOW_NOUGHT)


@frozen
class Span:
    """Some values of a measure and their points; a bound that is ``None`` is open.

    ``printed`` is how the notice writes it.
    """

    printed: str
    points: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    with_low: bool = True
    with_high: bool = False


@frozen
class Knot:
    """A value of a measure and the points it is worth; between two the points go straight."""

    value: Decimal
    points: Decimal


@frozen
class Ratio:
    """A formula of entered figures: a number, a letter, or two formulas joined by a sign.

    With ``^`` the right one is a whole number, a power, or one divided by it, a root.
    """

    sign: str = ""
    left: "Ratio | None" = None
    right: "Ratio | None" = None
    letter: str = ""
    number: Decimal | None = None

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters it names, in their order, each once."""
        if self.letter:
            return (self.letter,)
        return tuple(dict.fromkeys(letter for part in self._parts for letter in part.letters))

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers it is written with."""
        own = () if self.number is None else (self.number,)
        return (*own, *(number for part in self._parts for number in part.numbers))

    @property
    def is_root(self) -> bool:
        """Whether it is a root, which only what is not below nought has."""
        return self.sign == "^" and self.right is not None and self.right.number is None

    @property
    def _parts(self) -> tuple["Ratio", ...]:
        return tuple(part for part in (self.left, self.right) if part is not None)


@frozen
class Measure:
    """A figure and the points it is worth: by ``spans``, or else straight between ``knots``.

    With a ``formula`` the figure is computed of ``data``, as ``written``; without one ``data`` is
    the figure itself.
    """

    unit: str
    data: tuple[Datum, ...]
    spans: tuple[Span, ...] = ()
    knots: tuple[Knot, ...] = ()
    formula: Ratio | None = None
    written: str = ""
    places: int | None = None


@frozen
class Case:
    """Something that is counted: the points for each, and the most it comes to."""

    text: str
    each: Decimal
    most: Decimal | None = None


@frozen
class Cases:
    """Cases times their numbers, off full marks or on top of nothing.

    Where only the ``highest`` counts they are not added up.
    """

    cases: tuple[Case, ...]
    deducted: bool
    highest: bool = False


LeafRule = DirectPoints | PercentInBand | PickOne | PickMany | Measure | Cases
