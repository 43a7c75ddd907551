"""What a form changed, said in a line each."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from builder.form.tables import BASICS, Form, FormTable
from builder.form.tree_rows import NUMBER, WORDS
from builder.frozen import frozen

_QUOTED = 24


@frozen
class Difference:
    """One change: where it stands, and what became of what."""

    sheet: str
    words: str


def differences(base: Form, edited: Form) -> Iterator[Difference]:
    """Every change, sheet by sheet."""
    for old, new in zip(base.singles, edited.singles, strict=True):
        if old.cell != new.cell:
            words = f"{old.caption}：{_quoted(old.cell)} → {_quoted(new.cell)}"
            yield Difference(sheet=BASICS, words=words)
    for before, after in zip(base.tables, edited.tables, strict=True):
        yield from _in_table(before, after)


def _in_table(old: FormTable, new: FormTable) -> Iterator[Difference]:
    before, after = [row.cells for row in old.rows], [row.cells for row in new.rows]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for at in range(both):
            words = "；".join(_cells(old, before[i1 + at], after[j1 + at]))
            yield Difference(
                sheet=old.sheet, words=f"第 {new.rows[j1 + at].number} 行　改：{words}"
            )
        for cells in before[i1 + both : i2]:
            yield Difference(sheet=old.sheet, words=f"去掉：{_named(old, cells)}")
        for row in new.rows[j1 + both : j2]:
            said = _named(old, row.cells)
            yield Difference(sheet=old.sheet, words=f"第 {row.number} 行　加上：{said}")


def _cells(table: FormTable, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    for column, old, new in zip(table.columns, before, after, strict=True):
        if old != new:
            yield f"{column.caption} {_quoted(old)} → {_quoted(new)}"


def _named(table: FormTable, cells: tuple[str, ...]) -> str:
    """The row by its first words; a row of the tree by its number and name."""
    if table.key:
        return " ".join(_short(cell) for cell in cells if cell)[: 2 * _QUOTED]
    return _short(f"{cells[NUMBER]}{cells[WORDS]}")


def _quoted(text: str) -> str:
    return f"“{_short(text)}”" if text else "（空）"


def _short(text: str) -> str:
    line = text.replace("\n", "／")
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
