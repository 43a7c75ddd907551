"""Data validations of a sheet, in the plain form and in the one Excel 2010 added beside it."""

from builder.model.returned import ReturnedValidation
from builder.read.address import Columns, checked_range
from builder.read.limits import VALIDATION_RANGES, VALIDATIONS, Budget
from builder.read.markup import Attributes, EndAction, StartAction, elements
from builder.read.namespaces import EXCEL_2006, SPREADSHEET, SPREADSHEET_2010

_BOTH = (*SPREADSHEET, *SPREADSHEET_2010)


class ValidationReader:
    """Collects validations; the 2010 form holds its formulas and ranges in elements of their own.

    ECMA-376 Part 1, 18.3.1.32 and MS-XLSX 2.4.41.
    """

    def __init__(self, columns: Columns, budget: Budget) -> None:
        """Ranges are checked against the grid; the counts are taken from the budget."""
        self.found: list[ReturnedValidation] = []
        self._columns = columns
        self._budget = budget
        self._attributes: Attributes = {}
        self._formulas = ["", ""]
        self._ranges = ""

    @property
    def starts(self) -> dict[str, StartAction]:
        """What to do where elements begin."""
        return elements(_BOTH, {"dataValidation": self._begin})

    @property
    def ends(self) -> dict[str, EndAction]:
        """What to do where elements end."""
        return {
            **elements(
                _BOTH,
                {
                    "dataValidation": self._end,
                    "formula1": lambda text: self._end_formula(0, text),
                    "formula2": lambda text: self._end_formula(1, text),
                },
            ),
            **elements(EXCEL_2006, {"sqref": self._end_ranges}),
        }

    def _begin(self, attributes: Attributes) -> None:
        self._budget.spend(VALIDATIONS)
        self._attributes = attributes
        self._formulas = ["", ""]
        self._ranges = attributes.get("sqref", "")

    def _end_formula(self, index: int, text: str) -> None:
        self._formulas[index] = text.strip()

    def _end_ranges(self, text: str) -> None:
        self._ranges = text

    def _end(self, _text: str) -> None:
        ranges = self._ranges.split()
        self._budget.spend(VALIDATION_RANGES, len(ranges))
        self.found.append(
            ReturnedValidation(
                kind=self._attributes.get("type", "none"),
                operator=self._attributes.get("operator", "between"),
                ranges=tuple(checked_range(each, self._columns) for each in ranges),
                formula1=self._formulas[0],
                formula2=self._formulas[1],
            )
        )
