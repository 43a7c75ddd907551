"""A document plan under the Chinese names that template tags use."""

from collections.abc import Mapping

from builder.kit.reminders import Reminder
from builder.word import parts, words
from builder.write.docx.styled import Styled

Context = Mapping[str, object]


def template_context(plan: parts.DocumentPlan) -> dict[str, object]:
    """Every value a tag of the template can print, as nested mappings and tuples of texts."""
    return {
        "奖项": plan.cover.award,
        "年度": plan.cover.year,
        "标题": plan.cover.title,
        "版次": plan.cover.edition,
        "来源": plan.cover.source,
        "总分": plan.cover.points,
        "选择": plan.cover.chosen,
        "封面空项": plan.cover.blanks,
        "方案编号": plan.identity.scheme,
        "校验码": plan.identity.fingerprint,
        "页注": plan.page_note,
        "承诺书": None if plan.pledge is None else _pledge(plan.pledge),
        "须知标题": plan.guide.heading,
        "须知": plan.guide.lines,
        "提醒": _reminders(plan.reminders),
        "申报表": None if plan.form is None else _form(plan.form),
        "概述": None if plan.overview is None else _overview(plan.overview),
        "自评报告": {**_part(plan.report), "说明号": plan.report.sign},
        "各节": tuple(_section(section) for section in plan.sections),
        "清单": {**_part(plan.checklist), **_table(plan.checklist.table)},
        "推荐意见": None if plan.recommendation is None else _boxes(plan.recommendation),
        "原文说明": None if plan.remarks is None else _remarks(plan.remarks),
        "附录": None if plan.reference is None else _reference(plan.reference),
    }


def _styled(line: parts.CriterionLine) -> str | Styled:
    """A line as a tag prints it; one without marks is a plain text."""
    return Styled(text=line.text, marks=line.marks) if line.marks else line.text


def _part(part: parts.WordPart) -> Context:
    return {"标题": part.heading, "说明": part.lines}


def _pledge(pledge: parts.Pledge) -> Context:
    return {"标题": pledge.heading, "段落": pledge.lines, "签署": pledge.signatures}


def _form(form: parts.Form) -> Context:
    return {**_part(form), "组": tuple(_group(group) for group in form.groups)}


def _group(group: parts.FormGroup) -> Context:
    return {
        "名称": group.title,
        # A row of one blank has nothing in its second place.
        "行": tuple(
            tuple({"标签": cell.label} for cell in row) + ("",) * (2 - len(row))
            for row in group.rows
        ),
        "年表头": group.year_header,
        "年表": tuple(row.label for row in group.years),
        "提示": "".join(group.hints),
        "注": _numbered(group.hints),
    }


def _numbered(hints: tuple[str, ...]) -> str:
    """The hints as the note under a table; nothing where there are none."""
    lines = (f"{number}. {hint}" for number, hint in enumerate(hints, start=1))
    return f"注：{'　'.join(lines)}" if hints else ""


def _overview(overview: parts.Overview) -> Context:
    return {**_part(overview), "各节": tuple(_section(one) for one in overview.sections)}


def _boxes(recommendation: parts.Recommendation) -> Context:
    return {**_part(recommendation), "栏": recommendation.boxes, "落款": recommendation.closing}


def _remarks(remarks: parts.Remarks) -> Context:
    return {
        **_part(remarks),
        "条目": tuple(
            {"序号": one.number, "类别": one.kind, "文字": one.text} for one in remarks.remarks
        ),
        "条件": tuple(
            {
                "名称": one.title,
                "各条": tuple({"编号": code, "文字": text} for code, text in one.texts),
            }
            for one in remarks.conditions
        ),
    }


def _reference(reference: parts.Reference) -> Context:
    return {
        **_part(reference),
        "分值表": _table(reference.points),
        "原文": tuple(
            {
                "标题": text.title,
                "级别": text.level,
                "内容": tuple(
                    {"文字": _styled(part), "表": None}
                    if isinstance(part, parts.CriterionLine)
                    else {"文字": "", "表": _table(part)}
                    for part in text.contents
                ),
            }
            for text in reference.texts
        ),
    }


def _section(section: parts.DocumentSection) -> Context:
    return {
        "编号": section.code,
        "级别": section.level,
        "标题": section.heading,
        "说明号": section.sign,
        "计分说明": section.facts,
        "提醒": _reminders(section.reminders),
        "评价要点": tuple(
            {"文字": _styled(line), "分值": line.points} for line in section.criteria
        ),
        "注": tuple(map(_styled, section.notes)),
        "原文表": tuple(_table(table) for table in section.tables),
        "填写": None if section.answer is None else _answer(section.answer),
    }


def _answer(answer: parts.AnswerPlace) -> Context:
    return {
        "提示": answer.prompts,
        "占位文字": answer.placeholder,
        "字数": answer.characters or 0,
        "近三年": None if answer.figures is None else _table(answer.figures),
        "证据": None if answer.evidence is None else _evidence(answer.evidence),
    }


def _evidence(table: parts.Table) -> Context:
    """The table, and whether a column says which criterion is proved."""
    return {**_table(table), "分要点": table.header[-1] == words.EVIDENCE_CRITERION}


def _reminders(reminders: tuple[Reminder, ...]) -> tuple[Context, ...]:
    return tuple({"类别": reminder.kind, "文字": reminder.text} for reminder in reminders)


def _table(table: parts.Table) -> Context:
    return {"表名": table.caption, "表头": table.header, "行": table.rows}
