"""Whether the numbers the file shows are the numbers its own contents give."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import compress
from operator import attrgetter, ne

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.plan.evaluation import Evaluation
from builder.verify.alignment import Alignment
from builder.verify.pristine import Pristine
from builder.verify.structure import place_of, shown

_shown_by = attrgetter("value", "calculated")
# Far below any step of a score, far above what binary arithmetic loses.
_TOLERANCE = Decimal("1e-9")


def check_totals(
    pristine: Pristine,
    alignment: Alignment,
    exact: Evaluation,
    as_filed: Evaluation,
    overrides: Mapping[Cell, Value],
    path: str,
) -> Iterator[Finding]:
    """At most one finding that the file was never calculated, and one that it is stale.

    ``overrides`` are the contents that are not the planned ones. What follows from them, or from a
    number that was typed as text, is right as filed: one fault is told once, where it is, and not
    in every cell that depends on it.
    """
    plan = pristine.plan
    whole = alignment.complete
    unknown: list[Cell] = []
    stale: list[Cell] = []
    for sheet, formulas in pristine.formulas.items():
        contents = tuple(alignment.contents(sheet, formulas.places))
        expected = ((exact.value(cell), True) for cell in formulas.items)
        held = zip(formulas.items, contents, strict=True)
        for cell, returned in compress(held, map(ne, map(_shown_by, contents), expected)):
            if cell in overrides or not (whole or alignment.holds(cell)):
                continue
            if not returned.calculated:
                unknown.append(cell)
            elif not any(_same(returned.value, each.value(cell)) for each in (exact, as_filed)):
                stale.append(cell)
    for code, cells in (("QA601", unknown), ("QA602", stale)):
        if cells:
            cell = plan.total if plan.total in cells else cells[0]
            yield Finding(
                code=code,
                place=place_of(alignment, cell, path),
                expected=shown(as_filed.value(cell)),
                actual=shown(alignment.returned(cell).value),
                details={"count": str(len(cells))},
            )


def _same(cached: Value, computed: Value) -> bool:
    if isinstance(cached, Decimal) and isinstance(computed, Decimal):
        return abs(cached - computed) <= _TOLERANCE * max(Decimal(1), abs(computed))
    return (cached or "") == (computed or "")
