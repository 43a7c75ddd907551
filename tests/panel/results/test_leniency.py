"""Leniency over all applicants, and scores made comparable, worked by hand."""

from decimal import Decimal

import pytest

from builder.book.book_plan import BookPlan
from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.model.panel.join import Standard
from builder.panel.results.leniency import item_leniency, plan_leniency
from builder.panel.results.standard import standardised
from tests.support.records import opinion, record_by_hand

# R1 gives 10 more than R2 everywhere and judges all; R3 judged two only, one of them alone.
OPINIONS = (
    opinion("R1", "C01", {"1": "60", "2": "30"}),
    opinion("R2", "C01", {"1": "50", "2": "20"}),
    opinion("R3", "C01", {"1": "55", "2": "40"}),
    opinion("R1", "C02", {"1": "70", "2": "30"}),
    opinion("R2", "C02", {"1": "60", "2": "20"}),
    opinion("R3", "C03", {"1": "10", "2": "10"}),
)
RECORD = record_by_hand({"C01": "1", "C02": "1", "C03": "1"}, opinions=OPINIONS)


def test_the_mean_deviation_is_from_the_others_of_the_same_applicant() -> None:
    # R1 on 1: 60 − (50+55)/2 = 7.5 and 70 − 60 = 10, the mean 8.75; on 2: 30 − 30 = 0 and 10 → 5
    assert item_leniency(RECORD.merged)["R1"] == {"1": (Decimal("8.75"), 2), "2": (Decimal(5), 2)}
    # R3 on 1: 55 − 55 = 0, on 2: 40 − 25 = 15; nobody else judged C03
    assert item_leniency(RECORD.merged)["R3"] == {"1": (Decimal(0), 1), "2": (Decimal(15), 1)}


def test_the_sheet_shows_how_many_were_judged_and_the_deviation_in_all() -> None:
    sheets = plan_leniency(RECORD)
    book = BookPlan(title="", page_note="", sheets=sheets, inputs=(), names=())
    exact = Evaluation(book, {})
    shown = [
        [exact.value(Cell("评审员宽严", row, column)) for column in (3, 4)] for row in (4, 5, 6)
    ]
    # R1: 90 − (70+95)/2 = 7.5 and 100 − 80 = 20 → 13.75; R2: 70 − 92.5 = −22.5 and −20 → −21.25;
    # R3 judged two, of which one counts: 95 − 80 = 15
    assert shown == [[2, Decimal("13.75")], [2, Decimal("-21.25")], [2, 15]]
    heads = [exact.value(Cell("逐项宽严", 3, column)) for column in (1, 2, 3, 4)]
    assert heads == ["指标", "R1", "R2", "R3"]
    assert len(sheets[0].charts) == 1
    assert sheets[0].charts[0].signed


CROSSED = (
    opinion("R1", "C01", {"1": "10"}),
    opinion("R1", "C02", {"1": "20"}),
    opinion("R1", "C03", {"1": "30"}),
    opinion("R2", "C01", {"1": "40"}),
    opinion("R2", "C02", {"1": "42"}),
    opinion("R2", "C03", {"1": "47"}),
)
POINTS = {code: {"1": Decimal(50)} for code in ("C01", "C02", "C03")}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # Means of all: 25, 31, 38.5, together 31.5; R1 means 20, R2 43: each moves onto 31.5.
        (Standard.SHIFT, {"R1": ("21.5", "31.5", "41.5"), "R2": ("28.5", "30.5", "35.5")}),
        # R1 spans 20, R2 7, the means of all 13.5: 31.5 + (10−20)×13.5/20 = 24.75;
        # 31.5 + (40−43)×13.5/7 = 25.714285…, 31.5 − 13.5/7 = 29.5714…, 31.5 + 4×13.5/7 = 39.2142…
        (
            Standard.RANGE,
            {"R1": ("24.75", "31.5", "38.25"), "R2": ("25.7143", "29.5714", "39.2143")},
        ),
    ],
)
def test_scores_are_made_comparable_as_by_hand(
    rule: Standard, expected: dict[str, tuple[str, ...]]
) -> None:
    found = standardised(CROSSED, rule, POINTS)
    for reviewer, scores in expected.items():
        seats = (found[f"{reviewer}-C0{number}"]["1"] for number in (1, 2, 3))
        assert tuple(seats) == tuple(map(Decimal, scores))


def test_a_score_made_comparable_stays_within_the_points() -> None:
    given = (
        *(opinion("R1", f"C0{n}", {"1": score}) for n, score in ((1, "0"), (2, "0"), (3, "50"))),
        *(opinion("R2", f"C0{n}", {"1": "50"}) for n in (1, 2, 3)),
    )
    found = standardised(given, Standard.SHIFT, POINTS)
    # R1 is 16.67 below the mean of all: 50 + 16.67 would be above the points.
    assert found["R1-C03"]["1"] == 50
    # One who gives everybody the same tells nothing apart: the range puts all on the mean.
    level = standardised(given, Standard.RANGE, POINTS)
    assert {level[f"R2-C0{n}"]["1"] for n in (1, 2, 3)} == {Decimal("33.3333")}
