"""Opening a Word template, refused with a reason if it is none, and packing what was made of it."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from lxml.etree import XMLSyntaxError

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ooxml.container import UNIX, Container, packed
from builder.ooxml.file import UNREACHABLE, read_bytes
from builder.ooxml.parser import check_sound
from builder.ooxml.refusal import RefusedError
from builder.word.template_tags import Vocabulary
from builder.write.docx.carried import carried_findings

_BODY = "word/document.xml"
_MARKUP = (".xml", ".rels")
_NO_BODY = "里面没有 Word 正文"
# What python-docx and zipfile raise for a file that is no sound package, by their sources.
_UNSOUND = (
    *(zipfile.BadZipFile, zlib.error, OpcError, XMLSyntaxError, EOFError),
    *(KeyError, ValueError, NotImplementedError, RuntimeError, AttributeError, TypeError),
)


@frozen
class OpenTemplate:
    """A template to be filled: docxtpl's object, the paragraph styles by name, the tags."""

    engine: DocxTemplate
    document: Document
    styles: dict[str, str]
    tags: tuple[str, ...]


def open_template(
    path: Path, vocabulary: Vocabulary
) -> tuple[OpenTemplate | None, tuple[Finding, ...]]:
    """The opened template, or ``None`` and every reason why it cannot be used."""
    try:
        content = read_bytes(path)
        _check_parts(content)
        carried = tuple(carried_findings(content, path, vocabulary))
        if carried:
            return None, carried
        engine = DocxTemplate(BytesIO(content))
        document: Document = engine.get_docx()
        styles = _paragraph_styles(document)
        has_body = document.element.body is not None
    except RefusedError as refusal:
        code = "QA801" if refusal.code in UNREACHABLE else "QA802"
        return None, (_refusal(code, path, refusal.reason),)
    except _UNSOUND:
        return None, (_refusal("QA802", path, "文件内部不完整"),)
    if not has_body:
        return None, (_refusal("QA802", path, _NO_BODY),)
    missing = tuple(
        Finding.at("QA806", path, style=shown)
        for name, shown in vocabulary.styles
        if name.casefold() not in styles
    )
    if missing:
        return None, missing
    opened = OpenTemplate(engine=engine, document=document, styles=styles, tags=vocabulary.tags)
    return opened, ()


def document_bytes(document: Document) -> bytes:
    """The document as a .docx file that holds no time of building."""
    saved = BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        return packed(((name, source.read(name)) for name in source.namelist()), system=UNIX)


def _check_parts(content: bytes) -> None:
    """Refuse a template of which a part that is markup is not plain and sound.

    The library that fills it would leave out what an entity stands for, and pass on the rest.
    """
    container = Container(content)
    for name in (_BODY, *container.names):
        if name.endswith(_MARKUP):
            check_sound(container, name)


def _paragraph_styles(document: Document) -> dict[str, str]:
    """Style ids by style name in small letters, as programs differ in ``Heading 1``."""
    found: dict[str, str] = {}
    for style in document.styles.element.style_lst:
        if style.name_val is not None and style.styleId is not None:
            found.setdefault(style.name_val.casefold(), style.styleId)
    return found


def _refusal(code: str, path: Path, reason: str) -> Finding:
    return Finding.at(code, path, template=path.name, reason=reason)
