"""A completed workbook, read without trust: bounded, in one pass, nothing followed or believed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.ooxml.container import Container
from builder.ooxml.file import SAID, FileKind, read_bytes, sniff
from builder.ooxml.limits import Budget
from builder.ooxml.package import (
    BINARY_WORKBOOK,
    CONTENT_TYPES_PART,
    DOCUMENTS,
    FIXED_LAYOUT_PART,
    WORKBOOKS,
    ContentTypes,
    Relationship,
    main_part,
    read_content_types,
    read_relationships,
    related,
)
from builder.ooxml.refusal import RefusedError
from builder.read import suspects
from builder.read.cell_values import CellValues
from builder.read.colours import USUAL_THEME, read_theme
from builder.read.drawings import Drawings
from builder.read.properties import read_application, read_custom_properties
from builder.read.shared_strings import SharedStrings, read_shared_strings
from builder.read.sheet import CellFormats, Repeats, SheetReader
from builder.read.styles import Styles, read_styles
from builder.read.text_runs import TextRuns
from builder.read.workbook_part import SheetEntry, WorkbookPart, read_workbook_part
from builder.unswept import unswept

_CODES: Mapping[FileKind, str] = {
    **SAID,
    FileKind.OLD_DOCUMENT: "QA208",
    FileKind.OLD_OFFICE: "QA209",
    FileKind.ARCHIVE: "QA210",
    FileKind.TEXT: "QA211",
    FileKind.UNKNOWN: "QA214",
}
# Sheets without cells of their own kind are kept as empty sheets, so that none is lost silently.
_CELLLESS_SHEETS = frozenset({"chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"})


@frozen
class ReadWorkbook:
    """What came of reading one file: a workbook with warnings, or one finding and no workbook."""

    workbook: ReturnedWorkbook | None
    findings: tuple[Finding, ...]


def read_workbook(path: Path) -> ReadWorkbook:
    """The workbook at ``path``; every fault of the file is a finding, none is an exception."""
    return read_content(str(path), lambda: read_bytes(path))


def read_content(name: str, content: Callable[[], bytes]) -> ReadWorkbook:
    """The workbook in what ``content`` returns, wherever it comes from; ``name`` is told."""
    try:
        with unswept():
            workbook = _read(content())
    except RefusedError as refusal:
        return ReadWorkbook(workbook=None, findings=(refusal.finding(name),))
    codes = [each.code for each in suspects.SUSPECTS if each.flag in workbook.flags]
    if suspects.DDE in workbook.flags:
        codes.append(suspects.DDE_CODE)
    place = Place(path=name)
    return ReadWorkbook(
        workbook=workbook,
        findings=tuple(Finding(code=code, place=place) for code in sorted(codes)),
    )


def _read(data: bytes) -> ReturnedWorkbook:
    kind = sniff(data)
    if kind is not FileKind.PACKAGE:
        raise RefusedError(_CODES[kind])
    container = Container(data)
    budget = Budget()
    types = _content_types(container, budget)
    main = main_part(container, budget)
    _check_workbook_type(types.of(main))
    relationships = read_relationships(container, main, budget)
    part = read_workbook_part(container, main, budget)
    styles = _styles(container, relationships, budget)
    sheets = _sheets(container, part, relationships, styles, budget)
    return ReturnedWorkbook(
        sheets=sheets,
        names=part.names,
        properties=read_custom_properties(container, budget),
        application=read_application(container, budget),
        locked_styles=styles.locked,
        from_1904=part.from_1904,
        looks=styles.looks,
        overlays=styles.overlays,
        flags=_flags(container, types, relationships.values(), sheets, budget),
    )


def _content_types(container: Container, budget: Budget) -> ContentTypes:
    """The content types, or a refusal that says what a zip without them is."""
    if CONTENT_TYPES_PART in container:
        return read_content_types(container, budget)
    if FIXED_LAYOUT_PART in container:
        raise RefusedError(SAID[FileKind.PDF])
    raise RefusedError("QA209" if "mimetype" in container else "QA210")


def _check_workbook_type(content_type: str) -> None:
    if content_type.startswith(BINARY_WORKBOOK):
        raise RefusedError("QA215")
    if content_type.startswith(DOCUMENTS):
        raise RefusedError("QA208")
    if not content_type.startswith(WORKBOOKS):
        raise RefusedError("QA209")


def _styles(
    container: Container, relationships: Mapping[str, Relationship], budget: Budget
) -> Styles:
    found, own = related(relationships, "styles"), related(relationships, "theme")

    def theme() -> Sequence[str]:
        if own is None or own.external or own.inside not in container:
            return USUAL_THEME
        return read_theme(container, own.inside, budget)

    return Styles() if found is None else read_styles(container, found.part, budget, theme)


def _sheets(
    container: Container,
    part: WorkbookPart,
    relationships: Mapping[str, Relationship],
    styles: Styles,
    budget: Budget,
) -> tuple[ReturnedSheet, ...]:
    strings = related(relationships, "sharedStrings")
    runs = TextRuns(looks=styles.written)
    shared = SharedStrings()
    if strings is not None:
        shared = read_shared_strings(container, strings.part, budget, runs)
    values = CellValues(shared.texts, from_1904=part.from_1904)
    indexes = CellFormats((str(index), index) for index in range(styles.count))
    repeats = Repeats(runs, shared.runs)
    drawings = Drawings(container, budget)
    taken: set[str] = set()
    sheets: list[ReturnedSheet] = []
    for entry in part.sheets:
        relationship = _sheet_relationship(entry, relationships)
        if relationship.part.casefold() in taken:
            raise RefusedError("QA226", sheet=entry.name, actual=relationship.part)
        taken.add(relationship.part.casefold())
        if relationship.kind in _CELLLESS_SHEETS:
            sheets.append(
                ReturnedSheet(name=entry.name, state=entry.state, protected=False, cells={})
            )
        else:
            reader = SheetReader(entry.name, values, indexes, repeats, drawings, budget)
            sheets.append(reader.read(container, relationship.part, entry.state))
    return tuple(sheets)


def _sheet_relationship(
    entry: SheetEntry, relationships: Mapping[str, Relationship]
) -> Relationship:
    relationship = relationships.get(entry.relationship)
    if relationship is None:
        raise RefusedError("QA232", sheet=entry.name, actual=entry.relationship)
    return relationship


def _flags(
    container: Container,
    types: ContentTypes,
    relationships: Iterable[Relationship],
    sheets: Iterable[ReturnedSheet],
    budget: Budget,
) -> frozenset[str]:
    relationships = tuple(relationships)
    flags = {
        suspect.flag for suspect in suspects.find_suspects(container, types, relationships, budget)
    }
    links = (each.part for each in relationships if each.kind == "externalLink")
    if suspects.has_dde_formula(sheets) or any(
        suspects.has_dde_link(container, link, budget) for link in links
    ):
        flags.add(suspects.DDE)
    return frozenset(flags)
