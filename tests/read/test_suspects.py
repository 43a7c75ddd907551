"""Contents that are read over: each gives one flag and one warning, and the answers are read."""

from pathlib import Path

import pytest

from builder.read.workbook import read_workbook

from .packages import MAIN, codes, content_types_xml, parts, relationships_xml, written

VBA = '<Override PartName="/xl/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
MACRO_BOOK = content_types_xml("application/vnd.ms-excel.sheet.macroEnabled.main+xml")
MACRO_PART = content_types_xml(more=VBA)
ANY_BIN = content_types_xml(
    more='<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    '<Default Extension="bin2" ContentType="application/vnd.ms-office.activeX+xml"/>'
)
# How an old binary file begins, and the entry of its directory that holds macros.
OLD_BINARY = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)
MACROS = OLD_BINARY + "_VBA_PROJECT".encode("utf-16-le")
LINK = f'<externalLink xmlns="{MAIN}">{{}}</externalLink>'
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
DDE_ROW = '<row r="1"><c r="A1"><f>{}</f><v>1</v></c></row>'


def linked(kind: str, target: str, content: str) -> dict[str, str]:
    """A workbook that relates to one more part."""
    relationships = relationships_xml(("r1", "worksheet", "worksheets/s.xml"), ("r9", kind, target))
    return {**parts(ONE), "xl/_rels/workbook.xml.rels": relationships, f"xl/{target}": content}


def reaching(name: str, kind: str) -> dict[str, str]:
    """A workbook in which some part leads to another computer."""
    out = relationships_xml(("r1", kind, "http://127.0.0.1/x"))
    out = out.replace('/x"', '/x" TargetMode="External"')
    return {**parts(ONE), name: out}


@pytest.mark.parametrize(
    ("package", "flags", "expected"),
    [
        ({**parts(ONE), "xl/vbaProject.bin": "x"}, {"macros"}, ["QA251"]),
        (
            {**parts(ONE), "[Content_Types].xml": MACRO_PART, "xl/x.bin": "x"},
            {"macros"},
            ["QA251"],
        ),
        ({**parts(ONE), "xl/media/a.png": MACROS}, {"macros"}, ["QA251"]),
        ({**parts(ONE), "xl/media/a.png": OLD_BINARY}, {"embedded-objects"}, ["QA254"]),
        (linked("vbaProject", "other.bin", "x"), {"macros"}, ["QA251"]),
        (
            linked("externalLink", "externalLinks/e.xml", LINK.format("<externalBook/>")),
            {"external-links"},
            ["QA252"],
        ),
        (
            linked("externalLink", "externalLinks/e.xml", LINK.format("<ddeLink/>")),
            {"external-links", "dde"},
            ["QA252", "QA253"],
        ),
        (parts(DDE_ROW.format("cmd|' /C calc'!A0")), {"dde"}, ["QA253"]),
        ({**parts(ONE), "xl/embeddings/o.bin": "x"}, {"embedded-objects"}, ["QA254"]),
        ({**parts(ONE), "xl/activeX/a.xml": "x"}, {"embedded-objects"}, ["QA254"]),
        ({**parts(ONE), "xl/webextensions/w.xml": "x"}, {"embedded-objects"}, ["QA254"]),
        ({**parts(ONE), "customUI/customUI.xml": "x"}, {"embedded-objects"}, ["QA254"]),
        (reaching("xl/drawings/_rels/d.xml.rels", "image"), {"external-links"}, ["QA252"]),
        (reaching("xl/charts/_rels/c.xml.rels", "oleObject"), {"external-links"}, ["QA252"]),
        (reaching("xl/worksheets/_rels/s.xml.rels", "image"), {"external-links"}, ["QA252"]),
        (reaching("xl/worksheets/_rels/s.xml.rels", "hyperlink"), set(), []),
        (linked("connections", "connections.xml", "x"), {"data-connections"}, ["QA255"]),
    ],
)  # fmt: skip
def test_suspicious_contents_are_flagged_and_never_followed(
    tmp_path: Path, package: dict[str, str], flags: set[str], expected: list[str]
) -> None:
    path = written(tmp_path, package)
    assert codes(path) == expected
    workbook = read_workbook(path).workbook
    assert workbook is not None
    assert workbook.flags == flags
    assert workbook.sheets[0].value(1, 1) == 1


def test_a_bar_inside_a_text_is_no_call_to_another_program(tmp_path: Path) -> None:
    path = written(tmp_path, parts(DDE_ROW.format('IF(B1="a|b",表!C1,"是|否!")')))
    assert codes(path) == []


@pytest.mark.parametrize(
    "package",
    [
        {"[Content_Types].xml": MACRO_BOOK},
        {"[Content_Types].xml": MACRO_PART},
        {"[Content_Types].xml": ANY_BIN},
        {"[Content_Types].xml": ANY_BIN, "xl/printerSettings/printerSettings1.bin": "paper"},
        {
            "xl/_rels/workbook.xml.rels": relationships_xml(
                ("r1", "worksheet", "worksheets/s.xml"), ("r9", "vbaProject", "gone.bin")
            )
        },
    ],
)
def test_what_is_only_stated_and_has_no_part_is_nothing(
    tmp_path: Path, package: dict[str, str]
) -> None:
    assert codes(written(tmp_path, {**parts(ONE), **package})) == []
