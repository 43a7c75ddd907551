"""The entries of the front matter's lists: choices, rules, conditions, acknowledgements."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from yaml.nodes import Node

from builder.load.fields import Fields, Keys, open_fields
from builder.load.problems import Problems
from builder.model.scheme import (
    Choice,
    Composition,
    Condition,
    Correction,
    Discrepancy,
    Remark,
    Threshold,
)

Entry = TypeVar("Entry")


def read_entries(
    head: Fields, key: str, keys: Keys, read: Callable[[Fields], Entry | None]
) -> tuple[Entry, ...]:
    """Every entry of a list that can be read; the others are reported and left out."""
    entries = (read_entry(node, key, keys, read, head.problems) for node in head.items(key))
    return tuple(entry for entry in entries if entry is not None)


def read_entry(
    node: Node,
    key: str,
    keys: Keys,
    read: Callable[[Fields], Entry | None],
    problems: Problems,
) -> Entry | None:
    """One entry, or ``None`` with the reason reported."""
    fields = open_fields(node, key, keys, problems)
    return None if fields is None else read(fields)


CHOICE_KEYS = Keys(required=("name", "options"), optional=("default",))


def read_choice(fields: Fields) -> Choice | None:
    """One question for the office with its options."""
    name, options = fields.text("name"), fields.texts("options")
    default = fields.text("default")
    if name is None:
        return None
    return Choice(name=name, options=options, default=default, position=fields.position)


COMPOSITION_KEYS = Keys(required=("code", "terms", "wording"))
_TERM_KEYS = Keys(required=("factor", "code"))


def read_composition(fields: Fields) -> Composition | None:
    """One rule that computes an indicator from others."""
    code, wording = fields.code("code"), fields.text("wording")
    terms = read_entries(fields, "terms", _TERM_KEYS, _read_term)
    if code is None or wording is None:
        return None
    return Composition(code=code, terms=terms, wording=wording, position=fields.position)


def _read_term(fields: Fields) -> tuple[Decimal, str] | None:
    factor, code = fields.number("factor"), fields.code("code")
    return None if factor is None or code is None else (factor, code)


CONDITION_KEYS = Keys(required=("code", "text"), optional=("circumstances", "variant"))


def read_condition(fields: Fields) -> Condition | None:
    """One eligibility requirement or veto item."""
    code, text = fields.code("code"), fields.text("text")
    circumstances, variant = fields.texts("circumstances"), fields.variant("variant")
    if code is None or text is None:
        return None
    return Condition(
        code=code,
        text=text,
        circumstances=circumstances,
        variant=variant,
        position=fields.position,
    )


THRESHOLD_KEYS = Keys(required=("points", "wording"))


def read_threshold(fields: Fields) -> Threshold | None:
    """The suggested line."""
    points, wording = fields.number("points"), fields.text("wording")
    return None if points is None or wording is None else Threshold(points=points, wording=wording)


DISCREPANCY_KEYS = Keys(required=("where", "stated", "actual", "treatment"))


def read_discrepancy(fields: Fields) -> Discrepancy | None:
    """One acknowledged contradiction."""
    where, treatment = fields.text("where"), fields.text("treatment")
    stated, actual = fields.number("stated"), fields.number("actual")
    if where is None or stated is None or actual is None or treatment is None:
        return None
    return Discrepancy(
        where=where, stated=stated, actual=actual, treatment=treatment, position=fields.position
    )


CORRECTION_KEYS = Keys(required=("where", "value", "basis", "approver", "date"))


def read_correction(fields: Fields) -> Correction | None:
    """One signed change of points."""
    where, value = fields.text("where"), fields.number("value")
    basis, approver, day = fields.text("basis"), fields.text("approver"), fields.date("date")
    if where is None or value is None or basis is None or approver is None or day is None:
        return None
    return Correction(
        where=where, value=value, basis=basis, approver=approver, date=day,
        position=fields.position,
    )  # fmt: skip


REMARK_KEYS = Keys(required=("where", "text"))


def read_remark(fields: Fields) -> Remark | None:
    """One remark on a place of the notice."""
    where, text = fields.text("where"), fields.text("text")
    return (
        None
        if where is None or text is None
        else Remark(where=where, text=text, position=fields.position)
    )
