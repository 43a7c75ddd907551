"""What the Word kit says, without any Word file."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.formula.render import plain_number
from builder.kit.printed_text import heading_text
from builder.model.official import (
    Criterion,
    DescriptorRow,
    DescriptorTable,
    Dimension,
    Indicator,
    Note,
    Position,
)
from builder.model.scales import OFFICE_SCALE, on_maturity_scale
from builder.model.scheme import Composition, Correction, Discrepancy, Remark, Scale, Scheme
from builder.word.bookmarks import LONGEST_NAME, bookmark_names
from builder.word.overview import plan_overview
from builder.word.parts import CriterionLine, DocumentPlan, DocumentSection
from builder.word.planning import plan_document
from builder.word.terms import USUAL
from tests.support.own_schemes import own_kit

HERE = Position(path="方案.md", line=1)

CULTURE = Indicator(
    code="1.1",
    number="1.1",
    name="组织文化",
    points=Decimal(35),
    position=HERE,
    dimension=Dimension.PROCESS,
    criteria=(
        Criterion(label="a. ", text="如何确定核心价值观。", points=None, position=HERE),
        Criterion(label="", text="如何开展质量文化建设。", points=Decimal("2.5"), position=HERE),
    ),
    notes=(Note(text="注：应突出先进制造。", position=HERE),),
)
LEADERSHIP = Indicator(
    code="1",
    number="1",
    name="领导",
    points=Decimal(40),
    position=HERE,
    children=(CULTURE,),
)
RESULTS = Indicator(
    code="2",
    number="2",
    name="效益",
    points=Decimal(60),
    position=HERE,
    dimension=Dimension.RESULT,
)
SCHEME = Scheme(
    id="sample",
    title="评分要点（制造业）",
    award="某区政府质量奖",
    edition="2024",
    source="附件3",
    total=Decimal(100),
    scale=Scale.DIRECT,
    step=Decimal("0.5"),
    position=HERE,
    indicators=(LEADERSHIP, RESULTS),
    discrepancies=(
        Discrepancy(
            where="1",
            stated=Decimal(40),
            actual=Decimal(35),
            treatment="按原文评分。",
            position=HERE,
        ),
        Discrepancy(
            where="total",
            stated=Decimal(100),
            actual=Decimal(95),
            treatment="按95分计。",
            position=HERE,
        ),
    ),
)


def plan(scheme: Scheme = SCHEME) -> DocumentPlan:
    return plan_document(replace(scheme, fingerprint="f00d"))


def section(code: str, scheme: Scheme = SCHEME) -> DocumentSection:
    return next(part for part in plan(scheme).sections if part.code == code)


def with_results(changed: Indicator) -> Scheme:
    return replace(SCHEME, indicators=(LEADERSHIP, changed))


def test_the_identity_is_carried_through() -> None:
    identity = plan().identity
    assert (identity.scheme, identity.edition, identity.fingerprint) == (
        "sample",
        "2024",
        "f00d",
    )


def test_every_indicator_has_a_section_at_its_depth_in_official_order() -> None:
    assert [(part.heading, part.level) for part in plan().sections] == [
        ("1 领导（40分）", 1),
        ("1.1 组织文化（35分）", 2),
        ("2 效益（60分）", 1),
    ]


def test_only_an_indicator_without_children_has_a_place_to_write() -> None:
    assert [part.code for part in plan().sections if part.answer] == ["1.1", "2"]


def test_criteria_and_notes_are_the_official_words_with_the_points_they_carry() -> None:
    culture = section("1.1")
    assert culture.criteria == (
        CriterionLine(text="a. 如何确定核心价值观。"),
        CriterionLine(text="如何开展质量文化建设。", points="2.5分"),
    )
    assert [note.text for note in culture.notes] == ["注：应突出先进制造。"]


def test_a_process_is_prompted_by_method_deployment_learning_integration() -> None:
    answer = section("1.1").answer
    assert answer is not None
    assert [prompt[:2] for prompt in answer.prompts] == ["方法", "展开", "学习", "整合"]


def test_a_result_is_prompted_by_level_trend_comparison_integration() -> None:
    answer = section("2").answer
    assert answer is not None
    assert [prompt[:2] for prompt in answer.prompts] == ["水平", "趋势", "对比", "整合"]


def test_an_indicator_of_no_dimension_gets_one_general_prompt() -> None:
    answer = section("2", with_results(replace(RESULTS, dimension=None))).answer
    assert answer is not None
    assert len(answer.prompts) == 1


def test_a_veto_asks_whether_the_circumstances_exist() -> None:
    veto = section("2", with_results(replace(RESULTS, veto=True)))
    assert veto.answer is not None
    assert "写“无”" in veto.answer.prompts[0]
    assert veto.facts == ("本项为否决事项。",)


def test_a_replaceable_indicator_asks_for_reason_and_approver() -> None:
    answer = section("2", with_results(replace(RESULTS, replaceable=True))).answer
    assert answer is not None
    assert "批准人" in answer.prompts[-1]


def test_the_evidence_table_has_its_five_columns_and_three_blank_rows() -> None:
    answer = section("1.1").answer
    assert answer is not None
    assert answer.evidence is not None
    assert answer.evidence.header == ("编号", "证据名称", "类型", "出具单位", "页码")
    assert answer.evidence.rows == (("",) * 5,) * 3


def test_contradictions_are_stated_on_the_banner_with_both_numbers_and_the_treatment() -> None:
    assert [(item.kind, item.text) for item in plan().reminders] == [
        ("原文矛盾", "1 领导：原文标明40分，下列各项合计35分。处理：按原文评分。"),
        ("原文矛盾", "总分：原文标明100分，下列各项合计95分。处理：按95分计。"),
    ]


def test_a_contradiction_is_repeated_at_its_indicator_only() -> None:
    assert [part.code for part in plan().sections if part.reminders] == ["1"]


def test_the_cover_shows_the_reachable_total_beside_the_stated_one() -> None:
    assert plan().cover.points == "标称100分，各项合计可得95分"


def test_the_cover_shows_one_total_where_the_notice_is_sound() -> None:
    assert plan(replace(SCHEME, total=Decimal(95))).cover.points == "95分"


def test_a_correction_changes_the_heading_and_says_who_signed_it() -> None:
    correction = Correction(
        where="1.1",
        value=Decimal(40),
        basis="更正函",
        approver="张三",
        date="2024-05-01",
        position=HERE,
    )
    culture = section("1.1", replace(SCHEME, corrections=(correction,)))
    assert culture.heading == "1.1 组织文化（40分）"
    assert culture.reminders[0].text == (
        "分值更正为40分（依据：更正函；批准人：张三；日期：2024-05-01）。"
    )


def test_remarks_and_office_terms_are_printed() -> None:
    remark = Remark(where="2", text="跨页拼接待核", position=HERE)
    scheme = replace(SCHEME, remarks=(remark,), office_terms=("得分取一位小数。",))
    assert [(item.kind, item.text) for item in plan(scheme).reminders[2:]] == [
        ("说明", "2 效益：跨页拼接待核"),
        ("主办单位设定", "得分取一位小数。"),
    ]


def test_an_unscored_indicator_and_one_without_points_say_so() -> None:
    assert section("2", with_results(replace(RESULTS, points=None, unscored=True))).facts == (
        "本项须作答，不计分。",
    )
    without = section("2", with_results(replace(RESULTS, points=None)))
    assert (without.heading, without.facts) == ("2 效益", ("原文未对本项单列分值。",))


def test_a_composition_rule_is_quoted_at_its_indicator() -> None:
    rule = Composition(
        code="2", terms=((Decimal("0.8"), "1"),), wording="按照80分计算", position=HERE
    )
    facts = section("2", replace(SCHEME, compositions=(rule,))).facts
    assert facts[:1] == ("计分规则（原文）：按照80分计算",)


def test_a_descriptor_table_keeps_its_cells() -> None:
    table = DescriptorTable(
        header=("档", "说明"),
        rows=(DescriptorRow(cells=("0%", "无"), position=HERE),),
        position=HERE,
    )
    printed = section("2", with_results(replace(RESULTS, tables=(table,)))).tables
    assert [(item.header, item.rows) for item in printed] == [(("档", "说明"), (("0%", "无"),))]


def test_the_headings_list_every_part_and_section_in_page_order() -> None:
    assert plan().headings == (
        ("承诺书", "qa_pledge", 1),
        ("填写须知", "qa_guide", 1),
        ("申报表", "qa_form", 1),
        ("组织概述", "qa_overview", 1),
        *(
            (heading, f"qa_overview_{place}", 2)
            for place, heading in enumerate(USUAL.overview, start=1)
        ),
        ("自评报告", "qa_report", 1),
        ("1 领导（40分）", "qa_1", 2),
        ("1.1 组织文化（35分）", "qa_1_1", 3),
        ("2 效益（60分）", "qa_2", 2),
        ("证实性材料清单", "qa_checklist", 1),
        ("推荐意见", "qa_recommendation", 1),
        ("附：原文说明", "qa_remarks", 1),
        ("附：评分标准", "qa_reference", 1),
    )


def test_bookmarks_are_never_the_same_nor_longer_than_word_takes() -> None:
    codes = ("1.1", "1_1", "A", "a", "guide", "长" * 50, "qa", "_6")
    names = bookmark_names(codes)
    assert names[0] == "qa_1_1"
    assert len({name.casefold() for name in names} | {"qa_guide"}) == len(codes) + 1
    assert all(len(name) <= LONGEST_NAME for name in names)


def test_points_are_spelt_without_exponent_or_closing_zeros() -> None:
    spelt = [plain_number(Decimal(text)) for text in ("1E+2", "25.00", "2.50", "0")]
    assert spelt == ["100", "25", "2.5", "0"]


def test_a_number_ending_in_chinese_punctuation_stands_close_to_the_name() -> None:
    assert heading_text("一、", "质量", None) == "一、质量"
    assert heading_text("", "质量", Decimal(5)) == "质量（5分）"


def test_points_that_stayed_in_the_wording_are_not_printed_twice() -> None:
    line = Criterion(label="", text="获省级奖励的（2分）。", points=Decimal(2), position=HERE)
    scheme = with_results(replace(RESULTS, criteria=(line,)))
    assert section("2", scheme).criteria == (CriterionLine(text="获省级奖励的（2分）。"),)


def test_what_is_only_described_beneath_an_item_is_shown_and_not_answered(tmp_path: Path) -> None:
    parts = {part.code: part for part in plan(own_kit(tmp_path, "banded")).sections}
    assert [code for code, part in parts.items() if part.answer] == ["1", "2.2", "2.3", "3"]
    assert parts["1"].facts == ("本项须作答，不计分。",)
    assert parts["2.1"].facts == ("本项只作说明，不须作答，不计分。",)
    assert parts["2"].heading == "2 领导作用（60分）"


def test_the_clauses_of_an_item_are_prompted_by_their_dimension(tmp_path: Path) -> None:
    kit = own_kit(tmp_path, "banded")
    process, result = section("2.2", kit).answer, section("2.3", kit).answer
    assert process is not None
    assert result is not None
    assert [prompt[:2] for prompt in process.prompts] == ["方法", "展开", "学习", "整合"]
    assert [prompt[:2] for prompt in result.prompts] == ["水平", "趋势", "对比", "整合"]


def test_a_scored_criterion_is_a_line_with_its_points_and_no_section(tmp_path: Path) -> None:
    kit = own_kit(tmp_path, "chosen", 行业="养老", 规模="大型")
    assert "2.1.1" not in [part.code for part in plan(kit).sections]
    safety = section("2.1", kit)
    assert safety.answer is not None
    assert safety.criteria == (
        CriterionLine(text="本项逐条评分。"),
        CriterionLine(text="（1）建立责任制。", points="10分"),
        CriterionLine(text="（2）防范风险。", points="20分"),
    )


def test_what_was_chosen_is_on_the_cover_and_in_the_identity(tmp_path: Path) -> None:
    kit = own_kit(tmp_path, "chosen", 行业="养老", 规模="大型")
    assert plan(kit).cover.chosen == ("行业：养老", "规模：大型")
    assert plan(kit).identity.choice == "行业=养老；规模=大型"
    assert plan(kit).identity.scale == "direct"
    assert plan().cover.chosen == ()
    assert plan().identity.choice == ""


def test_the_rule_of_the_kit_is_quoted_and_no_other(tmp_path: Path) -> None:
    kit = own_kit(tmp_path, "chosen", 行业="物流", 规模="小型")
    assert section("1", kit).facts[:1] == ("计分规则（原文）：一般部分按80%计算，另加物流部分。",)
    assert section("1", own_kit(tmp_path, "chosen", 规模="小型")).facts == ()


def test_the_offices_scale_is_the_note_of_every_page() -> None:
    assert plan(on_maturity_scale(SCHEME)).page_note == OFFICE_SCALE
    assert plan(on_maturity_scale(SCHEME)).identity.scale == "maturity"
    assert plan().page_note == ""


def test_a_number_that_is_a_dash_stands_close_to_the_name() -> None:
    assert heading_text("——", "质量战略", Decimal(30)) == "——质量战略（30分）"


def test_the_overview_is_asked_for_by_the_names_before_the_first_colon_of_each_criterion() -> None:
    lines = (
        Criterion(label="", text="说明组织的基本情况。", points=None, position=HERE),
        Criterion(label="a) ", text="概况：包括：产品、设备。", points=None, position=HERE),
        Criterion(label="b) ", text="环境:包括：竞争地位。", points=None, position=HERE),
    )
    asking = replace(RESULTS, criteria=lines)
    overview = plan_overview(with_results(asking), replace(USUAL, overview_of="2"), "不超过500字")
    assert [part.heading for part in overview.sections] == ["a)  概况", "b)  环境"]
    assert overview.lines == ("不超过500字", asking.label, "说明组织的基本情况。")
