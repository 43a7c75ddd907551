"""改进计划 belongs to the company: it may be filled, left blank, spoilt or deleted, unblamed."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EXAMPLE, GAP, IMPROVEMENT
from builder.load.office import load_office
from builder.model.office import Office, OwnPart
from builder.model.verdict import Status
from builder.pipeline.panel.materials import gather
from builder.pipeline.verify import Verifier
from builder.verify.pristine import Pristine
from tests.support.answers import complete_answers
from tests.support.reports import complete_workbook
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan, shipped_scheme
from tests.verify.judged import judged
from tests.verify.tampering import (
    WORKBOOK,
    edited,
    parts_of,
    sheet_part,
    with_cell,
    with_formula,
    without_parts,
)

PLAN = shipped_plan(PENGJIANG)
OWN = tuple(item for item in PLAN.inputs if item.kind is InputKind.OWN)


def own_answers(plan: KitPlan, value: Value) -> dict[str, Value]:
    return {item.name: value for item in plan.inputs if item.kind is InputKind.OWN}


@pytest.mark.parametrize(
    "value",
    [None, "张三", Decimal(-5), Decimal(46000), "2026/13/45", "长" * 3000, "=SUM(", " "],
)
def test_whatever_a_company_writes_for_itself_is_no_fault(tmp_path: Path, value: Value) -> None:
    good = judged(tmp_path, complete_workbook(PENGJIANG))
    content = filled_bytes(PLAN, complete_answers(PLAN) | own_answers(PLAN, value))
    verdict = judged(tmp_path, content)
    assert (verdict.status, verdict.findings) == (Status.CLEAN, ())
    assert verdict.score == good.score


def test_a_formula_of_the_companys_own_is_no_fault_and_one_of_ours_is(tmp_path: Path) -> None:
    content = complete_workbook(PENGJIANG)
    target = next(item for item in OWN if item.name.startswith("own_target"))
    own = with_formula(content, PLAN, target.cell, "10+5", "15")
    assert [one.code for one in judged(tmp_path, own).findings if one.code != "QA602"] == []
    score = Cell(IMPROVEMENT, 4, 3)
    for cell in (score, Cell(GAP, 6, 6)):
        altered = with_formula(content, PLAN, cell, "1+1", "2")
        assert "QA412" in [one.code for one in judged(tmp_path, altered).findings]


def test_the_words_of_the_example_are_held_as_all_our_words_are(tmp_path: Path) -> None:
    content = complete_workbook(PENGJIANG)
    place = next(cell for cell in PLAN.sheet(EXAMPLE).cells if cell.row == 5 and cell.column == 1)
    altered = with_cell(
        content,
        PLAN,
        Cell(EXAMPLE, place.row, place.column),
        lambda xml: xml.split(" t=")[0] + ' t="inlineStr"><is><t>甲</t></is></c>',
    )
    assert [one.code for one in judged(tmp_path, altered).findings] == ["QA421"]


@pytest.mark.parametrize("sheet", [GAP, IMPROVEMENT, EXAMPLE])
def test_a_sheet_of_the_companys_own_may_be_deleted(tmp_path: Path, sheet: str) -> None:
    content = without_sheet(complete_workbook(PENGJIANG), sheet)
    assert judged(tmp_path, content).findings == ()


def without_sheet(content: bytes, sheet: str) -> bytes:
    """The file after a person deleted a sheet."""
    tabs = re.findall(r'<sheet name="([^"]+)"', parts_of(content)[WORKBOOK].decode())
    place = tabs.index(sheet)

    def moved(match: re.Match[str]) -> str:
        return str(int(match[0]) - (int(match[0]) > place))

    def cut(xml: str) -> str:
        head, _, rest = xml.partition(f'<sheet name="{sheet}"')
        kept = head + rest.partition("/>")[2]
        named = rf'<definedName [^>]*localSheetId="{place}"[^>]*>[^<]*</definedName>'
        later = re.sub(r'(?<=localSheetId=")\d+', moved, re.sub(named, "", kept))
        return later.replace(f"{sheet}!", "#REF!")

    return without_parts(edited(content, WORKBOOK, cut), sheet_part(PLAN, sheet))


def test_a_file_of_the_layout_before_is_read_as_well(tmp_path: Path) -> None:
    old = plan_workbook(
        shipped_scheme(PENGJIANG), Office(without=(OwnPart.GAP, OwnPart.PLAN, OwnPart.EXAMPLE))
    )
    assert Pristine(old).plan is old
    content = complete_workbook(PENGJIANG)
    for sheet in (GAP, IMPROVEMENT, EXAMPLE):
        content = without_sheet(content, sheet)
    assert judged(tmp_path, content).status is Status.CLEAN


def test_the_distance_to_the_target_is_worked_out() -> None:
    leaf = PLAN.leaves[0]
    code = leaf.code.replace(".", "_")
    answers: dict[str, Value] = {f"score_{code}": Decimal(10), f"own_target_{code}": Decimal(20)}
    ahead = Cell(IMPROVEMENT, 4, 6)
    assert Evaluation(PLAN, answers).value(ahead) == 10
    assert Evaluation(PLAN, {**answers, f"score_{code}": Decimal(25)}).value(ahead) == 0
    assert Evaluation(PLAN, {f"own_target_{code}": "二十"}).value(ahead) == ""


def test_reviewers_get_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "甲公司.xlsx"
    private = "责任人欧阳某某"
    path.write_bytes(filled_bytes(PLAN, complete_answers(PLAN) | own_answers(PLAN, private)))
    gathered = gather([path], Verifier())
    (applicant,) = gathered.applicants
    assert private not in repr(applicant)


def test_an_office_names_what_it_does_without_in_either_language(tmp_path: Path) -> None:
    for text in ("without: [person, last_score, gap]\n", "不印: [责任人, 上次得分, 差距]\n"):
        path = tmp_path / "设置.yaml"
        path.write_text(text, "utf-8")
        loaded = load_office(path)
        assert loaded.findings == ()
        assert loaded.office == Office(without=(OwnPart.PERSON, OwnPart.LAST_SCORE, OwnPart.GAP))
    plan = plan_workbook(shipped_scheme(PENGJIANG), loaded.office or Office())
    headings = [cell.content for cell in plan.sheet(IMPROVEMENT).cells if cell.row == 3]
    assert "责任人" not in headings
    assert "目标分" in headings
    path.write_text("不印: [责任]\n", "utf-8")
    (finding,) = load_office(path).findings
    assert finding.code == "QA120"
    assert "责任人" in finding.message + finding.fix
