"""Schemes as forms, and forms as a clerk with a spreadsheet changes them."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from builder.form.tables import Form, form_of
from builder.load.library import shipped_schemes
from builder.load.source import Source, read_source, source_of
from builder.pipeline.form import ReadForm, read_form, write_form
from tests.docs.pages import SCHEME_GUIDE, blocks

# Every key, every attribute and both spellings: the examples of the page on schemes.
EXAMPLES = {
    text.partition("\n")[2].partition("\n")[0].partition(" ")[2]: f"{text}\n"
    for text in blocks(SCHEME_GUIDE, "markdown")
    if text.startswith("---")
}
SHIPPED = {path.stem: path.read_text(encoding="utf-8") for path in shipped_schemes()}
SCHEMES = {**SHIPPED, **EXAMPLES}

# A scheme that says as little as one can.
LEAST = """\
---
id: least
title: 甲
award: 甲奖
edition: 第1版
source: 附件1
total: 1
scale: direct
step: 1
---

# 1 领导（1分）
"""


def source(text: str) -> Source:
    """A text as a source."""
    return source_of("方案.md", text)


def form(text: str) -> Form:
    """The form of a text that has one."""
    made = form_of(source(text))
    assert made is not None
    return made


def put(folder: Path, text: str) -> Path:
    """A scheme file with this text and the form of it beside it."""
    path = folder / "方案.md"
    path.write_text(text, encoding="utf-8")
    assert write_form(path, folder / "方案.xlsx").findings == ()
    return path


def filled(folder: Path, text: str, fill: Callable[[Workbook], object]) -> ReadForm:
    """What reading the form back says after somebody changed it."""
    path = put(folder, text)
    book = load_workbook(folder / "方案.xlsx")
    fill(book)
    book.save(folder / "方案.xlsx")
    return read_form(folder / "方案.xlsx", path)


def text_of(folder: Path) -> str:
    """The scheme file as it is now."""
    read = read_source(folder / "方案.md")
    assert isinstance(read, Source)
    return read.text


def row_of(sheet: Worksheet, column: int, words: str) -> int:
    """The row whose cell in a column holds these words."""
    return next(
        cell.row
        for (cell,) in sheet.iter_rows(min_col=column, max_col=column)
        if cell.value == words
    )
