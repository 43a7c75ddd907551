"""The structure family of the catalogue."""

from builder.findings.rule import Rule

STRUCTURE_RULES: tuple[Rule, ...] = ()
