"""The 新会 and 蓬江 schemes say what their notices say: the same text from beginning to end."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.model.official import Indicator
from builder.model.points import maximum
from builder.model.scheme import Scheme
from tests.schemes.notices import PENGJIANG, XINHUI, scheme_of, squeezed

NOTICES = {"pengjiang-manufacturing": PENGJIANG, "xinhui-service": XINHUI}
IDS = tuple(NOTICES)


def texts_of(node: Indicator) -> Iterator[str]:
    """An indicator's texts in the order of the notice's table: the points of a leaf come last."""
    points = f"{node.points}分"
    yield f"{node.number}{node.name}"
    if node.children:
        yield points
    for criterion in node.criteria:
        yield criterion.printed
    for note in node.notes:
        yield note.text
    for child in node.children:
        yield from texts_of(child)
    if not node.children:
        yield points


def texts(scheme: Scheme) -> list[str]:
    """All texts of a scheme, without white space, in the order of its notice."""
    inside = (text for root in scheme.indicators for text in texts_of(root))
    return [squeezed(text) for text in (scheme.title, *inside, f"合计{scheme.total}分")]


@pytest.mark.parametrize("scheme_id", IDS)
def test_scheme_and_notice_are_the_same_text_from_beginning_to_end(scheme_id: str) -> None:
    assert "".join(texts(scheme_of(scheme_id))) == "".join(NOTICES[scheme_id].lines)


@pytest.mark.parametrize("scheme_id", IDS)
def test_every_text_is_a_literal_part_of_its_notice(scheme_id: str) -> None:
    notice = "".join(NOTICES[scheme_id].lines)
    assert [text for text in texts(scheme_of(scheme_id)) if text not in notice] == []


@pytest.mark.parametrize("scheme_id", IDS)
def test_no_line_of_the_notice_is_missing_or_divided(scheme_id: str) -> None:
    whole = set(texts(scheme_of(scheme_id)))
    together = "".join(texts(scheme_of(scheme_id)))
    divided = [line for line in NOTICES[scheme_id].lines if line not in whole]
    assert all(line in together for line in divided)
    # Only what stands in cells of its own is divided: root numbers, names and points; the total.
    assert max(len(line) for line in divided) <= len("1000分")


@pytest.mark.parametrize(
    ("scheme_id", "criteria", "notes"),
    [
        ("pengjiang-manufacturing", "33333 3333233 4323 343 4534224",
         {"1.2": 1, "2.2": 2, "3.4": 2}),
        ("xinhui-service", "33333 3333234 3323 243 4534224", {"2.3": 2, "3.2": 2}),
    ],
)  # fmt: skip
def test_each_indicator_has_as_many_criteria_and_notes_as_the_notice_prints(
    scheme_id: str, criteria: str, notes: dict[str, int]
) -> None:
    scheme = scheme_of(scheme_id)
    leaves = [node for node in scheme.walk if not node.children]
    counts = [
        "".join(str(len(leaf.criteria)) for leaf in root.children) for root in scheme.indicators
    ]
    assert " ".join(counts) == criteria
    assert {node.code: len(node.notes) for node in leaves if node.notes} == notes


def test_what_xinhui_prints_without_a_letter_stays_without_one() -> None:
    labels = {
        node.code: [criterion.label for criterion in node.criteria]
        for node in scheme_of("xinhui-service").walk
        if any(not criterion.label for criterion in node.criteria)
    }
    assert labels == {
        "1.4": ["", "", ""],
        "1.5": ["", "b.", "c."],
        "2.4": ["", "b.", "c."],
        "2.5": ["", ""],
        "2.7": ["", "", "", "d."],
        "5.6": ["", ""],
    }


def test_every_criterion_of_pengjiang_has_the_letter_the_notice_prints() -> None:
    for node in scheme_of("pengjiang-manufacturing").walk:
        expected = [f"{letter}." for letter in "abcde"[: len(node.criteria)]]
        assert [criterion.label for criterion in node.criteria] == expected


def test_xinhui_acknowledges_its_two_contradictions_and_pengjiang_has_none() -> None:
    acknowledged = [
        (one.where, one.stated, one.actual) for one in scheme_of("xinhui-service").discrepancies
    ]
    assert acknowledged == [
        ("2", Decimal(300), Decimal(285)),
        ("total", Decimal(1000), Decimal(985)),
    ]
    assert scheme_of("pengjiang-manufacturing").discrepancies == ()


@pytest.mark.parametrize("scheme_id", IDS)
def test_results_are_the_fifth_category_and_processes_the_others(scheme_id: str) -> None:
    for node in scheme_of(scheme_id).walk:
        assert node.dimension is not None
        assert node.dimension.value == ("result" if node.code.startswith("5") else "process")


def test_a_signed_correction_in_a_copy_gives_xinhui_its_fifty_points(tmp_path: Path) -> None:
    path, _ = find_scheme("xinhui-service")
    assert path is not None
    entry = '  - {where: "2.7", value: 50, basis: 更正通知, approver: 张三, date: 2024-05-01}'
    copy = tmp_path / "xinhui-service.md"
    text = path.read_text(encoding="utf-8").replace("\n---\n", f"\ncorrections:\n{entry}\n---\n", 1)
    copy.write_text(text, encoding="utf-8")
    loaded = lint_scheme(copy)
    assert loaded.findings == ()
    assert loaded.scheme is not None
    assert maximum(scheme_of("xinhui-service")) == Decimal(985)
    assert maximum(loaded.scheme) == Decimal(1000)
