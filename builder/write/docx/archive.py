"""The file's bytes, the same for the same content."""

import zipfile
from io import BytesIO

from docx.document import Document

from builder.ooxml.container import UNIX, packed


def document_bytes(document: Document) -> bytes:
    """The document as a .docx file that holds no time of building."""
    saved = BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        return packed(((name, source.read(name)) for name in source.namelist()), system=UNIX)
