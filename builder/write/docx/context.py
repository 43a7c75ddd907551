"""A document plan under the Chinese names that template tags use."""

from collections.abc import Mapping

from builder.plan.document_parts import (
    Answer,
    DocumentPlan,
    DocumentSection,
    Table,
)
from builder.plan.reminders import Reminder

Context = Mapping[str, object]


def template_context(plan: DocumentPlan) -> dict[str, object]:
    """Every value a tag of the template can print, as nested mappings and tuples of texts."""
    return {
        "奖项": plan.cover.award,
        "标题": plan.cover.title,
        "版次": plan.cover.edition,
        "来源": plan.cover.source,
        "总分": plan.cover.points,
        "选择": plan.cover.chosen,
        "封面空项": plan.cover.blanks,
        "方案编号": plan.identity.scheme_id,
        "校验码": plan.identity.fingerprint,
        "页注": plan.page_note,
        "须知标题": plan.guide_heading,
        "须知": plan.guide,
        "提醒": _reminders(plan.reminders),
        "各节": tuple(_section(section) for section in plan.sections),
        "清单": {"标题": plan.checklist.heading, **_table(plan.checklist.table)},
    }


def _section(section: DocumentSection) -> Context:
    return {
        "编号": section.code,
        "级别": section.level,
        "标题": section.heading,
        "计分说明": section.facts,
        "提醒": _reminders(section.reminders),
        "评价要点": tuple({"文字": line.text, "分值": line.points} for line in section.criteria),
        "注": section.notes,
        "原文表": tuple(_table(table) for table in section.tables),
        "填写": None if section.answer is None else _answer(section.answer),
    }


def _answer(answer: Answer) -> Context:
    return {
        "提示": answer.prompts,
        "占位文字": answer.placeholder,
        "证据": _table(answer.evidence),
    }


def _reminders(reminders: tuple[Reminder, ...]) -> tuple[Context, ...]:
    return tuple({"类别": reminder.kind, "文字": reminder.text} for reminder in reminders)


def _table(table: Table) -> Context:
    return {"表名": table.caption, "表头": table.header, "行": table.rows}
