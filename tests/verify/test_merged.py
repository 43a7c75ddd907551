"""A cell joined with the one above it lost what stood in it: that is told once, as joined."""

from pathlib import Path

import pytest

from builder.formula.address import area_address
from builder.formula.expression import Cell
from builder.model.verdict import Verdict
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import edited, never_calculated, sheet_part, with_cell

CHOSEN = case(PENGJIANG, 0)


def joined_with_the_cell_above(folder: Path, cell: Cell) -> Verdict:
    """The verdict on a file after Excel joined a cell with its neighbour, and emptied it so."""
    emptied = with_cell(
        CHOSEN.content, CHOSEN.plan, cell, lambda xml: f"{xml.partition('>')[0].rstrip('/')}/>"
    )
    area = area_address(cell.row - 1, cell.column, cell.row, cell.column)
    content = edited(
        emptied,
        sheet_part(CHOSEN.plan, cell.sheet),
        lambda xml: xml.replace("</mergeCells>", f'<mergeCell ref="{area}"/></mergeCells>'),
    )
    return judged(folder, never_calculated(content))


@pytest.mark.parametrize(
    "cell", [CHOSEN.plan.total, CHOSEN.plan.leaves[1].score], ids=["the total", "a score"]
)
def test_what_a_merge_swallowed_is_told_once(tmp_path: Path, cell: Cell) -> None:
    findings = told(joined_with_the_cell_above(tmp_path, cell))
    assert [one for one in findings if not one.startswith("QA601")] == [fault("QA489", cell)]
