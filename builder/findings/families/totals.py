"""The totals family of the catalogue."""

from builder.findings.rule import Rule

TOTAL_RULES: tuple[Rule, ...] = ()
