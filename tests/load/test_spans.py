"""What a cell says of values, from where to where."""

from decimal import Decimal

import pytest

from builder.load.spans import joined_spans, read_span


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("≥80%", (80, True), None),
        (">80%", (80, False), None),
        ("80%以上", (80, True), None),
        ("超过80%", (80, False), None),
        ("不低于80%", (80, True), None),
        ("80%（含）以上", (80, True), None),
        ("不足60%", None, (60, False)),
        ("60%以下", None, (60, True)),
        ("≤60%", None, (60, True)),
        ("60%～80%", (60, None), (80, None)),
        ("60%（含）-80%（不含）", (60, True), (80, False)),
        ("60%至80%", (60, None), (80, None)),
        ("[60,80)", (60, True), (80, False)),
        ("60≤x<80", (60, True), (80, False)),
        ("≥60%且不足80%", (60, True), (80, False)),
        ("３～５", (3, None), (5, None)),
        ("-5～0", (-5, None), (0, None)),
        ("3", (3, True), (3, True)),
    ],
)
def test_a_row_of_a_table_means_these_values(
    printed: str, low: tuple[int, bool | None] | None, high: tuple[int, bool | None] | None
) -> None:
    read = read_span(printed, "%", Decimal(1))
    assert read is not None
    assert (low and low[0], high and high[0]) == (read.span.low, read.span.high)
    assert low is None or low[1] is read.low_said
    assert high is None or high[1] is read.high_said


@pytest.mark.parametrize("printed", ["优秀", "80～60", "约80", "", "60～", "≥", "60%左右"])
def test_a_row_that_cannot_be_read_is_not_guessed(printed: str) -> None:
    assert read_span(printed, "%", Decimal(1)) is None


def test_a_bound_belongs_where_its_neighbour_does_not_take_it() -> None:
    rows = [read_span(one, "%", Decimal(1)) for one in ("≥80%", "60%～80%", "<60%")]
    spans, wrong = joined_spans([row for row in rows if row is not None], whole=False)
    assert wrong == []
    assert [(span.with_low, span.with_high) for span in spans][1] == (True, False)


def test_whole_things_need_no_values_between() -> None:
    rows = [read_span(one, "项", Decimal(1)) for one in ("5项以上", "2～4项", "1项", "0项")]
    known = [row for row in rows if row is not None]
    assert joined_spans(known, whole=True)[1] == []
    assert [one.code for one in joined_spans(known, whole=False)[1]] == ["QA288"] * 3
