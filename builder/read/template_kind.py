"""Whether an Office file is a workbook or a document, told by what is in it."""

from enum import Enum, auto
from pathlib import Path

from builder.ooxml.container import Container
from builder.ooxml.file import read_bytes
from builder.ooxml.limits import Budget
from builder.ooxml.package import DOCUMENTS, WORKBOOKS, main_part, read_content_types
from builder.ooxml.refusal import RefusedError
from builder.word.template_tags import (
    CHANGES,
    FEEDBACK,
    KIT,
    MINUTES,
    NOTICE,
    PUBLICITY,
    RESULT,
    SIGNATURES,
    SITE_CHECK,
    vocabulary_of,
)


class TemplateKind(Enum):
    """The kinds of template; what a Word file is for shows in the tags it uses."""

    WORKBOOK = auto()
    DOCUMENT = auto()
    NOTICE = auto()
    FEEDBACK = auto()
    SITE_CHECK = auto()
    PUBLICITY = auto()
    RESULT = auto()
    MINUTES = auto()
    SIGNATURES = auto()
    CHANGES = auto()


# What shows that a Word file is meant for a template: a tag, or one of the styles by its name.
_OURS = (b"{{", "｛｛".encode(), b'w:val="QA')

_PURPOSES = (
    (KIT, TemplateKind.DOCUMENT),
    (NOTICE, TemplateKind.NOTICE),
    (FEEDBACK, TemplateKind.FEEDBACK),
    (SITE_CHECK, TemplateKind.SITE_CHECK),
    (PUBLICITY, TemplateKind.PUBLICITY),
    (RESULT, TemplateKind.RESULT),
    (MINUTES, TemplateKind.MINUTES),
    (SIGNATURES, TemplateKind.SIGNATURES),
    (CHANGES, TemplateKind.CHANGES),
)


def is_plain_document(path: Path) -> bool:
    """Whether the file is a Word document without a tag or a style of ours, such as a notice."""
    if template_kind(path) is not TemplateKind.DOCUMENT:
        return False
    try:
        container = Container(read_bytes(path))
        parts = (b"".join(container.chunks(name)) for name in container.names if _holds_words(name))
        return not any(mark in part for part in parts for mark in _OURS)
    except RefusedError:
        return False


def _holds_words(name: str) -> bool:
    return name.lower().startswith("word/") and name.lower().endswith(".xml")


def template_kind(path: Path) -> TemplateKind | None:
    """The kind of the file at ``path``, ``None`` for anything that is neither."""
    try:
        container, budget = Container(read_bytes(path)), Budget()
        part = main_part(container, budget)
        content_type = read_content_types(container, budget).of(part)
        if content_type.startswith(WORKBOOKS):
            return TemplateKind.WORKBOOK
        return _purpose(container, part) if content_type.startswith(DOCUMENTS) else None
    except RefusedError:
        return None


def _purpose(container: Container, part: str) -> TemplateKind:
    spoken = vocabulary_of(container.part(part).decode("utf-8", "replace"))
    return next(kind for vocabulary, kind in _PURPOSES if vocabulary is spoken)
