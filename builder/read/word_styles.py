"""The styles of a Word file: what they are called, and whether what is written in them prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.ooxml.namespaces import local_name
from builder.read.word_markup import attribute, child

_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, kw_only=True)
class WordStyles:
    """Names and hiding of styles by their identifiers; names in small letters.

    ``hiding`` holds only styles that say so themselves or through what they are based on.
    ``default`` is the style of a paragraph that names none; ``hides_all`` what all texts begin with
    (ECMA-376 Part 1, 17.7.2).
    """

    names: Mapping[str, str] = field(default_factory=dict)
    hiding: Mapping[str, bool] = field(default_factory=dict)
    default: str = ""
    hides_all: bool = False

    def name(self, paragraph: Element) -> str:
        """The name of a paragraph's style; its identifier where no style is called so."""
        identifier = _named(child(paragraph, "pPr"), "pStyle")
        return self.names.get(identifier, identifier.casefold())

    def hides(self, paragraph: str, run: Element) -> bool:
        """Whether a run in a paragraph of that style is not printed.

        What the run says itself counts; else the styles of run and paragraph, of which two that
        both hide show again (17.3.2.41 and 17.7.3).
        """
        properties = child(run, "rPr")
        said = _says(properties)
        if said is not None:
            return said
        character = self.hiding.get(_named(properties, "rStyle"), False)
        return self.hides_all or self.hiding.get(paragraph, False) != character

    def style_of(self, paragraph: Element) -> str:
        """The identifier of a paragraph's style."""
        return _named(child(paragraph, "pPr"), "pStyle") or self.default


def read_word_styles(root: Element) -> WordStyles:
    """The styles that a part declares (17.7.4)."""
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    said: dict[str, bool] = {}
    default = ""
    for style in root:
        if local_name(style) != "style":
            continue
        identifier = attribute(style, "styleId")
        names[identifier] = _named(style, "name").casefold()
        bases[identifier] = _named(style, "basedOn")
        hides = _says(child(style, "rPr"))
        if hides is not None:
            said[identifier] = hides
        if attribute(style, "default") in ("1", "true") and attribute(style, "type") == "paragraph":
            default = identifier
    defaults = child(child(root, "docDefaults"), "rPrDefault")
    return WordStyles(
        names=names,
        hiding=_inherited(bases, said),
        default=default,
        hides_all=bool(_says(child(defaults, "rPr"))),
    )


def _inherited(bases: Mapping[str, str], said: Mapping[str, bool]) -> dict[str, bool]:
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
    hidden = child(properties, "vanish")
    return None if hidden is None else attribute(hidden, "val") not in _OFF


def _named(parent: Element | None, name: str) -> str:
    found = child(parent, name)
    return "" if found is None else attribute(found, "val")
