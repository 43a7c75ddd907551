"""A planned workbook as the bytes of an .xlsx file."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from builder.findings.finding import Finding, Place
from builder.formula.value import Value
from builder.plan.evaluation import Evaluation
from builder.plan.workbook import WorkbookPlan
from builder.write.xlsx.charts import chart_xml, drawing_xml
from builder.write.xlsx.parts import (
    app_properties,
    chart_part,
    content_types,
    core_properties,
    custom_properties,
    drawing_part,
    drawing_relations,
    package_relations,
    relations_of,
    sheet_relations,
    workbook_relations,
    workbook_xml,
)
from builder.write.xlsx.sheet import sheet_xml
from builder.write.xlsx.strings import SharedStrings
from builder.write.xlsx.styles import StyleSheet, derive_style_sheet, missing_styles

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMPRESSION_LEVEL = 6
_STYLES_PART, _THEME_PART = "xl/styles.xml", "xl/theme/theme1.xml"
# What a file that is missing, damaged, encrypted or not a workbook makes zip and XML readers raise,
# and what style indexes that are no numbers or lead nowhere do.
_UNUSABLE = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    KeyError,
    etree.XMLSyntaxError,
    IndexError,
    ValueError,
)


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a template gives a workbook: its styles and its theme."""

    styles: StyleSheet
    theme: bytes


def read_look(template: Path) -> Look | Finding:
    """The look of a template workbook, or the finding that says why it cannot be used."""
    place = Place(path=str(template))
    try:
        with zipfile.ZipFile(template) as package:
            styles, theme = package.read(_STYLES_PART), package.read(_THEME_PART)
        missing = missing_styles(styles)
        if missing:
            return Finding(code="QA852", place=place, actual="、".join(missing))
        return Look(styles=derive_style_sheet(styles), theme=theme)
    except _UNUSABLE:
        return Finding(code="QA851", place=place)


def workbook_bytes(plan: WorkbookPlan, look: Look, answers: Mapping[str, Value]) -> bytes:
    """The file, with ``answers`` by input name filled in and every formula's value beside it.

    The same plan, look and answers always give the same bytes.
    """
    evaluation = Evaluation(plan, answers)
    strings = SharedStrings()
    sheets = [
        sheet_xml(sheet, evaluation, look.styles, strings, plan.page_note) for sheet in plan.sheets
    ]
    count = len(sheets)
    drawn = tuple(number for number, sheet in enumerate(plan.sheets, start=1) if sheet.charts)
    drawings = [*_drawings(plan, evaluation)]
    charts = sum(len(sheet.charts) for sheet in plan.sheets)
    parts: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", content_types(count, drawn, charts)),
        ("_rels/.rels", package_relations()),
        ("xl/workbook.xml", workbook_xml(plan)),
        ("xl/_rels/workbook.xml.rels", workbook_relations(count)),
        *((f"xl/worksheets/sheet{n}.xml", sheet) for n, sheet in enumerate(sheets, start=1)),
        *drawings,
        (_STYLES_PART, look.styles.content),
        (_THEME_PART, look.theme),
        ("xl/sharedStrings.xml", strings.part()),
        ("docProps/core.xml", core_properties(plan)),
        ("docProps/app.xml", app_properties()),
        ("docProps/custom.xml", custom_properties(plan.identity)),
    ]
    return _packed(parts)


def _drawings(plan: WorkbookPlan, evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """The parts that charts need, sheet by sheet; charts are numbered through the workbook."""
    drawn = 0
    for number, sheet in enumerate(plan.sheets, start=1):
        if sheet.charts:
            charts = range(drawn + 1, drawn + 1 + len(sheet.charts))
            drawn += len(sheet.charts)
            yield relations_of(f"xl/worksheets/sheet{number}.xml"), sheet_relations(number)
            yield drawing_part(number), drawing_xml(sheet.charts)
            yield relations_of(drawing_part(number)), drawing_relations(charts)
            for place, chart in zip(charts, sheet.charts, strict=True):
                yield chart_part(place), chart_xml(chart, evaluation)


def _packed(parts: list[tuple[str, str | bytes]]) -> bytes:
    """A zip of the parts without clock or platform in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(
        buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION_LEVEL
    ) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            body = content if isinstance(content, bytes) else f"{_DECLARATION}{content}".encode()
            package.writestr(entry, body)
    return buffer.getvalue()
