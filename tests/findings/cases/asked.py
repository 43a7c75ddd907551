"""Panels that were asked for what there is not: other rounds, columns, applicants, rules, names."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.cli.phrase_option import given_phrase
from builder.findings.finding import Finding, Place
from builder.model.panel.join import Join
from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.pipeline.panel.archiving import freeze
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.planning import consensus_plan, review_plan
from builder.pipeline.panel.record_files import RECORD_FILE, TASK_FILE, read_record, record_bytes
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.panel.rules_held import amiss
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.findings.cases.said import Case, codes, put, said
from tests.support.lists import save_list
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    fill,
    filled_panel,
    finished,
    handed_in,
    merged_panel,
    read_back,
    renamed,
    reviewed,
    sign,
    site_scores,
    taken_away,
    task_of,
)

ALIKE = ("甲精密机械公司", "乙电子科技公司")


def _of_another_round(folder: Path) -> list[str]:
    first = task_of(reviewed(folder / "前", called="前一轮"))
    old = fill(folder / "前", first, first.seats[0]).read_bytes()
    task = filled_panel(folder)
    put(folder / "评审" / task.seats[0].file, old)
    return codes(read_opinions(folder / "评审", task, (), Verifier()).findings)


def _in_stages(*, whole: bool) -> Case:
    """A panel in two stages, both applicants signed; if not ``whole``, one score is left open."""

    def ask(folder: Path) -> list[str]:
        rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
        merged_panel(folder, filled_panel(folder), rules)
        merged = read_back(folder)
        site = site_scores(merged)
        sign(folder, merged, "C01", site)
        sign(folder, merged, "C02", site if whole else site | {next(iter(site)): None})
        return codes(finished(folder, merged).findings)

    return ask


def _heading(folder: Path) -> list[str]:
    rows = save_list(folder / "名单.xlsx", ("姓名", "是否回避"), ("张三丰", "甲"))
    return codes(read_reviewers(rows).findings)


def oddly_called(folder: Path) -> list[str]:
    rows = (("姓名", "角色"), ("张三丰", "组张"))
    return codes(read_reviewers(save_list(folder / "名单.xlsx", *rows)).findings)


def remarked(folder: Path) -> list[str]:
    rows = (("姓名", "备注"), ("张三丰", "与甲公司有利害关系，需回避"))
    return codes(read_reviewers(save_list(folder / "名单.xlsx", *rows)).findings)


def _avoiding(*avoided: str, applicants: Iterable[str] = COMPANIES) -> Case:
    """One reviewer after another has to avoid what is given."""
    rows = [(name, role, other) for (name, role, _), other in zip(REVIEWERS, avoided, strict=False)]
    return lambda folder: codes(reviewed(folder, reviewers=rows, applicants=applicants).findings)


def _working_at(folder: Path) -> list[str]:
    handed_in(folder / "收件")
    rows = (("张三丰", COMPANIES[0]), ("李四光", "质检院"))
    listed = save_list(folder / "名单.xlsx", ("姓名", "工作单位"), *rows)
    return said("review", folder / "收件", "--reviewers", listed, "-o", folder / "评审")


def _short_of_reviewers(folder: Path) -> list[str]:
    return codes(reviewed(folder, least=4).findings)


def _nearly_weighed(folder: Path) -> list[str]:
    rows = (("张三丰", "技术专家", ""), ("李四光", "技术专加", ""))
    rules = PanelRules(join=Join.WEIGHTED, weights=(("技术专家", Decimal(2)),))
    task = task_of(reviewed(folder, reviewers=rows))
    return codes(amiss(rules, task, Place(), Verifier()))


def _changed_since(change: Callable[[Path, Merged], None], rules: str = "join: mean") -> Case:
    """A panel of which something is not any more as it was when it agreed."""

    def ask(folder: Path) -> list[str]:
        merged_panel(folder, filled_panel(folder))
        merged = read_back(folder)
        for code, _ in merged.task.names:
            sign(folder, merged, code)
        change(folder, merged)
        source = put(folder / "规则.yaml", rules.encode())
        return codes(finished(folder, replace(merged, source=str(source))).findings)

    return ask


def _other_task(folder: Path, merged: Merged) -> None:
    put(folder / "评审" / TASK_FILE, record_bytes(renamed(merged.task, "再评")))


def _first_gone(folder: Path, merged: Merged) -> None:
    (folder / "评审" / merged.task.seats[0].file).unlink()


def _merged(rules: PanelRules) -> Case:
    return lambda folder: codes(merged_panel(folder, filled_panel(folder), rules).findings)


def _late(change: Callable[[Path, Merged], None] | None = None, *, ranked: bool = False) -> Case:
    """A review of the second applicant comes after both were signed."""

    def ask(folder: Path) -> list[str]:
        task = filled_panel(folder)
        seat = next(one for one in task.seats if one.name == "R1-C02")
        late = taken_away(folder, seat)
        merged_panel(folder, task, without=(seat.name,))
        merged = read_back(folder)
        for code, _ in merged.task.names:
            sign(folder, merged, code)
        if change is not None:
            change(folder, merged)
        put(folder / "评审" / seat.file, late)
        again = merged_panel(folder, task).findings
        return codes(finished(folder, read_back(folder)).findings if ranked else again)

    return ask


def _frozen_inside(folder: Path) -> list[str]:
    found = freeze(folder, folder / "存档.zip")
    return [] if found is None else [found.code]


def _over_total(folder: Path, merged: Merged) -> None:
    path = folder / "合议" / "C02-合议表.xlsx"
    total = consensus_plan(merged, "C02", Verifier()).total
    book = openpyxl.load_workbook(path)
    book[total.sheet].cell(total.row, total.column).value = 1
    book.save(path)


def _no_phrase(folder: Path) -> list[str]:
    found = given_phrase(put(folder / "口令.txt", b" "))
    return [found.code] if isinstance(found, Finding) else []


def _off_scale(folder: Path) -> list[str]:
    task = filled_panel(folder)
    leaf = review_plan(task, task.seats[0], Verifier()).leaves[0]
    fill(folder, task, task.seats[0], more={indicator_name("score", leaf.code): Decimal(999)})
    return codes(read_opinions(folder / "评审", task, (), Verifier()).findings)


def _traced(*, gone: bool) -> Case:
    """A number is asked for after the first review was changed, or all of them are gone."""

    def ask(folder: Path) -> list[str]:
        merged_panel(folder, filled_panel(folder))
        merged = read_back(folder)
        for code, _ in merged.task.names:
            sign(folder, merged, code)
        finished(folder, merged)
        path = folder / "结果" / RECORD_FILE
        record = read_record(path, PanelRecord, "QA957")
        assert isinstance(record, PanelRecord)
        if gone:
            shutil.rmtree(folder / "评审")
        else:
            fill(folder, merged.task, merged.task.seats[0], Decimal("0.3"))
        return codes(trace_number(record, str(path), "C01", "total", Verifier()).findings)

    return ask


ASKED_CASES: dict[str, Case] = {
    "QA960": _of_another_round,
    "QA961": _in_stages(whole=False),
    "QA962": _heading,
    "QA963": _avoiding("甲精密机戒"),
    "QA964": _avoiding("", "公司", applicants=ALIKE),
    "QA965": _avoiding("、".join(COMPANIES), COMPANIES[0]),
    "QA966": _merged(PanelRules(places=3)),
    "QA967": _merged(PanelRules(tie_break=("1.9",))),
    "QA968": _merged(PanelRules(line=Decimal("500.1"))),
    "QA969": lambda folder: codes(reviewed(folder, called="初/评").findings),
    "QA970": _late(_over_total),
    "QA971": _late(ranked=True),
    "QA972": _late(),
    "QA973": _frozen_inside,
    "QA974": _avoiding(COMPANIES[0][1:], ""),
    "QA975": _working_at,
    "QA976": _short_of_reviewers,
    "QA977": _avoiding("、".join(COMPANIES), ""),
    "QA978": _merged(PanelRules(least=4)),
    "QA979": _nearly_weighed,
    "QA980": _changed_since(_other_task),
    "QA981": _changed_since(_first_gone),
    "QA982": _changed_since(lambda _folder, _merged: None, "join: median"),
    "QA983": _traced(gone=False),
    "QA984": _traced(gone=True),
    "QA985": _off_scale,
    "QA986": _no_phrase,
}
CLEAN: dict[str, Case] = {
    "两个阶段的合议表": _in_stages(whole=True),
    "有回避的名单": _avoiding("", COMPANIES[0]),
    "对得上的规则": _merged(PanelRules(tie_break=("1.1",), line=Decimal(500))),
}
