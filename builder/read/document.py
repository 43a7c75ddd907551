"""A completed Word file, read without trust: bounded, nothing followed or believed."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.model.returned_document import OWN_AUTHOR, ReturnedDocument
from builder.ooxml.active_content import Active, active_content, told_of
from builder.ooxml.container import Container
from builder.ooxml.file import SAID, FileKind, read_bytes, sniff
from builder.ooxml.limits import Budget
from builder.ooxml.package import (
    CONTENT_TYPES_PART,
    DOCUMENTS,
    main_part,
    read_content_types,
    read_relationships,
)
from builder.ooxml.refusal import RefusedError
from builder.ooxml.whole_tree import whole_tree
from builder.read.document_body import read_body, read_notes, read_own_comments
from builder.read.properties import read_custom_properties, read_pages
from builder.read.word_styles import WordStyles, read_word_styles

_NO_DOCUMENT, _OTHER_DOCUMENT = "QA441", "QA440"
_CODES = {**SAID, FileKind.ENCRYPTED: "QA219", FileKind.OLD_OFFICE: _OTHER_DOCUMENT}
# Read over and never followed.
_ACTIVE = (
    ("QA251", Active.MACROS),
    ("QA256", Active.REMOTE),
    ("QA257", Active.DDE),
    ("QA258", Active.EMBEDDED),
)


@frozen
class ReadDocument:
    """What came of reading one file: a document with warnings, or one finding and none."""

    document: ReturnedDocument | None
    findings: tuple[Finding, ...]


def read_document(path: Path) -> ReadDocument:
    """The document at ``path``; every fault of the file is a finding, none is an exception."""
    return read_document_content(str(path), lambda: read_bytes(path))


def read_document_content(name: str, content: Callable[[], bytes]) -> ReadDocument:
    """The document in what ``content`` returns; ``name`` is told."""
    try:
        return _read(name, content())
    except RefusedError as refusal:
        return ReadDocument(document=None, findings=(refusal.finding(name),))


def _read(name: str, data: bytes) -> ReadDocument:
    kind = sniff(data)
    if kind is not FileKind.PACKAGE:
        raise RefusedError(_CODES.get(kind, _NO_DOCUMENT))
    container, budget = Container(data), Budget()
    if CONTENT_TYPES_PART not in container:
        raise RefusedError(_OTHER_DOCUMENT if "mimetype" in container else _NO_DOCUMENT)
    types = read_content_types(container, budget)
    part = main_part(container, budget)
    if not types.of(part).startswith(DOCUMENTS):
        raise RefusedError(_NO_DOCUMENT)
    related = {each.kind: each for each in read_relationships(container, part, budget).values()}
    styles = related.get("styles")
    styled = WordStyles()
    if styles is not None:
        styled = read_word_styles(whole_tree(container, styles.part, budget))
    comments = related.get("comments")
    own = frozenset[str]()
    if comments is not None and comments.part in container:
        own = read_own_comments(whole_tree(container, comments.part, budget), OWN_AUTHOR)
    markup = whole_tree(container, part, budget)
    notes: dict[tuple[str, str], Element] = {}
    for name_of_notes in ("footnotes", "endnotes"):
        noted = related.get(name_of_notes)
        if noted is not None and noted.part in container:
            notes |= read_notes(whole_tree(container, noted.part, budget))
    body = read_body(markup, styled, own, notes)
    document = ReturnedDocument(
        blocks=tuple(body.blocks),
        properties=read_custom_properties(container, budget),
        insertions=body.insertions,
        deletions=body.deletions,
        comments=body.comments,
        pages=read_pages(container, budget),
    )
    found = active_content(container, part, markup, budget)
    told = ((code, told_of(found, kind)) for code, kind in _ACTIVE)
    warnings = tuple(
        Finding(code=code, place=Place(path=name), actual=words) for code, words in told if words
    )
    return ReadDocument(document=document, findings=warnings)
