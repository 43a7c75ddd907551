"""Whether a gate is passed, as an expression of the cells that its items stand in."""

from collections.abc import Sequence
from decimal import Decimal

from builder.formula.expression import Area, Cell, Expression, Operand, constant
from builder.formula.words import (
    AND,
    COUNTIF,
    IF,
    ROUND,
    at_least,
    equal,
    joined,
    minus,
    more,
    plus,
    times,
)
from builder.frozen import frozen
from builder.kit.conclusion_words import FAILED, PASSED, UNDECIDED
from builder.kit.eligibility_sheet import MET, NOT_OURS
from builder.kit.kit_plan import ConfirmationPlan, LeafPlan
from builder.kit.status import BLANK, PARTLY, REMOVED, UNANSWERED, first_word
from builder.model.gates import Least
from builder.model.joins import PLACES

_UNKNOWN = constant(1)


@frozen
class Item:
    """One item of a gate: whether it is reached, still open, or does not apply; each 1 or 0.

    ``score`` is what it is worth, ``None`` where it has no points.
    """

    reached: Expression
    open: Expression
    idle: Expression | None = None
    score: Cell | None = None


def scored_item(
    score: Cell, wanted: Decimal, leaves: Sequence[LeafPlan], *, removable: bool
) -> Item:
    """An indicator or the total, and the points it must have; open while a row has no score."""
    enough = at_least(ROUND(score, PLACES), wanted)
    if not leaves:
        return Item(reached=_one(enough), open=constant(0), score=score)
    blank = open_rows(leaves)
    removed = rows_that_read(leaves, REMOVED)
    return Item(
        reached=_one(AND(equal(blank, 0), enough)),
        open=_one(more(blank, 0)),
        idle=_one(equal(removed, len(leaves))) if removable else None,
        score=score,
    )


def answered_item(asked: Sequence[ConfirmationPlan]) -> Item:
    """A condition with all its circumstances; nobody knows where it is not asked."""
    if not asked:
        return Item(reached=constant(0), open=_UNKNOWN)
    answers = Area.between(asked[0].answer, asked[-1].answer)
    states = Area.between(asked[0].status, asked[-1].status)
    met = COUNTIF(answers, MET)
    idle = COUNTIF(answers, NOT_OURS)
    count = len(asked)
    return Item(
        reached=_one(AND(more(met, 0), equal(plus(met, idle), count))),
        open=_one(more(COUNTIF(states, UNANSWERED), 0)),
        idle=_one(equal(idle, count)),
    )


def gate_item(state: Cell) -> Item:
    """Another gate."""
    return Item(reached=_one(equal(state, PASSED)), open=_one(equal(state, UNDECIDED)))


def total_of(parts: Sequence[Expression]) -> Expression:
    """How many items there are of a kind."""
    return plus(*parts) if parts else constant(0)


def state_of(items: Sequence[Item], reached: Cell, still_open: Cell, least: Least) -> Expression:
    """The word for a gate; ``reached`` and ``still_open`` count its items."""
    needed = _needed(items, least)
    return first_word(
        (at_least(reached, needed), PASSED),
        (at_least(plus(reached, still_open), needed), UNDECIDED),
        otherwise=FAILED,
    )


def now_of(items: Sequence[Item], reached: Cell) -> Expression:
    """How things stand: the score of the one item, or how many are reached."""
    score = items[0].score
    if len(items) == 1 and score is not None:
        return joined(ROUND(score, PLACES), " 分")
    return joined(reached, f" / {len(items)} 项")


def _needed(items: Sequence[Item], least: Least) -> Operand:
    """How many must be reached; a share is one of those that apply."""
    if not least.share:
        return least.amount
    idle = [item.idle for item in items if item.idle is not None]
    if not idle:
        return least.amount * len(items)
    applying = minus(len(items), *idle)
    return applying if least.amount == 1 else ROUND(times(least.amount, applying), PLACES)


def open_rows(leaves: Sequence[LeafPlan]) -> Expression:
    """How many rows have no score, or are not answered to their end."""
    blank = rows_that_read(leaves, BLANK)
    plain = all(leaf.rule is None for leaf in leaves)
    return blank if plain else plus(blank, rows_that_read(leaves, PARTLY))


def rows_that_read(rows: Sequence[LeafPlan | ConfirmationPlan], word: str) -> Expression:
    """How many rows, one under another, have this word for their state."""
    return COUNTIF(Area.between(rows[0].status, rows[-1].status), word)


def _one(condition: Expression) -> Expression:
    return IF(condition, 1, 0)
