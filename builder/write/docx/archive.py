"""The file's bytes, the same for the same content."""

import zipfile
from io import BytesIO

from docx.document import Document

# The earliest moment a zip entry can carry; the time of building is nobody's business.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_COMPRESSION_LEVEL = 6


def document_bytes(document: Document) -> bytes:
    """The document as a .docx file that holds no time of building."""
    saved = BytesIO()
    document.save(saved)
    packed = BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, _MOMENT)
            entry.external_attr = 0o600 << 16
            target.writestr(
                entry, source.read(item), zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION_LEVEL
            )
    return packed.getvalue()
