"""A form as it came back, read against the tables it was made from; nothing in it is believed.

Sheets and columns are known by their names, wherever they were moved to.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder.findings.finding import Finding, Place
from builder.form.plan import CAPTION, CONTENT, FILE, FIRST, GUIDE, HEADINGS_ROW
from builder.form.tables import BASICS, Column, Form, FormTable, Row, Single
from builder.form.typed import typed_cell
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.model.nearest import did_you_mean, nearest
from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.model.returned_looks import look_at

# Nobody mends more at once, and no scheme has a list so long.
_MOST_FINDINGS, _MOST_ROWS = 60, 5_000


@frozen
class Returned:
    """What a form says, as far as it can be read, and everything that is wrong with its cells."""

    form: Form
    findings: tuple[Finding, ...]


def read_returned(path: str, book: ReturnedWorkbook, base: Form) -> Returned:
    """The tables of ``base`` as the workbook fills them."""
    reading = _Reading(path=path, book=book)
    sheets = {sheet.name.strip(): sheet for sheet in book.sheets}
    known = (BASICS, *(table.sheet for table in base.tables))
    for name, sheet in sheets.items():
        if name not in (*known, GUIDE, FILE) and _has_text(sheet):
            reading.unknown(sheet.name, "", name, f"工作表“{name[:31]}”", known)
    for name in known:
        if name not in sheets:
            reading.missing("", name, f"工作表“{name}”")
    singles = base.singles
    if BASICS in sheets:
        singles = reading.singles(sheets[BASICS], base.singles)
    lists = tuple(
        reading.table(sheets[one.sheet], one) if one.sheet in sheets else one for one in base.lists
    )
    tree = base.tree
    if tree.sheet in sheets:
        tree = reading.table(sheets[tree.sheet], tree)
    form = replace(base, singles=singles, lists=lists, tree=tree)
    return Returned(form=form, findings=tuple(reading.found))


@dataclass(kw_only=True)
class _Reading:
    """The findings so far about one workbook, and the names that others were probably meant as."""

    path: str
    book: ReturnedWorkbook
    found: list[Finding] = field(default_factory=list)
    meant: set[str] = field(default_factory=set)

    def refuse(self, code: str, sheet: str, cell: str = "", **details: str) -> None:
        """Keep what is wrong with a cell; whoever gets so many wrong is not helped by more."""
        if len(self.found) < _MOST_FINDINGS:
            place = Place(path=self.path, sheet=sheet, cell=cell)
            actual, expected = details.pop("actual", ""), details.pop("expected", "")
            made = Finding.at(code, place, actual=actual, expected=expected, **details)
            self.found.append(made)

    def unknown(self, sheet: str, cell: str, word: str, said: str, known: Iterable[str]) -> None:
        """Keep that a name is not known, with the known one most like it."""
        if len(self.found) < _MOST_FINDINGS:
            names = tuple(known)
            self.meant.add(nearest(word, names))
            self.refuse("QA1204", sheet, cell, actual=said, hint=did_you_mean(word, names))

    def missing(self, sheet: str, name: str, said: str) -> None:
        """Keep that something is not there, unless it only is misspelt."""
        if name not in self.meant:
            self.refuse("QA1205", sheet, actual=said)

    def singles(self, sheet: ReturnedSheet, base: tuple[Single, ...]) -> tuple[Single, ...]:
        """The single values, each found by what stands beside it."""
        by_caption = {single.caption: single for single in base}
        rows: dict[str, int] = {}
        for row in _rows(sheet, FIRST):
            caption = _text(sheet, row, CAPTION)
            cell = cell_address(row, CAPTION)
            if not caption and _text(sheet, row, CONTENT):
                self.refuse("QA1205", sheet.name, cell, actual="这一行的“项”")
            elif caption and caption not in by_caption:
                self.unknown(sheet.name, cell, caption, f"“{caption[:60]}”", by_caption)
            elif caption in rows:
                self.refuse("QA1204", sheet.name, cell, actual=f"又一个“{caption}”", hint="")
            elif caption:
                rows[caption] = row
        made = []
        for single in base:
            row = rows.get(single.caption, 0)
            if not row:
                self.missing(sheet.name, single.caption, f"“{single.caption}”一行")
                made.append(single)
                continue
            column = Column(name="", caption=single.caption, shape=single.shape)
            made.append(replace(single, cell=self.cell(sheet, row, CONTENT, column), number=row))
        return tuple(made)

    def table(self, sheet: ReturnedSheet, base: FormTable) -> FormTable:
        """The rows of a table that say anything, in their order."""
        columns = self.columns(sheet, base)
        if columns is None:
            return base
        rows: list[Row] = []
        for number in _rows(sheet, HEADINGS_ROW + 1):
            if len(rows) >= _MOST_ROWS:
                self.refuse(
                    "QA1206",
                    sheet.name,
                    cell_address(number, 1),
                    actual=f"第 {_MOST_ROWS} 行以后还有内容",
                    expected=f"最多 {_MOST_ROWS} 行",
                    column=sheet.name,
                    hint="",
                )
                break
            cells = tuple(
                self.cell(sheet, number, columns[one.caption], one) for one in base.columns
            )
            if any(cells):
                rows.append(Row(cells=cells, number=number))
        self.strays(sheet, columns)
        return replace(base, rows=tuple(rows))

    def columns(self, sheet: ReturnedSheet, base: FormTable) -> Mapping[str, int] | None:
        """Where each column stands by its caption; ``None`` where one is missing."""
        known = {column.caption for column in base.columns}
        found: dict[str, int] = {}
        for row, column in sorted(sheet.cells):
            if row != HEADINGS_ROW:
                continue
            caption = _text(sheet, row, column).rstrip("* ")
            if caption in known and caption not in found:
                found[caption] = column
            elif caption:
                cell = cell_address(row, column)
                self.unknown(sheet.name, cell, caption, f"列“{caption[:60]}”", known)
        missing = [one.caption for one in base.columns if one.caption not in found]
        for caption in missing:
            self.missing(sheet.name, caption, f"列“{caption}”")
        return None if missing else found

    def strays(self, sheet: ReturnedSheet, columns: Mapping[str, int]) -> None:
        """Report what stands beside the table, where nobody would read it."""
        used = set(columns.values())
        for row, column in sorted(sheet.cells):
            if row > HEADINGS_ROW and column not in used and _text(sheet, row, column):
                cell = cell_address(row, column)
                said = _text(sheet, row, column)[:60]
                self.refuse(
                    "QA1206",
                    sheet.name,
                    cell,
                    actual=said,
                    expected="空着（表在左边，这里的不会读）",
                    column="表外",
                    hint="",
                )
                return

    def cell(self, sheet: ReturnedSheet, row: int, column: int, meant: Column) -> str:
        """The text of a cell, tidy; empty with the reason reported where it cannot be taken."""
        returned = sheet.cells.get((row, column))
        if returned is None:
            return ""
        percent = "%" in look_at(self.book.looks, returned.style).number_format
        typed = typed_cell(returned, meant.shape, percent=percent, from_1904=self.book.from_1904)
        if typed.refused:
            cell = cell_address(row, column)
            self.refuse(
                typed.code,
                sheet.name,
                cell,
                actual=typed.refused,
                expected=typed.expected,
                column=meant.caption,
                hint="",
            )
        return typed.text


def _rows(sheet: ReturnedSheet, first: int) -> Iterator[int]:
    yield from sorted({row for row, _ in sheet.cells if row >= first})


def _text(sheet: ReturnedSheet, row: int, column: int) -> str:
    value = sheet.value(row, column)
    return " ".join(value.split()) if isinstance(value, str) else "" if value is None else "?"


def _has_text(sheet: ReturnedSheet) -> bool:
    return any(cell.value not in (None, "") for cell in sheet.cells.values())
