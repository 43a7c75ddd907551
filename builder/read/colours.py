"""Colours as a workbook states them: by value, by place in a palette, or by the theme."""

import colorsys
from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.model.returned_looks import Colour
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import DRAWING, is_true, local_name, names

_THEME, _SCHEME = names(DRAWING, "theme"), names(DRAWING, "clrScheme")
# The first eight stand twice (18.8.27); 64 and 65 are what the system writes with and on.
_EIGHT = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
_PALETTE = (
    f"{_EIGHT}{_EIGHT}"
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 "
    "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 "
    "003366 339966 003300 333300 993300 993366 333399 333333 000000 FFFFFF"
).split()
# Light and dark change places between the scheme and the numbers by which cells name its colours.
_SWAPPED = (1, 0, 3, 2)
USUAL_THEME: Sequence[str] = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4"),
    *("ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"),
)
_HEX_DIGITS = 6
_WHOLE = 255


@frozen
class Colours:
    """The palette and the theme by which the colours of a file are named.

    ``theme`` is asked only where a colour is one of its own.
    """

    palette: Sequence[str]
    theme: Callable[[], Sequence[str]]

    def of(self, stated: Mapping[str, str]) -> Colour | None:
        """The colour of these attributes (18.3.1.15); ``None`` where it is automatic or unknown."""
        if is_true(stated.get("auto")):
            return None
        if "rgb" in stated:
            found = _colour(stated["rgb"])
        elif "theme" in stated:
            found = _colour(_at(self.theme(), stated["theme"]))
        else:
            found = _colour(_at(self.palette, stated.get("indexed", "")))
        return found if found is None or "tint" not in stated else _tinted(found, stated["tint"])


# Of a file that says nothing of its own.
USUAL_COLOURS = Colours(palette=_PALETTE, theme=lambda: USUAL_THEME)


def palette_of(entries: Sequence[Mapping[str, str]]) -> Sequence[str]:
    """The palette of a file that redefines the first colours of the usual one."""
    own = [entry.get("rgb", "") for entry in entries[: len(_PALETTE)]]
    return (*own, *_PALETTE[len(own) :])


def read_theme(container: Container, part: str, budget: Budget) -> Sequence[str]:
    """The colours of a theme in the order in which cells number them (20.1.6.2)."""
    tree = GrowingTree(container, part, _THEME, budget)
    for scheme in tree.found(_SCHEME, DRAWING):
        colours = [next(_values(entry), "") for entry in tree.entries(scheme)]
        first = [colours[place] for place in _SWAPPED if place < len(colours)]
        return (*first, *colours[len(_SWAPPED) :])
    return USUAL_THEME


def _values(entry: Element) -> Iterator[str]:
    for colour in entry:
        system = local_name(colour) == "sysClr"
        yield colour.get("lastClr" if system else "val", "")


def _at(colours: Sequence[str], place: str) -> str:
    few = place.isascii() and place.isdecimal() and len(place) <= len(str(_WHOLE))
    return colours[int(place)] if few and int(place) < len(colours) else ""


def _colour(text: str) -> Colour | None:
    digits = text[-_HEX_DIGITS:]
    try:
        number = int(digits, 16) if len(digits) == _HEX_DIGITS else -1
    except ValueError:
        return None
    return None if number < 0 else (number >> 16, number >> 8 & _WHOLE, number & _WHOLE)


def _tinted(colour: Colour, tint: str) -> Colour:
    """The colour made darker or lighter by as much as the tint says (18.3.1.15)."""
    try:
        share = max(-1.0, min(1.0, float(tint)))
    except ValueError:
        return colour
    hue, light, strength = colorsys.rgb_to_hls(*(part / _WHOLE for part in colour))
    light = light * (1 + share) if share < 0 else light + (1 - light) * share
    red, green, blue = colorsys.hls_to_rgb(hue, light, strength)
    return round(red * _WHOLE), round(green * _WHOLE), round(blue * _WHOLE)
