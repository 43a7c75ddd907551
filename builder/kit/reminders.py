"""What a reader must be told beside the notice: contradictions, corrections, remarks, terms."""

from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.kit.printed_text import printed_name
from builder.model.points import (
    TOTAL,
    bonus_points,
    effective_points,
    effective_total,
    joined,
    maximum,
    most,
)
from builder.model.scheme import Correction, Discrepancy, Scheme

KIND_DISCREPANCY = "原文矛盾"
KIND_CORRECTION = "更正"
KIND_REMARK = "说明"
KIND_OFFICE_TERM = "主办单位设定"


@frozen
class Reminder:
    """One thing to know: its kind and its words."""

    kind: str
    text: str

    @property
    def line(self) -> str:
        """Kind and words in one line."""
        return f"{self.kind}：{self.text}"


def warnings(scheme: Scheme) -> tuple[Reminder, ...]:
    """The reminders that concern a number: they stand as a banner on every page that shows one."""
    kinds = (KIND_DISCREPANCY, KIND_CORRECTION)
    return tuple(reminder for reminder in all_reminders(scheme) if reminder.kind in kinds)


def corrections(scheme: Scheme) -> tuple[str, ...]:
    """Every signed correction in one line."""
    told = all_reminders(scheme)
    return tuple(reminder.line for reminder in told if reminder.kind == KIND_CORRECTION)


def all_reminders(scheme: Scheme) -> tuple[Reminder, ...]:
    """Every reminder of the scheme, each naming its place: contradictions first."""
    names = {TOTAL: "总分"}
    names |= {node.code: printed_name(node.number, node.name) for node in scheme.walk}
    placed = [
        Reminder(
            kind=reminder.kind, text=f"{names.get(where, where).rstrip('：')}：{reminder.text}"
        )
        for where, reminder in _placed(scheme)
    ]
    terms = [
        Reminder(kind=KIND_OFFICE_TERM, text=term)
        for term in (*scheme.scale_terms, *scheme.office_terms, *weight_terms(scheme))
    ]
    return (*placed, *terms)


def reminders_by_place(scheme: Scheme) -> dict[str, tuple[Reminder, ...]]:
    """The reminders that belong to one indicator, by its code, without naming the place again."""
    found: dict[str, tuple[Reminder, ...]] = {}
    for where, reminder in _placed(scheme):
        found[where] = (*found.get(where, ()), reminder)
    return found


def weight_terms(scheme: Scheme) -> tuple[str, ...]:
    """The clause weights an office set, in one sentence; none where it set none."""
    if not scheme.weights:
        return ()
    shares = "、".join(f"{one.clause} {plain_number(one.weight)}" for one in scheme.weights)
    return (f"条目百分比按条款权重计算，权重为 {shares}，非原文件规定。",)


def points_line(scheme: Scheme) -> str:
    """The total as the cover states it, with what can be reached where that is less."""
    bonus = bonus_points(scheme)
    reachable = maximum(scheme) - bonus
    beyond = f"，另有加分项最多{plain_number(bonus)}分" if bonus else ""
    if reachable == scheme.total:
        return f"{plain_number(scheme.total)}分{beyond}"
    return f"标称{plain_number(scheme.total)}分，各项合计可得{plain_number(reachable)}分{beyond}"


def _placed(scheme: Scheme) -> list[tuple[str, Reminder]]:
    return [
        *(
            (item.where, Reminder(kind=KIND_DISCREPANCY, text=_discrepancy(scheme, item)))
            for item in scheme.discrepancies
        ),
        *(
            (item.where, Reminder(kind=KIND_CORRECTION, text=_correction(item)))
            for item in scheme.corrections
        ),
        *((item.where, Reminder(kind=KIND_REMARK, text=item.text)) for item in scheme.remarks),
    ]


def _discrepancy(scheme: Scheme, item: Discrepancy) -> str:
    printed = f"原文标明{plain_number(item.stated)}分，下列各项合计{plain_number(item.actual)}分。"
    if _is_settled(scheme, item):
        return f"{printed}已由下列更正消除。"
    return f"{printed}处理：{item.treatment}"


def _is_settled(scheme: Scheme, item: Discrepancy) -> bool:
    """Whether signed corrections make the numbers agree that the notice prints apart."""
    if not scheme.corrections:
        return False
    if item.where == TOTAL:
        return maximum(scheme) == effective_total(scheme)
    return any(
        effective_points(scheme, node) == joined(scheme, node, most)
        for node in scheme.walk
        if node.code == item.where
    )


def _correction(item: Correction) -> str:
    return (
        f"分值更正为{plain_number(item.value)}分（依据：{item.basis}；"
        f"批准人：{item.approver}；日期：{item.date}）。"
    )
