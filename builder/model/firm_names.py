"""Names of firms as they are compared: what a name is without its form, its place, its script."""

import re
from collections.abc import Iterable
from enum import IntEnum

from builder.model.compared_text import reduced
from builder.model.older_script import TO_MODERN

_SIGNS = re.compile(r"[()\[\]〔〕【】“”\"'·.,、—-]")
_FORM = re.compile(r"(?:股份|控股)?(?:有限(?:责任)?)?(?<!分)公司$|(?:股份|控股)$")
_GROUP = "集团"
_PLACE = re.compile(r"(?:\w{2,4}?(?:省|自治区|市|区|县))+")
# Fewer characters than these name nothing by themselves, or not a firm among others.
SHORTEST, _SHORTEST_PART = 2, 2


class Likeness(IntEnum):
    """How nearly two names are the same."""

    NONE = 0
    PART = 1
    NEAR = 2
    SAME = 3


def likeness(one: str, other: str) -> Likeness:
    """How nearly two names name the same firm; one may be part of the other."""
    said, name = plain(one), plain(other)
    if len(said) < SHORTEST or len(name) < SHORTEST:
        return Likeness.NONE
    if said == name:
        return Likeness.SAME
    cores = core(one), core(other)
    if cores[0] == cores[1]:
        return Likeness.NEAR
    shorter = min(map(len, cores))
    inside = cores[0] in cores[1] or cores[1] in cores[0]
    if said in name or name in said or (inside and shorter >= _SHORTEST_PART):
        return Likeness.PART
    return Likeness.NONE


def nearest_named(word: str, firms: Iterable[str]) -> list[str]:
    """The firms that a word names most nearly; a part of several names means all of them.

    青山钢构 without its town means 广东青山钢构 as much as 深圳市青山钢构.
    """
    found = {one: likeness(word, one) for one in firms}
    best = max(found.values(), default=Likeness.NONE)
    return [
        one
        for one, how in found.items()
        if how is best is not Likeness.NONE or (best is Likeness.NEAR and core(word) in core(one))
    ]


def plain(name: str) -> str:
    """A name without blanks and differences of width and letter case."""
    return reduced(name).casefold()


def modern(name: str) -> str:
    """A name as ``plain`` gives it, in the script of today."""
    return plain(name).translate(TO_MODERN)


def core(name: str) -> str:
    """A name without the form of the firm, its group, its province, city and district."""
    said = _SIGNS.sub("", modern(name))
    bare = _FORM.sub("", said).replace(_GROUP, "")
    bare = _FORM.sub("", bare)
    place = _PLACE.match(bare)
    if place and len(bare) - place.end() >= SHORTEST:
        bare = bare[place.end() :]
    return bare if len(bare) >= SHORTEST else said
