"""Files made to exhaust or confuse a reader: each is refused, or read, within two seconds."""

import gc
import hashlib
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.ooxml import limits
from builder.read.workbook import read_workbook
from tests.support.pace import within

from .packages import (
    MAIN,
    codes,
    parts,
    relationships_xml,
    sheet_xml,
    with_shared_strings,
    with_styles,
    workbook_xml,
    written,
)

SECONDS = 2.0
RULE = '<conditionalFormatting sqref="A1"><cfRule type="expression"/></conditionalFormatting>'
NAME = '<definedName name="n{}">1</definedName>'
MANY_SHEETS = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, 20_001))
LONG = "A1+" * 5000 + "A1"
SHARED = (
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A999" si="0">' + LONG + "</f></c></row>"
    + "".join(f'<row r="{n}"><c r="A{n}"><f t="shared" si="0"/></c></row>' for n in range(2, 5000))
)  # fmt: skip
# Does not deflate, so that what stands beside it is not refused for deflating too well.
NOISE = hashlib.shake_256(b"").hexdigest(400_000)


def repeated(piece: str, count: int) -> str:
    """A sheet of very many equal rows, between noise that hides how well they deflate."""
    return sheet_xml(piece * count, f"<!--{NOISE}-->")


HOSTILE: dict[str, tuple[dict[str, str], list[str]]] = {
    "spaces": ({**parts(), "xl/worksheets/s.xml": " " * 60_000_000}, ["QA223"]),
    "part too large": ({**parts(), "xl/x.xml": " " * 64_000_001}, ["QA222"]),
    "too large in all": ({**parts(), **{f"{n}": " " * 1_000_000 for n in range(129)}}, ["QA222"]),
    "cells": (parts('<row r="1">' + "<c/>" * 16_000 + "</row>"), []),
    "too many cells": (
        {**parts(), "xl/worksheets/s.xml": repeated("<row>" + "<c/>" * 1000 + "</row>", 301)},
        ["QA222"],
    ),
    "empty rows": ({**parts(), "xl/worksheets/s.xml": repeated("<row/>", 999_999)}, []),
    "far cell": (parts('<row r="1048576"><c r="XFD1048576"/></row>'), []),
    "wide merge": (parts(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), []),
    "sheets on one part": ({**parts(), "xl/workbook.xml": workbook_xml(MANY_SHEETS)}, ["QA246"]),
    "rules": (parts(after=RULE * 100_000 + f"<!--{NOISE}-->"), ["QA222"]),
    "merges": (
        parts(after="<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 20_001 + "</mergeCells>"),
        ["QA222"],
    ),
    "validations": (parts(after="<dataValidation sqref='A1'/>" * 20_001), ["QA222"]),
    "validation ranges": (
        parts(after=f"<dataValidation sqref='{'A1 ' * 100_001}'/>"),
        ["QA222"],
    ),
    "names": (
        {
            **parts(),
            "xl/workbook.xml": workbook_xml(more="".join(map(NAME.format, range(200_000)))),
        },
        ["QA222"],
    ),
    "members": ({**parts(), **{str(number): "" for number in range(20_000)}}, ["QA222"]),
    "deep": (parts("<row>" * 100_000), ["QA222"]),
    "endless tag": (parts(f'<row x="{NOISE * 2}"/>'), ["QA222"]),
    "many attributes": (
        parts("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
        ["QA222"],
    ),
    "long text": (parts(f'<row><c t="str"><v>{"长" * 100_001}</v></c></row>'), ["QA222"]),
    "long formula": (parts(f"<row><c><f>{'1+' * 10_000}1</f></c></row>"), ["QA222"]),
    "shared formulas": (parts(SHARED), ["QA222"]),
    "texts": (with_shared_strings(parts(), "<si/>" * 300_001 + f"<!--{NOISE}-->"), ["QA222"]),
    "formats": (with_styles(parts(), f"<cellXfs>{'<xf/>' * 65_491}</cellXfs>"), ["QA222"]),
    "relationships": (
        {
            **parts(),
            "xl/_rels/workbook.xml.rels": relationships_xml(
                *((f"r{n}", "worksheet", "s.xml") for n in range(20_001))
            ),
        },
        ["QA222"],
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_or_read_in_no_time(tmp_path: Path, name: str) -> None:
    package, expected = HOSTILE[name]
    path = written(tmp_path, package)
    # What other tests left in memory is not the reader's to sweep.
    gc.collect()
    gc.freeze()
    begin = time.process_time()
    found = codes(path)
    spent = time.process_time() - begin
    assert within(spent, SECONDS)
    assert found == expected


def test_more_sheets_than_anyone_needs_are_refused(tmp_path: Path) -> None:
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(201))
    assert codes(written(tmp_path, {**parts(), "xl/workbook.xml": workbook_xml(sheets)})) == [
        "QA222"
    ]


def test_more_properties_than_anyone_needs_are_refused(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    listed = "".join(f'<property name="{n}"/>' for n in range(1001))
    content = f'<Properties xmlns="{space}">{listed}</Properties>'
    assert codes(written(tmp_path, {**parts(), "docProps/custom.xml": content})) == ["QA222"]


def test_more_markup_than_a_second_of_work_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = limits.Limit(noun=limits.ELEMENTS.noun, most=50)
    monkeypatch.setattr("builder.ooxml.parser.ELEMENTS", few)
    assert codes(written(tmp_path, parts("<row/>" * 10))) == []
    assert codes(written(tmp_path, parts("<row/>" * 50))) == ["QA222"]


def test_a_file_larger_than_any_kit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES.most + 1)
    assert codes(path) == ["QA221"]


def test_a_size_that_lies_is_refused_before_everything_is_inflated(tmp_path: Path) -> None:
    content = sheet_xml("<row/>" * 100_000)
    path = written(tmp_path, {**parts(), "xl/worksheets/s.xml": content})
    size = len(content).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (900).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("xl/worksheets/s.xml").file_size == 900
    assert codes(path) == ["QA220"]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_damage_to_any_byte_escapes_as_an_error(tmp_path: Path, data: st.DataObject) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>2</v></c></row>'
    good = written(tmp_path, with_shared_strings(parts(rows), "<si><t>好</t></si>")).read_bytes()
    damaged = bytearray(good)
    for position in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=4)):
        damaged[position] = data.draw(st.integers(0, 255))
    path = tmp_path / "坏.xlsx"
    path.write_bytes(damaged[: data.draw(st.integers(0, len(good)))])
    read = read_workbook(path)
    assert (read.workbook is None) == any(f.rule.severity == "error" for f in read.findings)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_damage_to_the_markup_escapes_as_an_error(tmp_path: Path, data: st.DataObject) -> None:
    sheet = sheet_xml(
        '<row r="1"><c r="A1" t="s" s="0"><v>0</v></c><c r="B1"><f t="shared" si="0">A1</f></c>'
        '<c r="C1"><f t="shared" si="0"/></c></row>',
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    )
    position = data.draw(st.integers(len(MAIN), len(sheet)))
    alphabet = st.sampled_from(["<", ">", '"', "0", "9" * 9, "-", "é", "&", "A", " ", "</row>", ""])
    broken = sheet[:position] + data.draw(alphabet) + sheet[position + 1 :]
    package = with_shared_strings({**parts(), "xl/worksheets/s.xml": broken}, "<si><t>好</t></si>")
    read = read_workbook(written(tmp_path, package))
    assert (read.workbook is None) == any(f.rule.severity == "error" for f in read.findings)
