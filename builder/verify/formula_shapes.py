"""Formulas without the cells they name: what is left of one after its references were moved."""

import re

from builder.book.sheet import Formula
from builder.formula.expression import Area, Cell
from builder.formula.normal import normal_formula

# Stands for a reference; no formula holds it.
_HOLE = "\x00"
_SHEET = r"(?:'(?:[^']|'')+'!|[^\s'\"(),;+\-*/&=<>!{}^%]+!)?"
_CELL = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
# A quoted text, or a reference: one that points nowhere, an area, a cell.
_TOKEN = re.compile(
    rf'"(?:[^"]|"")*"|{_SHEET}(?:\#REF!(?:{_CELL}(?::{_CELL})?)?|{_CELL}(?::{_CELL})?)(?![\w(.])',
    re.ASCII,
)


def has_shape(text: str, formula: Formula) -> bool:
    """Whether a formula text differs from a planned formula in the cells it names and no more."""
    planned = "".join(
        _shape(piece) if isinstance(piece, str) else _called(piece) or _HOLE
        for piece in formula.pieces
    )
    return _shape(text) == planned


def named_instead(text: str, formula: Formula, home: Cell) -> tuple[tuple[Cell | Area, str], ...]:
    """What a planned formula names by address, each with what a text of its shape has there."""
    if not has_shape(text, formula):
        return ()
    found = (match[0] for match in _TOKEN.finditer(normal_formula(text)))
    tokens = (token for token in found if not token.startswith('"'))
    named = (piece for piece in formula.pieces if not isinstance(piece, str) and not _called(piece))
    meant = (formula.meant(home, each) if isinstance(each, Cell) else each for each in named)
    return tuple(zip(meant, tokens, strict=True))


def _called(piece: Cell | Area) -> str:
    """The name by which a formula calls an area, if it has one."""
    return normal_formula(piece.name) if isinstance(piece, Area) else ""


def _shape(text: str) -> str:
    return _TOKEN.sub(
        lambda match: match[0] if match[0].startswith('"') else _HOLE, normal_formula(text)
    )
