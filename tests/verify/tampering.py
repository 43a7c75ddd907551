"""What people and programs do to a workbook file, done to its bytes as they would leave it."""

import html
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from builder.book.formula_text import formula_text
from builder.book.sheet import CellPlan, Content, Formula
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan

WORKBOOK, STRINGS, PROPERTIES = "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/custom.xml"

# A reference outside quoted texts: a sheet perhaps, the columns, and the rows of one cell or two.
REFERENCE = re.compile(
    r"(?<![\w.$!'])(?:('(?:[^']|'')+'|\w+)!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?"
    r"(?![\w(])"
)
_FORMULA = re.compile(r"(<f[^>/]*>)([^<]*)(</f>)")
_NAME = re.compile(r"(<definedName [^>]*>)([^<]*)(</definedName>)")
_CACHED = re.compile(r"(<c [^>]*?)(?: t=\"\w+\")?(>)(<f>[^<]*</f>)<v>[^<]*</v>")

# Where a row or column stands afterwards; ``None`` for one that is gone.
Move = Callable[[int], int | None]


def edited(content: bytes, part: str, edit: Callable[[str], str]) -> bytes:
    """The file with the text of one part changed; an edit that changes nothing is a mistake."""
    parts = parts_of(content)
    before = parts[part].decode()
    after = edit(before)
    assert after != before, f"nothing changed in {part}"
    return packed({**parts, part: after.encode()})


def with_part(content: bytes, name: str, text: str) -> bytes:
    """The file with one part more."""
    return packed({**parts_of(content), name: text.encode()})


def without_parts(content: bytes, *names: str) -> bytes:
    """The file without some of its parts."""
    return packed({name: body for name, body in parts_of(content).items() if name not in names})


def sheet_part(plan: KitPlan, sheet: str) -> str:
    """The part that holds a sheet."""
    return f"xl/worksheets/sheet{[each.name for each in plan.sheets].index(sheet) + 1}.xml"


def with_cell(content: bytes, plan: KitPlan, cell: Cell, edit: Callable[[str], str]) -> bytes:
    """The file with the markup of one cell changed."""
    address = cell_address(cell.row, cell.column)
    markup = re.compile(rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)')
    return edited(
        content,
        sheet_part(plan, cell.sheet),
        lambda xml: markup.sub(lambda match: edit(match[0]), xml, count=1),
    )


def with_formula(content: bytes, plan: KitPlan, cell: Cell, formula: str, value: str) -> bytes:
    """The file with a formula and its cached number in one cell."""
    address = cell_address(cell.row, cell.column)
    return with_cell(
        content, plan, cell, lambda _: f'<c r="{address}"><f>{formula}</f><v>{value}</v></c>'
    )


def with_cached(content: bytes, plan: KitPlan, cell: Cell, value: str) -> bytes:
    """The file with another number shown by a formula, the formula left as it is."""
    return with_cell(
        content, plan, cell, lambda xml: re.sub(r"<v>[^<]*</v>", f"<v>{value}</v>", xml)
    )


def never_calculated(content: bytes) -> bytes:
    """The file as a program saves it that writes formulas and calculates none."""
    return packed(
        {
            name: _CACHED.sub(r"\1\2\3", body.decode()).encode() if _is_sheet(name) else body
            for name, body in parts_of(content).items()
        }
    )


def with_content(plan: KitPlan, cell: Cell, content: Content) -> KitPlan:
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


def content_of(plan: KitPlan, cell: Cell) -> Content:
    """What the plan puts into a cell."""
    return next(each.content for each in plan.sheet(cell.sheet).cells if _at(each, cell))


def without_sheet(content: bytes, plan: KitPlan, sheet: str) -> bytes:
    """The file after somebody deleted a sheet: what referred to it says ``#REF!``."""
    number = [each.name for each in plan.sheets].index(sheet) + 1

    def broken(text: str) -> str:
        return re.sub(rf"(?:'{sheet}'|\b{sheet})![$A-Z0-9:]+", "#REF!", text)

    parts = parts_of(content)
    del parts[sheet_part(plan, sheet)]
    for name in parts:
        if _is_sheet(name):
            parts[name] = formulas(parts[name].decode(), broken).encode()
    book = re.sub(rf'<sheet [^>]*r:id="rId{number}"/>', "", parts[WORKBOOK].decode())
    own = rf'<definedName [^>]*localSheetId="{number - 1}"[^>]*>[^<]*</definedName>'
    book = re.sub(r'(?<=localSheetId=")\d+', partial(_after, number), re.sub(own, "", book))
    parts[WORKBOOK] = names(book, broken).encode()
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = re.sub(
        rf'<Relationship Id="rId{number}"[^>]*/>', "", parts[links].decode()
    ).encode()
    return packed(parts)


