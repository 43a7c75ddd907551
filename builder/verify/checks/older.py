"""What can be asked of a workbook of an older layout, cell by cell or not."""

from collections.abc import Iterator

from builder.book.style import Style
from builder.findings.finding import Finding, Place
from builder.findings.hidden_sheets import IDENTITY, OPEN_TASKS
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import CARRIED, PROBLEMS, SCORING, TOTAL_NAME
from builder.model.compared_text import reduced
from builder.verify.anchors import name_target
from builder.verify.difference import shortened
from builder.verify.explained import same_value
from builder.verify.held import Held
from builder.verify.quoting import shown

# A shorter text may be put together otherwise in another layout.
_SENTENCE = 12
_NOT_ANSWERS = (IDENTITY, OPEN_TASKS, PROBLEMS, CARRIED)


def check_older(held: Held[KitPlan]) -> Iterator[Finding]:
    """Answers that have no place any more, official texts that are gone, a total that is wrong."""
    if held.older is not None:
        yield from _unplaced(held)
        yield from _official(held)
        yield from _total(held)


def _unplaced(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for everything that was typed where the present layout has no input."""
    known = {held.alignment.locate(item.cell) for item in held.plan.inputs}
    locked = held.workbook.locked_styles
    found = [
        Cell(sheet.name, row, column)
        for sheet in held.workbook.sheets
        if sheet.name not in _NOT_ANSWERS
        for (row, column), cell in sorted(sheet.cells.items())
        if cell.value not in (None, "")
        and cell.style not in locked
        and Cell(sheet.name, row, column) not in known
    ]
    if found:
        first = found[0]
        sheet = next(one for one in held.workbook.sheets if one.name == first.sheet)
        place = Place(path=held.path, sheet=first.sheet, cell=cell_address(first.row, first.column))
        yield Finding(
            code="QA313",
            place=place,
            actual=shown(sheet.value(first.row, first.column)),
            details={"count": str(len(found))},
            areas=tuple(f"{cell.sheet}!{cell_address(cell.row, cell.column)}" for cell in found)
            if len(found) > 1
            else (),
        )


def _official(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for the sentences of the notice that are nowhere in the file."""
    there = _streams(held)
    missing = [
        line
        for line in _sentences(held.plan)
        if not any(reduced(line) in stream for stream in there)
    ]
    if missing:
        yield Finding(
            code="QA314",
            place=Place(path=held.path, sheet=SCORING),
            expected=shortened(missing[0]),
            details={"count": str(len(missing))},
        )


def _sentences(plan: KitPlan) -> Iterator[str]:
    """What the scoring sheet quotes of the notice, line by line."""
    for cell in plan.sheet(SCORING).cells:
        if cell.style is Style.OFFICIAL and isinstance(cell.content, str):
            yield from (line for line in cell.content.split("\n") if len(line) >= _SENTENCE)


def _streams(held: Held[KitPlan]) -> list[str]:
    """What every column of the file says from top to bottom; long texts go on beneath."""
    columns: dict[tuple[str, int], list[str]] = {}
    for sheet in held.workbook.sheets:
        for (_, column), cell in sorted(sheet.cells.items()):
            if isinstance(cell.value, str):
                columns.setdefault((sheet.name, column), []).append(cell.value)
    return [reduced("".join(texts)) for texts in columns.values()]


def _total(held: Held[KitPlan]) -> Iterator[Finding]:
    """A finding where the file shows another total than follows from its answers."""
    name = TOTAL_NAME if held.older is None else held.older.name(TOTAL_NAME)
    place = name_target(held.workbook.names.get(name, ""))
    sheet = None if place is None else held.workbook.sheet(place.sheet)
    if place is None or sheet is None:
        return
    value, total = sheet.value(place.row, place.column), held.plan.total
    exact, as_filed = held.value(total), held.as_filed.value(total)
    if value is not None and not any(same_value(value, one) for one in (exact, as_filed)):
        yield Finding(
            code="QA315",
            place=Place(
                path=held.path, sheet=sheet.name, cell=cell_address(place.row, place.column)
            ),
            expected=shown(exact),
            actual=shown(value),
        )
