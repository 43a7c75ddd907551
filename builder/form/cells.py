"""A value as the text of a cell, and such a text as what it means.

A list stands with a line each, a record within a cell as ``名称=值；名称=值``, a list in that with
``、``. What could not be told apart again is not shown at all.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from builder.load.key_names import KEYS, english
from builder.load.said import Said
from builder.load.shapes import UNKNOWN, Shape, Sort

Meaning = str | tuple["Meaning", ...] | Mapping[str, "Meaning"]
PART, EQUALS, AND = "；", "=", "、"
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_PARTS, _ANDS = re.compile(r"[；;]"), re.compile(r"[、，,]")


def shown(said: Said | None, shape: Shape) -> str | None:
    """The cell of a value, ``None`` where a cell could not give it back."""
    if said is None:
        return ""
    if shape.sort is Sort.LIST:
        items = said.items if said.sort is Sort.LIST else (said,)
        lines = [_line(one, shape.item or UNKNOWN) for one in items]
        return None if None in lines or not lines else "\n".join(line or "" for line in lines)
    return _line(said, shape)


def tidy(text: str, shape: Shape) -> str:
    """A text that somebody typed as the cell of what it means."""
    if shape.sort is Sort.LIST:
        lines = (tidy(line, shape.item or UNKNOWN) for line in text.split("\n"))
        return "\n".join(line for line in lines if line)
    words = " ".join(text.split())
    if shape.sort in (Sort.NUMBER, Sort.AMOUNT) and is_number(words):
        return f"{Decimal(words).normalize():f}"
    if shape.sort is Sort.RECORD:
        return PART.join(part.strip() for part in _PARTS.split(words) if part.strip())
    return shape.words.get(words, words)


def is_number(cell: str) -> bool:
    """Whether a cell holds a number written in digits."""
    return _NUMBER.fullmatch(cell) is not None


def meaning(cell: str, shape: Shape) -> Meaning | None:
    """What a tidy cell says, ``None`` where a record in it is not written as one."""
    if shape.sort is Sort.LIST:
        items = [meaning(line, shape.item or UNKNOWN) for line in cell.split("\n") if line]
        return None if None in items else tuple(one for one in items if one is not None)
    if shape.sort is Sort.RECORD:
        return _record(cell, shape)
    return cell


def _line(said: Said, shape: Shape) -> str | None:
    if shape.sort is Sort.RECORD:
        return _pairs(said, shape)
    return None if said.sort is not Sort.TEXT else tidy(said.text, shape)


def _pairs(said: Said, shape: Shape) -> str | None:
    """A record within a cell, where its parts can be told apart again."""
    parts: list[str] = []
    for one in said.keys:
        inner = shape.keys.get(one.name)
        if inner is None:
            return None
        items = one.value.items if one.value.sort is Sort.LIST else (one.value,)
        words = [tidy(each.text, inner.item or inner) for each in items]
        apart = all(each.sort is Sort.TEXT for each in items) and not any(
            _PARTS.search(word) or (len(words) > 1 and _ANDS.search(word)) for word in words
        )
        if not apart or not words:
            return None
        parts.append(f"{KEYS.get(one.name, one.name)}{EQUALS}{AND.join(words)}")
    return PART.join(parts)


def _record(cell: str, shape: Shape) -> dict[str, Meaning] | None:
    said: dict[str, Meaning] = {}
    for part in _PARTS.split(cell):
        key, sign, value = part.replace("＝", EQUALS, 1).partition(EQUALS)
        name = english(key.strip(), shape.keys, KEYS)
        inner = shape.keys.get(name)
        if not sign or inner is None or name in said or not value.strip():
            return None
        many = inner.sort is Sort.LIST
        words = _ANDS.split(value) if many else [value]
        tidied = tuple(tidy(word, inner.item or inner) for word in words)
        said[name] = tidied if many else tidied[0]
    return said
