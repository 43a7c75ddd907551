"""Whether an Office file is a workbook or a document, told by what is in it."""

from enum import Enum, auto
from pathlib import Path

from builder.ooxml.container import Container
from builder.ooxml.file import read_bytes
from builder.ooxml.limits import Budget
from builder.ooxml.package import DOCUMENTS, WORKBOOKS, main_part, read_content_types
from builder.ooxml.refusal import RefusedError
from builder.plan.template_tags import FEEDBACK, KIT, NOTICE, SITE_CHECK, vocabulary_of


class TemplateKind(Enum):
    """The kinds of template; what a Word file is for shows in the tags it uses."""

    WORKBOOK = auto()
    DOCUMENT = auto()
    NOTICE = auto()
    FEEDBACK = auto()
    SITE_CHECK = auto()


_PURPOSES = (
    (KIT, TemplateKind.DOCUMENT),
    (NOTICE, TemplateKind.NOTICE),
    (FEEDBACK, TemplateKind.FEEDBACK),
    (SITE_CHECK, TemplateKind.SITE_CHECK),
)


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
