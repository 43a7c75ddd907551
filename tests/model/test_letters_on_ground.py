"""Which letters are swallowed by their ground, and which are only pale or loud."""

import pytest

from builder.model.contrast import is_swallowed
from builder.model.returned_looks import Colour

WHITE, BLACK = "FFFFFF", "000000"


def colour(code: str) -> Colour:
    red, green, blue = bytes.fromhex(code)
    return red, green, blue


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        *[(WHITE, pale) for pale in ("BFD0E0", "DCE6EF", "BDD7EE", "C6E0B4", "F8CBAD", "FFFF00")],
        *[(pale, WHITE) for pale in ("D9D9D9", "F2F2F2", "FFFF00", "DDEBF7")],
        ("BFBFBF", "F2F2F2"),
        (BLACK, "002060"),
        ("0A0A0A", BLACK),
    ],
)
def test_letters_nearly_as_light_as_their_ground_are_swallowed(letters: str, ground: str) -> None:
    assert is_swallowed(colour(letters), colour(ground))


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        *[(ink, WHITE) for ink in ("BFBFBF", "A6A6A6", "FFC000", "92D050", "00B0F0", "FF0000")],
        *[(BLACK, fill) for fill in ("FFFF00", "92D050", "00B0F0", "FF0000", "0070C0", "7030A0")],
        *[(WHITE, fill) for fill in ("9BC2E6", "92D050", "FFC000", "FF0000", "00B050", "4472C4")],
        *[("FF0000", fill) for fill in ("FFFF00", "FFC000", "BFD0E0", "92D050", "D9D9D9")],
        *[("006100", "C6EFCE"), ("9C0006", "FFC7CE"), ("9C5700", "FFEB9C")],
        *[("0000FF", "BFD0E0"), ("A6A6A6", "D9D9D9")],
    ],
)
def test_the_colours_of_every_days_palette_can_be_read(letters: str, ground: str) -> None:
    assert not is_swallowed(colour(letters), colour(ground))
