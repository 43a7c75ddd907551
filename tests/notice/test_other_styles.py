"""Notices as other cities and associations print them: where points, titles and rules stand."""

from pathlib import Path

import pytest

from builder.notice.fate import Fate
from builder.notice.lines import Notice
from tests.notice.shapes import Paper, Row, Sheet, excel, word
from tests.notice.written import (
    TITLE,
    body,
    draft_from,
    drafted,
    keys,
    opened,
    points,
    question,
    scheme_of,
    told,
)


def of_file(path: Path, content: bytes) -> Notice:
    """What a file of an office holds."""
    notice = opened(path, content)
    assert isinstance(notice, Notice), notice
    return notice


@pytest.mark.parametrize(
    ("printed", "name", "worth"),
    [
        ("研发设计【80分】", "研发设计", "80"),
        ("数据统计（80分）", "数据统计", "80"),
        ("检验能力（一百分）", "检验能力", "100"),
        ("社会效益（２００分", "社会效益", "200"),
        ("出口额（20分）*", "出口额＊", "20"),
        ("追溯能力（15分）※", "追溯能力※", "15"),
        ("荣誉（最多加5分）", "荣誉", "5"),
    ],
)
def test_points_are_known_however_a_heading_prints_them(
    printed: str, name: str, worth: str
) -> None:
    draft = drafted(f"{TITLE}1 管理（60分）\n怎样管理。\n2 {printed}\n结果怎样。\n")
    assert points(scheme_of(draft))[name] == worth
    assert draft.findings == ()
    assert draft.account.characters(Fate.UNUSED) == 0


def test_points_of_criteria_are_written_as_a_scheme_reads_them() -> None:
    text = "一、管理（100分）\n１．建立体系。（５０分）\n２．通过认证（五十分）；\n"
    draft = drafted(TITLE + text)
    assert body(draft)[1:] == ["１．建立体系。（50分）", "２．通过认证（50分）；"]
    assert draft.findings == ()


def test_a_sentence_that_ends_with_points_is_no_heading() -> None:
    text = (
        "一、管理（100分）\n怎样管理。\n二、评价方法\n"
        "（一）各指标按百分制评分，逐级加权得出综合得分，满分为100分。\n"
    )
    assert points(scheme_of(drafted(TITLE + text))) == {"管理": "100"}


def test_articles_with_points_are_headings() -> None:
    text = (
        "第一章 基础分（50分）\n第二条 基础管理（20分）\n（一）制度健全。（8分）\n"
        "（二）档案完整。（12分）\n第三条 客户服务（30分）\n（一）及时受理报修。（30分）\n"
        "第二章 附则\n第四条 本办法自发布之日起施行。\n"
    )
    scheme = scheme_of(drafted(TITLE + text))
    assert points(scheme) == {
        "第一章 基础分": "50",
        "第二条 基础管理": "20",
        "第三条 客户服务": "30",
    }


@pytest.mark.parametrize(
    "title",
    [
        "“望海工匠”团队奖评审办法",
        "现场管理星级评价标准（2025年修订）",
        "物业服务质量奖考评办法",
        "质量奖评审表（试行）",
    ],
)
def test_a_title_is_known_by_more_words_and_with_quotation_marks(title: str) -> None:
    draft = drafted(f"附件2\n{title}\n1 管理（100分）\n怎样管理。\n")
    assert f"title: {title}" in draft.text
    assert "title" not in keys(draft)


HEADS: Row = ["项目", "条款", "评审要求", "分值"]


@pytest.mark.parametrize(
    "again", ["某市创新奖评分表", "某市创新奖评分表（续）", "某市创新奖评分表（续表1）"]
)
def test_a_title_printed_again_on_the_next_page_begins_no_other_standard(
    again: str, tmp_path: Path
) -> None:
    first: tuple[Row, ...] = (HEADS, ["过程（60分）", "方法", "系统应用。", "30"])
    # The next page has a column more, and names the project again.
    more: tuple[Row, ...] = (
        [*HEADS, "备注"],
        ["过程（60分）", "活动", "广泛开展。", "30", ""],
        ["成果（40分）", "价值", "可以推广。", "40", ""],
        ["评审意见：", "", "", "", ""],
        ["组长签字：", "", "", "评审员签字：", ""],
    )
    parts = ("某市创新奖评分表", Sheet(rows=first, heads=1), again, Sheet(rows=more, heads=1))
    draft = draft_from(of_file(tmp_path / "通知.docx", word(Paper(parts=parts))))
    assert points(scheme_of(draft)) == {
        "过程": "60",
        "方法": "30",
        "活动": "30",
        "成果": "40",
        "价值": "40",
    }
    assert told(draft, "评审意见") == (Fate.LEFT_OUT, "留给评分人填写的栏")
    assert keys(draft) == ["total", "step"]


