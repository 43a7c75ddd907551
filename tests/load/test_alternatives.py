"""Points that may be those of options are asked about, and never added up before."""

from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from builder.model.leaf_rules import PickOne
from builder.model.points import maximum
from builder.model.resolution import resolve
from tests.load.samples import body, save

ASKED = (
    ("# 1 研发（60分）", "A.5%以上（60分）", "B.3%-5%（30分）"),
    ("# 1 研发（60分）", "A 5%以上（60分）", "B 3%-5%（30分）", "C 3%以下（10分）"),
    ("# 1 研发（60分）", "选项一：有（60分）", "选项二：部分有（20分）"),
    ("# 1 研发（60分）", "（1）国家级（60分）", "（2）省级（40分）", "（3）市级（20分）"),
    ("# 1 研发（60分）", "1.达到5%（60分）", "2.达到3%（30分）"),
    ("# 1 研发（60分）", "（1）有（60分）", "（2）没有（0分）"),
    ("# 1 研发", "A.有（60分）", "B.部分有（30分）"),
    ("# 1 研发（60分）", "Ⅰ档（60分）", "Ⅱ档（40分）"),
    ("# 1 研发（60分）", "A.甲（50分）", "B.乙（40分）"),
    ("# 1 研发（60分）", "A.强（50-60分）", "B.弱（10-40分）"),
)
ADDED = (
    ("# 1 研发（60分）", "（1）甲；（30分）", "（2）乙。（30分）"),
    ("# 1 研发（60分）", "A.甲（40分）", "B.乙（20分）"),
    ("# 1 研发（60分）", "a.甲（40分）", "b.乙（20分）"),
)


def scheme_text(lines: tuple[str, ...]) -> str:
    """A scheme of one indicator with these criteria."""
    return body(*(part for line in lines for part in (line, "")))


