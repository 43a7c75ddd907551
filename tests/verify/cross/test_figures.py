"""Three-year tables of a report against 近三年数据, cell by cell."""

from dataclasses import replace

import pytest

from builder.verify.cross.metrics import check_metrics_told
from tests.support.panels import KIT
from tests.support.reports import complete_held, returned_report


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


def test_the_row_of_another_indicator_never_stands_in_for_an_indicators_own() -> None:
    """The kit asks for the same under two indicators, and both files fill it in under one."""
    report = returned_report(KIT)
    one = next(each for each in report.sections if each.figures)
    assert one.figures is not None
    row = one.figures[0]
    blank = (*row[:2], "", "", "", *row[5:])
    # Asked here as well, where the workbook tells nothing of it.
    elsewhere = replace(one, section=replace(one.section, code="0"), figures=(blank, ROW))
    told = check_metrics_told(
        replace(report, sections=(elsewhere,)), complete_held(KIT), "申报材料.docx"
    )
    assert [(finding.actual, finding.expected) for finding in told] == [("1、、", "没有填")]


# Something else in the table, which is else told as a table left blank.
ROW = ("自己的项目", "个", "1", "", "")
