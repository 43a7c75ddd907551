"""Texts that are shown in another order than they were typed in."""

import re
from collections.abc import Iterator

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding
from builder.formula.blank import named, visible
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.quoting import brief

# What lets the letters after it run from right to left (UAX 9).
_TURNS = re.compile("[\u202b\u202e\u2067]")


def check_turned_texts(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every free text that turns its letters round."""
    for item in held.inputs:
        free = item.kind is InputKind.TEXT or item.name.endswith("_name")
        value = held.filled[item.name].value
        if not free or not isinstance(value, str) or value.isascii() or item.name in held.unseen:
            continue
        found = _TURNS.search(value)
        if found is not None:
            yield held.finding(
                "QA494",
                item.cell,
                indicator=item.indicator,
                actual=named(found[0]),
                title=item.title,
                position=str(found.start() + 1),
                said=brief(visible(value)),
            )