@pytest.mark.parametrize("lines", ASKED, ids=" ".join)
def test_options_are_asked_about_and_no_contradiction_is_told(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    (found,) = lint_scheme(save(tmp_path, scheme_text(lines))).findings
    assert (found.code, found.place.line) == ("QA178", 11)
    assert "择一还是累加" in found.message


@pytest.mark.parametrize("lines", ADDED, ids=" ".join)
def test_points_that_add_up_to_the_whole_are_no_question(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    assert lint_scheme(save(tmp_path, scheme_text(lines))).findings == ()


def test_one_option_beside_one_without_points_is_told_once(tmp_path: Path) -> None:
    text = body("# 1 研发（60分） {计分=择一}", "", "有（60分）", "", "没有，不得分")
    assert [one.code for one in lint_scheme(save(tmp_path, text)).findings] == ["QA283"]


def test_two_options_in_a_line_are_told(tmp_path: Path) -> None:
    line = "A.强（60分）；B.中（30～40分）"
    text = body("# 1 研发（60分） {计分=择一}", "", line, "", "C.弱（0分）")
    assert [one.code for one in lint_scheme(save(tmp_path, text)).findings] == ["QA188"]


@pytest.mark.parametrize("written", ["计分=择一", "parts=one"])
@pytest.mark.parametrize("lines", [one for one in ASKED if "50分" not in one[1]], ids=" ".join)
def test_a_choice_is_worth_its_best_option(
    lines: tuple[str, ...], written: str, tmp_path: Path
) -> None:
    text = scheme_text((f"{lines[0]} {{{written}}}", *lines[1:]))
    loaded = lint_scheme(save(tmp_path, text))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    kit = resolve(loaded.scheme, {})
    assert maximum(kit) == 60
    assert [node.code for node in kit.walk] == ["1"]
    assert next(str(item.points) for item in kit.indicators[0].criteria) == "60"


def test_a_sum_is_added_up_once_it_is_said_to_be_one(tmp_path: Path) -> None:
    lines = ("# 1 研发（60分） {计分=累加}", "A.甲（60分）", "B.乙（30分）")
    (found,) = lint_scheme(save(tmp_path, scheme_text(lines))).findings
    assert (found.code, found.actual) == ("QA150", "90")


def test_a_choice_whose_best_option_is_not_full_marks_is_told(tmp_path: Path) -> None:
    lines = ("# 1 研发（60分） {计分=择一}", "A.甲（50分）", "B.乙（40分）")
    (found,) = lint_scheme(save(tmp_path, scheme_text(lines))).findings
    assert found.code == "QA109"


SPOKEN = (
    ("制度健全得30分", "得30分"),
    ("每项得5分，最多20分", "每项得5分"),
    ("A.优秀，得20分", "得20分"),
    ("每缺一项扣2分", "每缺一项扣2分"),
    ("达到国际先进水平的，得满分", "得满分"),
    ("国家级20分，省级10分", "20分、10分"),
    ("优秀：50～60分；良好：30～49分", "50～60分、30～49分"),
    ("未制定的扣二分", "扣二分"),
    ("专利10分/项", "10分/项"),
    ("没有制度的不得分", "不得分"),
    ("情况（有协议的得1分；没有的不得分）", "得1分、不得分"),
)
UNSPOKEN = (
    *("采用百分制", "60分以上为合格", "分数高者优先", "每次不少于30分钟", "取得十分显著的成效"),
    *(
        "满意度不低于90分",
        "满意度达到80分，员工满意度达到85分",
        "三分之二以上",
        "总分100分，合格60分",
    ),
    *("不符合的酌情扣分", "（1）\\（每项得5分）", "取得80分以上的评价"),
    *("减噪10分贝以上", "加权平均95分", "每季度考核低于60分", "得分低于80分", "记录100分"),
)


@pytest.mark.parametrize(("line", "words"), SPOKEN, ids=[line for line, _ in SPOKEN])
def test_points_that_a_sentence_names_are_told_where_no_way_counts_them(
    line: str, words: str, tmp_path: Path
) -> None:
    (found,) = lint_scheme(save(tmp_path, scheme_text(("# 1 研发（60分）", line)))).findings
    assert (found.code, found.place.line, found.expected) == ("QA281", 13, words)
    said = scheme_text(("# 1 研发（60分） {计分=直接打分}", line))
    assert lint_scheme(save(tmp_path, said)).findings == ()


@pytest.mark.parametrize("line", UNSPOKEN)
def test_a_sentence_may_speak_of_points_that_nobody_is_given(line: str, tmp_path: Path) -> None:
    assert lint_scheme(save(tmp_path, scheme_text(("# 1 研发（60分）", line)))).findings == ()


def test_a_remark_that_quotes_a_sentence_leaves_it_to_the_reader(tmp_path: Path) -> None:
    text = scheme_text(("# 1 研发（60分）", "有得1分；没有不得分。"))
    told = "remarks:\n  - where: '1'\n    text: 原文“得1分”没有说明其余。\n---\n#"
    assert lint_scheme(save(tmp_path, text.replace("---\n#", told))).findings == ()


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        (("A.优秀，得满分", "B.良好得30分", "C.一般10分"), (60, 30, 10)),
        (("国家级，可得60分", "省级 20分"), (60, 20)),
    ],
)
def test_options_end_with_their_points_in_whatever_words(
    lines: tuple[str, ...], points: tuple[int, ...], tmp_path: Path
) -> None:
    loaded = lint_scheme(save(tmp_path, scheme_text(("# 1 研发（60分） {计分=择一}", *lines))))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    rule = loaded.scheme.indicators[0].rule
    assert isinstance(rule, PickOne)
    assert tuple(option.points for option in rule.options) == points


@pytest.mark.parametrize("way", ["择一", "多选"])
def test_two_options_of_one_letter_are_told(way: str, tmp_path: Path) -> None:
    lines = (f"# 1 研发（60分） {{计分={way}}}", "A.优（60分）", "A.良（30分）", "B.差（0分）")
    (found,) = lint_scheme(save(tmp_path, scheme_text(lines))).findings
    assert (found.code, found.actual) == ("QA295", "A")


@pytest.mark.parametrize("words", ["3 年", "1 项", "5 人"])
def test_numbers_that_are_counted_are_no_letters_of_options(words: str, tmp_path: Path) -> None:
    lines = ("# 1 研发（60分） {计分=择一}", f"{words}以上，得60分", f"{words}以下，得50分")
    assert lint_scheme(save(tmp_path, scheme_text(lines))).findings == ()


@pytest.mark.parametrize(
    "line",
    [
        *("满意度低于60分", "满意度达到 60 分", "不足60分", "合格线≥60分", "总分100分", "未得满分"),
        "未得20分",
    ],
)
def test_a_bound_is_not_what_an_option_is_worth(line: str, tmp_path: Path) -> None:
    lines = ("# 1 研发（60分） {计分=择一}", "满意度90分以上，得60分", line)
    loaded = lint_scheme(save(tmp_path, scheme_text(lines)))
    assert {one.code for one in loaded.findings} <= {"QA109", "QA177", "QA283"}
    assert loaded.findings