SIZES: tuple[Row, ...] = (
    ["一级指标", "二级指标", "评价要点", "评分标准", None],
    [None, None, None, "大型企业分值", "小微企业分值"],
    ["领导", "作用", "推动质量管理。", "60", "30"],
    [None, "战略", "制定规划。", "40", "70"],
)


@pytest.mark.parametrize("maker", [word, excel])
def test_points_of_two_kinds_of_applicants_are_never_run_together(
    maker: object, tmp_path: Path
) -> None:
    assert callable(maker)
    suffix = ".docx" if maker is word else ".xlsx"
    paper = Paper(parts=("某县质量奖评分表", Sheet(rows=SIZES, heads=2)))
    notice = of_file(tmp_path / f"通知{suffix}", maker(paper))
    draft = draft_from(notice)
    asked = question(draft, "worth")
    assert asked.options == ("大型企业分值", "小微企业分值")
    assert points(scheme_of(draft)) == {"领导": "", "作用": "60", "战略": "40"}
    small = draft_from(notice, **{asked.key.replace(":", "__"): "小微企业分值"})
    assert points(scheme_of(small)) == {"领导": "", "作用": "30", "战略": "70"}
    assert told(small, "60") == (Fate.LEFT_OUT, "另一栏分值，这个方案用的是“小微企业分值”")


def test_grades_with_factors_over_their_columns_are_a_way_to_score() -> None:
    rows = (
        "一级指标\t分值\tA（1.0）\tB（0.6）\tC（0）\n"
        "标准化\t60\t九成以上\t七成以上\t不足七成\n追溯\t40\t全程\t部分\t没有\n"
    )
    draft = drafted(f"{TITLE}总分100分\n\n{rows}")
    assert body(draft)[:2] == [
        "# 标准化（60分） {code=1 分级=C0/B0.6/A1}",
        "| A（1.0） | B（0.6） | C（0） |",
    ]
    assert [key for key in keys(draft) if key.startswith("way")] == ["way:C0/B0.6/A1"]
    assert draft.findings == ()


def test_a_column_by_another_name_is_known_by_what_stands_in_it() -> None:
    rows = "评价方面\t指标名称\t评分规则\t分值\t数据来源\n"
    rows += "先进（60分）\t标准\t执行标准先进。\t60\t企业\n"
    rows += "品牌（40分）\t口碑\t顾客口碑好。\t40\t第三方\n"
    draft = drafted(f"{TITLE}总分100分\n\n{rows}")
    assert body(draft)[:4] == [
        "# 先进（60分） {code=1}",
        "## 标准（60分） {code=1.1}",
        "执行标准先进。",
        "> 数据来源：企业",
    ]


def test_headings_lettered_a_and_a1_are_levels_and_dashes_part_names_from_points() -> None:
    text = (
        "A 能力（60分）\nA1 设施（20分）\nA1.1 完好率（20分）\n设施完好。\nA2 人员——40分\n"
        "A4纸双面打印\nB 改进（40分）\n顾客满意。\n"
    )
    draft = drafted(TITLE + text)
    assert body(draft) == [
        *("# A 能力（60分） {code=1}", "## A1 设施（20分） {code=1.1}"),
        *("### A1.1 完好率（20分） {code=1.1.1}", "设施完好。"),
        *("## A2 人员（40分） {code=1.2}", "A4纸双面打印"),
        *("# B 改进（40分） {code=2}", "顾客满意。"),
    ]


def test_bands_over_the_columns_of_a_table_with_points_make_the_scale() -> None:
    rows = "评审内容\t权重分值\t优（90%～100%）\t良（75%～89%）\t中（60%～74%）\t差（60%以下）\n"
    rows += "目标\t40\t量化\t明确\t基本明确\t不明确\n方案\t60\t科学\t可行\t基本可行\t不可行\n"
    draft = drafted(f"{TITLE}总分100分\n\n{rows}")
    assert 'step: 1%\nbands:\n  - {name: "差（60%以下）", low: 0%, high: 59%}' in draft.text
    assert (points(scheme_of(draft)), draft.findings) == ({"目标": "40", "方案": "60"}, ())


def test_bands_that_do_not_meet_are_not_proposed_as_the_scale() -> None:
    rows = (
        "评审内容\t分值\t好（90%～100%）\t中（50%～70%）\t差（20%～30%）\n目标\t100\t好\t中\t差\n"
    )
    asked = question(drafted(f"{TITLE}总分100分\n\n{rows}"), "scale")
    assert asked.proposal == "直接打分"
    assert "各档没有首尾相接" in asked.words


def test_names_and_points_make_a_head_however_many_other_columns_there_are() -> None:
    rows = "考核项目\t考核内容及标准\t分值\t评分办法\t考核方式\t责任科室\n"
    rows += "组织（100分）\t专题研究质量工作。\t100\t少一次扣20分。\t查阅\t质量科\n"
    draft = drafted(f"{TITLE}\n{rows}")
    assert points(scheme_of(draft)) == {"组织": "100"}
    assert "| 查阅 | 质量科 |" in draft.text


