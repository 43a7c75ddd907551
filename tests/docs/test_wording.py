"""People meet one word for one thing, in Chinese: the words of the page, in every text there is."""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.docs.pages import text_of
from tests.docs.shown import (
    WORDING,
    Shown,
    documentation,
    program,
    schemes,
    templates,
)

_ROW = re.compile(r"^\| (.+?) \| (.+?) \|(.*)\|$", re.MULTILINE)
_WHOLE = "（整格）"


def rows() -> list[tuple[list[str], str, list[str]]]:
    """Each row of the page: the words not used, what is said instead, and the exceptions."""
    found = _ROW.findall(text_of(WORDING))[2:]
    return [
        (left.split("、"), right, [one for one in kept.strip().split("、") if one])
        for left, right, kept in found
    ]


def faults(texts: Iterator[Shown]) -> list[str]:
    """Where a word of the left column is said."""
    table = rows()
    return [
        f"{where}: “{word}”→{right}: {text[:80]}"
        for where, text in texts
        for words, right, kept in table
        for word in words
        if _says(text, word, (*kept, *(one for one in right.split("；") if word in one)))
    ]


def _says(text: str, word: str, kept: tuple[str, ...]) -> bool:
    if word.endswith(_WHOLE):
        return text == word.removesuffix(_WHOLE)
    if word not in text:
        return False
    for one in kept:
        text = text.replace(one, "")
    return word in text


def test_the_page_says_what_is_not_used_and_what_is() -> None:
    assert len(rows()) > 15
    assert all(words and right for words, right, _ in rows())


@pytest.mark.parametrize("texts", [program, documentation, templates, schemes])
def test_no_text_says_a_word_that_is_not_used(texts: Callable[[], Iterator[Shown]]) -> None:
    assert faults(texts()) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("还有 3 项待办", True),
        ("还有 3 项待办事项", False),
        ("用“选择性粘贴—数值”", False),
        ("填的是数值", True),
        ("档", True),
        ("先选档", False),
    ],
)
def test_a_word_is_found_where_it_is_said_and_not_where_it_is_excepted(
    text: str, *, told: bool
) -> None:
    assert bool(faults(iter([("", text)]))) is told
