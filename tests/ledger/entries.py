"""Entries as a year's folder tells them to its ledger, without a folder."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.ledger.ledger import Ledger
from builder.ledger.rows import Deed, Done, Entry, Letter, Part
from builder.model.verdict import Score, ScorePart, Verdict
from builder.verify.judged import status_of


@contextmanager
def opened(folder: Path) -> Iterator[Ledger]:
    """A ledger of its own."""
    ledger = Ledger.at(folder / "台账.db")
    try:
        yield ledger
    finally:
        ledger.close()


def put(ledger: Ledger, entries: Iterable[Entry]) -> None:
    """Have the ledger know what these entries say."""
    with ledger.alone() as held:
        held.put(entries)


def found(code: str, cell: str = "") -> Finding:
    """A finding at a cell."""
    place = Place(path="", sheet="自评打分" if cell else "", cell=cell)
    return Finding.at(code, place, applicant="", label="", points="", wanted="")


def verdict(
    path: str, applicant: str, *codes: str, points: int | None = 800, scheme: str = "奖"
) -> Verdict:
    """What is said of a file of an applicant in which these codes were found."""
    findings = tuple(found(code) for code in codes)
    parts = (ScorePart(label="1 领导", points=Decimal(150), score=Decimal(points or 0) / 8),)
    score = Score(total=Decimal(points or 0), maximum=Decimal(1000), by_indicator={}, parts=parts)
    return Verdict(
        path=path,
        status=status_of(findings),
        scheme=scheme,
        award="某区质量奖",
        applicant=applicant,
        score=None if points is None else score,
        findings=findings,
        report=path.endswith(".docx"),
    )


def entry(
    path: str,
    *judged: Verdict,
    left_out: Sequence[Finding] = (),
    at: str = "2026-11-01T09:00:00.000+08:00",
    done: Sequence[Done] = (),
    letters: Sequence[Letter] = (),
    remark: str = "",
) -> Entry:
    """A received file at ``path`` in its delivery, with the verdicts on what it holds."""
    parts = (
        *(Part(path=one.path, owner=one.applicant, verdict=one) for one in judged),
        *(Part(path=one.place.path, left_out=one) for one in left_out),
    )
    act = f"收 {path.split('/')[1]}"
    return Entry(
        path=path,
        called=path.rpartition("/")[2],
        digest=f"{abs(hash(path)):064x}",
        size=1,
        delivery=path.split("/")[1],
        at=at,
        by="张三",
        mark="1",
        judged="核 1" if parts else "",
        remark=remark,
        done=(Done(act=act, deed=Deed.RECEIVED, at=at, by="张三"), *done),
        letters=tuple(letters),
        parts=parts or (Part(path=path),),
    )


def of(applicant: str, delivery: str, *codes: str, points: int | None = 800) -> Entry:
    """The workbook of an applicant in a delivery."""
    path = f"收件/{delivery}/{applicant}-自评打分表.xlsx"
    at = f"2026-11-{int(delivery):02}T09:00:00.000+08:00"
    return entry(path, verdict(path, applicant, *codes, points=points), at=at)
