"""How high a row is made for its text."""

from hypothesis import given
from hypothesis import strategies as st

from builder.book.text_height import LINE_HEIGHT, row_height, text_lines


def test_wide_characters_take_two_columns() -> None:
    assert text_lines("ab" * 10, 23) == 1
    assert text_lines("质量" * 5, 23) == 1
    assert text_lines("质量" * 5 + "质", 23) == 2


def test_every_written_line_counts_even_an_empty_one() -> None:
    assert text_lines("一\n\n二", 40) == 3
    assert text_lines("", 40) == 1


def test_a_row_is_as_high_as_its_highest_text() -> None:
    short, long = ("一行", 40.0), ("很长" * 60, 20.0)
    assert row_height((short, long)) == row_height((long,))
    assert row_height((long,)) > row_height((short,))


def test_a_row_is_never_lower_than_asked() -> None:
    assert row_height((), least=34) == 34
    assert row_height((("一行", 40.0),), least=34) == 34


def test_no_column_is_too_narrow_to_be_measured() -> None:
    assert text_lines("质量", 0) == 2


@given(text=st.text("质量abc \n，", max_size=200), width=st.floats(5, 100))
def test_the_text_always_has_room(text: str, width: float) -> None:
    room = max(width - 3, 2)
    needed = sum(
        sum(2 if sign in "质量，" else 1 for sign in line) / room for line in text.split("\n")
    )
    assert row_height(((text, width),)) >= needed * LINE_HEIGHT
