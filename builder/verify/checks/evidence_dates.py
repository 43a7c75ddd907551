"""Days in the evidence table that cannot be, have run out, or lie outside the period."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.blank import is_blank
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.frozen import frozen
from builder.kit.field_status import FIRST_YEAR, LAST_YEAR
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.model.days import Span, has_no_end, read_span
from builder.verify.held import Held, written_evidence


@frozen
class _Period:
    """When evidence may be issued, and the day it must still be valid on, as far as is known."""

    since: date | None = None
    until: date | None = None
    valid_on: date | None = None


def check_evidence_dates(held: Held[KitPlan]) -> Iterator[Finding]:
    """At most one finding for each day of a row of evidence.

    Without terms of the office's own only what is certain is told: what ran out before the year of
    application, and what was issued after it.
    """
    period = _period(held)
    for row in written_evidence(held):
        for code, cell, expected in _faults(held, row, period):
            yield held.finding(
                code,
                cell,
                expected=expected,
                actual=held.shown(cell),
                number=row.number,
                name=held.shown(row.name),
            )


def _period(held: Held[KitPlan]) -> _Period:
    terms = held.plan.terms
    year = held.value(held.plan.year)
    known = isinstance(year, Decimal) and year in range(FIRST_YEAR, LAST_YEAR + 1)
    first, last = (
        (date(int(year), 1, 1), date(int(year), 12, 31))
        if known and isinstance(year, Decimal)
        else (None, None)
    )
    since = date.fromisoformat(terms.since) if terms is not None and terms.since else None
    until = date.fromisoformat(terms.until) if terms is not None and terms.until else None
    return _Period(since=since, until=until or last, valid_on=until or first)


def _faults(
    held: Held[KitPlan], row: EvidenceRowPlan, period: _Period
) -> Iterator[tuple[str, Cell, str]]:
    issued, until = held.value(row.issued), held.value(row.until)
    begins, ends = read_span(issued), read_span(until)
    if begins is None and not _is_blank(issued):
        yield "QA721", row.issued, ""
    if begins is not None:
        yield from _outside(row.issued, begins, period)
    if ends is None and not _is_blank(until) and not has_no_end(until):
        yield "QA721", row.until, ""
    if begins is not None and ends is not None and ends.last < begins.first:
        yield "QA723", row.until, begins.first.isoformat()
    elif ends is not None and period.valid_on is not None and ends.last < period.valid_on:
        yield "QA722", row.until, period.valid_on.isoformat()


def _outside(cell: Cell, issued: Span, period: _Period) -> Iterator[tuple[str, Cell, str]]:
    if period.since is not None and issued.last < period.since:
        yield "QA724", cell, f"不早于 {period.since.isoformat()}"
    elif period.until is not None and issued.first > period.until:
        yield "QA724", cell, f"不晚于 {period.until.isoformat()}"


def _is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and is_blank(value))
