"""The identity family of the catalogue."""

from builder.findings.rule import Rule

IDENTITY_RULES: tuple[Rule, ...] = ()
