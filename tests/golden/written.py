"""What a file says in YAML, before it is known to be a case: exact numbers, texts, lists, keys."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

import yaml
from yaml.nodes import ScalarNode

from builder.formula.value import Value

_FRACTION = re.compile(r"(\d+)/(\d+)")
_PERCENT = re.compile(r"-?\d+(\.\d+)?%")

Written = Mapping[str, "Written"] | list["Written"] | Value


class _ExactLoader(yaml.CSafeLoader):
    """Numbers as exact decimals."""


def _exact(_: yaml.CSafeLoader, node: ScalarNode) -> Decimal:
    return Decimal(node.value)


_ExactLoader.add_constructor("tag:yaml.org,2002:int", _exact)
_ExactLoader.add_constructor("tag:yaml.org,2002:float", _exact)


def written_in(text: str) -> Mapping[str, Written]:
    """The keys and values of a YAML text."""
    return mapping(_ExactLoader(text).get_single_data())


def spread(written: Written) -> Iterator[tuple[str, Written]]:
    """The values by code, ``*`` standing for the places of a list."""
    for code, value in mapping(written).items():
        if code.endswith(".*"):
            for place, one in enumerate(list_of(value), start=1):
                yield f"{code[:-1]}{place}", one
        else:
            yield code, value


def note(written: Written) -> str:
    """A note, which may be a text repeated many times."""
    if isinstance(written, str):
        return written
    note = mapping(written)
    return str(note["repeat"]) * int(number(note["times"]))


def value(written: Written) -> Value:
    """A single answer, a percent as a fraction; anything else raises ``TypeError``."""
    if isinstance(written, str) and _PERCENT.fullmatch(written):
        return Decimal(written[:-1]) / 100
    if isinstance(written, Mapping | list):
        raise TypeError(f"{written} is no single value")
    return written


def number(written: Written) -> Decimal:
    """A number, or a fraction as ``226/3``; anything else raises ``TypeError``."""
    if isinstance(written, str) and (parts := _FRACTION.fullmatch(written)):
        return Decimal(parts[1]) / Decimal(parts[2])
    if not isinstance(written, Decimal):
        raise TypeError(f"{written!r} is no number")
    return written


def texts(written: Written) -> dict[str, str]:
    """A mapping whose values are taken as texts."""
    return {key: str(value) for key, value in mapping(written).items()}


def list_of(written: Written) -> list[Written]:
    """A list; nothing is an empty one, and a single value a list of one."""
    return [] if written is None else list(written) if isinstance(written, list) else [written]


def mapping(written: Written) -> Mapping[str, Written]:
    """A mapping; nothing is an empty one, and anything else raises ``TypeError``."""
    if written is None:
        return {}
    if not isinstance(written, Mapping):
        raise TypeError(f"{written!r} has no keys")
    return written
