"""Sections of an old report stand in the new one with their pictures and tables."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.shared import Mm

from builder.editions.carried import Fate
from builder.pipeline.carry.order import CarriedKit
from builder.pipeline.kit_names import KitPart
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document
from builder.verify.word.returned import ReturnedReport, take_apart
from builder.word.written import WrittenSection
from tests.editions.pairs import PAIRS, Pair
from tests.pipeline.carry.carried import account_of, carried, order_to, written
from tests.support.reports import complete_workbook, filled_report
from tests.support.workbooks import PENGJIANG

BY_NAME = {pair.name: pair for pair in PAIRS}


def png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = b"".join(b"\x00" + b"\x30\x60\x90" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    )


def illustrate(document: Document, heading: str, words: str) -> None:
    """Put a text, a picture and a table of one's own under a heading."""
    paragraphs = list(document.paragraphs)
    place = next(
        number
        for number, one in enumerate(paragraphs)
        if one.text.startswith(heading)
        and one.style is not None
        and "ead" in (one.style.name or "")
    )
    answer: Any = next(
        one for one in paragraphs[place + 1 :] if one.style and one.style.name == "QA填写区"
    )
    answer.add_run(words)
    drawn = document.add_paragraph()
    drawn.add_run().add_picture(io.BytesIO(png()), width=Mm(20))
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"{words}第{number}格"
    answer._p.addnext(drawn._p)  # noqa: SLF001 - the only way to put it in its place
    drawn._p.addnext(table._tbl)  # noqa: SLF001 - the same


def taken_apart(content: bytes, folder: Path, order: Any) -> ReturnedReport:
    path = folder / "new.docx"
    path.write_bytes(content)
    read = read_document(path)
    assert read.document is not None, read.findings
    opened = WordVerifier(Verifier(order.schemes)).open(str(path), read.document)
    assert opened.plan is not None, opened.findings
    return take_apart(opened.plan, read.document)


def section(report: ReturnedReport, code: str) -> WrittenSection:
    return next(one for one in report.sections if one.section.code == code)


def carried_over(pair: Pair, folder: Path, edit: Any = None) -> tuple[CarriedKit, Any]:
    book, report = folder / "old.xlsx", folder / "old.docx"
    book.write_bytes(complete_workbook(pair.scheme))
    report.write_bytes(filled_report(pair.scheme, edit))
    order = order_to(written(folder, pair))
    return carried(book, order, report), order


def test_a_moved_section_keeps_its_picture_and_its_table(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        illustrate(document, "1.5 社会责任", "我们的公益行动")

    made, order = carried_over(BY_NAME["moved into another chapter"], tmp_path, edit)
    new = taken_apart(dict(made.contents)[KitPart.DOCX], tmp_path, order)
    there = section(new, "5.8")
    assert "我们的公益行动" in there.text
    assert there.pictures == 1
    assert there.tables[0][1] == ("我们的公益行动第2格", "我们的公益行动第3格")
    lines = account_of(made).lines
    line = next(one for one in lines if one.place.startswith("申报材料　1.5"))
    assert line.to.startswith("申报材料　5.8")


def test_what_has_no_place_stands_at_the_end_with_its_picture(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        illustrate(document, "5.7.3 产品和服务质量", "独有的做法")

    made, order = carried_over(BY_NAME["rewritten beyond recognition"], tmp_path, edit)
    content = dict(made.contents)[KitPart.DOCX]
    new = taken_apart(content, tmp_path, order)
    assert "独有的做法" not in "".join(one.text for one in new.sections)
    document = docx.Document(io.BytesIO(content))
    texts = [one.text for one in document.paragraphs]
    note = next(number for number, text in enumerate(texts) if text.startswith("沿用情况"))
    assert any("独有的做法" in text for text in texts[note:])
    assert len(document.inline_shapes) == 1
    assert any(one.fate is Fate.LEFT and "5.7.3" in one.place for one in account_of(made).lines)


@pytest.mark.parametrize("name", ["points moved", "split", "a chapter in front renumbers all"])
def test_every_section_is_in_the_new_report_or_accounted_for(name: str, tmp_path: Path) -> None:
    pair = BY_NAME[name]
    made, order = carried_over(pair, tmp_path)
    old = taken_apart((tmp_path / "old.docx").read_bytes(), tmp_path, order_to(PENGJIANG))
    new = taken_apart(dict(made.contents)[KitPart.DOCX], tmp_path, order)
    texts = {one.text for one in new.sections}
    told = "\n".join(line.text for line in account_of(made).lines)
    assert [
        one.section.code
        for one in old.sections
        if one.text and one.text not in texts and one.text not in told
    ] == []
    verdict = WordVerifier(Verifier(order.schemes)).judge(
        "new.docx", read_document(tmp_path / "new.docx")
    )
    assert verdict.status.value != "unreadable"
