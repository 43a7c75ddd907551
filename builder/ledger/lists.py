"""The lists beside the table of submissions: applicants, letters, acts, codes."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, select

from builder.ledger.queries import STATES, state_order
from builder.ledger.rows import UNFIT, Applicant, CodeCount, Deed, LogLine, SentLetter, State
from builder.ledger.tables import APPLICANTS, DEEDS, FILES, FINDINGS, LETTERS, SUBMISSIONS

_S, _F, _A = SUBMISSIONS.c, FILES.c, APPLICANTS.c
_WORST = func.min(state_order(_S.state))


def counts(connection: Connection) -> dict[State, int]:
    """How many current submissions are how far."""
    chosen = select(_S.state, func.count()).select_from(SUBMISSIONS.join(FILES))
    chosen = chosen.where(_F.recycled.is_(False), _S.current.is_(True)).group_by(_S.state)
    found = {row[0]: row[1] for row in connection.execute(chosen)}
    return {state: found.get(state.value, 0) for state in State}


def unfit(connection: Connection) -> tuple[str, ...]:
    """The keys of the applicants who have something to repair, what cannot be read first."""
    chosen = _applicants().having(_WORST.in_([STATES.index(state) for state in UNFIT]))
    return tuple(connection.scalars(chosen.order_by(_WORST, _A.name, _A.key)))


def applicant(connection: Connection, key: str) -> Applicant | None:
    """The applicant of that key."""
    found = connection.execute(_applicants().where(_A.key == key)).one_or_none()
    if found is None:
        return None
    _, name, state, submissions, number, errors, warnings, deadline = found
    sent = select(func.count(LETTERS.c.act.distinct()))
    sent = sent.select_from(LETTERS.join(FILES).join(SUBMISSIONS).join(APPLICANTS))
    return Applicant(
        key=key,
        name=name,
        state=STATES[state],
        submissions=submissions,
        number=number,
        errors=int(errors),
        warnings=int(warnings),
        letters=connection.scalar(sent.where(_A.key == key)) or 0,
        deadline=deadline,
    )


def _applicants() -> Select[Any]:
    return (
        select(
            _A.key,
            _A.name,
            _WORST,
            func.count(),
            func.max(_S.number),
            func.sum(_S.errors),
            func.sum(_S.warnings),
            func.max(_F.deadline),
        )
        .select_from(SUBMISSIONS.join(FILES).join(APPLICANTS))
        .where(_F.recycled.is_(False), _S.current.is_(True), _S.material != "")
        .group_by(_A.id, _A.key, _A.name)
    )


def codes(connection: Connection) -> tuple[CodeCount, ...]:
    """In how many current submissions each code was found, the most frequent first."""
    count = func.count(FINDINGS.c.submission_id.distinct())
    chosen = select(FINDINGS.c.code, count).select_from(FINDINGS.join(SUBMISSIONS).join(FILES))
    chosen = chosen.where(_F.recycled.is_(False), _S.current.is_(True))
    rows = connection.execute(
        chosen.group_by(FINDINGS.c.code).order_by(count.desc(), FINDINGS.c.code)
    )
    return tuple(CodeCount(code=code, submissions=found) for code, found in rows)


def deliveries(connection: Connection) -> tuple[str, ...]:
    """The deliveries of which something is there, the newest first."""
    chosen = select(_F.delivery).where(_F.recycled.is_(False)).group_by(_F.delivery)
    return tuple(connection.scalars(chosen.order_by(func.min(_F.at).desc(), _F.delivery.desc())))


def letters(
    connection: Connection, applicant_key: str, offset: int, limit: int
) -> tuple[tuple[SentLetter, ...], int]:
    """What was sent, the newest first, one page of it, and how much there is."""
    table = LETTERS.c
    chosen = (
        select(_A.name, _A.key, table.at, table.by, table.path, table.deadline, table.act)
        .select_from(LETTERS.join(FILES).join(SUBMISSIONS).outerjoin(APPLICANTS))
        .distinct()
    )
    if applicant_key:
        chosen = chosen.where(_A.key == applicant_key)
    total = connection.scalar(select(func.count()).select_from(chosen.subquery()))
    rows = connection.execute(
        chosen.order_by(table.at.desc(), table.path).offset(offset).limit(limit)
    )
    sent = (
        SentLetter(
            applicant=name or "",
            applicant_key=key or "",
            at=at,
            by=by,
            path=path,
            deadline=day,
            act=act,
        )
        for name, key, at, by, path, day, act in rows
    )
    return tuple(sent), total or 0


def log(connection: Connection, offset: int, limit: int) -> tuple[tuple[LogLine, ...], int]:
    """What people did, the newest first, one page of it, and how much there is."""
    table = DEEDS.c
    begun = func.min(table.at)
    chosen = select(
        *(table.act, table.deed, begun, table.by),
        *(func.count(table.file_id.distinct()), func.max(table.words)),
    ).group_by(table.act, table.deed, table.by)
    lines = select(table.act, table.deed, table.by).distinct().subquery()
    total = connection.scalar(select(func.count()).select_from(lines))
    rows = connection.execute(
        chosen.order_by(begun.desc(), table.act.desc()).offset(offset).limit(limit)
    )
    undone = undone_acts(connection)
    told = (
        LogLine(
            act=act,
            deed=Deed(deed),
            at=at,
            by=by,
            files=files,
            words=words,
            undone=act in undone,
        )
        for act, deed, at, by, files, words in rows
    )
    return tuple(told), total or 0


def undone_acts(connection: Connection) -> frozenset[str]:
    """The acts that were taken back, and were not done again by taking that back."""
    table = DEEDS.c
    chosen = select(table.act, table.undoes, func.min(table.at)).where(table.undoes != "")
    return _undone(connection.execute(chosen.group_by(table.act, table.undoes)))


def _undone(pairs: Iterable[Any]) -> frozenset[str]:
    # The latest act stands; what it takes back does not, and takes nothing back either.
    undone: set[str] = set()
    for act, undoes, _ in sorted(pairs, key=lambda pair: (pair[2], pair[0]), reverse=True):
        if act not in undone:
            undone.add(undoes)
    return frozenset(undone)


def deeds_of(connection: Connection, act: str) -> tuple[tuple[Deed, str], ...]:
    """What an act did to which files."""
    chosen = select(DEEDS.c.deed, _F.path).join(FILES).where(DEEDS.c.act == act)
    return tuple((Deed(deed), path) for deed, path in connection.execute(chosen.order_by(_F.path)))


def known_files(connection: Connection) -> dict[str, str]:
    """Every file that the tables know, with the mark of its record."""
    return {row[0]: row[1] for row in connection.execute(select(_F.path, _F.mark))}


def same_content(connection: Connection, digest: str) -> tuple[tuple[str, str], ...]:
    """Where the same bytes lie already, and what they were called when they came."""
    chosen = select(_F.path, _F.called).where(_F.digest == digest, _F.recycled.is_(False))
    return tuple((path, called) for path, called in connection.execute(chosen))


def waiting(connection: Connection, *, again: bool = False) -> dict[str, frozenset[str]]:
    """The files that wait for a verdict, or ``again`` all of them, by their delivery."""
    chosen = select(_F.delivery, _F.path).where(_F.recycled.is_(False))
    if not again:
        chosen = chosen.where(_F.judged == "")
    found: dict[str, set[str]] = {}
    for delivery, path in connection.execute(chosen.order_by(_F.at, _F.path)):
        found.setdefault(delivery, set()).add(path)
    return {delivery: frozenset(paths) for delivery, paths in found.items()}
