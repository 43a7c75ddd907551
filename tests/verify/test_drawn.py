"""What lies over a sheet is told by what it covers, and by nothing that it only touches."""

from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.formula.expression import Cell
from builder.kit.sheet_names import SCORING
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, fault, judged, told
from tests.verify.showing import PICTURE, with_drawn

CHOSEN = case(PENGJIANG, 0)
SCORES = {leaf.score for leaf in CHOSEN.plan.leaves}
# A score with another right above it.
SCORE = next(one for one in sorted(SCORES) if Cell(SCORING, one.row - 1, one.column) in SCORES)


def test_over_an_explanation_beside_the_scores_it_is_no_error(tmp_path: Path) -> None:
    note = next(
        item.cell
        for item in CHOSEN.plan.inputs
        if item.kind is InputKind.TEXT and item.cell.sheet == SCORING
    )
    verdict = judged(tmp_path, with_drawn(CHOSEN.content, CHOSEN.plan, note, PICTURE))
    assert told(verdict) == [fault("QA483", note)]


@pytest.mark.parametrize(("down", "rows"), [(0, 2), (900, 1), (20_000, 1)])
def test_a_row_at_whose_lower_edge_or_beyond_it_begins_is_not_covered(
    tmp_path: Path, down: int, rows: int
) -> None:
    verdict = judged(tmp_path, with_drawn(CHOSEN.content, CHOSEN.plan, SCORE, PICTURE, down))
    first = Cell(SCORE.sheet, SCORE.row + 1 - rows, SCORE.column)
    assert told(verdict) == [fault("QA482", first)]
    assert f"{rows} 个单元格" in verdict.findings[0].message


@pytest.mark.parametrize(("below", "rows"), [(2, 1), (3, 2)])
def test_a_row_into_which_it_reaches_by_a_hair_is_not_covered(
    tmp_path: Path, below: int, rows: int
) -> None:
    above = Cell(SCORE.sheet, SCORE.row - 1, SCORE.column)
    content = with_drawn(CHOSEN.content, CHOSEN.plan, above, PICTURE, below=below)
    (found,) = judged(tmp_path, content).findings
    assert f"{rows} 个单元格" in found.message
