"""Reading an office's list of applicants from a workbook."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.model.nearest import did_you_mean
from builder.model.returned import NOTHING, ReturnedCell, ReturnedSheet
from builder.pipeline.applicant_row import Cells, RowReader
from builder.pipeline.applicants import Applicant, Applicants, Asked
from builder.pipeline.list_hidden import hidden_entries
from builder.pipeline.list_sheets import list_sheet
from builder.pipeline.list_values import text_of
from builder.pipeline.list_words import (
    IGNORED_COLUMNS,
    footers,
    head_texts,
    heading,
    lowest,
    said_below,
)
from builder.read.workbook import read_workbook

# A title and some remarks may stand above the head of the list.
_HEAD_WITHIN = 10


def read_applicants(path: Path, asked: Asked) -> Applicants:
    """The applicants on the first visible sheet with a head in the workbook at ``path``."""
    read = read_workbook(path)
    if read.workbook is None:
        place = Place(path=str(path))
        found = (Finding.at("QA861", place, actual=one.message) for one in read.findings)
        return Applicants(rows=(), filled=(), findings=tuple(found))
    found_on = list_sheet(read.workbook, lambda sheet: _head(sheet, asked))
    sheet, head = found_on.sheet, found_on.head
    place = Place(path=str(path), sheet=sheet.name)
    if head is None:
        details = {"title": asked.name_column, "options": "、".join(asked.columns)}
        none = Finding.at("QA862", place, expected=str(_HEAD_WITHIN), **details)
        return Applicants(rows=(), filled=(), findings=(none,))
    captions = _captions(sheet, head, asked)
    doubled = tuple(_doubled(captions, asked, place, head))
    if doubled:
        return Applicants(rows=(), filled=(), findings=doubled)
    reader = RowReader(asked, place, from_1904=read.workbook.from_1904)
    named = next(column for column, one in captions.items() if one == asked.name_column)
    sheet = said_below(sheet, head)
    rows, findings = _rows(sheet, captions, head, footers(sheet, head, named), reader)
    if not rows and not findings:
        findings = [Finding.at("QA865", place)]
    filled = (item.name for title, item in asked.by_title.items() if title in captions.values())
    return Applicants(
        rows=tuple(rows),
        filled=tuple(filled),
        findings=(
            *_strange(captions, asked, place, head),
            *hidden_entries(sheet, head, place),
            *found_on.findings(place),
            *findings,
        ),
    )


def _head(sheet: ReturnedSheet, asked: Asked) -> int | None:
    rows = sorted({row for row, _ in sheet.cells if row <= _HEAD_WITHIN})
    for row in rows:
        if asked.name_column in _captions(sheet, row, asked).values():
            return lowest(sheet, row)
    return None


def _captions(sheet: ReturnedSheet, head: int, asked: Asked) -> dict[int, str]:
    """What the head row means, by column; blanks inside a caption do not count."""
    captions = head_texts(sheet, head)
    # Where the heading itself is there too, the other one means something else.
    open_ = [one for one in asked.columns if one not in captions.values()]
    return {column: heading(caption, open_) for column, caption in captions.items()}


def _rows(
    sheet: ReturnedSheet,
    captions: Mapping[int, str],
    head: int,
    left_out: Mapping[int, str],
    reader: RowReader,
) -> tuple[list[Applicant], list[Finding]]:
    below: dict[int, Cells] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if row > head and column in captions:
            below.setdefault(row, {})[captions[column]] = (column, cell)
    rows: list[Applicant] = []
    findings: list[Finding] = []
    for row, cells in below.items():
        if any(_holds_something(cell) for _, cell in cells.values()):
            if row in left_out:
                findings.append(reader.left_out(row, cells, left_out[row]))
                continue
            applicant, found = reader.read(row, _with_blanks(cells, captions))
            findings += found
            if applicant is not None:
                rows.append(applicant)
    return rows, findings


def _with_blanks(cells: Cells, captions: Mapping[int, str]) -> Cells:
    """The cells of a row by caption, those that the file leaves out as blank ones."""
    blank = {caption: (column, NOTHING) for column, caption in captions.items()}
    return {**blank, **cells}


def _holds_something(cell: ReturnedCell) -> bool:
    return bool(text_of(cell)) or not cell.calculated


def _strange(
    captions: Mapping[int, str], asked: Asked, place: Place, head: int
) -> Iterator[Finding]:
    known = asked.columns
    for column, caption in captions.items():
        if caption not in (*known, *IGNORED_COLUMNS):
            details = {"hint": did_you_mean(caption, known), "options": "、".join(known)}
            where = Place(path=place.path, sheet=place.sheet, cell=cell_address(head, column))
            yield Finding.at("QA863", where, actual=caption, **details)


def _doubled(
    captions: Mapping[int, str], asked: Asked, place: Place, head: int
) -> Iterator[Finding]:
    seen: set[str] = set()
    for column, caption in captions.items():
        if caption in seen and caption in asked.columns:
            where = Place(path=place.path, sheet=place.sheet, cell=cell_address(head, column))
            yield Finding.at("QA864", where, actual=caption)
        seen.add(caption)
