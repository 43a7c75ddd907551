"""The parts around the answers, and what a scheme or an office changes of them."""

from decimal import Decimal

from builder.model.office import Office
from builder.model.report_terms import ReportPart, ReportTerms
from builder.word.budget import character_shares
from builder.word.parts import DocumentPlan, DocumentSection
from builder.word.planning import LAYOUT_2, plan_document
from tests.support.workbooks import (
    MINHANG,
    PENGJIANG,
    SUIHUA,
    WUHAN,
    WUHAN_INDIVIDUAL,
    shipped_plan,
    shipped_scheme,
)


def plan(kit: str, terms: ReportTerms | None = None, year: int | None = None) -> DocumentPlan:
    return plan_document(shipped_scheme(kit), Office(year=year, report=terms))


def answered(found: DocumentPlan) -> list[DocumentSection]:
    return [one for one in found.sections if one.answer is not None]


def test_the_form_asks_what_the_workbook_asks_and_pairs_short_fields() -> None:
    form = plan(PENGJIANG).form
    assert form is not None
    first = form.groups[0]
    assert [[cell.label for cell in row] for row in first.rows[:2]] == [
        ["申报组织", "统一社会信用代码"],
        ["法定代表人", "所属行业"],
    ]
    figures = form.groups[-1]
    assert figures.year_header == ("指标", "申报前第3年", "申报前第2年", "申报前第1年")
    assert [row.names[0] for row in figures.years] == [
        "applicant_revenue_1",
        "applicant_profit_1",
        "applicant_tax_1",
    ]


def test_a_known_year_of_application_names_the_three_years() -> None:
    form = plan(PENGJIANG, year=2026).form
    assert form is not None
    assert form.groups[-1].year_header == ("指标", "2023年", "2024年", "2025年")


def test_wuhan_tells_its_overview_by_the_four_parts_of_5_1_and_not_twice() -> None:
    found = plan(WUHAN)
    assert found.overview is not None
    assert [one.heading for one in found.overview.sections] == [
        "a) 组织概况",
        "b) 竞争环境",
        "c) 组织优势",
        "d) 改进系统",
    ]
    there = next(one for one in found.sections if one.code == "5.1")
    assert there.answer is None
    assert there.criteria == ()
    assert there.facts == ("本项在“组织概述”中填写，此处不必重复。",)


def test_an_office_that_lists_headings_of_its_own_gets_these_and_5_1_is_answered_again() -> None:
    found = plan(WUHAN, ReportTerms(overview=("概况", "荣誉")))
    assert found.overview is not None
    assert [one.heading for one in found.overview.sections] == ["概况", "荣誉"]
    assert next(one for one in found.sections if one.code == "5.1").answer is not None


def test_a_person_signs_and_is_recommended_as_a_person() -> None:
    found = plan(WUHAN_INDIVIDUAL)
    assert found.cover.blanks[0] == "姓名"
    assert found.pledge is not None
    assert found.pledge.lines[0].startswith("本人自愿申报武汉市市长质量奖个人奖")
    assert found.recommendation is not None
    assert found.recommendation.boxes == ("所在单位意见", "推荐单位意见")


def test_only_the_parts_asked_for_are_there() -> None:
    found = plan(PENGJIANG, ReportTerms(parts=(ReportPart.FORM,)))
    assert found.pledge is None
    assert found.overview is None
    assert found.recommendation is None
    assert found.reference is None
    assert found.form is not None


def test_a_bound_says_whose_it_is() -> None:
    assert plan(PENGJIANG).report.lines == (
        "自评报告（含图表）不超过 30000 字。此为通行做法，非原文件规定，以申报通知为准。",
    )
    assert plan(PENGJIANG, ReportTerms(characters=50_000)).report.lines == (
        "自评报告（含图表）不超过 50000 字。此为主办单位的要求，非原文件规定。",
    )


def test_characters_are_shared_by_points() -> None:
    shares = character_shares(shipped_scheme(PENGJIANG), 30_000)
    assert (shares["1.1"], shares["1.2"], shares["2.2"]) == (750, 1050, 1800)


def test_clauses_without_points_share_their_items_alike() -> None:
    shares = character_shares(shipped_scheme(WUHAN), 30_000)
    clauses = [shares[f"5.2.{clause}"] for clause in (2, 3, 4)]
    assert clauses == [1800, 1800, 1800]
    assert "5.1" not in shares


