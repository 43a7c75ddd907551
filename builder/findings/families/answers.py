"""The answers family of the catalogue."""

from builder.findings.rule import Rule

ANSWER_RULES: tuple[Rule, ...] = ()
