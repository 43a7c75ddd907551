"""What a changed form means for the front matter: characters replaced, lines put in, taken out.

What nobody changed stays as it is written, and every line that is a comment, whatever happens
around it; a comment behind a value goes with a value that is written anew.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from builder.form.cells import meaning
from builder.form.cut import Cut, content_end, line_end, line_start, removed, with_comments
from builder.form.tables import FormTable, KeyTables, Row, Single
from builder.form.worded import in_line, item_lines, key_lines, key_word, record_lines
from builder.load.said import Said, SaidHead
from builder.load.shapes import Shape, Sort


def head_cuts(text: str, head: SaidHead, base: KeyTables, edited: KeyTables) -> Iterator[Cut]:
    """The changes, in the order in which keys are written."""
    yield from (with_comments(text, one, head.whole) for one in _cuts(text, head, base, edited))


def _cuts(text: str, head: SaidHead, base: KeyTables, edited: KeyTables) -> Iterator[Cut]:
    singles: dict[str, list[tuple[Single, Single]]] = {}
    for pair in zip(base.singles, edited.singles, strict=True):
        singles.setdefault(pair[0].path[0], []).append(pair)
    tables = {one.key: (one, other) for one, other in zip(base.lists, edited.lists, strict=True)}
    changing = _Changing(text=text, head=head)
    for name in head.shape.keys:
        if name in singles:
            yield from changing.singles(name, singles[name])
        elif name in tables:
            yield from changing.table(*tables[name])


class _Changing:
    """One front matter, and where its lines are."""

    def __init__(self, text: str, head: SaidHead) -> None:
        self._text = text
        self._head = head
        self._chinese = head.chinese

    def singles(self, name: str, pairs: list[tuple[Single, Single]]) -> Iterator[Cut]:
        """The changes of a single value, or of a record."""
        changed = [(old, new) for old, new in pairs if old.cell != new.cell]
        if not changed:
            return
        key = self._head.whole.key(name)
        if key is None:
            yield self._put_in(name, self._single_lines(name, [new for _, new in pairs]))
        elif not any(new.cell for _, new in pairs):
            yield removed(self._text, key.start, key.value)
        elif len(changed[0][0].path) == 1:
            yield self._replaced(key.value, changed[0][1].cell, changed[0][0].shape, flow=False)
        elif all(old.cell and new.cell for old, new in changed):
            for old, new in changed:
                if old.said is not None:
                    yield self._replaced(old.said, new.cell, old.shape, flow=key.value.flow)
        else:
            end = line_end(self._text, content_end(self._text, key.value))
            lines = self._single_lines(name, [new for _, new in pairs])
            start = line_start(self._text, key.start)
            yield Cut(start=start, end=end, new="".join(f"{line}\n" for line in lines))

    def table(self, old: FormTable, new: FormTable) -> Iterator[Cut]:
        """The changes of a list."""
        before, after = [row.cells for row in old.rows], [row.cells for row in new.rows]
        if before == after:
            return
        key = self._head.whole.key(old.key)
        if key is None:
            yield self._put_in(old.key, self._list_lines(new, new.rows, "  ", flow=_is_small(new)))
        elif not after:
            yield removed(self._text, key.start, key.value)
        elif key.value.flow or not before or not all(map(self._own_line, old.rows)):
            start = line_start(self._text, key.start)
            end = line_end(self._text, content_end(self._text, key.value))
            lines = [f"{key.written}:", *self._list_lines(new, new.rows, "  ", flow=True)]
            yield Cut(start=start, end=end, new="".join(f"{line}\n" for line in lines))
        else:
            matcher = SequenceMatcher(None, before, after, autojunk=False)
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                if tag != "equal":
                    yield from self._rows(old, new, (i1, i2), (j1, j2))

    def _rows(
        self, old: FormTable, new: FormTable, gone: tuple[int, int], come: tuple[int, int]
    ) -> Iterator[Cut]:
        """Some rows in place of others: those that stand for each other are changed in place."""
        both = min(gone[1] - gone[0], come[1] - come[0])
        for at in range(both):
            yield from self._entry(old, old.rows[gone[0] + at], new.rows[come[0] + at])
        for row in old.rows[gone[0] + both : gone[1]]:
            if row.said is not None:
                yield Cut(
                    start=line_start(self._text, row.said.start),
                    end=line_end(self._text, content_end(self._text, row.said)),
                    new="",
                )
        rows = new.rows[come[0] + both : come[1]]
        if rows:
            at = gone[0] + both
            near = old.rows[max(at - 1, 0)].said
            if near is None:
                return
            start = line_start(self._text, near.start)
            indent = self._indent(near)
            here = start if at == 0 else line_end(self._text, content_end(self._text, near))
            lines = self._list_lines(new, rows, indent, flow=near.flow)
            yield Cut(start=here, end=here, new="".join(f"{line}\n" for line in lines))

    def _entry(self, table: FormTable, old: Row, new: Row) -> Iterator[Cut]:
        """An entry that says something else: its values in place where they all stay values."""
        if old.said is None:
            return
        pairs = [
            (column, before, after)
            for column, before, after in zip(table.columns, old.cells, new.cells, strict=True)
            if before != after
        ]
        if all(before and after for _, before, after in pairs):
            for column, _, after in pairs:
                said = old.said if not column.name else old.said.key(column.name)
                value = said if isinstance(said, Said) or said is None else said.value
                if value is not None:
                    yield self._replaced(value, after, column.shape, flow=old.said.flow)
            return
        lines = self._list_lines(table, (new,), self._indent(old.said), flow=old.said.flow)
        yield Cut(
            start=line_start(self._text, old.said.start),
            end=line_end(self._text, content_end(self._text, old.said)),
            new="".join(f"{line}\n" for line in lines),
        )

    def _replaced(self, said: Said, cell: str, shape: Shape, *, flow: bool) -> Cut:
        """A value in place of another; a list keeps to lines of its own where it has them."""
        end = content_end(self._text, said)
        if said.sort is Sort.LIST and not said.flow:
            start = line_start(self._text, said.start)
            indent = self._text[start : said.start]
            items = meaning(cell, shape)
            if isinstance(items, tuple) and not indent.strip():
                lines = item_lines(items, shape, indent, chinese=self._chinese)
                return Cut(start=start, end=end, new="\n".join(lines))
        new = in_line(cell, shape, chinese=self._chinese, flow=flow)
        if said.sort is Sort.LIST and not said.flow:
            start = self._text.rindex(":", 0, said.start) + 1
            return Cut(start=start, end=end, new=f" {new}")
        return Cut(start=said.start, end=end, new=new)

    def _put_in(self, name: str, lines: Iterable[str]) -> Cut:
        """A key that was not there, after those that come before it."""
        names = list(self._head.shape.keys)
        before = [
            key
            for key in self._head.whole.keys
            if key.name in names and names.index(key.name) < names.index(name)
        ]
        here = self._head.start
        if before:
            last = max(before, key=lambda key: key.start)
            here = line_end(self._text, content_end(self._text, last.value))
        return Cut(start=here, end=here, new="".join(f"{line}\n" for line in lines))

    def _single_lines(self, name: str, news: list[Single]) -> Iterator[str]:
        """The lines of a key that is written anew."""
        if len(news[0].path) == 1:
            yield from key_lines(name, news[0].cell, news[0].shape, "", chinese=self._chinese)
            return
        yield f"{key_word(name, chinese=self._chinese)}:"
        for new in news:
            if new.cell:
                yield from key_lines(new.path[1], new.cell, new.shape, "  ", chinese=self._chinese)

    def _list_lines(
        self, table: FormTable, rows: Iterable[Row], indent: str, *, flow: bool
    ) -> Iterator[str]:
        """The lines of some entries; of a whole list that was not there, its key before them."""
        if self._head.whole.key(table.key) is None:
            yield f"{key_word(table.key, chinese=self._chinese)}:"
        for row in rows:
            if not table.columns[0].name:
                word = in_line(
                    row.cells[0], table.columns[0].shape, chinese=self._chinese, flow=False
                )
                yield f"{indent}- {word}"
                continue
            cells = {
                column.name: (cell, column.shape)
                for column, cell in zip(table.columns, row.cells, strict=True)
                if cell
            }
            yield from record_lines(cells, indent, chinese=self._chinese, flow=flow)

    def _own_line(self, row: Row) -> bool:
        """Whether an entry begins its line."""
        if row.said is None:
            return False
        start = line_start(self._text, row.said.start)
        return self._text[start : row.said.start].strip() == "-"

    def _indent(self, said: Said) -> str:
        start = line_start(self._text, said.start)
        return self._text[start : said.start].partition("-")[0]


def _is_small(table: FormTable) -> bool:
    """Whether its entries stand well between braces: short and without lists."""
    return all("\n" not in cell and len(cell) < 20 for row in table.rows for cell in row.cells)
