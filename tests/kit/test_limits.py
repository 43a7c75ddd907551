"""What Excel would refuse, cut or misread is found before any file is written."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from builder.book.formula_text import formula_text
from builder.book.sheet import Content, Formula, SheetPlan, ValidationPlan
from builder.book.text_height import HIGHEST_ROW
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.words import SUM
from builder.kit.kit_plan import KitPlan
from builder.kit.limits import (
    LONGEST_ERROR,
    LONGEST_FORMULA,
    LONGEST_LIST,
    LONGEST_PROMPT,
    LONGEST_TITLE,
    check_limits,
)
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import APPLICANT, GUIDE
from builder.model.joins import Join, JoinKind
from builder.model.official import Position
from builder.model.scheme import Scheme
from tests.support.workbooks import SCHEME_IDS, shipped_plan, shipped_scheme

from .samples import CAPPED, DEEP, node, scheme

Lengthened = Callable[[ValidationPlan, str], ValidationPlan]
# Excel's limit for each text of a validation, and the validation with that text.
LONGEST: dict[str, tuple[int, Lengthened]] = {
    "title": (LONGEST_TITLE, lambda item, words: replace(item, title=words)),
    "prompt": (LONGEST_PROMPT, lambda item, words: replace(item, prompt=words)),
    "error": (LONGEST_ERROR, lambda item, words: replace(item, error=words)),
    "rule": (LONGEST_LIST, lambda item, words: replace(item, rule=words)),
}


def found(official: Scheme) -> list[tuple[str, str]]:
    """Code and offending text of every finding about a scheme's plan."""
    findings = check_limits(plan_workbook(official), official)
    return [(finding.code, finding.actual) for finding in findings]


def sheet_of(name: str) -> SheetPlan:
    """A sheet of the plan of a good scheme."""
    return plan_workbook(CAPPED).sheet(name)


def with_sheet(name: str, sheet: SheetPlan) -> KitPlan:
    """The plan of a good scheme with ``sheet`` in place of the one called ``name``."""
    plan = plan_workbook(CAPPED)
    sheets = tuple(sheet if each.name == name else each for each in plan.sheets)
    return replace(plan, sheets=sheets)


def with_cell(content: Content) -> KitPlan:
    """The plan of a good scheme with ``content`` as all that stands on its first sheet."""
    sheet = sheet_of(GUIDE)
    return with_sheet(GUIDE, replace(sheet, cells=(replace(sheet.cells[0], content=content),)))


def only(plan: KitPlan) -> Finding:
    """The one finding about a plan."""
    (finding,) = check_limits(plan, CAPPED)
    return finding


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_the_shipped_schemes_stay_within_every_limit(scheme_id: str) -> None:
    assert check_limits(shipped_plan(scheme_id), shipped_scheme(scheme_id)) == ()


def test_the_sample_schemes_stay_within_every_limit() -> None:
    assert found(CAPPED) == []
    assert found(DEEP) == []


@pytest.mark.parametrize("code", ["一", "1-1", "1 1", "1（2）"])
def test_a_code_that_makes_no_legal_name_is_found(code: str) -> None:
    assert ("QA181", f"score_{code}") in found(scheme(node(code, "领导", 100)))


@pytest.mark.parametrize("name", ["领导*", "领导？~", "领导?"])
def test_a_label_with_a_wildcard_is_found(name: str) -> None:
    assert found(scheme(node("1", name, 100))) == [("QA182", f"1 {name}")]


@pytest.mark.parametrize("code", ["<1", ">1", "=1"])
def test_a_label_that_begins_like_a_comparison_is_found(code: str) -> None:
    assert ("QA182", f"{code} 领导") in found(scheme(node(code, "领导", 100)))


def test_two_labels_that_look_the_same_are_both_found() -> None:
    twins = scheme(node("1", "领导", 50), node("1", "领导", 50))
    assert found(twins) == [("QA183", "1 领导"), ("QA183", "1 领导")]


