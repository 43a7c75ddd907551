"""The defined names by which inputs are found again after a person moved them."""

import re

# Texts that Excel could read as a cell, in either notation (ECMA-376 Part 1, 18.2.5).
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*", re.ASCII)
_LEGAL = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,254}", re.ASCII)


def indicator_name(kind: str, code: str) -> str:
    """The name of an indicator's cell: its kind and the code, as in ``score_1_1``."""
    return f"{kind}_{code.replace('.', '_')}"


def row_name(table: str, row: int, column: str) -> str:
    """The name of a cell in a table of like rows, as in ``evidence_12_name``."""
    return f"{table}_{row}_{column}"


def is_safe_name(name: str) -> bool:
    """Whether every program reads ``name`` as a name and none as a cell."""
    return bool(_LEGAL.fullmatch(name)) and not _CELL_LIKE.fullmatch(name)
