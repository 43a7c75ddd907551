"""补正通知书 as data: what an applicant must set right, in the order of how much it weighs."""

from dataclasses import replace
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.letters.shortened import NoticeLine, told_lines, within_pages
from builder.model.office import Office
from builder.model.returned_document import is_document
from builder.model.verdict import Status, Verdict

_CHAPTERS = {
    Severity.ERROR: "必须改正的问题",
    Severity.WARNING: "请核实并改正的问题",
    Severity.HINT: "提请注意的事项",
}
_NUMERALS = "一二三四五六七八九"
_UNNAMED = "申报组织"
_UNNAMED_OFFICE = "（主办单位）"
_UNNAMED_AWARD = "质量奖"
_WORKBOOK, _REPORT = "自评打分表", "申报材料"
_USUAL_RETURN = "改好后将原文件交回主办单位。"


@frozen
class NoticeChapter:
    """The lines of one severity under their heading."""

    heading: str
    lines: tuple[NoticeLine, ...]


@frozen
class NoticePlan:
    """The letter to one applicant; every text can stand in a Word file.

    ``return_numeral`` numbers what the template says of returning the file, after the chapters.
    """

    applicant: str
    award: str
    material: str
    file: str
    outcome: str
    score: str
    office: str
    return_to: tuple[str, ...]
    return_numeral: str
    chapters: tuple[NoticeChapter, ...]


def needs_notice(verdict: Verdict) -> bool:
    """Whether an applicant is written to: its file is not in order, or could not be read."""
    return verdict.status is not Status.CLEAN


def plan_notice(verdict: Verdict, office: Office) -> NoticePlan:
    """The letter about one verdict, in the name of an office."""
    groups = [
        (severity, [one for one in verdict.findings if one.rule.severity is severity])
        for severity in Severity
    ]
    present = [(severity, found) for severity, found in groups if found]
    score = verdict.score
    points = ""
    if score is not None:
        points = f"{plain_number(score.total)} 分（满分 {plain_number(score.maximum)} 分）"
    returned = tuple(map(holdable, office.return_to)) or (_USUAL_RETURN,)
    chapters = within_pages([told_lines(found) for _, found in present], len(returned))
    return NoticePlan(
        applicant=holdable(verdict.applicant) or _UNNAMED,
        award=holdable(verdict.award) or _UNNAMED_AWARD,
        material=_REPORT if verdict.report or _is_named_report(verdict) else _WORKBOOK,
        file=holdable(PurePath(verdict.path).name),
        outcome=_outcome(verdict, present),
        score=points,
        office=holdable(office.name) or _UNNAMED_OFFICE,
        return_to=returned,
        return_numeral=_NUMERALS[len(present)],
        chapters=tuple(
            NoticeChapter(
                heading=f"{_NUMERALS[place]}、{_CHAPTERS[severity]}",
                lines=tuple(map(_held, lines)),
            )
            for place, ((severity, _), lines) in enumerate(zip(present, chapters, strict=True))
        ),
    )


def _is_named_report(verdict: Verdict) -> bool:
    """Whether a file of which nothing else is known is called like a report."""
    return verdict.status is Status.UNREADABLE and is_document(verdict.path)


def _outcome(verdict: Verdict, present: list[tuple[Severity, list[Finding]]]) -> str:
    if verdict.status is Status.UNREADABLE:
        return "无法核验"
    counts = "、".join(f"{severity.label} {len(found)} 处" for severity, found in present)
    return f"发现{counts}" if counts else "没有发现问题"


def _held(line: NoticeLine) -> NoticeLine:
    return replace(
        line,
        place=holdable(line.place),
        message=holdable(line.message),
        fix=holdable(line.fix),
    )
