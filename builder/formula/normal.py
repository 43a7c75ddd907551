"""Formula texts without the differences that programs make when they save a file."""

import re

# A quoted text, a quoted sheet name, or one other character.
_PIECE = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|[^"\']+')
_INNOCENT = (
    (re.compile(r"\s+"), ""),
    (re.compile(r"_XLFN\.|_XLWS\."), ""),
    (re.compile(r"\b(TRUE|FALSE)\(\)"), r"\1"),
)


def normal_formula(formula: str) -> str:
    """The formula with sheet quotes, white space, prefixes and letter case made equal.

    Texts inside double quotes are kept letter for letter. Which differences are innocent was
    measured on files saved again by LibreOffice and WPS.
    """
    return "".join(_normal_piece(piece) for piece in _PIECE.findall(formula))


def _normal_piece(piece: str) -> str:
    if piece.startswith('"'):
        return piece
    if piece.startswith("'"):
        return piece[1:-1].replace("''", "'").upper()
    piece = piece.upper()
    for pattern, replacement in _INNOCENT:
        piece = pattern.sub(replacement, piece)
    return piece
