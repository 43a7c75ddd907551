"""Inputs that hold what no input may hold."""

import re
from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held

# How WPS writes a picture that it keeps in a cell.
_PICTURE = re.compile(r"(?:_xlfn\.)?DISPIMG\(", re.IGNORECASE)


def is_picture(formula: str) -> bool:
    """Whether a formula stands for a picture in its cell."""
    return _PICTURE.match(formula.lstrip()) is not None


def check_answers(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """Inputs that hold a formula, and texts longer than their input allows.

    What an applicant writes for itself is nobody else's business.
    """
    for item in held.inputs:
        if item.kind is InputKind.OWN:
            continue
        returned = held.filled[item.name]
        value, longest = returned.value, item.allowed.longest
        # A field with a measure of its own is told in its own words.
        longest = None if item.kind is InputKind.FIELD else longest
        if returned.formula is not None and is_picture(returned.formula):
            yield held.finding("QA492", item.cell, indicator=item.indicator, title=item.title)
        elif returned.formula is not None:
            yield held.finding(
                "QA505",
                item.cell,
                indicator=item.indicator,
                actual=f"={returned.formula}",
                title=item.title,
            )
        elif longest is not None and isinstance(value, str) and len(value) > longest:
            yield held.finding(
                "QA506",
                item.cell,
                indicator=item.indicator,
                expected=str(longest),
                actual=str(len(value)),
                title=item.title,
            )
