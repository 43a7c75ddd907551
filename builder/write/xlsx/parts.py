"""The parts around the sheets: content types, relations, the workbook and its properties."""

from collections.abc import Iterator

from builder.book.book_plan import BookPlan
from builder.book.print_area import print_area
from builder.book.sheet import Merge, SheetPlan, Visibility
from builder.formula.address import absolute_address, column_letters, quoted_sheet
from builder.kit.sheet_names import IDENTITY_NAME
from builder.model.identity import VERSION_PROPERTY
from builder.version import VERSION
from builder.write.xlsx.escape import attribute_text, element_text
from builder.write.xlsx.logo import DRAWING_PART, Logo

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DOCUMENT_TYPES = "application/vnd.openxmlformats-officedocument"
# What the parts in a folder of drawings are.
_DRAWN = {
    "drawings": f"{_DOCUMENT_TYPES}.drawing+xml",
    "charts": f"{_DOCUMENT_TYPES}.drawingml.chart+xml",
}
# The calculation engine of Excel 2016 to now: a file that names it is not calculated again on
# opening, so nobody is asked to save a file that was only looked at (MS-XLSB BrtCalcProp).
_CALCULATION_ID = 191029
# The format id that all custom properties share (ECMA-376 Part 1, 22.3.2.2).
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def content_types(
    sheet_count: int, *, themed: bool, logo: Logo | None, drawn: tuple[str, ...]
) -> str:
    """Which part is what (ECMA-376 Part 2, 10.1.2); ``drawn`` are the parts that charts need."""
    overrides = (
        ("/xl/workbook.xml", f"{_SHEET_TYPES}.sheet.main+xml"),
        *(
            (f"/xl/worksheets/sheet{number}.xml", f"{_SHEET_TYPES}.worksheet+xml")
            for number in range(1, sheet_count + 1)
        ),
        *((f"/{part}", _DRAWN[part.split("/")[1]]) for part in drawn if "/_rels/" not in part),
        ("/xl/styles.xml", f"{_SHEET_TYPES}.styles+xml"),
        ("/xl/sharedStrings.xml", f"{_SHEET_TYPES}.sharedStrings+xml"),
        *((("/xl/theme/theme1.xml", f"{_DOCUMENT_TYPES}.theme+xml"),) if themed else ()),
        *(() if logo is None else ((f"/{DRAWING_PART}", f"{_DOCUMENT_TYPES}.drawing+xml"),)),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", f"{_DOCUMENT_TYPES}.extended-properties+xml"),
        ("/docProps/custom.xml", f"{_DOCUMENT_TYPES}.custom-properties+xml"),
    )
    entries = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides
    )
    kind = "" if logo is None else logo.picture.extension
    picture = f'<Default Extension="{kind}" ContentType="image/{kind}"/>' if kind else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{picture}{entries}</Types>'
    )


def package_relations() -> str:
    """What the package holds, seen from its root."""
    return relations(
        (
            (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
        )
    )


def workbook_relations(sheet_count: int, *, themed: bool) -> str:
    """What the workbook holds; sheet n has the id ``rIdn``."""
    return relations(
        (
            *(
                (f"{_OFFICE}/relationships/worksheet", f"worksheets/sheet{number}.xml")
                for number in range(1, sheet_count + 1)
            ),
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
            (f"{_OFFICE}/relationships/sharedStrings", "sharedStrings.xml"),
            *(((f"{_OFFICE}/relationships/theme", "theme/theme1.xml"),) if themed else ()),
        )
    )


def workbook_xml(plan: BookPlan) -> str:
    """The workbook part: sheets in tab order, locked structure, defined names."""
    sheets = "".join(
        f'<sheet name="{attribute_text(sheet.name)}" sheetId="{number}"{_state(sheet)}'
        f' r:id="rId{number}"/>'
        for number, sheet in enumerate(plan.sheets, start=1)
    )
    return (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        f' xmlns:r="{_OFFICE}/relationships">'
        '<workbookPr defaultThemeVersion="124226"/><workbookProtection lockStructure="1"/>'
        '<bookViews><workbookView activeTab="0" tabRatio="800"/></bookViews>'
        f"<sheets>{sheets}</sheets><definedNames>{_names(plan)}</definedNames>"
        f'<calcPr calcId="{_CALCULATION_ID}"/></workbook>'
    )


def core_properties(plan: BookPlan) -> str:
    """Title and identity; no dates and no person, so that two builds are the same bytes."""
    identifier = _joined(plan)
    identity = f"<dc:identifier>{element_text(identifier)}</dc:identifier>" if identifier else ""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{identity}<dc:title>{element_text(plan.title)}</dc:title></cp:coreProperties>"
    )


def app_properties() -> str:
    """The program that wrote the file."""
    return (
        f'<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>builder</Application></Properties>"
    )


def custom_properties(plan: BookPlan) -> str:
    """The identity, as one of the three places that carry it, and the program's version."""
    items = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{element_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(
            (*plan.carried, (VERSION_PROPERTY, VERSION)), start=2
        )
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{items}</Properties>'
    )


def relations(pairs: tuple[tuple[str, str], ...]) -> str:
    """A relationship part: pairs of type and target, known as ``rId1`` and so on."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _state(sheet: SheetPlan) -> str:
    return "" if sheet.visibility is Visibility.VISIBLE else f' state="{sheet.visibility}"'


def _repeated(sheet: SheetPlan) -> Iterator[str]:
    """What stands on every printed page again: the first rows, on pages side by side the names."""
    called = quoted_sheet(sheet.name)
    if sheet.pages_across > 1 and sheet.head_columns:
        yield f"{called}!$A:${column_letters(sheet.head_columns)}"
    yield f"{called}!$1:${sheet.head_rows}"


def _names(plan: BookPlan) -> str:
    """The defined names in the order Excel keeps them: without regard to case."""
    names = [(name.name, "", _place(name.sheet, name.area)) for name in plan.names]
    if plan.carried:
        escaped = _joined(plan).replace('"', '""')
        names.append((IDENTITY_NAME, ' hidden="1"', f'"{escaped}"'))
    for number, sheet in enumerate(plan.sheets):
        if sheet.head_rows:
            titles = f' localSheetId="{number}"'
            names.append(("_xlnm.Print_Titles", titles, ",".join(_repeated(sheet))))
        if sheet.printed:
            local = f' localSheetId="{number}"'
            names.append(("_xlnm.Print_Area", local, print_area(sheet.name, sheet.printed, {})))
        if sheet.filter:
            # Without it a program does not know the table of the sheet's filter again.
            hidden = f' hidden="1" localSheetId="{number}"'
            table = _place(sheet.name, sheet.filter.area)
            names.append(("_xlnm._FilterDatabase", hidden, table))
    names.sort(key=lambda entry: (entry[0].casefold(), entry[1]))
    return "".join(
        f'<definedName name="{name}"{attributes}>{element_text(target)}</definedName>'
        for name, attributes, target in names
    )


def _joined(plan: BookPlan) -> str:
    return "|".join(value for _, value in plan.carried)


def _place(sheet: str, area: Merge) -> str:
    return absolute_address(
        sheet, area.first_row, area.first_column, area.last_row, area.last_column
    )
