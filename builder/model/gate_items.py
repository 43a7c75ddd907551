"""What a gate is asked of in one kit: its items one by one."""

from builder.model.gates import BENEATH, EVERY, REQUIRED, Gate
from builder.model.official import Indicator
from builder.model.points import TOTAL, is_leaf
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
