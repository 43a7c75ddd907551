"""Every way in which a file cannot be read: each has its own code, and exactly one finding."""

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.read.workbook import read_workbook

from .packages import (
    MAIN,
    OFFICE,
    PACKAGE,
    SHEET_TYPE,
    codes,
    content_types_xml,
    parts,
    relationships_xml,
    sheet_xml,
    with_shared_strings,
    with_styles,
    workbook_xml,
    written,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path / "没有.xlsx") == ["QA201"]


def test_a_path_through_a_file_is_a_missing_file(tmp_path: Path) -> None:
    assert codes(written(tmp_path, parts()) / "里面.xlsx") == ["QA201"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["QA202"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.xlsx"
    os.mkfifo(pipe)
    assert codes(pipe) == ["QA202"]


def test_a_file_one_may_not_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, parts())
    monkeypatch.setattr(Path, "open", forbidden)
    assert codes(path) == ["QA203"]


def test_a_file_the_system_cannot_open_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path / ("长" * 2000)) == ["QA204"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "QA205"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "QA206"),
        (OLE + "Workbook".encode("utf-16-le"), "QA207"),
        (OLE + "Book".encode("utf-16-le"), "QA207"),
        (
            b'<?xml version="1.0"?><a xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "QA207",
        ),
        (OLE + "WordDocument".encode("utf-16-le"), "QA208"),
        (OLE, "QA209"),
        (b"Rar!\x1a\x07\x00", "QA210"),
        (b"PK\x05\x06" + bytes(18), "QA210"),
        ("序号,自评分\n1,20\n".encode(), "QA211"),
        ("序号,自评分\n1,20\n".encode("gb18030"), "QA211"),
        ("序号\t自评分\n".encode("utf-16"), "QA211"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "QA212"),
        (b"%PDF-1.7\n", "QA213"),
        (b"{\\rtf1", "QA208"),
        (b"\xff\xd8\xff\xe0", "QA236"),
        (b"\x00\x00\x00\x18ftypheic", "QA236"),
        (b"L\0\0\0\x01\x14\x02\0", "QA237"),
        (bytes(5000), "QA235"),
        (b"\x00\x01\x02\x03\xff\xfe\xfd", "QA214"),
        (b"PK\x03\x04" + bytes(100), "QA220"),
    ],
)
def test_a_file_that_is_no_workbook_is_known_by_its_bytes(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "改了名.xlsx"
    path.write_bytes(content)
    assert codes(path) == [code]


@pytest.mark.parametrize(
    ("main_type", "code"),
    [(WORD, "QA208"), (SLIDES, "QA209"), (BINARY, "QA215"), ("", "QA209")],
)
def test_another_office_file_renamed_to_xlsx_is_refused(
    tmp_path: Path, main_type: str, code: str
) -> None:
    package = {**parts(ONE), "[Content_Types].xml": content_types_xml(main_type)}
    assert codes(written(tmp_path, package)) == [code]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"说明.txt": "请解压"}, "QA210"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "QA209"),
        ({"OFD.xml": "<ofd:OFD/>"}, "QA213"),
    ],
)
def test_a_zip_that_is_no_package_is_refused(
    tmp_path: Path, members: Mapping[str, str], code: str
) -> None:
    assert codes(written(tmp_path, members)) == [code]


def test_a_truncated_workbook_is_damaged(tmp_path: Path) -> None:
    path = written(tmp_path, parts(ONE))
    path.write_bytes(path.read_bytes()[:-40])
    assert codes(path) == ["QA220"]


def test_a_part_that_fails_its_checksum_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts(ONE).items():
            archive.writestr(name, content)
    path.write_bytes(path.read_bytes().replace(b"<v>1</v>", b"<v>2</v>"))
    assert codes(path) == ["QA220"]


def test_a_member_encrypted_by_the_zip_program_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, parts(ONE))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # general purpose flag of the first directory entry
    path.write_bytes(data)
    assert codes(path) == ["QA224"]


def test_a_compression_that_packages_may_not_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "压.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in parts(ONE).items():
            archive.writestr(name, content)
    assert codes(path) == ["QA227"]


