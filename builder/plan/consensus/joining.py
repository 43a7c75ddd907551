"""How the points of several reviewers become one: the rule as an expression."""

from collections.abc import Sequence
from decimal import Decimal

from builder.formula.expression import (
    Cell,
    Expression,
    Function,
    Operator,
    call,
    chained,
    number,
    operation,
)
from builder.model.panel.rules import FEWEST_TRIMMED, Join, PanelRules


def joined(rules: PanelRules, scores: Sequence[tuple[Cell, str]]) -> Expression:
    """The points of one indicator by the rule; ``scores`` are the cells with points and roles.

    Every cell holds a number: a seat that was left out has none.
    """
    cells = tuple(cell for cell, _ in scores)
    found: Expression
    match rules.join:
        case Join.MEDIAN:
            found = call(Function.MEDIAN, *cells)
        case Join.TRIMMED if len(cells) >= FEWEST_TRIMMED:
            kept = operation(
                operation(
                    call(Function.SUM, *cells), Operator.SUBTRACT, call(Function.MAX, *cells)
                ),
                Operator.SUBTRACT,
                call(Function.MIN, *cells),
            )
            found = operation(kept, Operator.DIVIDE, number(len(cells) - 2))
        case Join.WEIGHTED:
            found = _weighted(rules, scores)
        case _:
            found = call(Function.AVERAGE, *cells)
    return call(Function.ROUND, found, number(rules.decimals))


def _weighted(rules: PanelRules, scores: Sequence[tuple[Cell, str]]) -> Expression:
    weights = [rules.weight(role) for _, role in scores]
    terms = tuple(
        operation(number(weight), Operator.MULTIPLY, cell)
        for weight, (cell, _) in zip(weights, scores, strict=True)
    )
    total = sum(weights, Decimal())
    return operation(chained(Operator.ADD, *terms), Operator.DIVIDE, number(total))


def staged(rules: PanelRules, material: Expression, site: Cell) -> Expression:
    """The score of both stages, that of the material alone until there is one of the site."""
    if rules.material is None or rules.site is None:
        return material
    both = operation(
        operation(number(rules.material), Operator.MULTIPLY, material),
        Operator.ADD,
        operation(number(rules.site), Operator.MULTIPLY, site),
    )
    rounded = call(Function.ROUND, both, number(rules.decimals))
    return call(Function.IF, call(Function.ISNUMBER, site), rounded, material)
