"""Cell formats: how many there are, which of them lock their cells, and how each looks."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.model.returned_looks import CellLook
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import CELL_FORMATS, FORMAT_PARTS, Budget
from builder.ooxml.namespaces import SPREADSHEET, is_true, local_name, names
from builder.read.colours import USUAL_COLOURS, Colours, palette_of

_FORMAT = names(SPREADSHEET, "xf")
_PROTECTION = names(SPREADSHEET, "protection")
_ALIGNMENT = names(SPREADSHEET, "alignment")
# An indent, in three blanks each, that pushes letters out of most cells.
_FAR = 15
# Fonts that show signs for letters, and the character set that says of a font it does (18.4.1).
_SYMBOLS = re.compile(r"(?:wing|web)dings|symbol\b|marlett|mt extra|bookshelf symbol", re.I)
_SYMBOL_SET = "2"
# A pattern of mostly its own colour (18.18.55).
_DENSE = "darkGray"
_MIDDLE = 0.5
# The number formats that every program knows by their numbers (18.8.30), dates and others alike
# to a reader who asks only whether a number can be read.
_GENERAL = "General"
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    49: "@",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy-mm-dd"),
}
# No size may be larger; what is no number is the usual one.
_USUAL_SIZE = 11.0
_FEW_DIGITS = 4

Stated = Mapping[str, str]
Item = TypeVar("Item")


@frozen
class _Letters:
    colour: Stated | None
    size: float
    struck: bool
    legible: bool = True


@frozen
class Looks:
    """Makes looks of formats; ``colours`` are those of the file."""

    colours: Colours

    def of(
        self, code: str, one: _Letters, ground: Stated | None, *, in_place: bool = True
    ) -> CellLook:
        """The look of what a format is made of; ``in_place`` is whether it leaves letters there."""
        return CellLook(
            number_format=code,
            letters=None if one.colour is None else self.colours.of(one.colour),
            ground=None if ground is None else self.colours.of(ground),
            size=one.size,
            struck=one.struck,
            legible=one.legible and in_place,
        )

    def changed(self, entry: Element) -> CellLook:
        """What a differential format changes, wherever it stands."""
        one, ground, code = _changes(entry)
        return self.of(code, one, ground)

    def run(self, properties: Element) -> CellLook:
        """How the letters of one run look (18.4.7)."""
        return self.of("", _letters(properties), None)


@frozen
class Styles:
    """The number of cell formats, the indexes of those whose cells are locked, and the looks.

    ``looks`` are those of the cell formats, ``overlays`` those of the differential ones;
    ``written`` makes looks of formats that stand elsewhere.
    """

    count: int = 1
    locked: frozenset[int] = frozenset({0})
    looks: tuple[CellLook, ...] = ()
    overlays: tuple[CellLook, ...] = ()
    written: Looks = Looks(colours=USUAL_COLOURS)


class _Parts:
    """What formats are made of, each part kept as little as it says."""

    def __init__(self) -> None:
        """Nothing is read yet; the groups are known by their tags (18.8.39)."""
        self.codes = {"0": _GENERAL}
        self.letters: list[_Letters] = []
        self.fills: list[Stated | None] = []
        self.formats: list[tuple[str, str, str, bool, bool]] = []
        self.changes: list[tuple[_Letters, Stated | None, str]] = []
        self.palette: list[Stated] = []
        self.readers: Mapping[str, Callable[[Element], None]] = {
            tag: read
            for name, read in (
                ("numFmts", self._code),
                ("fonts", lambda font: self.letters.append(_letters(font))),
                ("fills", lambda fill: self.fills.append(_fill(fill, "fgColor"))),
                ("cellXfs", self._format),
                ("dxfs", lambda entry: self.changes.append(_changes(entry))),
                ("colors", self._colours),
            )
            for tag in names(SPREADSHEET, name)
        }

    def _code(self, entry: Element) -> None:
        self.codes[entry.get("numFmtId", "")] = entry.get("formatCode", "")

    def _format(self, entry: Element) -> None:
        if entry.tag in _FORMAT:
            stated = [part.get("locked", "1") for part in entry if part.tag in _PROTECTION]
            code, font, fill = (entry.get(n, "0") for n in ("numFmtId", "fontId", "fillId"))
            in_place = all(_leaves_in_place(part) for part in entry if part.tag in _ALIGNMENT)
            locked = is_true(stated[-1] if stated else "1")
            self.formats.append((code, font, fill, locked, in_place))

    def _colours(self, entry: Element) -> None:
        if local_name(entry) == "indexedColors":
            self.palette += [colour.attrib for colour in entry]


def read_styles(
    container: Container, part: str, budget: Budget, theme: Callable[[], Sequence[str]]
) -> Styles:
    """The formats of ``cellXfs`` and ``dxfs``; ``theme`` is asked only where a colour is its own.

    A cell is locked unless its format says otherwise (18.8.33).
    """
    parts = _Parts()
    tree = GrowingTree(container, part, names(SPREADSHEET, "styleSheet"), budget)
    for group in tree.children(tree.root):
        read = parts.readers.get(group.tag)
        if read is not None:
            for entry in tree.entries(group):
                budget.spend(FORMAT_PARTS if entry.tag not in _FORMAT else CELL_FORMATS)
                read(entry)
    locked = [is_locked for *_, is_locked, _ in parts.formats]
    letters, fills, codes = parts.letters, parts.fills, parts.codes
    looks = Looks(colours=Colours(palette=palette_of(parts.palette), theme=cache(theme)))
    usual = _Letters(colour=None, size=_USUAL_SIZE, struck=False)
    return Styles(
        count=max(1, len(locked)),
        locked=frozenset(index for index, is_locked in enumerate(locked or [True]) if is_locked),
        looks=tuple(
            looks.of(
                _code(codes, code),
                _entry(letters, font) or usual,
                _entry(fills, fill),
                in_place=in_place,
            )
            for code, font, fill, _, in_place in parts.formats
        ),
        overlays=tuple(looks.of(code, one, fill) for one, fill, code in parts.changes),
        written=looks,
    )


def _entry(items: Sequence[Item], place: str) -> Item | None:
    few = place.isascii() and place.isdecimal() and len(place) <= len(str(CELL_FORMATS.most))
    return items[int(place)] if few and int(place) < len(items) else None


def _code(codes: Mapping[str, str], number: str) -> str:
    known = codes.get(number)
    if known is not None:
        return known
    return _BUILT_IN.get(int(number), _GENERAL) if number in _BUILT_IN_NUMBERS else _GENERAL


_BUILT_IN_NUMBERS = frozenset(map(str, _BUILT_IN))


def _letters(font: Element) -> _Letters:
    colour: Stated | None = None
    size, struck, legible = _USUAL_SIZE, False, True
    for part in font:
        match local_name(part):
            case "color":
                colour = part.attrib
            case "sz":
                size = _size(part.get("val", ""))
            case "strike":
                struck = is_true(part.get("val", "1"))
            case "name" | "rFont":
                legible = legible and _SYMBOLS.match(part.get("val", "")) is None
            case "charset":
                legible = legible and part.get("val") != _SYMBOL_SET
            case _:
                pass
    return _Letters(colour=colour, size=size, struck=struck, legible=legible)


def _leaves_in_place(alignment: Element) -> bool:
    """Whether letters stand in their cell and once (18.8.1)."""
    indent = alignment.get("indent", "0")
    near = indent.isascii() and indent.isdecimal() and len(indent) <= _FEW_DIGITS
    return alignment.get("horizontal") != "fill" and (not near or int(indent) < _FAR)


def _size(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return _USUAL_SIZE


def _fill(fill: Element, solid: str) -> Stated | None:
    """The colour of a fill: of a pattern, or of the middle of a gradient."""
    for kind in fill:
        if local_name(kind) == "gradientFill":
            middle = min(kind, key=_from_the_middle, default=None)
            return next((dict(colour.attrib) for colour in middle or ()), None)
        pattern = kind.get("patternType", "none" if solid == "fgColor" else "solid")
        named = {local_name(part): part.attrib for part in kind}
        own, behind = named.get("fgColor"), named.get("bgColor")
        if pattern == "solid":
            return named.get(solid, own)
        if pattern == _DENSE or (pattern != "none" and own == behind):
            return own
    return None


def _from_the_middle(stop: Element) -> float:
    return abs(_size(stop.get("position", "")) - _MIDDLE)


def _changes(entry: Element) -> tuple[_Letters, Stated | None, str]:
    """What a differential format changes (18.8.14); its solid ground is a background colour."""
    one = _Letters(colour=None, size=0.0, struck=False)
    ground: Stated | None = None
    code = ""
    for part in entry:
        match local_name(part):
            case "font":
                one = _letters(part)
            case "fill":
                ground = _fill(part, "bgColor")
            case "numFmt":
                code = part.get("formatCode", "")
            case _:
                pass
    return one, ground, code
