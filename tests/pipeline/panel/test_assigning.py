"""The table of who reviews whom: proposed, changed by the office, followed to the letter."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.model.panel.rules import PanelRules
from builder.panel.assignment_book import (
    ASSIGNMENT,
    AVOIDED,
    FEW,
    FINE,
    LOADS,
    STRANGER,
    TWICE,
    FirmLine,
    plan_assignment,
)
from builder.pipeline.panel.assigning import AssignOrder, assign
from builder.pipeline.panel.assignment import read_assignment
from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.assigned import (
    CONFLICTS,
    FIRMS,
    PEOPLE,
    TABLE,
    Change,
    codes,
    put,
    read_changed,
    saved_table,
)
from tests.support.lists import save_list
from tests.support.panels import handed_in, task_of

LIST = (
    ("姓名", "单位", "回避单位", "行业"),
    ("张三丰", "质检院", "", "制造业"),
    ("李四光", "", FIRMS[0], ""),
    ("王五一", FIRMS[1], "", ""),
    ("赵六合", "", "", "航天"),
)


def order(
    folder: Path, least: int = 2, most: int = 0, rows: tuple[tuple[str, ...], ...] = LIST
) -> AssignOrder:
    if not (folder / "收件").is_dir():
        handed_in(folder / "收件", applicants=FIRMS)
    return AssignOrder(
        files=(folder / "收件",),
        reviewers=save_list(folder / "名单.xlsx", *rows),
        rules=PanelRules(),
        target=folder / "分工" / "分工表.xlsx",
        template=shipped_templates().workbook,
        least=least,
        most=most,
    )


def test_a_table_is_proposed_and_followed(tmp_path: Path) -> None:
    asked = order(tmp_path)
    done = assign(asked, Verifier())
    assert set(codes(done.findings)) == {"QA975", "QA1102"}
    assert done.paths == (asked.target,)
    first = asked.target.read_bytes()
    assert assign(asked, Verifier()).paths == (asked.target,)
    assert asked.target.read_bytes() == first
    made = write_reviews(
        ReviewOrder(
            files=asked.files,
            reviewers=asked.reviewers,
            folder=tmp_path / "评审",
            blind=False,
            template=asked.template,
            least=2,
            assignment=asked.target,
        ),
        Verifier(),
    )
    task = task_of(made)
    book = openpyxl.load_workbook(asked.target)[ASSIGNMENT]
    names = {one.name: one.code for one in task.reviewers}
    firms = {name: code for code, name in task.names}
    wanted = {
        (names[str(cell.value)], firms[str(row[0].value)])
        for row in book.iter_rows(min_row=4)
        for cell in row[2:5]
        if cell.value
    }
    assert {(seat.reviewer, seat.applicant) for seat in task.seats} == wanted
    assert len(task.seats) == 6
    apart = {("R2", firms[FIRMS[0]]), ("R3", firms[FIRMS[1]])}
    assert wanted.isdisjoint(apart)


def test_who_is_short_is_said_with_the_limit_that_makes_it_so(tmp_path: Path) -> None:
    few = assign(order(tmp_path, least=4), Verifier())
    told = {one.details["applicant"]: one.message for one in few.findings if one.code == "QA1098"}
    assert set(told) == set(FIRMS[:2])
    assert "须回避的有 李四光，可派的只有 张三丰、王五一、赵六合" in told[FIRMS[0]]
    assert few.paths == ()
    full = assign(order(tmp_path, least=3, most=2), Verifier())
    (total,) = (one.message for one in full.findings if one.code == "QA1099")
    assert "要 9 人次；4 位评审员每人至多 2 家，只有 8 人次，还差 1 人次" in total
    rows = (
        ("姓名", "回避单位"),
        ("张三丰", FIRMS[0]),
        ("李四光", FIRMS[0]),
        ("王五一", ""),
        ("赵", ""),
    )
    crowded = assign(order(tmp_path, least=2, most=2, rows=rows), Verifier())
    assert codes(crowded.findings) == ["QA1101"]
    assert FIRMS[0] in crowded.findings[0].message


def _said(firms: tuple[FirmLine, ...], row: int, sheet: str, column: int) -> object:
    plan = plan_assignment(replace(TABLE, firms=firms))
    return Evaluation(plan, {}).value(Cell(sheet, row, column))


@pytest.mark.parametrize(
    ("reviewers", "substitute", "state"),
    [
        (("张三丰", "王五一"), "赵六合", FINE),
        (("张三丰",), "赵六合", FEW),
        (("张三丰", "张三丰"), "", TWICE),
        (("张三丰", "王五一"), "张三丰", TWICE),
        (("张三丰", "李四光"), "", AVOIDED),
        (("张三丰", "王五一"), "李四光", AVOIDED),
        (("张三丰", "王*"), "", STRANGER),
    ],
)
def test_the_table_itself_says_what_is_amiss(
    reviewers: tuple[str, ...], substitute: str, state: str
) -> None:
    first = replace(TABLE.firms[0], reviewers=reviewers, substitute=substitute)
    assert _said((first, *TABLE.firms[1:]), 4, ASSIGNMENT, 8) == state


def test_loads_are_counted_by_formulas() -> None:
    assert [_said(TABLE.firms, row, LOADS, 5) for row in range(3, 8)] == [2, 2, 1, 1, 6]
    assert _said(TABLE.firms, 7, LOADS, 6) == 3
    many = tuple(replace(one, reviewers=("张三丰", "赵六合")) for one in TABLE.firms) * 2
    assert _said(many, 3, LOADS, 7) == "超过 3 家"
    assert _said(many, 4, LOADS, 7) == "没有分派"


def test_what_the_office_changed_is_what_counts(tmp_path: Path) -> None:
    asked = read_changed(tmp_path / "表.xlsx", put("E4", "赵 六合"))
    assert codes(asked.findings) == ["QA1094"]
    both = read_changed(tmp_path / "表.xlsx", put("D4", "赵六合 "))
    assert codes(both.findings) == ["QA1094"]

    def replaced(page: Worksheet) -> None:
        put("D4", "赵六合")(page)
        put("F4", None)(page)

    changed = read_changed(tmp_path / "表.xlsx", replaced)
    assert codes(changed.findings) == ["QA1097"]
    assert {code for code, name in changed.pairs if name == FIRMS[0]} == {"R1", "R4"}
    assert changed.substitutes == {FIRMS[1]: "R1", FIRMS[2]: "R3"}


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (put("C4", "张三峰"), "QA1091", "是不是“张三丰”？"),
        (put("A4", "武汉甲精蜜机械有限公司"), "QA1092", f"是不是“{FIRMS[0]}”？"),
        (put("A4", None), "QA1092", "空白"),
        (put("C4", "李四光"), "QA1093", "须回避"),
        (put("F4", "李四光"), "QA1093", "须回避"),
        (put("D4", "张三丰"), "QA1094", "写了两次"),
        (put("A6", FIRMS[1]), "QA1095", FIRMS[1]),
        (put("D4", None), "QA1096", "派了 1 位评审员，至少要 2 位"),
        (put("C4", "=1/0"), "QA1090", "公式"),
        (put("C3", "专家"), "QA1090", "看不懂"),
        (put("C3", "评审员2"), "QA1090", "写了两次"),
        (put("A3", "谁"), "QA1090", "申报者"),
        (put("A7", "合计"), "QA873", "合计"),
    ],
)
def test_a_table_that_cannot_be_followed_is_told(
    tmp_path: Path, change: Change, code: str, said: str
) -> None:
    found = read_changed(tmp_path / "表.xlsx", change).findings
    told = [one.message for one in found if one.code == code]
    assert told, codes(found)
    assert said in told[0]


def test_a_table_that_is_none_is_told(tmp_path: Path) -> None:
    path = saved_table(tmp_path / "表.xlsx")
    path.write_bytes(b"x")
    assert codes(read_assignment(path, PEOPLE, FIRMS, CONFLICTS, 2).findings) == ["QA1090"]
