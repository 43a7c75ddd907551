"""The ordered catalogue of every finding; no message text lives anywhere else."""

from builder.findings.families.alike import ALIKE_RULES
from builder.findings.families.answers import ANSWER_RULES
from builder.findings.families.applicant import APPLICANT_RULES
from builder.findings.families.batch import BATCH_RULES
from builder.findings.families.causes import CAUSE_RULES
from builder.findings.families.cross import CROSS_RULES
from builder.findings.families.data import DATA_RULES
from builder.findings.families.desk import DESK_RULES
from builder.findings.families.disk import DISK_RULES
from builder.findings.families.distribution import DISTRIBUTION_RULES
from builder.findings.families.editions import EDITION_RULES
from builder.findings.families.evidence import EVIDENCE_RULES
from builder.findings.families.file import FILE_RULES
from builder.findings.families.filling import FILLING_RULES
from builder.findings.families.form import FORM_RULES
from builder.findings.families.identity import IDENTITY_RULES
from builder.findings.families.intake import INTAKE_RULES
from builder.findings.families.kit import KIT_RULES
from builder.findings.families.leaf_answers import LEAF_ANSWER_RULES
from builder.findings.families.leaf_rules import LEAF_RULE_RULES
from builder.findings.families.ledger import LEDGER_RULES
from builder.findings.families.limits import LIMIT_RULES
from builder.findings.families.misread import MISREAD_RULES
from builder.findings.families.notice import NOTICE_RULES
from builder.findings.families.office import OFFICE_RULES
from builder.findings.families.output import CARRIED_RULES, OUTPUT_RULES
from builder.findings.families.panel import PANEL_RULES
from builder.findings.families.panel_agreeing import PANEL_AGREEING_RULES
from builder.findings.families.panel_asked import PANEL_ASKED_RULES
from builder.findings.families.panel_assigned import PANEL_ASSIGNED_RULES
from builder.findings.families.panel_blind import PANEL_BLIND_RULES
from builder.findings.families.panel_stages import PANEL_STAGE_RULES
from builder.findings.families.report import REPORT_CONTENT_RULES, REPORT_FILE_RULES
from builder.findings.families.returning import RETURNING_RULES
from builder.findings.families.rules import RULE_RULES
from builder.findings.families.scheme import SCHEME_RULES
from builder.findings.families.seen import SEEN_RULES
from builder.findings.families.selfcheck import SELFCHECK_RULES
from builder.findings.families.structure import STRUCTURE_RULES
from builder.findings.families.totals import TOTAL_RULES
from builder.findings.families.unlikely import UNLIKELY_RULES
from builder.findings.families.workbook_template import WORKBOOK_TEMPLATE_RULES
from builder.findings.rule import Rule

# The families in the order of their first codes, each under the title people read.
FAMILIES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("方案", SCHEME_RULES),
    ("选择", KIT_RULES),
    ("方案的限度", LIMIT_RULES),
    ("主办单位设置", OFFICE_RULES),
    ("文件", FILE_RULES),
    ("收件", INTAKE_RULES),
    ("计分方式", LEAF_RULE_RULES),
    ("标识", IDENTITY_RULES),
    ("结构", STRUCTURE_RULES),
    ("申报材料的结构", REPORT_FILE_RULES),
    ("一次改动许多格", CAUSE_RULES),
    ("看到的", SEEN_RULES),
    ("答案", ANSWER_RULES),
    ("基本信息", APPLICANT_RULES),
    ("看不出的内容", MISREAD_RULES),
    ("可能填错的内容", UNLIKELY_RULES),
    ("计分方式的答案", LEAF_ANSWER_RULES),
    ("申报材料的内容", REPORT_CONTENT_RULES),
    ("合计", TOTAL_RULES),
    ("与同批文件比较", ALIKE_RULES),
    ("证据", EVIDENCE_RULES),
    ("数据", DATA_RULES),
    ("评分表与申报材料", CROSS_RULES),
    ("文档模板", OUTPUT_RULES),
    ("退回", RETURNING_RULES),
    ("模板带进材料的内容", CARRIED_RULES),
    ("成批核验", BATCH_RULES),
    ("工作簿模板", WORKBOOK_TEMPLATE_RULES),
    ("按名单下发", DISTRIBUTION_RULES),
    ("自查页", SELFCHECK_RULES),
    ("写入", DISK_RULES),
    ("规则提示", RULE_RULES),
    ("专家评审", PANEL_RULES),
    ("评审的名单和规则", PANEL_ASKED_RULES),
    ("由通知起草方案", NOTICE_RULES),
    ("盲评", PANEL_BLIND_RULES),
    ("评审分工", PANEL_ASSIGNED_RULES),
    ("合议和现场评审", PANEL_AGREEING_RULES),
    ("评审以后的阶段", PANEL_STAGE_RULES),
    ("方案写成表", FORM_RULES),
    ("版次与沿用", EDITION_RULES),
    ("填写申报材料", FILLING_RULES),
    ("年度和台账", LEDGER_RULES),
    ("工作台", DESK_RULES),
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for _, rules in FAMILIES for rule in rules), key=lambda rule: int(rule.code[2:]))
)

RULES_BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
