"""What people and programs do to a workbook file, done to its bytes as they would leave it."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.plan.workbook import CellPlan, Content, WorkbookPlan

WORKBOOK, STRINGS, PROPERTIES = "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/custom.xml"

# A reference outside quoted texts: a sheet perhaps, the columns, and the rows of one cell or two.
_REFERENCE = re.compile(
    r"(?<![\w.$!'])(?:('(?:[^']|'')+'|\w+)!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?"
    r"(?![\w(])"
)
_FORMULA = re.compile(r"(<f>)([^<]*)(</f>)")
_NAME = re.compile(r"(<definedName [^>]*>)([^<]*)(</definedName>)")
_CACHED = re.compile(r"(<c [^>]*?)(?: t=\"\w+\")?(>)(<f>[^<]*</f>)<v>[^<]*</v>")

# Where a row stands afterwards; ``None`` for one that is gone.
Move = Callable[[int], int | None]


def edited(content: bytes, part: str, edit: Callable[[str], str]) -> bytes:
    """The file with the text of one part changed; an edit that changes nothing is a mistake."""
    parts = _parts(content)
    before = parts[part].decode()
    after = edit(before)
    assert after != before, f"nothing changed in {part}"
    return _packed({**parts, part: after.encode()})


def without_parts(content: bytes, *names: str) -> bytes:
    """The file without some of its parts."""
    return _packed({name: body for name, body in _parts(content).items() if name not in names})


def sheet_part(plan: WorkbookPlan, sheet: str) -> str:
    """The part that holds a sheet."""
    return f"xl/worksheets/sheet{[each.name for each in plan.sheets].index(sheet) + 1}.xml"


def with_cell(content: bytes, plan: WorkbookPlan, cell: Cell, edit: Callable[[str], str]) -> bytes:
    """The file with the markup of one cell changed."""
    address = cell_address(cell.row, cell.column)
    markup = re.compile(rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)')
    return edited(
        content,
        sheet_part(plan, cell.sheet),
        lambda xml: markup.sub(lambda match: edit(match[0]), xml, count=1),
    )


def with_formula(content: bytes, plan: WorkbookPlan, cell: Cell, formula: str, value: str) -> bytes:
    """The file with a formula and its cached number in one cell."""
    address = cell_address(cell.row, cell.column)
    return with_cell(
        content, plan, cell, lambda _: f'<c r="{address}"><f>{formula}</f><v>{value}</v></c>'
    )


def with_cached(content: bytes, plan: WorkbookPlan, cell: Cell, value: str) -> bytes:
    """The file with another number shown by a formula, the formula left as it is."""
    return with_cell(
        content, plan, cell, lambda xml: re.sub(r"<v>[^<]*</v>", f"<v>{value}</v>", xml)
    )


def never_calculated(content: bytes) -> bytes:
    """The file as a program saves it that writes formulas and calculates none."""
    return _packed(
        {
            name: _CACHED.sub(r"\1\2\3", body.decode()).encode() if _is_sheet(name) else body
            for name, body in _parts(content).items()
        }
    )


def with_content(plan: WorkbookPlan, cell: Cell, content: Content) -> WorkbookPlan:
    """The plan with something else in one cell; a file made from it is calculated with it."""

    def changed(each: CellPlan) -> CellPlan:
        return replace(each, content=content) if _at(each, cell) else each

    sheets = tuple(
        replace(sheet, cells=tuple(changed(each) for each in sheet.cells))
        if sheet.name == cell.sheet
        else sheet
        for sheet in plan.sheets
    )
    return replace(plan, sheets=sheets)


def content_of(plan: WorkbookPlan, cell: Cell) -> Content:
    """What the plan puts into a cell."""
    return next(each.content for each in plan.sheet(cell.sheet).cells if _at(each, cell))


def without_sheet(content: bytes, plan: WorkbookPlan, sheet: str) -> bytes:
    """The file after somebody deleted a sheet: what referred to it says ``#REF!``."""
    number = [each.name for each in plan.sheets].index(sheet) + 1

    def broken(text: str) -> str:
        return re.sub(rf"(?:'{sheet}'|\b{sheet})![$A-Z0-9:]+", "#REF!", text)

    parts = _parts(content)
    del parts[sheet_part(plan, sheet)]
    for name in parts:
        if _is_sheet(name):
            parts[name] = _formulas(parts[name].decode(), broken).encode()
    book = re.sub(rf'<sheet [^>]*r:id="rId{number}"/>', "", parts[WORKBOOK].decode())
    book = re.sub(r'<definedName [^>]*localSheetId="\d"[^>]*>[^<]*</definedName>', "", book)
    parts[WORKBOOK] = _names(book, broken).encode()
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = re.sub(
        rf'<Relationship Id="rId{number}"[^>]*/>', "", parts[links].decode()
    ).encode()
    return _packed(parts)