@pytest.mark.parametrize("maker", [word, excel])
def test_headings_across_a_table_stand_over_the_rows_below_them(
    maker: object, tmp_path: Path
) -> None:
    assert callable(maker)
    rows: tuple[Row, ...] = (
        ["序号", "评价内容", "分值", "评价方法"],
        ["一、诚信（40分）", "", "", ""],
        ["1", "依法登记", "10", "查看证照"],
        ["2", "履行合同", "30", "查询系统"],
        ["二、质量（60分）", "", "", ""],
        ["3", "进货检查", "60", "查看台账"],
        ["合计", "", "100", ""],
    )
    suffix = ".docx" if maker is word else ".xlsx"
    paper = Paper(parts=("某区质量诚信企业评价表", Sheet(rows=rows, heads=1)))
    draft = draft_from(of_file(tmp_path / f"通知{suffix}", maker(paper)))
    assert body(draft) == [
        *("# 一、诚信（40分） {code=1}", "依法登记（10分）", "> 评价方法：查看证照"),
        *("履行合同（30分）", "> 评价方法：查询系统"),
        *("# 二、质量（60分） {code=2}", "进货检查", "> 评价方法：查看台账"),
    ]
    assert draft.account.characters(Fate.UNUSED) == 0


def test_options_with_what_they_mean_between_letter_and_points_are_a_choice() -> None:
    rows = (
        "评价指标\t满分\t等次\t评价标准\t得分区间\n创新\t60\tA\t有突破\t40～60分\n\t\tB\t有改进\t0～39分\n"
        "应用\t40\tA\t显著\t20～40分\n\t\tB\t一般\t0～19分\n"
    )
    draft = drafted(f"{TITLE}总分100分\n\n{rows}")
    assert body(draft)[:4] == [
        "# 创新（60分） {code=1 计分=择一}",
        *("| 等次 | 评价标准 | 得分区间 |", "| --- | --- | --- |", "| A | 有突破 | 40～60分 |"),
    ]
    assert draft.findings == ()


def test_points_before_names_and_numbers_in_a_column_of_their_own_are_read() -> None:
    rows = "标准分\t编号\t评价指标\t评价说明\n30\t1\t能力\t\n30\t1-1\t知识\t取得证书\n"
    rows += "70\t2\t成效\t\n70\t2-1\t改进\t完成项目\n"
    draft = drafted(f"{TITLE}\n{rows}")
    assert body(draft) == [
        *("# 1 能力（30分）", "## 1-1 知识（30分） {code=1.1}", "取得证书"),
        *("# 2 成效（70分）", "## 2-1 改进（70分） {code=2.1}", "完成项目"),
    ]


def test_cards_of_one_indicator_each_are_rows_of_one_table(tmp_path: Path) -> None:
    def card(name: str, worth: str, asks: str) -> Sheet:
        rows: tuple[Row, ...] = (["评审项目", name, "分值", worth], ["评审要点", asks, None, None])
        return Sheet(rows=rows, heads=1)

    parts = ("某市健康企业质量评审细则", card("领导", "40", "承诺。"), card("改进", "60", "趋势。"))
    draft = draft_from(of_file(tmp_path / "通知.docx", word(Paper(parts=parts))))
    assert body(draft) == ["# 领导（40分） {code=1}", "承诺。", "# 改进（60分） {code=2}", "趋势。"]


def test_a_range_of_points_is_no_name_and_letters_set_apart_are_one_title() -> None:
    draft = drafted("附件2\n某 市 质 量 奖 评 审 标 准\n1 管理（100分）\n优秀：26～30分\n— 3 —\n")
    assert "title: 某市质量奖评审标准" in draft.text
    assert points(scheme_of(draft)) == {"管理": "100"}
    assert told(draft, "— 3 —")[0] is Fate.LEFT_OUT


def test_numbered_parts_of_one_cell_are_criteria_where_each_has_points() -> None:
    rows = "评定项目\t评定要求及分值\t满分\n制度\t1.制度上墙（20分）；2.统一着装（20分）。\t40\n"
    rows += "环境\t1.地面整洁；2.通风良好。\t60\n"
    draft = drafted(f"{TITLE}总分100分\n\n{rows}")
    assert body(draft) == [
        *("# 制度（40分） {code=1}", "1.制度上墙（20分）；", "2.统一着装（20分）。"),
        *("# 环境（60分） {code=2}", "1.地面整洁；2.通风良好。"),
    ]
    assert draft.account.characters(Fate.UNUSED) == 0


def test_bands_down_a_column_under_points_are_no_indicators() -> None:
    rows = "分数\t评分指南\n0%或5%\t没有系统的方法。\n10%～50%\t有方法。\n55%～100%\t方法有效。\n"
    draft = drafted(f"{TITLE}1 管理（100分）\n怎样管理。\n附录 评分指南\n\n{rows}")
    assert points(scheme_of(draft)) == {"管理": "100"}
