"""The workbook part: its sheets in tab order and its defined names."""

from collections.abc import Mapping

from builder.frozen import frozen
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import NAMES, SHEETS, Budget
from builder.ooxml.namespaces import OFFICE_RELATIONSHIPS, SPREADSHEET, attribute, is_true, names
from builder.ooxml.refusal import RefusedError

_SHEET, _NAME = names(SPREADSHEET, "sheet"), names(SPREADSHEET, "definedName")
_SETTINGS = names(SPREADSHEET, "workbookPr")


@frozen
class SheetEntry:
    """One sheet as the workbook lists it; ``relationship`` leads to its part."""

    name: str
    state: str
    relationship: str


@frozen
class WorkbookPart:
    """Sheets in tab order, and names; one that belongs to a sheet is ``sheet index!name``.

    ``from_1904`` says that the days of the file are counted from 1904.
    """

    sheets: tuple[SheetEntry, ...]
    names: Mapping[str, str]
    from_1904: bool = False


def read_workbook_part(container: Container, part: str, budget: Budget) -> WorkbookPart:
    """The sheets and names of the workbook (ECMA-376 Part 1, 18.2).

    Raises ``RefusedError`` (QA246) for what is named twice; letter case makes no difference.
    """
    taken: set[tuple[str, str]] = set()
    sheets: list[SheetEntry] = []
    defined: dict[str, str] = {}
    from_1904 = False

    def take(kind: str, name: str) -> None:
        key = kind, name.casefold()
        if key in taken:
            raise RefusedError("QA246", actual=name[:80])
        taken.add(key)

    tree = GrowingTree(container, part, names(SPREADSHEET, "workbook"), budget)
    for element in tree.found(_SHEET | _NAME | _SETTINGS, SPREADSHEET):
        name = element.get("name", "")
        if element.tag in _SETTINGS:
            from_1904 = is_true(element.get("date1904"))
        elif element.tag in _SHEET:
            budget.spend(SHEETS)
            relationship = attribute(element, OFFICE_RELATIONSHIPS, "id")
            take("sheet", name)
            take("relationship", relationship)
            state = element.get("state", "visible")
            sheets.append(SheetEntry(name=name, state=state, relationship=relationship))
        else:
            budget.spend(NAMES)
            sheet = element.get("localSheetId")
            name = name if sheet is None else f"{sheet}!{name}"
            take("name", name)
            defined[name] = tree.last_text().strip()
    return WorkbookPart(sheets=tuple(sheets), names=defined, from_1904=from_1904)
