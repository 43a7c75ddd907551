"""The entries of the front matter's lists: choices, rules, conditions, acknowledgements."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from typing import TypeVar

from yaml.nodes import Node

from builder.load.fields import Fields, Keys, open_fields
from builder.load.problems import Problems
from builder.model.scheme import (
    Better,
    Choice,
    Composition,
    Condition,
    Correction,
    Discrepancy,
    Metric,
    Remark,
    Threshold,
    Weight,
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


CHOICE_KEYS = Keys(required=("name", "options"), optional=("default", "no_default"))


def read_choice(fields: Fields) -> Choice | None:
    """One question for the office with its options."""
    name, options = fields.text("name"), fields.texts("options")
    default, no_default = fields.text("default"), fields.text("no_default")
    if name is None:
        return None
    return Choice(
        name=name,
        options=options,
        default=default,
        no_default=no_default or "",
        position=fields.position,
    )


COMPOSITION_KEYS = Keys(required=("code", "terms", "wording"))
_TERM_KEYS = Keys(required=("factor",), optional=("code", "one_of"))


def read_compositions(head: Fields) -> tuple[Composition, ...]:
    """The rules that compute one indicator from others.

    An entry with a ``one_of`` term stands for as many rules as that term names indicators.
    """
    entries = read_entries(head, "compositions", COMPOSITION_KEYS, _read_rules)
    return tuple(rule for rules in entries for rule in rules)


def _read_rules(fields: Fields) -> tuple[Composition, ...] | None:
    code, wording = fields.code("code"), fields.text("wording")
    terms = read_entries(fields, "terms", _TERM_KEYS, _read_term)
    fields.check_not_empty("terms")
    if sum(len(term) > 1 for term in terms) > 1:
        # Two of them would stand for every pair; no notice has such a rule.
        fields.problems.add("QA114", fields.place("terms"), actual="one_of")
        return None
    if code is None or wording is None or not terms:
        return None
    return tuple(
        Composition(code=code, terms=picked, wording=wording, position=fields.position)
        for picked in product(*terms)
    )


def _read_term(fields: Fields) -> tuple[tuple[Decimal, str], ...] | None:
    """A factor with each of the indicators it may stand before, of which a kit has one."""
    factor, code, one_of = fields.number("factor"), fields.code("code"), fields.codes("one_of")
    if not {"code", "one_of"} & set(fields.nodes):
        fields.problems.add("QA115", fields.position, expected="code")
    elif {"code", "one_of"} <= set(fields.nodes):
        fields.problems.add("QA114", fields.place("one_of"), actual="code")
    codes = one_of if code is None else (code,)
    return None if factor is None or not codes else tuple((factor, one) for one in codes)


WEIGHT_KEYS = Keys(required=("item", "clause", "weight"))


def read_weight(fields: Fields) -> Weight | None:
    """The office's own weight of one clause in its item's percent."""
    item, clause = fields.code("item"), fields.code("clause")
    weight = fields.number("weight")
    if item is None or clause is None or weight is None:
        return None
    return Weight(item=item, clause=clause, weight=weight, position=fields.position)


METRIC_KEYS = Keys(required=("indicator", "name"), optional=("unit", "better"))


def read_metric(fields: Fields) -> Metric | None:
    """One figure that an indicator's criteria ask for."""
    indicator, name, unit = fields.code("indicator"), fields.text("name"), fields.text("unit")
    better = fields.one_of("better", tuple(way.value for way in Better))
    if indicator is None or name is None:
        return None
    return Metric(
        indicator=indicator,
        name=name,
        unit=unit or "",
        better=None if better is None else Better(better),
        position=fields.position,
    )


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
