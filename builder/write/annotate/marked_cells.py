"""Cells marked by a conditional format of our own, which leaves their own formats as they are."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from builder.ooxml.namespaces import SPREADSHEET, local_name
from builder.ooxml.office_file import whole_number

MAIN = SPREADSHEET[0]
# Always true, and known again by its text when the file comes back.
_RULE = 'ISTEXT("核验标记")'
_FILL = "FFFFD966"
# The children of a worksheet in the order the schema asks for (ECMA-376 Part 1, 18.3.1.99).
_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"),
    *("drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects"),
    *("controls", "AlternateContent", "webPublishItems", "tableParts", "extLst"),
)


def put_in_order(sheet: Element, element: Element) -> None:
    """Put a child of a worksheet where the schema wants it, behind its like."""
    own = _ORDER.index(local_name(element))
    place = 0
    for index, child in enumerate(sheet):
        name = local_name(child)
        if name in _ORDER and _ORDER.index(name) <= own:
            place = index + 1
    sheet.insert(place, element)


def mark_cells(sheet: Element, cells: Iterable[str], mark: int) -> bool:
    """Mark the cells or ranges, and those marked before no more; whether anything changed.

    ``mark`` is the differential format, see ``add_mark``.
    """
    changed = _unmark(sheet)
    marked = sorted(set(cells))
    if not marked:
        return changed
    area = Element(main_tag("conditionalFormatting"), {"sqref": " ".join(marked)})
    last = max(
        (whole_number(rule.get("priority")) for rule in sheet.iter(main_tag("cfRule"))), default=0
    )
    rule = SubElement(
        area,
        main_tag("cfRule"),
        {"type": "expression", "dxfId": str(mark), "priority": str(last + 1)},
    )
    SubElement(rule, main_tag("formula")).text = _RULE
    put_in_order(sheet, area)
    return True


def add_mark(styles: Element) -> int:
    """The place of a differential format for marks, which is added where there is none yet."""
    formats = styles.find(main_tag("dxfs"))
    if formats is None:
        formats = Element(main_tag("dxfs"), {"count": "0"})
        last = frozenset(map(main_tag, ("tableStyles", "colors", "extLst")))
        styles.insert(sum(each.tag not in last for each in styles), formats)
    for place, known in enumerate(formats.findall(main_tag("dxf"))):
        if [each.get("rgb") for each in known.iter(main_tag("bgColor"))] == [_FILL]:
            return place
    made = SubElement(formats, main_tag("dxf"))
    fill = SubElement(SubElement(made, main_tag("fill")), main_tag("patternFill"))
    fill.set("patternType", "solid")
    SubElement(fill, main_tag("bgColor"), {"rgb": _FILL})
    count = len(formats.findall(main_tag("dxf")))
    formats.set("count", str(count))
    return count - 1


def _unmark(sheet: Element) -> bool:
    changed = False
    for area in sheet.findall(main_tag("conditionalFormatting")):
        for rule in area.findall(main_tag("cfRule")):
            formula = rule.find(main_tag("formula"))
            if formula is not None and formula.text == _RULE:
                area.remove(rule)
                changed = True
        if area.find(main_tag("cfRule")) is None:
            sheet.remove(area)
    return changed


def main_tag(name: str) -> str:
    """The tag of an element of SpreadsheetML."""
    return f"{{{MAIN}}}{name}"
