"""What a page asks of the tables, as data."""

from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select

from builder.ledger.rows import Beside, Order, Page, Parts, State, Submission, Wanted
from builder.ledger.tables import APPLICANTS, FILES, FINDINGS, SUBMISSIONS
from builder.show.plain_record import data_of, parsed

_S, _F, _A = SUBMISSIONS.c, FILES.c, APPLICANTS.c
_JOINED = SUBMISSIONS.join(FILES).outerjoin(APPLICANTS)
_COLUMNS = (
    *(_S.path, _S.state, _S.award, _S.scheme, _S.kit, _S.material, _S.number, _S.current),
    *(_S.score, _S.maximum, _S.parts, _S.errors, _S.warnings, _S.hints),
    *(_F.path.label("file"), _F.called, _F.digest, _F.delivery, _F.at, _F.by, _F.recycled),
    *(_F.remark, _F.deadline, _F.letters),
    *(_A.name.label("applicant"), _A.key.label("applicant_key")),
)
# The worst first: what a person has to do something about.
STATES = (State.UNREADABLE, State.FINDINGS, State.PENDING, State.LEFT_OUT, State.CLEAN)


def state_order(state: ColumnElement[Any]) -> ColumnElement[int]:
    """The place of a state, the worst first."""
    return case({one.value: place for place, one in enumerate(STATES)}, value=state)


def find(connection: Connection, wanted: Wanted) -> Page:
    """The submissions that are asked for, one page of them."""
    asked = _asked(wanted)
    total = connection.scalar(select(func.count()).select_from(_JOINED).where(*asked))
    ordered = _ordered(wanted)
    # What is sorted is narrow: all columns are read of the rows of the page only.
    page = select(_S.id).select_from(_JOINED).where(*asked).order_by(*ordered)
    inside = _S.id.in_(page.offset(wanted.offset).limit(wanted.limit))
    chosen = select(*_COLUMNS).select_from(_JOINED).where(inside).order_by(*ordered)
    return Page(rows=_rows(connection, chosen), total=total or 0)


def history(connection: Connection, applicant_key: str) -> tuple[Submission, ...]:
    """All that an applicant handed in, the oldest first, without what was taken back."""
    chosen = select(*_COLUMNS).select_from(_JOINED)
    chosen = chosen.where(_A.key == applicant_key, _F.recycled.is_(False))
    return _rows(connection, chosen.order_by(_F.at, _S.path))


def submission(connection: Connection, path: str) -> Submission | None:
    """The submission at a path."""
    chosen = select(*_COLUMNS).select_from(_JOINED).where(_S.path == path)
    return next(iter(_rows(connection, chosen)), None)


def beside(connection: Connection, path: str) -> Beside | None:
    """What only shows beside other files, of the submission at a path."""
    more = connection.scalar(select(_S.more).where(_S.path == path))
    return data_of(Beside, parsed(more)) if more else None


def _asked(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [_F.recycled.is_(wanted.recycled)]
    if wanted.current and not wanted.recycled:
        asked.append(_S.current.is_(True))
    if wanted.state is not None:
        asked.append(_S.state == wanted.state.value)
    if wanted.materials:
        asked.append(_S.material != "")
    if wanted.applicant_key:
        asked.append(_A.key == wanted.applicant_key)
    if wanted.delivery:
        asked.append(_F.delivery == wanted.delivery)
    if wanted.award:
        asked.append(_S.award == wanted.award)
    if wanted.code:
        found = select(FINDINGS.c.submission_id).where(FINDINGS.c.code == wanted.code)
        asked.append(_S.id.in_(found))
    asked += [
        or_(*(column.icontains(word, autoescape=True) for column in (_A.name, _F.called, _S.award)))
        for word in wanted.words.split()
    ]
    return asked


def _ordered(wanted: Wanted) -> list[Any]:
    keys: dict[Order, Any] = {
        Order.TIME: _F.at,
        Order.APPLICANT: _A.name,
        Order.SCORE: _S.sorted_score,
        Order.STATE: state_order(_S.state),
    }
    first = keys[wanted.order]
    first = first.desc() if wanted.descending else first.asc()
    # What has no name or no score comes last either way, as no database does by itself.
    return [keys[wanted.order].is_(None), first, _S.path]


def _rows(connection: Connection, chosen: Select[Any]) -> tuple[Submission, ...]:
    return tuple(_submission(dict(row)) for row in connection.execute(chosen).mappings())


def _submission(said: dict[str, Any]) -> Submission:
    parts = said.pop("parts")
    return Submission(
        **{
            **said,
            "state": State(said["state"]),
            "applicant": said["applicant"] or "",
            "applicant_key": said["applicant_key"] or "",
            "score": _number(said["score"]),
            "maximum": _number(said["maximum"]),
            "parts": data_of(Parts, parsed(parts)).parts if parts else (),
        }
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
