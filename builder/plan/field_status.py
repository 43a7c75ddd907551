"""The live words beside the fields of 基本信息, and the rules that choose them."""

from builder.formula.expression import (
    Area,
    Cell,
    Expression,
    Function,
    Literal,
    Occurrences,
    Operator,
    call,
    chained,
    number,
    operation,
    text,
)
from builder.model.credit_code import ALPHABET, LENGTH, WEIGHTS
from builder.model.office import ApplicantField, FieldKind
from builder.plan.status import first_word, is_blank

FILLED = "已填"
UNFILLED = "未填"
INCOMPLETE = "未填全"
OPTIONAL = "选填"
MALFORMED = "格式不符"
CHECK_FAILED = "校验码不符"

FIRST_YEAR, LAST_YEAR = 2000, 2100
_DIGITS = "0123456789"
# Places of the signs of a day such as 2015-03-01, and of its month alone.
_DAY_LENGTH, _MONTH_LENGTH = 10, 7
_DASHES = (5, 8)


def field_status(field: ApplicantField, cells: tuple[Cell, ...], industries: Area) -> Expression:
    """The word for one field; the first that applies."""
    blank = OPTIONAL if not field.required else UNFILLED
    if field.kind is FieldKind.YEARS:
        return _years_status(cells, blank)
    (cell,) = cells
    wrong = call(Function.NOT, accepts(field, cell, industries))
    words = [(is_blank(cell), blank), (wrong, MALFORMED)]
    if field.kind is FieldKind.CREDIT_CODE:
        unsound = operation(_remainder(cell), Operator.DIFFERENT, number(0))
        return first_word(*words, (unsound, CHECK_FAILED), otherwise=FILLED)
    return first_word(*words, otherwise=FILLED)


def year_status(cell: Cell) -> Expression:
    """The word for the year of application."""
    wrong = call(Function.NOT, is_year(cell))
    return first_word((is_blank(cell), UNFILLED), (wrong, MALFORMED), otherwise=FILLED)


def year_heading(year: Cell, back: int) -> Expression:
    """The heading of a column of figures: the year so many years before that of application."""
    before = operation(year, Operator.SUBTRACT, number(back))
    named = operation(before, Operator.JOIN, text("年"))
    return call(Function.IF, is_year(year), named, text(f"申报前第{back}年"))


def is_year(cell: Cell) -> Expression:
    """Whether a cell holds a whole number that can be a year of application."""
    within = call(
        Function.AND,
        operation(cell, Operator.AT_LEAST, number(FIRST_YEAR)),
        operation(cell, Operator.AT_MOST, number(LAST_YEAR)),
        operation(call(Function.ROUND, cell, number(0)), Operator.EQUAL, cell),
    )
    return _if_number(cell, within)


def accepts_number(kind: FieldKind, cell: Cell) -> Expression:
    """Whether a cell holds a number; only a figure of a year may be below nought."""
    if kind is FieldKind.YEARS:
        return _is_number(cell)
    return _if_number(cell, operation(cell, Operator.AT_LEAST, number(0)))


def accepts(field: ApplicantField, cell: Cell, industries: Area) -> Expression:
    """Whether a cell that is not empty holds what its field takes, the check character aside."""
    match field.kind:
        case FieldKind.NUMBER | FieldKind.YEARS:
            return accepts_number(field.kind, cell)
        case FieldKind.DATE:
            return _is_date(cell)
        case FieldKind.EMAIL:
            return _is_email(cell)
        case FieldKind.OPTION:
            same = (operation(cell, Operator.EQUAL, text(option)) for option in field.options)
            return call(Function.OR, *same)
        case FieldKind.INDUSTRY:
            found = Occurrences(pairs=((industries, cell),))
            return operation(found, Operator.MORE, number(0))
        case FieldKind.CREDIT_CODE:
            return _is_code(cell)
        case _:
            return operation(_length(cell), Operator.AT_MOST, number(field.longest))


def _years_status(cells: tuple[Cell, ...], blank: str) -> Expression:
    empty = tuple(map(is_blank, cells))
    strange = (
        call(Function.AND, call(Function.NOT, gap), call(Function.NOT, _is_number(cell)))
        for gap, cell in zip(empty, cells, strict=True)
    )
    return first_word(
        (call(Function.AND, *empty), blank),
        (call(Function.OR, *strange), MALFORMED),
        (call(Function.OR, *empty), INCOMPLETE),
        otherwise=FILLED,
    )


def _is_date(cell: Cell) -> Expression:
    """A number that spreadsheets show as a day, or the text of a day or a month."""
    places = [place for place in range(1, _DAY_LENGTH + 1) if place not in _DASHES]
    month = (
        *(_one_of(cell, place, _DIGITS) for place in places if place <= _MONTH_LENGTH),
        _one_of(cell, _DASHES[0], "-"),
    )
    day = (
        *(_one_of(cell, place, _DIGITS) for place in places if place > _MONTH_LENGTH),
        _one_of(cell, _DASHES[1], "-"),
    )
    rest = call(
        Function.OR,
        operation(_length(cell), Operator.EQUAL, number(_MONTH_LENGTH)),
        call(Function.AND, operation(_length(cell), Operator.EQUAL, number(_DAY_LENGTH)), *day),
    )
    positive = operation(cell, Operator.MORE, number(0))
    return call(Function.IF, _is_number(cell), positive, call(Function.AND, *month, rest))


def _is_email(cell: Cell) -> Expression:
    place = call(Function.FIND, text("@"), cell)
    inside = call(
        Function.AND,
        operation(place, Operator.MORE, number(1)),
        operation(place, Operator.LESS, _length(cell)),
    )
    return call(Function.IF, call(Function.ISNUMBER, place), inside, Literal(value=False))


def _is_code(cell: Cell) -> Expression:
    """A text of 18 characters, every one of which a code may hold."""
    return call(
        Function.AND,
        call(Function.NOT, _is_number(cell)),
        operation(_length(cell), Operator.EQUAL, number(LENGTH)),
        call(Function.ISNUMBER, _weighted(cell)),
    )


def _remainder(cell: Cell) -> Expression:
    """What is left of the weighted sum of a code; nothing where its check character is right.

    Every place counts one more than its character is worth, because FIND counts from 1.
    """
    surplus = operation(_weighted(cell), Operator.SUBTRACT, number(sum(WEIGHTS)))
    return call(Function.MOD, surplus, number(len(ALPHABET)))


def _weighted(cell: Cell) -> Expression:
    terms = (
        operation(number(weight), Operator.MULTIPLY, _place_in(cell, place, ALPHABET))
        for place, weight in enumerate(WEIGHTS, start=1)
    )
    return chained(Operator.ADD, *terms)


def _one_of(cell: Cell, place: int, signs: str) -> Expression:
    return call(Function.ISNUMBER, _place_in(cell, place, signs))


def _place_in(cell: Cell, place: int, signs: str) -> Expression:
    sign = call(Function.MID, cell, number(place), number(1))
    return call(Function.FIND, sign, text(signs))


def _if_number(cell: Cell, rule: Expression) -> Expression:
    return call(Function.IF, _is_number(cell), rule, Literal(value=False))


def _is_number(cell: Cell) -> Expression:
    return call(Function.ISNUMBER, cell)


def _length(cell: Cell) -> Expression:
    return call(Function.LEN, cell)
