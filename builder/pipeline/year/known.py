"""The whole verdict on a submission, from its record, with the file as it is to be read."""

from collections.abc import Iterable
from dataclasses import replace

from builder.findings.finding import Finding
from builder.ledger.changes import Changes, changes
from builder.ledger.rows import Part, Submission
from builder.model.verdict import Status, Verdict
from builder.pipeline.intake import take_in
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.record import entry_of, read
from builder.verify.judged import status_of


def verdict_of(year: Year, path: str) -> Verdict | None:
    """The verdict on the submission at a path with what shows beside others; ``None`` without."""
    part = _part(year, path)
    verdict = None if part is None else part.verdict
    if verdict is None:
        return None
    more = year.ledger.beside(path)
    if more is None:
        return verdict
    if more.instead:
        return replace(verdict, findings=more.findings, status=more.status)
    findings = (*verdict.findings, *more.findings)
    status = verdict.status if verdict.status is Status.UNREADABLE else status_of(findings)
    return replace(verdict, findings=findings, status=status)


def left_out_of(year: Year, path: str) -> Finding | None:
    """Why the file at a path was left out; ``None`` where it was not."""
    part = _part(year, path)
    return None if part is None else part.left_out


def verified_of(year: Year, submissions: Iterable[Submission]) -> tuple[Verified, ...]:
    """The verdicts on submissions with the files they are on, in their order."""
    found: dict[str, dict[str, ReturnedFile]] = {}
    verified: list[Verified] = []
    for one in submissions:
        verdict = verdict_of(year, one.path)
        if verdict is not None:
            if one.delivery not in found:
                found[one.delivery] = _returned(year, one.delivery)
            verified.append(Verified(file=found[one.delivery].get(one.path), verdict=verdict))
    return tuple(verified)


def changes_of(year: Year, path: str) -> Changes | None:
    """What changed since the applicant's submission before of that kind; ``None`` without one.

    What only shows beside other files changes with these, and is not compared.
    """
    own, after = year.ledger.submission(path), _part(year, path)
    if own is None or after is None or after.verdict is None or not own.applicant_key:
        return None
    before = [
        one
        for one in year.ledger.history(own.applicant_key)
        if one.material == own.material
        and one.number < own.number
        and own.scheme in ("", one.scheme)
    ]
    former = _part(year, before[-1].path) if before else None
    if former is None or former.verdict is None:
        return None
    return changes(former.verdict, after.verdict)


def _part(year: Year, path: str) -> Part | None:
    own = year.ledger.submission(path)
    if own is None:
        return None
    events, _ = read(year.path(own.file))
    whole = entry_of(own.file, own.delivery, events, "", recycled=own.recycled)
    return next((part for part in whole.parts if part.path == path), None)


def _returned(year: Year, delivery: str) -> dict[str, ReturnedFile]:
    """The files of a delivery as they are read, by their paths in the year."""
    taken = take_in((year.place(Room.RECEIVED) / delivery,))
    return {year.key(file.name): file for file in taken.files if isinstance(file, ReturnedFile)}
