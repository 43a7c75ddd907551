"""What the values of a file look like, so that another face of it can be laid out by the grammar.

A grammar says how each value is read; a reader that is ``Shaped`` also says what it reads. Of one
that says nothing the value itself tells.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, fields, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from builder.frozen import frozen
from builder.load.fields import Grammar, Spot

Read_co = TypeVar("Read_co", covariant=True)


class Sort(StrEnum):
    """The sorts of value; an amount is a number or a percent, a code never a number."""

    UNKNOWN = "unknown"
    TEXT = "text"
    NUMBER = "number"
    AMOUNT = "amount"
    DAY = "day"
    CODE = "code"
    WORD = "word"
    LIST = "list"
    RECORD = "record"


@frozen
class Shape:
    """What a value looks like: ``item`` is that of a list's entries, ``keys`` those of a record.

    ``required`` are the keys that cannot be left out. ``words`` are the words it may be, or that
    have a meaning of their own, with what a reader of Chinese calls them. ``usual`` is what counts
    where nothing is said, as a file says it in Chinese.
    """

    sort: Sort = Sort.UNKNOWN
    words: Mapping[str, str] = field(default_factory=dict)
    item: "Shape | None" = None
    keys: Mapping[str, "Shape"] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    usual: str = ""


@frozen
class Shaped(Generic[Read_co]):
    """A reader of values that says what they look like."""

    read: Callable[[Spot], Read_co]
    shape: Shape

    def __call__(self, spot: Spot) -> Read_co:
        """What it reads."""
        return self.read(spot)


UNKNOWN = Shape()


def shape_of(read: Callable[[Spot], object]) -> Shape:
    """What the values look like that a reader reads."""
    return read.shape if isinstance(read, Shaped) else UNKNOWN


def listed(item: Shape) -> Shape:
    """A list of such values."""
    return Shape(sort=Sort.LIST, item=item)


def recorded(grammar: Grammar[Any]) -> Shape:
    """A record of that grammar."""
    made: Any = grammar.kind
    usual = {one.name: one.default for one in fields(made)}
    keys = {
        name: _with_usual(shape_of(read), usual.get(name)) for name, read in grammar.keys.items()
    }
    return Shape(sort=Sort.RECORD, keys=keys, required=(*grammar.required, *grammar.missed))


def _with_usual(shape: Shape, value: object) -> Shape:
    word = str(value).lower() if isinstance(value, bool) else str(value)
    if word in shape.words:
        return replace(shape, usual=shape.words[word])
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        return shape
    percent = shape.sort is Sort.AMOUNT
    plain = f"{(Decimal(value) * (100 if percent else 1)).normalize():f}"
    return replace(shape, usual=f"{plain}%" if percent else plain)
