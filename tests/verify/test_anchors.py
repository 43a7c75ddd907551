"""Rows and columns are found again by what most of their names say."""

from dataclasses import replace

import pytest

from builder.book.book_plan import NamePlan
from builder.formula.expression import Cell
from builder.model.returned import ReturnedCell, ReturnedSheet
from builder.verify.anchors import cut_rows, found_columns, name_target, named_rows

SHEET = ReturnedSheet(name="自评打分", state="visible", protected=True, cells={})


def named(planned: tuple[int, int], *found: tuple[int, int]) -> list[tuple[NamePlan, Cell]]:
    """Names of a planned cell, and the cells that they point to now."""
    return [
        (NamePlan.of(f"n{number}", Cell("自评打分", *planned)), Cell("自评打分", *place))
        for number, place in enumerate(found)
    ]


def test_a_column_is_where_most_of_its_names_point_whichever_comes_first() -> None:
    names = named((5, 3), (5, 9), (5, 4), (5, 4))
    assert found_columns(names, {}, SHEET) == {3: 4}


def test_a_row_is_where_most_of_its_names_point_whichever_comes_first() -> None:
    assert named_rows(named((5, 3), (9, 3), (6, 3), (6, 3))) == {5: 6}


def test_where_names_of_a_row_disagree_evenly_nothing_moved() -> None:
    assert named_rows(named((5, 3), (9, 3), (5, 3))) == {5: 5}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("'自评''打分'!$F$7", Cell("自评'打分", 7, 6)),
        ("汇总!AB12:AB30", Cell("汇总", 12, 28)),
        ("#REF!", None),
        ("汇总!$F", None),
    ],
)
def test_a_name_points_to_its_first_cell_or_nowhere(text: str, target: Cell | None) -> None:
    assert name_target(text) == target


@pytest.mark.parametrize(
    ("written", "cut"), [({}, {4, 5}), ({5: "甲"}, set()), ({4: "甲"}, {5}), ({4: None}, {4, 5})]
)
def test_rows_at_the_end_are_cut_where_nothing_at_all_is_left_of_them(
    written: dict[int, str | None], cut: set[int]
) -> None:
    cells = {(row, 1): ReturnedCell(value=value) for row, value in {1: "头", **written}.items()}
    sheet = replace(SHEET, cells=cells)
    assert cut_rows({(1, "四"): 4, (1, "五"): 5}, {1: 1}, sheet) == cut
