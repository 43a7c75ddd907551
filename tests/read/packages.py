"""Workbooks written by hand as readable markup, so that a test can show every byte that matters."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.read.workbook import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def sheet_xml(rows: str, after: str = "") -> str:
    """A worksheet with these rows, and what follows its cells."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def relationships_xml(*entries: tuple[str, str, str]) -> str:
    """A relationship part of ``(identifier, kind, target)`` entries."""
    lines = "".join(
        f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for identifier, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def content_types_xml(main_type: str = SHEET_TYPE, more: str = "") -> str:
    """Content types of a package whose main part is ``xl/workbook.xml``."""
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main_type}"/>{more}</Types>'
    )


def workbook_xml(sheets: str = '<sheet name="表" sheetId="1" r:id="r1"/>', more: str = "") -> str:
    """A workbook part listing these sheets."""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>{more}</workbook>'


def parts(rows: str = "", after: str = "") -> dict[str, str]:
    """The parts of the smallest workbook there is, its one sheet named 表."""
    return {
        "[Content_Types].xml": content_types_xml(),
        "_rels/.rels": relationships_xml(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook_xml(),
        "xl/_rels/workbook.xml.rels": relationships_xml(("r1", "worksheet", "worksheets/s.xml")),
        "xl/worksheets/s.xml": sheet_xml(rows, after),
    }


def with_shared_strings(package: Mapping[str, str], items: str) -> dict[str, str]:
    """The same package with a table of shared strings."""
    return {
        **package,
        "xl/_rels/workbook.xml.rels": relationships_xml(
            ("r1", "worksheet", "worksheets/s.xml"), ("r2", "sharedStrings", "strings.xml")
        ),
        "xl/strings.xml": f'<sst xmlns="{MAIN}">{items}</sst>',
    }


def with_styles(package: Mapping[str, str], formats: str) -> dict[str, str]:
    """The same package with these cell formats."""
    return {
        **package,
        "xl/_rels/workbook.xml.rels": relationships_xml(
            ("r1", "worksheet", "worksheets/s.xml"), ("r3", "styles", "styles.xml")
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{formats}</styleSheet>',
    }


def written(
    folder: Path, members: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]
) -> Path:
    """The zip of these members as a file in the folder."""
    path = folder / "回收.xlsx"
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return path


def codes(path: Path) -> list[str]:
    """The codes of all findings of the file; a refused file has no workbook."""
    read = read_workbook(path)
    refused = any(finding.rule.severity == "error" for finding in read.findings)
    assert (read.workbook is None) == refused
    assert all(finding.place.path == str(path) for finding in read.findings)
    return [finding.code for finding in read.findings]


def read_clean(path: Path) -> ReturnedWorkbook:
    """The workbook of a file that has no finding."""
    read = read_workbook(path)
    assert read.findings == ()
    assert read.workbook is not None
    return read.workbook


def read_sheet(folder: Path, members: Mapping[str, str | bytes]) -> ReturnedSheet:
    """The only sheet of a package that has no finding."""
    (sheet,) = read_clean(written(folder, members)).sheets
    return sheet
