"""得分率, as every sheet computes it."""

from builder.formula.expression import Cell, Expression, Function, Operator, call, number, operation


def rate(score: Cell, most: Cell) -> Expression:
    """The share of ``most`` that is reached, a decimal fraction; 0 where nothing can be."""
    nothing = operation(most, Operator.EQUAL, number(0))
    return call(Function.IF, nothing, number(0), operation(score, Operator.DIVIDE, most))
