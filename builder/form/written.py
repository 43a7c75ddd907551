"""The text of a scheme as a form that came back says it, proved by making the form of it again."""

from collections.abc import Iterator

from builder.form.cut import with_cuts
from builder.form.head_changes import head_cuts
from builder.form.tables import Form, FormTable, Row, form_of
from builder.form.tree_changes import TreeText, changed_tree
from builder.form.tree_lines import TreeLines
from builder.form.tree_rows import CODE, FIRST_VALUE, FLAGS, KIND, LEVEL, NUMBER, POINTS, WORDS
from builder.frozen import frozen
from builder.load.said import SaidHead
from builder.load.source import Source, source_of


@frozen
class Written:
    """The new text; ``rows`` are the rows of the sheet that its lines come from, 0 for none.

    The first of them is that of the file's first line.
    """

    text: str
    rows: tuple[int, ...]


@frozen
class Unlike:
    """A cell that reads otherwise than it was filled in: its sheet, row, column and both texts."""

    sheet: str
    row: int
    column: str
    meant: str
    read: str


def written_text(source: Source, head: SaidHead, base: Form, edited: Form) -> Written:
    """The text of ``source`` with what differs between the two forms."""
    cuts = tuple(head_cuts(source.text, head, base, edited))
    before = source.text[: head.end]
    fence = source.text.find("\n", head.end)
    begins = before.count("\n") + 1
    marked = any(one.path == ("markup",) and one.cell == "是" for one in edited.singles)
    lines = TreeLines(marked=marked, chinese=head.chinese)
    tree: TreeText = changed_tree(source.lines, begins, base.tree, edited.tree, lines)
    top = with_cuts(source.text[: fence + 1], cuts)
    text = top + "\n".join(tree.lines)
    return Written(text=text, rows=(*(0 for _ in range(top.count("\n"))), *tree.rows))


def unlike(written: Written, path: str, edited: Form) -> Iterator[Unlike]:
    """Every cell that the new text does not give back as it was filled in."""
    again = form_of(source_of(path, written.text))
    if again is None:
        return
    for single, said in zip(edited.singles, again.singles, strict=True):
        if single.cell != said.cell:
            yield Unlike(sheet="", row=single.number, column="", meant=single.cell, read=said.cell)
    for table, read in zip(edited.lists, again.lists, strict=True):
        yield from _unlike_list(table, read)
    yield from _unlike_tree(edited, again)


def _unlike_list(table: FormTable, read: FormTable) -> Iterator[Unlike]:
    for at, row in enumerate(table.rows):
        cells = read.rows[at].cells if at < len(read.rows) else ("",) * len(row.cells)
        for column, meant, now in zip(table.columns, row.cells, cells, strict=True):
            if meant != now:
                yield Unlike(
                    sheet=table.sheet,
                    row=row.number,
                    column=column.caption,
                    meant=meant,
                    read=now,
                )


def _unlike_tree(edited: Form, again: Form) -> Iterator[Unlike]:
    for at, row in enumerate(edited.tree.rows):
        now = again.tree.rows[at] if at < len(again.tree.rows) else None
        found = (WORDS, _printed(row), "") if now is None else _first_unlike(row, now)
        if found is not None:
            column, meant, read = found
            caption = edited.tree.columns[column].caption
            sheet = edited.tree.sheet
            yield Unlike(sheet=sheet, row=row.number, column=caption, meant=meant, read=read)
            return


def _first_unlike(row: Row, now: Row) -> tuple[int, str, str] | None:
    """The first column that says something else; number and points may have been left in a text.

    A code may be left out, and flags stand in any order.
    """
    cells, read = row.cells, now.cells
    for column in (KIND, LEVEL, *range(FIRST_VALUE, len(cells))):
        if cells[column] != read[column]:
            return column, cells[column], read[column]
    if cells[CODE] not in ("", read[CODE]):
        return CODE, cells[CODE], read[CODE]
    if {*cells[FLAGS].split("、")} != {*read[FLAGS].split("、")}:
        return FLAGS, cells[FLAGS], read[FLAGS]
    if _printed(row) != _printed(now):
        return WORDS, _printed(row), _printed(now)
    return None


def _printed(row: Row) -> str:
    """What a row prints, blanks left aside."""
    cells = row.cells
    points = f"（{cells[POINTS]}分）" if cells[POINTS] else ""
    return "".join(f"{cells[NUMBER]}{cells[WORDS]}{points}".split())
