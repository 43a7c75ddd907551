"""What the kit says itself is no part of an answer, wherever in a line it was left."""

import pytest

from builder.verify.word.own_words import placeholder_spellings, without

OWN = ("(在此填写)", "方法:采用了什么方法。")


@pytest.mark.parametrize(
    ("text", "rest", "count"),
    [
        ("公司坚持质量为先。", "公司坚持质量为先。", 0),
        ("（在此填写）", "", 1),
        ("（在此填写）公司坚持", "公司坚持", 1),
        ("公司坚持 ( 在此填写 )", "公司坚持", 1),
        ("公司（在此填写）坚持", "公司坚持", 1),
        ("（在此填写）公司（在此填写）", "公司", 2),
        ("方法：采用了什么方法。我们 ５Ｓ 管理", "我们 ５Ｓ 管理", 1),
        ("方法：采用了什么方法。（在此填写）我们㈱", "我们㈱", 2),
        ("（在此填写）e\u0301", "é", 1),
        ("", "", 0),
    ],
)
def test_own_words_are_taken_out_and_counted(text: str, rest: str, count: int) -> None:
    assert without(text, OWN) == (rest, count)


@pytest.mark.parametrize(
    "left", ["（请在此填写）", "【在此填写】", "[请在此填写]", "在此填写：", "（在此填写）"]
)
def test_a_placeholder_in_other_brackets_is_one_still(left: str) -> None:
    spellings = placeholder_spellings("(在此填写)")
    assert without(f"{left}公司坚持", spellings) == ("公司坚持", 1)
    assert without("员工在此填写意见", spellings) == ("员工在此填写意见", 0)


def test_no_own_words_take_nothing_out() -> None:
    assert without(" 一 ", ("",)) == ("一", 0)
