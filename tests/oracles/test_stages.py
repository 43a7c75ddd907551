"""Ballots, stage results and leniency: another engine agrees, and Office takes every file."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.book_plan import BookPlan
from builder.book.naming import indicator_name
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
from builder.pipeline.panel.planning import consensus_plan, site_plan
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.oracles.libreoffice import save_again
from tests.oracles.test_libreoffice import differences as calculated_otherwise
from tests.oracles.test_panel import differences, merged
from tests.oracles.test_sdk_validator import faults
from tests.proof.process_stages import GIVEN
from tests.support.panels import KIT
from tests.support.records import held_by_hand, opinion, record_by_hand
from tests.support.sites import visits_of
from tests.support.stages import (
    DEFENCE,
    VOTE,
    all_given,
    ended,
    issued,
    papers,
    ranked_panel,
)
from tests.support.workbooks import shipped_look

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


def _stages() -> Iterator[tuple[BookPlan, dict[str, Value]]]:
    """A workbook of every kind of the stages, as it is filled in or as it is handed out."""
    rules = PanelRules(defence=DEFENCE, vote=VOTE)
    record = record_by_hand(TOTALS, rules)
    for kind, answer in ((StageKind.VOTE, AGREE), (StageKind.DEFENCE, Decimal("88.25"))):
        held = held_by_hand(kind, VOTES if kind is StageKind.VOTE else SCORES, [("M1", "C02")])
        ballot = plan_ballot(record, held.task, held.task.members[0], "某奖")
        yield ballot, {}
        yield ballot, {answer_name("C01"): answer, answer_name("C03"): BARRED}
    for base in Base:
        voted = held_by_hand(StageKind.VOTE, VOTES, [("M4", "C01")], ["M4"])
        rule = Vote(share=Share(part=2, whole=3), base=base)
        yield plan_vote(record, voted, rule, "某奖", vote_outcomes(record, voted, rule)).book, {}
    heard = held_by_hand(StageKind.DEFENCE, SCORES)
    for join in (Join.MEAN, Join.TRIMMED, Join.MEDIAN):
        way = Defence(weight=DEFENCE.weight, join=join)
        outcomes = defence_outcomes(record, heard, way)
        yield plan_defence(record, heard, way, "某奖", outcomes).book, {}
    yield from _site()


def _site() -> Iterator[tuple[BookPlan, dict[str, Value]]]:
    """An examiner's workbook half filled in, and a consensus with what two found on the site."""
    found = merged(KIT)
    plan = site_plan(found.task, found.task.seats[0], Verifier())
    yield plan, {indicator_name("score", leaf.code): leaf.points / 2 for leaf in plan.leaves[1:]}
    visits = visits_of(plan.leaves[1:], {"R1": 2, "R3": 4})
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    whole = replace(found, rules=rules, visits=visits)
    book = consensus_plan(whole, "C01", Verifier())
    second = book.leaves[1].code
    yield (
        book,
        {
            indicator_name("site", book.leaves[0].code): Decimal(1),
            indicator_name("agreed", second): Decimal(3),
            indicator_name("reason", second): "复核过",
        },
    )


@pytest.mark.needs_libreoffice
def test_libreoffice_calculates_every_formula_of_the_stages_and_the_site(tmp_path: Path) -> None:
    made = list(_stages())
    files = [tmp_path / f"{number}.xlsx" for number in range(len(made))]
    for path, (plan, answers) in zip(files, made, strict=True):
        path.write_bytes(workbook_bytes(plan, shipped_look(), answers))
    assert len(made) == 11
    for path, (plan, answers) in zip(
        save_again(files, tmp_path, calculate=True), made, strict=True
    ):
        assert sum(1 for _ in plan.formulas), path.name
        assert calculated_otherwise(path, plan, answers) == []


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
