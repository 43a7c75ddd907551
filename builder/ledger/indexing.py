"""What a received file's record says, put into the tables; nothing here is the only copy."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.formula.render import plain_number
from builder.ledger.rows import Entry, Part, Parts, State
from builder.ledger.tables import APPLICANTS, DEEDS, FILES, FINDINGS, LETTERS, SUBMISSIONS
from builder.model.compared_text import reduced
from builder.model.material import Material, is_called_so, material_of
from builder.model.verdict import Status, Verdict
from builder.show.plain import record_of
from builder.verify.unfilled import BLANK_REPORT, BLANK_WORKBOOK

_BLANK = (BLANK_WORKBOOK, BLANK_REPORT)
# What is known of a file without a verdict.
_NOTHING = Verdict(path="", status=Status.CLEAN)
# Formats in which a material may have been saved that nobody can open.
_OTHER_FORMATS = ("QA261", "QA262", "QA263")


def applicant_key(name: str) -> str:
    """What an applicant is known by, however its name is spaced and written."""
    return reduced(name).casefold()


def put(connection: Connection, entry: Entry) -> bool:
    """Have the tables say of a file what its entry says, and nothing else; whether they did not.

    Where the verdicts are those that are there, how they stand to others stays known.
    """
    values = _file_values(entry)
    known = connection.execute(select(FILES).where(FILES.c.path == entry.path)).first()
    same = known is not None and (known.judged, known.digest) == (entry.judged, entry.digest)
    if known is not None and same:
        file = int(known.id)
        connection.execute(update(FILES).where(FILES.c.id == file).values(values))
        for table in (DEEDS, LETTERS):
            connection.execute(delete(table).where(table.c.file_id == file))
    else:
        drop(connection, entry.path)
        file = _inserted(connection, FILES, values)
        for part in entry.parts:
            _put_part(connection, file, part)
    _put_deeds(connection, file, entry)
    return not same


def _put_deeds(connection: Connection, file: int, entry: Entry) -> None:
    _insert_all(
        connection,
        DEEDS,
        [
            {
                "file_id": file,
                "act": one.act,
                "deed": one.deed.value,
                "at": one.at,
                "by": _storable(one.by),
                "words": _storable(one.words),
                "undoes": one.undoes,
            }
            for one in entry.done
        ],
    )
    _insert_all(
        connection,
        LETTERS,
        [
            {
                "file_id": file,
                "act": one.act,
                "at": one.at,
                "by": _storable(one.by),
                "path": _storable(one.path),
                "deadline": one.deadline,
            }
            for one in entry.letters
        ],
    )


def drop(connection: Connection, path: str) -> None:
    """Have the tables know nothing of a file any more."""
    connection.execute(delete(FILES).where(FILES.c.path == path))


def name_owners(connection: Connection, owners: Iterable[tuple[str, str]]) -> None:
    """Say whose each part is, by its path."""
    for path, owner in owners:
        connection.execute(
            update(SUBMISSIONS)
            .where(SUBMISSIONS.c.path == path)
            .values(applicant_id=_applicant(connection, owner))
        )


def _file_values(entry: Entry) -> dict[str, Any]:
    return {
        "path": entry.path,
        "called": _storable(entry.called),
        "digest": entry.digest,
        "size": entry.size,
        "delivery": entry.delivery,
        "at": entry.at,
        "by": _storable(entry.by),
        "mark": entry.mark,
        "judged": entry.judged,
        "recycled": entry.recycled,
        "remark": _storable(entry.remark),
        "deadline": entry.deadline,
        "letters": len({one.act for one in entry.letters}),
    }


def _put_part(connection: Connection, file: int, part: Part) -> None:
    verdict, left_out = part.verdict, part.left_out
    findings = () if verdict is None else verdict.findings
    findings = (*findings, *(() if left_out is None else (left_out,)))
    values = {
        "file_id": file,
        "path": _storable(part.path),
        "applicant_id": _applicant(connection, part.owner),
        **_state_values(part),
        **_verdict_values(verdict),
        **severities(findings),
        "beside": _storable(part.beside),
    }
    submission = _inserted(connection, SUBMISSIONS, values)
    put_findings(connection, submission, findings, alike=False)


def put_findings(
    connection: Connection, submission: int, findings: Iterable[Finding], *, alike: bool
) -> None:
    """Put what was found in a submission by code and place."""
    _insert_all(
        connection,
        FINDINGS,
        [
            {
                "submission_id": submission,
                "code": one.code,
                "severity": one.rule.severity.value,
                "sheet": _storable(one.place.sheet),
                "cell": _storable(one.place.cell),
                "indicator": _storable(one.place.indicator),
                "bookmark": _storable(one.place.bookmark),
                "alike": alike,
            }
            for one in findings
        ],
    )


def severities(findings: Sequence[Finding]) -> dict[str, int]:
    """How many errors, warnings and hints there are."""
    weights = [one.rule.severity for one in findings]
    return {
        "errors": weights.count(Severity.ERROR),
        "warnings": weights.count(Severity.WARNING),
        "hints": weights.count(Severity.HINT),
    }


def _state_values(part: Part) -> dict[str, Any]:
    if part.verdict is not None:
        state = State(part.verdict.status.value)
    else:
        state = State.PENDING if part.left_out is None else State.LEFT_OUT
    return {
        "own_state": state.value,
        "state": state.value,
        "more": "",
        "material": _material(part),
        "number": 0,
        "current": True,
    }


def _material(part: Part) -> str:
    """Which material a part is, empty for what is none."""
    if part.verdict is not None:
        report = part.verdict.report
        known = Material.REPORT if report else Material.WORKBOOK
        return (known if part.verdict.scheme else material_of(part.path)).value
    left = part.left_out
    if left is not None and left.code not in _OTHER_FORMATS and not is_called_so(part.path):
        return ""
    return material_of(part.path).value


def _verdict_values(verdict: Verdict | None) -> dict[str, Any]:
    said = verdict or _NOTHING
    score = said.score
    return {
        "named": _storable(said.applicant),
        "award": _storable(said.award),
        "scheme": _storable(said.scheme),
        "kit": _storable(said.kit),
        "report": said.report,
        "score": None if score is None else plain_number(score.total),
        "maximum": None if score is None else plain_number(score.maximum),
        "sorted_score": None if score is None else float(score.total),
        "parts": "" if score is None else json.dumps(record_of(Parts(parts=score.parts))),
        "credit_code": _storable(said.credit_code),
        "contents": _storable(said.contents),
        "blank": next((one.code for one in said.findings if one.code in _BLANK), ""),
    }


def _applicant(connection: Connection, name: str) -> int | None:
    """The applicant of that name, made known now if need be; ``None`` where nobody knows whose."""
    key = _storable(applicant_key(name))
    if not key:
        return None
    found = connection.scalar(select(APPLICANTS.c.id).where(APPLICANTS.c.key == key))
    if found is None:
        return _inserted(connection, APPLICANTS, {"key": key, "name": _storable(name)})
    return int(found)


def _inserted(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    if key is None:
        raise TypeError(table.name)
    return int(key[0])


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _storable(text: str) -> str:
    """A text as every database takes it; a name need be neither text nor free of zeros."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "")
