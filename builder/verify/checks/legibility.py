"""Letters that nobody can read, or that are struck out."""

from collections.abc import Iterator, Mapping

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned_looks import CellLook, look_at
from builder.verify.held import Held
from builder.verify.legible import is_unreadable, struck, unreadable
from builder.verify.quoting import brief
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place

# Places of a file, each with the piece of its text that is meant; empty for all of it.
_Pieces = Mapping[Place, str]


def check_legibility(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most two findings of each kind on a sheet: one for what is official, one for answers."""
    looks = held.workbook.looks
    kinds = ((unreadable(looks), "QA478", "QA479"), (struck(looks), "QA480", "QA481"))
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        for place, (styles, official, answer) in enumerate(kinds):
            pieces = _pieces(seen, looks)[place] if seen.sheet.runs else {}
            if styles or pieces:
                places = tuple(_written(held, seen, styles, pieces))
                weighty = [one for one in places if one in seen.sight.weighty]
                others = [one for one in places if one not in seen.sight.weighty]
                for code, group in ((official, weighty), (answer, others)):
                    if group:
                        yield _finding(held, seen, code, group, pieces)


def _pieces(seen: Seen, looks: tuple[CellLook, ...]) -> tuple[_Pieces, _Pieces]:
    """Of the pieces that look otherwise than their cells those not to be seen, and those struck."""
    swallowed: dict[Place, str] = {}
    crossed: dict[Place, str] = {}
    for place, runs in seen.sheet.runs.items():
        cell = look_at(looks, seen.sheet.cells[place].style)
        for run in runs:
            if is_unreadable(run.look, cell.ground):
                swallowed.setdefault(place, run.text)
            if run.look.struck:
                crossed.setdefault(place, run.text)
    return swallowed, crossed


def _written(
    held: Held[ScoredPlan], seen: Seen, styles: frozenset[int], pieces: _Pieces
) -> Iterator[Place]:
    """The planned places of these styles in which something stands, and those of the pieces."""
    there = seen.planned(
        place
        for place, cell in seen.sheet.cells.items()
        if (cell.style in styles and cell.shows) or place in pieces
    )
    return (place for place in there if held.read(seen.cell(place)) not in (None, ""))


def _finding(
    held: Held[ScoredPlan], seen: Seen, code: str, places: list[Place], pieces: _Pieces
) -> Finding:
    cell = seen.cell(places[0])
    piece = pieces.get(held.alignment.locate(cell)[1:])
    return held.finding(
        code,
        cell,
        indicator=held.indicator(cell),
        actual=brief(held.read(cell) if piece is None else piece),
        count=str(len(places)),
    )
