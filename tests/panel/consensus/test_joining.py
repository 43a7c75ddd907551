"""Every rule by which reviewers' points become one, worked by hand."""

from decimal import Decimal

import pytest

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.evaluation import Evaluation
from builder.book.style import Style
from builder.formula.expression import Cell, Literal
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.panel.consensus.joining import joined, staged

LEADER, MEMBER, EXPERT = "组长", "评审员", "行业专家"
ROLES = (LEADER, MEMBER, MEMBER, EXPERT, MEMBER)
WEIGHTS = ((LEADER, Decimal("1.5")), (EXPERT, Decimal("0.5")))


def worth(rules: PanelRules, *points: str, stage: str | None = None) -> Decimal:
    """What points in a row of cells come to by the rules."""
    canvas = Canvas("表", (10.0,) * 9)
    scores = [
        (canvas.put(1, column, Style.POINTS, Decimal(text)), ROLES[column - 1])
        for column, text in enumerate(points, start=1)
    ]
    site = canvas.put(1, 9, Style.POINTS, None if stage is None else Decimal(stage))
    rule = joined(rules, scores)
    result = canvas.compute(2, 1, Style.POINTS, rule)
    both = canvas.compute(2, 2, Style.POINTS, staged(rules, result, site))
    book = BookPlan(title="", page_note="", sheets=(canvas.sheet,), inputs=(), names=())
    asked: Cell | Literal = result if stage is None else both
    assert isinstance(asked, Cell)
    return Evaluation(book, {}).points(asked)


@pytest.mark.parametrize(
    ("rules", "points", "expected"),
    [
        # (20+22+27)/3 = 23
        (PanelRules(), ("20", "22", "27"), "23"),
        # (20+22.5+27)/3 = 23.1666… → 23.17
        (PanelRules(), ("20", "22.5", "27"), "23.17"),
        # the same to one decimal, and to none
        (PanelRules(decimals=1), ("20", "22.5", "27"), "23.2"),
        (PanelRules(decimals=0), ("20", "22.5", "27"), "23"),
        # one reviewer alone
        (PanelRules(), ("18.5",), "18.5"),
        # without 10 and 30: (20+22+24)/3 = 22
        (PanelRules(join=Join.TRIMMED), ("10", "20", "22", "24", "30"), "22"),
        # equals at the ends: only one of each goes: (20+20+25)/3 = 21.67
        (PanelRules(join=Join.TRIMMED), ("20", "20", "20", "25", "25"), "21.67"),
        # of three the middle one stays; of two nothing can be taken away: the mean
        (PanelRules(join=Join.TRIMMED), ("10", "21", "30"), "21"),
        (PanelRules(join=Join.TRIMMED), ("10", "21"), "15.5"),
        # of five the third, of four the mean of the two in the middle
        (PanelRules(join=Join.MEDIAN), ("30", "10", "22", "24", "20"), "22"),
        (PanelRules(join=Join.MEDIAN), ("30", "10", "22", "25"), "23.5"),
        # (1.5×20 + 22 + 24 + 0.5×30) / (1.5+1+1+0.5) = 91/4 = 22.75
        (PanelRules(join=Join.WEIGHTED, weights=WEIGHTS), ("20", "22", "24", "30"), "22.75"),
        # roles without a weight count once: (1.5×20 + 23)/2.5 = 21.2
        (PanelRules(join=Join.WEIGHTED, weights=WEIGHTS), ("20", "23"), "21.2"),
    ],
)
def test_the_rule_gives_what_a_hand_gets(
    rules: PanelRules, points: tuple[str, ...], expected: str
) -> None:
    assert worth(rules, *points) == Decimal(expected)


def test_two_stages_are_weighed_and_one_alone_counts_whole() -> None:
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    # 0.6×23 + 0.4×25.5 = 13.8 + 10.2 = 24
    assert worth(rules, "20", "22", "27", stage="25.5") == Decimal(24)
    assert worth(rules, "20", "22", "27") == Decimal(23)
