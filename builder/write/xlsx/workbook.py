"""A planned workbook as the bytes of an .xlsx file."""

from collections.abc import Mapping
from pathlib import Path

from builder.book.book_plan import BookPlan
from builder.book.evaluation import Contents, Evaluation
from builder.book.sheet import SheetPlan
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.ooxml.container import FAT, packed
from builder.write.xlsx import parts
from builder.write.xlsx.chart_parts import chart_parts
from builder.write.xlsx.escape import declared
from builder.write.xlsx.logo import (
    DRAWING_PART,
    DRAWING_RELATION,
    IMAGE_RELATION,
    OFFICE_RELATIONS,
    Logo,
    with_room,
)
from builder.write.xlsx.look import Look, open_look
from builder.write.xlsx.page import breaks_xml
from builder.write.xlsx.sheet import sheet_xml
from builder.write.xlsx.strings import SharedStrings

_STYLES_PART, _THEME_PART = "xl/styles.xml", "xl/theme/theme1.xml"


def read_look(template: Path) -> Look | Finding:
    """The look of a template workbook, or the first finding that says why it cannot be used."""
    opened = open_look(template)
    return opened.findings[0] if opened.look is None else opened.look


def workbook_bytes(
    plan: BookPlan, look: Look, answers: Mapping[str, Value], contents: Contents | None = None
) -> bytes:
    """The file, with ``answers`` by input name filled in and every formula's value beside it.

    The same plan, look and answers always give the same bytes. ``contents`` are the plan's, where
    whoever writes it often has laid them out already.
    """
    evaluation = Evaluation(plan if contents is None else contents, answers)
    strings = SharedStrings()
    planned, drawings = list(plan.sheets), ""
    if look.logo is not None:
        planned[0], drawings = with_room(planned[0], look.logo, look.styles.title_size)
    sheets = [
        sheet_xml(sheet, evaluation, look.styles, strings, _ending(sheet, plan, look))
        for sheet in planned
    ]
    count, themed = len(sheets), look.theme is not None
    charts = chart_parts(plan, evaluation)
    drawn = tuple(name for name, _ in charts)
    members: list[tuple[str, str | bytes]] = [
        (
            "[Content_Types].xml",
            parts.content_types(count, themed=themed, logo=look.logo, drawn=drawn),
        ),
        ("_rels/.rels", parts.package_relations()),
        ("xl/workbook.xml", parts.workbook_xml(plan)),
        ("xl/_rels/workbook.xml.rels", parts.workbook_relations(count, themed=themed)),
        *((f"xl/worksheets/sheet{n}.xml", sheet) for n, sheet in enumerate(sheets, start=1)),
        *charts,
        (_STYLES_PART, look.styles.shortened if plan.shortened else look.styles.content),
        *(() if look.theme is None else ((_THEME_PART, look.theme),)),
        ("xl/sharedStrings.xml", strings.part()),
        *_logo_parts(look.logo, drawings),
        ("docProps/core.xml", parts.core_properties(plan)),
        ("docProps/app.xml", parts.app_properties()),
        ("docProps/custom.xml", parts.custom_properties(plan)),
    ]
    bodies = ((name, one if isinstance(one, bytes) else declared(one)) for name, one in members)
    return packed(bodies, system=FAT)


def _ending(sheet: SheetPlan, plan: BookPlan, look: Look) -> str:
    """What ends a sheet part: how it prints, and the drawing of its charts or its logo."""
    page = look.page.xml(
        landscape=sheet.landscape, page_note=plan.page_note, across=sheet.pages_across
    )
    page += breaks_xml(sheet.breaks)
    has_logo = look.logo is not None and sheet.name == plan.sheets[0].name
    if not has_logo and not sheet.charts:
        return page
    return f'{page}<drawing xmlns:r="{OFFICE_RELATIONS}" r:id="rId1"/>'


def _logo_parts(logo: Logo | None, drawing: str) -> list[tuple[str, str | bytes]]:
    if logo is None:
        return []
    folder, _, name = DRAWING_PART.rpartition("/")
    return [
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            parts.relations(((DRAWING_RELATION, f"/{DRAWING_PART}"),)),
        ),
        (DRAWING_PART, drawing),
        (f"{folder}/_rels/{name}.rels", parts.relations(((IMAGE_RELATION, f"/{logo.part}"),))),
        (logo.part, logo.picture.content),
    ]
