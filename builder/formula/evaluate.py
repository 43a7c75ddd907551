"""The exact value of an expression, as a spreadsheet would calculate it but in decimals."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from builder.formula.expression import (
    Area,
    Call,
    Cell,
    Expression,
    Function,
    Literal,
    Operation,
    Operator,
)
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value

Lookup = Callable[[Cell], Value]
Arguments = tuple[Expression | Area, ...]


class FormulaError(ArithmeticError):
    """An error value on its way up through a formula."""

    def __init__(self, value: ErrorValue) -> None:
        """Carry ``value`` to the cell that shows it."""
        super().__init__(value)
        self.value = value


def evaluate(expression: Expression, lookup: Lookup) -> Value:
    """The value of ``expression`` where ``lookup`` gives the value of each cell.

    An error is a value here, never an exception, as in a spreadsheet. Operators of the grammar:
    ECMA-376 Part 1, 18.17.2.2.
    """
    try:
        return _value(expression, lookup)
    except FormulaError as error:
        return error.value


def _value(expression: Expression, lookup: Lookup) -> Value:
    match expression:
        case Literal():
            return expression.value
        case Cell():
            return _sound(lookup(expression))
        case Operation():
            left = _value(expression.left, lookup)
            right = _value(expression.right, lookup)
            return _operate(expression.operator, left, right)
        case Call():
            return _FUNCTIONS[expression.function](expression.arguments, lookup)


def _sound(value: Value) -> Value:
    if isinstance(value, ErrorValue):
        raise FormulaError(value)
    return value


def _operate(operator: Operator, left: Value, right: Value) -> Value:
    match operator:
        case Operator.ADD:
            return _number(left) + _number(right)
        case Operator.SUBTRACT:
            return _number(left) - _number(right)
        case Operator.MULTIPLY:
            return _number(left) * _number(right)
        case Operator.DIVIDE:
            divisor = _number(right)
            if not divisor:
                raise FormulaError(ErrorValue.DIV0)
            return _number(left) / divisor
        case Operator.JOIN:
            return _text(left) + _text(right)
        case _:
            return _compare(operator, left, right)


def _compare(operator: Operator, left: Value, right: Value) -> bool:
    first, second = _rank(left, right), _rank(right, left)
    match operator:
        case Operator.EQUAL:
            return first == second
        case Operator.DIFFERENT:
            return first != second
        case Operator.LESS:
            return first < second
        case Operator.AT_MOST:
            return first <= second
        case Operator.MORE:
            return first > second
        case _:
            return first >= second


def _rank(value: Value, other: Value) -> tuple[int, Decimal, str]:
    """A key that orders numbers before texts before truth values, texts without regard to case."""
    if value is None:
        value = "" if isinstance(other, str) else False if isinstance(other, bool) else Decimal(0)
    match value:
        case bool():
            return 2, Decimal(value), ""
        case Decimal():
            return 0, value, ""
        case _:
            return 1, Decimal(0), value.casefold()


def _number(value: Value) -> Decimal:
    match value:
        case None:
            return Decimal(0)
        case bool():
            return Decimal(value)
        case Decimal():
            return value
        case _:
            raise FormulaError(ErrorValue.VALUE)


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return plain_number(value)
        case _:
            return value


def _truth(value: Value) -> bool:
    if isinstance(value, str):
        raise FormulaError(ErrorValue.VALUE)
    return bool(value)


def _cells(area: Expression | Area) -> tuple[Cell, ...]:
    if not isinstance(area, Area):
        raise TypeError("this argument is an area of cells")
    return area.cells


def _single(argument: Expression | Area, lookup: Lookup) -> Value:
    if isinstance(argument, Area):
        raise TypeError("this argument is one value")
    return _value(argument, lookup)


def _numbers(arguments: Arguments, lookup: Lookup) -> list[Decimal]:
    """The numbers among the arguments; texts and truth values in cells do not count."""
    found: list[Decimal] = []
    for argument in arguments:
        cells = argument.cells if isinstance(argument, Area) else ()
        values = [_sound(lookup(cell)) for cell in cells]
        if not isinstance(argument, Area):
            values = [_value(argument, lookup)]
            if not isinstance(argument, Cell):
                values = [_number(values[0])]
        found.extend(value for value in values if isinstance(value, Decimal))
    return found


def _matches(value: Value, wanted: Value) -> bool:
    """COUNTIF's equality for criteria without wildcards or comparison signs."""
    return value is not None and _rank(value, wanted) == _rank(wanted, value)


def _and(arguments: Arguments, lookup: Lookup) -> Value:
    truths = [_truth(_single(argument, lookup)) for argument in arguments]
    return all(truths)


def _or(arguments: Arguments, lookup: Lookup) -> Value:
    truths = [_truth(_single(argument, lookup)) for argument in arguments]
    return any(truths)


def _not(arguments: Arguments, lookup: Lookup) -> Value:
    return not _truth(_single(arguments[0], lookup))


def _if(arguments: Arguments, lookup: Lookup) -> Value:
    condition, then, otherwise = arguments
    return _single(then if _truth(_single(condition, lookup)) else otherwise, lookup)


def _is_number(arguments: Arguments, lookup: Lookup) -> Value:
    argument = arguments[0]
    if isinstance(argument, Cell):
        return isinstance(lookup(argument), Decimal)
    return isinstance(_single(argument, lookup), Decimal)


def _len(arguments: Arguments, lookup: Lookup) -> Value:
    # Excel counts UTF-16 code units.
    units = _text(_single(arguments[0], lookup)).encode("utf-16-le")
    return Decimal(len(units) // 2)


def _round(arguments: Arguments, lookup: Lookup) -> Value:
    value, digits = (_number(_single(argument, lookup)) for argument in arguments)
    return value.quantize(Decimal(1).scaleb(-int(digits)), rounding=ROUND_HALF_UP)


def _sum(arguments: Arguments, lookup: Lookup) -> Value:
    return sum(_numbers(arguments, lookup), Decimal(0))


def _min(arguments: Arguments, lookup: Lookup) -> Value:
    return min(_numbers(arguments, lookup), default=Decimal(0))


def _max(arguments: Arguments, lookup: Lookup) -> Value:
    return max(_numbers(arguments, lookup), default=Decimal(0))


def _countif(arguments: Arguments, lookup: Lookup) -> Value:
    area, criterion = arguments
    wanted = _single(criterion, lookup)
    return Decimal(sum(_matches(lookup(cell), wanted) for cell in _cells(area)))


def _countifs(arguments: Arguments, lookup: Lookup) -> Value:
    areas = [_cells(area) for area in arguments[::2]]
    wanted = [_single(criterion, lookup) for criterion in arguments[1::2]]
    return Decimal(
        sum(
            all(_matches(lookup(cell), want) for cell, want in zip(row, wanted, strict=True))
            for row in zip(*areas, strict=True)
        )
    )


_FUNCTIONS: dict[Function, Callable[[Arguments, Lookup], Value]] = {
    Function.AND: _and,
    Function.COUNTIF: _countif,
    Function.COUNTIFS: _countifs,
    Function.IF: _if,
    Function.ISNUMBER: _is_number,
    Function.LEN: _len,
    Function.MAX: _max,
    Function.MIN: _min,
    Function.NOT: _not,
    Function.OR: _or,
    Function.ROUND: _round,
    Function.SUM: _sum,
}
