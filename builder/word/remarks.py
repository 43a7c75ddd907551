"""附：原文说明: what a reader is told beside the notice, once, and the signs that lead there.

It prints whatever becomes of the guidance: contradictions, corrections, remarks and the office's
own terms, and the full text of the conditions that no heading of the report shows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.frozen import frozen
from builder.kit.printed_text import printed_name
from builder.kit.reminders import (
    KIND_CORRECTION,
    KIND_DISCREPANCY,
    Reminder,
    all_reminders,
    points_line,
    reminders_by_place,
)
from builder.model.points import TOTAL
from builder.model.scheme import Condition, Scheme
from builder.word import bookmarks, words
from builder.word.parts import ConditionTexts, Remark, Remarks

# A first sentence so short is what a remark is called; it is said with the sign.
_LONGEST_NAME = 12
_NAMED_KINDS = (KIND_DISCREPANCY, KIND_CORRECTION)


@frozen
class Told:
    """The part, and the signs by the code of the section they stand in; no code for the whole."""

    part: Remarks
    signs: Mapping[str, str]


def plan_remarks(scheme: Scheme, sections: Iterable[str]) -> Told:
    """Everything a reader is told, numbered from 1; ``sections`` are the codes with a heading."""
    known = frozenset(sections)
    conditional = {one.code for one in (*scheme.eligibility, *scheme.vetoes)}
    placed = reminders_by_place(scheme)
    names = {node.code: printed_name(node.number, node.name) for node in scheme.walk}
    above = {child.code: node.code for node in scheme.walk for child in node.children}
    remarks: list[Remark] = []
    signs: dict[str, list[Remark]] = {}
    for where in _in_order(scheme, placed):
        for reminder in placed[where]:
            name = words.WHOLE if where == TOTAL else names.get(where, where)
            remark = _numbered(remarks, reminder, f"{name.rstrip('：')}：")
            place = where if where in conditional else _section(where, known, above)
            signs.setdefault(place, []).append(remark)
    # What has no place is about the whole; it stands behind the others.
    for reminder in all_reminders(scheme)[len(remarks) :]:
        signs.setdefault("", []).append(_numbered(remarks, reminder, ""))
    return Told(
        part=Remarks(
            bookmark=bookmarks.REMARKS,
            heading=words.REMARKS_HEADING,
            lines=(
                f"评分标准：《{scheme.title}》，版次：{scheme.edition}。",
                f"来源：{scheme.source}。",
                f"总分：{points_line(scheme)}。",
            ),
            remarks=tuple(remarks),
            conditions=tuple(_conditions(scheme, signs)),
        ),
        signs={code: _sign(found) for code, found in signs.items()},
    )


def _in_order(scheme: Scheme, placed: Mapping[str, tuple[Reminder, ...]]) -> tuple[str, ...]:
    """The places with reminders: the whole, the indicators in official order, all others."""
    official = (TOTAL, *(node.code for node in scheme.walk))
    return tuple(dict.fromkeys((*(one for one in official if one in placed), *placed)))


def _section(where: str, known: frozenset[str], above: Mapping[str, str]) -> str:
    """The nearest heading over a place; none over what concerns the whole."""
    while where and where not in known:
        where = above.get(where, "")
    return where


def _numbered(remarks: list[Remark], reminder: Reminder, place: str) -> Remark:
    remark = Remark(number=len(remarks) + 1, kind=reminder.kind, text=f"{place}{reminder.text}")
    remarks.append(remark)
    return remark


def _sign(remarks: Iterable[Remark]) -> str:
    # A bracket has its own space.
    return words.SIGN.format(_listed(remarks)).replace("） ", "）")


def _listed(remarks: Iterable[Remark]) -> str:
    return "、".join(f"{one.number}{_name(one)}" for one in remarks)


def _name(remark: Remark) -> str:
    """What a contradiction is, and what a remark calls itself, in brackets."""
    if remark.kind in _NAMED_KINDS:
        return f"（{remark.kind}）"
    _, _, said = remark.text.partition("：")
    first, ends, _ = said.partition("。")
    return f"（{first}）" if ends and len(first) <= _LONGEST_NAME else ""


def _conditions(scheme: Scheme, signs: Mapping[str, Sequence[Remark]]) -> Iterator[ConditionTexts]:
    for title, conditions in (
        (words.ELIGIBILITY_TITLE, scheme.eligibility),
        (words.VETO_TITLE, scheme.vetoes),
    ):
        if conditions:
            yield ConditionTexts(
                title=title,
                texts=tuple(_condition(one, signs.get(one.code, ())) for one in conditions),
            )


def _condition(condition: Condition, remarks: Sequence[Remark]) -> tuple[str, str]:
    """Its code, and its text with the sign behind it."""
    sign = words.CONDITION_SIGN.format(_listed(remarks)) if remarks else ""
    return condition.code, f"{condition.text}{sign}"
