"""The live words that say how far a row has come, and the rule that chooses them."""

from decimal import Decimal

from builder.formula.expression import (
    Area,
    Cell,
    Expression,
    Function,
    Occurrences,
    Operator,
    call,
    number,
    operation,
    text,
)

BLANK = "未评"
NOT_A_NUMBER = "非数字"
OFF_STEP = "不合步长"
OVER = "超分"
UNPROVED = "缺证据"
DONE = "完成"

EVIDENCE_VALID = "有效"
EVIDENCE_NO_INDICATOR = "未选指标"
EVIDENCE_UNKNOWN = "指标不符"
EVIDENCE_NO_NAME = "缺名称"

# Decimal places at which two steps of a score can no longer be told apart by a spreadsheet.
_STEP_PLACES = 6


def on_step(score: Expression, step: Decimal) -> Expression:
    """Whether a score is a whole number of steps, safe from binary rounding."""
    steps = operation(score, Operator.DIVIDE, number(step))
    return operation(
        call(Function.ROUND, steps, number(_STEP_PLACES)),
        Operator.EQUAL,
        call(Function.ROUND, steps, number(0)),
    )


def accepts_score(score: Cell, points: Cell, step: Decimal) -> Expression:
    """The rule that validation holds a typed score against: a number, 0 to points, on the step."""
    return call(
        Function.AND,
        call(Function.ISNUMBER, score),
        operation(score, Operator.AT_LEAST, number(0)),
        operation(score, Operator.AT_MOST, points),
        on_step(score, step),
    )


def counted_points(score: Cell, points: Cell) -> Expression:
    """What a typed score is worth: nothing unless a number, never below 0, never over its cap."""
    capped = call(Function.MAX, number(0), call(Function.MIN, score, points))
    return call(Function.IF, call(Function.ISNUMBER, score), capped, number(0))


def leaf_status(score: Cell, points: Cell, evidence: Cell, step: Decimal) -> Expression:
    """The word for one scored row; the first that applies."""
    off_scale = call(
        Function.OR,
        operation(score, Operator.LESS, number(0)),
        call(Function.NOT, on_step(score, step)),
    )
    unproved = call(
        Function.AND,
        operation(score, Operator.MORE, number(0)),
        operation(evidence, Operator.EQUAL, number(0)),
    )
    return _first(
        (operation(score, Operator.EQUAL, text("")), BLANK),
        (call(Function.NOT, call(Function.ISNUMBER, score)), NOT_A_NUMBER),
        (off_scale, OFF_STEP),
        (operation(score, Operator.MORE, points), OVER),
        (unproved, UNPROVED),
        otherwise=DONE,
    )


def evidence_status(indicator: Cell, name: Cell, rest: tuple[Cell, ...], known: Area) -> Expression:
    """The word for one row of the evidence table, empty for an empty row."""
    written: Expression = indicator
    for cell in (name, *rest):
        written = operation(written, Operator.JOIN, cell)
    found = Occurrences(area=known, value=indicator)
    unknown = operation(found, Operator.EQUAL, number(0))
    return _first(
        (_empty(written), ""),
        (_empty(indicator), EVIDENCE_NO_INDICATOR),
        (unknown, EVIDENCE_UNKNOWN),
        (_empty(name), EVIDENCE_NO_NAME),
        otherwise=EVIDENCE_VALID,
    )


def _empty(words: Expression) -> Expression:
    return operation(call(Function.LEN, words), Operator.EQUAL, number(0))


def _first(*cases: tuple[Expression, str], otherwise: str) -> Expression:
    chosen: Expression = text(otherwise)
    for condition, word in reversed(cases):
        chosen = call(Function.IF, condition, text(word), chosen)
    return chosen
