"""What other notices say around their tables: letters, annexes, vetoes, rules, a bonus, a step."""

import pytest

from builder.notice.fate import Fate
from tests.notice.written import TITLE, drafted, keys, points, question, scheme_of, told

LETTER = """某市质量发展局文件
某质〔2025〕3号
某市质量发展局关于开展质量奖评选的通知
各有关单位：
现将有关事项通知如下。
一、申报条件
1.登记满3年；
2.近3年没有质量事故。
二、申报材料
申报表一式三份。
附件：1.申报材料目录
2.某市质量奖评分标准
3.承诺书
某市质量发展局
2025年4月10日
附件1
申报材料目录
1.申报表；
附件2
某市质量奖评分标准
1 管理（100分）
怎样管理。
附件：1.自评报告编写要求
2.推荐表
附件3
承诺书
本单位承诺材料真实。
"""


def test_a_letter_gives_its_conditions_and_other_annexes_are_left_once_asked() -> None:
    draft = drafted(LETTER)
    scheme = scheme_of(draft)
    assert [one.text for one in scheme.eligibility] == ["1.登记满3年；", "2.近3年没有质量事故。"]
    assert scheme.sections == ()
    assert keys(draft)[:2] == ["letter:申报条件", "annex:附件3承诺书"]
    assert told(draft, "2.推荐表")[0] is Fate.LEFT_OUT
    assert told(draft, "本单位承诺") == (Fate.LEFT_OUT, "另一个附件“附件3 承诺书”，不是评分标准")
    printed = drafted(LETTER, letter__申报条件="不写", annex__附件3承诺书="写进方案")
    assert scheme_of(printed).eligibility == ()
    assert "本单位承诺材料真实。" in printed.text


def test_a_table_of_conditions_goes_into_the_head() -> None:
    rows = "序号\t门槛指标\t判定\n1\t产品获得许可\t□是 □否\n2\t抽查没有不合格\t□是 □否\n"
    above = f"{TITLE}一、门槛指标（全部满足方可评分）\n\n{rows}\n"
    draft = drafted(f"{above}二、评分指标（100分）\n1 管理（100分）\n怎样管理。\n")
    assert [one.text for one in scheme_of(draft).eligibility] == ["产品获得许可", "抽查没有不合格"]
    assert draft.account.characters(Fate.UNUSED) == 0


def test_a_list_that_a_sentence_calls_vetoes_goes_into_the_head() -> None:
    text = (
        "1 管理（100分）\n怎样管理。\n有下列情形之一的，不得参评：\n（1）发生质量事故；\n"
        "（2）拖欠工资。\n有下列情形之一的，不得分：\n（1）没有制度。\n"
    )
    scheme = scheme_of(drafted(TITLE + text))
    assert [one.text for one in scheme.vetoes] == ["（1）发生质量事故；", "（2）拖欠工资。"]
    assert [one.printed for one in scheme.indicators[0].criteria] == [
        *("怎样管理。", "有下列情形之一的，不得分：", "（1）没有制度。")
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "综合得分=材料评审得分×40%+现场评审得分×60%。",
        "材料评审占60%，现场陈述占30%，网络投票占10%。",
        "评委打分去掉一个最高分和一个最低分后取平均值。",
        "综合得分乘以行业系数后为最终得分。",
        "出现有责投诉的，每起从总分中扣5分。",
        "食品类企业本项分值为20分。",
        "没有公厕的为合理缺项。",
        "获得省级表彰的加3分。",
    ],
)
def test_a_rule_that_only_stands_in_the_text_is_asked_about(rule: str) -> None:
    draft = drafted(f"{TITLE}1 管理（100分）\n怎样管理。\n附则\n{rule}\n")
    assert f"“{rule}”" in question(draft, "rules").words


def test_what_comes_on_top_is_proposed_as_such_and_what_is_within_the_total_is_not_asked() -> None:
    top = drafted(
        f"{TITLE}总分100分\n1 管理（100分）\n怎样管理。\n2 加分项（10分）\n每项奖励加2分。\n"
    )
    assert (question(top, "bonus").proposal, scheme_of(top).indicators[1].bonus) == (
        "算作一项指标",
        True,
    )
    within = drafted(
        f"{TITLE}总分100分\n1 管理（90分）\n怎样管理。\n2 附加分（10分）\n每项奖励加2分。\n"
    )
    assert not [key for key in keys(within) if key.startswith("bonus")]
    assert points(scheme_of(within)) == {"管理": "90", "附加分": "10"}


@pytest.mark.parametrize(
    ("sentence", "worth", "step"),
    [
        ("评审组按10的整数倍打分。", "100", "10"),
        ("最小打分单位为0.2分。", "100", "0.2"),
        ("怎样打分。", "99.6", "0.1"),
        ("怎样打分。", "99.25", "0.01"),
    ],
)
def test_the_step_is_the_printed_one_or_one_by_which_every_full_score_is_had(
    sentence: str, worth: str, step: str
) -> None:
    draft = drafted(f"{TITLE}1 管理（{worth}分）\n怎样管理。\n{sentence}\n")
    assert question(draft, "step").proposal == step
    assert ("非原文件规定" in draft.text) is ("怎样" in sentence)
    assert draft.findings == ()


def test_two_standards_under_numbered_headings_are_asked_apart() -> None:
    text = (
        "一、组织类评审标准（100分）\n（一）管理（60分）\n如何管理。\n（二）绩效（40分）\n绩效如何。\n"
        "二、个人类评审标准（50分）\n（一）品德（20分）\n爱岗敬业。\n（二）业绩（30分）\n成效显著。\n"
        "抄送：市委办公室。\n"
    )
    draft = drafted(f"附件\n某市质量奖评审标准\n{text}")
    assert points(scheme_of(draft)) == {"管理": "60", "绩效": "40"}
    asked = question(draft, "standard")
    other = drafted(
        f"附件\n某市质量奖评审标准\n{text}",
        **{asked.key.replace(":", "__"): "二、个人类评审标准"},
    )
    assert points(scheme_of(other)) == {"品德": "20", "业绩": "30"}
    assert scheme_of(other).total == 50
    assert told(other, "抄送") == (Fate.LEFT_OUT, "印发机关、日期和页码")
