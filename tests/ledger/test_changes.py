"""What changed from one submission to the next: by code and place, not by words."""

from dataclasses import replace
from decimal import Decimal

from builder.ledger.changes import ScoreChange, changes
from tests.ledger.entries import found, verdict


def test_findings_are_gone_new_or_still_there_each_as_often_as_it_was() -> None:
    before = replace(
        verdict("一", "甲"),
        findings=(found("QA501", "D4"), found("QA501", "D4"), found("QA501", "D5"), found("QA512")),
    )
    after = replace(
        verdict("二", "甲"), findings=(found("QA501", "D4"), found("QA535"), found("QA512"))
    )
    told = changes(before, after)
    assert (told.before, told.after) == ("一", "二")
    assert [(one.code, one.place.cell) for one in told.gone] == [("QA501", "D4"), ("QA501", "D5")]
    assert [one.code for one in told.new] == ["QA535"]
    assert [one.code for one in told.still] == ["QA501", "QA512"]
    assert told.total is None
    assert told.parts == ()


def test_scores_that_changed_are_told_with_both_numbers() -> None:
    told = changes(verdict("一", "甲", points=800), verdict("二", "甲", points=None))
    assert told.total == ScoreChange(label="总分", before=Decimal(800), after=None)
    assert told.parts == (ScoreChange(label="1 领导", before=Decimal(100), after=None),)
