"""Sheets, rows and columns that were there to be seen and no longer are."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.cell_rules import area_of
from builder.verify.held import Held
from builder.verify.hidden_sheets import copies_of, hidden_sheets
from builder.verify.lines_in_words import lines_in_words
from builder.verify.seen_sheets import Seen, seen_sheets


def check_hidden_sheets(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every planned sheet whose tab is gone, with the copy shown in its place."""
    for seen in hidden_sheets(held):
        copies = [sheet.name for sheet in copies_of(held, seen)]
        code = "QA471" if copies else "QA470" if seen.sight.scored else "QA472"
        yield held.sheet_finding(code, seen.sheet.name, actual="、".join(copies))


def check_hidden_lines(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding on a sheet for its rows and columns that say something and are hidden.

    Folding rows away is a hint, as is a filter in use, which is told apart.
    """
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        look = seen.sheet.look
        if not (look.hidden_rows or look.hidden_columns):
            continue
        told = _rows_told(held, seen)
        rows = [row for row in told if not _is_filtered(row, look.filtered)]
        filtered = [row for row in told if _is_filtered(row, look.filtered)]
        columns = _columns_told(held, seen)
        folded = not columns and look.folded_rows.issuperset(rows)
        if rows or columns:
            code = "QA475" if folded else "QA473" if seen.sight.scored else "QA474"
            first = cell_address(rows[0], 1) if rows else cell_address(1, columns[0])
            yield Finding(
                code=code,
                place=Place(path=held.path, sheet=seen.sheet.name, cell=first),
                actual=lines_in_words(rows, columns),
                details={"how": "折叠着"},
            )
        if filtered:
            yield Finding(
                code="QA475",
                place=Place(
                    path=held.path, sheet=seen.sheet.name, cell=cell_address(filtered[0], 1)
                ),
                actual=lines_in_words(filtered, ()),
                details={"how": "有内容，被筛选隐藏着"},
            )


def check_view(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every sheet that shows its formulas, or nothing where zero was filled in."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        if seen.sheet.look.formulas:
            yield held.sheet_finding("QA496", seen.sheet.name)
        zeros = [*_zeros(held, seen)] if seen.sheet.look.blank_zeros else []
        if zeros:
            indicator = held.indicator(zeros[0])
            yield held.finding("QA499", zeros[0], indicator=indicator, count=str(len(zeros)))


def _zeros(held: Held[ScoredPlan], seen: Seen) -> Iterator[Cell]:
    cells = (item.cell for item in held.inputs if item.cell.sheet == seen.sight.name)
    for cell in cells:
        value = held.read(cell)
        if isinstance(value, Decimal) and not value:
            yield cell


def _rows_told(held: Held[ScoredPlan], seen: Seen) -> list[int]:
    hidden = set(seen.sheet.look.hidden_rows)
    said = _lines_that_say(held, seen, 0)
    return sorted(hidden & said) if hidden else []


def _columns_told(held: Held[ScoredPlan], seen: Seen) -> list[int]:
    runs = seen.sheet.look.hidden_columns
    if not runs:
        return []
    said = _lines_that_say(held, seen, 1)
    return sorted(line for line in said if any(first <= line <= last for first, last in runs))


def _lines_that_say(held: Held[ScoredPlan], seen: Seen, across: int) -> set[int]:
    """The rows or columns of the file with something to see in them.

    Rows for answers in which nothing was answered say nothing, whatever stands beside these.
    """
    inputs = held.pristine.inputs[seen.sight.name]
    answers = {place[across] for place in inputs.places}
    filled = {item.cell[1:][across] for item in held.inputs if item.cell.sheet == seen.sight.name}
    unsaid = set() if seen.sight.scored or across else answers - filled
    lines = {place[across] for place in seen.sight.weighty} | filled
    found: set[int] = set()
    for line in lines - unsaid:
        cell = Cell(seen.sight.name, 1, line) if across else Cell(seen.sight.name, line, 1)
        if held.holds(cell):
            found.add(held.alignment.locate(cell)[1:][across])
    return found


def _is_filtered(row: int, filtered: str) -> bool:
    if not filtered:
        return False
    area = area_of(filtered)
    return area.first_row < row <= area.last_row
