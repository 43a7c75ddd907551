"""What in a returned file still says where a sheet or a row of the plan is."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from builder.book.book_plan import NamePlan
from builder.book.sheet import SheetPlan
from builder.formula.address import column_number
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue
from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.verify.pristine import Line

_TARGET = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?[A-Z]{1,3}\$?\d+)?", re.ASCII
)


def name_target(text: str) -> Cell | None:
    """The first cell a defined name points to, ``None`` where it points to none."""
    match = _TARGET.fullmatch(text)
    if match is None:
        return None
    sheet = (match[1] or "").replace("''", "'") or match[2]
    return Cell(sheet=sheet, row=int(match[4]), column=column_number(match[3]))


def broken_rows(own: Sequence[NamePlan], workbook: ReturnedWorkbook) -> frozenset[int]:
    """Rows whose own names point nowhere any more: somebody deleted them."""
    broken = {name.area.first_row for name in own if _is_broken(name, workbook)}
    return frozenset(
        broken - {name.area.first_row for name in own if not _is_broken(name, workbook)}
    )


def _is_broken(name: NamePlan, workbook: ReturnedWorkbook) -> bool:
    return ErrorValue.REF in workbook.names.get(name.name, "")


def found_columns(
    names: Sequence[tuple[NamePlan, Cell]],
    heads: Mapping[str, tuple[int, int]],
    found: ReturnedSheet,
) -> dict[int, int]:
    """Columns that most of their names, and before these their headings, find again.

    ``heads`` are the places of the headings that stand only once on the planned sheet.
    """
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for name, place in names:
        votes[name.area.first_column][place.column] += 1
    columns = {column: voted.most_common(1)[0][0] for column, voted in votes.items()}
    if found.values(heads.values()) == tuple(heads):
        return columns | {column: column for _, column in heads.values()}
    seen: dict[str, set[int]] = {}
    for (_, column), content in found.cells.items():
        if isinstance(content.value, str) and content.value in heads:
            seen.setdefault(content.value, set()).add(column)
    alone = ((text, places) for text, places in seen.items() if len(places) == 1)
    return columns | {heads[text][1]: min(places) for text, places in alone}


def cut_rows(
    marks: Mapping[Line, int], anchors: Mapping[int, int], found: ReturnedSheet
) -> frozenset[int]:
    """Rows at the end of a sheet of which nothing at all is left in the file."""
    last = max(anchors, default=0)
    beyond = frozenset(row for row in marks.values() if row > last)
    offset = anchors.get(last, 0) - last if last else 0
    written = (
        row
        for (row, _), cell in found.cells.items()
        if cell.value is not None or cell.formula is not None
    )
    end = max(written, default=0) if beyond else 0
    return frozenset(row for row in beyond if row + offset > end)


def named_rows(names: Sequence[tuple[NamePlan, Cell]]) -> dict[int, int]:
    """Rows that most of their names find again; where these disagree evenly, nothing moved."""
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for name, place in names:
        votes[name.area.first_row][place.row] += 1
    return {
        row: row if voted[row] == max(voted.values()) else voted.most_common(1)[0][0]
        for row, voted in votes.items()
    }


def kept_rows(anchors: Mapping[int, int], sheet: SheetPlan, found: ReturnedSheet) -> dict[int, int]:
    """The rows that names look for elsewhere and whose fixed texts all stand where planned.

    Cells that were cut and pasted take their names with them, and leave the row where it is.
    """
    away = {planned: row for planned, row in anchors.items() if planned != row}
    texts: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for cell in sheet.cells if away else ():
        if cell.row in away and isinstance(cell.content, str):
            texts[cell.row].append((cell.column, cell.content))

    def stand(planned: int, row: int) -> bool:
        return all(found.value(row, column) == text for column, text in texts[planned])

    return {
        planned: planned
        for planned, row in away.items()
        if texts[planned] and stand(planned, planned) and not stand(planned, row)
    }


def marked_rows(
    marks: Mapping[Line, int], found: ReturnedSheet, columns: Mapping[int, int] | None = None
) -> dict[int, int]:
    """Rows that a text unique in its column on both sides finds again.

    ``columns`` are the planned columns by where they stand in the file, if any moved.
    """
    actual: dict[int, int] = {}
    twice: set[int] = set()
    for (row, column), content in found.cells.items():
        if isinstance(content.value, str):
            stood_in = columns.get(column, 0) if columns else column
            planned = marks.get((stood_in, content.value))
            if planned is not None and actual.setdefault(planned, row) != row:
                twice.add(planned)
    return {planned: row for planned, row in actual.items() if planned not in twice}
