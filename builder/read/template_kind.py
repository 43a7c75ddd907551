"""Whether an Office file is a workbook or a document, told by what is in it."""

from enum import Enum, auto
from pathlib import Path

from builder.plan.template_tags import FEEDBACK, KIT, NOTICE, SITE_CHECK, vocabulary_of
from builder.read.container import Container, read_bytes
from builder.read.limits import Budget
from builder.read.package import CONTENT_TYPES_PART, main_part, read_content_types
from builder.read.refusal import RefusedError
from builder.read.sniff import Kind, sniff


class TemplateKind(Enum):
    """The kinds of template; what a Word file is for shows in the tags it uses."""

    WORKBOOK = auto()
    DOCUMENT = auto()
    NOTICE = auto()
    FEEDBACK = auto()
    SITE_CHECK = auto()


_TYPES = (
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.", TemplateKind.WORKBOOK),
    ("application/vnd.ms-excel.", TemplateKind.WORKBOOK),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.", TemplateKind.DOCUMENT),
    ("application/vnd.ms-word.", TemplateKind.DOCUMENT),
)


# What shows that a Word file is meant for a template: a tag, or one of the styles by its name.
_OURS = (b"{{", "｛｛".encode(), b'w:val="QA')

_PURPOSES = (
    (KIT, TemplateKind.DOCUMENT),
    (NOTICE, TemplateKind.NOTICE),
    (FEEDBACK, TemplateKind.FEEDBACK),
    (SITE_CHECK, TemplateKind.SITE_CHECK),
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
        data = read_bytes(path)
        if sniff(data) is not Kind.PACKAGE:
            return None
        container = Container(data)
        if CONTENT_TYPES_PART not in container:
            return None
        budget = Budget()
        types = read_content_types(container, budget)
        part = main_part(container, budget)
        content_type = types.of(part)
        kinds = (kind for start, kind in _TYPES if content_type.startswith(start))
        kind = next(kinds, None)
        if kind is TemplateKind.DOCUMENT:
            return _purpose(container, part)
    except RefusedError:
        return None
    return kind


def _purpose(container: Container, part: str) -> TemplateKind:
    markup = b"".join(container.chunks(part)).decode("utf-8", "replace")
    spoken = vocabulary_of(markup)
    return next(kind for vocabulary, kind in _PURPOSES if vocabulary is spoken)
