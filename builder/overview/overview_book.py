"""The workbook an office reads after a run: rankings, what was not readable, every problem."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.findings.finding import Finding
from builder.model.verdict import Status, Verdict
from builder.overview.edition_groups import NO_GROUPS, EditionGroups
from builder.overview.problems import plan_counts, plan_details
from builder.overview.ranking import Ranked, plan_ranking

_RANKING, _UNREADABLE, _LEFT_OUT = "排名", "无法核验", "没有核验"
_WIDTHS = (8.0, 44.0, 9.0, 50.0, 50.0)
_LEFT_OUT_WIDTHS = (8.0, 52.0, 9.0, 44.0, 50.0)
# What the name of a sheet may not hold, and how long one may be.
_NO_NAME, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\']"), 31
# Where the key of a ranking says why several editions stand together.
_TOLD = 4
_HEADINGS = ("文件号", "文件", "代码", "原因", "办法")


def plan_overview(
    verdicts: Sequence[Verdict],
    note: str = "",
    unopened: Sequence[Verdict] = (),
    left_out: Sequence[Finding] = (),
    editions: EditionGroups = NO_GROUPS,
) -> BookPlan:
    """The workbook about all files of a run, numbered from 1 in the order of their verdicts.

    Every award has a ranking of its own, and so has every choice within one: their scores do not
    measure the same; which of several editions do, ``editions`` says. ``note`` stands in the title
    of the first sheet. ``unopened`` are materials of which there is no verdict in ``verdicts``
    because nothing could open them; ``left_out`` is what else was handed in.
    """
    details = plan_details(verdicts)
    awards: dict[tuple[str, ...], list[Ranked]] = {}
    for file, verdict in enumerate(verdicts, start=1):
        if verdict.score is not None:
            parts = (part.label for part in verdict.score.parts)
            group = editions.of(verdict.fingerprint, verdict.award)
            key = (verdict.scheme, group.award, verdict.kit, group.called, group.told, *parts)
            ranked = Ranked(number=file, verdict=verdict, score=verdict.score)
            awards.setdefault(key, []).append(ranked)
    names = _sheet_names([*sorted(awards)])
    rankings = [
        plan_ranking(name, _title(key), ranked, details, key[_TOLD])
        for name, (key, ranked) in zip(names, sorted(awards.items()), strict=True)
    ]
    unreadable: list[tuple[int | None, Verdict]] = [
        (file, verdict)
        for file, verdict in enumerate(verdicts, start=1)
        if verdict.status is Status.UNREADABLE
    ]
    unreadable += [(None, verdict) for verdict in unopened]
    sheets = (
        *rankings,
        *((_unreadable(unreadable),) if unreadable else ()),
        *((_left_out(left_out),) if left_out else ()),
        plan_counts(verdicts, details),
        details.sheet,
    )
    noted = (_noted(sheets[0], note), *sheets[1:])
    return BookPlan(title="核验汇总", sheets=noted)


def _sheet_names(keys: Sequence[tuple[str, ...]]) -> list[str]:
    """What the sheet of each award is called: by the award where there are several."""
    if len(keys) == 1:
        return [_RANKING]
    names: list[str] = []
    for scheme, award, kit, edition, *_ in keys:
        options = "、".join(pair.partition("=")[2] for pair in kit.split("；") if pair)
        marks = "、".join(filter(None, (options, edition)))
        chosen = f"（{marks}）" if marks else ""
        called = _NO_NAME.sub("", f"{award or scheme}{chosen}")
        name, number = called[:_LONGEST_NAME], 1
        while name.casefold() in (each.casefold() for each in names):
            number += 1
            name = f"{called[: _LONGEST_NAME - len(str(number))]}{number}"
        names.append(name)
    return names


def _noted(sheet: SheetPlan, note: str) -> SheetPlan:
    title, *others = sheet.cells
    noted = replace(title, content=f"{title.content}（{note}）" if note else title.content)
    return replace(sheet, cells=(noted, *others))


def _title(key: tuple[str, ...]) -> str:
    scheme, award, kit, edition = key[:_TOLD]
    called = f"版次：{edition}" if edition else ""
    return "　".join(filter(None, (award or scheme, kit.replace("=", "："), called)))


def _unreadable(files: Sequence[tuple[int | None, Verdict]]) -> SheetPlan:
    canvas = Canvas(_UNREADABLE, _WIDTHS)
    canvas.title("无法核验的文件")
    canvas.headings(2, _HEADINGS)
    for row, (file, verdict) in enumerate(files, start=3):
        told = [(one.code, fitting(one.message), fitting(one.fix)) for one in verdict.findings]
        canvas.put(row, 1, Style.NUMBER, "—" if file is None else Decimal(file))
        canvas.texts(row, 2, (fitting(verdict.path), *(told[-1] if told else ("", "", ""))))
    return replace(canvas.sheet, head_rows=2, landscape=True)


def _left_out(findings: Sequence[Finding]) -> SheetPlan:
    canvas = Canvas(_LEFT_OUT, _LEFT_OUT_WIDTHS)
    canvas.title("没有核验的文件")
    canvas.headings(2, ("序号", *_HEADINGS[1:]))
    for row, one in enumerate(findings, start=3):
        canvas.put(row, 1, Style.NUMBER, Decimal(row - 2))
        canvas.texts(row, 2, tuple(map(fitting, (one.place.path, one.code, one.message, one.fix))))
    return replace(canvas.sheet, head_rows=2, landscape=True)
