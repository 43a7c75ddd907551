"""The live words that say how far a row has come, and the rule that chooses them."""

from dataclasses import dataclass
from decimal import Decimal

from builder.formula.expression import (
    Area,
    Cell,
    Expression,
    Function,
    Occurrences,
    Operator,
    call,
    chained,
    number,
    operation,
    text,
)

BLANK = "未评"
NOT_A_NUMBER = "非数字"
OFF_STEP = "不合步长"
OVER = "超分"
UNPROVED = "缺证据"
OFF_BAND = "不合档"
NO_REASON = "缺理由"
RECORDED = "已记"
REMOVED = "删减"

UNANSWERED = "未答"
FLAGGED = "提请注意"
UNPROVED_CLAIM = "缺证明"

ADJUSTED = "已批准"
UNAPPROVED = "缺理由批准"
UNNAMED = "缺替换名称"
UNKNOWN_ADJUSTMENT = "选项不符"
SCORED_THOUGH_REMOVED = "删减仍有分"
DONE = "完成"

EVIDENCE_VALID = "有效"
EVIDENCE_NO_INDICATOR = "未选指标"
EVIDENCE_UNKNOWN = "指标不符"
EVIDENCE_NO_NAME = "缺名称"

# The words that leave an applicant nothing to do.
SETTLED_SCORE = (DONE, REMOVED)
SETTLED_ANSWER = (DONE, FLAGGED)
SETTLED_ADJUSTMENT = ("", ADJUSTED)

# The blank of Chinese typing, which TRIM does not take for one.
_WIDE_BLANK = "\u3000"
# Decimal places at which two steps of a score can no longer be told apart by a spreadsheet.
_STEP_PLACES = 6


@dataclass(frozen=True, kw_only=True)
class BandedRow:
    """The cells of a row scored by percent; ``described_from`` is the lowest percent described.

    ``fits`` counts the band and percent among the allowed pairs, ``None`` where nobody chose them.
    """

    percent: Cell
    note: Cell
    evidence: Cell
    fits: Expression | None
    described_from: Decimal


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
    return first_word(
        (operation(score, Operator.EQUAL, text("")), BLANK),
        (call(Function.NOT, call(Function.ISNUMBER, score)), NOT_A_NUMBER),
        (off_scale, OFF_STEP),
        (operation(score, Operator.MORE, points), OVER),
        (unproved, UNPROVED),
        otherwise=DONE,
    )


def status_if_removed(removed: Expression, score: Cell, otherwise: Expression) -> Expression:
    """The word for a row that may have been deleted by agreement; then it takes no score."""
    kept = operation(score, Operator.DIFFERENT, text(""))
    word = call(Function.IF, kept, text(SCORED_THOUGH_REMOVED), text(REMOVED))
    return call(Function.IF, removed, word, otherwise)


def counted_percent(percent: Cell, points: Cell) -> Expression:
    """What a percent is worth in points: nothing unless a number from 0 to 1.

    The rounding takes away what binary arithmetic adds; steps of a percent never reach so far.
    """
    inside = call(
        Function.AND,
        operation(percent, Operator.AT_LEAST, number(0)),
        operation(percent, Operator.AT_MOST, number(1)),
    )
    worth = operation(points, Operator.MULTIPLY, percent)
    rounded = call(Function.ROUND, worth, number(_STEP_PLACES))
    # Asked first and alone: an error value passes through every other question.
    is_number = call(Function.ISNUMBER, percent)
    return call(Function.IF, is_number, call(Function.IF, inside, rounded, number(0)), number(0))


def banded_status(row: BandedRow) -> Expression:
    """The word for one row scored by band and percent; the first that applies."""
    percent = row.percent
    # A percent that weights compute need not be a step of any band.
    misfit: tuple[tuple[Expression, str], ...] = ()
    if row.fits is not None:
        misfit = ((operation(row.fits, Operator.EQUAL, number(0)), OFF_BAND),)
    unexplained = call(
        Function.AND,
        operation(percent, Operator.LESS, number(row.described_from)),
        is_blank(row.note),
    )
    unproved = call(
        Function.AND,
        operation(percent, Operator.MORE, number(0)),
        operation(row.evidence, Operator.EQUAL, number(0)),
    )
    return first_word(
        (operation(percent, Operator.EQUAL, text("")), BLANK),
        (call(Function.NOT, call(Function.ISNUMBER, percent)), NOT_A_NUMBER),
        *misfit,
        *(((unexplained, NO_REASON),) if row.described_from else ()),
        (unproved, UNPROVED),
        otherwise=DONE,
    )


def basis_status(band: Cell, percent: Cell, fits: Expression, *, weighed: bool) -> Expression:
    """The word for a clause's percent: missing where it is weighed, fitting its band, or not."""
    written = operation(band, Operator.JOIN, percent)
    return first_word(
        (is_blank(written), BLANK if weighed else ""),
        (operation(fits, Operator.EQUAL, number(0)), OFF_BAND),
        otherwise=RECORDED,
    )


def evidence_status(
    indicators: tuple[Cell, ...], name: Cell, rest: tuple[Cell, ...], known: Area
) -> Expression:
    """The word for one row of the evidence table, empty for an empty row.

    The first of ``indicators`` must be named, the others may be.
    """
    indicator, *also = indicators
    written = chained(Operator.JOIN, indicator, *also, name, *rest)
    strangers = (
        call(Function.AND, operation(cell, Operator.DIFFERENT, text("")), _is_missing(cell, known))
        for cell in also
    )
    unknown = call(Function.OR, _is_missing(indicator, known), *strangers)
    return first_word(
        (is_blank(written), ""),
        (is_blank(indicator), EVIDENCE_NO_INDICATOR),
        (unknown, EVIDENCE_UNKNOWN),
        (is_blank(name), EVIDENCE_NO_NAME),
        otherwise=EVIDENCE_VALID,
    )


def _is_missing(indicator: Cell, known: Area) -> Expression:
    found = Occurrences(pairs=((known, indicator),))
    return operation(found, Operator.EQUAL, number(0))


def says(cell: Cell, word: str) -> Expression:
    """Whether a cell holds exactly this word; letter case does not count."""
    return operation(cell, Operator.EQUAL, text(word))


def is_blank(words: Expression) -> Expression:
    """Whether a cell says nothing: it is empty, or holds blanks alone, wide ones included."""
    narrow = call(Function.SUBSTITUTE, words, text(_WIDE_BLANK), text(""))
    length = call(Function.LEN, call(Function.TRIM, narrow))
    return operation(length, Operator.EQUAL, number(0))


def first_word(*cases: tuple[Expression, str], otherwise: str) -> Expression:
    """The word of the first case whose condition is true, ``otherwise`` where none is."""
    chosen: Expression = text(otherwise)
    for condition, word in reversed(cases):
        chosen = call(Function.IF, condition, text(word), chosen)
    return chosen
