"""Notices in the shapes that offices give them: Word and Excel files made from a seed or a tree."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from builder.formula.render import plain_number
from builder.model.official import Indicator
from builder.model.scheme import Scheme
from builder.notice.lines import Block, Line, Table
from builder.notice.reading.converted import converted

# A row of a table: the texts of its cells, None where the cell above or beside lies over it.
Row = list[str | None]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What stands on paper: paragraphs, and tables whose first ``heads`` rows are their head."""

    parts: tuple["str | Sheet", ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table on paper."""

    rows: tuple[Row, ...]
    heads: int


Maker = Callable[[Paper], bytes]


def word(paper: Paper, *, numbered: bool = False) -> bytes:
    """A Word document with merged cells; ``numbered`` leaves the numbers to Word's own lists."""
    document = docx.Document()
    lists = _Lists(document)
    for part in paper.parts:
        if isinstance(part, Sheet):
            _word_table(document, part)
        else:
            found = lists.number(part) if numbered else None
            paragraph = document.add_paragraph(part if found is None else found[1])
            if found is not None:
                paragraph._p.get_or_add_pPr().append(found[0])  # noqa: SLF001 - the library has no public way to number
    return _saved(document)


def word_numbered(paper: Paper) -> bytes:
    """The same with the numbers left to Word."""
    return word(paper, numbered=True)


def word_split(paper: Paper) -> bytes:
    """The same with every long table cut in two or more, a cell of it cut as well."""
    parts: list[str | Sheet] = []
    for part in paper.parts:
        parts += _cut(part) if isinstance(part, Sheet) else [part]
    return word(Paper(parts=tuple(parts)))


def pdf(paper: Paper) -> bytes:
    """The Word document as LibreOffice prints it."""
    return converted(word(paper), ".docx", "pdf")


def excel(paper: Paper) -> bytes:
    """A workbook: paragraphs in the first column, tables with merged cells below."""
    book = Workbook()
    sheet: Any = book.active
    at = 1
    for part in paper.parts:
        if not isinstance(part, Sheet):
            sheet.cell(at, 1, part)
            at += 1
            continue
        at += 1
        for number, row in enumerate(part.rows):
            for column, text in enumerate(row):
                if text:
                    sheet.cell(at + number, column + 1, text)
        for top, left, bottom, right in _merged(part.rows):
            sheet.merge_cells(
                start_row=at + top,
                start_column=left + 1,
                end_row=at + bottom,
                end_column=right + 1,
            )
        at += len(part.rows) + 1
    return _saved(book)


def paper_of(blocks: Sequence[Block]) -> Paper:
    """A seed as it would stand on paper: its paragraphs, its tables with their cells merged."""
    return Paper(
        parts=tuple(block.text if isinstance(block, Line) else _sheet(block) for block in blocks)
    )


def _sheet(table: Table) -> Sheet:
    rows: list[Row] = [
        ["\n".join(line.text for line in cell.lines) for cell in row] for row in table.rows
    ]
    for number, row in enumerate(rows[2:], start=2):
        for column, text in enumerate(row[:-1]):
            # What is empty beside nothing but empty cells lies under the cell above it.
            if not text and not any(row[:column]) and any(row):
                rows[number][column] = None
    return Sheet(rows=tuple(rows), heads=1)


def tree_as_table(scheme: Scheme) -> Paper:
    """A tree as one merged table: a column for each level, criteria, points."""
    depth = max(_depth(root) for root in scheme.indicators)
    bands = _bands(scheme)
    words = ("一级", "二级", "三级", "四级", "五级")[:depth]
    heads: list[Row] = [["序号", "评价指标", *[None] * (depth - 1), "评价要点"]]
    heads[0] += (["评分标准", *[None] * (len(bands) - 1)] if bands else []) + ["评分分值"]
    heads.append([None, *words, None, *(bands or []), None])
    body: list[Row] = []
    for at, root in enumerate(scheme.indicators, start=1):
        _rows(root, [], str(at), depth, len(bands), body)
    total: Row = [
        "合计",
        *[None] * depth,
        "",
        *[""] * len(bands),
        f"{plain_number(scheme.total)}分",
    ]
    table = Sheet(rows=(*heads, *body, total), heads=2)
    return Paper(parts=("附件2", scheme.title, table))


def tree_as_headings(scheme: Scheme) -> Paper:
    """A tree as headings with their points and a paragraph for each criterion."""
    parts: list[str] = ["附件2", scheme.title, f"总分{plain_number(scheme.total)}分。"]
    for root in scheme.indicators:
        for node in root.walk:
            points = "" if node.points is None else f"（{plain_number(node.points)}分）"
            parts.append(f"{node.number}{_gap(node.number)}{node.name}{points}")
            parts += [note.text for note in node.notes if not note.text.startswith("注")]
            parts += _criteria(node)
            parts += [note.text for note in node.notes if note.text.startswith("注")]
    return Paper(parts=tuple(parts))


def _gap(number: str) -> str:
    return " " if number[-1:].isdigit() or number.endswith(".") else ""


def _criteria(node: Indicator) -> list[str]:
    return [
        one.printed + ("" if one.points is None else f"（{plain_number(one.points)}分）")
        for one in node.criteria
        # Points with punctuation behind them stay in the text.
    ]


def _bands(scheme: Scheme) -> list[str]:
    tables = [table for root in scheme.indicators for node in root.walk for table in node.tables]
    return list(tables[0].header) if tables else []


def _depth(node: Indicator) -> int:
    return 1 + max((_depth(child) for child in node.children), default=0)


def _rows(
    node: Indicator, above: list[str | None], ordinal: str, depth: int, bands: int, body: list[Row]
) -> None:
    """The rows of a node and all beneath it; what lies over several rows is said in the first."""
    points = "" if node.points is None else f"{plain_number(node.points)}分"
    is_leaf = not node.children
    number = node.number if node.number != ordinal else ""
    name = f"{number}{_gap(number)}{node.name}"
    here = name if is_leaf or not points else f"{name}\n{points}"
    levels: list[str | None] = [*above, here]
    texts = _criteria(node) + [note.text for note in node.notes]
    tables = [list(row.cells) for table in node.tables for row in table.rows]
    if is_leaf or texts:
        room: list[str | None] = [""] * (depth - len(levels))
        said = [cell.replace("<br>", "\n") for cell in tables[0]] if tables else [""] * bands
        first: Row = [ordinal, *levels, *room, "\n".join(texts), *said]
        body.append([*first, points if is_leaf else ""])
        levels, ordinal = [None] * len(levels), ""
    for child in node.children:
        _rows(child, levels, ordinal, depth, bands, body)
        levels, ordinal = [None] * len(levels), ""


def _merged(rows: Sequence[Row]) -> Iterator[tuple[int, int, int, int]]:
    """The rectangles of merged cells: top, left, bottom, right, counted from 0."""
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(rows):
        for left, text in enumerate(row):
            if text is None or (top, left) in taken:
                continue
            right = left
            while (
                right + 1 < len(row) and row[right + 1] is None and _is_across(rows, top, right + 1)
            ):
                right += 1
            bottom = top
            while bottom + 1 < len(rows) and all(
                rows[bottom + 1][at] is None and not _is_across(rows, bottom + 1, at)
                for at in range(left, right + 1)
            ):
                bottom += 1
            if (top, left) != (bottom, right):
                taken.update((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1))
                yield top, left, bottom, right


def _is_across(rows: Sequence[Row], row: int, column: int) -> bool:
    """Whether an empty place lies under the cell to its left and not under the one above."""
    left = column - 1
    while left >= 0 and rows[row][left] is None:
        left -= 1
    if left < 0:
        return False
    return rows[row][left] in ("评价指标", "评估指标", "评分标准", "级别", "合计")


def _word_table(document: Any, table: Sheet) -> None:
    made = document.add_table(rows=len(table.rows), cols=len(table.rows[0]))
    made.style = "Table Grid"
    for number, row in enumerate(table.rows):
        for column, text in enumerate(row):
            if text:
                first, *others = text.split("\n")
                cell = made.cell(number, column)
                cell.paragraphs[0].text = first
                for other in others:
                    cell.add_paragraph(other)
    # No document ends with a table, and two that touch are one.
    document.add_paragraph()
    for top, left, bottom, right in _merged(table.rows):
        cell = made.cell(top, left).merge(made.cell(bottom, right))
        for paragraph in [one for one in cell.paragraphs[1:] if not one.text]:
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - merging leaves empty paragraphs


_ROWS_OF_A_PAGE = 9


def _cut(table: Sheet) -> list[str | Sheet]:
    """A table as pages cut it: heads again on each, the criteria of the last row on both."""
    heads, body = list(table.rows[: table.heads]), [list(row) for row in table.rows[table.heads :]]
    pieces: list[str | Sheet] = []
    while len(body) > _ROWS_OF_A_PAGE:
        page, body = body[:_ROWS_OF_A_PAGE], body[_ROWS_OF_A_PAGE:]
        last = page[-1]
        at = max(range(len(last)), key=lambda column: len(last[column] or ""))
        texts = (last[at] or "").split("\n")
        if len(texts) > 1:
            last[at] = "\n".join(texts[:1])
            rest: Row = [""] * len(last)
            rest[at] = "\n".join(texts[1:])
            body.insert(0, rest)
        body[0] = ["" if cell is None else cell for cell in body[0]]
        pieces.append(Sheet(rows=(*heads, *page), heads=table.heads))
    return [*pieces, Sheet(rows=(*heads, *body), heads=table.heads)]


class _Lists:
    """The lists of a Word document by the kind of number, each a level of its own list."""

    _FORMS = (
        (re.compile(r"^([一二三四五六七八九十]{1,2})、"), "chineseCounting", "%1、"),
        (re.compile(r"^（([一二三四五六七八九十]{1,2})）"), "chineseCounting", "（%1）"),
        (re.compile(r"^（(\d{1,2})）"), "decimal", "（%1）"),
        (re.compile(r"^([a-z])\.\s*"), "lowerLetter", "%1."),
        (re.compile(r"^([a-z])\)\s*"), "lowerLetter", "%1)"),
        (re.compile(r"^(\d{1,2})、"), "decimal", "%1、"),
        (re.compile(r"^(——)"), "bullet", "——"),
        (re.compile(r"^(\d{1,2})\.(\d{1,2}) "), "decimal", "%1.%2"),
    )

    def __init__(self, document: Any) -> None:
        self._numbering = document.part.numbering_part.element
        self._next = 500
        self._open: dict[int, tuple[str, int, int]] = {}

    def number(self, text: str) -> tuple[Any, str] | None:
        """The properties that print the number, and the text without it."""
        for at, (pattern, kind, words) in enumerate(self._FORMS):
            found = pattern.match(text)
            if found is None:
                continue
            value = 1 if kind == "bullet" else _value(found[found.lastindex or 1])
            prefix = found[1] if found.lastindex == 2 else ""
            before, listed, last = self._open.get(at, ("", 0, 0))
            listed = listed if before == prefix else 0
            if not listed or (kind != "bullet" and value != last + 1):
                listed = self._begin(kind, words.replace("%1.%2", f"{prefix}.%1"), value)
            self._open[at] = (prefix, listed, value)
            for other in range(at + 1, len(self._FORMS)):
                if other not in (5, 6, 7):
                    self._open.pop(other, None)
            properties = OxmlElement("w:numPr")
            for name, said in (("w:ilvl", "0"), ("w:numId", str(listed))):
                one = OxmlElement(name)
                one.set(qn("w:val"), said)
                properties.append(one)
            return properties, text[found.end() :]
        return None

    def _begin(self, kind: str, words: str, start: int) -> int:
        self._next += 1
        shared, own = OxmlElement("w:abstractNum"), OxmlElement("w:num")
        shared.set(qn("w:abstractNumId"), str(self._next))
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), "0")
        for name, said in (("start", str(start)), ("numFmt", kind), ("lvlText", words)):
            one = OxmlElement(f"w:{name}")
            one.set(qn("w:val"), said)
            level.append(one)
        shared.append(level)
        own.set(qn("w:numId"), str(self._next))
        reference = OxmlElement("w:abstractNumId")
        reference.set(qn("w:val"), str(self._next))
        own.append(reference)
        self._numbering.insert(0, shared)
        self._numbering.append(own)
        return self._next


_CHINESE = "零一二三四五六七八九十"


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    if printed.isascii():
        return ord(printed) - ord("a") + 1
    tens, _, ones = printed.rpartition("十")
    return (_CHINESE.index(tens or "一") * 10 if "十" in printed else 0) + (
        _CHINESE.index(ones) if ones else 0
    )


def _saved(made: Any) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()
