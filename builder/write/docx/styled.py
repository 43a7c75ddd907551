"""Texts with emphasis and links as the inside of a run's text (ECMA-376 Part 1, 17.3 and 17.16).

A tag stands in a ``w:t``; what is marked closes it, stands in a run of its own, and opens another.
A link is a field, because a field needs no relationship of the part.
"""

from itertools import pairwise

from markupsafe import Markup, escape

from builder.frozen import frozen
from builder.model.official import Mark, MarkKind

_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
_CLOSE, _OPEN = Markup("</w:t></w:r>"), Markup('<w:r><w:t xml:space="preserve">')
_LOOKS = (
    (MarkKind.STRONG, Markup("<w:b/>")),
    (MarkKind.EMPHASIS, Markup("<w:i/>")),
    (MarkKind.LINK, Markup('<w:u w:val="single"/>')),
)


@frozen
class Styled:
    """A text and the stretches of it that are marked."""

    text: str
    marks: tuple[Mark, ...]


def inside_text(text: str) -> Markup:
    """A plain text as the inside of a ``w:t``, line breaks and tabs as Word keeps them."""
    return escape(text).replace("\n", _BREAK).replace("\t", _TAB)


def styled_markup(styled: Styled) -> Markup:
    """The text, each stretch of it in the look of all the marks that lie over it."""
    ends = {0, len(styled.text)}
    for mark in styled.marks:
        ends |= {mark.start, mark.end}
    places = sorted(ends)
    pieces = (_piece(styled, start, end) for start, end in pairwise(places))
    return Markup("").join(pieces)


def _piece(styled: Styled, start: int, end: int) -> Markup:
    over = [one for one in styled.marks if one.start <= start and end <= one.end]
    words = inside_text(styled.text[start:end])
    if not over:
        return words
    kinds = {one.kind for one in over}
    look = Markup("").join(markup for kind, markup in _LOOKS if kind in kinds)
    run = Markup('<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>').format(
        look, words
    )
    target = next((one.target for one in over if one.kind is MarkKind.LINK), "")
    if target:
        instruction = f' HYPERLINK "{target.replace(chr(34), "%22")}" '
        run = Markup('<w:fldSimple w:instr="{}">{}</w:fldSimple>').format(instruction, run)
    return _CLOSE + run + _OPEN
