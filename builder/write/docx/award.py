"""公示名单, 结果通知书, 评审会议纪要 and the signature page as Word files."""

from pathlib import Path

from builder.letters.award_papers import PublicityPlan, ResultPlan
from builder.letters.minutes import MinutesPlan, SignaturePlan
from builder.word.template_tags import MINUTES, PUBLICITY, RESULT, SIGNATURES
from builder.write.docx.document import DocumentBytes
from builder.write.docx.pouring import pour


def write_publicity(plan: PublicityPlan, template: Path) -> DocumentBytes:
    """The list in the template's look."""
    groups = tuple(
        {
            "名称": group.name,
            "行": tuple({"序号": number, "申报者": name} for number, name in group.rows),
        }
        for group in plan.groups
    )
    context = {
        "奖项": plan.award,
        "公示组": groups,
        "公示起": plan.since,
        "公示止": plan.until,
        "联系": plan.contact,
        "主办单位": plan.office,
    }
    return pour(template, PUBLICITY, context)


def write_result(plan: ResultPlan, template: Path) -> DocumentBytes:
    """The letter in the template's look."""
    context = {
        "申报者": plan.applicant,
        "奖项": plan.award,
        "获奖": "获奖" if plan.won else "",
        "组别": plan.group,
        "反馈": plan.feedback,
        "公示起": plan.since,
        "公示止": plan.until,
        "联系": plan.contact,
        "主办单位": plan.office,
    }
    return pour(template, RESULT, context)


def write_minutes(plan: MinutesPlan, template: Path) -> DocumentBytes:
    """The minutes in the template's look."""
    context = {
        "奖项": plan.award,
        "评审编号": plan.run,
        "参加人员": {"表头": plan.people.header, "行": plan.people.rows},
        "过程": tuple({"名目": label, "内容": words} for label, words in plan.steps),
        "规则": tuple({"名目": label, "内容": words} for label, words in plan.rules),
        "结果组": tuple(
            {"名称": table.caption, "表头": table.header, "行": table.rows}
            for table in plan.results
        ),
        "主办单位": plan.office,
    }
    return pour(template, MINUTES, context)


def write_signatures(plan: SignaturePlan, template: Path) -> DocumentBytes:
    """The page in the template's look."""
    bodies = tuple(
        {
            "名称": name,
            "人员": tuple(
                {"序号": number, "姓名": person, "角色": role} for number, person, role in people
            ),
        }
        for name, people in plan.bodies
    )
    context = {
        "奖项": plan.award,
        "评审编号": plan.run,
        "签字组": bodies,
        "主办单位": plan.office,
    }
    return pour(template, SIGNATURES, context)
