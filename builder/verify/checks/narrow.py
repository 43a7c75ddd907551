"""Numbers of which nothing but ``####`` is seen, as somebody made their column too narrow."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.number_format import GENERAL, number_format, written
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned_looks import CellLook, look_at
from builder.verify.held import Held
from builder.verify.lines_in_words import lines_in_words
from builder.verify.quoting import brief
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place

# The letters, in points, by whose digits a width is counted.
_USUAL_SIZE = 11
# What a number in its usual form is shortened to before nothing is shown of it, as in 1E+09.
_SHORTEST = 5
_DAY = "2026/1/1"


def check_narrow(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding on a sheet for all numbers that do not fit into a column made narrower."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        narrowed = dict(_narrowed(seen))
        places = [*_too_wide(held, seen, narrowed)] if narrowed else []
        if places:
            cell = seen.cell(places[0])
            columns = sorted({held.alignment.locate(seen.cell(place)).column for place in places})
            yield held.finding(
                "QA498",
                cell,
                indicator=held.indicator(cell),
                expected=brief(held.read(cell)),
                actual=lines_in_words((), columns),
                count=str(len(places)),
            )


def _narrowed(seen: Seen) -> Iterator[tuple[int, float]]:
    """The planned columns that are narrower in the file, with the width they have there."""
    for column, planned in enumerate(seen.sight.widths, start=1):
        there = seen.alignment.locate(seen.cell((1, column))).column
        hidden = any(first <= there <= last for first, last in seen.sheet.look.hidden_columns)
        for first, last, width in () if hidden else seen.sheet.look.widths:
            if first <= there <= last and width < planned:
                yield column, width


def _too_wide(held: Held[ScoredPlan], seen: Seen, narrowed: dict[int, float]) -> Iterator[Place]:
    merged = set(seen.sight.shown)
    for place in sorted(seen.sight.saying - merged):
        if place[1] in narrowed:
            returned = held.alignment.returned(seen.cell(place))
            look = look_at(held.workbook.looks, returned.style)
            if _needed(held.read(seen.cell(place)), look) > narrowed[place[1]]:
                yield place


def _needed(value: Value, look: CellLook) -> float:
    """How wide a column must be for a number to be seen; any is wide enough for a text."""
    if not isinstance(value, Decimal):
        return 0
    section = number_format(look.number_format or GENERAL).of(value)
    text = _DAY if section.date else written(section, value)
    length = min(len(text.partition(".")[0]), _SHORTEST) if section.exact else len(text)
    return length * (look.size or _USUAL_SIZE) / _USUAL_SIZE
