"""One company: its scores, what is found and how it is repaired, its files and their history."""

from decimal import Decimal

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.pages.award import alone
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import framed, refused
from builder.desk.told import Shown, shown
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.changes import Changes
from builder.ledger.rows import Submission
from builder.model.verdict import ScorePart, Verdict
from builder.pipeline.year.acts import remark, set_deadline
from builder.pipeline.year.folder import Year
from builder.pipeline.year.known import changes_of, left_out_of, verdict_of
from builder.show.page import verdicts_page
from builder.show.verdicts import conclusion_line, evidence_line

_MOST_LETTERS = 500


@frozen
class Bar:
    """A bar of the chart: whose it is, its points of how many, and how long it is in a hundred."""

    label: str
    score: Decimal
    points: Decimal
    share: int


@frozen
class File:
    """A current file with everything that is said of it."""

    row: Submission
    verdict: Verdict | None
    bars: tuple[Bar, ...]
    findings: tuple[Shown, ...]
    evidence: str
    conclusion: str
    changes: Changes | None


def company(asked: Asked) -> Response:
    """All of one applicant."""
    year, key = asked.desk.year, asked.query.get("key", "")
    found = year.ledger.applicant(key)
    if found is None:
        return to("/intake")
    history = year.ledger.history(key)
    sent, _ = year.ledger.letters(key)
    return framed(
        asked,
        "company.html",
        applicant=found,
        files=[_file(year, one) for one in history if one.current],
        history=history,
        letters=sent,
    )


def submission(asked: Asked) -> Response:
    """One file that is nobody's yet, or an earlier one."""
    year, path = asked.desk.year, asked.query.get("path", "")
    row = year.ledger.submission(path)
    if row is None:
        return to("/intake")
    return framed(asked, "submission.html", file=_file(year, row))


def results_page(asked: Asked) -> Response:
    """The results page of the command line for the current files of an applicant."""
    year, key = asked.desk.year, asked.query.get("key", "")
    known = (verdict_of(year, one.path) for one in year.ledger.history(key) if one.current)
    text = verdicts_page([one for one in known if one is not None])
    return alone(text.encode("utf-8", "xmlcharrefreplace"))


def say(asked: Asked) -> Response:
    """Write a remark on a file."""
    done = remark(asked.desk.year, asked.said("file"), asked.said("words"), asked.who)
    return _done(asked, done.findings)


def until(asked: Asked) -> Response:
    """Set the day until which files are to be handed in again."""
    files = asked.all_said("file")
    done = set_deadline(asked.desk.year, files, asked.said("deadline"), asked.who)
    return _done(asked, done.findings)


def fetch(asked: Asked) -> Response:
    """A file that came or was written, which the ledger knows."""
    year, path, key = asked.desk.year, asked.query.get("path", ""), asked.query.get("key", "")
    row = year.ledger.submission(path)
    letters = {one.path for one in year.ledger.letters(key, limit=_MOST_LETTERS)[0]} if key else ()
    known = row.file if row is not None else path if path in letters else ""
    if not known or not year.path(known).is_file():
        return to(asked.back)
    return download(year.path(known))


def _file(year: Year, row: Submission) -> File:
    verdict = verdict_of(year, row.path)
    score = None if verdict is None else verdict.score
    return File(
        row=row,
        verdict=verdict,
        bars=() if score is None else tuple(map(_bar, score.parts)),
        findings=tuple(map(_found, _findings(year, row, verdict))),
        evidence=evidence_line(verdict) if verdict is not None and verdict.evidence else "",
        conclusion=conclusion_line(verdict.conclusion)
        if verdict is not None and verdict.conclusion is not None
        else "",
        changes=changes_of(year, row.path),
    )


def _findings(year: Year, row: Submission, verdict: Verdict | None) -> tuple[Finding, ...]:
    if verdict is not None:
        return verdict.findings
    left_out = left_out_of(year, row.path)
    return () if left_out is None else (left_out,)


def _bar(part: ScorePart) -> Bar:
    share = int(part.score * 100 / part.points) if part.points else 0
    within = max(0, min(share, 100))
    return Bar(label=part.label, score=part.score, points=part.points, share=within)


def _found(finding: Finding) -> Shown:
    """A finding with its place within the file, whose name stands above it."""
    return {**shown(finding), "place": finding.place.within()}


def _done(asked: Asked, findings: tuple[Finding, ...]) -> Response:
    return refused(asked, findings) if findings else to(asked.back)
