"""Points written under an indicator that does not say how it is scored: none is only printed."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.checks.alternatives import asked_codes
from builder.load.problems import finding_at
from builder.load.rule_tables import holds_points
from builder.load.sentences import certain_way, points_in
from builder.model.leaf_rules import Way
from builder.model.official import Indicator, Parts, Position
from builder.model.points import is_leaf
from builder.model.scheme import Scheme


def check_points_count(scheme: Scheme) -> Iterator[Finding]:
    """Points in a table or in sentences stand under what says how it is scored.

    A remark that quotes the words says that they are known to be only printed.
    """
    asked = asked_codes(scheme)
    for node in scheme.walk:
        if node.unscored or node.rule is not None or node.code in asked:
            continue
        found = _in_table(scheme, node) or _in_sentences(scheme, node)
        if found is not None:
            where, words = found
            yield finding_at("QA281", where, indicator=node.code, actual=node.label, expected=words)


def certain_ways(scheme: Scheme) -> dict[str, Way]:
    """By code how an indicator is scored that only says what each piece takes off or gives."""
    found = {}
    for node in scheme.walk:
        scored = any(item.points is not None for item in node.criteria)
        if scored or node.points is None or node.tables or not is_leaf(scheme, node):
            continue
        way = certain_way([(item.label, item.text) for item in node.criteria], node.points)
        if way is not None:
            found[node.code] = way
    return found


def _in_table(scheme: Scheme, node: Indicator) -> tuple[Position, str] | None:
    if node.parts is not None or node.points is None or not is_leaf(scheme, node):
        return None
    table = next((one for one in node.tables if holds_points(one, node.points)), None)
    return None if table is None else (table.position, "、".join(table.header))


def _in_sentences(scheme: Scheme, node: Indicator) -> tuple[Position, str] | None:
    """The first sentence with points, and the words of all."""
    if node.parts is Parts.ONE or (node.parts and any(item.points for item in node.criteria)):
        return None
    quoted = [one.text for one in scheme.remarks if one.where == node.code]
    found = {
        at: words
        for at, words in _said(node).items()
        if not any(word in text for text in quoted for word in words)
    }
    words = dict.fromkeys(word for said in found.values() for word in said)
    return (node.criteria[min(found)].position, "、".join(words)) if found else None


def _said(node: Indicator) -> dict[int, tuple[str, ...]]:
    return points_in(
        [item.text for item in node.criteria],
        [item.points for item in node.criteria],
        node.points,
    )
