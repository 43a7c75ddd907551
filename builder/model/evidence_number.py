"""The numbers of 证据清单 however people write them."""

import re

from builder.model.compared_text import reduced

_NUMBER = re.compile(r"E0*([0-9]{1,4})(?![0-9])")


def evidence_number(digits: str) -> str:
    """A number as 证据清单 prints it."""
    return f"E{int(digits):03d}"


def as_evidence_number(typed: str) -> str:
    """What was typed as 证据清单 would print it; as it is where it is no such number."""
    said = reduced(typed).upper()
    whole = _NUMBER.fullmatch(said)
    return said if whole is None else evidence_number(whole[1])
