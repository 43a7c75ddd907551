"""The evidence family of the catalogue."""

from builder.findings.rule import Rule

EVIDENCE_RULES: tuple[Rule, ...] = ()
