"""填写示例 is marked as invented, speaks to who applies, and of no sheet that is not there."""

import pytest

from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import EXAMPLE, METRICS
from tests.support.workbooks import PENGJIANG, WUHAN, WUHAN_INDIVIDUAL, shipped_plan


def words_of(plan: KitPlan) -> str:
    cells = plan.sheet(EXAMPLE).cells
    return "\n".join(cell.content for cell in cells if isinstance(cell.content, str))


@pytest.mark.parametrize("kit", [PENGJIANG, WUHAN, WUHAN_INDIVIDUAL])
def test_the_example_is_marked_and_fits_its_workbook(kit: str) -> None:
    plan = shipped_plan(kit)
    words = words_of(plan)
    assert "虚构" in words
    assert words.count("示例　") == 2
    assert (f"“{METRICS}”" in words) == any(sheet.name == METRICS for sheet in plan.sheets)
    assert ("本人" in words) == (kit == WUHAN_INDIVIDUAL)
    assert ("自评分填" in words) == (kit == PENGJIANG)
    assert not [item for item in plan.inputs if item.cell.sheet == EXAMPLE]
