"""The namespaces of Office Open XML; each is read in its transitional and its strict spelling."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element


def _both(transitional: str, strict: str) -> tuple[str, str]:
    """One vocabulary as ECMA-376 names it twice: in its Part 4 and in its Part 1."""
    return (
        f"http://schemas.openxmlformats.org/{transitional}",
        f"http://purl.oclc.org/ooxml/{strict}",
    )


SPREADSHEET = _both("spreadsheetml/2006/main", "spreadsheetml/main")
WORD = _both("wordprocessingml/2006/main", "wordprocessingml/main")
OFFICE_RELATIONSHIPS = _both("officeDocument/2006/relationships", "officeDocument/relationships")
CUSTOM_PROPERTIES = _both(
    "officeDocument/2006/custom-properties", "officeDocument/customProperties"
)
EXTENDED_PROPERTIES = _both(
    "officeDocument/2006/extended-properties", "officeDocument/extendedProperties"
)
DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
SHEET_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
)
CHART = (
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "http://purl.oclc.org/ooxml/drawingml/chart",
)
PACKAGE_RELATIONSHIPS = ("http://schemas.openxmlformats.org/package/2006/relationships",)
CONTENT_TYPES = ("http://schemas.openxmlformats.org/package/2006/content-types",)
# MS-XLSX 2.3.10: data validations that refer to other sheets, as Excel 2010 and later save them.
SPREADSHEET_2010 = ("http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",)
EXCEL_2006 = ("http://schemas.microsoft.com/office/excel/2006/main",)


def names(namespaces: Iterable[str], name: str) -> frozenset[str]:
    """The tags of elements with that local name, one for each namespace."""
    return frozenset(f"{{{namespace}}}{name}" for namespace in namespaces)


def namespace_of(element: Element) -> str:
    """The namespace of an element, empty where it has none."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def each_named(root: Element, *local_names: str) -> Iterator[Element]:
    """The elements of a tree that have one of the names in any namespace, in document order.

    A tree has few tags and many elements, so each tag is taken apart once.
    """
    tags = {one.tag for one in root.iter()}
    wanted = {tag for tag in tags if tag.rpartition("}")[2] in local_names}
    return (one for one in root.iter() if one.tag in wanted) if wanted else iter(())


def attribute(element: Element, namespaces: Iterable[str], name: str) -> str:
    """The attribute of that name in the first of the namespaces that has it, or empty text."""
    for namespace in namespaces:
        value = element.get(f"{{{namespace}}}{name}")
        if value is not None:
            return value
    return ""


def is_true(text: str | None) -> bool:
    """The meaning of an XML boolean; a missing attribute is false."""
    return text in {"1", "true", "on"}
