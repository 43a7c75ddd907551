"""Each way to compare texts forgives what its name says, and no more."""

from builder.model.compared_text import folded, reduced, squeezed


def test_squeezed_texts_differ_in_anything_but_blanks() -> None:
    assert squeezed(" 甲\u3000乙\n丙 ") == "甲乙丙"
    assert squeezed("Ａ b") == "Ａb"


def test_reduced_texts_differ_neither_in_blanks_nor_in_width() -> None:
    assert reduced("Ａ１ （b）") == "A1(b)"
    assert reduced("A") != reduced("a")


def test_folded_texts_keep_where_their_blanks_are() -> None:
    assert folded(" Ａb\u3000 C ") == "ab c"
    assert folded("abc") != folded("ab c")
