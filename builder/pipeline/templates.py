"""Which templates a kit is made with: the shipped ones, or those an office gives instead."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from builder.frozen import frozen
from builder.load.library import shipped_folder
from builder.read.template_kind import TemplateKind, template_kind


@frozen
class Templates:
    """The template of the workbooks, and those of the documents by what they are for."""

    workbook: Path
    document: Path
    notice: Path
    feedback: Path
    site_check: Path
    publicity: Path
    result: Path
    minutes: Path
    signatures: Path
    changes: Path


def shipped_templates() -> Templates:
    """The templates that come with the program."""
    folder = shipped_folder("templates")
    return Templates(
        workbook=folder / "xlsx" / "kit.xlsx",
        document=folder / "docx" / "kit.docx",
        notice=folder / "docx" / "notice.docx",
        feedback=folder / "docx" / "feedback.docx",
        site_check=folder / "docx" / "site-check.docx",
        publicity=folder / "docx" / "publicity.docx",
        result=folder / "docx" / "result.docx",
        minutes=folder / "docx" / "minutes.docx",
        signatures=folder / "docx" / "signatures.docx",
        changes=folder / "docx" / "changes.docx",
    )


def document_template(templates: Templates, layout: str) -> Path:
    """The template of the report; of an older layout the one it was shipped with.

    One that an office gives is meant for all.
    """
    older = shipped_folder("templates") / "docx" / f"layout-{layout}" / "kit.docx"
    own = templates.document != shipped_templates().document
    return templates.document if own or not older.is_file() else older


def templates_from(paths: Iterable[Path]) -> Templates | None:
    """The shipped templates with the given ones in their place; ``None`` for two of one kind."""
    given: dict[TemplateKind, Path] = {}
    for path in paths:
        kind = kind_of(path)
        if kind in given:
            return None
        given[kind] = path
    # Every kind has the field of its name.
    fields = {kind.name.lower(): path for kind, path in given.items()}
    return replace(shipped_templates(), **fields)


def kind_of(path: Path) -> TemplateKind:
    """What a template is by its content, and where that says nothing, by its name."""
    by_name = TemplateKind.DOCUMENT if path.suffix.lower() == ".docx" else TemplateKind.WORKBOOK
    return template_kind(path) or by_name
