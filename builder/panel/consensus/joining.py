"""How the points of several reviewers become one: the rule as an expression."""

from collections.abc import Sequence
from decimal import Decimal

from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    AVERAGE,
    IF,
    ISNUMBER,
    MAX,
    MEDIAN,
    MIN,
    ROUND,
    SUM,
    divided,
    minus,
    plus,
    times,
)
from builder.model.panel.join import FEWEST_TRIMMED, Join
from builder.model.panel.rules import PanelRules


def joined(rules: PanelRules, scores: Sequence[tuple[Cell, str]]) -> Expression:
    """The points of one indicator by the rule; ``scores`` are the cells with points and roles.

    Every cell holds a number: a seat that was left out has none.
    """
    cells = tuple(cell for cell, _ in scores)
    found: Expression
    match rules.join:
        case Join.MEDIAN:
            found = MEDIAN(*cells)
        case Join.TRIMMED if len(cells) >= FEWEST_TRIMMED:
            found = divided(minus(SUM(*cells), MAX(*cells), MIN(*cells)), len(cells) - 2)
        case Join.WEIGHTED:
            found = _weighted(rules, scores)
        case _:
            found = AVERAGE(*cells)
    return ROUND(found, rules.decimals)


def _weighted(rules: PanelRules, scores: Sequence[tuple[Cell, str]]) -> Expression:
    weights = [rules.weight(role) for _, role in scores]
    terms = (times(weight, cell) for weight, (cell, _) in zip(weights, scores, strict=True))
    return divided(plus(*terms), sum(weights, Decimal()))


def staged(
    rules: PanelRules, material: Expression, site: Cell, given: Expression | None = None
) -> Expression:
    """The score of both stages, that of the material alone until there is one of the site.

    ``given`` is the score of the site where it is not what stands in ``site``.
    """
    if rules.material is None or rules.site is None:
        return material
    there = site if given is None else given
    both = plus(times(rules.material, material), times(rules.site, there))
    return IF(ISNUMBER(site), ROUND(both, rules.decimals), material)
