"""The styles of a Word file: what they are called, and whether what is written in them is seen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.model.contrast import LEAST_SIZE, WHITE, is_swallowed
from builder.model.returned_looks import Colour
from builder.ooxml.namespaces import local_name
from builder.ooxml.word_markup import OFF, attribute, child, value_of
from builder.ooxml.word_style_bases import (
    HIDING,
    PARAGRAPH,
    bases_of,
    declared,
    inherited,
    kind_of,
    says,
)

_CHARACTER, _TABLE = "character", "table"
_STRIKING = ("strike", "dstrike")
_HEX = re.compile("[0-9a-f]{6}")
_PAPER = frozenset({"background1", "light1"})
_NARROWEST = 20  # percent
_NO_FILL = frozenset({"", "auto"})
# The patterns that lay none of their colour over the ground, and all of it; others mix the two
# (17.18.78).
_CLEAR, _SOLID = frozenset({"", "clear", "nil"}), "solid"
# The colours of a marker (17.18.40) by its names.
_MARKERS = {
    "black": "000000",
    "white": "ffffff",
    "red": "ff0000",
    "green": "00ff00",
    "blue": "0000ff",
    "cyan": "00ffff",
    "magenta": "ff00ff",
    "yellow": "ffff00",
    "darkRed": "800000",
    "darkGreen": "008000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkMagenta": "800080",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "c0c0c0",
}


@frozen
class Around:
    """What a run stands in: the styles of its paragraph and its table, and what is around them.

    ``tables`` is how many tables it is within, ``ground`` the colour behind it, ``None`` where that
    is not known, ``flat`` whether its lines are too low to be read.
    """

    paragraph: str = ""
    table: str = ""
    tables: int = 0
    ground: Colour | None = WHITE
    flat: bool = False


@frozen
class WordStyles:
    """Names, hiding and colours of styles by their identifiers; names in small letters.

    ``hiding``, ``striking``, ``tiny``, ``colours`` and ``grounds`` hold only styles that say so
    themselves or through what they are based on. ``defaults`` are the styles, by kind, of what
    names none; ``hides_all`` is what all texts begin with (ECMA-376 Part 1, 17.7.2).
    """

    names: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    hiding: Mapping[str, bool] = field(default_factory=dict)
    striking: Mapping[str, bool] = field(default_factory=dict)
    tiny: Mapping[str, bool] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    grounds: Mapping[str, bool] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    hides_all: bool = False

    def name(self, paragraph: Element) -> str:
        """The name of a paragraph's style; its identifier where no style is called so."""
        identifier = value_of(child(paragraph, "pPr"), "pStyle")
        return self.names.get(identifier, identifier.casefold())

    def hides(self, around: Around, properties: Element | None) -> bool:
        """Whether a run of these properties is not printed.

        What the run says itself counts; else the styles of table, paragraph and run, of which two
        that hide show again (17.3.2.41 and 17.7.3).
        """
        said = says(properties, HIDING)
        if said is not None:
            return said
        character = self._known(value_of(properties, "rStyle"), _CHARACTER)
        styles = (character, around.paragraph, around.table)
        return self.hides_all or sum(self.hiding.get(one, False) for one in styles) % 2 == 1

    def is_unreadable(self, around: Around, properties: Element | None) -> bool:
        """Whether a run of these properties is struck out, or not to be seen.

        It is too small to be read then, or has nearly the colour of its ground.
        """
        character = self._known(value_of(properties, "rStyle"), _CHARACTER)
        # What the style of a table says comes after all others (17.7.2).
        styles = (character, around.paragraph, around.table)
        struck = (says(properties, _STRIKING), *map(self.striking.get, styles))
        sizes = (_is_tiny(properties), *map(self.tiny.get, styles))
        if around.flat or _first_said(struck) or _first_said(sizes):
            return True
        shaded = any(self.grounds.get(style) for style in styles)
        ground = ground_of(properties, None if shaded else around.ground)
        said = _colour(properties)
        for style in styles:
            said = said or self.colours.get(style, "")
        colour = _rgb(said)
        return colour is not None and ground is not None and is_swallowed(colour, ground)

    def paragraph_style(self, paragraph: Element) -> str:
        """The identifier of the style that a paragraph has."""
        return self._known(value_of(child(paragraph, "pPr"), "pStyle"), PARAGRAPH)

    def shades(self, table: str) -> bool:
        """Whether a style of tables gives any part of a table another ground than the paper."""
        return self.grounds.get(table, False)

    def table_style(self, table: Element) -> str:
        """The identifier of the style that a table has."""
        return self._known(value_of(child(table, "tblPr"), "tblStyle"), _TABLE)

    def _known(self, identifier: str, kind: str) -> str:
        """A style if it is of that kind, as what names another is ignored; else the default."""
        return identifier if self.kinds.get(identifier) == kind else self.defaults.get(kind, "")


