"""What a part is read as does not depend on how it is cut, nor on what stands between its cells."""

import tracemalloc
from decimal import Decimal
from pathlib import Path

import pytest

from builder.ooxml.limits import BRANCH_BYTES
from builder.read.workbook import read_workbook

from .packages import (
    MAIN,
    codes,
    parts,
    read_clean,
    read_sheet,
    sheet_xml,
    with_shared_strings,
    written,
)

OTHER = 'xmlns:o="urn:other"'
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
RICH = (
    '<!-- 说明 --><?mso x?><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str">'
    '<f>A1&amp;"甲"</f>'
    f'<v>一&#x4e8c;<![CDATA[<三>]]>&lt;四</v></c><c r="C1" {OTHER}><o:a><v>9</v></o:a><v>1</v></c>'
    '</row>\n <row><c t="inlineStr"><is><r><t>直</t></r><r><t>接</t></r></is></c>\n<c/></row>'
    '<row r="7"><c r="A7"><f t="shared" ref="A7:A8" si="0">B7+1</f><v>2</v></c></row>'
    '<row r="8"><c r="A8"><f t="shared" si="0"/></c></row>'
)
AFTER = (
    '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:C1"/></mergeCells><extLst><ext>'
    f'<x:dataValidation xmlns:x="{X14}" sqref="A1"><x:formula1>档</x:formula1></x:dataValidation>'
    "</ext></extLst>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_the_same_is_read_wherever_the_chunks_are_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, encoding: str
) -> None:
    package = with_shared_strings(parts(), "<si><t>领导</t></si>")
    content = sheet_xml(RICH, AFTER).encode(encoding)
    members: dict[str, str | bytes] = {**package, "xl/worksheets/s.xml": content}
    path = written(tmp_path, members)
    whole = read_clean(path)
    cells = whole.sheets[0].cells
    assert [cells[1, column].value for column in (1, 2, 3)] == ["领导", "一二<三><四", Decimal(1)]
    assert (cells[2, 1].value, cells[8, 1].formula) == ("直接", "B8+1")
    assert len(whole.sheets[0].validations) == len(whole.sheets[0].merges) == 1
    # A byte order mark is looked for in the first chunk.
    monkeypatch.setattr("builder.ooxml.limits.CHUNK_BYTES", max(size, 2))
    assert read_clean(path) == whole


def test_a_cell_before_the_cells_is_refused(tmp_path: Path) -> None:
    content = f'<worksheet xmlns="{MAIN}"><c r="A1"><v>1</v></c><sheetData/></worksheet>'
    assert codes(written(tmp_path, {**parts(), "xl/worksheets/s.xml": content})) == ["QA240"]


def test_a_row_inside_a_row_does_not_hide_its_cells(tmp_path: Path) -> None:
    rows = '<row r="1"><row r="2"><c r="A2"><v>2</v></c></row></row>'
    assert read_sheet(tmp_path, parts(rows)).value(2, 1) == 2


@pytest.mark.parametrize("size", [2, 20, 65_536])
def test_other_markup_between_the_cells_of_a_row_is_read_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("builder.ooxml.limits.CHUNK_BYTES", size)
    other = f'<o:x {OTHER}><o:y/><o:z><v>3</v></o:z></o:x><extLst><ext uri="1"/></extLst>'
    rows = f"<row>{other}<c><v>1</v></c>{other}<c><v>2</v></c>{other}</row>" * 3
    cells = read_sheet(tmp_path, parts(rows)).cells
    assert [cell.value for cell in cells.values()] == [1, 2] * 3


def test_equal_blank_cells_are_one_object(tmp_path: Path) -> None:
    cells = read_sheet(tmp_path, parts("<row><c/><c/></row>")).cells
    assert cells[1, 1] is cells[1, 2]


NEST = "<o:a>" * 70 + "</o:a>" * 70


@pytest.mark.parametrize(
    "rows",
    [
        f"<o:x {OTHER}>{NEST}</o:x>",
        f"<row {OTHER}>{NEST}</row>",
        f"<row {OTHER}><extLst>{NEST}</extLst><c/></row><row/>",
        f"<row {OTHER}><c>{NEST}</c></row>",
        f"<row {OTHER}><c>{NEST}<v>1</v></c></row>",
        f"<row {OTHER}><c><v>{NEST}1</v></c></row>",
        f"<row {OTHER}><c><f>{NEST}1</f></c></row>",
        f"<row {OTHER}><c t='inlineStr'><is>{NEST}<t>1</t></is></c></row>",
        f"<row {OTHER}><c t='inlineStr'><is><t>1{NEST}</t></is></c></row>",
        f"<row {OTHER}><c t='inlineStr'><is><r><rPr>{NEST}</rPr><t>1</t></r></is></c></row>",
        f"<dataValidation {OTHER} sqref='A1'>{NEST}</dataValidation>",
        f"<mergeCell {OTHER} ref='A1'>{NEST}</mergeCell>",
    ],
)
def test_markup_nested_too_deep_is_refused_wherever_it_is(tmp_path: Path, rows: str) -> None:
    assert codes(written(tmp_path, parts(rows))) == ["QA222"]


@pytest.mark.parametrize("items", [f"<si {OTHER}><t>1</t>{NEST}</si>", f"<x {OTHER}>{NEST}</x>"])
def test_texts_nested_too_deep_are_refused(tmp_path: Path, items: str) -> None:
    assert codes(written(tmp_path, with_shared_strings(parts(), items))) == ["QA222"]


@pytest.mark.parametrize(("levels", "found"), [(59, []), (60, ["QA222"])])
def test_sixty_four_levels_are_the_most(tmp_path: Path, levels: int, found: list[str]) -> None:
    nest = "<o:a>" * levels + "</o:a>" * levels  # in worksheet, sheetData, row, c, v
    rows = f"<row {OTHER}><c><v>{nest}1</v></c></row>"
    assert codes(written(tmp_path, parts(rows))) == found


def test_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    content = sheet_xml("<row/>\n<row>\n</raw>")
    path = written(tmp_path, {**parts(), "xl/worksheets/s.xml": content})
    (finding,) = read_workbook(path).findings
    assert (finding.code, finding.details["line"]) == ("QA230", "3")


def test_a_cell_that_never_ends_is_refused_and_does_not_fill_the_memory(tmp_path: Path) -> None:
    filler = "".join(f'<x a="{number}"/>' for number in range(300_000))
    assert len(filler) > BRANCH_BYTES.most
    path = written(tmp_path, parts(f"<row><c>{filler}</c></row>"))
    tracemalloc.start()
    try:
        assert codes(path) == ["QA222"]
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()
