"""Emphasis and links are read as CommonMark reads them; everything else stays as printed."""

import pytest

from builder.load.marks import marked
from builder.model.official import Mark, MarkKind

STRONG, EMPHASIS, LINK = MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.LINK


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("应当**重点**说明", "应当重点说明", (Mark(start=2, end=4, kind=STRONG),)),
        ("*斜体* 文字", "斜体 文字", (Mark(start=0, end=2, kind=EMPHASIS),)),
        (
            "见[附件1](https://example.com/a?b=1)。",
            "见附件1。",
            (Mark(start=1, end=4, kind=LINK, target="https://example.com/a?b=1"),),
        ),
        (
            "**粗*又斜***",
            "粗又斜",
            (Mark(start=1, end=3, kind=EMPHASIS), Mark(start=0, end=3, kind=STRONG)),
        ),
    ],
)
def test_marks_are_taken_out_and_kept(raw: str, text: str, marks: tuple[Mark, ...]) -> None:
    found = marked(raw)
    assert (found.text, found.marks) == (text, marks)


@pytest.mark.parametrize(
    "raw",
    [
        "3 * 5 * 7",
        "a_b_c",
        "&amp; 和 &lt;",
        "`代码`",
        "<5% 和 >3",
        "［1］（注）",
        "![图](a.png)".replace("![", "!［"),
        "合格率*",
    ],
)
def test_what_is_no_mark_stays_letter_for_letter(raw: str) -> None:
    assert (marked(raw).text, marked(raw).marks) == (raw, ())


def test_a_mark_behind_a_backslash_is_printed() -> None:
    assert marked(r"\*\*不是粗体\*\*").text == "**不是粗体**"
