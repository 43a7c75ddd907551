"""The check character of GB 32100-2015."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.credit_code import (
    ALPHABET,
    LENGTH,
    WEIGHTS,
    check_character,
    strange_places,
)

BODIES = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1)


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000802100433B", "914403001922038216"])
def test_published_codes_have_their_check_character(code: str) -> None:
    assert check_character(code) == code[-1]
    assert strange_places(code) == ()


def test_the_weights_are_those_of_the_standard() -> None:
    assert WEIGHTS == (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1)


@given(body=BODIES)
def test_exactly_one_character_completes_a_code(body: str) -> None:
    sums = [
        sum(w * ALPHABET.index(c) for w, c in zip(WEIGHTS, body + last, strict=True)) % 31
        for last in ALPHABET
    ]
    assert [ALPHABET[place] for place, rest in enumerate(sums) if not rest] == [
        check_character(body)
    ]


@given(body=BODIES, place=st.integers(0, LENGTH - 2), other=st.sampled_from(ALPHABET))
def test_one_wrong_character_always_shows(body: str, place: int, other: str) -> None:
    wrong = body[:place] + other + body[place + 1 :]
    assert (check_character(wrong) == check_character(body)) is (wrong == body)


def test_letters_that_look_like_digits_and_small_letters_are_strange() -> None:
    assert strange_places("IOSVZa1") == (1, 2, 3, 4, 5, 6)
