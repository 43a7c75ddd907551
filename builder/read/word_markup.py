"""Elements and attributes of WordprocessingML, transitional and strict, by their local names."""

from xml.etree.ElementTree import Element

from builder.read.markup import SEPARATOR

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def local(element: Element) -> str:
    """The local name of an element of WordprocessingML or of what wraps it."""
    return element.tag.rpartition(SEPARATOR)[2]


def attribute(element: Element, name: str) -> str:
    """The attribute of that name, empty where there is none."""
    for namespace in (_TRANSITIONAL, _STRICT):
        value = element.get(f"{namespace}{SEPARATOR}{name}")
        if value is not None:
            return value
    return ""


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name, ``None`` where there is none or no parent."""
    return None if parent is None else next((one for one in parent if local(one) == name), None)
