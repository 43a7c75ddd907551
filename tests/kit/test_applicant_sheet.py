"""基本信息: what it asks, and the live word beside every field."""

from decimal import Decimal

import pytest

from builder.book.evaluation import Evaluation
from builder.book.style import INPUT_STYLES, Style
from builder.book.text_height import HIGHEST_ROW
from builder.formula.value import Value
from builder.kit.applicant_fields import DEFAULT_FIELDS, fields_of
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import APPLICANT, INDUSTRY_LIST
from builder.model.office import ApplicantField, FieldKind, Office
from tests.support.workbooks import PROVED_KITS, WUHAN_INDIVIDUAL, shipped_plan, shipped_scheme

from .samples import CAPPED

PLAN = plan_workbook(CAPPED)
OWN = ApplicantField(name="main_product", caption="主导产品", kind=FieldKind.TEXT, longest=20)
# A4 upright between the margins, in points, at the scale that fits the width.
PAGE_HEIGHT = 750.0


def state(plan: KitPlan, title: str, **answers: Value) -> Value:
    """The word beside the field of that title."""
    field = next(field for field in plan.fields if field.title == title)
    return Evaluation(plan, answers).value(field.status)


def captions(plan: KitPlan) -> list[str]:
    return [field.title for field in plan.fields]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (None, "未填"),
        ("91350100M000100Y43", "已填"),
        ("91350100M000100Y44", "校验码不符"),
        ("19350100M000100Y43", "校验码不符"),
        ("91350100M000100Y4", "格式不符"),
        ("91350100M000100Y433", "格式不符"),
        ("91350100m000100y43", "格式不符"),
        ("9135O100M000100Y43", "格式不符"),
        (" 1350100M000100Y43", "格式不符"),
        ("😀350100M000100Y43", "格式不符"),
        (Decimal("911100006000375197"), "格式不符"),
        (True, "格式不符"),
    ],
)
def test_a_credit_code_is_checked_as_it_is_typed(code: Value, word: str) -> None:
    assert state(PLAN, "统一社会信用代码", applicant_credit_code=code) == word


@pytest.mark.parametrize(
    ("title", "value", "word"),
    [
        ("申报组织", "某公司", "已填"),
        ("申报组织", "长" * 101, "格式不符"),
        ("所属行业", "C 制造业", "已填"),
        ("所属行业", "制造业", "格式不符"),
        ("组织规模", "中型", "已填"),
        ("组织规模", "中等", "格式不符"),
        ("成立日期", "2015-03-01", "已填"),
        ("成立日期", "2015-03", "已填"),
        ("成立日期", Decimal(42064), "已填"),
        ("成立日期", "2015/03/01", "已填"),
        ("成立日期", "2015年3月", "已填"),
        ("成立日期", "2015", "已填"),
        ("成立日期", "2015-3-1", "已填"),
        ("成立日期", "2015-", "格式不符"),
        ("成立日期", "2015-13-01", "格式不符"),
        ("成立日期", "201", "格式不符"),
        ("成立日期", "去年三月", "格式不符"),
        ("职工人数", Decimal(0), "已填"),
        ("职工人数", Decimal(-1), "格式不符"),
        ("职工人数", "三百", "格式不符"),
        ("电子邮箱", None, "选填"),
        ("电子邮箱", "a@b", "已填"),
        ("电子邮箱", "@b", "格式不符"),
        ("电子邮箱", "a@", "格式不符"),
        ("电子邮箱", "无", "格式不符"),
        ("申报年度", Decimal(2026), "已填"),
        ("申报年度", Decimal("2026.5"), "格式不符"),
        ("申报年度", Decimal(26), "格式不符"),
        ("申报年度", "2026年", "格式不符"),
    ],
)
def test_every_kind_of_field_says_whether_it_is_in_order(
    title: str, value: Value, word: str
) -> None:
    names = {item.title: item.name for item in PLAN.inputs}
    assert state(PLAN, title, **{names[title]: value}) == word


@pytest.mark.parametrize(
    ("figures", "word"),
    [
        ((None, None, None), "未填"),
        ((Decimal(1), None, Decimal(3)), "未填全"),
        ((Decimal(-1), Decimal(0), Decimal(3)), "已填"),
        ((Decimal(1), None, "三"), "格式不符"),
    ],
)
def test_figures_are_asked_for_all_three_years(figures: tuple[Value, ...], word: str) -> None:
    names = [f"applicant_profit_{place}" for place in (1, 2, 3)]
    answers = dict(zip(names, figures, strict=True))
    assert state(PLAN, "利润总额（万元）", **answers) == word


