"""公示名单 and the letter on the result: what people outside are told, nothing internal."""

from collections.abc import Iterator

from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.model.office import Office
from builder.model.panel.record import PanelRecord
from builder.model.panel.stage_rules import Publicity
from builder.panel.stages.standing import group_words, winners

UNNAMED_OFFICE = "（主办单位）"
# Where the office has not said it: room to write it in.
_DAY, _CONTACT = "　　　　年　　月　　日", "　　　　　　　　"


@frozen
class ListedGroup:
    """The winners of one group, under its name."""

    name: str
    rows: tuple[tuple[str, str], ...]


@frozen
class PublicityPlan:
    """The list that is made public."""

    award: str
    groups: tuple[ListedGroup, ...]
    since: str
    until: str
    contact: str
    office: str


@frozen
class ResultPlan:
    """The letter to one applicant: whether it won, among whom, and where its feedback is."""

    applicant: str
    award: str
    won: bool
    group: str
    feedback: str
    since: str
    until: str
    contact: str
    office: str


def plan_publicity(record: PanelRecord, award: str, office: Office) -> PublicityPlan:
    """The winners group by group, in the order of their codes: nobody reads a place from it."""
    since, until, contact = _terms(record.merged.rules.publicity)
    return PublicityPlan(
        award=holdable(award),
        groups=tuple(_groups(record)),
        since=since,
        until=until,
        contact=contact,
        office=holdable(office.name) or UNNAMED_OFFICE,
    )


def plan_result(
    record: PanelRecord, applicant: str, award: str, office: Office, feedback: str
) -> ResultPlan:
    """The letter to an applicant; ``feedback`` is the name of the file that goes with it."""
    since, until, contact = _terms(record.merged.rules.publicity)
    return ResultPlan(
        applicant=holdable(record.name(applicant)),
        award=holdable(award),
        won=applicant in winners(record),
        group=holdable(group_words(record, applicant)),
        feedback=holdable(feedback),
        since=since,
        until=until,
        contact=contact,
        office=holdable(office.name) or UNNAMED_OFFICE,
    )


def day_words(day: str) -> str:
    """A day as an official letter writes it; room for one where none was said."""
    year, _, rest = day.partition("-")
    month, _, date = rest.partition("-")
    return f"{year}年{int(month)}月{int(date)}日" if date else _DAY


def _terms(rule: Publicity | None) -> tuple[str, str, str]:
    if rule is None:
        return _DAY, _DAY, _CONTACT
    return day_words(rule.since), day_words(rule.until), holdable(rule.contact)


def _groups(record: PanelRecord) -> Iterator[ListedGroup]:
    chosen = sorted(winners(record), key=_number)
    for name in dict.fromkeys(group_words(record, one) for one in chosen):
        own = [one for one in chosen if group_words(record, one) == name]
        rows = ((str(place), holdable(record.name(one))) for place, one in enumerate(own, start=1))
        yield ListedGroup(name=holdable(name), rows=tuple(rows))


def _number(code: str) -> tuple[int, str]:
    return len(code), code
