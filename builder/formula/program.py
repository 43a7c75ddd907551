"""What an expression comes to with the cells of a book: in decimals, else as a spreadsheet does.

Every cell of every returned file is calculated again, so the tree is not walked each time: once,
each of its nodes becomes a function that calls those of its parts. Operators and functions of the
grammar: ECMA-376 Part 1, 18.17.2.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from builder.formula.book import Book, Program
from builder.formula.coercion import (
    FormulaError,
    as_number,
    as_text,
    as_truth,
    is_nothing,
    rank,
    sought,
)
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
from builder.formula.functions import (
    AGGREGATES,
    ARITHMETIC,
    COMPARISONS,
    FUNCTIONS,
    contained_part,
    containing,
    item_of,
    largest_in,
    occurrences,
    place_in,
    rank_in,
)
from builder.formula.render import Locate
from builder.formula.value import Value
from builder.frozen import frozen

Cells = tuple[Cell, ...]
# What a node comes to, with the cells that its expression names, in this book.
Node = Callable[[Cells, Book], Value]
# The cells that an expression names, and the place of each among them.
Named = dict[Cell, int]
Given = tuple[Expression | Area, ...]

_NOUGHT, _NOTHING = Literal(value=Decimal(0)), Literal(value="")


@frozen
class Recipe:
    """How an expression is calculated, which like rows share, and the cells that it names."""

    calculate: Node
    cells: Cells

    def program(self, meant: Locate) -> Program:
        """The program in which each cell stands for the one that is ``meant``."""
        return partial(self.calculate, tuple(map(meant, self.cells)))


def compiled(expression: Expression) -> Recipe:
    """The recipe of an expression; raises ``TypeError`` for an area where a value is wanted."""
    named: Named = {}
    return Recipe(calculate=_node(expression, named), cells=tuple(named))


def exact(expression: Expression) -> Value:
    """What an expression of constants comes to."""
    return compiled(expression).program(lambda cell: cell)(Book({}, {}, lambda _: None, {}))


def _node(expression: Expression | Area, named: Named) -> Node:
    match expression:
        case Area():
            raise TypeError("this argument is one value, not an area")
        case Literal(value=constant):
            return lambda _cells, _book: constant
        case Cell():
            place = named.setdefault(expression, len(named))
            return lambda cells, book: book[cells[place]]
        case Operation(operator=Operator.JOIN):
            texts = [_node(each, named) for each in _joined(expression)]
            return _of_all("".join, as_text, *texts)
        case Operation():
            return _operation(expression, named)
        case Occurrences(pairs=pairs):
            areas = tuple(area for area, _ in pairs)
            values = [_node(value, named) for _, value in pairs]
            return lambda cells, book: occurrences(
                book, areas, tuple([value(cells, book) for value in values])
            )
        case Call(function=function, arguments=given):
            if function in _OF_AREAS:
                return _OF_AREAS[function](given, named)
            if function in _OF_TRUTHS:
                return _OF_TRUTHS[function](given, named)
            return _OF_VALUES[function](*[_node(each, named) for each in given])


def _joined(expression: Expression) -> Iterator[Expression]:
    """The texts that are joined one after the other."""
    if isinstance(expression, Operation) and expression.operator is Operator.JOIN:
        yield from _joined(expression.left)
        yield from _joined(expression.right)
    else:
        yield expression


def _operation(expression: Operation, named: Named) -> Node:
    sign = expression.operator
    left, right = _node(expression.left, named), _node(expression.right, named)
    if sign in ARITHMETIC:
        return _arithmetic(ARITHMETIC[sign], left, right)
    if expression.right == _NOTHING and sign in {Operator.EQUAL, Operator.DIFFERENT}:
        wanted = sign is Operator.EQUAL
        return lambda cells, book: is_nothing(left(cells, book)) is wanted
    return _comparison(COMPARISONS[sign], left, right)


def _arithmetic(apply: Callable[[Decimal, Decimal], Decimal], left: Node, right: Node) -> Node:
    def node(cells: Cells, book: Book) -> Decimal:
        # An error on either side comes before a text that is no number.
        one, other = left(cells, book), right(cells, book)
        return apply(as_number(one), as_number(other))

    return node


def _comparison(holds: Callable[..., bool], left: Node, right: Node) -> Node:
    def node(cells: Cells, book: Book) -> bool:
        one, other = left(cells, book), right(cells, book)
        if isinstance(one, Decimal) and isinstance(other, Decimal):  # the commonest
            return holds(one, other)
        return holds(rank(one, other), rank(other, one))

    return node


def _plain(function: Function, *given: Node) -> Node:
    takes, apply = FUNCTIONS[function]
    values = tuple(zip(takes, given, strict=True))
    return lambda cells, book: apply(*[take(value(cells, book)) for take, value in values])


def _of_all(apply: Callable[..., Value], take: Callable[[Value], object], *given: Node) -> Node:
    """All are calculated, whatever the first come to, because any can be an error."""
    return lambda cells, book: apply([take(each(cells, book)) for each in given])


def _truth(expression: Expression | Area, named: Named) -> Node:
    """What an expression comes to as a truth value; most say nothing else."""
    node = _node(expression, named)
    match expression:
        case Operation(operator=sign) if sign in COMPARISONS:
            return node
        case Call(function=function) if function in _SAYING_TRUTH:
            return node
        case _:
            return lambda cells, book: as_truth(node(cells, book))


def _truths(apply: Callable[[list[Value]], bool], given: Given, named: Named) -> Node:
    """All are calculated here, too."""
    values = [_truth(each, named) for each in given]
    return lambda cells, book: apply([value(cells, book) for value in values])


def _if(given: Given, named: Named) -> Node:
    condition = _truth(given[0], named)
    then, otherwise = (_node(each, named) for each in given[1:])
    return lambda cells, book: (
        then(cells, book) if condition(cells, book) else otherwise(cells, book)
    )


def _is_number(value: Node) -> Node:
    """An error is not a number, and asking whether it is one is no error."""

    def node(cells: Cells, book: Book) -> bool:
        try:
            return isinstance(value(cells, book), Decimal)
        except FormulaError:
            return False

    return node


def _hyperlink(where: Node, shown: Node) -> Node:
    """The text a link shows; where it leads is no value, but may be an error."""
    return lambda cells, book: (where(cells, book), shown(cells, book))[1]


def _aggregate(function: Function, given: Given, named: Named) -> Node:
    apply, parts = AGGREGATES[function], [_numbers(each, named) for each in given]
    return lambda cells, book: apply([each for part in parts for each in part(cells, book)])


def _numbers(
    argument: Expression | Area, named: Named
) -> Callable[[Cells, Book], Sequence[Decimal]]:
    """The numbers of an argument; texts and truth values in cells do not count."""
    if isinstance(argument, Area):
        return lambda _cells, book: book.numbers(argument)
    value, in_cell = _node(argument, named), isinstance(argument, Cell)

    def numbers(cells: Cells, book: Book) -> Sequence[Decimal]:
        found = value(cells, book)
        return () if in_cell and not isinstance(found, Decimal) else (as_number(found),)

    return numbers


def _count(given: Given, named: Named) -> Node:
    """COUNTIF and COUNTIFS: equality, or that a constant between two asterisks is contained."""
    areas = tuple(map(_area, given[::2]))
    wanted = [each.value for each in given[1::2] if isinstance(each, Literal)]
    if len(wanted) == len(areas):
        if any(map(contained_part, wanted)):
            return lambda _cells, book: containing(book, areas, wanted)
        keys = tuple(map(sought, wanted))
        return lambda _cells, book: Decimal(book.tally(areas)[keys])
    values = [_node(each, named) for each in given[1::2]]
    return lambda cells, book: Decimal(
        book.tally(areas)[tuple([sought(value(cells, book)) for value in values])]
    )


def _index(given: Given, named: Named) -> Node:
    area, place = _area(given[0]), _node(given[1], named)
    return lambda cells, book: item_of(book, area, as_number(place(cells, book)))


def _large(given: Given, named: Named) -> Node:
    area, place = _area(given[0]), _node(given[1], named)
    return lambda cells, book: largest_in(book, area, as_number(place(cells, book)))


def _match(given: Given, named: Named) -> Node:
    wanted, area, kind = _node(given[0], named), _area(given[1]), given[2]
    if kind != _NOUGHT:
        raise TypeError("only an exact match is asked for")
    return lambda cells, book: place_in(book, sought(wanted(cells, book)), area)


def _rank(given: Given, named: Named) -> Node:
    wanted, area = _node(given[0], named), _area(given[1])
    return lambda cells, book: rank_in(book, as_number(wanted(cells, book)), area)


def _area(argument: Expression | Area) -> Area:
    if not isinstance(argument, Area):
        raise TypeError("this argument is an area of cells")
    return argument


_OF_VALUES: Mapping[Function, Callable[..., Node]] = {
    **{function: partial(_plain, function) for function in FUNCTIONS},
    Function.HYPERLINK: _hyperlink,
    Function.ISNUMBER: _is_number,
}
_OF_TRUTHS: Mapping[Function, Callable[[Given, Named], Node]] = {
    Function.AND: partial(_truths, all),
    Function.IF: _if,
    Function.OR: partial(_truths, any),
}
_SAYING_TRUTH = frozenset({Function.AND, Function.ISNUMBER, Function.NOT, Function.OR})
_OF_AREAS: Mapping[Function, Callable[[Given, Named], Node]] = {
    **{function: partial(_aggregate, function) for function in AGGREGATES},
    Function.COUNTIF: _count,
    Function.COUNTIFS: _count,
    Function.INDEX: _index,
    Function.LARGE: _large,
    Function.MATCH: _match,
    Function.RANK: _rank,
}
