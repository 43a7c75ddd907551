"""填写示例 is marked as invented, speaks to who applies, and of no sheet that is not there."""

from dataclasses import replace

import pytest

from builder.kit.applicant_fields import DEFAULT_FIELDS, asks_of_person
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EXAMPLE, METRICS
from builder.model.office import Office
from tests.support.workbooks import PENGJIANG, WUHAN, WUHAN_INDIVIDUAL, shipped_plan, shipped_scheme


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


def test_a_name_asked_for_beside_the_organisation_makes_it_no_person() -> None:
    organisation, *others = DEFAULT_FIELDS
    contact = replace(others[0], name="contact_name", caption="姓名")
    assert not asks_of_person((organisation, contact))
    assert asks_of_person((contact, organisation))
    scheme = shipped_scheme(PENGJIANG)
    assert "本人" not in words_of(plan_workbook(scheme, Office(fields=(organisation, contact))))
