"""The evidence table held against the files that were handed in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from builder.findings.finding import Finding, Place
from builder.model.compared_text import folded
from builder.model.evidence_files import Evidence, EvidenceFile, EvidenceFiles
from builder.model.verdict import ProofState
from builder.plan.evaluation import Evaluation
from builder.plan.status import EVIDENCE_VALID
from builder.plan.workbook import EvidenceRowPlan, WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.evidence_names import Found, OwnFile, Shelf, company_files
from builder.verify.structure import place_of, shown

# How many names one sentence quotes.
_QUOTED = 3


@dataclass(frozen=True, kw_only=True)
class FileCheck:
    """What the files say: the findings, and how far each indicator with points is proved."""

    findings: tuple[Finding, ...]
    states: dict[str, ProofState]


@dataclass(kw_only=True)
class _Search:
    """What is known while the rows are gone through; ``seen`` are the rows with a file."""

    plan: WorkbookPlan
    alignment: Alignment
    evaluation: Evaluation
    path: str
    handed_in: EvidenceFiles
    shelf: Shelf
    seen: set[str] = field(default_factory=set)
    used: dict[EvidenceFile, EvidenceRowPlan] = field(default_factory=dict)


def check_evidence_files(
    plan: WorkbookPlan,
    alignment: Alignment,
    evaluation: Evaluation,
    evidence: Evidence,
    organisation: str,
    path: str,
) -> FileCheck:
    """Every valid row of evidence held against the files of the company.

    A company without files of its own is told once, not row by row.
    """
    listed = [row for row in plan.evidence if evaluation.value(row.status) == EVIDENCE_VALID]
    names = (organisation, PurePath(path).stem)
    own = company_files(evidence.handed_in.files, names, alone=evidence.alone)
    search = _Search(
        plan=plan,
        alignment=alignment,
        evaluation=evaluation,
        path=path,
        handed_in=evidence.handed_in,
        shelf=Shelf(own or ()),
    )
    if own is None:
        nothing = Finding(code="QA717", place=Place(path=path), expected=organisation)
        found = (nothing,) if listed else ()
        return FileCheck(findings=found, states=_states(search, listed))
    findings = (
        *(finding for row in listed for finding in _row(search, row)),
        *_same_contents(search),
        *_unlisted(search, own),
    )
    return FileCheck(findings=findings, states=_states(search, listed))


def _row(search: _Search, row: EvidenceRowPlan) -> Iterator[Finding]:
    typed = search.evaluation.value(row.file)
    words = "" if typed is None else shown(typed)
    if not words.strip():
        # A piece may be entered by its full name alone.
        words = shown(search.evaluation.value(row.name))
        found = [one for one in search.shelf.find(words) if one.files]
        if not found:
            yield _finding(search, row, "QA712", actual="")
    else:
        found = list(search.shelf.find(words))
    missing = [one for one in found if not one.files]
    if missing:
        names = "、".join(one.name for one in missing)
        yield _finding(search, row, "QA711", actual=names, hint=missing[0].hint)
    for one in found:
        yield from _file(search, row, one)


def _file(search: _Search, row: EvidenceRowPlan, found: Found) -> Iterator[Finding]:
    if not found.files:
        return
    if len(found.files) > 1 and not _are_one(search, found.files):
        names = "、".join(own.path for own in found.files[:_QUOTED])
        yield _finding(search, row, "QA715", actual=found.name, expected=names)
    for own in found.files:
        search.used.setdefault(own.file, row)
    first = found.files[0]
    if first.file.size:
        search.seen.add(row.number)
    else:
        yield _finding(search, row, "QA714", actual=first.path)


def _are_one(search: _Search, files: tuple[OwnFile, ...]) -> bool:
    """Whether files that fit one name are copies of each other."""
    return len({search.handed_in.digest(own.file) for own in files}) == 1


def _same_contents(search: _Search) -> Iterator[Finding]:
    """Files of the same content entered by different names; only of one size they can be."""
    by_size: dict[int, list[EvidenceFile]] = {}
    for file in filter(lambda one: one.size, search.used):
        by_size.setdefault(file.size, []).append(file)
    for files in by_size.values():
        if len(files) < 2:
            continue
        first: dict[str, EvidenceFile] = {}
        for file in files:
            digest = search.handed_in.digest(file)
            if digest is None:
                yield _finding(search, search.used[file], "QA718", actual=file.name)
                continue
            known = first.setdefault(digest, file)
            row, other = search.used[file], search.used[known]
            if row.number != other.number:
                yield _finding(
                    search, row, "QA713", actual=file.name, expected=f"{other.number}“{known.name}”"
                )


def _unlisted(search: _Search, own: tuple[OwnFile, ...]) -> Iterator[Finding]:
    """One hint for all files that no row names; the returned workbook itself needs none."""
    itself = folded(PurePath(search.path).name)
    left = [one for one in own if one.file not in search.used and folded(one.name) != itself]
    if left:
        yield Finding(
            code="QA716",
            place=Place(path=search.path),
            expected="、".join(one.path for one in left[:_QUOTED]),
            actual=str(len(left)),
        )


def _states(search: _Search, listed: list[EvidenceRowPlan]) -> dict[str, ProofState]:
    """How far each indicator that is given points is proved."""
    evaluation = search.evaluation
    labels: dict[str, ProofState] = {}
    for row in listed:
        state = ProofState.FOUND if row.number in search.seen else ProofState.LISTED
        for cell in row.indicators:
            label = str(evaluation.value(cell)).casefold()
            if labels.get(label) is not ProofState.FOUND:
                labels[label] = state
    return {
        leaf.code: labels.get(leaf.label.casefold(), ProofState.MISSING)
        for leaf in search.plan.leaves
        if evaluation.points(leaf.counted) > 0
    }


def _finding(
    search: _Search,
    row: EvidenceRowPlan,
    code: str,
    *,
    actual: str,
    expected: str = "",
    hint: str = "",
) -> Finding:
    return Finding(
        code=code,
        place=place_of(search.alignment, row.file, search.path),
        expected=expected,
        actual=actual,
        details={
            "number": row.number,
            "name": shown(search.evaluation.value(row.name)),
            "hint": hint,
        },
    )
