"""收件: what came, judged at once, with a filter; and what a click does to it can be undone."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.pages.frame import framed, refused
from builder.desk.pages.paging import PAGE_ROWS, first_of
from builder.desk.works.kinds import LETTERS, RECEIVE
from builder.findings.catalogue import RULES_BY_CODE
from builder.findings.finding import Finding
from builder.ledger.rows import UNFIT, Deed, Order, State, Wanted
from builder.pipeline.year.acts import recycle, restore, undo
from builder.pipeline.year.judging import pending

_ORDERS = {
    "time": "最近收到的在前",
    "applicant": "按单位",
    "score": "得分高的在前",
    "state": "按结果",
}
_MOST_CODES, _LAST_ACTS = 60, 5


def intake(asked: Asked) -> Response:
    """The table of what came."""
    ledger = asked.desk.year.ledger
    wanted = wanted_of(asked.query)
    found = ledger.find(wanted)
    counts = ledger.counts()
    lines, _ = ledger.log(limit=_LAST_ACTS)
    return framed(
        asked,
        "intake.html",
        counts=[(state, counts.get(state, 0)) for state in State],
        unfit=sum(counts.get(state, 0) for state in UNFIT),
        rows=found.rows,
        total=found.total,
        query=asked.query,
        link=lambda **other: "/intake?" + urlencode({**asked.query, **other}),
        states=tuple(State),
        orders=_ORDERS,
        codes=[
            (one.code, RULES_BY_CODE[one.code].name, one.submissions)
            for one in ledger.codes()[:_MOST_CODES]
            if one.code in RULES_BY_CODE
        ],
        deliveries=ledger.deliveries(),
        first=wanted.offset,
        page_rows=PAGE_ROWS,
        waiting=pending(asked.desk.year),
        acts=[one for one in lines if one.deed is not Deed.JUDGED],
    )


def receive(asked: Asked) -> Response:
    """Take in what came of a drop so far; the browser asks again while more is coming."""
    given = {
        "batch": asked.said("batch"),
        "by": asked.who,
        "whole": bool(asked.said("whole")),
    }
    asked.desk.jobs.begin(RECEIVE, "收件和核验", asked.who, given)
    return to("/intake")


def letters(asked: Asked) -> Response:
    """Write the letters to those who are named, or to all who have something to repair."""
    keys = asked.all_said("key") or asked.desk.year.ledger.unfit()
    given = {"keys": list(keys), "by": asked.who, "deadline": asked.said("deadline")}
    if keys:
        asked.desk.jobs.begin(LETTERS, "写补正通知书", asked.who, given)
    return to(asked.back)


def set_aside(asked: Asked) -> Response:
    """Move files to 回收站."""
    files = asked.all_said("file")
    done = recycle(asked.desk.year, files, asked.who) if files else None
    return _done(asked, () if done is None else done.findings)


def take_back(asked: Asked) -> Response:
    """Take files out of 回收站."""
    files = asked.all_said("file")
    done = restore(asked.desk.year, files, asked.who) if files else None
    return _done(asked, () if done is None else done.findings)


def take_back_act(asked: Asked) -> Response:
    """Undo what a click did."""
    return _done(asked, undo(asked.desk.year, asked.said("act"), asked.who).findings)


def wanted_of(query: Mapping[str, str], *, current: bool = True) -> Wanted:
    """The filter as the address says it."""
    state = query.get("state", "")
    order = query.get("order", "time")
    known = order if order in _ORDERS else "time"
    return Wanted(
        state=State(state) if state in {one.value for one in State} else None,
        words=query.get("words", "").strip(),
        code=query.get("code", ""),
        delivery=query.get("delivery", ""),
        current=current,
        recycled=query.get("recycled", "") == "1",
        order=Order(known),
        descending=known in ("time", "score"),
        offset=first_of(query),
        limit=PAGE_ROWS,
    )


def _done(asked: Asked, findings: tuple[Finding, ...]) -> Response:
    return refused(asked, findings) if findings else to(asked.back)
