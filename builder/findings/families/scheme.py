"""The scheme family of the catalogue, by the codes of its parts."""

from builder.findings.families.scheme_body import SCHEME_BODY_RULES
from builder.findings.families.scheme_head import SCHEME_HEAD_RULES
from builder.findings.families.scheme_joins import SCHEME_JOIN_RULES
from builder.findings.families.scheme_readings import SCHEME_READING_RULES
from builder.findings.rule import Rule

SCHEME_RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*SCHEME_HEAD_RULES, *SCHEME_BODY_RULES, *SCHEME_READING_RULES, *SCHEME_JOIN_RULES),
        key=lambda rule: rule.code,
    )
)
