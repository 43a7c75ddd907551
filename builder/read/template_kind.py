"""Whether an Office file is a workbook or a document, told by what is in it."""

from enum import Enum, auto
from pathlib import Path

from builder.ooxml.container import Container
from builder.ooxml.file import Kind, read_bytes, sniff
from builder.ooxml.limits import Budget
from builder.ooxml.package import CONTENT_TYPES_PART, main_part, read_content_types
from builder.ooxml.refusal import RefusedError
from builder.plan.template_tags import FEEDBACK, KIT, NOTICE, SITE_CHECK, vocabulary_of


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


_PURPOSES = (
    (KIT, TemplateKind.DOCUMENT),
    (NOTICE, TemplateKind.NOTICE),
    (FEEDBACK, TemplateKind.FEEDBACK),
    (SITE_CHECK, TemplateKind.SITE_CHECK),
)


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
