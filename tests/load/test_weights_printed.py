"""Weights and caps that a notice prints are read as such, or told as what they are."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.load.join_names import share_in
from builder.load.lint import lint_scheme
from tests.load.samples import body, save


def _codes(folder: Path, text: str) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in lint_scheme(save(folder, text)).findings]


def _weighed(above: str, first: str, second: str) -> str:
    return body(
        *(f"# 1 领导（60分）{above}", "", f"## 1.1 战略（60分，{first}）", "", "战略。", ""),
        *(f"## 1.2 文化（60分，{second}）", "", "文化。"),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("权重60%", "权重40%"),
        ("权重0.6", "权重0.4"),
        ("权重为0.6", "比重：40％"),
        ("权重６０％", "权重０．４"),
        ("系数0.6", "权重系数：40%"),
    ],
)
def test_a_weight_is_read_in_percent_and_as_a_part(first: str, second: str, tmp_path: Path) -> None:
    text = _weighed(" {合计=加权}", first, second)
    loaded = lint_scheme(save(tmp_path, text))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    children = loaded.scheme.indicators[0].children
    assert [child.weight for child in children] == [Decimal("0.6"), Decimal("0.4")]
    assert [child.points for child in children] == [60, 60]


@pytest.mark.parametrize("written", ["（系数0.6）", "（权重系数：0.6）", "（占比0.6）"])
def test_a_factor_that_nothing_weighs_is_no_part_of_the_name(written: str, tmp_path: Path) -> None:
    text = body("# 1 领导（60分）", "", f"## 1.1 战略{written}", "", "战略。")
    assert [code for code, _ in _codes(tmp_path, text)] == ["QA186"]


def test_weights_that_nothing_has_are_told(tmp_path: Path) -> None:
    lines = ("# 1 领导（60分） {合计=加权}", "", "## 1.1 战略（60分）", "", "战略。")
    assert _codes(tmp_path, body(*lines)) == [("QA270", 11)]


def test_a_weight_may_stand_before_the_points_in_their_bracket(tmp_path: Path) -> None:
    text = _weighed(" {合计=加权}", "权重60%", "权重40%")
    other = text.replace("（60分，权重60%）", "（权重：60%，60分）")
    told = lint_scheme(save(tmp_path, other))
    assert told.findings == ()
    assert told.scheme is not None
    children = told.scheme.indicators[0].children
    assert [child.weight for child in children] == [Decimal("0.6"), Decimal("0.4")]
    assert [child.points for child in children] == [60, 60]


def test_a_number_without_a_word_for_weight_is_none() -> None:
    assert share_in("0.6") is None
    assert share_in("30%") == Decimal("0.3")


def test_weights_that_nothing_weighs_are_told_and_neither_points_nor_sums(tmp_path: Path) -> None:
    assert _codes(tmp_path, _weighed("", "权重60%", "权重40%")) == [("QA271", 13), ("QA271", 17)]


def test_a_bonus_has_a_cap_of_its_own(tmp_path: Path) -> None:
    lines = ("# 1 领导（60分）", "", "如何领导。", "", "# 2 加分项（10分） {加分项}", "")
    for points, expected in ((6, []), (4, [("QA150", 15)])):
        parts = (f"## 2.1 甲（{points}分）", "", "甲。", "", f"## 2.2 乙（{points}分）", "", "乙。")
        assert _codes(tmp_path, body(*lines, *parts)) == expected
