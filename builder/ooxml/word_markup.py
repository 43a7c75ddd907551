"""Elements and attributes of WordprocessingML, transitional and strict, by their local names."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from builder.ooxml import namespaces
from builder.ooxml.namespaces import WORD, local_name


def word_tag(name: str) -> str:
    """The full name of an element or attribute, as this program writes it."""
    return f"{{{WORD[0]}}}{name}"


def attribute(element: Element, name: str) -> str:
    """The attribute of that name, empty where there is none."""
    return namespaces.attribute(element, WORD, name)


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name, ``None`` where there is none or no parent."""
    if parent is None:
        return None
    for one in parent:
        # Asked for every run of a report: most are told apart by how they end.
        if one.tag.endswith(name) and local_name(one) == name:
            return one
    return None


# What says no where a property of its own is enough to say yes (17.17.4).
OFF = frozenset({"0", "false", "off"})
# What says yes where nothing said is no.
ON = frozenset({"1", "true", "on"})


def turned_on(properties: Element | None, name: str) -> bool:
    """Whether properties themselves turn something on."""
    found = child(properties, name)
    return found is not None and attribute(found, "val") not in OFF


def value_of(parent: Element | None, name: str) -> str:
    """What the first child of that name says by its ``val``, empty where there is none."""
    found = child(parent, name)
    return "" if found is None else attribute(found, "val")


# Prefixes of the markup that Word and WPS understand, as every program spells them
# (MS-DOCX 2.1; the meaning of a prefix is not kept in a tree).
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "v", "a14"})


def shown_of(alternatives: Element) -> Element:
    """Of content written in several ways the one that is shown (ECMA-376 Part 3, 9.3)."""
    fallback = child(alternatives, "Fallback")
    choices = [one for one in alternatives if local_name(one) == "Choice"]
    for choice in choices:
        if _UNDERSTOOD.issuperset((choice.get("Requires") or "").split()):
            return choice
    if fallback is not None:
        return fallback
    return choices[0] if choices else alternatives


# What holds blocks, rows, cells or runs without being any.
_TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple"}
    | {"body"}
)
# What stands in a paragraph and is no part of what it says.
UNSAID = frozenset(
    {"del", "moveFrom", "instrText", "delInstrText", "delText", "pPr", "rPr", "sdtPr", "rt"}
)


def seen_through(parent: Element) -> Iterator[Element]:
    """What stands in an element, and in what there only holds others."""
    for element in parent:
        name = local_name(element)
        if name == "AlternateContent":
            yield from seen_through(shown_of(element))
        elif name in _TRANSPARENT:
            yield from seen_through(element)
        else:
            yield element


def styles_by_name(sheet: Element) -> Mapping[str, str]:
    """The identifiers of a style sheet's styles by their names in small letters."""
    found: dict[str, str] = {}
    for style in sheet:
        if local_name(style) == "style":
            name = child(style, "name")
            if name is not None:
                found.setdefault(attribute(name, "val").casefold(), attribute(style, "styleId"))
    return found
