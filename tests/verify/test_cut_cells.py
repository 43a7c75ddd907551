"""Cells that were cut and pasted elsewhere are one finding, which names from where to where."""

from pathlib import Path

import pytest

from builder.formula.expression import Cell
from builder.kit.sheet_names import APPLICANT, EVIDENCE, METRICS, SCORING
from tests.support.workbooks import PENGJIANG, WUHAN
from tests.verify.cutting import with_cells_cut
from tests.verify.judged import Case, case, fault, judged, told
from tests.verify.tampering import with_cell

BREAKS = pytest.mark.parametrize("breaks", [True, False])


def leaf_rows(chosen: Case) -> tuple[Cell, Cell]:
    """The scores of two indicators that have some rows between them."""
    leaves = chosen.plan.leaves
    return leaves[0].score, leaves[len(leaves) // 2].score


def cut(chosen: Case, first: Cell, last: Cell, to: Cell, *, breaks: bool = True) -> bytes:
    return with_cells_cut(chosen.content, chosen.plan, (first, last), to, breaks=breaks)


@BREAKS
@pytest.mark.parametrize("scheme_id", [PENGJIANG, WUHAN])
def test_a_score_that_was_cut_and_pasted_over_another_is_one_finding(
    tmp_path: Path, *, scheme_id: str, breaks: bool
) -> None:
    chosen = case(scheme_id, 0)
    score, other = leaf_rows(chosen)
    verdict = judged(tmp_path, cut(chosen, score, score, other, breaks=breaks))
    codes = [finding.code for finding in verdict.findings]
    assert [code for code in codes if code not in ("QA601", "QA602")] == ["QA439"]
    (finding,) = [one for one in verdict.findings if one.code == "QA439"]
    assert fault("QA439", score) in told(verdict)
    letters = "F" if scheme_id == PENGJIANG else "G"
    assert f"{letters}{score.row} 被剪切，粘贴到了 {letters}{other.row}" in finding.message


@BREAKS
def test_each_cell_is_read_where_it_stands(tmp_path: Path, *, breaks: bool) -> None:
    """Of two items, in bands, the one cut is blank and the other has what was pasted."""
    chosen = case(WUHAN, 0)
    first, last = chosen.plan.leaves[0].score, chosen.plan.leaves[1].score
    band = Cell(SCORING, first.row, first.column - 1)
    to = Cell(SCORING, last.row, last.column - 1)
    verdict = judged(tmp_path, cut(chosen, band, first, to, breaks=breaks))
    assert fault("QA439", band) in told(verdict)
    assert not {"QA405", "QA422", "QA463"} & {one.code for one in verdict.findings}
    before, after = judged(tmp_path, chosen.content).score, verdict.score
    assert before is not None
    assert after is not None
    code = chosen.plan.leaves[0].code
    assert after.total == before.total - before.by_indicator[code]


@BREAKS
def test_evidence_that_was_cut_and_pasted_further_down_still_proves(
    tmp_path: Path, *, breaks: bool
) -> None:
    chosen = case(PENGJIANG, 0)
    row, free = chosen.plan.evidence[6], chosen.plan.evidence[60]
    verdict = judged(tmp_path, cut(chosen, row.indicator, row.file, free.indicator, breaks=breaks))
    assert [one for one in told(verdict) if "QA60" not in one] == [fault("QA439", row.indicator)]
    assert verdict.score == judged(tmp_path, chosen.content).score


@BREAKS
def test_a_field_that_was_cut_over_another_does_not_take_the_row_with_it(
    tmp_path: Path, *, breaks: bool
) -> None:
    """What had a name of its own there is still asked for, and checked."""
    chosen = case(PENGJIANG, 0)
    inputs = (item for item in chosen.plan.inputs if item.cell.sheet == APPLICANT)
    fields = {item.title: item.cell for item in inputs}
    code, person = fields["统一社会信用代码"], fields["法定代表人"]
    verdict = judged(tmp_path, cut(chosen, person, person, code, breaks=breaks))
    assert [one for one in told(verdict) if "QA60" not in one] == [
        fault("QA439", person),
        fault("QA522", code),
    ]


def test_figures_that_were_cut_over_others_are_told(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    assert chosen.plan.metrics is not None
    one, two = (row.years for row in chosen.plan.metrics.rows[1:3])
    verdict = judged(tmp_path, cut(chosen, one[0], one[-1], two[0]))
    assert [code for code in (one.code for one in verdict.findings) if code < "QA600"] == ["QA439"]
    assert verdict.findings[0].place.sheet == METRICS


def test_a_formula_that_was_made_to_look_elsewhere_by_hand_is_no_cut(tmp_path: Path) -> None:
    """The cell it looked at is empty, but the state beside it still looks there."""
    chosen = case(PENGJIANG, 0)
    score, other = leaf_rows(chosen)
    content = with_cell(chosen.content, chosen.plan, score, lambda _: "")
    forged = with_cell(
        content,
        chosen.plan,
        chosen.plan.leaves[0].counted,
        lambda xml: xml.replace(f"F{score.row}", f"F{other.row}"),
    )
    codes = {finding.code for finding in judged(tmp_path, forged).findings}
    assert "QA412" in codes
    assert "QA439" not in codes


def test_rows_of_evidence_cut_by_one_row_are_told_as_they_went(tmp_path: Path) -> None:
    """Cut and pasted over part of itself."""
    chosen = case(PENGJIANG, 0)
    first, last, to = (chosen.plan.evidence[place] for place in (6, 8, 7))
    verdict = judged(tmp_path, cut(chosen, first.indicator, last.file, to.indicator))
    (finding,) = [one for one in verdict.findings if one.code == "QA439"]
    assert finding.expected == "B10:K12"
    assert finding.actual == " B11:K13"
    assert EVIDENCE in finding.areas[0]