def headings(plan: KitPlan, **answers: Value) -> list[Value]:
    evaluation = Evaluation(plan, answers)
    return [
        evaluation.value(cell)
        for cell, _ in plan.formulas
        if cell.sheet == APPLICANT
        and any(
            (each.row, each.column, each.style) == (cell.row, cell.column, Style.HEADER)
            for each in plan.sheet(APPLICANT).cells
        )
    ]


def test_the_headings_of_the_figures_follow_the_year_of_application() -> None:
    assert headings(PLAN) == ["申报前第3年", "申报前第2年", "申报前第1年"]
    told = headings(PLAN, applicant_year=Decimal(2026))
    assert told == ["2023年", "2024年", "2025年"]
    assert headings(PLAN, applicant_year="今年")[0] == "申报前第3年"


def test_a_year_that_the_office_gives_is_printed_and_asked_of_nobody() -> None:
    plan = plan_workbook(CAPPED, Office(year=2026))
    assert headings(plan) == ["2023年", "2024年", "2025年"]
    assert "applicant_year" not in {item.name for item in plan.inputs}
    (name,) = (name for name in plan.names if name.name == "applicant_year")
    (cell,) = (
        cell
        for cell in plan.sheet(APPLICANT).cells
        if (cell.row, cell.column) == (name.area.first_row, name.area.first_column)
    )
    assert cell.content == Decimal(2026)
    assert cell.style not in INPUT_STYLES


def test_fields_of_an_office_stand_in_place_of_the_usual() -> None:
    plan = plan_workbook(CAPPED, Office(fields=(OWN,)))
    assert captions(plan) == ["申报年度", "主导产品"]
    assert plan.applicant == "applicant_main_product"


def test_added_fields_stand_last_in_their_group_or_replace_their_namesake() -> None:
    group = DEFAULT_FIELDS[0].group
    placed = ApplicantField(name="a", caption="甲", kind=FieldKind.TEXT, group=group, longest=9)
    namesake = ApplicantField(name="phone", caption="手机", kind=FieldKind.TEXT, longest=11)
    found = fields_of(CAPPED, Office(more_fields=(placed, namesake, OWN)))
    names = [field.name for field in found]
    assert names[names.index("employees") + 1] == "a"
    assert found[names.index("phone")] is namesake
    assert names[-1] == "main_product"


def test_the_industries_are_the_twenty_sections_by_a_defined_name() -> None:
    (industry,) = (item for item in PLAN.inputs if item.name == "applicant_industry")
    assert [option[0] for option in industry.allowed.options] == list("ABCDEFGHIJKLMNOPQRST")
    assert INDUSTRY_LIST in {name.name for name in PLAN.names}
    assert INDUSTRY_LIST in {item.rule for item in PLAN.sheet(APPLICANT).validations}


def test_an_award_for_persons_asks_for_a_person() -> None:
    plan = shipped_plan(WUHAN_INDIVIDUAL)
    assert captions(plan)[:3] == ["申报年度", "姓名", "性别"]
    assert not {"申报组织", "统一社会信用代码"} & {*captions(plan)}
    assert plan.applicant == "applicant_person"
    assert any("非原文件规定" in term for term in shipped_scheme(WUHAN_INDIVIDUAL).office_terms)


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_the_form_fits_one_page(kit: str) -> None:
    sheet = shipped_plan(kit).sheet(APPLICANT)
    heights = dict(sheet.heights)
    assert sum(heights.values()) <= PAGE_HEIGHT
    assert {cell.row for cell in sheet.cells} == {*heights}
    assert max(heights.values()) <= HIGHEST_ROW


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_every_field_has_a_prompt_and_a_hint_in_print(kit: str) -> None:
    sheet = shipped_plan(kit).sheet(APPLICANT)
    assert all(item.prompt for item in sheet.validations)
    hints = [cell.content for cell in sheet.cells if cell.style is Style.NOTE and cell.content]
    rows = {field.inputs[0].row for field in shipped_plan(kit).fields if len(field.inputs) == 1}
    assert len(hints) >= len(rows)
