"""What a workbook takes from an office's template: styles, theme, logo and print settings."""

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from xml.etree.ElementTree import Element

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.ooxml.file import read_bytes
from builder.ooxml.namespaces import SPREADSHEET
from builder.ooxml.office_file import RELATION_ID, OfficeFile
from builder.ooxml.refusal import RefusedError
from builder.write.image import NotAPictureError
from builder.write.xlsx.logo import Logo, read_logo
from builder.write.xlsx.page import (
    LONGEST_LINE,
    PageSettings,
    UnusableError,
    read_page,
    unprintable,
)
from builder.write.xlsx.styles import StyleSheet, derive_style_sheet, missing_styles, misused_locks

_TAG = f"{{{SPREADSHEET[0]}}}"
_BOOK = "xl/workbook.xml"
_MACROS = ("vbaproject.bin", "/macrosheets/")
# What style indexes that are no numbers or lead nowhere make the derivation raise.
_DANGLING = (KeyError, IndexError, ValueError)


@frozen
class Look:
    """What a template gives a workbook; ``theme`` is ``None`` where it has only the usual one."""

    styles: StyleSheet
    theme: bytes | None
    page: PageSettings = field(default_factory=PageSettings)
    logo: Logo | None = None


@frozen
class OpenedLook:
    """The look of a template, ``None`` where an error forbids it, and all that is wrong with it."""

    look: Look | None
    findings: tuple[Finding, ...]


def open_look(path: Path) -> OpenedLook:
    """The look of the template workbook at ``path``; nothing about the file raises."""
    place = Place(path=str(path))
    try:
        return _opened(OfficeFile(read_bytes(path)), place)
    except RefusedError as refusal:
        unusable = Finding.at("QA851", place, actual=refusal.reason)
    except UnusableError as problem:
        unusable = Finding.at("QA851", place, actual=str(problem))
    except _DANGLING:
        unusable = Finding.at("QA851", place, actual="内部编号没有着落")
    return OpenedLook(look=None, findings=(unusable,))


def _opened(package: OfficeFile, place: Place) -> OpenedLook:
    book = package.tree(_BOOK)
    relations = package.relations(_BOOK)
    styles_part, theme_part = (package.related(_BOOK, kind) for kind in ("styles", "theme"))
    if styles_part is None:
        raise RefusedError("QA232", actual="styles")
    styles, theme = package.tree(styles_part), None
    if theme_part is not None:
        package.tree(theme_part)  # refused where it is not sound
        theme = package.part(theme_part)
    sheets = [
        (item.get("name", ""), relations[item.get(RELATION_ID, "")].inside)
        for item in book.iter(f"{_TAG}sheet")
    ]
    if not sheets:
        raise RefusedError("QA232", actual="worksheet")
    first = package.tree(sheets[0][1])
    page = read_page(first)
    errors = [*_style_faults(styles, place), *_page_faults(page, place)]
    if any(mark in name.casefold() for name in package.names for mark in _MACROS):
        errors.append(Finding.at("QA853", place))
    logo = None
    try:
        logo = read_logo(package, sheets[0][1])
    except NotAPictureError as problem:
        errors.append(Finding.at("QA854", place, actual=str(problem)))
    left = (*_formulas(package, sheets), *unprintable(first))
    left_out = Finding.at("QA856", place, actual="、".join(left))
    findings = (*errors, *((left_out,) if left else ()))
    if errors:
        return OpenedLook(look=None, findings=findings)
    look = Look(styles=derive_style_sheet(styles), theme=theme, page=page, logo=logo)
    return OpenedLook(look=look, findings=findings)


def _style_faults(styles: Element, place: Place) -> Iterator[Finding]:
    missing = missing_styles(styles)
    if missing:
        yield Finding.at("QA852", place, actual="、".join(missing))
    locked, open_ = misused_locks(styles)
    if locked or open_:
        details = {"locked": "、".join(locked) or "无", "open": "、".join(open_) or "无"}
        yield Finding.at("QA855", place, **details)


def _page_faults(page: PageSettings, place: Place) -> Iterator[Finding]:
    for name, line in (("页眉", page.header), ("页脚", page.footer)):
        if len(line) > LONGEST_LINE:
            yield Finding.at(
                "QA857", place, expected=str(LONGEST_LINE), actual=str(len(line)), part=name
            )


def _formulas(package: OfficeFile, sheets: list[tuple[str, str]]) -> Iterator[str]:
    """Where each sheet of the template has its first formula."""
    for name, part in sheets:
        for cell in package.tree(part).iter(f"{_TAG}c"):
            if cell.find(f"{_TAG}f") is not None:
                yield f"公式（{name}!{cell.get('r', '')}）"
                break
