"""Every key that a person fills in is explained to the one who does, in a sentence."""

import re
from collections.abc import Iterator

import pytest

from builder.load.key_names import KEYS
from builder.load.key_notes import KEY_NOTES
from builder.load.said import HEAD_SHAPE
from builder.load.shapes import Shape, Sort

# A prompt of a spreadsheet's cell takes no more.
_LONGEST = 255


def keys_within(shape: Shape) -> Iterator[str]:
    """The keys of a record, and of all records within it."""
    for key, value in shape.keys.items():
        yield key
        inner = value.item if value.sort is Sort.LIST else value
        if inner is not None:
            yield from keys_within(inner)


ASKED = tuple(dict.fromkeys(keys_within(HEAD_SHAPE)))


def test_every_key_is_explained_and_nothing_else() -> None:
    missing = set(ASKED) - set(KEY_NOTES)
    # What a version of the grammar asks no more needs no explaining.
    assert missing == set()
    assert set(KEY_NOTES) - set(ASKED) == set()


@pytest.mark.parametrize("key", ASKED)
def test_an_explanation_is_a_chinese_sentence_that_a_cell_can_prompt(key: str) -> None:
    note = KEY_NOTES[key]
    assert re.search(r"[\u4e00-\u9fff]", note)
    assert note.endswith(("。", "……"))
    assert len(note) <= _LONGEST
    assert KEYS.get(key, "") != note.rstrip("。")
