"""Where something that is wrong stands in the form: every finding at a sheet and a cell."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.form.plan import CONTENT
from builder.form.tables import BASICS, Form
from builder.form.tree_checked import Fault
from builder.form.tree_rows import WORDS
from builder.form.written import Unlike, Written
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.load.said import Said, SaidHead, said_head
from builder.load.source import source_of

_SHOWN = 60


@frozen
class _Spot:
    """A cell of the form and where its value begins in the text."""

    at: int
    sheet: str
    cell: str


def found_again(path: str, form: Form, fault: Fault) -> Finding:
    """A fault of a row of the tree as a finding."""
    column = form.tree.columns[fault.column]
    cell = cell_address(fault.row, fault.column + 1)
    details = {"column": column.caption, "hint": fault.hint}
    return Finding.at(
        fault.code,
        Place(path=path, sheet=form.tree.sheet, cell=cell),
        actual=fault.actual[:_SHOWN],
        expected=fault.expected,
        **details,
    )


def unlike_findings(path: str, form: Form, found: Iterable[Unlike]) -> Iterator[Finding]:
    """What would read otherwise than it was filled in."""
    for one in found:
        table = next((each for each in form.tables if each.sheet == one.sheet), None)
        captions = [column.caption for column in table.columns] if table else []
        column = captions.index(one.column) + 1 if one.column in captions else CONTENT
        place = Place(
            path=path, sheet=one.sheet or BASICS, cell=cell_address(max(one.row, 1), column)
        )
        yield Finding.at(
            "QA1209",
            place,
            actual=one.meant[:_SHOWN] or "（空）",
            expected=one.read[:_SHOWN] or "（空）",
            column=one.column or "内容",
        )


def place_in(path: str, place: Place, written: Written, edited: Form) -> Place:
    """The cell of the form that a place of the new text comes from."""
    line = place.line
    row = written.rows[line - 1] if 0 < line <= len(written.rows) else 0
    if row:
        cell = cell_address(row, WORDS + 1)
        return replace(place, path=path, line=0, column=0, sheet=edited.tree.sheet, cell=cell)
    starts = written.text.split("\n")
    at = sum(len(each) + 1 for each in starts[: max(line - 1, 0)]) + max(place.column - 1, 0)
    spots = sorted(_spots(written.text, edited), key=lambda one: one.at)
    here = [spot for spot in spots if spot.at <= at]
    if not here:
        return replace(place, path=path, line=0, column=0, sheet=BASICS, cell="")
    return replace(place, path=path, line=0, column=0, sheet=here[-1].sheet, cell=here[-1].cell)


def _spots(text: str, edited: Form) -> Iterator[_Spot]:
    """Every cell of the front matter with its place in the text."""
    source = source_of("", text)
    head = said_head(source)
    if head is None:
        return
    for single in edited.singles:
        said = _said(head, single.path)
        if said is not None:
            yield _Spot(at=said.start, sheet=BASICS, cell=cell_address(single.number, CONTENT))
    for table in edited.lists:
        said = _said(head, (table.key,))
        entries = () if said is None else said.items
        for row, entry in zip(table.rows, entries, strict=False):
            first = cell_address(row.number, 1)
            yield _Spot(at=entry.start, sheet=table.sheet, cell=first)
            for number, column in enumerate(table.columns, start=1):
                key = entry.key(column.name)
                if key is not None:
                    cell = cell_address(row.number, number)
                    yield _Spot(at=key.start, sheet=table.sheet, cell=cell)


def _said(head: SaidHead, path: tuple[str, ...]) -> Said | None:
    said: Said | None = head.whole
    for name in path:
        key = None if said is None else said.key(name)
        said = None if key is None else key.value
    return said
