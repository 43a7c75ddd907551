"""Frozen data read from JSON by its types alone; what does not fit is refused."""

import json
import types
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Data = TypeVar("Data")
# Exact points have some thirty digits.
_LONGEST_NUMBER = 80


class MisfitError(ValueError):
    """A record does not say what its type asks for."""


def parsed(text: str | bytes) -> object:
    """JSON as it is written; raises ``MisfitError`` where a key stands twice or it is none."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise MisfitError(str(error)) from error


def data_of(kind: type[Data], record: object) -> Data:
    """The data of a type that a record says; raises ``MisfitError`` where it says anything else."""
    found = _value(kind, record)
    if not isinstance(found, kind):
        raise MisfitError(kind.__name__)
    return found


def _value(kind: Any, record: Any) -> Any:
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        wanted = [each for each in inside if each is not type(None)]
        return None if record is None else _value(wanted[0], record)
    if origin is tuple:
        return _tuple(inside, _as(list, record))
    if origin is not None:
        return {_as(str, key): _value(inside[1], each) for key, each in _as(dict, record).items()}
    if is_dataclass(kind):
        return _dataclass(kind, _as(dict, record))
    if kind is Decimal:
        return _number(_as(str, record))
    if issubclass(kind, StrEnum):
        try:
            return kind(_as(str, record))
        except ValueError as error:
            raise MisfitError(str(record)) from error
    if kind is int and isinstance(record, bool):
        raise MisfitError("bool")
    return _as(kind, record)


def _tuple(inside: tuple[Any, ...], records: list[Any]) -> tuple[Any, ...]:
    if inside[-1] is Ellipsis:
        return tuple(_value(inside[0], each) for each in records)
    if len(records) != len(inside):
        raise MisfitError(str(len(records)))
    return tuple(_value(kind, each) for kind, each in zip(inside, records, strict=True))


def _dataclass(kind: Any, record: dict[str, Any]) -> Any:
    hints = _hints(kind)
    if record.keys() != hints.keys():
        raise MisfitError("、".join(sorted(record.keys() ^ hints.keys())))
    values = {name: _value(hint, record[name]) for name, hint in hints.items()}
    try:
        return kind(**values)
    except (KeyError, ValueError) as error:
        # The values fit their types and not each other.
        raise MisfitError(str(error)) from error


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise MisfitError("、".join(key for key, _ in pairs))
    return found


def _number(text: str) -> Decimal:
    try:
        if len(text) > _LONGEST_NUMBER:
            raise MisfitError(text[:_LONGEST_NUMBER])
        found = Decimal(text)
    except InvalidOperation as error:
        raise MisfitError(text) from error
    if not found.is_finite() or abs(found.adjusted()) > _LONGEST_NUMBER:
        raise MisfitError(text)
    return found


def _as(kind: type, record: Any) -> Any:
    if not isinstance(record, kind):
        raise MisfitError(type(record).__name__)
    return record
