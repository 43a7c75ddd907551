"""Elements and attributes of WordprocessingML by their local names, as reports are moved about."""

from xml.etree.ElementTree import Element

from builder.ooxml import namespaces
from builder.ooxml.namespaces import WORD, local_name

# Prefixes of the markup that every program in use understands.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "v", "a14"})


def attribute(element: Element, name: str) -> str:
    """The attribute of that name, empty where there is none."""
    return namespaces.attribute(element, WORD, name)


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name, ``None`` where there is none or no parent."""
    inside = () if parent is None else parent
    return next((one for one in inside if local_name(one) == name), None)


def shown_of(alternatives: Element) -> Element:
    """Of content written in several ways the one that is shown (ECMA-376 Part 3, 9.3)."""
    choices = [one for one in alternatives if local_name(one) == "Choice"]
    for choice in choices:
        if _UNDERSTOOD.issuperset((choice.get("Requires") or "").split()):
            return choice
    fallback = child(alternatives, "Fallback")
    return fallback if fallback is not None else choices[0] if choices else alternatives
