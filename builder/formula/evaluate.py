"""The exact value of an expression, as a spreadsheet would calculate it but in decimals."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import product

from builder.formula.coercion import (
    ERROR_RANK,
    ORDERS,
    FormulaError,
    Order,
    as_number,
    as_text,
    is_nothing,
    keys_equal_to,
    rank,
)
from builder.formula.expression import (
    Area,
    Call,
    Cell,
    Expression,
    Literal,
    Occurrences,
    Operation,
    Operator,
)
from builder.formula.functions import FUNCTIONS
from builder.formula.surroundings import Argument, Kept, Lookup, Program, Surroundings
from builder.formula.value import ErrorValue, Value


def evaluate(expression: Expression, lookup: Lookup) -> Value:
    """The value of ``expression`` where ``lookup`` gives the value of each cell."""
    return run(compiled(expression), Surroundings(lookup, lookup, Kept({}, {}, {})))


def run(program: Program, around: Surroundings) -> Value:
    """The value of a compiled expression.

    An error is a value here, never an exception, as in a spreadsheet. Operators of the grammar:
    ECMA-376 Part 1, 18.17.2.2.
    """
    try:
        return program(around)
    except FormulaError as error:
        return error.value


def compiled(expression: Expression) -> Program:
    """The program of an expression; where a formula is calculated often, it is compiled once."""
    match expression:
        case Literal():
            value = expression.value
            return lambda _: value
        case Cell():
            return _lookup_of(expression)
        case Operation():
            return _operation(expression)
        case Call():
            arguments = tuple(map(_argument, expression.arguments))
            return partial(FUNCTIONS[expression.function], arguments)
        case Occurrences():
            areas = tuple(area for area, _ in expression.pairs)
            wanted = tuple(compiled(value) for _, value in expression.pairs)
            return partial(_occurrences, areas, wanted)


def _operation(expression: Operation) -> Program:
    if expression.operator is Operator.JOIN:
        return partial(_joined, tuple(map(compiled, _operands(expression))))
    left, right = compiled(expression.left), compiled(expression.right)
    if expression.operator in _OPERATORS:
        operate = _OPERATORS[expression.operator]
        return lambda around: operate(left(around), right(around))
    if expression.right == _NOTHING and expression.operator in _IS_NOTHING:
        wanted = _IS_NOTHING[expression.operator]
        return lambda around: is_nothing(left(around)) is wanted
    return _comparison(ORDERS[expression.operator], left, right)


def _operands(expression: Expression) -> Iterator[Expression]:
    """The texts that are joined one after the other."""
    if isinstance(expression, Operation) and expression.operator is Operator.JOIN:
        yield from _operands(expression.left)
        yield from _operands(expression.right)
    else:
        yield expression


def _joined(programs: tuple[Program, ...], around: Surroundings) -> str:
    return "".join([as_text(program(around)) for program in programs])


def _comparison(order: Order, left: Program, right: Program) -> Program:
    """Whether a comparison holds; values of different kinds compare by kind."""

    def program(around: Surroundings) -> bool:
        one, other = left(around), right(around)
        # Like and like are the commonest.
        if type(one) is Decimal and type(other) is Decimal:
            return order(one, other)
        if type(one) is str and type(other) is str:
            return order(one.casefold(), other.casefold())
        return order(rank(one, other), rank(other, one))

    return program


def _lookup_of(cell: Cell) -> Program:
    def program(around: Surroundings) -> Value:
        value = around.lookup(cell)
        if isinstance(value, ErrorValue):
            raise FormulaError(value)
        return value

    return program


def _argument(source: Expression | Area) -> Argument:
    return Argument(source, _no_value if isinstance(source, Area) else compiled(source))


def _no_value(_: Surroundings) -> Value:
    raise TypeError("this argument is one value, not an area")


def _occurrences(
    areas: tuple[Area, ...], values: tuple[Program, ...], around: Surroundings
) -> Decimal:
    wanted = [value(around) for value in values]
    tally = around.tally(areas)
    for place in range(len(wanted)):
        for row in tally:
            if row[place][0] == ERROR_RANK:
                raise FormulaError(ErrorValue(row[place][2]))
    return Decimal(sum(tally[row] for row in product(*map(keys_equal_to, wanted))))


def _divide(left: Value, right: Value) -> Value:
    dividend, divisor = as_number(left), as_number(right)
    if not divisor:
        raise FormulaError(ErrorValue.DIV0)
    return dividend / divisor


# Half of all comparisons ask whether a cell is empty or shows nothing.
_NOTHING = Literal(value="")
_IS_NOTHING: dict[Operator, bool] = {Operator.EQUAL: True, Operator.DIFFERENT: False}
_OPERATORS: dict[Operator, Callable[[Value, Value], Value]] = {
    Operator.ADD: lambda left, right: as_number(left) + as_number(right),
    Operator.SUBTRACT: lambda left, right: as_number(left) - as_number(right),
    Operator.MULTIPLY: lambda left, right: as_number(left) * as_number(right),
    Operator.DIVIDE: _divide,
}