def with_sheet_renamed(content: bytes, sheet: str, name: str) -> bytes:
    """The file after somebody renamed a sheet: all that refers to it follows."""

    def renamed(text: str) -> str:
        return re.sub(rf"(?:'{sheet}'|\b{sheet})!", f"'{name}'!", text)

    parts = _parts(content)
    for part in parts:
        if _is_sheet(part):
            parts[part] = _formulas(parts[part].decode(), renamed).encode()
    book = _names(parts[WORKBOOK].decode(), renamed)
    parts[WORKBOOK] = book.replace(f'<sheet name="{sheet}"', f'<sheet name="{name}"').encode()
    return _packed(parts)


def with_rows_inserted(
    content: bytes, plan: WorkbookPlan, sheet: str, row: int, count: int
) -> bytes:
    """The file after somebody inserted empty rows above ``row``."""
    return _moved(content, plan, sheet, lambda each: each + count if each >= row else each)


def without_row(content: bytes, plan: WorkbookPlan, sheet: str, row: int) -> bytes:
    """The file after somebody deleted a row: references to it break, ranges over it shrink."""

    def move(each: int) -> int | None:
        return None if each == row else each - 1 if each > row else each

    return _moved(content, plan, sheet, move)


def _moved(content: bytes, plan: WorkbookPlan, sheet: str, move: Move) -> bytes:
    parts = _parts(content)
    for each in plan.sheets:
        part = sheet_part(plan, each.name)
        text = _formulas(parts[part].decode(), partial(_shifted, each.name, sheet, move))
        parts[part] = (_rows_moved(text, move) if each.name == sheet else text).encode()
    book = _names(parts[WORKBOOK].decode(), partial(_shifted, "", sheet, move))
    parts[WORKBOOK] = book.encode()
    return _packed(parts)


def _rows_moved(xml: str, move: Move) -> str:
    head, _, rest = xml.partition("<sheetData>")
    data, _, tail = rest.partition("</sheetData>")
    rows: list[str] = []
    for row in re.finditer(r'<row r="(\d+)".*?</row>', data):
        new = move(int(row[1]))
        if new is not None:
            rows.append(re.sub(rf'( r="[A-Z]*){row[1]}"', rf'\g<1>{new}"', row[0]))
    # Merges and validations follow in no test; without them nothing overlaps.
    tail = re.sub(r"<mergeCells.*?</mergeCells>|<dataValidations.*?</dataValidations>", "", tail)
    return f"{head}<sheetData>{''.join(rows)}</sheetData>{tail}"


def _shifted(home: str, sheet: str, move: Move, formula: str) -> str:
    """The formula after rows of ``sheet`` moved; quoted texts in it stay as they are."""

    def shift(match: re.Match[str]) -> str:
        named, first_column, first, last_column, last = match.groups()
        if (named or home).strip("'") != sheet:
            return match[0]
        prefix = f"{named}!" if named else ""
        start = move(int(first))
        if last is None:
            return f"{prefix}#REF!" if start is None else f"{prefix}{first_column}{start}"
        end = move(int(last))
        start = int(first) if start is None else start
        end = int(last) - 1 if end is None else end
        return f"{prefix}{first_column}{start}:{last_column}{end}"

    pieces = re.split(r'("(?:[^"]|"")*")', formula)
    return "".join(
        piece if piece.startswith('"') else _REFERENCE.sub(shift, piece) for piece in pieces
    )


def _formulas(xml: str, edit: Callable[[str], str]) -> str:
    return _FORMULA.sub(lambda match: match[1] + edit(match[2]) + match[3], xml)


def _names(xml: str, edit: Callable[[str], str]) -> str:
    return _NAME.sub(lambda match: match[1] + edit(match[2]) + match[3], xml)


def _at(planned: CellPlan, cell: Cell) -> bool:
    return (planned.row, planned.column) == (cell.row, cell.column)


def _is_sheet(part: str) -> bool:
    return part.startswith("xl/worksheets/")


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return buffer.getvalue()
