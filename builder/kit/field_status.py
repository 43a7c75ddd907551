"""The live words beside the fields of 基本信息, and the rules that choose them."""

from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import (
    AND,
    FALSE,
    FIND,
    IF,
    ISNUMBER,
    LEN,
    MID,
    MOD,
    NOT,
    OR,
    ROUND,
    at_least,
    at_most,
    different,
    equal,
    joined,
    less,
    minus,
    more,
    plus,
    rows_where,
    times,
)
from builder.kit.day_words import is_readable
from builder.kit.status import first_word, is_blank, one_of
from builder.model.credit_code import ALPHABET, LENGTH, WEIGHTS
from builder.model.office import ApplicantField, FieldKind

FILLED = "已填"
UNFILLED = "未填"
INCOMPLETE = "未填全"
OPTIONAL = "选填"
MALFORMED = "格式不符"
CHECK_FAILED = "校验码不符"

FIRST_YEAR, LAST_YEAR = 2000, 2100


def field_status(field: ApplicantField, cells: tuple[Cell, ...], industries: Area) -> Expression:
    """The word for one field; the first that applies."""
    blank = OPTIONAL if not field.required else UNFILLED
    if field.kind is FieldKind.YEARS:
        return _years_status(cells, blank)
    (cell,) = cells
    words = [(is_blank(cell), blank), (NOT(accepts(field, cell, industries)), MALFORMED)]
    if field.kind is FieldKind.CREDIT_CODE:
        words.append((different(_remainder(cell), 0), CHECK_FAILED))
    return first_word(*words, otherwise=FILLED)


def year_status(cell: Cell) -> Expression:
    """The word for the year of application."""
    return first_word((is_blank(cell), UNFILLED), (NOT(is_year(cell)), MALFORMED), otherwise=FILLED)


def year_heading(year: Cell, back: int) -> Expression:
    """The heading of a column of figures: the year so many years before that of application."""
    return IF(is_year(year), joined(minus(year, back), "年"), f"申报前第{back}年")


def is_year(cell: Cell) -> Expression:
    """Whether a cell holds a whole number that can be a year of application."""
    within = AND(at_least(cell, FIRST_YEAR), at_most(cell, LAST_YEAR), equal(ROUND(cell, 0), cell))
    return IF(ISNUMBER(cell), within, FALSE)


def accepts_number(kind: FieldKind, cell: Cell) -> Expression:
    """Whether a cell holds a number; only a figure of a year may be below nought."""
    if kind is FieldKind.YEARS:
        return ISNUMBER(cell)
    return IF(ISNUMBER(cell), at_least(cell, 0), FALSE)


def accepts(field: ApplicantField, cell: Cell, industries: Area) -> Expression:
    """Whether a cell that is not empty holds what its field takes, the check character aside."""
    match field.kind:
        case FieldKind.NUMBER | FieldKind.YEARS:
            return accepts_number(field.kind, cell)
        case FieldKind.DATE:
            return is_readable(cell)
        case FieldKind.EMAIL:
            return _is_email(cell)
        case FieldKind.OPTION:
            return one_of(cell, field.options)
        case FieldKind.INDUSTRY:
            return more(rows_where((industries, cell)), 0)
        case FieldKind.CREDIT_CODE:
            return _is_code(cell)
        case _:
            return at_most(LEN(cell), field.longest)


def _years_status(cells: tuple[Cell, ...], blank: str) -> Expression:
    empty = tuple(map(is_blank, cells))
    strange = (AND(NOT(gap), NOT(ISNUMBER(cell))) for gap, cell in zip(empty, cells, strict=True))
    return first_word(
        (AND(*empty), blank),
        (OR(*strange), MALFORMED),
        (OR(*empty), INCOMPLETE),
        otherwise=FILLED,
    )


def _is_email(cell: Cell) -> Expression:
    place = FIND("@", cell)
    inside = AND(more(place, 1), less(place, LEN(cell)))
    return IF(ISNUMBER(place), inside, FALSE)


def _is_code(cell: Cell) -> Expression:
    """A text of 18 characters, every one of which a code may hold."""
    return AND(NOT(ISNUMBER(cell)), equal(LEN(cell), LENGTH), ISNUMBER(_weighted(cell)))


def _remainder(cell: Cell) -> Expression:
    """What is left of the weighted sum of a code; nothing where its check character is right.

    Every place counts one more than its character is worth, because FIND counts from 1.
    """
    return MOD(minus(_weighted(cell), sum(WEIGHTS)), len(ALPHABET))


def _weighted(cell: Cell) -> Expression:
    terms = (
        times(weight, _place_in(cell, place, ALPHABET))
        for place, weight in enumerate(WEIGHTS, start=1)
    )
    return plus(*terms)


def _place_in(cell: Cell, place: int, signs: str) -> Expression:
    return FIND(MID(cell, place, 1), signs)
