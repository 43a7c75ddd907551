"""The lines of the Python function that calculates an expression.

Operators and functions of the grammar: ECMA-376 Part 1, 18.17.2.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from builder.formula.expression import (
    Area,
    Call,
    Cell,
    Expression,
    Function,
    Literal,
    Occurrences,
    Operation,
    Operator,
)
from builder.formula.functions import AGGREGATES, FUNCTIONS, Kind
from builder.formula.lines import Lines
from builder.formula.phrases import COMPARED, LIKE, NOTHING_SHOWN, TAKEN_FOR

Given = Sequence[Expression | Area]

_NOUGHT, _NOTHING = Literal(value=Decimal(0)), Literal(value="")


class Written(NamedTuple):
    """What gives a value once the lines before it were run: a name, or what fails at nothing."""

    text: str
    kind: Kind


def write(lines: Lines, expression: Expression | Area) -> Written:
    """Write what calculates an expression; raises ``TypeError`` for an area instead of a value."""
    match expression:
        case Area():
            raise TypeError("this argument is one value, not an area")
        case Literal():
            return Written(lines.parameter(expression.value), _kind_of(expression))
        case Cell():
            return Written(lines.named(_looked_up(lines, expression)), Kind.ANY)
        case Operation():
            return _operation(lines, expression)
        case Call(function=function, arguments=given):
            return _call(lines, function, given)
        case Occurrences(pairs=pairs):
            areas = lines.parameter(tuple(area for area, _ in pairs))
            wanted = _sequence(write(lines, value).text for _, value in pairs)
            return Written(lines.named(f"occurrences(book, {areas}, {wanted})"), Kind.NUMBER)


def _kind_of(constant: Literal) -> Kind:
    if isinstance(constant.value, Decimal):
        return Kind.NUMBER
    return Kind.TEXT if isinstance(constant.value, str) else Kind.TRUTH


def _looked_up(lines: Lines, cell: Cell) -> str:
    return f"book[{lines.parameter(cell)}]"


def _sequence(texts: Iterator[str]) -> str:
    return f"({', '.join(texts)},)"


def _taken(lines: Lines, expression: Expression | Area, kind: Kind) -> str:
    """An expression whose value is taken for a kind, and fails at this point if it cannot be."""
    return _as(lines, write(lines, expression), kind)


def _as(lines: Lines, written: Written, kind: Kind) -> str:
    if written.kind is kind:
        return written.text
    return lines.named(TAKEN_FOR[kind].format(_name(lines, written.text)))


def _name(lines: Lines, text: str) -> str:
    """What may be said several times and is worked out once."""
    return text if text.isalnum() else lines.named(text)


def _operation(lines: Lines, expression: Operation) -> Written:
    sign = expression.operator
    if sign in COMPARED:
        return Written(f"({_comparison(lines, expression)})", Kind.TRUTH)
    if sign is Operator.JOIN:
        texts = _sequence(_taken(lines, each, Kind.TEXT) for each in _joined(expression))
        return Written(f"join({texts})", Kind.TEXT)
    sides = write(lines, expression.left), write(lines, expression.right)
    left, right = (_as(lines, side, Kind.NUMBER) for side in sides)
    if sign is Operator.DIVIDE:
        right = _name(lines, right)
        lines.write(f"if not {right}: raise FormulaError(DIV0)")
    return Written(lines.named(f"{left} {sign} {right}"), Kind.NUMBER)


def _joined(expression: Expression) -> Iterator[Expression]:
    """The texts that are joined one after the other."""
    if isinstance(expression, Operation) and expression.operator is Operator.JOIN:
        yield from _joined(expression.left)
        yield from _joined(expression.right)
    else:
        yield expression


def _comparison(lines: Lines, expression: Operation) -> str:
    """Whether it holds; values of different kinds compare by kind, but like ones are commonest."""
    operator = expression.operator
    match expression:
        case Operation(
            operator=Operator.EQUAL,
            left=Call(function=Function.LEN, arguments=(text,)),
            right=Literal(value=Decimal() as length),
        ) if not length:
            return f"not {_taken(lines, text, Kind.TEXT)}"
    sides = write(lines, expression.left), write(lines, expression.right)
    one, other = (_name(lines, side.text) for side in sides)
    if expression.right == _NOTHING and operator in NOTHING_SHOWN:
        return NOTHING_SHOWN[operator].format(one)
    sign = COMPARED[operator]
    general = f"rank({one}, {other}) {sign} rank({other}, {one})"
    for kind, (held_by, like) in LIKE.items():
        if {side.kind for side in sides} <= {kind, Kind.ANY}:
            unsure = [
                f"{side.text}.__class__ is {held_by}" for side in sides if side.kind is Kind.ANY
            ]
            compared = like.format(one, sign, other)
            return f"{compared} if {' and '.join(unsure)} else {general}" if unsure else compared
    return general


def _call(lines: Lines, function: Function, given: Given) -> Written:
    if function in FUNCTIONS:
        takes, gives, _ = FUNCTIONS[function]
        values = [_taken(lines, each, kind) for each, kind in zip(given, takes, strict=True)]
        return Written(lines.named(f"{function}({', '.join(values)})"), gives)
    if function in AGGREGATES:
        numbers = ", ".join([_numbers(lines, each) for each in given])
        return Written(lines.named(f"{function}([{numbers}])"), Kind.NUMBER)
    return _OTHERS[function](lines, given)


def _numbers(lines: Lines, argument: Expression | Area) -> str:
    """The numbers of an argument; texts and truth values in cells do not count."""
    if isinstance(argument, Area):
        return f"*book.numbers({lines.parameter(argument)})"
    if isinstance(argument, Cell):
        value = lines.named(_looked_up(lines, argument))
        return f"*(({value},) if {value}.__class__ is Decimal else ())"
    return _taken(lines, argument, Kind.NUMBER)


def _and(lines: Lines, given: Given) -> Written:
    return Written(f"({' and '.join(_truths(lines, given))})", Kind.TRUTH)


def _or(lines: Lines, given: Given) -> Written:
    return Written(f"({' or '.join(_truths(lines, given))})", Kind.TRUTH)


def _truths(lines: Lines, given: Given) -> list[str]:
    """The truths of all arguments, of which none may be left out: any can be an error."""
    return [_taken(lines, each, Kind.TRUTH) for each in given]


def _not(lines: Lines, given: Given) -> Written:
    return Written(f"(not {_taken(lines, given[0], Kind.TRUTH)})", Kind.TRUTH)


def _if(lines: Lines, given: Given) -> Written:
    condition, then, otherwise = given
    truth, result = _taken(lines, condition, Kind.TRUTH), lines.new_name()
    kinds: set[Kind] = set()
    for head, branch in ((f"if {truth}:", then), ("else:", otherwise)):
        with lines.block(head):
            written = write(lines, branch)
            lines.write(f"{result} = {written.text}")
        kinds.add(written.kind)
    return Written(result, kinds.pop() if len(kinds) == 1 else Kind.ANY)


def _is_number(lines: Lines, given: Given) -> Written:
    """An error is not a number, and asking whether it is one is no error."""
    if isinstance(given[0], Cell) and lines.has_name(_looked_up(lines, given[0])):
        return Written(f"({write(lines, given[0]).text}.__class__ is Decimal)", Kind.TRUTH)
    result = lines.new_name()
    with lines.block("try:"):
        value = _name(lines, write(lines, given[0]).text)
        lines.write(f"{result} = {value}.__class__ is Decimal")
    with lines.block("except FormulaError:"):
        lines.write(f"{result} = False")
    return Written(result, Kind.TRUTH)


def _hyperlink(lines: Lines, given: Given) -> Written:
    """The text a link shows; where it leads is no value, but may be an error."""
    where, shown = given
    write(lines, where)
    return write(lines, shown)


def _count(lines: Lines, given: Given) -> Written:
    """COUNTIF and COUNTIFS: equality for criteria without wildcards or comparison signs."""
    areas = lines.parameter(tuple(map(_area, given[::2])))
    keys = _sequence(f"sought({write(lines, each).text})" for each in given[1::2])
    return Written(f"Decimal(book.tally({areas})[{keys}])", Kind.NUMBER)


def _index(lines: Lines, given: Given) -> Written:
    area = lines.parameter(_area(given[0]))
    place = _taken(lines, given[1], Kind.NUMBER)
    return Written(lines.named(f"item_of(book, {area}, {place})"), Kind.ANY)


def _match(lines: Lines, given: Given) -> Written:
    wanted, area, kind = given
    if kind != _NOUGHT:
        raise TypeError("only an exact match is asked for")
    key, column = f"sought({write(lines, wanted).text})", lines.parameter(_area(area))
    return Written(lines.named(f"place_in(book, {key}, {column})"), Kind.NUMBER)


def _rank(lines: Lines, given: Given) -> Written:
    wanted, area = _taken(lines, given[0], Kind.NUMBER), lines.parameter(_area(given[1]))
    return Written(lines.named(f"rank_in(book, {wanted}, {area})"), Kind.NUMBER)


def _area(argument: Expression | Area) -> Area:
    if not isinstance(argument, Area):
        raise TypeError("this argument is an area of cells")
    return argument


_OTHERS: Mapping[Function, Callable[[Lines, Given], Written]] = {
    Function.AND: _and,
    Function.COUNTIF: _count,
    Function.COUNTIFS: _count,
    Function.HYPERLINK: _hyperlink,
    Function.IF: _if,
    Function.INDEX: _index,
    Function.ISNUMBER: _is_number,
    Function.MATCH: _match,
    Function.NOT: _not,
    Function.OR: _or,
    Function.RANK: _rank,
}
