"""An applicant's own workbook with what was found in it: marked cells, notes, and a list.

Parts that nothing is added to stay as they came; the file can be handed in again.
"""

from collections.abc import Sequence
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from builder.book.cell_text import fitting
from builder.findings.finding import Finding
from builder.kit.sheet_names import PROBLEMS
from builder.model.verdict import Verdict
from builder.ooxml.office_file import RELATION_ID, OfficeFile, whole_number
from builder.ooxml.refusal import RefusedError
from builder.ooxml.whole_tree import own_tree
from builder.write.annotate.marked_cells import MAIN, add_mark, main_tag, mark_cells
from builder.write.annotate.notes import write_notes
from builder.write.annotate.problem_sheet import add_list_styles, problem_sheet_xml

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
# The least that a style sheet holds: one of each.
_PLAIN_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>'
)


def annotated_workbook(content: bytes, verdict: Verdict) -> bytes | Finding:
    """The file with every finding of the verdict in it, or the finding why that cannot be done."""
    try:
        return _annotated(OfficeFile(content), verdict)
    except RefusedError as refusal:
        return Finding.at("QA810", verdict.path, actual=refusal.reason)


def _annotated(package: OfficeFile, verdict: Verdict) -> bytes:
    book = package.main_part
    root = package.tree(book)
    styles_part = _styles_part(package, book)
    styles = package.tree(styles_part)
    mark, list_styles = add_mark(styles), add_list_styles(styles)
    package.put(styles_part, styles)
    parts = _sheet_parts(package, book, root)
    for name, part in parts.items():
        if name != PROBLEMS:
            marked = [area for each in verdict.findings for area in each.areas_on(name)]
            _annotate_sheet(package, part, mark, marked, _at_cells(verdict.findings, name))
    listed = problem_sheet_xml(verdict, verdict.findings, list_styles)
    if PROBLEMS in parts:
        package.put(parts[PROBLEMS], listed)
    else:
        _add_sheet(package, book, root, listed)
    _show(root)
    package.put(book, root)
    return package.content()


def _at_cells(findings: Sequence[Finding], sheet: str) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.place.sheet == sheet and finding.place.cell:
            found.setdefault(finding.place.cell, []).append(finding)
    return found


def _annotate_sheet(
    package: OfficeFile,
    part: str,
    mark: int,
    marked: Sequence[str],
    findings: dict[str, list[Finding]],
) -> None:
    sheet = package.tree(part)
    notes = {cell: "\n".join(map(_note, each)) for cell, each in findings.items()}
    changed = (
        mark_cells(sheet, marked, mark),
        write_notes(package, part, sheet, notes),
        _deselect(sheet),
    )
    if any(changed):
        package.put(part, sheet)


def _note(finding: Finding) -> str:
    message, fix = fitting(finding.message), fitting(finding.fix)
    return f"{finding.rule.severity.label} {finding.code}：{message}\n办法：{fix}"


def _deselect(sheet: Element) -> bool:
    """Leave no sheet but the list selected: what is typed goes to all that are."""
    selected = [view for view in sheet.iter(main_tag("sheetView")) if view.get("tabSelected")]
    for view in selected:
        del view.attrib["tabSelected"]
    return bool(selected)


def _styles_part(package: OfficeFile, book: str) -> str:
    known = package.related(book, "styles")
    if known is not None:
        return known
    part = package.free_name("xl/styles", ".xml")
    package.put(part, own_tree(_PLAIN_STYLES))
    package.declare(part, _STYLES_TYPE)
    package.relate(book, "styles", part)
    return part


def _sheet_parts(package: OfficeFile, book: str, root: Element) -> dict[str, str]:
    """The part of every worksheet by its name; charts on sheets of their own are left out."""
    targets = {
        identifier: relation.inside
        for identifier, relation in package.relations(book).items()
        if relation.kind == "worksheet"
    }
    sheets = {
        each.get("name", ""): each.get(RELATION_ID, "") for each in root.iter(main_tag("sheet"))
    }
    return {name: targets[link] for name, link in sheets.items() if link in targets}


def _add_sheet(package: OfficeFile, book: str, root: Element, content: bytes) -> None:
    sheets = root.find(main_tag("sheets"))
    if sheets is None:
        raise RefusedError("QA232", actual="工作表")
    part = package.free_name("xl/worksheets/sheet", ".xml")
    package.put(part, content)
    package.declare(part, _SHEET_TYPE)
    taken = {whole_number(each.get("sheetId")) for each in sheets}
    entry = SubElement(sheets, main_tag("sheet"))
    entry.set("name", PROBLEMS)
    entry.set("sheetId", str(next(n for n in count(1) if n not in taken)))
    entry.set(RELATION_ID, package.relate(book, "worksheet", part))


def _show(root: Element) -> None:
    """Open the workbook on the list."""
    names = [each.get("name") for each in root.iter(main_tag("sheet"))]
    for view in root.iter(main_tag("workbookView")):
        view.set("activeTab", str(names.index(PROBLEMS)))
        if "firstSheet" in view.attrib:
            del view.attrib["firstSheet"]
