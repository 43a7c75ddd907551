"""What of a kit is guidance: its texts and tables, part by part, as they were handed out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.ooxml.namespaces import local_name
from builder.ooxml.office_file import OfficeFile
from builder.ooxml.word_markup import attribute, value_of
from builder.write.carry.body import parts_of, style_of, text_of

# The style all guidance is based on, by its name.
_GUIDANCE = "qa指导"


@frozen
class GuidanceStyles:
    """The names of all styles by identifier, and the identifiers of those of guidance."""

    names: Mapping[str, str]
    guiding: frozenset[str]

    def guide(self, paragraph: Element) -> bool:
        """Whether a paragraph is in a style of guidance."""
        return style_of(paragraph) in self.guiding

    def name(self, paragraph: Element) -> str:
        """What the style of a paragraph is called."""
        return self.names.get(style_of(paragraph), "")


@dataclass(kw_only=True)
class PartGuidance:
    """The reduced texts and tables of guidance under one heading."""

    texts: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)


def guidance_styles(package: OfficeFile, part: str) -> GuidanceStyles:
    """The styles of a file that say themselves to be based on guidance."""
    sheet = package.related(part, "styles")
    styles = [] if sheet is None or sheet not in package else list(package.tree(sheet))
    found = [one for one in styles if local_name(one) == "style"]
    names = {attribute(one, "styleId"): value_of(one, "name").casefold() for one in found}
    based = {attribute(one, "styleId"): value_of(one, "basedOn") for one in found}
    return GuidanceStyles(
        names=names,
        guiding=frozenset(one for one in names if _leads_to_guidance(one, names, based)),
    )


def _leads_to_guidance(style: str, names: Mapping[str, str], based: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    while style and style not in seen:
        if names.get(style) == _GUIDANCE:
            return True
        seen.add(style)
        style = based.get(style, "")
    return False


def guidance_of(
    blank: bytes, headings: Sequence[tuple[str, str]], only_read: Collection[str]
) -> Mapping[str, PartGuidance]:
    """The guidance of a kit as it was handed out, by bookmark; all of the parts in ``only_read``.

    Raises ``RefusedError`` out of bounds.
    """
    package = OfficeFile(blank)
    styles = guidance_styles(package, package.main_part)
    found: dict[str, PartGuidance] = {}
    for part in parts_of(package.tree(package.main_part), headings):
        known = found.setdefault(part.bookmark, PartGuidance())
        whole = part.bookmark in only_read
        for block in part.blocks:
            if local_name(block) == "tbl":
                if whole or _all_guide(block, styles):
                    known.tables.add(reduced(text_of(block)))
            elif whole or styles.guide(block):
                known.texts.add(reduced(text_of(block)))
    return found


def _all_guide(table: Element, styles: GuidanceStyles) -> bool:
    return all(styles.guide(one) for one in table.iter() if local_name(one) == "p")
