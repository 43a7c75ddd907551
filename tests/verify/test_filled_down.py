"""A row of evidence dragged down fills the rows below alike: one finding for each kind of fault."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.naming import row_name
from builder.book.sheet import Content
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.sheet_names import EVIDENCE, EVIDENCE_TABLE, SCORING
from tests.proof.causes import with_contents
from tests.support.workbooks import PENGJIANG, WUHAN
from tests.verify.judged import Case, case, fault, judged, told

SCHEMES = pytest.mark.parametrize("scheme_id", [PENGJIANG, WUHAN])


def copied(text: str, _down: int) -> str:
    """What a program writes where copies are asked for."""
    return text


def counted(text: str, down: int) -> str:
    """What it writes otherwise: the first number goes up by one in every row."""
    return re.sub(r"\d+", lambda number: str(int(number[0]) + down), text, count=1)


def dragged(chosen: Case, rows: range, fill: Callable[[str, int], str]) -> bytes:
    """The file after the row before these was dragged over them."""
    answers: dict[str, Value] = {}
    for key in ("indicator", "name"):
        first = chosen.answers[row_name(EVIDENCE_TABLE, rows.start - 1, key)]
        for row in rows:
            answers[row_name(EVIDENCE_TABLE, row, key)] = fill(str(first), row - rows.start + 1)
    return chosen.with_answers(**answers)


def last_in_use(chosen: Case) -> int:
    numbers = range(1, len(chosen.plan.evidence) + 1)
    return max(n for n in numbers if chosen.answers.get(row_name(EVIDENCE_TABLE, n, "name")))


def below(chosen: Case) -> range:
    """The numbers of twenty rows below those in use."""
    first = last_in_use(chosen) + 1
    return range(first, first + 20)


@SCHEMES
def test_copies_below_the_rows_in_use_are_one_hint(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    rows = below(chosen)
    verdict = judged(tmp_path, dragged(chosen, rows, copied))
    assert told(verdict) == [fault("QA725", chosen.plan.evidence[rows.start - 1].name)]
    (finding,) = verdict.findings
    assert finding.areas == (f"{EVIDENCE}!E{rows.start + 3}:E{rows.stop + 2}",)
    assert "共 20 行与前面的行完全相同" in finding.message


@SCHEMES
def test_indicators_that_were_counted_up_are_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    rows = below(chosen)
    verdict = judged(tmp_path, dragged(chosen, rows, counted))
    assert told(verdict) == [fault("QA710", chosen.plan.evidence[rows.start - 1].indicator)]
    assert f"B{rows.start + 3}:B{rows.stop + 2} 共 20 行" in verdict.findings[0].message


@SCHEMES
def test_over_rows_in_use_the_items_that_lost_their_proof_are_told_with_them(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, dragged(chosen, range(2, last_in_use(chosen) + 1), counted))
    assert told(verdict) == [fault("QA710", chosen.plan.evidence[1].indicator)]
    said = verdict.findings[0].message
    assert all(leaf.label in said for leaf in chosen.plan.leaves[1:6])


@SCHEMES
def test_a_row_of_the_scoring_table_dragged_over_others_is_one_finding(
    tmp_path: Path, scheme_id: str
) -> None:
    """What may be filled in lies between the columns that may not."""
    chosen = case(scheme_id, 0)
    top = chosen.plan.leaves[0].score.row
    contents: dict[Cell, Content] = {
        Cell(SCORING, row, cell.column): cell.content
        for cell in chosen.plan.sheet(SCORING).cells
        if cell.row == top and isinstance(cell.content, str | Decimal)
        for row in range(top + 1, top + 4)
    }
    states = [leaf.status for leaf in chosen.plan.leaves]
    for place in (*states, *(basis.status for basis in chosen.plan.bases)):
        if top < place.row < top + 4:
            contents[place] = "完成"
    (finding,) = judged(tmp_path, with_contents(chosen, contents)).findings
    assert finding.code == "QA465"
    assert "固定文字" in finding.message
    assert "公式" in finding.message


def test_every_item_without_proof_is_named(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    proofs = [name for name in chosen.answers if name.startswith(f"{EVIDENCE_TABLE}_")]
    (missing,) = judged(tmp_path, chosen.with_answers(**dict.fromkeys(proofs))).findings
    assert missing.code == "QA709"
    scored = [one.label for one in chosen.plan.leaves]
    assert len(scored) > 20
    assert all(f"“{label}”" in missing.message for label in scored)


def test_two_rows_are_told_one_by_one(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    first = last_in_use(chosen) + 1
    verdict = judged(tmp_path, dragged(chosen, range(first, first + 2), counted))
    assert [finding.code for finding in verdict.findings] == ["QA703", "QA703"]


def test_rows_without_an_indicator_are_not_told_as_copies_too(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    first = last_in_use(chosen) + 1
    names = {row_name(EVIDENCE_TABLE, first + down, "name"): "证书" for down in range(5)}
    verdict = judged(tmp_path, chosen.with_answers(**names))
    assert [finding.code for finding in verdict.findings] == ["QA710"]
