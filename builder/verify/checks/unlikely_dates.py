"""Days that cannot be meant: in the future, before anything was founded, a child that applies."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.field_status import FIRST_YEAR, LAST_YEAR
from builder.kit.kit_plan import FieldPlan, KitPlan
from builder.model.days import Span, read_span
from builder.model.office import FieldKind
from builder.verify.held import Held, written_evidence

_OLDEST_ORGANISATION, _OLDEST_PROOF = 1600, 1900
_YOUNGEST, _OLDEST = 16, 100
# Kits are handed out a year before they are filled in at most.
_AHEAD = 2
# No certificate runs for longer.
_LONGEST_TERM = 100
_ENDS = ("至", "截止", "到期", "有效")
_BORN = ("出生", "生日")


def check_unlikely_dates(held: Held[KitPlan]) -> Iterator[Finding]:
    """A hint at every day that cannot be meant, unless the office takes them as they are."""
    if held.plan.accept_unusual:
        return
    year = held.value(held.plan.year)
    stated = int(year) if isinstance(year, Decimal) and FIRST_YEAR <= year <= LAST_YEAR else 0
    today = date.today()  # noqa: DTZ011 - a day of the office, wherever that is
    if stated > today.year + _AHEAD:
        yield _finding(held, held.plan.year, _title_of(held, held.plan.year), "还远没有到")
        stated = 0
    # A kit filled in early may tell of what happens until the end of its year.
    limit = date(stated, 12, 31) if stated else today
    for field in held.plan.fields:
        if field.kind is FieldKind.DATE and (reason := _field(held, field, limit)):
            yield _finding(held, field.inputs[0], field.title, reason)
    for row in written_evidence(held):
        for cell, heading, reason in (
            (row.issued, "出具日期", _too_early(read_span(held.value(row.issued)), _OLDEST_PROOF)),
            (row.until, "有效期至", _too_long(read_span(held.value(row.until)), limit)),
        ):
            if reason:
                yield _finding(held, cell, f"{row.number}　{heading}", reason)


def _field(held: Held[KitPlan], field: FieldPlan, limit: date) -> str:
    span = read_span(held.value(field.inputs[0]))
    if span is None:
        return ""
    if any(word in field.title for word in _ENDS):
        return _too_long(span, limit)
    if span.first > limit:
        return f"晚于 {limit.isoformat()}，还没有到"
    if any(word in field.title for word in _BORN):
        age = limit.year - span.first.year
        return "" if _YOUNGEST <= age <= _OLDEST else f"到 {limit.year} 年是 {age} 岁"
    return _too_early(span, _OLDEST_ORGANISATION)


def _too_early(span: Span | None, year: int) -> str:
    return f"早于 {year} 年" if span is not None and span.last.year < year else ""


def _too_long(span: Span | None, limit: date) -> str:
    late = span is not None and span.first.year > limit.year + _LONGEST_TERM
    return f"在 {_LONGEST_TERM} 年以后" if late else ""


def _title_of(held: Held[KitPlan], cell: Cell) -> str:
    return next(field.title for field in held.plan.fields if cell in field.inputs)


def _finding(held: Held[KitPlan], cell: Cell, title: str, reason: str) -> Finding:
    return held.finding("QA532", cell, actual=held.shown(cell), title=title, reason=reason)
