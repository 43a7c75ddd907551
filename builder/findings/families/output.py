"""The output family of the catalogue."""

from builder.findings.rule import Rule

OUTPUT_RULES: tuple[Rule, ...] = ()