def with_sheet_emptied(content: bytes, plan: KitPlan, sheet: str) -> bytes:
    """The file with nothing in any cell of a sheet any more."""
    rows = re.compile("<sheetData>.*</sheetData>", re.DOTALL)
    return edited(content, sheet_part(plan, sheet), partial(rows.sub, "<sheetData/>"))


def with_sheet_of_kind(content: bytes, plan: KitPlan, sheet: str, kind: str) -> bytes:
    """The file with a sheet turned into one of another kind, which has no cells."""
    number = [each.name for each in plan.sheets].index(sheet) + 1
    link = re.compile(rf'(Id="rId{number}" Type="[^"]*/)\w+"')
    return edited(content, "xl/_rels/workbook.xml.rels", partial(link.sub, rf'\1{kind}"'))


def _after(deleted: int, found: re.Match[str]) -> str:
    """The number of a sheet among those that are left; sheets behind the deleted one move up."""
    return str(int(found[0]) - (int(found[0]) >= deleted))


def with_sheet_renamed(content: bytes, sheet: str, name: str) -> bytes:
    """The file after somebody renamed a sheet: all that refers to it follows."""

    def renamed(text: str) -> str:
        return re.sub(rf"(?:'{sheet}'|\b{sheet})!", f"'{name}'!", text)

    parts = parts_of(content)
    for part in parts:
        if _is_sheet(part):
            parts[part] = formulas(parts[part].decode(), renamed).encode()
    book = names(parts[WORKBOOK].decode(), renamed)
    parts[WORKBOOK] = book.replace(f'<sheet name="{sheet}"', f'<sheet name="{name}"').encode()
    return packed(parts)


def with_rows_inserted(content: bytes, plan: KitPlan, sheet: str, row: int, count: int) -> bytes:
    """The file after somebody inserted empty rows above ``row``."""
    return _moved(content, plan, sheet, lambda each: each + count if each >= row else each)


def with_row_below(content: bytes, plan: KitPlan, cell: Cell, text: str) -> bytes:
    """The file after somebody wrote a text into a cell of a row after all others of a sheet."""
    address = cell_address(cell.row, cell.column)
    row = (
        f'<row r="{cell.row}"><c r="{address}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        "</sheetData>"
    )
    return edited(
        content, sheet_part(plan, cell.sheet), lambda xml: xml.replace("</sheetData>", row)
    )


def without_row(content: bytes, plan: KitPlan, sheet: str, row: int) -> bytes:
    """The file after somebody deleted a row: references to it break, ranges over it shrink."""

    def move(each: int) -> int | None:
        return None if each == row else each - 1 if each > row else each

    return _moved(content, plan, sheet, move)


def with_row_moved(content: bytes, plan: KitPlan, sheet: str, row: int, before: int) -> bytes:
    """The file after somebody cut a row and inserted it above another further down."""

    def move(each: int) -> int:
        if each == row:
            return before - 1
        return each - 1 if row < each < before else each

    content = without_shared_formulas(content, plan, sheet)
    return _moved(content, plan, sheet, move)


def with_rows_sorted(content: bytes, plan: KitPlan, sheet: str, order: Mapping[int, int]) -> bytes:
    """The file after somebody sorted rows: cells go, names and what looks at the rows stay.

    ``order`` gives each row that moved its new place.
    """

    def sorted_row(match: re.Match[str]) -> str:
        old = int(match[1])
        new = order.get(old, old)

        def own(formula: str) -> str:
            return re.sub(rf"(?<![\w!$:])([A-Z]{{1,3}}){old}\b(?!:)", rf"\g<1>{new}", formula)

        row = formulas(match[0], own)
        return re.sub(rf'( r="[A-Z]*){old}"', rf'\g<1>{new}"', row)

    def sort(xml: str) -> str:
        head, _, rest = xml.partition("<sheetData>")
        data, _, tail = rest.partition("</sheetData>")
        rows = [sorted_row(match) for match in re.finditer(r'<row r="(\d+)".*?</row>', data)]
        rows.sort(key=lambda row: int(row.split('"')[1]))
        return f"{head}<sheetData>{''.join(rows)}</sheetData>{tail}"

    return edited(content, sheet_part(plan, sheet), sort)