def test_a_text_too_long_for_a_row_goes_on_in_rows_beneath() -> None:
    assert found(scheme(node("1", "领导", 100, text="如何引领组织。" * 400))) == []


def test_a_row_higher_than_excel_shows_is_found_where_it_stands() -> None:
    finding = only(with_sheet(GUIDE, replace(sheet_of(GUIDE), heights=((3, HIGHEST_ROW + 1),))))
    assert (finding.code, finding.actual) == ("QA184", "410")
    assert "第 3 行" in finding.message


def test_a_text_too_long_for_a_cell_is_found() -> None:
    finding = only(with_cell("字" * 32768))
    assert (finding.code, finding.actual) == ("QA184", "32768")


def test_a_formula_too_long_for_a_cell_is_found() -> None:
    wide = SUM(*(11 for _ in range(3000)))
    finding = only(with_cell(Formula.of(wide)))
    assert (finding.code, finding.actual) == ("QA184", str(len("SUM()") + 3000 * 3 - 1))


def test_a_formula_of_the_longest_length_fits_and_one_character_more_does_not() -> None:
    longest = (*(11 for _ in range(2728)), 1, 1)
    assert len(formula_text(Formula.of(SUM(*longest)), Cell(GUIDE, 1, 1))) == LONGEST_FORMULA
    assert check_limits(with_cell(Formula.of(SUM(*longest))), CAPPED) == ()
    finding = only(with_cell(Formula.of(SUM(*longest[:-1], 11))))
    assert finding.actual == str(LONGEST_FORMULA + 1)


def test_too_many_groups_to_take_the_best_of_are_told_once() -> None:
    groups = (
        node(f"1.{n}", f"组{n}", 10, node(f"1.{n}.1", f"甲{n}", 5), node(f"1.{n}.2", f"乙{n}", 5))
        for n in range(1, 61)
    )
    best = Join(kind=JoinKind.BEST, best=5)
    many = scheme(replace(node("1", "项目", 50, *groups), join=best), total=50)
    (finding,) = check_limits(plan_workbook(many), many)
    assert finding.code == "QA184"
    assert "“1 项目”取最高的 5 项，下面有 60 组" in finding.message


def test_a_sheet_name_too_long_for_a_tab_is_found() -> None:
    finding = only(with_sheet(GUIDE, replace(sheet_of(GUIDE), name="说" * 32)))
    assert (finding.code, finding.actual) == ("QA184", "32")


def with_texts(first: ValidationPlan) -> KitPlan:
    """The plan of a good scheme with ``first`` as a validation of its applicant sheet."""
    sheet = sheet_of(APPLICANT)
    return with_sheet(APPLICANT, replace(sheet, validations=(first, *sheet.validations[1:])))


@pytest.mark.parametrize("part", list(LONGEST))
def test_a_validation_text_one_character_too_long_is_found(part: str) -> None:
    limit, lengthened = LONGEST[part]
    fitting = sheet_of(APPLICANT).validations[0]
    assert check_limits(with_texts(lengthened(fitting, "字" * limit)), CAPPED) == ()
    finding = only(with_texts(lengthened(fitting, "字" * (limit + 1))))
    assert (finding.code, finding.actual) == ("QA184", str(limit + 1))


def test_a_finding_points_into_the_scheme_file() -> None:
    (finding,) = check_limits(plan_workbook(bad := scheme(node("1", "领导*", 100))), bad)
    assert str(finding.place) == "方案.md:1:1"


def test_a_name_that_is_too_long_is_found_where_the_scheme_has_it() -> None:
    named = node("2", "质量" * 600, 50, text="说明质量水平。")
    long = replace(named, position=Position(path="方案.md", line=7))
    findings = check_limits(plan_workbook(bad := scheme(node("1", "领导", 50), long)), bad)
    assert {one.code for one in findings} == {"QA184"}
    assert "方案.md:7:1" in {str(one.place) for one in findings}
