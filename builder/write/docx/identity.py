"""Which kit a file belongs to, written where Word, WPS and LibreOffice keep it.

Custom properties (ECMA-376 Part 2, 22.3) carry one value each; the core identifier carries all.
"""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from builder.model.identity import (
    IDENTITY_PROPERTIES,
    PROPERTY_PREFIX,
    VERSION_PROPERTY,
    Identity,
    settings_properties,
)
from builder.version import VERSION
from builder.word.parts import DocumentPlan

_NAME = PackURI("/docProps/custom.xml")
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EMPTY = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"/>'.encode()
# The longest core property a program keeps; the custom properties have no such bound.
_LONGEST_IDENTIFIER = 255
# The two lowest numbers are reserved by the format.
_FIRST_NUMBER = 2


def write_identity(document: Document, plan: DocumentPlan) -> None:
    """Put title, language and identity into the file's properties; other properties stay."""
    identity = plan.identity
    core = document.core_properties
    core.title = f"{plan.cover.award}申报材料"
    core.subject = plan.cover.title
    core.language = "zh-CN"
    core.identifier = _identifier(identity)
    package = document.part.package
    if package is None:
        raise TypeError("a document without a package cannot be saved")
    content = _EMPTY
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            content = relation.target_part.blob
            del package.rels[key]
    part = Part(_NAME, _CONTENT_TYPE, _with_identity(content, plan), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _identifier(identity: Identity) -> str:
    """All of the identity in one line; nothing where that is longer than a program keeps."""
    line = ":".join(("qa", *identity.values))
    return line if len(line) <= _LONGEST_IDENTIFIER else ""


def _with_identity(content: bytes, plan: DocumentPlan) -> bytes:
    values = dict(zip(IDENTITY_PROPERTIES, plan.identity.values, strict=False))
    values |= settings_properties(plan.settings) | {VERSION_PROPERTY: VERSION}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(content, parser)
    for entry in list(root):
        if (entry.get("name") or "").startswith(PROPERTY_PREFIX):
            root.remove(entry)
    numbers = [int(entry.get("pid") or 0) for entry in root]
    number = max([_FIRST_NUMBER - 1, *numbers]) + 1
    for name, value in values.items():
        entry = etree.SubElement(root, f"{{{_PROPERTIES}}}property")
        entry.set("fmtid", _FORMAT)
        entry.set("pid", str(number))
        entry.set("name", name)
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = value
        number += 1
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
