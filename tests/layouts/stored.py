"""Kits of a layout as readable text, a line a cell or a paragraph, and files made from it again.

A line of a workbook is a sheet, or a cell: where it stands, whether it is locked, its value, and
whether that is worked out; how is not kept, nor are blanks. A line of a report is a paragraph with
style and bookmarks, or a row of a table.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from builder.formula.address import cell_address
from builder.formula.value import Value
from builder.model.returned import ReturnedWorkbook
from builder.model.returned_document import ReturnedDocument, ReturnedParagraph

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"


def book_text(workbook: ReturnedWorkbook) -> str:
    """A workbook as text."""
    lines: list[list[object]] = [["property", *pair] for pair in workbook.properties.items()]
    lines += (["name", *pair] for pair in workbook.names.items() if "!" not in pair[0])
    for sheet in workbook.sheets:
        lines.append(["sheet", sheet.name, sheet.state])
        for (row, column), cell in sorted(sheet.cells.items()):
            if cell.value not in (None, ""):
                lock = "locked" if cell.style in workbook.locked_styles else "open"
                place = cell_address(row, column)
                worked_out = [] if cell.formula is None else ["formula"]
                lines.append([place, lock, _plain(cell.value), *worked_out])
    return _joined(lines)


def report_text(document: ReturnedDocument) -> str:
    """A report as text."""
    lines: list[list[object]] = [["property", *pair] for pair in document.properties.items()]
    for block in document.blocks:
        if isinstance(block, ReturnedParagraph):
            lines.append(["p", block.style, block.text, *block.bookmarks])
        else:
            lines.append(["table"])
            lines += (["row", *row] for row in block.rows)
    return _joined(lines)


def _joined(lines: list[list[object]]) -> str:
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def _plain(value: Value) -> object:
    return {"number": str(value)} if isinstance(value, Decimal) else value


def book_file(text: str) -> bytes:
    """The workbook of a text."""
    lines = [json.loads(line) for line in text.splitlines()]
    sheets: list[tuple[str, str, list[list[Any]]]] = []
    names, properties = "", ""
    for number, line in enumerate(lines):
        match line:
            case ["property", key, value]:
                properties += (
                    f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number + 2}"'
                    f" name={quoteattr(key)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
                )
            case ["name", key, value]:
                names += f"<definedName name={quoteattr(key)}>{escape(value)}</definedName>"
            case ["sheet", name, state]:
                sheets.append((name, state, []))
            case _:
                sheets[-1][2].append(line)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state, _) in enumerate(sheets, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/worksheet"'
        f' Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument"'
            ' Target="xl/workbook.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/relationships/custom-properties"'
            ' Target="docProps/custom.xml"/>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
            f"<sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            f'{related}<Relationship Id="rId{len(sheets) + 1}"'
            f' Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>'
        ),
        "xl/styles.xml": _STYLES,
        "docProps/custom.xml": (
            f'<Properties xmlns="{_OFFICE}/custom-properties"'
            f' xmlns:vt="{_OFFICE}/docPropsVTypes">{properties}</Properties>'
        ),
    }
    for n, (_, _, cells) in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = "".join(_sheet(cells))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}')
    return held.getvalue()


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" applyProtection="1">'
    '<protection locked="0"/></xf></cellXfs></styleSheet>'
)


def _types(sheets: int) -> str:
    kinds = {
        "/xl/workbook.xml": f"{_TYPES}.spreadsheetml.sheet.main+xml",
        "/xl/styles.xml": f"{_TYPES}.spreadsheetml.styles+xml",
        "/docProps/custom.xml": f"{_TYPES}.custom-properties+xml",
    }
    for n in range(1, sheets + 1):
        kinds[f"/xl/worksheets/sheet{n}.xml"] = f"{_TYPES}.spreadsheetml.worksheet+xml"
    told = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{told}</Types>'
    )


def _relations(listed: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _sheet(cells: list[list[Any]]) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetData>'
    rows: dict[int, list[list[Any]]] = {}
    for line in cells:
        rows.setdefault(int("".join(filter(str.isdigit, line[0]))), []).append(line)
    for row, lines in rows.items():
        yield f'<row r="{row}">'
        yield from map(_cell, lines)
        yield "</row>"
    yield '</sheetData><sheetProtection sheet="1"/></worksheet>'


def _cell(line: list[Any]) -> str:
    place, lock, value, *formula = line
    style = int(lock == "open")
    told = "<f>0</f>" if formula else ""
    if isinstance(value, dict):
        return f'<c r="{place}" s="{style}">{told}<v>{value["number"]}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" s="{style}" t="b">{told}<v>{int(value)}</v></c>'
    text = escape("" if value is None else value)
    if told:
        return f'<c r="{place}" s="{style}" t="str">{told}<v>{text}</v></c>'
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )


def report_file(text: str, blank: bytes) -> bytes:
    """The report of a text; ``blank`` is any report, of which only the styles are used."""
    document = docx.Document(io.BytesIO(blank))
    body: Any = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    rows: list[list[str]] = []
    for line in text.splitlines():
        match json.loads(line):
            case ["property", *_]:
                continue
            case ["p", style, words, *bookmarks]:
                _put_table(document, rows)
                _put_paragraph(document, style, words, bookmarks)
            case ["table"]:
                _put_table(document, rows)
            case ["row", *cells]:
                rows.append(cells)
    _put_table(document, rows)
    held = io.BytesIO()
    document.save(held)
    return _with_properties(held.getvalue(), text)


def _put_paragraph(document: Document, style: str, words: str, bookmarks: list[str]) -> None:
    known = {one.name.lower(): one for one in document.styles if one.name}
    if style.lower() not in known:
        known[style.lower()] = document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    paragraph: Any = document.add_paragraph(words, style=known[style.lower()].name)
    element = paragraph._element  # noqa: SLF001 - the library offers no other way
    for number, name in enumerate(bookmarks):
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        mark = str(len(document.paragraphs) * 10 + number)
        start.set(qn("w:id"), mark)
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), mark)
        element.append(start)
        element.append(end)


def _put_table(document: Document, rows: list[list[str]]) -> None:
    if rows:
        table = document.add_table(len(rows), max(map(len, rows)))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                cell.text = words
    rows.clear()


def _with_properties(content: bytes, text: str) -> bytes:
    """The file with the custom properties of the text in place of its own."""
    told = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number + 2}"'
        f" name={quoteattr(line[1])}><vt:lpwstr>{escape(line[2])}</vt:lpwstr></property>"
        for number, line in enumerate(map(json.loads, text.splitlines()))
        if line[0] == "property"
    )
    part = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{told}</Properties>'
    )
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            own = name == "docProps/custom.xml"
            after.writestr(name, part if own else before.read(name))
    return held.getvalue()
