"""What a notice prints becomes what a person would write; what is doubtful is asked."""

from decimal import Decimal

import pytest

from builder.notice.fate import Fate
from tests.notice.written import TITLE, body, drafted, keys, question, scheme_of, told

CHAPTERS = """附件1
××市市长质量奖评价标准
第一章 领导（150分）
1.1 高层领导（80分）
（1）确定使命、愿景和价值观；
（2）推进质量文化建设。
1.2 组织治理【70分】
a) 明确治理结构。
第二章 结果（满分250分）
２．１ 产品结果（100分）
说明合格率、顾客满意度的水平。
２．３ 财务结果（150分）
说明营业收入、资产负债率。
总分400分。
"""
ROWS = """××区质量奖评分表

序号\t一级指标\t二级指标\t评价要点\t分值\t自评得分
1\t领导\t领导作用\t高层领导亲自推动质量工作。\t10\t
2\t\t\t建立首席质量官制度。\t5\t
3\t\t质量文化\t形成质量文化体系。\t15\t
4\t效益\t经济效益\t近三年利润总额增长情况。\t70\t
合计\t\t\t\t100\t
"""
WHOLE = """××县政府质量奖评审细则
一、申报条件
（一）在本县登记注册，连续经营3年以上；
（二）近3年无重大质量事故。
二、评审指标（1000分）
（一）领导（400分）
1.企业家精神（400分）。
高层领导如何引领发展。
（二）效益（600分）
1.经济效益（600分）
说明主营业务收入。
三、加分项（50分）
获得中国质量奖的加50分。
四、一票否决事项
有下列情形之一的，取消申报资格：
1.提供虚假材料的；
2.近3年发生重大质量事故的。
五、附则
本细则由县市场监管局负责解释。
"""
BESIDE = """××市质量奖评价指标

一级指标\t分值\t二级指标\t分值\t评分标准
领导\t100\t领导力\t60\t有完善制度的得60分，较完善得40分。
\t\t治理\t40\t治理完善得40分。
合计\t100\t\t100\t
"""


def test_chapters_and_numbers_of_full_width_are_headings_with_their_points() -> None:
    assert body(drafted(CHAPTERS)) == [
        "# 第一章 领导（150分） {code=1 process}",
        "## 1.1 高层领导（80分）",
        "（1）确定使命、愿景和价值观；",
        "（2）推进质量文化建设。",
        "## 1.2 组织治理（70分）",
        "a) 明确治理结构。",
        "# 第二章 结果（250分） {code=2 result}",
        "## 2.1 产品结果（100分）",
        "说明合格率、顾客满意度的水平。",
        "## 2.3 财务结果（150分）",
        "说明营业收入、资产负债率。",
    ]


def test_the_head_says_where_the_notice_comes_from_and_what_it_adds_up_to() -> None:
    scheme = scheme_of(drafted(CHAPTERS))
    assert (scheme.title, scheme.award) == ("××市市长质量奖评价标准", "××市市长质量奖")
    assert (scheme.edition, scheme.source) == ("依据附件1", "附件1《××市市长质量奖评价标准》")
    assert scheme.total == Decimal(400)


def test_a_gap_in_the_numbers_is_copied_and_told_in_a_remark_once_confirmed() -> None:
    (remark,) = scheme_of(drafted(CHAPTERS)).remarks
    assert (remark.where, "“2.1 产品结果”之后印作“2.3 财务结果”" in remark.text) == ("2.3", True)
    assert scheme_of(drafted(CHAPTERS, gap__2__3财务结果="x")).remarks
    asked = question(drafted(CHAPTERS), "gap:")
    silent = drafted(CHAPTERS, **{asked.key.replace(":", "__"): "照录不说明"})
    assert scheme_of(silent).remarks == ()


def test_points_beside_each_row_are_those_of_the_criteria_where_a_node_has_several() -> None:
    draft = drafted(ROWS)
    assert body(draft) == [
        "# 领导 {code=1 process}",
        "## 领导作用 {code=1.1}",
        "高层领导亲自推动质量工作。（10分）",
        "建立首席质量官制度。（5分）",
        "## 质量文化（15分） {code=1.2}",
        "形成质量文化体系。",
        "# 效益 {code=2 result}",
        "## 经济效益（70分） {code=2.1}",
        "近三年利润总额增长情况。",
    ]
    assert told(draft, "自评得分") == (Fate.LEFT_OUT, "表头")
    assert draft.findings == ()


