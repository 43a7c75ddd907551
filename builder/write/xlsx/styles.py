"""The style part of a workbook, taken from a template's named styles."""

import copy
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from builder.book.style import CONDITION_STYLES, INPUT_STYLES, Style
from builder.frozen import frozen
from builder.ooxml.namespaces import SPREADSHEET, local_name
from builder.ooxml.whole_tree import written

_TAG = f"{{{SPREADSHEET[0]}}}"
# How a colour can be given, and what its values are made of: digits, letters, a sign, a point.
_COLOURS = ("rgb", "indexed", "theme", "tint")
_PLAIN = re.compile(r"[0-9A-Za-z.+-]+")
_USUAL_SIZE, _LARGEST_SIZE = 11.0, 409.0
# The order the schema asks of the parts used here (18.8.39).
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")

# Points nobody types, and the built-in format that shows two decimals of them (18.8.30).
_POINTS = (Style.POINTS, Style.COMPUTED_POINTS, Style.SUBTOTAL_POINTS, Style.TOTAL_POINTS)
_AS_IT_IS, _TWO_DECIMALS = "0", "2"

# What stands side by side in a row that holds whole texts.
_IN_TALL_ROWS = (
    *INPUT_STYLES,
    *(Style.NUMBER, Style.NAME, Style.OFFICIAL, Style.NOTE, Style.POINTS, Style.STATUS),
    *(Style.COMPUTED_POINTS, Style.COMPUTED_COUNT, Style.COMPUTED_PERCENT, Style.LABEL),
)


@frozen
class StyleSheet:
    """The finished part and the index by which cells and conditions name each style.

    ``high`` are the same looks for the cells of tall rows: what they hold begins at their top.
    ``colours`` are the fill colours of the styles that have a solid one, for sheet tabs: the
    attributes of a colour, be it by value, of the theme or of a palette (18.3.1.15).
    ``shortened`` is the part for a book that shows points with two decimals, where the office's
    template has no format of its own for them.
    ``title_size`` is the size of the title's letters in points.
    """

    content: bytes
    shortened: bytes
    cells: dict[Style, int]
    high: dict[Style, int]
    conditions: dict[Style, int]
    colours: dict[Style, str]
    title_size: float


def missing_styles(root: Element) -> tuple[Style, ...]:
    """The named styles that a template should have and does not."""
    named = _named_formats(root)
    return tuple(style for style in Style if style not in named)


def misused_locks(root: Element) -> tuple[tuple[Style, ...], tuple[Style, ...]]:
    """The styles of inputs that lock their cells, and the other styles that do not.

    A cell is locked unless its format says otherwise (18.8.33).
    """
    named = _named_formats(root)
    inputs, others = [], []
    for style in Style:
        if style in named:
            protection = named[style][1].find(f"{_TAG}protection")
            words = "1" if protection is None else protection.get("locked", "1")
            locked = words not in {"0", "false"}
            if style in INPUT_STYLES and locked:
                inputs.append(style)
            elif style not in INPUT_STYLES and not locked:
                others.append(style)
    return tuple(inputs), tuple(others)


def derive_style_sheet(root: Element) -> StyleSheet:
    """The style part of a workbook whose cells use the template's named styles.

    Each style becomes one cell format that refers to its named style (ECMA-376 Part 1, 18.8.10)
    and, where a condition uses it, one differential format (18.8.14).
    """
    _leave_out(root)
    named = _named_formats(root)
    _check_indexes(root, named)
    formats = _child(root, "cellXfs")
    default = formats[0]
    formats[:] = [default]
    cells: dict[Style, int] = {}
    high: dict[Style, int] = {}
    for style in Style:
        place, source = named[style]
        formats.append(_cell_format(source, place))
        cells[style] = high[style] = len(formats) - 1
    for style in _IN_TALL_ROWS:
        place, source = named[style]
        formats.append(_begun_high(_cell_format(source, place)))
        high[style] = len(formats) - 1
    formats.set("count", str(len(formats)))
    conditions = _differentials(root, named)
    fills = {style: _fill_colour(root, named[style][1]) for style in Style}
    colours = {
        style: " ".join(f'{name}="{value}"' for name, value in colour.items())
        for style, colour in fills.items()
        if colour
    }
    content = written(root)
    for index in (looks[style] for style in _POINTS for looks in (cells, high)):
        if formats[index].get("numFmtId", _AS_IT_IS) == _AS_IT_IS:
            formats[index].set("numFmtId", _TWO_DECIMALS)
    return StyleSheet(
        content=content,
        shortened=written(root),
        cells=cells,
        high=high,
        conditions=conditions,
        colours=colours,
        title_size=_letter_size(root, named[Style.TITLE][1]),
    )


