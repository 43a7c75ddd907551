"""The styles of a Word file: what they are called, and whether what is written in them is seen."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TypeVar
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.model.contrast import LEAST_SIZE, is_swallowed
from builder.model.returned_looks import Colour
from builder.ooxml.namespaces import local_name
from builder.ooxml.word_markup import attribute, child

_OFF = frozenset({"0", "false", "off"})
_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
# The colour of paper.
_WHITE = "ffffff"
_HEX = re.compile("[0-9a-f]{6}")
_NO_FILL = frozenset({"", "auto", _WHITE})
Said = TypeVar("Said")


@frozen
class Around:
    """What a run stands in: the styles of its paragraph and its table, and what is around them.

    ``tables`` is how many tables it is within, ``on_paper`` whether its ground is plain paper.
    """

    paragraph: str = ""
    table: str = ""
    tables: int = 0
    on_paper: bool = True


@frozen
class WordStyles:
    """Names, hiding and colours of styles by their identifiers; names in small letters.

    ``hiding``, ``colours`` and ``grounds`` hold only styles that say so themselves or through what
    they are based on. ``defaults`` are the styles, by kind, of what names none; ``hides_all`` is
    what all texts begin with (ECMA-376 Part 1, 17.7.2).
    """

    names: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    hiding: Mapping[str, bool] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    grounds: Mapping[str, bool] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    hides_all: bool = False

    def name(self, paragraph: Element) -> str:
        """The name of a paragraph's style; its identifier where no style is called so."""
        identifier = _named(child(paragraph, "pPr"), "pStyle")
        return self.names.get(identifier, identifier.casefold())

    def hides(self, around: Around, properties: Element | None) -> bool:
        """Whether a run of these properties is not printed.

        What the run says itself counts; else the styles of table, paragraph and run, of which two
        that hide show again (17.3.2.41 and 17.7.3).
        """
        said = _says(properties)
        if said is not None:
            return said
        character = self._known(_named(properties, "rStyle"), _CHARACTER)
        styles = (character, around.paragraph, around.table)
        return self.hides_all or sum(self.hiding.get(one, False) for one in styles) % 2 == 1

    def is_unreadable(self, around: Around, properties: Element | None) -> bool:
        """Whether a run of these properties is too small to be read, or as white as its paper."""
        if _is_tiny(properties):
            return True
        if not around.on_paper or has_ground(properties):
            return False
        character = self._known(_named(properties, "rStyle"), _CHARACTER)
        # What the style of a table says comes after all others (17.7.2).
        styles = (character, around.paragraph, around.table)
        if any(self.grounds.get(style) for style in styles):
            return False
        said = _colour(properties)
        for style in styles:
            said = said or self.colours.get(style, "")
        colour = _rgb(said)
        return colour is not None and is_swallowed(colour, None)

    def paragraph_style(self, paragraph: Element) -> str:
        """The identifier of the style that a paragraph has."""
        return self._known(_named(child(paragraph, "pPr"), "pStyle"), _PARAGRAPH)

    def shades(self, table: str) -> bool:
        """Whether a style of tables gives any part of a table another ground than the paper."""
        return self.grounds.get(table, False)

    def table_style(self, table: Element) -> str:
        """The identifier of the style that a table has."""
        return self._known(_named(child(table, "tblPr"), "tblStyle"), _TABLE)

    def _known(self, identifier: str, kind: str) -> str:
        """A style if it is of that kind, as what names another is ignored; else the default."""
        return identifier if self.kinds.get(identifier) == kind else self.defaults.get(kind, "")


def _is_tiny(properties: Element | None) -> bool:
    """Whether properties of a run say themselves that its letters are too small to be read."""
    size = child(properties, "sz")
    said = "" if size is None else attribute(size, "val")
    # Half points (17.3.2.38).
    return said.isascii() and said.isdigit() and 0 < int(said[:9]) / 2 < LEAST_SIZE


def has_ground(properties: Element | None) -> bool:
    """Whether properties of a run, a paragraph, a table or a cell give it a ground of its own."""
    shade = child(properties, "shd")
    filled = shade is not None and attribute(shade, "fill").casefold() not in _NO_FILL
    return filled or child(properties, "highlight") is not None


def _shaded_parts(style: Element) -> Iterator[bool]:
    """For each part of tables, such as the first row, whether a style shades it (17.7.6)."""
    return (any(map(has_ground, part)) for part in style if local_name(part) == "tblStylePr")


def read_word_styles(root: Element) -> WordStyles:
    """The styles that a part declares (17.7.4)."""
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    based: dict[str, str] = {}
    hiding: dict[str, bool] = {}
    colours: dict[str, str] = {}
    grounds: dict[str, bool] = {}
    defaults: dict[str, str] = {}
    for style in root:
        if local_name(style) != "style":
            continue
        identifier = attribute(style, "styleId")
        names[identifier] = _named(style, "name").casefold()
        kinds[identifier] = kind = attribute(style, "type") or _PARAGRAPH
        based[identifier] = _named(style, "basedOn")
        properties = child(style, "rPr")
        hides, colour = _says(properties), _colour(properties)
        if hides is not None:
            hiding[identifier] = hides
        if colour:
            colours[identifier] = colour
        if any(map(has_ground, style)) or any(_shaded_parts(style)):
            grounds[identifier] = True
        if attribute(style, "default") not in ("", *_OFF):
            defaults[kind] = identifier
    # A style of another kind is nothing that one can be based on (17.7.4.3).
    bases = {one: on if kinds.get(on) == kinds[one] else "" for one, on in based.items()}
    begun = child(child(root, "docDefaults"), "rPrDefault")
    return WordStyles(
        names=names,
        kinds=kinds,
        hiding=_inherited(bases, hiding),
        colours=_inherited(bases, colours),
        grounds=_inherited(bases, grounds),
        defaults=defaults,
        hides_all=bool(_says(child(begun, "rPr"))),
    )


def _inherited(bases: Mapping[str, str], said: Mapping[str, Said]) -> dict[str, Said]:
    """What every style says itself or takes from the nearest style it is based on that does."""
    known = dict(said)
    settled = {*said, ""}
    for style in bases:
        trail: dict[str, None] = {}
        above = style
        while above not in settled and above not in trail:
            trail[above] = None
            above = bases.get(above, "")
        settled.update(trail)
        if above in known:
            known.update(dict.fromkeys(trail, known[above]))
    return known


def _says(properties: Element | None) -> bool | None:
    """Whether properties of a run hide it; ``None`` where they do not say."""
    for name in ("vanish", "specVanish"):
        hidden = child(properties, name)
        if hidden is not None:
            return attribute(hidden, "val") not in _OFF
    return None


def _colour(properties: Element | None) -> str:
    """The colour that properties of a run give it, in small letters; empty where none."""
    return _named(properties, "color").casefold()


def _rgb(said: str) -> Colour | None:
    """A colour as the parts of red, green and blue; ``None`` for one that programs choose."""
    if not _HEX.fullmatch(said):
        return None
    return int(said[:2], 16), int(said[2:4], 16), int(said[4:], 16)


def _named(parent: Element | None, name: str) -> str:
    found = child(parent, name)
    return "" if found is None else attribute(found, "val")
