"""A view that leaves out zeros is told where there are any."""

import re
from decimal import Decimal
from functools import partial
from pathlib import Path

from builder.formula.value import Value
from builder.kit.sheet_names import SCORING
from builder.model.verdict import Status
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import edited, sheet_part

CHOSEN = case(PENGJIANG, 0)


def without_zeros(score: Value, view: str = 'showZeros="0"') -> bytes:
    """The file with that score of one indicator, under a view of its sheet."""
    content = CHOSEN.with_answers(**{CHOSEN.score.name: score})
    part = sheet_part(CHOSEN.plan, SCORING)
    return edited(content, part, partial(re.sub, "<sheetView ", rf"\g<0>{view} "))


def test_a_zero_that_is_not_shown_is_a_hint_where_the_first_stands(tmp_path: Path) -> None:
    verdict = judged(tmp_path, without_zeros(Decimal(0)))
    assert verdict.status is Status.CLEAN
    (found,) = verdict.findings
    assert told(verdict) == [fault("QA499", CHOSEN.score.cell, CHOSEN.leaf.code)]
    assert "共 1 格填的是 0" in found.message


def test_where_there_is_no_zero_the_view_hides_nothing(tmp_path: Path) -> None:
    answer = CHOSEN.answers[CHOSEN.score.name]
    assert told(judged(tmp_path, without_zeros(answer))) == []


def test_zeros_that_are_shown_are_nobodys_business(tmp_path: Path) -> None:
    assert told(judged(tmp_path, without_zeros(Decimal(0), 'showZeros="1"'))) == []