@pytest.mark.parametrize("name", ["../外.xml", "/根.xml", "xl\\窗.xml", "C:盘.xml", "a/../b.xml"])
def test_a_member_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    assert codes(written(tmp_path, {**parts(ONE), name: "x"})) == ["QA225"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/workbook.xml", "XL/Workbook.xml"])
def test_a_part_given_twice_is_refused(tmp_path: Path, name: str) -> None:
    members = [*parts(ONE).items(), (name, workbook_xml())]
    assert codes(written(tmp_path, members)) == ["QA226"]


def test_one_part_under_two_sheets_is_refused(tmp_path: Path) -> None:
    package = {
        **parts(ONE),
        "xl/workbook.xml": workbook_xml(
            '<sheet name="一" sheetId="1" r:id="r1"/><sheet name="二" sheetId="2" r:id="r2"/>'
        ),
        "xl/_rels/workbook.xml.rels": relationships_xml(
            ("r1", "worksheet", "worksheets/s.xml"), ("r2", "worksheet", "worksheets/s.xml")
        ),
    }
    assert codes(written(tmp_path, package)) == ["QA226"]


@pytest.mark.parametrize(
    "content",
    ["<worksheet", "", f'<worksheet xmlns="{MAIN}"></b>', f'<x:worksheet xmlns="{MAIN}"/>', "\x00"],
)
def test_a_part_that_is_not_well_formed_is_refused(tmp_path: Path, content: str) -> None:
    assert codes(written(tmp_path, {**parts(), "xl/worksheets/s.xml": content})) == ["QA230"]


def test_markup_in_another_encoding_than_unicode_is_refused(tmp_path: Path) -> None:
    content = '<?xml version="1.0" encoding="gb2312"?>' + sheet_xml(
        '<row><c t="str"><v>评分</v></c></row>'
    )
    package: dict[str, str | bytes] = {**parts(), "xl/worksheets/s.xml": content.encode("gb2312")}
    assert codes(written(tmp_path, package)) == ["QA230"]


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/s.xml"]
)
@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]>',
        '<!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_a_document_type_is_refused_in_every_part(
    tmp_path: Path, part: str, declaration: str
) -> None:
    package = parts(ONE)
    assert codes(written(tmp_path, {**package, part: declaration + package[part]})) == ["QA231"]


@pytest.mark.parametrize("part", ["_rels/.rels", "xl/workbook.xml", "xl/worksheets/s.xml"])
def test_a_missing_part_is_refused(tmp_path: Path, part: str) -> None:
    package = parts(ONE)
    del package[part]
    assert codes(written(tmp_path, package)) == ["QA232"]


def test_a_sheet_without_its_relationship_is_refused(tmp_path: Path) -> None:
    package = {**parts(ONE), "xl/_rels/workbook.xml.rels": relationships_xml()}
    assert codes(written(tmp_path, package)) == ["QA232"]


@pytest.mark.parametrize(
    "target",
    ["../../外.xml", "../xl/worksheets/s.xml", "file:///etc/hostname", "//host/s.xml", "C:\\s.xml",
     "worksheets/%2e%2e/s.xml", "", "/"],
)  # fmt: skip
def test_a_sheet_outside_the_package_is_refused(tmp_path: Path, target: str) -> None:
    relationships = relationships_xml(("r1", "worksheet", target))
    package = {**parts(ONE), "xl/_rels/workbook.xml.rels": relationships}
    assert codes(written(tmp_path, package)) == ["QA233"]


def test_a_sheet_that_is_declared_external_is_refused(tmp_path: Path) -> None:
    relationships = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{OFFICE}/worksheet" Target="worksheets/s.xml" TargetMode="External"/>'
        "</Relationships>"
    )
    package = {**parts(ONE), "xl/_rels/workbook.xml.rels": relationships}
    assert codes(written(tmp_path, package)) == ["QA233"]


