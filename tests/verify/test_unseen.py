"""An answer of characters that nobody sees is blank, and told by the characters it holds."""

from pathlib import Path

import pytest

from builder.book.book_plan import InputPlan
from builder.formula.value import ErrorValue, Value
from builder.model.verdict import Status
from builder.read.workbook import read_content
from builder.verify.held import hold_kit
from builder.verify.pristine import Pristine
from tests.support.workbooks import PENGJIANG, filled_bytes
from tests.verify.judged import Case, case, fault, judged, told

CHOSEN = case(PENGJIANG, 0)
INVISIBLE = pytest.mark.parametrize("text", ["\u00a0", "\u200b\u200b", "\u3164", " \ufeff "])


def item_of(chosen: Case, name: str) -> InputPlan:
    return next(item for item in chosen.plan.inputs if item.name == name)


@INVISIBLE
def test_an_applicant_of_nothing_but_unseen_characters_is_not_filled_in(
    tmp_path: Path, text: str
) -> None:
    applicant = item_of(CHOSEN, CHOSEN.plan.applicant)
    verdict = judged(tmp_path, CHOSEN.with_answers(**{applicant.name: text}))
    assert told(verdict) == [fault("QA510", applicant.cell)]
    assert f"不可见字符（U+{ord(text.strip(' ')[0]):04X}" in verdict.findings[0].message
    assert verdict.applicant == ""
    assert verdict.status is Status.FINDINGS


@INVISIBLE
def test_evidence_of_such_a_name_proves_nothing(tmp_path: Path, text: str) -> None:
    row = CHOSEN.plan.evidence[0]
    name = next(item.name for item in CHOSEN.plan.inputs if item.cell == row.name)
    blank = told(judged(tmp_path, CHOSEN.with_answers(**{name: None})))
    assert fault("QA704", row.name) in blank
    verdict = judged(tmp_path, CHOSEN.with_answers(**{name: text}))
    assert told(verdict) == [line.replace("QA704", "QA510") for line in blank]
    assert f"等于没有填，“{CHOSEN.plan.leaves[0].label}”因此缺证据。" in verdict.findings[0].message


@pytest.mark.parametrize(("typed", "code"), [(True, "QA528"), (ErrorValue.NA, "QA527")])
def test_so_does_one_whose_name_is_no_text(tmp_path: Path, typed: Value, code: str) -> None:
    row = CHOSEN.plan.evidence[0]
    name = next(item.name for item in CHOSEN.plan.inputs if item.cell == row.name)
    found = judged(tmp_path, CHOSEN.with_answers(**{name: typed})).findings
    (finding,) = (one for one in found if one.code == code)
    assert f"等于没有填，“{CHOSEN.plan.leaves[0].label}”因此缺证据。" in finding.message


@INVISIBLE
def test_a_row_of_which_nothing_else_is_filled_in_is_an_empty_row(
    tmp_path: Path, text: str
) -> None:
    row = CHOSEN.plan.evidence[-1]
    answers: dict[str, Value] = {
        item.name: text for item in CHOSEN.plan.inputs if item.cell in (row.name, row.issuer)
    }
    verdict = judged(tmp_path, filled_bytes(CHOSEN.plan, {**CHOSEN.answers, **answers}))
    assert told(verdict) == [fault("QA511", row.name), fault("QA511", row.issuer)]
    assert verdict.status is Status.CLEAN


def test_a_score_of_such_characters_is_a_score_left_blank(tmp_path: Path) -> None:
    verdict = judged(tmp_path, CHOSEN.with_answers(**{CHOSEN.score.name: "\u00a0"}))
    assert told(verdict) == [fault("QA510", CHOSEN.leaf.score, CHOSEN.leaf.code)]


def test_blanks_of_the_usual_kind_are_told_as_nothing_filled_in(tmp_path: Path) -> None:
    applicant = item_of(CHOSEN, CHOSEN.plan.applicant)
    verdict = judged(tmp_path, CHOSEN.with_answers(**{applicant.name: "\u3000 "}))
    assert told(verdict) == [fault("QA521", applicant.cell)]


def test_what_is_held_against_the_report_is_blank_too() -> None:
    content = CHOSEN.with_answers(**{CHOSEN.plan.applicant: "\u200b"})
    read = read_content("评分表.xlsx", lambda: content)
    assert read.workbook is not None
    held = hold_kit(Pristine(CHOSEN.plan), read.workbook, "评分表.xlsx")
    assert held.typed(CHOSEN.plan.applicant) == ""
