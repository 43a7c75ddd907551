"""The functions formulas may call, as a spreadsheet calculates them but in decimals."""

from collections.abc import Callable
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from builder.formula.coercion import FormulaError, as_number, as_text, as_truth, rank, sound
from builder.formula.expression import Area, Cell, Function
from builder.formula.surroundings import Argument, Arguments, Surroundings
from builder.formula.value import ErrorValue, Value

_ZERO = Decimal(0)
# Bytes of a UTF-16 code unit.
_UNIT = 2


def _area(argument: Argument) -> Area:
    if not isinstance(argument.source, Area):
        raise TypeError("this argument is an area of cells")
    return argument.source


def _numbers(arguments: Arguments, around: Surroundings) -> list[Decimal]:
    """The numbers among the arguments; texts and truth values in cells do not count."""
    found: list[Decimal] = []
    for argument in arguments:
        source = argument.source
        if isinstance(source, Area):
            found += _numbers_in(source, around)
            continue
        value = argument.value(around)
        if not isinstance(source, Cell):
            value = as_number(value)
        if isinstance(value, Decimal):
            found.append(value)
    return found


def _numbers_in(area: Area, around: Surroundings) -> list[Decimal]:
    return [value for value in map(sound, around.values(area)) if isinstance(value, Decimal)]


def _and(arguments: Arguments, around: Surroundings) -> Value:
    truths = [as_truth(argument.value(around)) for argument in arguments]
    return all(truths)


def _or(arguments: Arguments, around: Surroundings) -> Value:
    truths = [as_truth(argument.value(around)) for argument in arguments]
    return any(truths)


def _not(arguments: Arguments, around: Surroundings) -> Value:
    return not as_truth(arguments[0].value(around))


def _if(arguments: Arguments, around: Surroundings) -> Value:
    condition, then, otherwise = arguments
    return (then if as_truth(condition.value(around)) else otherwise).value(around)


def _is_number(arguments: Arguments, around: Surroundings) -> Value:
    # An error is not a number, and asking whether it is one is no error.
    try:
        return isinstance(arguments[0].value(around), Decimal)
    except FormulaError:
        return False