def test_a_result_has_the_figures_its_criteria_name_and_rows_for_others() -> None:
    energy = next(one for one in answered(plan(PENGJIANG)) if one.code == "5.4")
    assert energy.answer is not None
    assert energy.answer.figures is not None
    named = [row[:2] for row in energy.answer.figures.rows if row[0]]
    metrics = [one for one in shipped_scheme(PENGJIANG).metrics if one.indicator == "5.4"]
    assert named == [(one.name, one.unit) for one in metrics]
    assert energy.answer.figures.rows[-1] == ("",) * 7


def test_every_metric_has_its_row_in_exactly_one_section() -> None:
    for kit in (PENGJIANG, WUHAN, MINHANG):
        rows = [
            row[0]
            for one in answered(plan(kit))
            if one.answer is not None and one.answer.figures is not None
            for row in one.answer.figures.rows
            if row[0]
        ]
        assert sorted(rows) == sorted(one.name for one in shipped_scheme(kit).metrics)


def test_the_reference_lists_every_point_and_the_notices_text_in_order() -> None:
    reference = plan(WUHAN).reference
    assert reference is not None
    assert sum(Decimal(row[2]) for row in reference.points.rows) == 1000
    sections = shipped_scheme(WUHAN).sections
    assert [one.title for one in reference.texts] == [one.title for one in sections]


def test_the_settings_travel_with_the_plan() -> None:
    office = Office(name="某区质量办", report=ReportTerms(characters=50_000))
    found = plan_document(shipped_scheme(PENGJIANG), office)
    assert found.settings == office.canonical
    assert found.identity.office == office.digest
    assert "主办单位：某区质量办。" in found.guide.lines


def test_a_person_is_asked_as_a_person_and_bounded_by_rules_for_persons() -> None:
    found = plan(WUHAN_INDIVIDUAL)
    prompts = [prompt for one in found.places if one.answer for prompt in one.answer.prompts]
    assert prompts
    assert not [prompt for prompt in prompts if "组织" in prompt]
    assert all("本人" in one.answer.prompts[0] for one in found.places if one.answer)
    assert found.report.characters == 10_000
    assert found.overview is not None
    assert "DB31/T 598" in found.overview.lines[0]
    older = plan_document(shipped_scheme(WUHAN_INDIVIDUAL), layout=LAYOUT_2)
    assert older.report.characters == 30_000


def test_evidence_is_asked_for_where_the_workbook_asks_for_it() -> None:
    def tables(kit: str) -> dict[str, str]:
        return {
            one.code: one.answer.evidence.caption
            for one in answered(plan(kit))
            if one.answer and one.answer.evidence
        }

    wuhan = tables(WUHAN)
    assert wuhan["5.2.4"] == "证据（5.2 领导作用）"
    assert len(wuhan) == len(shipped_plan(WUHAN).leaves) == 6
    assert list(tables(PENGJIANG)) == [leaf.code for leaf in shipped_plan(PENGJIANG).leaves]


def test_criteria_that_are_scored_one_by_one_are_named_beside_their_evidence() -> None:
    first = next(one for one in answered(plan(SUIHUA)) if one.answer and one.answer.evidence)
    assert first.answer is not None
    assert first.answer.evidence is not None
    assert first.answer.evidence.header[-1] == "对应要点"


def test_every_remark_stands_once_and_its_sign_at_its_place() -> None:
    found = plan(WUHAN_INDIVIDUAL)
    assert found.remarks is not None
    assert [one.number for one in found.remarks.remarks] == list(range(1, 14))
    assert len({one.text for one in found.remarks.remarks}) == 13
    signs = {one.code: one.sign for one in found.sections if one.sign}
    assert signs["1.1"] == "※ 见“附：原文说明”第 3（跨页拼接待核）、4、5 条。"
    assert found.report.sign == "※ 见“附：原文说明”第 1、2、12、13 条。"


def test_the_conditions_of_the_notice_stand_in_full_with_their_signs() -> None:
    found = plan(SUIHUA).remarks
    assert found is not None
    scheme = shipped_scheme(SUIHUA)
    eligibility, vetoes = found.conditions
    texts = [text for _, text in (*eligibility.texts, *vetoes.texts)]
    wanted = [one.text for one in (*scheme.eligibility, *scheme.vetoes)]
    assert all(text.startswith(one) for text, one in zip(texts, wanted, strict=True))
    (number,) = (one.number for one in found.remarks if one.text.startswith("E1"))
    assert texts[0].endswith(f"〔见第 {number} 条〕")
