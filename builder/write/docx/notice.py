"""补正通知书 as a Word file: a planned letter poured into an office's template."""

from pathlib import Path

from builder.letters.notice import NoticePlan
from builder.word.template_tags import NOTICE
from builder.write.docx.document import DocumentBytes
from builder.write.docx.pouring import pour


def write_notice(plan: NoticePlan, template: Path) -> DocumentBytes:
    """The letter in the template's look; the same plan and template always give the same bytes."""
    return pour(template, NOTICE, notice_context(plan))


def notice_context(plan: NoticePlan) -> dict[str, object]:
    """Every value a tag of the template can print."""
    return {
        "申报组织": plan.applicant,
        "奖项": plan.award,
        "材料": plan.material,
        "文件": plan.file,
        "结论": plan.outcome,
        "得分": plan.score,
        "主办单位": plan.office,
        "交回": plan.return_to,
        "交回序号": plan.return_numeral,
        "问题分组": tuple(
            {
                "名目": chapter.heading,
                "问题": tuple(
                    {
                        "序号": line.number,
                        "位置": line.place,
                        "代码": line.code,
                        "说明": line.message,
                        "办法": line.fix,
                    }
                    for line in chapter.lines
                ),
            }
            for chapter in plan.chapters
        ),
    }
