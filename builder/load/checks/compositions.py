"""Rules that compute one indicator from others."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.checks.places import unknown_place
from builder.load.problems import finding_at
from builder.model.scheme import Scheme


def check_compositions(scheme: Scheme) -> Iterator[Finding]:
    """Rules name known indicators, one rule an indicator, and none needs its own result."""
    known = {node.code for node in scheme.walk}
    needs: dict[str, set[str]] = {}
    for rule in scheme.compositions:
        for code in (rule.code, *(code for _, code in rule.terms)):
            yield from unknown_place(code, rule.position, known)
        if rule.code in needs:
            yield finding_at("QA160", rule.position, actual=rule.code)
        needs.setdefault(rule.code, set()).update(code for _, code in rule.terms)
    for node in scheme.walk:
        # A parent's score needs its children's, unless a rule computes it.
        if node.code not in needs:
            needs[node.code] = {child.code for child in node.children}
    for rule in scheme.compositions:
        if _needs_itself(rule.code, needs):
            yield finding_at("QA160", rule.position, actual=rule.code)


def _needs_itself(code: str, needs: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(needs.get(code, ()))
    while waiting:
        one = waiting.pop()
        if one == code:
            return True
        if one not in seen:
            seen.add(one)
            waiting += needs.get(one, ())
    return False
