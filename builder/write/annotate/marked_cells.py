"""Cells marked by a conditional format of our own, which leaves their own formats as they are."""

from collections.abc import Iterable

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
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


def put_in_order(sheet: etree._Element, element: etree._Element) -> None:
    """Put a child of a worksheet where the schema wants it, behind its like."""
    own = _ORDER.index(etree.QName(element).localname)
    place = 0
    for index, child in enumerate(sheet):
        if isinstance(child.tag, str):
            name = etree.QName(child).localname
            if name in _ORDER and _ORDER.index(name) <= own:
                place = index + 1
    sheet.insert(place, element)


def mark_cells(sheet: etree._Element, cells: Iterable[str], mark: int) -> bool:
    """Mark the cells, and those marked before no more; whether anything changed.

    ``mark`` is the differential format, see ``add_mark``.
    """
    changed = _unmark(sheet)
    marked = sorted(set(cells))
    if not marked:
        return changed
    area = etree.Element(_main("conditionalFormatting"), {"sqref": " ".join(marked)})
    last = max((int(rule.get("priority", "0")) for rule in sheet.iter(_main("cfRule"))), default=0)
    rule = etree.SubElement(
        area,
        _main("cfRule"),
        {"type": "expression", "dxfId": str(mark), "priority": str(last + 1)},
    )
    etree.SubElement(rule, _main("formula")).text = _RULE
    put_in_order(sheet, area)
    return True


def add_mark(styles: etree._Element) -> int:
    """The place of a differential format for marks, which is added where there is none yet."""
    formats = styles.find(_main("dxfs"))
    if formats is None:
        formats = etree.Element(_main("dxfs"), {"count": "0"})
        following = (styles.find(_main(name)) for name in ("tableStyles", "colors", "extLst"))
        before = next((each for each in following if each is not None), None)
        if before is None:
            styles.append(formats)
        else:
            before.addprevious(formats)
    for place, known in enumerate(formats.findall(_main("dxf"))):
        if [each.get("rgb") for each in known.iter(_main("bgColor"))] == [_FILL]:
            return place
    made = etree.SubElement(formats, _main("dxf"))
    fill = etree.SubElement(etree.SubElement(made, _main("fill")), _main("patternFill"))
    fill.set("patternType", "solid")
    etree.SubElement(fill, _main("bgColor"), {"rgb": _FILL})
    count = len(formats.findall(_main("dxf")))
    formats.set("count", str(count))
    return count - 1


def _unmark(sheet: etree._Element) -> bool:
    changed = False
    for area in sheet.findall(_main("conditionalFormatting")):
        for rule in area.findall(_main("cfRule")):
            formula = rule.find(_main("formula"))
            if formula is not None and formula.text == _RULE:
                area.remove(rule)
                changed = True
        if area.find(_main("cfRule")) is None:
            sheet.remove(area)
    return changed


def _main(name: str) -> str:
    return f"{{{MAIN}}}{name}"
