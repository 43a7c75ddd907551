"""Every rule of the defence, worked by hand."""

from decimal import Decimal

import pytest

from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Defence
from builder.model.panel.stages import StageKind
from builder.panel.stages.counting import defence_outcomes
from tests.support.records import held_by_hand, record_by_hand

FIFTH = Decimal("0.2")


@pytest.mark.parametrize(
    ("rule", "given", "score", "total"),
    [
        # (91.5+88+86)/3 = 88.5; 400×.8 + 88.5/100×500×.2 = 320 + 88.5
        (Defence(weight=FIFTH), ("91.5", "88", "86"), "88.5", "408.5"),
        # who is barred is left out: (90+80)/2
        (Defence(weight=FIFTH), ("90", "回避", "80"), "85", "405"),
        # without 60 and 100: (80+84)/2 = 82
        (Defence(weight=FIFTH, join=Join.TRIMMED), ("60", "80", "84", "100"), "82", "402"),
        # of two nothing can be taken away
        (Defence(weight=FIFTH, join=Join.TRIMMED), ("80", "回避", "84"), "82", "402"),
        # the middle of three
        (Defence(weight=FIFTH, join=Join.MEDIAN), ("70", "90", "85"), "85", "405"),
        # (80+81+81)/3 = 80.666… → 80.67; 320 + 80.67 = 400.67, and to no places 81 and 401
        (Defence(weight=FIFTH), ("80", "81", "81"), "80.67", "400.67"),
        (Defence(weight=FIFTH, decimals=0), ("80", "81", "81"), "81", "401"),
        # out of 50 points: 40/50 of 500 points at half the weight: 200 + 200
        (Defence(weight=Decimal("0.5"), points=Decimal(50)), ("40", "40", "40"), "40", "400"),
        # it weighs nothing: the total stays
        (Defence(weight=Decimal(0)), ("10", "20", "30"), "20", "400"),
    ],
)
def test_scores_are_joined_and_weighed_as_by_hand(
    rule: Defence, given: tuple[str, ...], score: str, total: str
) -> None:
    record = record_by_hand({"C01": "400"}, PanelRules(defence=rule))
    (one,) = defence_outcomes(record, held_by_hand(StageKind.DEFENCE, {"C01": given}), rule)
    assert (one.score, one.total) == (Decimal(score), Decimal(total))


def test_equals_share_a_place_and_the_line_is_that_of_the_defence() -> None:
    rule = Defence(weight=FIFTH, line=Decimal(60), places=2)
    record = record_by_hand(
        {"C01": "400", "C02": "400", "C03": "410", "C04": "300"}, PanelRules(defence=rule)
    )
    given = {"C01": ("80",), "C02": ("80",), "C03": ("59",), "C04": ("90",)}
    found = defence_outcomes(record, held_by_hand(StageKind.DEFENCE, given), rule)
    # 400; 400; 328 + 59 = 387; 240 + 90 = 330
    assert [(one.applicant, one.total, one.place, one.goes_on) for one in found] == [
        ("C01", Decimal(400), 1, True),
        ("C02", Decimal(400), 1, True),
        ("C03", Decimal(387), 3, False),
        ("C04", Decimal(330), 4, False),
    ]
