"""The blanks of a rule's wording, and a finding in which all of them are filled."""

import string

from builder.findings.finding import Finding, Place
from builder.findings.rule import Rule

# The blanks that the place and the two sides of a finding fill.
GIVEN = {"expected", "actual", "sheet", "cell", "indicator"}


def blanks(template: str) -> set[str]:
    """The names of a template's blanks."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def found_under(rule: Rule) -> Finding:
    """A finding of the rule in which every blank says its own name."""
    names = blanks(rule.message) | blanks(rule.fix)
    return Finding(
        code=rule.code,
        place=Place(path="某文件", sheet="《sheet》", cell="《cell》", indicator="《indicator》"),
        expected="《expected》",
        actual="《actual》",
        details={name: f"《{name}》" for name in names - GIVEN},
    )
