"""What a reader must be told beside the notice: contradictions, corrections, remarks, terms."""

from builder.model.points import maximum
from builder.model.scheme import Correction, Discrepancy, Indicator, Scheme
from builder.plan.document_parts import Reminder
from builder.plan.document_texts import points_text, printed_name
from builder.plan.document_words import (
    KIND_CORRECTION,
    KIND_DISCREPANCY,
    KIND_OFFICE_TERM,
    KIND_REMARK,
)


def all_reminders(scheme: Scheme) -> tuple[Reminder, ...]:
    """Every reminder of the scheme, each naming its place: contradictions first."""
    names = _names(scheme)
    placed = [
        Reminder(kind=reminder.kind, text=f"{names.get(where, where)}：{reminder.text}")
        for where, reminder in _placed(scheme)
    ]
    terms = [Reminder(kind=KIND_OFFICE_TERM, text=term) for term in scheme.office_terms]
    return (*placed, *terms)


def reminders_by_place(scheme: Scheme) -> dict[str, tuple[Reminder, ...]]:
    """The reminders that belong to one indicator, by its code, without naming the place again."""
    found: dict[str, tuple[Reminder, ...]] = {}
    for where, reminder in _placed(scheme):
        found[where] = (*found.get(where, ()), reminder)
    return found


def points_line(scheme: Scheme) -> str:
    """The total as the cover states it, with what can be reached where that is less."""
    reachable = maximum(scheme)
    if reachable == scheme.total:
        return f"{points_text(scheme.total)}分"
    return f"标称{points_text(scheme.total)}分，各项合计可得{points_text(reachable)}分"


def _placed(scheme: Scheme) -> list[tuple[str, Reminder]]:
    return [
        *(
            (item.where, Reminder(kind=KIND_DISCREPANCY, text=_discrepancy(item)))
            for item in scheme.discrepancies
        ),
        *(
            (item.where, Reminder(kind=KIND_CORRECTION, text=_correction(item)))
            for item in scheme.corrections
        ),
        *((item.where, Reminder(kind=KIND_REMARK, text=item.text)) for item in scheme.remarks),
    ]


def _names(scheme: Scheme) -> dict[str, str]:
    names = {indicator.code: _name(indicator) for indicator in scheme.walk}
    return {"total": "总分", **names}


def _name(indicator: Indicator) -> str:
    return printed_name(indicator.number, indicator.name)


def _discrepancy(item: Discrepancy) -> str:
    return (
        f"原文标明{points_text(item.stated)}分，下列各项合计{points_text(item.actual)}分。"
        f"处理：{item.treatment}"
    )


def _correction(item: Correction) -> str:
    return (
        f"分值更正为{points_text(item.value)}分（依据：{item.basis}；"
        f"批准人：{item.approver}；日期：{item.date}）。"
    )
