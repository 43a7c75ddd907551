"""What two schemes say that no comparison here has words for: nothing is passed over in silence."""

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from builder.model.official import Position


def differ_beside(one: object, other: object, compared: Collection[str]) -> bool:
    """Whether two things of a kind differ in a field that is not among those ``compared``."""
    return any(
        said(getattr(one, name)) != said(getattr(other, name))
        for name in _names(one)
        if name not in compared
    )


def said(value: object) -> object:
    """What a value says, wherever in its file it says it."""
    if isinstance(value, Decimal):
        return value.normalize()
    if isinstance(value, tuple):
        return tuple(map(said, value))
    if isinstance(value, Position):
        return ""
    if is_dataclass(value):
        return tuple((name, said(getattr(value, name))) for name in _names(value))
    return value


def _names(value: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value))
