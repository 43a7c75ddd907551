"""The part of a report that remembers what was filled in (ECMA-376 Part 1, 15.2.5).

Office programs cut a property to 255 characters; a part of custom XML they keep whole. Where a
program loses it nothing is lost: what stands there then counts as somebody's own.
"""

from xml.etree.ElementTree import Element

from builder.ooxml.office_file import OfficeFile

_NAMESPACE = "urn:builder:filled"
_ROOT = f"{{{_NAMESPACE}}}filled"
_KIND = "customXml"


def remembered(package: OfficeFile, part: str) -> tuple[str, str]:
    """The part that remembers and what it says, both empty where there is none."""
    for one in package.relations(part).values():
        if one.kind == _KIND and not one.external and one.part in package:
            root = package.tree(one.part)
            if root.tag == _ROOT:
                return one.part, root.text or ""
    return "", ""


def remember(package: OfficeFile, part: str, known: str, said: str) -> None:
    """Put what was filled in into the part ``known``, into a new one where that is empty."""
    root = Element(_ROOT, {"xmlns": _NAMESPACE})
    root.text = said
    if not known:
        known = package.free_name("customXml/item", ".xml")
        package.declare_extension("xml", "application/xml")
        package.relate(part, _KIND, known)
    package.put(known, root)
