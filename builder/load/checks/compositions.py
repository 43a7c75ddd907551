"""Rules that compute one indicator from the indicators beneath it, in every kit they stand in."""

from collections.abc import Iterable, Iterator

from builder.findings.finding import Finding
from builder.load.checks.kits import every_kit
from builder.load.checks.places import unknown_place
from builder.load.checks.sums import has_worth, scored_children
from builder.load.problems import finding_at
from builder.model.official import Indicator
from builder.model.points import TOTAL
from builder.model.scheme import Composition, Scheme


def check_compositions(scheme: Scheme) -> Iterator[Finding]:
    """Rules name scored children; a kit has one rule an indicator, and it leaves no child out.

    A rule stands only in the kits that have all its terms; one that stands in none is of no use.
    """
    nodes = {node.code: node for node in scheme.walk}
    children = {
        code: frozenset(_parts(scheme, nodes, code))
        for code in dict.fromkeys(rule.code for rule in scheme.compositions)
        if code in nodes or code == TOTAL
    }
    known = {*nodes, TOTAL}
    misnamed = [
        finding
        for rule in scheme.compositions
        for finding in _of_codes(rule, known, children.get(rule.code, frozenset()))
    ]
    # Rules of wrong terms stand in no kit; what the kits lack then would only be an echo.
    yield from _once(misnamed or _of_kits(scheme))


def _of_codes(rule: Composition, known: set[str], children: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with a rule whatever was chosen."""
    codes = (rule.code, *(code for _, code in rule.terms))
    for code in codes:
        yield from unknown_place(code, rule.position, known)
    if known.issuperset(codes):
        for _, code in rule.terms:
            if code not in children:
                yield finding_at("QA160", rule.position, actual=rule.code, expected=code)


def _of_kits(scheme: Scheme) -> Iterator[Finding]:
    """What is wrong with the rules that stand together in a kit, and with those that never do."""
    kits = tuple(every_kit(scheme))
    for kit in kits:
        yield from _of_kit(kit)
    standing = {rule for kit in kits for rule in kit.compositions}
    for rule in scheme.compositions:
        if kits and rule not in standing:
            yield finding_at("QA165", rule.position, actual=rule.code)


def _of_kit(kit: Scheme) -> Iterator[Finding]:
    nodes = {node.code: node for node in kit.walk}
    ruled: set[str] = set()
    for rule in kit.compositions:
        if rule.code in ruled:
            yield finding_at("QA164", rule.position, actual=rule.code)
            continue
        ruled.add(rule.code)
        used = {code for _, code in rule.terms}
        for code in _parts(kit, nodes, rule.code):
            if code not in used:
                yield finding_at("QA160", rule.position, actual=rule.code, expected=code)


def _parts(scheme: Scheme, nodes: dict[str, Indicator], code: str) -> tuple[str, ...]:
    """The codes of what gives points to an indicator, or to the total."""
    if code != TOTAL:
        return tuple(scored_children(nodes[code]))
    return tuple(root.code for root in scheme.indicators if has_worth(root))


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding once, however many kits or alternatives of an entry have it."""
    told: set[tuple[str, str, str]] = set()
    for one in findings:
        key = (one.code, one.message, str(one.place))
        if key not in told:
            told.add(key)
            yield one