def _first_said(words: Iterable[bool | None]) -> bool:
    """What the nearest of those says that say anything."""
    return next((said for said in words if said is not None), False)


def _is_tiny(properties: Element | None) -> bool | None:
    """Whether letters of these properties are too small to be read; ``None`` where nothing says."""
    # Half points (17.3.2.38), and a share of the usual width in percent (17.3.2.43).
    size, width = _number(value_of(properties, "sz")), _number(value_of(properties, "w"))
    filled = child(properties, "textFill")
    if 0 < width < _NARROWEST or child(filled, "noFill") is not None:
        return True
    return None if size < 0 else 0 < size / 2 < LEAST_SIZE


def is_flat(properties: Element | None) -> bool:
    """Whether the lines of a paragraph have a height in which nothing can be read (17.3.1.33)."""
    spacing = child(properties, "spacing")
    if spacing is None or attribute(spacing, "lineRule") != "exact":
        return False
    return 0 <= _number(attribute(spacing, "line")) / 20 < LEAST_SIZE


def _number(said: str) -> int:
    """A whole number or share as it is written, -1 for none."""
    said = said.removesuffix("%")[:9]
    return int(said) if said.isascii() and said.isdigit() else -1


def ground_of(properties: Element | None, around: Colour | None) -> Colour | None:
    """The ground that properties of a run, a paragraph, a table or a cell give it.

    It is what is ``around`` where they give none, and ``None`` where it cannot be told.
    """
    marker = value_of(properties, "highlight")
    if marker not in ("", "none"):
        return _rgb(_MARKERS.get(marker, ""))
    shade = child(properties, "shd")
    if shade is None:
        return around
    pattern = attribute(shade, "val")
    if pattern not in _CLEAR:
        return _rgb(attribute(shade, "color").casefold()) if pattern == _SOLID else None
    said = attribute(shade, "fill").casefold()
    return around if said in _NO_FILL else _rgb(said)


def _has_ground(properties: Element | None) -> bool:
    return ground_of(properties, WHITE) != WHITE


def _shaded_parts(style: Element) -> Iterator[bool]:
    """For each part of tables, such as the first row, whether a style shades it (17.7.6)."""
    return (any(map(_has_ground, part)) for part in style if local_name(part) == "tblStylePr")


def read_word_styles(root: Element) -> WordStyles:
    """The styles that a part declares (17.7.4)."""
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    hiding: dict[str, bool] = {}
    striking: dict[str, bool] = {}
    tiny: dict[str, bool] = {}
    colours: dict[str, str] = {}
    grounds: dict[str, bool] = {}
    defaults: dict[str, str] = {}
    styles = dict(declared(root))
    for identifier, style in styles.items():
        names[identifier] = value_of(style, "name").casefold()
        kinds[identifier] = kind = kind_of(style)
        properties = child(style, "rPr")
        colour = _colour(properties)
        for said, does in (
            (hiding, says(properties, HIDING)),
            (striking, says(properties, _STRIKING)),
            (tiny, _is_tiny(properties)),
        ):
            if does is not None:
                said[identifier] = does
        if colour:
            colours[identifier] = colour
        if any(map(_has_ground, style)) or any(_shaded_parts(style)):
            grounds[identifier] = True
        if attribute(style, "default") not in ("", *OFF):
            defaults[kind] = identifier
    bases = bases_of(styles)
    begun = child(child(root, "docDefaults"), "rPrDefault")
    return WordStyles(
        names=names,
        kinds=kinds,
        hiding=inherited(bases, hiding),
        striking=inherited(bases, striking),
        tiny=inherited(bases, tiny),
        colours=inherited(bases, colours),
        grounds=inherited(bases, grounds),
        defaults=defaults,
        hides_all=bool(says(child(begun, "rPr"), HIDING)),
    )


def _colour(properties: Element | None) -> str:
    """The colour that properties of a run give it, in small letters; empty where none."""
    colour = child(properties, "color")
    if colour is None:
        return ""
    # What a theme says comes before the colour beside it; of themes only paper is the same in all.
    paper = attribute(colour, "themeColor") in _PAPER and not attribute(colour, "themeShade")
    return "ffffff" if paper else attribute(colour, "val").casefold()


def _rgb(said: str) -> Colour | None:
    """A colour as the parts of red, green and blue; ``None`` for one that programs choose."""
    if not _HEX.fullmatch(said):
        return None
    return int(said[:2], 16), int(said[2:4], 16), int(said[4:], 16)