def without_shared_formulas(content: bytes, plan: KitPlan, sheet: str) -> bytes:
    """The file with every formula of a sheet written out, as some programs do."""
    planned = {
        cell_address(cell.row, cell.column): formula_text(
            cell.content, Cell(sheet, cell.row, cell.column)
        )
        for cell in plan.sheet(sheet).cells
        if isinstance(cell.content, Formula)
    }

    def written_out(match: re.Match[str]) -> str:
        formula = html.escape(planned[match[2]], quote=False)
        return f"{match[1]}<f>{formula}</f>"

    return edited(
        content,
        sheet_part(plan, sheet),
        lambda xml: re.sub(r'(<c r="([A-Z]+\d+)"[^>]*>)<f[^>]*(?:/>|>[^<]*</f>)', written_out, xml),
    )


def with_cell_inserted(content: bytes, plan: KitPlan, cell: Cell) -> bytes:
    """The file after somebody inserted one cell and pushed those below it down their column."""
    letters = cell_address(1, cell.column)[:-1]

    def place(match: re.Match[str]) -> str:
        row = int(match[2])
        return f"{match[1]}{row + 1 if row >= cell.row else row}"

    def own(formula: str) -> str:
        return re.sub(rf"(?<![A-Z'!])(\$?{letters}\$?)(\d+)\b", place, formula)

    def pushed(xml: str) -> str:
        pattern = rf'<c r="{letters}(\d+)"[^>]*?(?:/>|>.*?</c>)'
        found = {int(each[1]): each[0] for each in re.finditer(pattern, xml)}

        def shifted(match: re.Match[str]) -> str:
            row = int(match[1])
            if row < cell.row:
                return match[0]
            above = found.get(row - 1, "") if row > cell.row else ""
            return above.replace(f'"{letters}{row - 1}"', f'"{letters}{row}"')

        return re.sub(pattern, shifted, formulas(xml, own))

    content = edited(content, sheet_part(plan, cell.sheet), pushed)
    there = rf"({cell.sheet}'?!\${letters}\$)(\d+)"
    return edited(
        content, WORKBOOK, lambda xml: names(xml, lambda name: re.sub(there, place, name))
    )


def _moved(content: bytes, plan: KitPlan, sheet: str, move: Move) -> bytes:
    parts = parts_of(content)
    for each in plan.sheets:
        part = sheet_part(plan, each.name)
        text = formulas(parts[part].decode(), partial(_shifted, each.name, sheet, move))
        parts[part] = (_rows_moved(text, move) if each.name == sheet else text).encode()
    book = names(parts[WORKBOOK].decode(), partial(_shifted, "", sheet, move))
    parts[WORKBOOK] = book.encode()
    return packed(parts)


def _rows_moved(xml: str, move: Move) -> str:
    head, _, rest = xml.partition("<sheetData>")
    data, _, tail = rest.partition("</sheetData>")
    rows: list[str] = []
    for row in re.finditer(r'<row r="(\d+)".*?</row>', data):
        new = move(int(row[1]))
        if new is not None:
            rows.append(re.sub(rf'( r="[A-Z]*){row[1]}"', rf'\g<1>{new}"', row[0]))
    rows.sort(key=lambda row: int(row.split('"')[1]))
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
        piece if piece.startswith('"') else REFERENCE.sub(shift, piece) for piece in pieces
    )


def formulas(xml: str, edit: Callable[[str], str]) -> str:
    return _FORMULA.sub(lambda match: match[1] + edit(match[2]) + match[3], xml)


def names(xml: str, edit: Callable[[str], str]) -> str:
    return _NAME.sub(lambda match: match[1] + edit(match[2]) + match[3], xml)


def _at(planned: CellPlan, cell: Cell) -> bool:
    return (planned.row, planned.column) == (cell.row, cell.column)


def _is_sheet(part: str) -> bool:
    return part.startswith("xl/worksheets/")


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return buffer.getvalue()
