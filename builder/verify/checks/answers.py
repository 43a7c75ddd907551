"""Inputs that hold what no input may hold."""

from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_answers(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """Inputs that hold a formula, and texts longer than their input allows."""
    for item in held.inputs:
        returned = held.filled[item.name]
        value, longest = returned.value, item.allowed.longest
        # A field with a measure of its own is told in its own words.
        longest = None if item.kind is InputKind.FIELD else longest
        if returned.formula is not None:
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
