"""Every rule of the vote, worked by hand."""

import pytest

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Base, Category, Order, Share, Vote
from builder.model.panel.stages import StageHeld, StageKind
from builder.panel.stages.counting import vote_outcomes
from builder.panel.stages.vote_book import plan_vote
from tests.support.records import held_by_hand, record_by_hand

WORDS = {"同": "同意", "反": "不同意", "弃": "弃权", "避": "回避", "缺": ""}
TWO_THIRDS, HALF = Share(part=2, whole=3), Share(part=1, whole=2)


def held(votes: dict[str, str]) -> StageHeld:
    """Votes written a character a member; 缺 is absent, 名 is barred by the list and absent."""
    words = {**WORDS, "名": ""}
    first = next(iter(votes.values()))
    absent = [f"M{n}" for n, sign in enumerate(first, start=1) if sign in "缺名"]
    barred = [
        (f"M{n}", whom)
        for whom, said in votes.items()
        for n, sign in enumerate(said, start=1)
        if sign == "名"
    ]
    given = {whom: [words[sign] for sign in said] for whom, said in votes.items()}
    return held_by_hand(StageKind.VOTE, given, barred, absent)


@pytest.mark.parametrize(
    ("rule", "votes", "counted", "passed"),
    [
        # 4 of 6 are two thirds: enough, and not above
        (Vote(share=TWO_THIRDS), "同同同同反反", (0, 4, 2, 0, 6), True),
        (Vote(share=TWO_THIRDS, above=True), "同同同同反反", (0, 4, 2, 0, 6), False),
        # 3 of 5 are .6, not .666…; 667 of 1000 would be: exact, never rounded
        (Vote(share=TWO_THIRDS), "同同同反反", (0, 3, 2, 0, 5), False),
        # who is barred is not counted: 2 of 3
        (Vote(share=TWO_THIRDS), "同同反避避", (2, 2, 1, 0, 3), True),
        # who abstains was there: 2 of 4 are half, and not above it
        (Vote(share=HALF), "同同弃弃", (0, 2, 0, 2, 4), True),
        (Vote(share=HALF, above=True), "同同弃弃", (0, 2, 0, 2, 4), False),
        # 3 of the 4 who came, but of 6 who were to come only half
        (Vote(share=TWO_THIRDS), "同同同反缺缺", (0, 3, 1, 0, 4), True),
        (Vote(share=TWO_THIRDS, base=Base.ENTITLED), "同同同反缺缺", (0, 3, 1, 0, 6), False),
        # one of those absent was barred, one of those there: 4 of 6 − 2 count, 3 of them for it
        (Vote(share=TWO_THIRDS, base=Base.ENTITLED), "同同同避缺名", (2, 3, 0, 0, 4), True),
        # a share in percent: 3 of 5 are 60%
        (Vote(share=Share(part=60, whole=100)), "同同同反弃", (0, 3, 1, 1, 5), True),
        (Vote(share=Share(part=61, whole=100)), "同同同反弃", (0, 3, 1, 1, 5), False),
        # nobody left who may vote: nothing passes
        (Vote(share=HALF), "避避", (2, 0, 0, 0, 0), False),
    ],
)
def test_votes_are_counted_as_by_hand(
    rule: Vote, votes: str, counted: tuple[int, ...], *, passed: bool
) -> None:
    record = record_by_hand({"C01": "400"}, PanelRules(vote=rule))
    (one,) = vote_outcomes(record, held({"C01": votes}), rule)
    assert (one.barred, one.agree, one.against, one.abstain, one.base) == counted
    assert one.passed is passed


def test_the_sheet_counts_who_was_to_come_and_who_came() -> None:
    rule = Vote(share=TWO_THIRDS)
    record = record_by_hand({"C01": "400"}, PanelRules(vote=rule))
    plan = plan_vote(record, held({"C01": "同反弃避缺名"}), rule, "某奖")
    exact = Evaluation(plan.book, {})
    shown = [exact.value(Cell("计票", 4, column)) for column in range(5, 13)]
    # 应到 6, 实到 4, 回避 2, 有效票 3, then each kind, then the base
    assert shown == [6, 4, 2, 3, 1, 1, 1, 3]


def test_votes_decide_before_totals_or_totals_alone_and_equals_share_a_place() -> None:
    votes = {"C01": "同同同", "C02": "同同反", "C03": "同同反", "C04": "反反反"}
    totals = {"C01": "300", "C02": "450", "C03": "450", "C04": "480"}
    by_votes = Vote(share=HALF, places=2)
    record = record_by_hand(totals, PanelRules(vote=by_votes))
    found = vote_outcomes(record, held(votes), by_votes)
    # Three for C01; C02 and C03 are equal in both, so that three have two places.
    assert [(one.applicant, one.place, one.chosen) for one in found] == [
        ("C01", 1, True),
        ("C02", 2, True),
        ("C03", 2, True),
        ("C04", 0, False),
    ]
    by_total = Vote(share=HALF, places=2, order=Order.SCORE)
    ranked = vote_outcomes(record, held(votes), by_total)
    assert [(one.applicant, one.place, one.chosen) for one in ranked] == [
        ("C02", 1, True),
        ("C03", 1, True),
        ("C01", 3, False),
        ("C04", 0, False),
    ]


def test_every_category_has_its_own_winners() -> None:
    rule = Vote(share=HALF, places=1)
    rules = PanelRules(vote=rule, categories=(Category(category="小微", winners=2),))
    record = record_by_hand(
        {"C01": "300", "C02": "200", "C03": "100", "C04": "400"},
        rules,
        {"C01": "小微", "C02": "小微", "C03": "小微", "C04": "大型"},
    )
    found = vote_outcomes(record, held(dict.fromkeys(("C01", "C02", "C03", "C04"), "同同")), rule)
    assert {one.applicant: one.chosen for one in found} == {
        "C01": True,
        "C02": True,
        "C03": False,
        "C04": True,
    }
