"""An independent spreadsheet engine gives every formula text the value we give its expression."""

from collections.abc import Mapping
from decimal import Decimal

import formualizer
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from builder.formula.expression import Cell, Expression
from builder.formula.render import render
from builder.formula.value import ErrorValue, Value

from .cells import NO, SHEET, YES, apply, at, column, join, literal, value_of

ROWS = 6
# Neither numbers nor truth values as texts, which Excel converts, nor wildcards, which we refuse.
WORDS = st.sampled_from(("", "完成", "ok", "OK", "缺证据", 'say "hi"', "a&b", "1.1 领导"))
NUMBERS = st.integers(-4000, 4000).map(lambda quarters: Decimal(quarters) / 4)
CONTENTS: SearchStrategy[Value] = st.one_of(NUMBERS, WORDS, st.booleans(), st.none())
SHEETS = st.lists(CONTENTS, min_size=ROWS, max_size=ROWS).map(
    lambda values: {at(row): value for row, value in enumerate(values, start=1)}
)
CELLS = st.integers(1, ROWS).map(at)
AREAS = st.tuples(st.integers(1, ROWS), st.integers(1, ROWS)).map(
    lambda ends: column(min(ends), max(ends))
)
LITERALS = st.one_of(NUMBERS.map(literal), WORDS.map(literal), st.sampled_from((YES, NO)))
COUNTS = st.integers(0, 6).map(literal)
PLACES = st.integers(-2, 3).map(literal)
ARITHMETIC = st.sampled_from("+-*")
# A third has no exact value in either engine, so nothing is divided by three.
DIVISORS = st.sampled_from([Decimal(text) for text in ("0.5", "2", "-4", "0")]).map(literal)
COMPARING = st.sampled_from(("=", "<>", "<", "<=", ">", ">="))


def compound(inner: SearchStrategy[Expression]) -> SearchStrategy[Expression]:
    """Expressions one level above ``inner``."""
    truths = st.builds(join, inner, COMPARING, inner)
    amounts = st.builds(join, inner, ARITHMETIC, inner)
    # Joined to a word first, so that no joined text can be read as a number again; long numbers
    # are not joined, because a double holds fewer digits than a decimal.
    plain = st.one_of(LITERALS, CELLS, truths)
    texts = st.builds(join, st.just(literal("完成 ")), st.just("&"), plain)
    connectives, totals = st.sampled_from(("AND", "OR")), st.sampled_from(("SUM", "MIN", "MAX"))
    # AND, OR, SUM, MIN, MAX pass over texts in cells they name but not over others; what our
    # formulas give them besides areas is always calculated, so nothing else is tried here.
    return st.one_of(
        amounts,
        st.builds(join, inner, st.just("/"), DIVISORS),
        st.builds(join, texts, st.just("&"), plain),
        truths,
        st.builds(apply, st.just("NOT"), truths),
        st.builds(apply, connectives, truths, truths),
        st.builds(apply, st.just("IF"), truths, inner, inner),
        st.builds(apply, totals, AREAS, amounts),
        st.builds(apply, st.sampled_from(("AVERAGE", "MEDIAN")), AREAS, amounts),
        st.builds(apply, st.just("RANK"), NUMBERS.map(literal), AREAS),
        st.builds(apply, st.just("ROUND"), inner, PLACES),
        st.builds(apply, st.just("ISNUMBER"), inner),
        st.builds(apply, st.just("LEN"), texts),
        st.builds(apply, st.just("MID"), texts, st.integers(1, 6).map(literal), COUNTS),
        st.builds(apply, st.just("FIND"), WORDS.map(literal), texts),
        st.builds(apply, st.just("MOD"), NUMBERS.map(literal), DIVISORS),
        st.builds(apply, st.just("COUNTIF"), AREAS, WORDS.filter(bool).map(literal)),
    )


EXPRESSIONS: SearchStrategy[Expression] = st.recursive(
    st.one_of(LITERALS, CELLS), compound, max_leaves=8
)


def asked_of_formualizer(formula: str, cells: Mapping[Cell, Value]) -> object:
    """What the engine shows for ``formula`` on a sheet with these cells."""
    workbook = formualizer.Workbook()
    sheet = workbook.sheet(SHEET)
    for cell, value in cells.items():
        if value is not None:
            plain = float(value) if isinstance(value, Decimal) else value
            sheet.set_value(cell.row, cell.column, plain)
    sheet.set_formula(ROWS + 1, 1, f"={formula}")
    return workbook.evaluate_cell(SHEET, ROWS + 1, 1)


KINDS = {
    "Value": ErrorValue.VALUE,
    "Div": ErrorValue.DIV0,
    "Na": ErrorValue.NA,
    "Num": ErrorValue.NUM,
}


def agree(theirs: object, ours: Value) -> bool:
    """Whether both mean the same; a formula shows an empty cell as 0."""
    match theirs:
        case {"kind": str() as kind}:
            return KINDS[kind] is ours
        case bool() | str():
            return type(ours) is type(theirs) and ours == theirs
        case float() | int():
            number = Decimal(0) if ours is None else ours
            if not isinstance(number, Decimal):
                return False
            return abs(number - Decimal(theirs)) <= Decimal("1e-9") * max(Decimal(1), abs(number))
        case _:
            return theirs is None and ours is None


@given(base=st.one_of(NUMBERS.map(literal), CELLS), number=st.integers(2, 9), cells=SHEETS)
def test_any_power_and_any_root_have_the_values_another_engine_gives_them(
    base: Expression, number: int, cells: dict[Cell, Value]
) -> None:
    for exponent in (literal(number), join(literal(1), "/", literal(number))):
        raised = join(base, "^", exponent)
        theirs = asked_of_formualizer(render(raised, home=SHEET), cells)
        ours = value_of(raised, cells)
        assert agree(theirs, ours), f"={render(raised, home=SHEET)}: {theirs!r}, not {ours!r}"


@given(expression=EXPRESSIONS, cells=SHEETS)
def test_any_formula_has_the_value_another_engine_gives_it(
    expression: Expression, cells: dict[Cell, Value]
) -> None:
    formula = render(expression, home=SHEET)
    theirs = asked_of_formualizer(formula, cells)
    ours = value_of(expression, cells)
    assert agree(theirs, ours), f"={formula}: {theirs!r}, not {ours!r}"
