"""The best of many parts: the same by every way the formula is written, and never too long."""

from decimal import Decimal

import formualizer
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.formula.book import Book
from builder.formula.expression import Cell
from builder.formula.program import compiled
from builder.formula.render import as_planned, render
from builder.kit.limits import LONGEST_FORMULA
from builder.model.joins import Join, JoinKind, expression
from builder.model.older_script import TO_MODERN

SHEET = "表"
# As many arguments as Excel gives a function.
MOST_ARGUMENTS = 255
SCORES = st.lists(
    st.integers(-40, 400).map(lambda quarters: Decimal(quarters) / 4), min_size=2, max_size=9
)


def apart(count: int) -> dict[str, Cell]:
    """The parts of a node, each some rows below the last, as groups are."""
    return {str(number): Cell(SHEET, 3 * number, 2) for number in range(1, count + 1)}


@given(scores=SCORES, data=st.data())
def test_the_best_parts_are_added_up_wherever_they_stand(
    scores: list[Decimal], data: st.DataObject
) -> None:
    best = data.draw(st.integers(1, len(scores)))
    parts = apart(len(scores))
    whole = expression(Join(kind=JoinKind.BEST, best=best), parts)
    cells = dict(zip(parts.values(), scores, strict=True))
    expected = sum(sorted(scores, reverse=True)[:best])
    recipe = compiled(whole).program(as_planned)
    assert recipe(Book(cells, {}, lambda _: None, {})) == expected
    workbook = formualizer.Workbook()
    sheet = workbook.sheet(SHEET)
    for cell, score in cells.items():
        sheet.set_value(cell.row, cell.column, float(score))
    sheet.set_formula(1, 1, f"={render(whole, home=SHEET)}")
    assert workbook.evaluate_cell(SHEET, 1, 1) == pytest.approx(float(expected))


@pytest.mark.parametrize(("count", "best"), [(30, 4), (40, 20), (60, 6), (120, 2), (128, 126)])
def test_the_best_of_many_groups_fit_a_formula(count: int, best: int) -> None:
    written = render(expression(Join(kind=JoinKind.BEST, best=best), apart(count)), home=SHEET)
    assert len(written) <= LONGEST_FORMULA
    assert written.count("MEDIAN") == min(best, count - best) - 1
    first = written.partition("MEDIAN(")[2].partition(")")[0]
    assert len(first.split(",")) <= MOST_ARGUMENTS


def test_every_older_character_stands_for_one_of_today() -> None:
    assert len(TO_MODERN) == 2576
    assert "武漢鈺淩電子醫藥集團".translate(TO_MODERN) == "武汉钰凌电子医药集团"
    assert [new for new in TO_MODERN.values() if len(chr(new).encode("gb2312")) != 2] == []
