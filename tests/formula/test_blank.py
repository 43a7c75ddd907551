"""One definition of blank: what nobody can see, whatever it is made of."""

import pytest

from builder.formula.blank import is_blank, named, seen

NOTHING = ("", " ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u2060", "\u3164", "\u2800", "\t\r\n")


@pytest.mark.parametrize("text", [*NOTHING, "".join(NOTHING)])
def test_what_shows_nothing_is_blank(text: str) -> None:
    assert is_blank(text)
    assert seen(f"甲{text}乙") == "甲乙"


@pytest.mark.parametrize("text", ["甲", "-", ".", "0", "　甲", "\u00a0无", "\u200b1"])
def test_one_sign_that_shows_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_a_character_nobody_sees_is_named_by_its_code_point() -> None:
    assert named("\u00a0") == "U+00A0 不间断空格"
    assert named("\u200b") == "U+200B 零宽空格"
    assert named("\u3164") == "U+3164 谚文填充符"
