"""Conditional formats of a sheet: which cells they colour, and by which formula."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from builder.model.returned import ReturnedCondition
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import CONDITION_RANGES, CONDITIONS, Budget
from builder.ooxml.namespaces import SPREADSHEET, names
from builder.read.address import ColumnNumbers, checked_range

CONDITION = names(SPREADSHEET, "cfRule")
_FORMULA = names(SPREADSHEET, "formula")


def read_conditions(
    tree: GrowingTree, element: Element, columns: ColumnNumbers, budget: Budget
) -> Iterator[ReturnedCondition]:
    """The rules of one group of ranges (ECMA-376 Part 1, 18.3.1.18); colours are left aside.

    Raises ``RefusedError`` for a range outside the grid (QA240) or one rule too many (QA222).
    """
    sqref = element.get("sqref", "").split()
    budget.spend(CONDITION_RANGES, len(sqref))
    ranges = tuple(checked_range(each, columns) for each in sqref)
    for rule in tree.entries(element):
        if rule.tag in CONDITION:
            budget.spend(CONDITIONS)
            formulas = [tree.text(part) for part in rule if part.tag in _FORMULA]
            yield ReturnedCondition(ranges=ranges, formula=(formulas or [""])[0].strip())
