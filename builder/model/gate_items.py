"""What a gate is asked of in one kit: its items one by one."""

import re
from decimal import Decimal

from builder.model.gates import BENEATH, EVERY, REQUIRED, Gate, Reach, ReachKind
from builder.model.leaf_rules import PickOne
from builder.model.official import Indicator
from builder.model.points import TOTAL, effective_points, effective_total, is_leaf, worth
from builder.model.scheme import Scheme


def items_of(scheme: Scheme, gate: Gate) -> tuple[str, ...]:
    """The codes of the items of a gate, each once, words for many of them spelt out."""
    found: list[str] = []
    for item in gate.items:
        if item == EVERY:
            found += (node.code for node in leaves(scheme))
        elif item == REQUIRED:
            found += (node.code for node in scheme.walk if node.required)
        elif item.endswith(BENEATH):
            above = item.removesuffix(BENEATH)
            found += (node.code for node in leaves(scheme) if node.code.startswith(f"{above}."))
        else:
            found.append(item)
    return tuple(dict.fromkeys(found))


def known_items(scheme: Scheme) -> tuple[str, ...]:
    """Every code that a gate may name."""
    conditions = (one.code for one in scheme.eligibility)
    scored = (node.code for node in scheme.walk if not node.unscored)
    return (*scored, TOTAL, *conditions, *(gate.code for gate in scheme.gates))


def points_wanted(scheme: Scheme, code: str, reach: Reach) -> Decimal | None:
    """The points from which an indicator or the total is reached, ``None`` where none are."""
    if reach.kind is ReachKind.POINTS:
        return reach.amount
    if code == TOTAL:
        grades = {name: Decimal(place) for place, name in enumerate(scheme.grades, start=1)}
        whole = effective_total(scheme) * reach.amount
        return whole if reach.kind is ReachKind.SHARE else grades.get(reach.option)
    node = next((one for one in scheme.walk if one.code == code), None)
    if node is None or reach.kind is ReachKind.MET:
        return None
    if reach.kind is ReachKind.SHARE:
        full = effective_points(scheme, node) or worth(scheme, node)
        return None if full is None else full * reach.amount
    options = node.rule.options if isinstance(node.rule, PickOne) else ()
    return next((one.points for one in options if _is_called(one.text, reach.option)), None)


def _is_called(text: str, name: str) -> bool:
    """Whether an option is the named one: by its letter, or by all its words."""
    return text == name or re.match(rf"{re.escape(name)}[.．、:：\s]", text) is not None


def leaves(scheme: Scheme) -> tuple[Indicator, ...]:
    """Every indicator in which a score is given."""
    return tuple(node for node in scheme.walk if is_leaf(scheme, node))


def shown_gates(scheme: Scheme) -> tuple[Gate, ...]:
    """The gates in the order in which each stands after those it is made of."""
    by_code = {gate.code: gate for gate in scheme.gates}
    ordered: dict[str, Gate] = {}

    def put(gate: Gate, above: frozenset[str]) -> None:
        for item in items_of(scheme, gate):
            if item in by_code and item not in above:
                put(by_code[item], above | {item})
        ordered.setdefault(gate.code, gate)

    for gate in scheme.gates:
        put(gate, frozenset((gate.code,)))
    return tuple(ordered.values())
