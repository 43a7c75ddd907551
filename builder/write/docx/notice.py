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
    files = plan.files
    return {
        "申报组织": plan.applicant,
        "奖项": plan.award,
        # An office's own template may name all files in one sentence.
        "材料": "》《".join(dict.fromkeys(one.material for one in files)),
        "文件": "、".join(one.file for one in files),
        "结论": "；".join(dict.fromkeys(one.outcome for one in files)),
        "得分": next((one.score for one in files if one.score), ""),
        "各文件": tuple(
            {
                "材料": one.material,
                "文件": one.file,
                "奖项": one.award,
                "结论": one.outcome,
                "得分": one.score,
            }
            for one in files
        ),
        "补正": plan.mending,
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
