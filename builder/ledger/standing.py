"""How submissions stand to one another: which is an applicant's second, what shows side by side."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from builder.findings.finding import Finding
from builder.ledger.indexing import put_findings
from builder.ledger.rows import Beside, Standing, State
from builder.ledger.tables import FILES, FINDINGS, SUBMISSIONS
from builder.model.verdict import Status, Verdict
from builder.show.plain import record_of

_S = SUBMISSIONS.c


def number(connection: Connection) -> None:
    """Count every applicant's submissions of a kind by their deliveries; the last are current."""
    rows = connection.execute(
        select(
            _S.id,
            _S.applicant_id,
            _S.scheme,
            _S.material,
            _S.number,
            _S.current,
            FILES.c.delivery,
            FILES.c.at,
        )
        .join(FILES)
        .where(FILES.c.recycled.is_(False))
    ).all()
    schemes: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.scheme:
            schemes[row.applicant_id, row.material].add(row.scheme)
    begun: dict[str, str] = {}
    for row in rows:
        begun[row.delivery] = min(begun.get(row.delivery, row.at), row.at)
    kinds: dict[tuple[object, ...], list[Any]] = defaultdict(list)
    changed: list[dict[str, object]] = []
    for row in rows:
        known = schemes[row.applicant_id, row.material]
        scheme = row.scheme or (next(iter(known)) if len(known) == 1 else "")
        alone = row.applicant_id is None or not row.material
        kinds[(row.id,) if alone else (row.applicant_id, scheme, row.material)].append(row)
    for kind in kinds.values():
        deliveries = sorted({row.delivery for row in kind}, key=lambda one: (begun[one], one))
        for row in kind:
            nth = deliveries.index(row.delivery) + 1 if row.material else 0
            current = not row.material or nth == len(deliveries)
            if (row.number, row.current) != (nth, current):
                changed.append({"key": row.id, "nth": nth, "is_current": current})
    _update_all(connection, changed, number="nth", current="is_current")


def standings(connection: Connection, delivery: str | None = None) -> tuple[Standing, ...]:
    """The current submissions that do not wait, in the order of their paths.

    Those of a ``delivery`` are all of it, current or not.
    """
    asked = _S.current.is_(True) if delivery is None else FILES.c.delivery == delivery
    left_out: dict[int, str] = {
        row.submission_id: row.code
        for row in connection.execute(
            select(FINDINGS.c.submission_id, FINDINGS.c.code)
            .select_from(FINDINGS.join(SUBMISSIONS).join(FILES))
            .where(_S.own_state == State.LEFT_OUT.value, asked)
        )
    }
    rows = connection.execute(
        select(SUBMISSIONS)
        .join(FILES)
        .where(FILES.c.recycled.is_(False), asked)
        .where(_S.own_state != State.PENDING.value)
    ).all()
    return tuple(_standing(row, left_out) for row in sorted(rows, key=lambda row: str(row.path)))


def _standing(row: Any, left_out: Mapping[int, str]) -> Standing:
    out = row.own_state == State.LEFT_OUT.value
    verdict = Verdict(
        path=row.path,
        status=Status.UNREADABLE if out else Status(row.own_state),
        scheme=row.scheme,
        award=row.award,
        kit=row.kit,
        applicant=row.named,
        findings=(Finding.at(row.blank, row.path),) if row.blank else (),
        credit_code=row.credit_code,
        contents=row.contents,
        report=row.report,
    )
    why = Finding.at(left_out[row.id], row.path) if out and row.id in left_out else None
    return Standing(verdict=verdict, beside=row.beside, left_out=why)


def put_beside(connection: Connection, told: Mapping[str, Beside]) -> None:
    """Say of every submission, by its path, what shows beside the others; of others nothing."""
    rows = connection.execute(select(_S.id, _S.path, _S.own_state, _S.more)).all()
    for row in rows:
        one = told.get(row.path)
        more = "" if one is None else json.dumps(record_of(one), ensure_ascii=True)
        if more != row.more:
            _say(connection, row, one, more)


def _say(connection: Connection, row: Any, one: Beside | None, more: str) -> None:
    mine = FINDINGS.c.submission_id == row.id
    connection.execute(delete(FINDINGS).where(mine, FINDINGS.c.alike.is_(True)))
    if one is not None:
        put_findings(connection, row.id, one.findings, alike=True)
    instead = one is not None and one.instead
    weights = [
        weight
        for weight, alike in connection.execute(
            select(FINDINGS.c.severity, FINDINGS.c.alike).where(mine)
        )
        if alike or not instead
    ]
    state = row.own_state if one is None else _worse(row.own_state, one)
    connection.execute(
        update(SUBMISSIONS)
        .where(_S.id == row.id)
        .values(
            more=more,
            state=state,
            errors=weights.count("error"),
            warnings=weights.count("warning"),
            hints=weights.count("hint"),
        )
    )


def _worse(own: str, one: Beside) -> str:
    if one.instead:
        return one.status.value
    order = [Status.CLEAN.value, Status.FINDINGS.value, Status.UNREADABLE.value]
    return max((own, one.status.value), key=order.index)


def _update_all(connection: Connection, rows: Sequence[dict[str, object]], **columns: str) -> None:
    if rows:
        values: dict[str, Any] = {column: bindparam(name) for column, name in columns.items()}
        connection.execute(
            update(SUBMISSIONS).where(_S.id == bindparam("key")).values(values), rows
        )
