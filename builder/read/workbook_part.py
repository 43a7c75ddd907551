"""The workbook part: its sheets in tab order and its defined names."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.read.container import Container
from builder.read.limits import NAMES, SHEETS, Budget
from builder.read.markup import Actions, Attributes, attribute, elements, feed
from builder.read.namespaces import OFFICE_RELATIONSHIPS, SPREADSHEET
from builder.read.refusal import RefusedError


@dataclass(frozen=True, kw_only=True)
class SheetEntry:
    """One sheet as the workbook lists it; ``relationship`` leads to its part."""

    name: str
    state: str
    relationship: str


@dataclass(frozen=True, kw_only=True)
class WorkbookPart:
    """Sheets in tab order, and names; one that belongs to a sheet is ``sheet index!name``."""

    sheets: tuple[SheetEntry, ...]
    names: Mapping[str, str]


class _WorkbookReader:
    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._name = ""
        self._taken: set[str] = set()
        self.sheets: list[SheetEntry] = []
        self.names: dict[str, str] = {}

    def actions(self) -> Actions:
        return Actions(
            roots=frozenset(elements(SPREADSHEET, {"workbook": None})),
            namespaces=frozenset(SPREADSHEET),
            starts=elements(SPREADSHEET, {"sheet": self._sheet, "definedName": self._begin_name}),
            ends=elements(SPREADSHEET, {"definedName": self._end_name}),
        )

    def _take(self, kind: str, name: str) -> None:
        """Names are told apart without regard to case; the same one twice is refused."""
        key = f"{kind} {name.casefold()}"
        if key in self._taken:
            raise RefusedError("QA246", actual=name[:80])
        self._taken.add(key)

    def _sheet(self, attributes: Attributes) -> None:
        self._budget.spend(SHEETS)
        name = attributes.get("name", "")
        relationship = attribute(attributes, OFFICE_RELATIONSHIPS, "id")
        self._take("sheet", name)
        self._take("relationship", relationship)
        self.sheets.append(
            SheetEntry(
                name=name, state=attributes.get("state", "visible"), relationship=relationship
            )
        )

    def _begin_name(self, attributes: Attributes) -> None:
        self._budget.spend(NAMES)
        name = attributes.get("name", "")
        sheet = attributes.get("localSheetId")
        self._name = name if sheet is None else f"{sheet}!{name}"
        self._take("name", self._name)

    def _end_name(self, text: str) -> None:
        self.names[self._name] = text.strip()


def read_workbook_part(container: Container, part: str, budget: Budget) -> WorkbookPart:
    """The sheets and names of the workbook (ECMA-376 Part 1, 18.2)."""
    reader = _WorkbookReader(budget)
    feed(container, part, reader.actions(), budget)
    return WorkbookPart(sheets=tuple(reader.sheets), names=reader.names)