@pytest.mark.parametrize("content", ["<worksheet/>", f'<workbook xmlns="{MAIN}"/>'])
def test_a_sheet_part_that_is_no_sheet_is_refused(tmp_path: Path, content: str) -> None:
    assert codes(written(tmp_path, {**parts(), "xl/worksheets/s.xml": content})) == ["QA234"]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="一"/>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r=""><v>1</v></c></row>',
        '<row r="1"><c r="A01"><v>1</v></c></row>',
        '<c r="A1"><v>1</v></c>',
        "<c><v>1</v></c>",
        '<row r="1048576"/><row><c><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"/><c/></row>',
    ],
)
def test_a_cell_that_is_nowhere_on_the_grid_is_refused(tmp_path: Path, rows: str) -> None:
    assert codes(written(tmp_path, parts(rows))) == ["QA240"]


@pytest.mark.parametrize("reference", ["", "A1:XFE2", "A1:B", "1", "A", "A1:B2:C3", "甲1", "A0"])
@pytest.mark.parametrize(
    "after",
    [
        '<mergeCells><mergeCell ref="{}"/></mergeCells>',
        '<dataValidations><dataValidation sqref="A1 {}B"/></dataValidations>',
    ],
)
def test_a_range_outside_the_grid_is_refused(tmp_path: Path, after: str, reference: str) -> None:
    assert codes(written(tmp_path, parts(after=after.format(reference)))) == ["QA240"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("n", text) for text in ("nan", "inf", "-INF", "1e999", "1_000", "１", "0x10", "一")),
        ("n", "9" * 41),
        ("n", "9" * 5000),
        ("b", "2"),
        ("b", "TRUE"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused(tmp_path: Path, kind: str, text: str) -> None:
    rows = f'<row r="2"><c r="B2" t="{kind}"><v>{text}</v></c></row>'
    path = written(tmp_path, parts(rows))
    assert codes(path) == ["QA241"]
    (finding,) = read_workbook(path).findings
    assert (finding.place.sheet, finding.place.cell) == ("表", "B2")


@pytest.mark.parametrize("index", ["1", "-1", "1.0", "一", "²", "9" * 50])
def test_a_shared_string_that_does_not_exist_is_refused(tmp_path: Path, index: str) -> None:
    rows = f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'
    package = with_shared_strings(parts(rows), "<si><t>唯一</t></si>")
    assert codes(written(tmp_path, package)) == ["QA242"]


@pytest.mark.parametrize("style", ["2", "-1", "x", ""])
def test_a_cell_format_that_does_not_exist_is_refused(tmp_path: Path, style: str) -> None:
    package = with_styles(
        parts(f'<row r="1"><c r="A1" s="{style}"/></row>'), "<cellXfs><xf/><xf/></cellXfs>"
    )
    assert codes(written(tmp_path, package)) == ["QA243"]


def test_a_shared_formula_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f t="shared" si="7"/><v>1</v></c></row>'
    assert codes(written(tmp_path, parts(rows))) == ["QA244"]


def test_a_cell_given_twice_is_refused(tmp_path: Path) -> None:
    assert codes(written(tmp_path, parts(ONE + ONE))) == ["QA245"]


@pytest.mark.parametrize(
    "workbook",
    [
        workbook_xml(
            '<sheet name="S" sheetId="1" r:id="r1"/><sheet name="s" sheetId="2" r:id="r2"/>'
        ),
        workbook_xml(
            more='<definedNames><definedName name="x">1</definedName>'
            '<definedName name="X">2</definedName></definedNames>'
        ),
    ],
)
def test_a_name_given_twice_is_refused(tmp_path: Path, workbook: str) -> None:
    assert codes(written(tmp_path, {**parts(ONE), "xl/workbook.xml": workbook})) == ["QA246"]


def test_a_cell_type_nobody_knows_is_refused(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="z"><v>1</v></c></row>'
    assert codes(written(tmp_path, parts(rows))) == ["QA247"]


def test_the_plain_package_of_these_tests_is_a_good_workbook(tmp_path: Path) -> None:
    assert SHEET_TYPE in parts()["[Content_Types].xml"]
    assert codes(written(tmp_path, parts(ONE))) == []
