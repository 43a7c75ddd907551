"""What an expression looks like in a spreadsheet."""

from decimal import Decimal

import pytest

from builder.formula.expression import Area, Cell, Expression
from builder.formula.render import plain_number, render

from .cells import NO, SHEET, YES, apply, at, column, join, literal

ONE, TWO, THREE = literal(1), literal(2), literal(3)


def written(expression: Expression) -> str:
    return render(expression, home=SHEET)


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        (join(join(ONE, "+", TWO), "*", THREE), "(1+2)*3"),
        (join(ONE, "+", join(TWO, "*", THREE)), "1+2*3"),
        (join(join(ONE, "-", TWO), "-", THREE), "1-2-3"),
        (join(ONE, "-", join(TWO, "-", THREE)), "1-(2-3)"),
        (join(ONE, "/", join(TWO, "*", THREE)), "1/(2*3)"),
        (join(join(ONE, "&", TWO), "+", THREE), "(1&2)+3"),
        (join(ONE, "&", join(TWO, "+", THREE)), "1&2+3"),
        (join(join(ONE, "=", TWO), "<>", THREE), "1=2<>3"),
        (join(ONE, "=", join(TWO, "<>", THREE)), "1=(2<>3)"),
        (join(join(ONE, "<", TWO), "&", THREE), "(1<2)&3"),
        (join(apply("SUM", ONE, TWO), "*", THREE), "SUM(1,2)*3"),
    ],
)
def test_brackets_stand_exactly_where_reading_order_needs_them(
    expression: Expression, formula: str
) -> None:
    assert written(expression) == formula


def test_a_cell_of_the_home_sheet_carries_no_sheet_name() -> None:
    assert written(at(7, 28)) == "AB7"


def test_a_cell_of_another_sheet_carries_its_quoted_name() -> None:
    assert written(at(7, 2, sheet="证据 清单")) == "'证据 清单'!B7"


def test_an_apostrophe_in_a_sheet_name_is_doubled() -> None:
    assert written(at(1, sheet="Tom's")) == "'Tom''s'!A1"


def test_an_area_carries_its_sheet_name_once() -> None:
    area = Area(sheet="证据清单", column=2, first_row=4, last_row=303)
    assert written(apply("COUNTIF", area, literal("有效"))) == (
        "COUNTIF('证据清单'!B4:B303,\"有效\")"
    )


def test_an_area_of_one_cell_is_that_cell() -> None:
    assert written(apply("SUM", column(5, 5))) == "SUM(A5)"


def test_a_quote_in_a_text_is_doubled() -> None:
    assert written(literal('称"优"')) == '"称""优"""'


def test_truth_values_are_words() -> None:
    assert written(apply("AND", YES, NO)) == "AND(TRUE,FALSE)"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1E+3", "1000"), ("1E-7", "0.0000001"), ("2.50", "2.5"), ("100", "100"), ("-0.5", "-0.5")],
)
def test_numbers_have_no_exponent_and_no_closing_zeros(value: str, shown: str) -> None:
    assert plain_number(Decimal(value)) == shown
    assert written(literal(Decimal(value))) == shown


def test_cells_are_written_where_they_now_stand() -> None:
    def moved(cell: Cell) -> Cell:
        return Cell(sheet="打分", row=cell.row + 2, column=cell.column)

    expression = join(apply("SUM", column(1, 3)), "+", at(9))
    assert render(expression, home="打分", locate=moved) == "SUM(A3:A5)+A11"
    assert render(expression, home=SHEET, locate=moved) == "SUM('打分'!A3:A5)+'打分'!A11"


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        ("10", "10"),
        ("10.0", "10"),
        ("10.50", "10.5"),
        ("0.05", "0.05"),
        ("0", "0"),
        ("0.00", "0"),
        ("100", "100"),
        ("1E+2", "100"),
        ("1E-7", "0.0000001"),
        ("-2.500", "-2.5"),
    ],
)
def test_a_number_is_written_as_short_as_it_can_be_and_never_with_an_exponent(
    number: str, plain: str
) -> None:
    assert plain_number(Decimal(number)) == plain