def test_values_that_are_written_again_in_every_row_are_one_node() -> None:
    text = (
        f"{TITLE}\n一级\t二级\t评分标准\t分值\n领导\t方向\t有使命得5分。\t5\n"
        "领导\t方向\t有愿景得5分。\t5\n领导\t治理\t完善得90分。\t90\n合计\t\t\t100\n"
    )
    assert body(drafted(text)) == [
        "# 领导 {code=1}",
        "## 方向 {code=1.1}",
        "有使命得5分。（5分）",
        "有愿景得5分。（5分）",
        "## 治理（90分） {code=1.2 计分=直接打分}",
        "完善得90分。",
    ]


def test_what_to_do_and_how_it_is_scored_are_lines_of_their_own() -> None:
    text = (
        f"{TITLE}\n项目\t内容\t标准分\t评分方法\n质量（60分）\t1.体系\t30\t建立得30分\n"
        "\t2.标准\t30\t采用得30分\n业绩（40分）\t3.利税\t40\t居前得40分\n总计\t\t100\t\n"
    )
    assert body(drafted(text)) == [
        "# 质量（60分） {code=1 计分=直接打分}",
        "1.体系（30分）",
        "建立得30分",
        "2.标准（30分）",
        "采用得30分",
        "# 业绩（40分） {code=2 计分=直接打分}",
        "3.利税",
        "居前得40分",
    ]


def test_parts_of_a_document_are_no_indicators_where_only_some_hold_any() -> None:
    text = (
        "××奖评审细则\n第一章 总则\n为了评审，制定本细则。\n第二章 指标\n"
        "1 领导（40分）\n如何领导。\n2 效益（60分）\n说明利润。\n第三章 附则\n自印发之日起施行。\n"
    )
    scheme = scheme_of(drafted(text))
    assert [node.label for node in scheme.indicators] == ["1 领导", "2 效益"]
    assert [one.title for one in scheme.sections] == ["第一章 总则", "第三章 附则"]


def test_points_beside_each_level_belong_to_that_level() -> None:
    assert body(drafted(BESIDE)) == [
        "# 领导（100分） {code=1}",
        "## 领导力（60分） {code=1.1 计分=直接打分}",
        "有完善制度的得60分，较完善得40分。",
        "## 治理（40分） {code=1.2 计分=直接打分}",
        "治理完善得40分。",
    ]


def test_conditions_and_vetoes_go_into_the_head_and_bonus_points_are_asked_about() -> None:
    draft = drafted(WHOLE)
    scheme = scheme_of(draft)
    assert [one.text for one in scheme.eligibility] == [
        "（一）在本县登记注册，连续经营3年以上；",
        "（二）近3年无重大质量事故。",
    ]
    assert [one.code for one in scheme.vetoes] == ["V1", "V2"]
    assert scheme.total == Decimal(1000)
    assert [node.label for node in scheme.indicators] == ["1 领导", "2 效益", "3 加分项"]
    assert scheme.indicators[2].bonus
    assert question(draft, "bonus").proposal == "算作一项指标"
    printed = scheme_of(drafted(WHOLE, bonus__加分项="只作参考文字"))
    assert [section.title for section in printed.sections] == ["三、加分项（50分）", "五、附则"]
    assert len(printed.indicators) == 2
    assert draft.account.characters(Fate.UNUSED) == 0


def test_sums_that_do_not_come_out_are_acknowledged_only_with_a_question() -> None:
    parts = "1.1 方向（60分）\n如何确定方向。\n1.2 治理（50分）\n如何治理。\n"
    text = f"{TITLE}1 领导（100分）\n{parts}总分100分\n"
    draft = drafted(text)
    (entry,) = scheme_of(draft).discrepancies
    assert (entry.where, entry.stated, entry.actual) == ("1", Decimal(100), Decimal(110))
    asked = question(draft, "discrepancy:1")
    refused = drafted(text, **{asked.key.replace(":", "__"): "先不写"})
    assert [one.code for one in refused.findings] == ["QA150"]


