"""The workbook about a run: ranked exactly, live formulas that another engine agrees with."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import formualizer
import pytest

from builder.book.book_plan import BookPlan
from builder.book.evaluation import Evaluation
from builder.findings.finding import Finding, Place
from builder.formula.expression import Cell
from builder.model.verdict import Status, Verdict
from builder.overview.overview_book import plan_overview
from builder.write.xlsx.workbook import workbook_bytes
from tests.oracles.agreement import same_value
from tests.oracles.test_formualizer import value_of
from tests.oracles.test_sdk_validator import faults
from tests.support.answers import complete_answers
from tests.support.workbooks import (
    PENGJIANG,
    PROVED_KITS,
    filled_bytes,
    shipped_look,
    shipped_plan,
)
from tests.verify.judged import judged

LOST = Verdict(
    path="丙.xlsx",
    status=Status.UNREADABLE,
    findings=(Finding(code="QA201", place=Place(path="丙.xlsx")),),
)


@cache
def verdict(kit: str, ratio: str, name: str) -> Verdict:
    plan = shipped_plan(kit)
    answers = complete_answers(plan, ratio=Decimal(ratio)) | {plan.applicant: name}
    with TemporaryDirectory() as folder:
        told = judged(Path(folder), filled_bytes(plan, answers))
    return replace(told, path=f"{name}.xlsx")


def run() -> tuple[Verdict, ...]:
    """Five applicants of one award, two of them equal, one twice, and a file nobody could read."""
    details = {"label": "=1+1", "given": "3 分"}
    faulty = Finding(code="QA701", place=Place(path="x"), details=details)
    return (
        verdict(PENGJIANG, "0.5", "甲*公司"),
        LOST,
        replace(verdict(PENGJIANG, "0.9", "乙公司"), findings=(faulty, faulty)),
        verdict(PENGJIANG, "0.5", "丁公司"),
        verdict(PENGJIANG, "0.2", "甲*公司"),
    )


def shown(plan: BookPlan, name: str) -> list[list[object]]:
    """What a sheet shows, row by row."""
    ours = Evaluation(plan, {})
    sheet = plan.sheet(name)
    rows = max(cell.row for cell in sheet.cells)
    columns = range(1, len(sheet.widths) + 1)
    return [[ours.value(Cell(name, row, one)) for one in columns] for row in range(1, rows + 1)]


def test_companies_are_ranked_by_their_score_and_equals_share_a_rank() -> None:
    # Of a company's two files the better is ranked.
    rows = shown(plan_overview(run()), "排名")[3:7]
    assert [(row[0], row[2]) for row in rows] == [
        (1, "乙公司"),
        (2, "甲*公司"),
        (2, "丁公司"),
        ("重复", "甲*公司"),
    ]
    assert [row[3] for row in rows] == [
        score.total for one in (2, 0, 3, 4) if (score := run()[one].score)
    ]


def test_means_leave_out_what_is_not_ranked_and_the_sheet_says_so() -> None:
    empty = Finding.at("QA512", "戊.xlsx", actual="自评分 26 项")
    blank = replace(verdict(PENGJIANG, "0", "戊公司"), findings=(empty,))
    rows = shown(plan_overview((*run(), blank)), "排名")
    ranks = [(row[0], row[2]) for row in rows[3:8]]
    assert ranks[3:] == [("重复", "甲*公司"), ("未填", "戊公司")]
    counted = [row[3] for row in rows[3:6]]
    assert all(isinstance(total, Decimal) for total in counted)
    named = {row[0]: row[3] for row in rows[8:12]}
    assert (named["最高"], named["最低"]) == (counted[0], counted[2])
    assert "“重复”" in str(rows[1][0])
    assert "“未填”" in str(rows[1][0])
    assert "“未填”" not in str(shown(plan_overview(run()[:2]), "排名")[1][0])


def test_findings_are_counted_and_a_company_with_two_files_is_seen() -> None:
    rows = shown(plan_overview(run()), "排名")[3:7]
    errors = len(rows[0]) - 6
    assert [row[errors] for row in rows] == [2, 0, 0, 0]
    assert [row[errors + 3] for row in rows] == ["有问题", "通过", "通过", "通过"]
    # A star in a name is a star, not a wildcard.
    assert [row[errors + 4] for row in rows] == [1, 2, 1, 2]
    counts = shown(plan_overview(run()), "问题统计")[2:]
    assert [(row[0], row[3]) for row in counts] == [("QA201", 1), ("QA701", 2)]


def test_what_could_not_be_read_is_listed_with_its_reason() -> None:
    (row,) = shown(plan_overview(run()), "无法核验")[2:]
    assert row[:3] == [2, "丙.xlsx", "QA201"]
    details = shown(plan_overview(run()), "问题明细")[2:]
    assert [(row[1], row[4]) for row in details] == [(2, "QA201"), (3, "QA701"), (3, "QA701")]


def test_every_award_and_choice_has_its_own_ranking() -> None:
    runs = (verdict(PENGJIANG, "0.5", "甲"), verdict("suihua-mayor 行业=IT", "0.5", "乙"),
            verdict("suihua-mayor 行业=养老", "0.5", "丙"))  # fmt: skip
    plan = plan_overview(runs)
    titles = [shown(plan, sheet.name)[0][0] for sheet in plan.sheets[:3]]
    assert titles == [
        "蓬江区政府质量奖　核验得分排名",
        "绥化市市长质量奖　行业：IT　核验得分排名",
        "绥化市市长质量奖　行业：养老　核验得分排名",
    ]
    names = [sheet.name for sheet in plan.sheets[:3]]
    assert names == ["蓬江区政府质量奖", "绥化市市长质量奖（IT）", "绥化市市长质量奖（养老）"]


def test_a_run_without_any_file_is_an_empty_workbook() -> None:
    assert [sheet.name for sheet in plan_overview(()).sheets] == ["问题统计", "问题明细"]


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_the_total_follows_from_the_parts_in_every_kit(kit: str) -> None:
    one = verdict(kit, "0.8", "甲")
    assert one.score is not None
    plan = plan_overview((one,))
    assert shown(plan, "排名")[3][3] == one.score.total


def test_another_engine_calculates_every_formula_as_we_do() -> None:
    plan = plan_overview(run())
    workbook = formualizer.Workbook.from_bytes(book_bytes(plan))
    workbook.evaluate_all()
    ours = Evaluation(plan, {})
    differing = [
        (cell, theirs, ours.value(cell))
        for cell, _ in plan.formulas
        if not same_value(
            theirs := value_of(workbook.get_value(cell.sheet, cell.row, cell.column)),
            ours.value(cell),
        )
    ]
    assert differing == []


def book_bytes(plan: BookPlan) -> bytes:
    return workbook_bytes(plan, shipped_look(), {})


@pytest.mark.needs_sdk_validator
def test_it_is_valid_for_the_validator_of_microsoft(tmp_path: Path) -> None:
    path = tmp_path / "overview.xlsx"
    path.write_bytes(book_bytes(plan_overview(run())))
    assert faults(path) == []


def test_what_no_reader_opened_and_what_was_not_verified_have_rows() -> None:
    ods = Finding.at("QA261", "收件/甲/评分表.ods", actual="OpenDocument 表格（.ods）")
    proof = Finding.at("QA265", "收件/甲/证据/一.pdf", actual="PDF")
    unopened = Verdict(path=ods.place.path, status=Status.UNREADABLE, findings=(ods,))
    plan = plan_overview(run(), "", (unopened,), (proof,))
    *_, last = shown(plan, "无法核验")
    assert (last[0], last[1], last[2]) == ("—", "收件/甲/评分表.ods", "QA261")
    ((number, path, code, *_),) = shown(plan, "没有核验")[2:]
    assert (number, path, code) == (1, "收件/甲/证据/一.pdf", "QA265")
