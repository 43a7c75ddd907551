"""The body of a file with the tree as a form says it: rows that nobody changed keep their lines."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from builder.form.tables import FormTable, Row
from builder.form.tree_lines import TreeLines
from builder.form.tree_rows import KIND, NUMBER
from builder.frozen import frozen
from builder.load.body_rows import RowKind


@frozen
class TreeText:
    """The lines of a body, and the row of the sheet that each of them comes from, 0 for none."""

    lines: tuple[str, ...]
    rows: tuple[int, ...]


def changed_tree(
    lines: tuple[str, ...], begins: int, old: FormTable, new: FormTable, written: TreeLines
) -> TreeText:
    """The lines below the front matter, which ends before the line of index ``begins``."""
    growing = _Growing(lines, begins, old, written)
    before, after = [row.cells for row in old.rows], [row.cells for row in new.rows]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for at, row in enumerate(new.rows[j1:j2]):
            if tag == "equal":
                growing.keep(i1 + at, row)
            else:
                growing.write(i1 + at if i1 + at < i2 else None, row)
    return growing.finish()


class _Growing:
    """The body as it grows; ``_last`` is the old row that the last written one stands for."""

    def __init__(
        self, lines: tuple[str, ...], begins: int, old: FormTable, written: TreeLines
    ) -> None:
        self._lines = lines
        self._begins = begins
        self._old = old
        self._written = written
        self._made: list[tuple[str, int]] = []
        self._last: int | None = -1
        self._anew = False

    def keep(self, at: int, row: Row) -> None:
        """Write a row as it stood, with what stood above it where that is above it still."""
        body = self._old.rows[at].body
        if body is None:
            return
        gap = self._gap(at)
        apart = self._last != at - 1 or self._anew
        self._gap_lines(gap, apart=apart and bool(self._made))
        self._put(self._lines[body.first - 1 : body.last], row)
        self._written.follow(row.cells)
        self._anew = False
        self._last = at

    def write(self, at: int | None, row: Row) -> None:
        """Write a row anew, in the place of an old one where there is one."""
        follows = at is not None and self._last == at - 1
        gap = self._gap(at) if at is not None and follows else ()
        # A label says that a line begins a criterion; without one a blank line must.
        labelled = row.cells[KIND] == RowKind.CRITERION.value and bool(row.cells[NUMBER])
        self._gap_lines(gap, apart=not (follows and labelled) and (bool(self._made) or at is None))
        self._put(tuple(self._row_lines(row)), row)
        self._anew = True
        self._last = at

    def finish(self) -> TreeText:
        """The body with what stood below its last row."""
        last = self._old.rows[-1].body if self._old.rows else None
        rest = self._lines[last.last :] if last is not None else self._lines[self._begins :]
        made = (*self._made, *((line, 0) for line in rest))
        return TreeText(lines=tuple(one for one, _ in made), rows=tuple(one for _, one in made))

    def _row_lines(self, row: Row) -> Iterator[str]:
        """The lines of a row; a table's are those of the old row that names it."""
        if row.cells[KIND] != RowKind.TABLE.value:
            yield self._written.line(row.cells)
            return
        for old in self._old.rows:
            if old.cells == row.cells and old.body is not None:
                yield from self._lines[old.body.first - 1 : old.body.last]
                return

    def _gap(self, at: int) -> tuple[str, ...]:
        """The lines between an old row and the one before it."""
        body, before = self._old.rows[at].body, self._old.rows[at - 1].body if at else None
        start = self._begins if before is None else before.last
        return () if body is None else self._lines[start : body.first - 1]

    def _gap_lines(self, gap: tuple[str, ...], *, apart: bool) -> None:
        """Set the gap; what was written anew stands apart by one blank line at least."""
        blank = gap if gap or not apart else ("",)
        self._made += [(line, 0) for line in blank]

    def _put(self, lines: tuple[str, ...], row: Row) -> None:
        self._made += [(line, row.number) for line in lines]
