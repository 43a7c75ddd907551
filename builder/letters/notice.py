"""补正通知书 as data: what an applicant must set right, in the order of how much it weighs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from builder.findings.finding import Finding, Place, has_more_than_hints, to_applicant
from builder.findings.rule import Severity
from builder.formula.render import plain_number, shown_number
from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.letters.shortened import NoticeLine, told_lines, within_pages
from builder.model.material import Material, material_of
from builder.model.office import Office
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
_USUAL_RETURN = "改好后将原文件交回主办单位。"
# What an office says of returning stands in every kit; the day in it is that of the call.
_ABOUT_RETURN = "交回方式如下，期限以本通知所写的日期为准。"
_BOOK_STAYS, _REPORT_STAYS = "公式、原文、分值和工作表", "章节标题和原有的表格"
_MARKED = "随本通知附有加了批注的文件的，可直接在该文件上修改后交回。"
_AGAIN = "请按上面的办法重新保存或重新填写，再提交。"
_IN_BOOK = "见加了批注的评分表：各格已标色，“问题清单”逐项列出"
_IN_REPORT = "见加了批注的申报材料：问题写在正文旁边的批注里"


@frozen
class NoticeChapter:
    """The lines of one severity under their heading."""

    heading: str
    lines: tuple[NoticeLine, ...]


@frozen
class NoticeFile:
    """One file the letter is about: which material, its name and award, what came of it."""

    material: str
    file: str
    award: str
    outcome: str
    score: str


@frozen
class NoticePlan:
    """The letter to one applicant; every text can stand in a Word file.

    ``award`` is what it applied for; a file says it again only where the files do not agree.
    ``mending`` is how to set right what stands in the ``chapters``. ``return_numeral`` numbers
    what the template says of returning the files, after the chapters.
    """

    applicant: str
    award: str
    files: tuple[NoticeFile, ...]
    office: str
    mending: tuple[str, ...]
    return_to: tuple[str, ...]
    return_numeral: str
    chapters: tuple[NoticeChapter, ...]


def needs_notice(verdicts: Iterable[Verdict]) -> bool:
    """Whether an applicant is written to: a file could not be read, or it has something to mend."""
    return any(
        one.status is Status.UNREADABLE or has_more_than_hints(to_applicant(one.findings))
        for one in verdicts
    )


def plan_notice(applicant: str, verdicts: Sequence[Verdict], office: Office) -> NoticePlan:
    """The letter about all files of one applicant, in the name of an office."""
    told = {one.path: to_applicant(one.findings) for one in verdicts}
    found = [finding for findings in told.values() for finding in findings]
    groups = [
        (severity, _once(one for one in found if one.rule.severity is severity))
        for severity in Severity
    ]
    present = [(severity, findings) for severity, findings in groups if findings]
    names = _short_names(verdicts)
    files = tuple(_file(one, told[one.path], alone=_agree(verdicts)) for one in verdicts)
    returned = tuple(map(holdable, office.return_to))
    mending = (_mending(verdicts), *((_ABOUT_RETURN,) if returned else ()))
    chapters = within_pages(
        [told_lines(findings, names) for _, findings in present],
        len(returned) + len(mending) + 2 * len(files),
        [_everything(findings) for _, findings in present],
    )
    awards = {one.award for one in verdicts if one.award}
    return NoticePlan(
        applicant=holdable(applicant) or _UNNAMED,
        award=holdable(next(iter(awards))) if len(awards) == 1 else _UNNAMED_AWARD,
        files=files,
        office=holdable(office.name) or _UNNAMED_OFFICE,
        mending=mending,
        return_to=returned or (_USUAL_RETURN,),
        return_numeral=_NUMERALS[len(present)],
        chapters=tuple(
            NoticeChapter(
                heading=f"{_NUMERALS[place]}、{_CHAPTERS[severity]}",
                lines=tuple(map(_held, lines)),
            )
            for place, ((severity, _), lines) in enumerate(zip(present, chapters, strict=True))
        ),
    )


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that say of one file what was said of another before."""
    said: dict[tuple[str, str, str, str], Finding] = {}
    for one in findings:
        whole = one.place.within() if one.place != Place(path=one.place.path) else ""
        key = (one.place.path if whole else "", whole + one.code, one.message, one.fix)
        said.setdefault(key, one)
    return [*said.values()]


def _agree(verdicts: Iterable[Verdict]) -> bool:
    return len({one.called for one in verdicts if one.award}) <= 1


def _short_names(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """What stands before a place, so that it is known in which file; nothing for one file."""
    if len(verdicts) == 1:
        return {}
    kinds = [material_of(one.path) for one in verdicts]
    counts = Counter(kinds)
    numbers: Counter[Material] = Counter()
    names: dict[str, str] = {}
    for verdict, kind in zip(verdicts, kinds, strict=True):
        numbers[kind] += 1
        names[verdict.path] = f"{kind.short}{numbers[kind] if counts[kind] > 1 else ''}"
    return names


def _file(verdict: Verdict, told: Sequence[Finding], *, alone: bool) -> NoticeFile:
    score = verdict.score
    points = ""
    if score is not None:
        points = f"{shown_number(score.total)} 分（满分 {plain_number(score.maximum)} 分）"
    return NoticeFile(
        material=material_of(verdict.path).value,
        file=holdable(PurePath(verdict.path).name),
        award="" if alone else holdable(verdict.called),
        outcome=_outcome(verdict, told),
        score=points,
    )


def _outcome(verdict: Verdict, told: Sequence[Finding]) -> str:
    if verdict.status is Status.UNREADABLE:
        return "无法核验"
    counts = Counter(one.rule.severity for one in told)
    words = "、".join(f"{each.label} {counts[each]} 处" for each in Severity if counts[each])
    return f"发现{words}" if words else "没有发现问题"


def _mending(verdicts: Iterable[Verdict]) -> str:
    """How to change the files that could be read; what could not be is to be made anew."""
    read = [one for one in verdicts if one.status is not Status.UNREADABLE]
    kinds = {material_of(one.path) for one in read}
    stays = (
        _BOOK_STAYS if Material.WORKBOOK in kinds else "",
        _REPORT_STAYS if Material.REPORT in kinds else "",
    )
    kept = "、".join(filter(None, stays))
    return f"请在原文件中修改，不要改动{kept}；{_MARKED}" if kept else _AGAIN


def _everything(findings: Iterable[Finding]) -> str:
    """Where everything is told, of which a letter has only a part."""
    kinds = {material_of(one.place.path) for one in findings}
    where = (
        _IN_BOOK if Material.WORKBOOK in kinds else "",
        _IN_REPORT if Material.REPORT in kinds else "",
    )
    return "；".join(filter(None, where))


def _held(line: NoticeLine) -> NoticeLine:
    return replace(
        line,
        place=holdable(line.place),
        message=holdable(line.message),
        fix=holdable(line.fix),
    )
