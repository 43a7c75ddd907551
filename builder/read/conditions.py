"""Conditional formats of a sheet: which cells they colour, by which formula, and how."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from builder.model.returned import ReturnedCondition
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import CONDITION_RANGES, CONDITIONS, Budget
from builder.ooxml.namespaces import SPREADSHEET, is_true, names
from builder.read.address import ColumnNumbers, checked_range

CONDITION = names(SPREADSHEET, "cfRule")
_FORMULA = names(SPREADSHEET, "formula")
# What is drawn in the cells, and may be drawn in place of what they say (18.3.1.28, 18.3.1.49).
_DRAWN = names(SPREADSHEET, "dataBar") | names(SPREADSHEET, "iconSet")
_FEW_DIGITS = 6


def read_conditions(
    tree: GrowingTree, element: Element, columns: ColumnNumbers, budget: Budget
) -> Iterator[ReturnedCondition]:
    """The rules of one group of ranges (ECMA-376 Part 1, 18.3.1.18).

    Raises ``RefusedError`` for a range outside the grid (QA240) or one rule too many (QA222).
    """
    sqref = element.get("sqref", "").split()
    budget.spend(CONDITION_RANGES, len(sqref))
    ranges = tuple(checked_range(each, columns) for each in sqref)
    for rule in tree.entries(element):
        if rule.tag in CONDITION:
            budget.spend(CONDITIONS)
            formulas = [tree.text(part) for part in rule if part.tag in _FORMULA]
            look = rule.get("dxfId", "")
            yield ReturnedCondition(
                ranges=ranges,
                formula=(formulas or [""])[0].strip(),
                look=int(look) if look.isdecimal() and len(look) <= _FEW_DIGITS else None,
                covers=any(
                    part.tag in _DRAWN and not is_true(part.get("showValue", "1")) for part in rule
                ),
            )
