"""Conditional formats of a sheet: which cells they colour, by which formula, and how."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from builder.model.returned import ReturnedCondition
from builder.model.returned_looks import Colour
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import CONDITION_RANGES, CONDITIONS, Budget
from builder.ooxml.namespaces import (
    EXCEL_2006,
    SPREADSHEET,
    SPREADSHEET_2010,
    is_true,
    local_name,
    names,
)
from builder.read.address import ColumnNumbers, checked_range
from builder.read.styles import Looks

CONDITION = names(SPREADSHEET, "cfRule")
_FORMULA = names(SPREADSHEET, "formula")
# What is drawn in the cells, and may be drawn in place of what they say (18.3.1.28, 18.3.1.49);
# bars and scales (18.3.1.16) are drawn behind it, in their colours.
_DRAWN = names(SPREADSHEET, "dataBar") | names(SPREADSHEET, "iconSet")
_COLOURED = ("colorScale", "dataBar")
_COLOURS = ("color", "fillColor")
_FEW_DIGITS = 6
# The same in the words of Excel 2010 (MS-XLSX 2.6.5 to 2.6.9), which put the format into the rule.
_NEWER_CONDITION = names(SPREADSHEET_2010, "cfRule")
_NEWER_DRAWN = names(SPREADSHEET_2010, "dataBar") | names(SPREADSHEET_2010, "iconSet")
_NEWER_FORMAT = names(SPREADSHEET_2010, "dxf")
_NEWER_FORMULA, _NEWER_RANGES = names(EXCEL_2006, "f"), names(EXCEL_2006, "sqref")


def read_conditions(
    tree: GrowingTree, element: Element, columns: ColumnNumbers, budget: Budget, looks: Looks
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
                covers=any(_covers(part) for part in rule if part.tag in _DRAWN),
                grounds=_grounds(rule, looks),
            )


def read_newer_conditions(
    tree: GrowingTree, element: Element, columns: ColumnNumbers, budget: Budget, looks: Looks
) -> Iterator[ReturnedCondition]:
    """The rules of one group in an extension, whose ranges stand behind the rules.

    Raises ``RefusedError`` as ``read_conditions`` does.
    """
    rules: list[Element] = []
    ranges: tuple[str, ...] = ()
    for part in tree.entries(element):
        if part.tag in _NEWER_CONDITION:
            budget.spend(CONDITIONS)
            rules.append(part)
        elif part.tag in _NEWER_RANGES:
            sqref = tree.text(part).split()
            budget.spend(CONDITION_RANGES, len(sqref))
            ranges = tuple(checked_range(each, columns) for each in sqref)
    for rule in rules:
        formats = [looks.changed(part) for part in rule if part.tag in _NEWER_FORMAT]
        yield ReturnedCondition(
            ranges=ranges,
            formula=next(
                (part.text or "" for part in rule if part.tag in _NEWER_FORMULA), ""
            ).strip(),
            own=formats[0] if formats else None,
            covers=any(_covers(part) for part in rule if part.tag in _NEWER_DRAWN),
            grounds=_grounds(rule, looks),
        )


def _grounds(rule: Element, looks: Looks) -> tuple[Colour, ...]:
    """The colours that bars and scales lay under what cells say."""
    drawn = (part for part in rule if local_name(part) in _COLOURED)
    stated = (one.attrib for part in drawn for one in part if local_name(one) in _COLOURS)
    return tuple(colour for colour in map(looks.colours.of, stated) if colour is not None)


def _covers(drawn: Element) -> bool:
    """Whether a bar or a mark stands in place of what a cell says."""
    return not is_true(drawn.get("showValue", "1"))
