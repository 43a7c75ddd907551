"""Ballots, stage results and leniency: another engine agrees, and Office takes every file."""

from pathlib import Path

import pytest

from builder.book.book_plan import BookPlan
from builder.formula.value import Value
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Base, Defence, Share, Vote
from builder.model.panel.stages import AGREE, BARRED, StageKind
from builder.panel.results.leniency import plan_leniency
from builder.panel.stages.ballot_book import answer_name, plan_ballot
from builder.panel.stages.counting import defence_outcomes, vote_outcomes
from builder.panel.stages.defence_book import plan_defence
from builder.panel.stages.vote_book import plan_vote
from tests.oracles.test_panel import differences
from tests.oracles.test_sdk_validator import faults
from tests.proof.process_stages import GIVEN
from tests.support.records import held_by_hand, opinion, record_by_hand
from tests.support.stages import (
    DEFENCE,
    VOTE,
    all_given,
    ended,
    issued,
    papers,
    ranked_panel,
)

TOTALS = {"C01": "412.5", "C02": "398.25", "C03": "398.25"}
VOTES = {
    "C01": ("同意", "同意", "弃权", "回避"),
    "C02": ("同意", "不同意", "不同意", "同意"),
    "C03": ("回避", "同意", "同意", "同意"),
}
SCORES = {
    "C01": ("91.5", "88", "86.25", "回避"),
    "C02": ("70", "80", "90", "77.77"),
    "C03": ("回避", "80", "80", "81"),
}


@pytest.mark.parametrize("base", list(Base))
def test_every_formula_of_a_count_agrees(base: Base) -> None:
    rule = Vote(share=Share(part=2, whole=3), base=base)
    record = record_by_hand(TOTALS, PanelRules(vote=rule))
    held = held_by_hand(StageKind.VOTE, VOTES, [("M4", "C01")], ["M4"])
    outcomes = vote_outcomes(record, held, rule)
    assert differences(plan_vote(record, held, rule, "某奖", outcomes).book, {}) == []


@pytest.mark.parametrize("join", [Join.MEAN, Join.TRIMMED, Join.MEDIAN])
def test_every_formula_of_a_defence_agrees(join: Join) -> None:
    rule = Defence(weight=DEFENCE.weight, join=join)
    record = record_by_hand(TOTALS, PanelRules(defence=rule))
    held = held_by_hand(StageKind.DEFENCE, SCORES)
    outcomes = defence_outcomes(record, held, rule)
    assert differences(plan_defence(record, held, rule, "某奖", outcomes).book, {}) == []


@pytest.mark.parametrize("kind", list(StageKind))
def test_every_formula_of_a_ballot_agrees(kind: StageKind) -> None:
    record = record_by_hand(TOTALS, PanelRules(defence=DEFENCE, vote=VOTE))
    held = held_by_hand(kind, VOTES, [("M1", "C02")])
    plan = plan_ballot(record, held.task, held.task.members[0], "某奖")
    given: dict[str, Value] = {answer_name("C01"): AGREE if kind is StageKind.VOTE else BARRED}
    assert differences(plan, given) == []
    assert differences(plan, {}) == []


def test_every_formula_of_the_leniency_agrees() -> None:
    opinions = [
        opinion(who, whom, {"1": str(10 * place + len(who)), "2": "7.25"})
        for place, who in enumerate(("R1", "R2", "R3"))
        for whom in ("C01", "C02")
    ]
    sheets = plan_leniency(record_by_hand({"C01": "1", "C02": "2"}, opinions=opinions))
    book = BookPlan(title="", page_note="", sheets=sheets, inputs=(), names=())
    assert differences(book, {}) == []


@pytest.mark.needs_sdk_validator
def test_every_file_of_the_stages_is_valid(tmp_path: Path) -> None:
    ranked_panel(tmp_path)
    first = issued(tmp_path, StageKind.DEFENCE)
    all_given(tmp_path, StageKind.DEFENCE, GIVEN)
    heard = ended(tmp_path, StageKind.DEFENCE)
    second = issued(tmp_path, StageKind.VOTE, "陈述答辩结果")
    votes = dict.fromkeys(GIVEN, (AGREE,) * 5)
    all_given(tmp_path, StageKind.VOTE, votes, "陈述答辩结果")
    voted = ended(tmp_path, StageKind.VOTE, source="陈述答辩结果")
    ends = papers(tmp_path, "评委会投票结果")
    done = (first, heard, second, voted, ends)
    files = [path for each in done for path in each.paths if path.suffix != ".json"]
    assert len(files) == 17
    assert [(path.name, faults(path)) for path in files if faults(path)] == []
