"""Whether the numbers the file shows are the numbers its own contents give."""

from collections.abc import Iterator
from itertools import compress
from operator import attrgetter, ne

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.altered import instead_of
from builder.verify.explained import before_the_fault, explained, same_value
from builder.verify.held import Held
from builder.verify.quoting import shown

_shown_by = attrgetter("value", "calculated")


def check_totals(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """At most one finding that the file was never calculated, and one that it is stale.

    What follows from an altered cell, or from a number that was typed as text, is right as filed,
    and so is what followed before an impossible score was typed:
    one fault is told once, where it is, and not in every cell that depends on it. Nor is anything
    said of what advises the applicant alone: nobody judges by it, and it may be deleted.
    """
    whole = held.alignment.complete
    altered = {one.cell for one in held.altered}
    unknown: list[Cell] = []
    stale: list[Cell] = []
    own = {sheet.name for sheet in held.plan.sheets if sheet.own}
    there = held.alignment.sheets.keys() - own
    for sheet, formulas in [one for one in held.pristine.formulas.items() if one[0] in there]:
        contents = tuple(held.alignment.contents(sheet, formulas.places))
        expected = ((value, True) for value in held.exact.values(formulas.items))
        shown_by = zip(formulas.items, contents, strict=True)
        for cell, returned in compress(shown_by, map(ne, map(_shown_by, contents), expected)):
            if cell in altered or not (whole or held.holds(cell)):
                continue
            if not returned.calculated:
                unknown.append(cell)
            elif not any(
                same_value(returned.value, each.value(cell)) for each in (held.exact, held.as_filed)
            ):
                stale.append(cell)
    if unknown:
        # Nothing is shown of a text either that no program ever calculated.
        blank = [cell for cell in stale if held.alignment.returned(cell).value in (None, "")]
        unknown += blank
        stale = [cell for cell in stale if cell not in blank]
    if stale and _are_told_elsewhere(held, stale):
        stale = []
    for code, cells in (("QA601", unknown), ("QA602", stale)):
        if cells:
            cell = held.plan.total if held.plan.total in cells else cells[0]
            value = held.as_filed.value(cell)
            yield held.finding(
                code,
                cell,
                expected=shown(value),
                actual=instead_of(value, held.alignment.returned(cell)._replace(formula=None)),
                count=str(len(cells)),
            )


def _are_told_elsewhere(held: Held[ScoredPlan], stale: list[Cell]) -> bool:
    """Whether they follow from a sheet that was emptied or from before a fault was typed."""
    earlier = None if held.emptied else before_the_fault(held)
    return bool(held.emptied) or (earlier is not None and explained(stale, held, earlier))
