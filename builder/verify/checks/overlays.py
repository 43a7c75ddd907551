"""Conditional formats that hide, strike out or replace what cells say."""

from collections.abc import Iterator

from builder.book.number_format import number_format
from builder.book.sheet import Merge
from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.model.contrast import is_swallowed
from builder.model.returned import ReturnedCondition
from builder.model.returned_looks import CellLook, look_at
from builder.verify.cell_rules import area_of, holds
from builder.verify.held import Held
from builder.verify.legible import is_misleading
from builder.verify.quoting import brief
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place


def check_overlays(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every rule that hides something, at the first cell it can hide."""
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        for rule in seen.sheet.conditions:
            looks = [*_looks(held, rule)]
            if not looks:
                continue
            places = [
                place
                for place in _under(seen, rule)
                if held.read(seen.cell(place)) not in (None, "")
                and any(_hides(held, seen, place, look) for look in looks)
            ]
            if places:
                weighty = [place for place in places if place in seen.sight.weighty]
                cell = seen.cell((weighty or places)[0])
                yield held.finding(
                    "QA484" if weighty else "QA485",
                    cell,
                    actual=brief(held.read(cell)),
                    count=str(len(places)),
                )


def _looks(held: Held[ScoredPlan], rule: ReturnedCondition) -> Iterator[CellLook]:
    """What a rule can lay over its cells that may hide something in them."""
    look = _look(held, rule)
    if look is not None:
        yield look
    for ground in rule.grounds:
        yield CellLook(ground=ground)


def _look(held: Held[ScoredPlan], rule: ReturnedCondition) -> CellLook | None:
    """What its format is, ``None`` where that hides nothing in any of its cells."""
    look = rule.own or look_at(held.workbook.overlays, rule.look)
    if rule.covers:
        return CellLook(number_format=";;;")
    if look.number_format and is_misleading(number_format(look.number_format), look.ground):
        return look
    if look.struck:
        return look
    if look.letters is not None and look.ground is not None:
        return look if is_swallowed(look.letters, look.ground) else None
    return None if look.letters is look.ground is None else look


def _under(seen: Seen, rule: ReturnedCondition) -> Iterator[Place]:
    areas: tuple[Merge, ...] = tuple(map(area_of, rule.ranges))
    return seen.planned(
        place
        for place, cell in seen.sheet.cells.items()
        if cell.shows and any(holds(area, place) for area in areas)
    )


def _hides(held: Held[ScoredPlan], seen: Seen, place: Place, look: CellLook) -> bool:
    """Whether what a cell says cannot be seen, or not as it is, while the look lies over it."""
    if look.struck or is_misleading(number_format(look.number_format), look.ground):
        return True
    style = held.alignment.returned(seen.cell(place)).style
    own = look_at(held.workbook.looks, style)
    return is_swallowed(look.letters or own.letters, look.ground or own.ground)