def _len(arguments: Arguments, around: Surroundings) -> Value:
    return Decimal(len(_units(arguments[0].value(around))) // _UNIT)


def _units(value: Value) -> bytes:
    """A text as the UTF-16 code units by which Excel counts it; a half of a pair may be left."""
    return as_text(value).encode("utf-16-le", "surrogatepass")


def _mid(arguments: Arguments, around: Surroundings) -> Value:
    words = _units(arguments[0].value(around))
    first, count = (int(as_number(item.value(around))) for item in arguments[1:])
    if first < 1 or count < 0:
        raise FormulaError(ErrorValue.VALUE)
    start = (first - 1) * _UNIT
    return words[start : start + count * _UNIT].decode("utf-16-le", "surrogatepass")


def _find(arguments: Arguments, around: Surroundings) -> Value:
    """The place of a text in another from its beginning, counted from 1, cases told apart."""
    wanted, words = (as_text(argument.value(around)) for argument in arguments)
    place = words.find(wanted)
    if place < 0:
        raise FormulaError(ErrorValue.VALUE)
    return Decimal(len(_units(words[:place])) // _UNIT + 1)


def _mod(arguments: Arguments, around: Surroundings) -> Value:
    """The remainder with the sign of the divisor."""
    dividend, divisor = (as_number(argument.value(around)) for argument in arguments)
    if not divisor:
        raise FormulaError(ErrorValue.DIV0)
    remainder = dividend % divisor
    return remainder + divisor if remainder and (remainder < 0) != (divisor < 0) else remainder


def _round(arguments: Arguments, around: Surroundings) -> Value:
    value, places = (as_number(argument.value(around)) for argument in arguments)
    # A number as large as a cell can hold keeps more digits than decimals do by default.
    room = Context(prec=abs(value.adjusted()) + abs(int(places)) + 2)
    return value.quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP, context=room)


def _int(arguments: Arguments, around: Surroundings) -> Value:
    return as_number(arguments[0].value(around)).to_integral_value(rounding=ROUND_FLOOR)


def _sum(arguments: Arguments, around: Surroundings) -> Value:
    return sum(_numbers(arguments, around), Decimal(0))


def _min(arguments: Arguments, around: Surroundings) -> Value:
    return min(_numbers(arguments, around), default=Decimal(0))


def _max(arguments: Arguments, around: Surroundings) -> Value:
    return max(_numbers(arguments, around), default=Decimal(0))


def _average(arguments: Arguments, around: Surroundings) -> Value:
    numbers = _numbers(arguments, around)
    if not numbers:
        raise FormulaError(ErrorValue.DIV0)
    return sum(numbers, _ZERO) / len(numbers)


def _median(arguments: Arguments, around: Surroundings) -> Value:
    """The middle number, or the mean of the two in the middle."""
    numbers = sorted(_numbers(arguments, around))
    if not numbers:
        raise FormulaError(ErrorValue.NUM)
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2


def _rank(arguments: Arguments, around: Surroundings) -> Value:
    """RANK from the greatest down: one more than how many numbers are greater."""
    wanted, area = as_number(arguments[0].value(around)), _area(arguments[1])
    numbers = _numbers_in(area, around)
    if wanted not in numbers:
        raise FormulaError(ErrorValue.NA)
    return Decimal(1 + sum(number > wanted for number in numbers))


def _count(arguments: Arguments, around: Surroundings) -> Value:
    return Decimal(len(_numbers(arguments, around)))


def _countif(arguments: Arguments, around: Surroundings) -> Value:
    """COUNTIF and COUNTIFS: equality for criteria without wildcards or comparison signs."""
    areas = tuple(_area(area) for area in arguments[::2])
    # An empty cell asked for means 0, and never other empty cells.
    wanted = tuple(rank(item.value(around), Decimal(0)) for item in arguments[1::2])
    return Decimal(around.tally(areas)[wanted])


def _index(arguments: Arguments, around: Surroundings) -> Value:
    """INDEX of a column: the value so many cells down it, from 1; outside it is an error."""
    area, place = _area(arguments[0]), as_number(arguments[1].value(around))
    row = area.first_row + int(place) - 1
    if not area.first_row <= row <= area.last_row:
        raise FormulaError(ErrorValue.REF)
    return sound(around.book(Cell(area.sheet, row, area.column)))


def _match(arguments: Arguments, around: Surroundings) -> Value:
    """MATCH with an exact match: how many cells down a column the first equal one is."""
    wanted, area, kind = arguments
    if kind.value(around) != 0:
        raise TypeError("only an exact match is asked for")
    key = rank(wanted.value(around), _ZERO)
    keys = around.keys(_area(area))
    if key not in keys:
        raise FormulaError(ErrorValue.NA)
    return Decimal(keys.index(key) + 1)


def _rept(arguments: Arguments, around: Surroundings) -> Value:
    times = as_number(arguments[1].value(around))
    if times < 0:
        raise FormulaError(ErrorValue.VALUE)
    return as_text(arguments[0].value(around)) * int(times)


def _substitute(arguments: Arguments, around: Surroundings) -> Value:
    words, old, new = (as_text(argument.value(around)) for argument in arguments)
    return words.replace(old, new) if old else words


def _trim(arguments: Arguments, around: Surroundings) -> Value:
    """TRIM: no space before, after, or beside another; only U+0020 is one."""
    words = as_text(arguments[0].value(around)).split(" ")
    return " ".join(word for word in words if word)


def _hyperlink(arguments: Arguments, around: Surroundings) -> Value:
    """The text a link shows; where it leads is no value."""
    arguments[0].value(around)
    return arguments[1].value(around)


FUNCTIONS: dict[Function, Callable[[Arguments, Surroundings], Value]] = {
    Function.AND: _and,
    Function.AVERAGE: _average,
    Function.COUNT: _count,
    Function.COUNTIF: _countif,
    Function.COUNTIFS: _countif,
    Function.FIND: _find,
    Function.HYPERLINK: _hyperlink,
    Function.IF: _if,
    Function.INDEX: _index,
    Function.INT: _int,
    Function.ISNUMBER: _is_number,
    Function.LEN: _len,
    Function.MATCH: _match,
    Function.MAX: _max,
    Function.MEDIAN: _median,
    Function.MID: _mid,
    Function.MIN: _min,
    Function.MOD: _mod,
    Function.NOT: _not,
    Function.OR: _or,
    Function.RANK: _rank,
    Function.REPT: _rept,
    Function.ROUND: _round,
    Function.SUBSTITUTE: _substitute,
    Function.SUM: _sum,
    Function.TRIM: _trim,
}
