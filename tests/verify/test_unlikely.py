"""What is possible and unlikely is a hint, unless the office takes it as it is."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.formula.value import Value
from builder.kit.planning import plan_workbook
from builder.load.office import parse_office
from builder.model.office import Office
from builder.model.verdict import Status
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_scheme
from tests.verify.judged import judged, told

ODD: dict[str, Value] = {
    "applicant_founded": "2031-01-01",
    "applicant_profit_1": Decimal(99_999),
    "metrics_1_y2": Decimal(999_999),
}


def lines(folder: Path, office: Office) -> tuple[list[str], Status]:
    plan = plan_workbook(shipped_scheme(PENGJIANG), office)
    verdict = judged(folder, filled_bytes(plan, complete_answers(plan) | ODD))
    return [line.split()[0] for line in told(verdict)], verdict.status


def test_unlikely_answers_are_hints_and_leave_the_file_in_order(tmp_path: Path) -> None:
    assert lines(tmp_path, Office()) == (["QA532", "QA758", "QA757"], Status.CLEAN)


def test_an_office_may_take_them_as_they_are(tmp_path: Path) -> None:
    office = Office(accept_unusual=True)
    assert parse_office(office.canonical) == office
    assert lines(tmp_path, office) == ([], Status.CLEAN)


def test_figures_alike_are_one_hint_with_the_cells_of_all(tmp_path: Path) -> None:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office())
    odd: dict[str, Value] = {f"metrics_{row}_y2": Decimal(999_999) for row in (1, 2)}
    content = filled_bytes(plan, complete_answers(plan) | odd)
    (found,) = judged(tmp_path, content).findings
    assert found.code == "QA758"
    assert len(found.areas) == 2
    assert found.areas[0] == f"{found.place.sheet}!{found.place.cell}"
    assert f"另有 1 处：{found.areas[1].partition('!')[2]}" in found.message


def test_a_figure_that_is_alone_needs_no_list_of_cells(tmp_path: Path) -> None:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office())
    content = filled_bytes(plan, complete_answers(plan) | {"metrics_1_y2": Decimal(999_999)})
    (found,) = judged(tmp_path, content).findings
    assert (found.code, found.areas) == ("QA758", ())


@pytest.mark.parametrize(("most", "codes"), [("100", []), ("100.5", ["QA755"])])
def test_a_share_is_no_more_than_the_whole(tmp_path: Path, most: str, codes: list[str]) -> None:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office())
    share: dict[str, Value] = {f"metrics_1_y{year}": Decimal(most) for year in (1, 2, 3)}
    share |= {"metrics_1_unit": "%"}
    content = filled_bytes(plan, complete_answers(plan) | share)
    assert [one.code for one in judged(tmp_path, content).findings] == codes
