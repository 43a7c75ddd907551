"""The style part of a workbook, taken from a template's named styles."""

import copy
from dataclasses import dataclass

from lxml import etree

from builder.plan.style import CONDITION_STYLES, Style

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TAG = f"{{{_MAIN}}}"
# The order the schema asks of the parts used here (18.8.39).
_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
)


@dataclass(frozen=True, kw_only=True)
class StyleSheet:
    """The finished part and the index by which cells and conditions name each style.

    ``colours`` are the fill colours (ARGB) of the styles that have a solid one, for sheet tabs.
    """

    content: bytes
    cells: dict[Style, int]
    conditions: dict[Style, int]
    colours: dict[Style, str]


def missing_styles(template_styles: bytes) -> tuple[Style, ...]:
    """The named styles that a template should have and does not."""
    named = _named_formats(_parse(template_styles))
    return tuple(style for style in Style if style not in named)


def derive_style_sheet(template_styles: bytes) -> StyleSheet:
    """The style part of a workbook whose cells use the template's named styles.

    Each style becomes one cell format that refers to its named style (ECMA-376 Part 1, 18.8.10)
    and, where a condition uses it, one differential format (18.8.14).
    """
    root = _parse(template_styles)
    named = _named_formats(root)
    formats = _child(root, "cellXfs")
    default = formats[0]
    formats[:] = [default]
    cells: dict[Style, int] = {}
    for style in Style:
        place, source = named[style]
        formats.append(_cell_format(source, place))
        cells[style] = len(formats) - 1
    formats.set("count", str(len(formats)))
    conditions = _differentials(root, named)
    colours = {style: colour for style in Style if (colour := _fill_colour(root, named[style][1]))}
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return StyleSheet(content=content, cells=cells, conditions=conditions, colours=colours)


def _parse(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _child(root: etree._Element, name: str) -> etree._Element:
    found = root.find(f"{_TAG}{name}")
    if found is None:
        found = etree.Element(f"{_TAG}{name}")
        earlier = _ORDER[: _ORDER.index(name)]
        root.insert(sum(etree.QName(part).localname in earlier for part in root), found)
    return found


def _named_formats(root: etree._Element) -> dict[str, tuple[int, etree._Element]]:
    """Each named style's name to the index of its format and the format itself."""
    formats = _child(root, "cellStyleXfs")
    found: dict[str, tuple[int, etree._Element]] = {}
    for style in _child(root, "cellStyles"):
        place = int(style.get("xfId", "0"))
        if place < len(formats):
            found[style.get("name", "")] = (place, formats[place])
    return found


def _cell_format(source: etree._Element, place: int) -> etree._Element:
    made = copy.deepcopy(source)
    made.set("xfId", str(place))
    for part in ("Font", "Fill", "Border", "Alignment", "Protection", "NumberFormat"):
        made.set(f"apply{part}", "1")
    return made


def _differentials(
    root: etree._Element, named: dict[str, tuple[int, etree._Element]]
) -> dict[Style, int]:
    fonts, holder = _child(root, "fonts"), _child(root, "dxfs")
    holder[:] = []
    for style in CONDITION_STYLES:
        source = named[style][1]
        made = etree.SubElement(holder, f"{_TAG}dxf")
        font = etree.SubElement(made, f"{_TAG}font")
        # A condition may change weight and colour, never the face or the size (18.8.14).
        for part in fonts[int(source.get("fontId", "0"))]:
            if etree.QName(part).localname in {"b", "i", "color"}:
                font.append(copy.deepcopy(part))
        colour = _fill_colour(root, source)
        if colour:
            fill = etree.SubElement(etree.SubElement(made, f"{_TAG}fill"), f"{_TAG}patternFill")
            etree.SubElement(fill, f"{_TAG}bgColor").set("rgb", colour)
    holder.set("count", str(len(holder)))
    return {style: index for index, style in enumerate(CONDITION_STYLES)}


def _fill_colour(root: etree._Element, source: etree._Element) -> str:
    fill = _child(root, "fills")[int(source.get("fillId", "0"))]
    colour = fill.find(f"{_TAG}patternFill[@patternType='solid']/{_TAG}fgColor")
    return "" if colour is None else colour.get("rgb", "")
