"""Blind reviews and who reviews whom: what is hidden, what is proposed, what cannot be followed."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from builder.findings.finding import Finding, Place
from builder.model.panel.rules import PanelRules
from builder.panel.input_names import OVERALL
from builder.pipeline.panel.assigning import AssignOrder, assign, shortages
from builder.pipeline.panel.assignment import read_assignment
from builder.pipeline.panel.blinding import made_blind, told
from builder.pipeline.panel.hide_list import HideList, read_hide_list
from builder.pipeline.panel.key_file import by_name, misplaced, read_key
from builder.pipeline.panel.materials import gather
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.solving import Demand, NoSolverError, solve
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.findings.cases.agreeing import told_of_a_review
from tests.findings.cases.said import Case, codes
from tests.support.amended import amended
from tests.support.answers import complete_answers
from tests.support.assigned import FIRMS, PEOPLE, Change, put, read_changed, saved_table
from tests.support.lists import save_list
from tests.support.panels import (
    COMPANIES,
    KIT,
    REVIEWERS,
    fill,
    filled_panel,
    handed_in,
    merged_panel,
    read_back,
    reviewed,
    task_of,
)
from tests.support.workbooks import shipped_plan, write_filled


def _blind(name: str) -> Case:
    """What is told of one applicant made blind."""

    def ask(folder: Path) -> list[str]:
        plan = shipped_plan(KIT)
        path = folder / "甲-自评打分表.xlsx"
        write_filled(path, plan, complete_answers(plan) | {plan.applicant: name})
        gathered = gather((path,), Verifier())
        panel = made_blind(gathered.applicants, HideList(), Verifier())
        return codes(told(panel, Path("编号对照.xlsx")))

    return ask


def _hide(*rows: tuple[str, ...]) -> Case:
    return lambda folder: codes(
        read_hide_list(save_list(folder / "也隐去.xlsx", *rows), FIRMS).findings
    )


def _inside(folder: Path) -> list[str]:
    found = misplaced(folder, folder / "R1" / "编号对照.xlsx")
    return [] if found is None else [found.code]


def _no_key(folder: Path) -> list[str]:
    found = read_key(filled_panel(folder), folder / "没有.xlsx")
    return [found.code] if isinstance(found, Finding) else []


def _keyless(folder: Path) -> list[str]:
    task = replace(filled_panel(folder), key="x")
    merged_panel(folder, filled_panel(folder))
    merged = replace(read_back(folder), task=task)
    return codes(by_name(merged, folder / "评审", None)[1])


def _other_blindness(folder: Path) -> list[str]:
    first = task_of(reviewed(folder / "前", blind=True))
    task = filled_panel(folder)
    old = fill(folder / "前", first, first.seats[0]).read_bytes()
    (folder / "评审" / task.seats[0].file).write_bytes(old)
    return codes(read_opinions(folder / "评审", task, (), Verifier()).findings)


def _table(change: Change, least: int = 2) -> Case:
    return lambda folder: codes(read_changed(folder / "分工表.xlsx", change, least).findings)


def _idle(folder: Path) -> list[str]:
    people = (*PEOPLE, replace(PEOPLE[0], code="R5", name="钱七七"))
    table = saved_table(folder / "分工表.xlsx")
    return codes(read_assignment(table, people, FIRMS, frozenset(), 2).findings)


def _short(least: int, most: int, *apart: tuple[int, int]) -> Case:
    def ask(_: Path) -> list[str]:
        every = {(person, firm) for person in range(4) for firm in range(3)}
        demand = Demand(
            reviewers=4,
            applicants=3,
            eligible=frozenset(every - set(apart)),
            expert=frozenset(),
            least=least,
            most=most,
        )
        place = Place(path="名单.xlsx")
        return codes(shortages(demand, solve(demand), PEOPLE, FIRMS, place))

    return ask


def _assigned(*rows: tuple[str, ...], least: int = 2) -> Case:
    def ask(folder: Path) -> list[str]:
        order = AssignOrder(
            files=(handed_in(folder / "收件"),),
            reviewers=save_list(folder / "名单.xlsx", *rows),
            rules=PanelRules(),
            target=folder / "分工表.xlsx",
            template=shipped_templates().workbook,
            least=least,
        )
        return codes(assign(order, Verifier()).findings)

    return ask


def _no_solver(folder: Path) -> list[str]:
    missing = NoSolverError("没有安装")
    with patch("builder.pipeline.panel.assigning.solve", side_effect=missing):
        return list(_assigned(("姓名",), ("张三丰",), ("李四光",))(folder))


def _amended(*rows: tuple[str, str, str], least: int = 1) -> Case:
    def ask(folder: Path) -> list[str]:
        filled_panel(folder)
        return codes(amended(folder, *rows, least=least).findings)

    return ask


def _some_only(folder: Path) -> list[str]:
    filled_panel(folder)
    rows = ((COMPANIES[0], "张三丰"), (COMPANIES[1], "李四光"))
    amended(folder, *REVIEWERS, table=(("申报者", "评审员1"), *rows))
    return codes(amended(folder, *REVIEWERS, ("赵六合", "", "")).findings)


APART_CASES: dict[str, Case] = {
    "QA1080": _blind("江门海棠精密传动有限公司"),
    "QA1081": _blind("质量科技有限公司"),
    "QA1082": _blind("江门海棠精密传动有限公司"),
    "QA1083": _inside,
    "QA1084": _hide(("隐藏",), ("甲乙",)),
    "QA1085": _hide(("申报者", "也隐去"), ("丁", "甲乙")),
    "QA1086": _no_key,
    "QA1087": _hide(("也隐去",), ("甲",)),
    "QA1088": _keyless,
    "QA1089": _other_blindness,
    "QA1090": _table(put("C3", "专家")),
    "QA1091": _table(put("C4", "张三峰")),
    "QA1092": _table(put("A4", "丁公司")),
    "QA1093": _table(put("C4", "李四光")),
    "QA1094": _table(put("D4", "张三丰")),
    "QA1095": _table(put("A6", FIRMS[1])),
    "QA1096": _table(put("D4", None)),
    "QA1097": _idle,
    "QA1098": _short(3, 3, (0, 0), (1, 0)),
    "QA1099": _short(3, 2),
    "QA1100": _no_solver,
    "QA1101": _assigned(("姓名",), ("张三丰",), ("李四光",)),
    "QA1102": _assigned(("姓名", "行业"), ("张三丰", "航天"), ("李四光", ""), least=1),
    "QA1103": _amended(*REVIEWERS, ("赵六合", "", "")),
    "QA1104": _amended(*REVIEWERS),
    "QA1105": _amended(*REVIEWERS[:2], least=3),
    "QA1106": _some_only,
    "QA1107": told_of_a_review(lambda task: {OVERALL: f"{task.name('C02')}较好"}),
}
CLEAN: dict[str, Case] = {
    "分工表": _table(put("G4", None)),
    "也隐去的名单": _hide(("也隐去",), ("甲乙、丙丁",)),
}
