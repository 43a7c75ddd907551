"""得分率, as every sheet computes it."""

from builder.formula.expression import Cell, Expression
from builder.formula.words import IF, divided, equal


def rate(score: Cell, most: Cell) -> Expression:
    """The share of ``most`` that is reached, a decimal fraction; 0 where nothing can be."""
    return IF(equal(most, 0), 0, divided(score, most))
