"""Letters that nobody can read, or that are struck out."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.legible import struck, unreadable
from builder.verify.quoting import brief
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place


def check_legibility(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most two findings of each kind on a sheet: one for what is official, one for answers."""
    looks = held.workbook.looks
    kinds = ((unreadable(looks), "QA478", "QA479"), (struck(looks), "QA480", "QA481"))
    for styles, official, answer in kinds:
        for seen in seen_sheets(held.pristine.sights, held.alignment) if styles else ():
            places = tuple(_written(seen, styles))
            weighty = [place for place in places if place in seen.sight.weighty]
            others = [place for place in places if place not in seen.sight.weighty]
            for code, group in ((official, weighty), (answer, others)):
                if group:
                    yield _finding(held, seen, code, group)


def _written(seen: Seen, styles: frozenset[int]) -> Iterator[Place]:
    """The planned places of these styles in which something stands."""
    return seen.planned(
        place
        for place, cell in seen.sheet.cells.items()
        if cell.style in styles and cell.value not in (None, "")
    )


def _finding(held: Held[ScoredPlan], seen: Seen, code: str, places: list[Place]) -> Finding:
    cell = seen.cell(places[0])
    return held.finding(
        code,
        cell,
        indicator=held.indicator(cell),
        actual=brief(held.alignment.returned(cell).value),
        count=str(len(places)),
    )
