"""The stages after the reviews read out: forms, results and papers of one small award."""

from collections.abc import Iterator
from decimal import Decimal

from builder.letters.award_papers import plan_publicity, plan_result
from builder.letters.minutes import plan_minutes, plan_signatures
from builder.model.office import Office
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Base, Defence, Publicity, Share, Vote
from builder.model.panel.stages import StageKind
from builder.panel.stages.ballot_book import plan_ballot
from builder.pipeline.stages.ending import held_record, stage_book
from tests.pages.reading import book_lines, lines_of
from tests.support.records import held_by_hand, record_by_hand


def stage_lines(office: Office) -> Iterator[str]:
    """A defence and a vote with everything that can become of a member and an applicant."""
    rules = PanelRules(
        defence=Defence(weight=Decimal("0.2"), line=Decimal(60)),
        vote=Vote(share=Share(part=2, whole=3), base=Base.ENTITLED, places=1),
        publicity=Publicity(since="2026-12-07", until="2026-12-11", contact="电话"),
    )
    totals = {"C01": "412.5", "C02": "398.25", "C03": "380"}
    sorts = {"C01": "大型", "C02": "小微", "C03": "中型"}
    record = record_by_hand(totals, rules, sorts)
    heard = held_by_hand(
        StageKind.DEFENCE,
        {"C01": ("90", "回避", "80"), "C02": ("70", "75", "88.5"), "C03": ("85", "85", "85")},
    )
    record, _ = held_record(record, heard)
    barred, absent = [("M1", "C01"), ("M3", "C02")], ["M3"]
    given = {"C01": ("", "同意", ""), "C02": ("同意", "弃权", ""), "C03": ("同意", "同意", "")}
    voted = held_by_hand(StageKind.VOTE, given, barred, absent)
    for held in (heard, voted):
        yield from book_lines(plan_ballot(record, held.task, held.task.members[0], "某奖"))
    record, _ = held_record(record, voted)
    for kind in StageKind:
        yield from book_lines(stage_book(record, kind, "某奖"))
    yield from lines_of(plan_publicity(record, "某奖", office))
    for code in totals:
        yield from lines_of(plan_result(record, code, "某奖", office, f"{code}.docx"))
    yield from lines_of(plan_minutes(record, "某奖", office))
    yield from lines_of(plan_signatures(record, "某奖", office))
