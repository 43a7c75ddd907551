"""Elements and attributes of WordprocessingML, transitional and strict, by their local names."""

from xml.etree.ElementTree import Element

from builder.ooxml import namespaces
from builder.ooxml.namespaces import WORD, local_name


def attribute(element: Element, name: str) -> str:
    """The attribute of that name, empty where there is none."""
    return namespaces.attribute(element, WORD, name)


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name, ``None`` where there is none or no parent."""
    if parent is None:
        return None
    return next((one for one in parent if local_name(one) == name), None)
