"""Data validations of a sheet, in the plain form and in the one Excel 2010 added beside it."""

from xml.etree.ElementTree import Element

from builder.model.returned import ReturnedValidation
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import VALIDATION_RANGES, VALIDATIONS, Budget
from builder.ooxml.namespaces import EXCEL_2006, SPREADSHEET, SPREADSHEET_2010, names
from builder.read.address import ColumnNumbers, checked_range

_BOTH = (*SPREADSHEET, *SPREADSHEET_2010)
VALIDATION = names(_BOTH, "dataValidation")
_FORMULA = names(_BOTH, "formula1")
_RANGES = names(EXCEL_2006, "sqref")


def read_validation(
    tree: GrowingTree, element: Element, columns: ColumnNumbers, budget: Budget
) -> ReturnedValidation:
    """One validation; the 2010 form holds its formulas and ranges in elements of their own.

    ECMA-376 Part 1, 18.3.1.32 and MS-XLSX 2.4.41. Raises ``RefusedError`` for a range outside
    the grid (QA240) or one too many (QA222).
    """
    budget.spend(VALIDATIONS)
    formula = ""
    sqref = element.get("sqref", "")
    for batch in tree.batches(element):
        for part in batch:
            text = tree.text(part, 1)
            if part.tag in _FORMULA:
                formula = text.strip()
            elif part.tag in _RANGES:
                sqref = text
    ranges = sqref.split()
    budget.spend(VALIDATION_RANGES, len(ranges))
    return ReturnedValidation(
        kind=element.get("type", "none"),
        operator=element.get("operator", "between"),
        ranges=tuple(checked_range(each, columns) for each in ranges),
        formula=formula,
    )
