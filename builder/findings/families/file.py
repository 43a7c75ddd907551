"""The file family of the catalogue."""

from builder.findings.rule import Rule

FILE_RULES: tuple[Rule, ...] = ()
