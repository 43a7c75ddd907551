"""Whether what a cell says can be read: by its number format, its colours, its size."""

from collections.abc import Iterable, Mapping
from functools import partial

from builder.book.number_format import NumberFormat, Section, number_format
from builder.model.contrast import LEAST_SIZE, WHITE, is_swallowed
from builder.model.returned_looks import CellLook, Colour, look_at

# What number formats call the colours that a usual ground swallows.
_NAMED: Mapping[str, Colour] = {
    "white": WHITE,
    "color2": WHITE,
    "color 2": WHITE,
    "yellow": (255, 255, 0),
    "color6": (255, 255, 0),
    "color 6": (255, 255, 0),
}


def unreadable(looks: Iterable[CellLook]) -> frozenset[int]:
    """The indexes of the formats in which letters cannot be seen on their ground."""
    known: dict[tuple[Colour | None, Colour | None], bool] = {}
    found: list[int] = []
    for index, look in enumerate(looks):
        pair = (look.letters, look.ground)
        if pair not in known:
            known[pair] = is_swallowed(*pair)
        if known[pair] or 0 < look.size < LEAST_SIZE or not look.legible:
            found.append(index)
    return frozenset(found)


def is_unreadable(piece: CellLook, ground: Colour | None) -> bool:
    """Whether a piece of a text that looks so cannot be read on the ground of its cell."""
    swallowed = piece.letters is not None and is_swallowed(piece.letters, ground)
    return swallowed or 0 < piece.size < LEAST_SIZE or not piece.legible


def struck(looks: Iterable[CellLook]) -> frozenset[int]:
    """The indexes of the formats that strike letters out."""
    return frozenset(index for index, look in enumerate(looks) if look.struck)


class Formats(dict[int, NumberFormat]):
    """The number formats of a file by the indexes of cell formats, taken apart when asked."""

    def __init__(self, looks: tuple[CellLook, ...]) -> None:
        """No format is taken apart yet."""
        self._looks = looks
        self._codes: dict[str, NumberFormat] = {}

    def __missing__(self, style: int) -> NumberFormat:
        """The number format of a cell format; the usual one where there is no such format."""
        code = look_at(self._looks, style).number_format
        found = self._codes.get(code)
        if found is None:
            found = self._codes[code] = number_format(code)
        self[style] = found
        return found

    def ground(self, style: int) -> Colour | None:
        """What the cells of a format are written on."""
        return look_at(self._looks, style).ground

    @property
    def misleading(self) -> frozenset[int]:
        """The indexes of the formats that replace or hide what stands in a cell."""
        return frozenset(
            style
            for style, look in enumerate(self._looks)
            if look.number_format and is_misleading(self[style], look.ground)
        )


def is_misleading(form: NumberFormat, ground: Colour | None) -> bool:
    """Whether a format can replace or hide a number or a text whatever it is."""
    if form.plain:
        return False
    numbers = any(map(partial(hides_number, ground=ground), form.sections[:3]))
    return numbers or replaces_text(form)


def hides_number(section: Section, ground: Colour | None) -> bool:
    """Whether a reader sees no number, or figures that are not its own."""
    return (
        not section.digits
        or section.thousands > 0
        or section.parted
        or section.minus
        or any(sign.isnumeric() for sign in section.words)
        or is_pale(section, ground)
    )


def is_pale(section: Section, ground: Colour | None) -> bool:
    """Whether a format writes numbers in a colour that the ground swallows."""
    named = _NAMED.get(section.colour)
    return named is not None and is_swallowed(named, ground)


def replaces_text(form: NumberFormat) -> bool:
    """Whether texts are hidden, or words are written beside them."""
    section = form.for_texts
    return section is not None and (not section.text or bool(section.words))
