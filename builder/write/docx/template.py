"""Opening a Word template: read whole, bounded, and refused with a reason if it is no template."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from lxml.etree import XMLSyntaxError

from builder.findings.failure import failure_words
from builder.findings.finding import Finding, Place
from builder.plan.template_tags import Vocabulary

# A template is a form of a few pages; these bounds are far above any and stop a zip bomb.
LARGEST_FILE = 20 * 1024 * 1024
LARGEST_CONTENT = 64 * 1024 * 1024
MOST_MEMBERS = 2000

# What python-docx and zipfile raise for a file that is no sound package, by their sources.
_UNSOUND = (
    *(zipfile.BadZipFile, zlib.error, OpcError, XMLSyntaxError, EOFError),
    *(KeyError, ValueError, NotImplementedError, RuntimeError, AttributeError, TypeError),
)


@dataclass(frozen=True, kw_only=True)
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
        content = _bounded(path)
    except FileNotFoundError:
        return None, (_unreadable(path, "没有这个文件"),)
    except OSError as problem:
        return None, (_unreadable(path, failure_words(problem)),)
    reason = _package_fault(content)
    if reason:
        return None, (_unsound(path, reason),)
    try:
        engine = DocxTemplate(BytesIO(content))
        document: Document = engine.get_docx()
        styles = _paragraph_styles(document)
        has_body = document.element.body is not None
    except _UNSOUND:
        return None, (_unsound(path, "文件内部不完整"),)
    if not has_body:
        return None, (_unsound(path, "里面没有 Word 正文"),)
    missing = tuple(
        Finding(code="QA806", place=Place(path=str(path)), details={"style": shown})
        for name, shown in vocabulary.styles
        if name.casefold() not in styles
    )
    if missing:
        return None, missing
    opened = OpenTemplate(engine=engine, document=document, styles=styles, tags=vocabulary.tags)
    return opened, ()


def _bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _package_fault(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        return "文件过大"
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "不是 .docx 格式，或文件加了密码、已损坏"
    if len(members) > MOST_MEMBERS or sum(item.file_size for item in members) > LARGEST_CONTENT:
        return "解压后的内容过大"
    if "word/document.xml" not in {item.filename for item in members}:
        return "里面没有 Word 正文"
    return ""


def _paragraph_styles(document: Document) -> dict[str, str]:
    """Style ids by style name in small letters, as programs differ in ``Heading 1``."""
    found: dict[str, str] = {}
    for style in document.styles.element.style_lst:
        if style.name_val is not None and style.styleId is not None:
            found.setdefault(style.name_val.casefold(), style.styleId)
    return found


def _unreadable(path: Path, reason: str) -> Finding:
    return Finding(
        code="QA801",
        place=Place(path=str(path)),
        details={"template": path.name, "reason": reason},
    )


def _unsound(path: Path, reason: str) -> Finding:
    return Finding(
        code="QA802",
        place=Place(path=str(path)),
        details={"template": path.name, "reason": reason},
    )
