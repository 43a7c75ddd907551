"""Two texts of one field agree however they are written, and only where they say the same."""

import pytest

from builder.verify.cross.agreement import agree


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("示例公司", " 示例 公司 "),
        ("示例公司（盖章）", "示例公司"),
        ("示例公司(公章)", "示例公司"),
        ("张三（签字）", "张三"),
        ("ＡＢ１２", "ab12"),
        ("1,200 万元", "1200"),
        ("１２００", "1200.0"),
        ("12％", "12"),
        ("2025年6月30日", "2025-06-30"),
        ("2025/6", "2025年6月"),
        ("2009/5/18", "２００９年５月１８日"),
        ("二〇〇九年五月十八日", "2009.5.18"),
        ("2009-05-18T00:00:00", "20090518"),
        ("示例\u200b公司", "示例公司"),
        ("制造业", "C 制造业"),
        ("C制造业", "C 制造业"),
    ],
)
def test_what_says_the_same_agrees(here: str, there: str) -> None:
    assert agree(here, there)
    assert agree(there, here)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("示例公司", "示例分公司"),
        ("示例公司（中国）", "示例公司"),
        ("1200", "1201"),
        ("1200", "12000"),
        ("-5", "5"),
        ("2025-06-30", "2025-06-29"),
        ("2025-06", "2025-06-30"),
        ("1200", "很多"),
        ("2025-06-30", "去年"),
        ("制造业", "建筑业"),
        ("A 公司", "公司"),
    ],
)
def test_what_says_something_else_does_not(here: str, there: str) -> None:
    assert not agree(here, there)
    assert not agree(there, here)


def test_a_date_less_exact_is_no_other_date() -> None:
    assert agree("2009年5月", "2009-05-18", dated=True)
    assert agree("2009.5", "2009.05", dated=True)
    assert not agree("2009年6月", "2009-05-18", dated=True)
    assert not agree("2009.5", "2009.05")
