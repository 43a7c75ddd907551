"""What styles of a Word file take from those they are based on (ECMA-376 Part 1, 17.7.4.3)."""

from collections.abc import Iterator, Mapping
from typing import TypeVar
from xml.etree.ElementTree import Element

from builder.ooxml.namespaces import local_name
from builder.ooxml.word_markup import OFF, attribute, child, value_of

PARAGRAPH = "paragraph"
HIDING = ("vanish", "specVanish")
Said = TypeVar("Said")


def declared(root: Element) -> Iterator[tuple[str, Element]]:
    """The styles of a part by their identifiers."""
    return ((attribute(one, "styleId"), one) for one in root if local_name(one) == "style")


def kind_of(style: Element) -> str:
    """Of what a style is: of paragraphs where it does not say."""
    return attribute(style, "type") or PARAGRAPH


def bases_of(styles: Mapping[str, Element]) -> dict[str, str]:
    """What each style is based on; one of another kind is nothing that one can be based on."""
    kinds = {one: kind_of(style) for one, style in styles.items()}
    based = {one: value_of(style, "basedOn") for one, style in styles.items()}
    return {one: on if kinds.get(on) == kinds[one] else "" for one, on in based.items()}


def inherited(bases: Mapping[str, str], said: Mapping[str, Said]) -> dict[str, Said]:
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


def says(properties: Element | None, names: tuple[str, ...]) -> bool | None:
    """Whether properties of a run turn any of these on; ``None`` where they do not say."""
    found = [each for each in (child(properties, name) for name in names) if each is not None]
    return any(attribute(each, "val") not in OFF for each in found) if found else None
