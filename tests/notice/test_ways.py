"""How indicators are scored and joined is read from the notice, and asked about."""

import pytest

from builder.notice.fate import Fate
from tests.notice.written import TITLE, body, drafted, keys, question

OPTIONS = (
    TITLE
    + """总分100分
一、质量（100分）
（一）管理体系认证（60分）
A. 通过认证（60分）
B. 正在认证（30分）
C. 没有认证（0分）
（二）执行标准（40分）
1. 执行国际标准（40分）
2. 执行国家标准（20分）
3. 执行企业标准（10分）
"""
)


def test_options_are_asked_about_also_where_they_are_headings() -> None:
    draft = drafted(OPTIONS)
    assert [key for key in keys(draft) if key.startswith("way")] == [
        "way:(一)管理体系认证",
        "way:(二)执行标准",
    ]
    assert "## （二）执行标准（40分） {code=1.2 计分=择一}" in body(draft)
    assert "2.执行国家标准（20分）" in body(draft)
    assert draft.findings == ()
    added = drafted(OPTIONS, **{"way__(二)执行标准": "各项相加"})
    assert "### 2. 执行国家标准（20分） {code=1.2.2}" in body(added)


def test_printed_weights_are_asked_about() -> None:
    draft = drafted(
        f"{TITLE}总分100分\n1 管理（100分）（权重40%）\n怎样管理。\n"
        "2 结果（100分）（权重60%）\n结果怎样。\n"
    )
    assert question(draft, "weights:总分").proposal == "按权重"
    assert "总分合计: 加权" in draft.text
    assert "# 1 管理（100分）（权重40%）" in "\n".join(body(draft))
    assert draft.findings == ()


def test_thresholds_of_a_rate_are_no_bands_of_a_scale() -> None:
    rows = "增长率\t得分\n≥35%\t100\n≥25%且不足35%\t80\n≥15%且不足25%\t60\n不足15%\t0\n"
    draft = drafted(f"{TITLE}总分100分\n1 增长（100分）\n近三年的增长率。\n\n{rows}")
    assert question(draft, "way:1增长").proposal == "分档"
    assert "scale: direct" in draft.text
    assert not [key for key in keys(draft) if key == "scale"]


LEVELS = "一级指标\t权重\t二级指标\t权重\t评价要点\n质量\t40%\t体系\t{0}\t建立体系。\n"
LEVELS += "\t\t标准\t{1}\t执行标准。\n效益\t60%\t利润\t{2}\t利润增长。\n"


def test_weights_at_two_levels_are_shares_of_what_is_above() -> None:
    draft = drafted(TITLE + LEVELS.format("30%", "70%", "100%"))
    asked = question(draft, "weights:points")
    assert asked.proposal == "按权重合成，各项满分 100 分"
    assert body(draft)[:2] == [
        "# 质量（100分）（权重40%） {code=1 process 合计=加权}",
        "## 体系（100分）（权重30%） {code=1.1}",
    ]
    assert ("total: 100\n总分合计: 加权" in draft.text, draft.findings) == (True, ())
    answer = {"weights__points": "折成分值，总分 100 分"}
    added = drafted(TITLE + LEVELS.format("30%", "70%", "100%"), **answer)
    assert "## 体系（12分） {code=1.1}" in body(added)
    assert added.findings == ()


def test_weights_that_add_up_to_those_above_are_points_of_a_hundred() -> None:
    draft = drafted(TITLE + LEVELS.format("12%", "28%", "60%"))
    assert question(draft, "weights:points").proposal == "折成分值，总分 100 分"
    assert "## 标准（28分） {code=1.2}" in body(draft)
    assert not [line.text for line, told in draft.account.lines if told.fate is Fate.UNUSED]


@pytest.mark.parametrize(
    "table",
    [
        "一级指标\t系数\t二级指标\t分值\n质量\t0.4\t体系\t100\n效益\t0.6\t利润\t100\n",
        "指标\t权重（%）\t评价要点\n质量\t40\t体系\n效益\t60\t利润\n",
        "1 质量（系数0.4）\n体系。\n2 效益（系数0.6）\n利润。\n",
        "1 质量（权重40%）\n1.1 体系（100分）\n甲。\n2 效益（100分）（权重60%）\n利润。\n",
        "1 质量（权重40%）\n1.1 体系（权重100%）\n甲。\n2 效益（权重60%）\n利润。\n",
        "1 质量（100分，权重40%）\n体系。\n2 效益（100分，权重60%）\n利润。\n",
    ],
)
def test_a_weight_is_known_by_its_words_and_its_cells(table: str) -> None:
    draft = drafted(f"{TITLE}总分100分\n{table}")
    assert "总分合计: 加权" in draft.text
    assert draft.findings == ()
    assert not [line.text for line, told in draft.account.lines if told.fate is Fate.UNUSED]


@pytest.mark.parametrize(
    ("name", "shares"),
    [("指标权重", ("40%", "60%")), ("一级指标权重", ("0.4", "0.6")), ("权数（％）", ("40", "60"))],
)
def test_whatever_a_column_of_weights_is_called_the_draft_loads(
    name: str, shares: tuple[str, str]
) -> None:
    rows = f"领导\t{shares[0]}\t怎样领导。\n结果\t{shares[1]}\t结果怎样。\n"
    draft = drafted(f"{TITLE}一级指标\t{name}\t评价内容\n{rows}")
    assert ("total: 100\n总分合计: 加权" in draft.text, draft.findings) == (True, ())
    assert not [line.text for line, told in draft.account.lines if told.fate is Fate.UNUSED]


def test_options_beside_one_another_are_a_choice() -> None:
    table = "先进程度\tA 50-60分\tB 0-49分\n"
    draft = drafted(f"{TITLE}总分100分\n1 先进程度（60分）\n\n{table}\n2 结果（40分）\n结果。\n")
    assert question(draft, "way:1先进程度").proposal == "择一"
    assert draft.findings == ()


def test_sentences_with_points_are_asked_about_apart_where_they_are_plain() -> None:
    draft = drafted(
        f"{TITLE}总分100分\n1 投诉（20分）\n每发生一起扣2分，最多扣10分。\n"
        "2 专利（20分）\n每项得5分，最多得20分。\n3 等级（30分）\nA.国家级得30分\nB.省级得20分\n"
        "4 制度（30分）\n制度健全得30分，不健全得10分。\n"
    )
    proposals = {one.key: one.proposal for one in draft.questions}
    assert proposals["way:1投诉"] == "扣分"
    assert proposals["way:2专利"] == "加分"
    assert proposals["way:3等级"] == "择一"
    assert proposals["spoken:4制度"] == "直接打分"
    assert draft.findings == ()


def test_options_that_begin_with_a_sign_stay_text() -> None:
    draft = drafted(
        f"{TITLE}总分100分\n1 占比（40分）\n>80%得40分；\n>60%得5分；\n2 结果（60分）\n结果。\n"
    )
    assert "\\>80%得40分；" in body(draft)
    assert draft.findings == ()
