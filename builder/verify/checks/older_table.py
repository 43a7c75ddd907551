"""The scoring table of an older layout where nobody was asked for anything."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.areas import addresses, covering, in_words
from builder.book.sheet import Formula
from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import SCORING
from builder.model.returned import ReturnedSheet
from builder.verify.beside import written_at
from builder.verify.explained import same_value
from builder.verify.held import Held
from builder.verify.older.figures import headed
from builder.verify.quoting import shown

_At = tuple[int, int]


@frozen
class _Table:
    """The table in the file: the columns that are worked out, its last column, and its total."""

    sheet: ReturnedSheet
    worked_out: frozenset[int]
    right: int
    total: Cell


def check_older_table(held: Held[KitPlan]) -> Iterator[Finding]:
    """Results that were typed over their formulas, and what was written around the table."""
    table = _table(held)
    if table is not None:
        yield from _typed(held, table)
        yield from _around(held, table)


def _table(held: Held[KitPlan]) -> _Table | None:
    """Nothing where the total or a heading is not found: then too little is known of the table."""
    total = held.alignment.locate(held.plan.total)
    sheet = held.alignment.sheets.get(SCORING)
    if held.older is None or sheet is None or not held.alignment.holds(held.plan.total):
        return None
    heads = {
        column: headed(sheet, held.older.heading(text))
        for text, (_, column) in held.pristine.heads[SCORING].items()
    }
    cells = held.plan.sheet(SCORING).cells
    formulas = {cell.column for cell in cells if isinstance(cell.content, Formula)}
    given = {cell.column for cell in cells if isinstance(cell.content, Decimal)} | {
        item.cell.column for item in held.plan.inputs if item.cell.sheet == SCORING
    }
    worked_out = frozenset(heads.get(column, 0) for column in formulas - given) - {0}
    if not worked_out:
        return None
    right = max(*heads.values(), total.column)
    return _Table(sheet=sheet, worked_out=worked_out, right=right, total=total)


def _typed(held: Held[KitPlan], table: _Table) -> Iterator[Finding]:
    """One finding for all results that no formula gives any more."""
    typed: list[_At] = []
    formulas = 0
    for place, cell in table.sheet.cells.items():
        if place[1] in table.worked_out and place[0] <= table.total.row:
            formulas += cell.formula is not None
            if cell.formula is None and not isinstance(cell.value, str) and cell.value is not None:
                typed.append(place)
    exact, total = held.value(held.plan.total), (table.total.row, table.total.column)
    if total in typed and not same_value(table.sheet.value(*total), exact):
        # That the total is another than follows from the answers is told as such.
        typed.remove(total)
    if typed:
        typed.sort()
        yield Finding(
            code="QA461" if formulas else "QA460",
            place=Place(path=held.path, sheet=table.sheet.name, cell=cell_address(*typed[0])),
            details={
                "places": in_words(addresses(covering(typed))),
                "count": str(len(typed)),
                "cell": cell_address(*typed[0]),
                "now": shown(table.sheet.value(*typed[0])),
                "instead": "",
            },
        )


def _around(held: Held[KitPlan], table: _Table) -> Iterator[Finding]:
    """One finding for what stands beside the table or below its total."""
    outside = (
        place for place in table.sheet.cells if place[1] > table.right or place[0] > table.total.row
    )
    return written_at(held.path, table.sheet, outside)