def test_two_different_points_are_never_settled_in_silence() -> None:
    text = (
        f"{TITLE}\n一级\t二级\t评价要点\t分值\n"
        "领导\t方向（30分）\t如何确定方向。\t25\n质量\t安全\t如何保证安全。\t75\n合计\t\t\t100\n"
    )
    draft = drafted(text)
    assert question(draft, "points:方向").options == ("30", "25")
    assert "30分，一处" in draft.text or "一处印30分，一处印25分" in draft.text
    settled = drafted(text, points__方向="25")
    assert "## 方向（25分） {code=1.1}" in body(settled)


def test_a_sentence_that_a_page_broke_is_joined_only_where_a_person_agrees() -> None:
    text = (
        f"{TITLE}1 领导（100分）\n"
        "高层领导引领组织确定和传播使命愿景和价值观并且推动全体员工参与质量\n改进活动。\n"
    )
    draft = drafted(text)
    assert body(draft)[1].endswith("参与质量改进活动。")
    assert told(draft, "改进活动") == (Fate.GUESSED, "上一行没有标点，连成一句")
    asked = question(draft, "join:")
    apart = drafted(text, **{asked.key.replace(":", "__"): "各是一条"})
    assert body(apart)[2] == "改进活动。"


def test_a_notice_of_several_standards_asks_which_is_meant() -> None:
    def one(name: str) -> str:
        lines = [
            f"{part} 第{part}项（50分）\n如何做好第{part}项（10分）的工作。" for part in (1, 2)
        ]
        return f"××奖{name}评分标准\n" + "\n".join(lines) + "\n总分100分\n"

    text = one("单位") + one("个人")
    assert question(drafted(text), "part").options == ("××奖单位评分标准", "××奖个人评分标准")
    second = drafted(text, part="××奖个人评分标准")
    assert scheme_of(second).title == "××奖个人评分标准"
    assert told(second, "××奖单位") == (Fate.LEFT_OUT, "属于另一套标准“××奖单位评分标准”")


def test_text_that_markdown_would_read_as_marks_is_escaped() -> None:
    lines = "# 号开头的*话*。\n> 这样的[话](见后)。\n要点（满分30分）不在末尾。\n"
    text = f"{TITLE}1 领导（100分）\n{lines}"
    (node,) = scheme_of(drafted(text)).indicators
    assert [one.text for one in node.criteria] == [
        "# 号开头的*话*。",
        "> 这样的[话](见后)。",
        "要点（满分30分）不在末尾。",
    ]
    assert drafted(text).findings == ()


@pytest.mark.parametrize(
    "points", ["（30分）", "【30分】", "（满分30分）", "（共30分）", "30分", "（30）", "(３０分)"]
)
def test_points_are_read_however_they_are_printed(points: str) -> None:
    draft = drafted(f"{TITLE}1 领导{points}\n1.1 方向{points}\n如何确定方向。\n")
    assert body(draft)[:2] == ["# 1 领导（30分）", "## 1.1 方向（30分）"]


@pytest.mark.parametrize("name", ["ISO9001（2015）", "第1.5条", "5S管理"])
def test_years_and_other_numbers_are_no_points(name: str) -> None:
    draft = drafted(f"{TITLE}1 领导（30分）\n1.1 {name}（30分）\n如何做。\n")
    assert f"## 1.1 {name}（30分）" in body(draft)


def test_a_note_that_lets_indicators_be_left_out_is_asked_how_far_it_reaches() -> None:
    text = (
        f"{TITLE}1 领导（60分）\n1.1 方向（30分）\n如何做。\n1.2 治理（30分）\n如何做。\n"
        "注：服务业可以适当删减评价指标。\n"
    )
    scheme = scheme_of(drafted(text))
    assert [node.replaceable for node in scheme.indicators[0].children] == [True, True]
    assert scheme.indicators[0].notes[0].text.startswith("注：")
    asked = question(drafted(text), "adjust:")
    assert asked.options[1] == "只“1.2 治理”"


def test_what_is_not_in_doubt_is_not_asked() -> None:
    plain = BESIDE.replace("的得60分，较完善得40分", "").replace("治理完善得40分", "治理完善")
    assert keys(drafted(plain)) == ["step"]
