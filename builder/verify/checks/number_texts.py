"""Numbers that were typed as text and are counted as what they mean."""

from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_number_texts(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every number that was typed as text and is counted as what it means."""
    for item in held.inputs:
        cell = held.filled[item.name]
        if item.name in held.numbers and cell.formula is None:
            number = held.numbers[item.name]
            percent = item.kind is InputKind.PERCENT
            yield held.finding(
                "QA509",
                item.cell,
                indicator=item.indicator,
                expected=f"{plain_number(number * 100)}%" if percent else plain_number(number),
                actual=str(cell.value),
                title=item.title,
            )