def _leave_out(root: Element) -> None:
    """Remove what other programs add and no cell of a kit uses; it points at removed formats."""
    for name in ("tableStyles", "extLst"):
        for part in root.findall(f"{_TAG}{name}"):
            if len(part):
                root.remove(part)


def _child(root: Element, name: str) -> Element:
    found = root.find(f"{_TAG}{name}")
    if found is None:
        found = Element(f"{_TAG}{name}")
        earlier = _ORDER[: _ORDER.index(name)]
        root.insert(sum(local_name(part) in earlier for part in root), found)
    return found


def _named_formats(root: Element) -> dict[str, tuple[int, Element]]:
    """Each named style's name to the index of its format and the format itself."""
    formats = _child(root, "cellStyleXfs")
    found: dict[str, tuple[int, Element]] = {}
    for style in _child(root, "cellStyles"):
        place = int(style.get("xfId", "0"))
        if 0 <= place < len(formats):
            found[style.get("name", "")] = (place, formats[place])
    return found


def _check_indexes(root: Element, named: Mapping[str, tuple[int, Element]]) -> None:
    """Raise ``IndexError`` where a style refers to a font, fill or border that is not there."""
    for style in Style:
        for kind, name in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId")):
            place = int(named[style][1].get(name, "0"))
            if not 0 <= place < len(_child(root, kind)):
                raise IndexError(place)


def _cell_format(source: Element, place: int) -> Element:
    made = copy.deepcopy(source)
    made.set("xfId", str(place))
    for part in ("Font", "Fill", "Border", "Alignment", "Protection", "NumberFormat"):
        made.set(f"apply{part}", "1")
    return made


def _begun_high(made: Element) -> Element:
    """The same format with what a cell holds at its top."""
    alignment = made.find(f"{_TAG}alignment")
    if alignment is None:
        # Before the protection, as the schema asks (18.8.45).
        alignment = Element(f"{_TAG}alignment")
        made.insert(0, alignment)
    alignment.set("vertical", "top")
    return made


def _differentials(root: Element, named: dict[str, tuple[int, Element]]) -> dict[Style, int]:
    fonts, holder = _child(root, "fonts"), _child(root, "dxfs")
    holder[:] = []
    for style in CONDITION_STYLES:
        source = named[style][1]
        made = SubElement(holder, f"{_TAG}dxf")
        font = SubElement(made, f"{_TAG}font")
        # A condition may change weight and colour, never the face or the size (18.8.14).
        for part in fonts[int(source.get("fontId", "0"))]:
            if local_name(part) in {"b", "i", "color"}:
                font.append(copy.deepcopy(part))
        colour = _fill_colour(root, source)
        if colour:
            fill = SubElement(SubElement(made, f"{_TAG}fill"), f"{_TAG}patternFill")
            SubElement(fill, f"{_TAG}bgColor", colour)
    holder.set("count", str(len(holder)))
    return {style: index for index, style in enumerate(CONDITION_STYLES)}


def _fill_colour(root: Element, source: Element) -> dict[str, str]:
    """The attributes of the colour of a solid fill; none where it is automatic or not solid."""
    fill = _child(root, "fills")[int(source.get("fillId", "0"))]
    colour = fill.find(f"{_TAG}patternFill[@patternType='solid']/{_TAG}fgColor")
    if colour is None:
        return {}
    found = {name: colour.get(name, "") for name in _COLOURS if name in colour.attrib}
    if not all(_PLAIN.fullmatch(value) for value in found.values()):
        raise ValueError(found)
    return found


def _letter_size(root: Element, source: Element) -> float:
    size = _child(root, "fonts")[int(source.get("fontId", "0"))].find(f"{_TAG}sz")
    points = _USUAL_SIZE if size is None else float(size.get("val", _USUAL_SIZE))
    if not 1 <= points <= _LARGEST_SIZE:
        raise ValueError(points)
    return points
