"""Three-year tables of a report against 近三年数据, cell by cell."""

from dataclasses import replace

import pytest

from builder.read.workbook import read_content
from builder.verify.cross.metrics import check_metrics_told
from builder.verify.held import hold_kit
from builder.verify.pristine import Pristine
from tests.support.answers import complete_answers
from tests.support.panels import KIT
from tests.support.reports import complete_held, returned_report
from tests.support.workbooks import WUHAN, filled_bytes, shipped_plan


def found(change: dict[int, str], cells: int | None = None) -> list[tuple[str, str, str]]:
    """What is told after cells of the first figure's row were changed, perhaps the last cut off."""
    report = returned_report(KIT)
    one = next(each for each in report.sections if each.figures)
    assert one.figures is not None
    row, *others = one.figures
    changed = tuple(change.get(place, cell) for place, cell in enumerate(row))[:cells]
    sections = (replace(one, figures=(changed, *others)),)
    told = check_metrics_told(
        replace(report, sections=sections), complete_held(KIT), "申报材料.docx"
    )
    return [(finding.code, finding.expected, finding.actual) for finding in told]


def years() -> list[str]:
    """The figures of that row, from the earliest."""
    rows = next(each.figures for each in returned_report(KIT).sections if each.figures)
    return list(rows[0][2:5])


def test_figures_that_are_the_same_are_not_told() -> None:
    assert found({}) == []


def test_a_row_that_lost_its_last_cells_is_compared_in_those_it_has() -> None:
    assert found({}, cells=4) == []


@pytest.mark.parametrize("place", [2, 3, 4])
def test_a_figure_of_any_year_that_differs_is_told_with_all_three(place: int) -> None:
    told = years()
    told[place - 2] = "987654"
    assert found({place: "987654"}) == [("QA768", "、".join(years()), "、".join(told))]


def test_a_year_left_blank_is_told_as_blank() -> None:
    told = ["（空）", *years()[1:]]
    assert found({2: " "}) == [("QA768", "、".join(years()), "、".join(told))]


def test_a_row_without_any_figure_is_told_as_left_out() -> None:
    assert found({2: "", 3: "", 4: ""}) == [("QA769", "、".join(years()), "没有填")]


def test_a_row_of_another_name_is_told_as_one_that_the_workbook_has_not() -> None:
    assert found({0: "别的项目"}) == [("QA769", "没有填", "、".join(years()))]


def test_a_figure_asked_for_twice_stands_for_its_own_indicator_alone() -> None:
    plan = shipped_plan(WUHAN)
    assert plan.metrics is not None
    first, second = (row for row in plan.metrics.rows if row.label.endswith(" 品牌价值"))
    blank = {item.name: None for item in plan.inputs if item.cell in (*second.years,)}
    content = filled_bytes(plan, {**complete_answers(plan), **blank})
    read = read_content("评分表.xlsx", lambda: content)
    assert read.workbook is not None
    held = hold_kit(Pristine(plan), read.workbook, "评分表.xlsx")
    report = returned_report(WUHAN)
    sections = tuple(
        replace(one, figures=tuple(_without(row) for row in one.figures or ()))
        if one.figures and second.indicator.startswith(one.section.code)
        else one
        for one in report.sections
    )
    told = check_metrics_told(replace(report, sections=sections), held, "申报材料.docx")
    assert [finding for finding in told if finding.details["name"] == "品牌价值"] == []
    assert first.indicator != second.indicator


def _without(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row of 品牌价值 with its figures left blank, any other row as it is."""
    return (*row[:2], "", "", "", *row[5:]) if row[0] == "品牌价值" else row
