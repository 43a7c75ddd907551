"""The scheme family of the catalogue."""

from builder.findings.rule import Rule

SCHEME_RULES: tuple[Rule, ...] = ()
