"""A member of the committee keeps the conflicts of the stages before, and what he filled in."""

from decimal import Decimal
from pathlib import Path

from builder.model.panel.stages import BARRED, StageKind
from builder.model.panel.task import Reviewer
from builder.panel.stages.ballot_book import SIGNED
from builder.pipeline.panel.hidden_conflicts import hidden
from tests.proof.process_stages import GIVEN
from tests.support.panels import COMPANIES
from tests.support.stages import (
    MEMBERS,
    all_given,
    ended,
    give,
    issued,
    ranked_panel,
    reviewed_by,
    stage_of,
)


def test_who_was_barred_in_the_defence_is_barred_in_the_vote(tmp_path: Path) -> None:
    ranked_panel(tmp_path)
    issued(tmp_path, StageKind.DEFENCE)
    scores = (Decimal(80), Decimal(81), BARRED, Decimal(83), Decimal(84))
    all_given(tmp_path, StageKind.DEFENCE, {**GIVEN, "C01": scores})
    assert ended(tmp_path, StageKind.DEFENCE).findings == ()
    assert issued(tmp_path, StageKind.VOTE, "陈述答辩结果").findings == ()
    task = stage_of(tmp_path, StageKind.VOTE)
    names = {one.code: one.name for one in task.members}
    # 孙三 said so himself; 钱二 is barred by the list.
    assert {(names[who], whom) for who, whom in task.barred} == {("孙三", "C01"), ("钱二", "C01")}


def test_a_member_who_also_reviewed_keeps_the_conflicts_of_that_list(tmp_path: Path) -> None:
    record = ranked_panel(tmp_path)
    reviewer = record.merged.task.reviewers[0]
    assert reviewer.avoids == ()
    members = [(reviewer.name, "", "", COMPANIES[0]), *MEMBERS]
    found = issued(tmp_path, StageKind.DEFENCE, members=members).findings
    assert [one.code for one in found] == ["QA975"]
    barred = stage_of(tmp_path, StageKind.DEFENCE).barred
    assert ("M1", "C02") in barred


def test_a_ballot_signed_by_another_member_or_by_no_name_is_told(tmp_path: Path) -> None:
    ranked_panel(tmp_path)
    issued(tmp_path, StageKind.DEFENCE)
    all_given(tmp_path, StageKind.DEFENCE, GIVEN)
    task = stage_of(tmp_path, StageKind.DEFENCE)
    first, other, last = task.members[0], task.members[1], task.members[-1]
    own = {one: GIVEN[one][0] for one in GIVEN}
    give(tmp_path, task, first, own, {SIGNED: other.name})
    give(tmp_path, task, last, {one: GIVEN[one][-1] for one in GIVEN}, {SIGNED: "待补"})
    found = ended(tmp_path, StageKind.DEFENCE).findings
    assert [one.code for one in found] == ["QA1119", "QA1158"]
    assert f"发给“{first.name}”填的，签名写的是“{other.name}”" in found[0].message


def test_a_member_who_reviewed_blind_keeps_the_conflicts_of_that_round(tmp_path: Path) -> None:
    name = reviewed_by(tmp_path, (COMPANIES[0],))
    members = [(name, "", "", ""), *MEMBERS]
    assert issued(tmp_path, StageKind.DEFENCE, members=members).findings == ()
    assert ("M1", "C02") in stage_of(tmp_path, StageKind.DEFENCE).barred


def test_conflicts_that_only_the_key_can_name_stop_a_stage(tmp_path: Path) -> None:
    blind = hidden(
        (Reviewer(code="R1", name="张三", avoids=(COMPANIES[0],)),),
        {"C01": COMPANIES[0], "C02": COMPANIES[1]},
        "2026-1",
        "secret",
    )
    name = reviewed_by(tmp_path, blind[0].avoids)
    found = issued(tmp_path, StageKind.DEFENCE, members=[(name, "", "", ""), *MEMBERS]).findings
    assert [one.code for one in found] == ["QA1167"]
    assert not (tmp_path / "陈述答辩").exists()
    assert issued(tmp_path, StageKind.DEFENCE).findings == ()


def test_a_second_issue_keeps_what_a_member_filled_in(tmp_path: Path) -> None:
    ranked_panel(tmp_path)
    issued(tmp_path, StageKind.DEFENCE)
    all_given(tmp_path, StageKind.DEFENCE, GIVEN)
    before = (tmp_path / "陈述答辩" / "M1-陈述答辩.xlsx").read_bytes()
    again = issued(tmp_path, StageKind.DEFENCE)
    assert {one.code for one in again.findings} == {"QA892"}
    assert (tmp_path / "陈述答辩" / "M1-陈述答辩.xlsx").read_bytes() == before
