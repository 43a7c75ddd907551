"""What a readable workbook is read as."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation

from builder.formula.value import ErrorValue, Value
from builder.model.returned import ReturnedCell, ReturnedValidation

from .packages import (
    MAIN,
    OFFICE,
    content_types_xml,
    parts,
    read_clean,
    read_sheet,
    relationships_xml,
    sheet_xml,
    with_shared_strings,
    with_styles,
    workbook_xml,
    written,
)


def one_cell(tmp_path: Path, cell: str) -> ReturnedCell:
    """The only cell of a sheet."""
    return read_sheet(tmp_path, parts(f'<row r="1">{cell}</row>')).cells[1, 1]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>7</v></c>", Decimal(7)),
        ('<c t="n"><v> -0.50 </v></c>', Decimal("-0.5")),
        ("<c><v>12.300000000000001</v></c>", Decimal("12.3")),
        ("<c><v>1E-3</v></c>", Decimal("0.001")),
        ("<c><v>1e300</v></c>", Decimal("1e300")),
        ("<c><v/></c>", None),
        ('<c t="s"/>', None),
        ("<c/>", None),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v>false</v></c>', False),
        ('<c t="e"><v>#DIV/0!</v></c>', ErrorValue.DIV0),
        ('<c t="e"><v>#SPILL!</v></c>', "#SPILL!"),
        ('<c t="d"><v>2025-03-01</v></c>', Decimal(45717)),
        ('<c t="str"><v> 留白 </v></c>', " 留白 "),
        ('<c t="str"><v>一_x000D_二</v></c>', "一\r二"),
        ('<c t="str"><v>_x005F_x000D_</v></c>', "_x000D_"),
        ('<c t="str"><v>甲&amp;<![CDATA[<乙>]]></v></c>', "甲&<乙>"),
        ('<c t="inlineStr"><is><t>直接</t></is></c>', "直接"),
        ('<c t="inlineStr"><is><t/></is></c>', ""),
        ('<c t="inlineStr"><is><r><t>A</t></r><r><t>级</t></r></is></c>', "A级"),
        ('<c t="inlineStr"><is><t>亜</t><rPh sb="0" eb="1"><t>ア</t></rPh></is></c>', "亜"),
    ],
)
def test_a_value_is_read_exactly(tmp_path: Path, cell: str, value: Value) -> None:
    read = one_cell(tmp_path, cell)
    assert read.value == value
    assert type(read.value) is type(value)
    assert read.formula is None
    assert read.calculated


@pytest.mark.parametrize(
    ("cell", "value", "calculated"),
    [
        ("<c><f>SUM(B1)</f><v>3</v></c>", Decimal(3), True),
        ("<c><f>SUM(B1)</f><v></v></c>", None, False),
        ("<c><f>SUM(B1)</f></c>", None, False),
        ('<c t="n"><f>SUM(B1)</f><v/></c>', None, False),
        ('<c t="str"><f>SUM(B1)</f><v></v></c>', "", True),
        ('<c t="e"><f>SUM(B1)</f><v>#N/A</v></c>', ErrorValue.NA, True),
        ('<c><f t="array" ref="A1">SUM(B1)</f><v>3</v></c>', Decimal(3), True),
        ('<c><f aca="false">SUM(B1)</f><v>3</v></c>', Decimal(3), True),
        ("<c><f>=SUM(B1)</f><v>3</v></c>", Decimal(3), True),
    ],
)
def test_a_formula_never_calculated_is_not_a_calculated_blank(
    tmp_path: Path, cell: str, value: Value, *, calculated: bool
) -> None:
    read = one_cell(tmp_path, cell)
    assert (read.formula, read.value, read.calculated) == ("SUM(B1)", value, calculated)


def test_a_shared_formula_is_written_out_for_every_cell(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1</f><v>1</v></c></row>'
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="3"><c r="C3"><f t="shared" si="0"></f></c></row>'
    )
    cells = read_sheet(tmp_path, parts(rows)).cells
    assert [cells[row, 3].formula for row in (1, 2, 3)] == ["A1*$B$1", "A2*$B$1", "A3*$B$1"]
    assert [cells[row, 3].calculated for row in (1, 2, 3)] == [True, True, False]


def test_runs_of_shared_strings_are_joined_and_phonetic_hints_left_out(tmp_path: Path) -> None:
    items = (
        "<si><r><rPr><sz val='11'/></rPr><t>评分 </t></r>"
        "<r><t>1-1 </t></r>\n<r><t>领导</t></r></si>"
        "<si><t>亜</t><rPh sb='0' eb='1'><t>ア</t></rPh><phoneticPr fontId='1'/></si><si/>"
    )
    rows = "<row>" + "".join(f'<c t="s"><v>{index}</v></c>' for index in range(3)) + "</row>"
    sheet = read_sheet(tmp_path, with_shared_strings(parts(rows), items))
    assert [sheet.value(1, column) for column in (1, 2, 3)] == ["评分 1-1 领导", "亜", ""]


def test_cells_and_rows_without_a_position_follow_each_other(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row r="5"><c r="D5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    cells = read_sheet(tmp_path, parts(rows)).cells
    assert list(cells) == [(1, 1), (1, 2), (5, 4), (5, 5), (6, 1)]


def test_the_claimed_dimension_is_ignored(tmp_path: Path) -> None:
    content = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:A1"/><sheetData>'
        '<row r="9"><c r="Z9"><v>1</v></c></row></sheetData></worksheet>'
    )
    sheet = read_sheet(tmp_path, {**parts(), "xl/worksheets/s.xml": content})
    assert sheet.value(9, 26) == 1


def test_the_last_cell_of_the_grid_is_read(tmp_path: Path) -> None:
    rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert list(read_sheet(tmp_path, parts(rows)).cells) == [(1_048_576, 16_384)]


def test_prefixed_markup_is_read(tmp_path: Path) -> None:
    content = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )
    assert read_sheet(tmp_path, {**parts(), "xl/worksheets/s.xml": content}).value(1, 1) == 1


def test_strict_office_open_xml_is_read(tmp_path: Path) -> None:
    strict = {
        MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
        OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    package = with_shared_strings(
        parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), "<si><t>严格</t></si>"
    )
    for transitional, other in strict.items():
        package = {name: each.replace(transitional, other) for name, each in package.items()}
    assert "purl.oclc.org" in package["xl/workbook.xml"]
    assert read_sheet(tmp_path, package).value(1, 1) == "严格"


def test_utf16_markup_is_read(tmp_path: Path) -> None:
    content = sheet_xml('<row><c t="str"><v>宽字</v></c></row>').encode("utf-16")
    sheet = read_sheet(tmp_path, {**parts(), "xl/worksheets/s.xml": content})
    assert sheet.value(1, 1) == "宽字"


def test_markup_of_another_vocabulary_is_skipped_with_all_it_contains(tmp_path: Path) -> None:
    rows = (
        f'<wps:x xmlns:wps="http://www.wps.cn/x"><row xmlns="{MAIN}" r="1"><c r="A1"><v>9</v></c>'
        '</row></wps:x><row r="1"><c r="A1"><v>1</v></c></row>'
    )
    assert read_sheet(tmp_path, parts(rows)).value(1, 1) == 1


def test_directory_entries_and_part_names_in_other_case_are_read(tmp_path: Path) -> None:
    package = parts('<row><c t="str"><v>大小写</v></c></row>')
    package["XL/Worksheets/S.xml"] = package.pop("xl/worksheets/s.xml")
    assert read_sheet(tmp_path, {"xl/": "", **package}).value(1, 1) == "大小写"


def test_a_target_from_the_root_of_the_package_is_inside_it(tmp_path: Path) -> None:
    relationships = relationships_xml(("r1", "worksheet", "/xl/worksheets/s.xml"))
    package = {**parts("<row><c><v>1</v></c></row>"), "xl/_rels/workbook.xml.rels": relationships}
    assert read_sheet(tmp_path, package).value(1, 1) == 1


def test_merges_validations_and_protection_are_read(tmp_path: Path) -> None:
    after = (
        '<sheetProtection sheet="1"/><mergeCells count="9"><mergeCell ref="A1:C1"/></mergeCells>'
        '<dataValidations><dataValidation type="list" sqref="D2 F3:F9"><formula1>档</formula1>'
        '</dataValidation><dataValidation type="decimal" operator="lessThan" sqref="A:A">'
        "<formula1>0</formula1><formula2>9</formula2></dataValidation></dataValidations>"
    )
    sheet = read_sheet(tmp_path, parts(after=after))
    assert sheet.protected
    assert sheet.merges == ("A1:C1",)
    assert sheet.validations == (
        ReturnedValidation(kind="list", operator="between", ranges=("D2", "F3:F9"), formula="档"),
        ReturnedValidation(kind="decimal", operator="lessThan", ranges=("A:A",), formula="0"),
    )


def test_validations_that_excel_moved_to_its_extension_are_read(tmp_path: Path) -> None:
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    after = f"""<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{x14}">
        <x14:dataValidations count="1" xmlns:xm="{xm}"><x14:dataValidation type="list">
        <x14:formula1>
            <xm:f>分档!$A$1:$F$1</xm:f>
        </x14:formula1>
        <xm:sqref>D3:D9 E1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"""
    (validation,) = read_sheet(tmp_path, parts(after=after)).validations
    assert validation.formula == "分档!$A$1:$F$1"
    assert validation.ranges == ("D3:D9", "E1")
    assert validation.kind == "list"


@pytest.mark.parametrize("protection", ["", "<sheetProtection/>", '<sheetProtection sheet="0"/>'])
def test_a_sheet_is_protected_only_where_it_says_so(tmp_path: Path, protection: str) -> None:
    assert not read_sheet(tmp_path, parts(after=protection)).protected


def test_cell_formats_are_locked_unless_they_say_otherwise(tmp_path: Path) -> None:
    formats = (
        '<cellStyleXfs><xf><protection locked="0"/></xf></cellStyleXfs><cellXfs><xf/>'
        '<xf><protection locked="false"/></xf><xf><protection hidden="1"/></xf>'
        '<xf><protection locked="0"/></xf></cellXfs>'
    )
    workbook = read_clean(written(tmp_path, with_styles(parts(), formats)))
    assert workbook.locked_styles == {0, 2}


def test_names_properties_and_the_program_are_read(tmp_path: Path) -> None:
    names = (
        "<definedNames><definedName name='qa.total'> '自评 打分'!$F$9 </definedName>"
        "<definedName name='_xlnm.Print_Titles' localSheetId='0'>表!$1:$1</definedName>"
        "</definedNames>"
    )
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006"
    package = {
        **parts(),
        "xl/workbook.xml": workbook_xml(more=names),
        "docProps/custom.xml": f"""<Properties xmlns="{kinds}/custom-properties"
            xmlns:vt="{kinds}/docPropsVTypes"><property name="qa.scheme_id" pid="2">
            <vt:lpwstr>pengjiang</vt:lpwstr></property><property name="KSOProductBuildVer">
            <vt:r8>2052</vt:r8></property></Properties>""",
        "docProps/app.xml": f"""<Properties xmlns="{kinds}/extended-properties">
            <Application>WPS 表格</Application></Properties>""",
    }
    workbook = read_clean(written(tmp_path, package))
    assert workbook.names == {
        "qa.total": "'自评 打分'!$F$9",
        "0!_xlnm.Print_Titles": "表!$1:$1",
    }
    assert workbook.properties == {"qa.scheme_id": "pengjiang", "KSOProductBuildVer": "2052"}
    assert workbook.application == "WPS 表格"


def test_sheets_keep_tab_order_and_state_and_a_chart_sheet_is_a_sheet(tmp_path: Path) -> None:
    package = {
        **parts(),
        "xl/workbook.xml": workbook_xml(
            '<sheet name="图" sheetId="3" r:id="r2"/>'
            '<sheet name="_meta" sheetId="9" state="veryHidden" r:id="r1"/>'
        ),
        "xl/_rels/workbook.xml.rels": relationships_xml(
            ("r1", "worksheet", "worksheets/s.xml"), ("r2", "chartsheet", "chartsheets/c.xml")
        ),
    }
    sheets = read_clean(written(tmp_path, package)).sheets
    assert [(sheet.name, sheet.state) for sheet in sheets] == [
        ("图", "visible"),
        ("_meta", "veryHidden"),
    ]


def test_a_template_workbook_is_read(tmp_path: Path) -> None:
    template = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
    package = {**parts(), "[Content_Types].xml": content_types_xml(template)}
    assert read_sheet(tmp_path, package).cells == {}


def test_a_workbook_written_by_openpyxl_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("自评", 0)
    sheet.append(["领导", 25.5, True, "=SUM(B1:B1)"])
    sheet["B1"].protection = Protection(locked=False)
    sheet.protection.sheet = True
    sheet.merge_cells("A3:B4")
    sheet.add_data_validation(
        DataValidation(type="decimal", operator="between", formula1="0", formula2="30", sqref="B1")
    )
    path = tmp_path / "自评.xlsx"
    book.save(path)
    read = read_clean(path)
    own = read.sheet("自评")
    assert own is not None
    assert [own.value(1, column) for column in (1, 2, 3)] == ["领导", Decimal("25.5"), True]
    assert own.cells[1, 4] == ReturnedCell(formula="SUM(B1:B1)", calculated=False)
    assert own.cells[1, 2].style not in read.locked_styles
    assert own.cells[1, 1].style in read.locked_styles
    assert own.protected
    assert own.merges == ("A3:B4",)
    assert own.validations[0].formula == "0"
    assert read.application.startswith("Microsoft Excel")


def test_a_workbook_written_by_xlsxwriter_is_read(tmp_path: Path) -> None:
    path = tmp_path / "评分.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("评分")
        sheet.write_string(0, 0, "一")
        sheet.write_formula(1, 0, "=B1*2", value=4.2)
        book.define_name("qa.x", "=评分!$A$2")
    read = read_clean(path)
    assert read.sheets[0].value(1, 1) == "一"
    assert read.sheets[0].cells[2, 1] == ReturnedCell(value=Decimal("4.2"), formula="B1*2")
    assert read.names == {"qa.x": "评分!$A$2"}
