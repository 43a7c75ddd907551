"""The ordered catalogue of every finding; no message text lives anywhere else."""

from builder.findings.families.answers import ANSWER_RULES
from builder.findings.families.applicant import APPLICANT_RULES
from builder.findings.families.data import DATA_RULES
from builder.findings.families.disk import DISK_RULES
from builder.findings.families.distribution import DISTRIBUTION_RULES
from builder.findings.families.evidence import EVIDENCE_RULES
from builder.findings.families.file import FILE_RULES
from builder.findings.families.identity import IDENTITY_RULES
from builder.findings.families.kit import KIT_RULES
from builder.findings.families.limits import LIMIT_RULES
from builder.findings.families.office import OFFICE_RULES
from builder.findings.families.output import OUTPUT_RULES
from builder.findings.families.rules import RULE_RULES
from builder.findings.families.scheme import SCHEME_RULES
from builder.findings.families.structure import STRUCTURE_RULES
from builder.findings.families.totals import TOTAL_RULES
from builder.findings.families.workbook_template import WORKBOOK_TEMPLATE_RULES
from builder.findings.rule import Rule

RULES: tuple[Rule, ...] = (
    *SCHEME_RULES,
    *KIT_RULES,
    *LIMIT_RULES,
    *OFFICE_RULES,
    *FILE_RULES,
    *IDENTITY_RULES,
    *STRUCTURE_RULES,
    *ANSWER_RULES,
    *APPLICANT_RULES,
    *TOTAL_RULES,
    *EVIDENCE_RULES,
    *DATA_RULES,
    *OUTPUT_RULES,
    *WORKBOOK_TEMPLATE_RULES,
    *DISTRIBUTION_RULES,
    *DISK_RULES,
    *RULE_RULES,
)

RULES_BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
