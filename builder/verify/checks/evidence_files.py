"""The evidence table held against the files that were handed in."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from builder.findings.finding import Finding, Place
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.model.compared_text import folded
from builder.model.evidence_files import EvidenceFile
from builder.model.nearest import did_you_mean
from builder.verify.evidence_match import Matched, MatchedRow
from builder.verify.evidence_names import Found, OwnFile
from builder.verify.held import Held, applicant_of, written_evidence

# How many names one sentence quotes.
_QUOTED = 3


def check_evidence_files(held: Held[KitPlan]) -> Iterator[Finding]:
    """Every valid row of evidence held against the files of the applicant.

    An applicant without files of its own is told once, not row by row.
    """
    matched = held.matched
    if matched is None:
        return
    if matched.own is None:
        if matched.rows:
            place = Place(path=held.path)
            yield Finding(code="QA717", place=place, expected=applicant_of(held))
        return
    used = matched.used
    for one in matched.rows:
        yield from _row(held, matched, one)
    yield from _same_contents(held, matched, used)
    yield from _unlisted(held, matched.own, used)


def _row(held: Held[KitPlan], matched: Matched, one: MatchedRow) -> Iterator[Finding]:
    if one.by_name and not one.found:
        yield _finding(held, one.row, "QA712")
    missing = [found for found in one.found if not found.files]
    if missing:
        names = "、".join(found.name for found in missing)
        hint = did_you_mean(missing[0].name, _unregistered(held, matched))
        yield _finding(held, one.row, "QA711", actual=names, hint=hint)
    for found in one.found:
        yield from _file(held, matched, one.row, found)


def _unregistered(held: Held[KitPlan], matched: Matched) -> tuple[str, ...]:
    """The names of the applicant's files that belong to no row: one of them may be meant."""
    own, used = matched.own or (), matched.used
    typed = {folded(held.said(row.file)) for row in written_evidence(held)}
    itself = folded(PurePath(held.path).name)
    return tuple(
        one.name
        for one in own
        if one.file not in used and folded(one.name) not in typed and folded(one.name) != itself
    )


def _file(
    held: Held[KitPlan], matched: Matched, row: EvidenceRowPlan, found: Found
) -> Iterator[Finding]:
    if not found.files:
        return
    if len(found.files) > 1 and not _are_one(matched, found.files):
        names = "、".join(own.path for own in found.files[:_QUOTED])
        yield _finding(held, row, "QA715", actual=found.name, expected=names)
    first = found.files[0]
    if not first.file.size:
        yield _finding(held, row, "QA714", actual=first.path)


def _are_one(matched: Matched, files: tuple[OwnFile, ...]) -> bool:
    """Whether files that fit one name are copies of each other."""
    return len({matched.handed_in.digest(own.file) for own in files}) == 1


def _same_contents(
    held: Held[KitPlan], matched: Matched, used: Mapping[EvidenceFile, EvidenceRowPlan]
) -> Iterator[Finding]:
    """Files of the same content entered by different names; only of one size they can be."""
    by_size: dict[int, list[EvidenceFile]] = {}
    for file in filter(lambda one: one.size, used):
        by_size.setdefault(file.size, []).append(file)
    for files in by_size.values():
        if len(files) < 2:
            continue
        first: dict[str, EvidenceFile] = {}
        for file in files:
            digest = matched.handed_in.digest(file)
            if digest is None:
                yield _finding(held, used[file], "QA718", actual=file.name)
                continue
            known = first.setdefault(digest, file)
            row, other = used[file], used[known]
            if row.number != other.number:
                twin = f"{other.number}“{known.name}”"
                yield _finding(held, row, "QA713", actual=file.name, expected=twin)


def _unlisted(
    held: Held[KitPlan], own: tuple[OwnFile, ...], used: Mapping[EvidenceFile, EvidenceRowPlan]
) -> Iterator[Finding]:
    """One hint for all files that no row names; the returned workbook itself needs none."""
    itself = folded(PurePath(held.path).name)
    left = [one for one in own if one.file not in used and folded(one.name) != itself]
    if left:
        yield Finding(
            code="QA716",
            place=Place(path=held.path),
            expected="、".join(one.path for one in left[:_QUOTED]),
            actual=str(len(left)),
        )


def _finding(
    held: Held[KitPlan],
    row: EvidenceRowPlan,
    code: str,
    *,
    actual: str = "",
    expected: str = "",
    hint: str = "",
) -> Finding:
    return held.finding(
        code,
        row.file,
        expected=expected,
        actual=actual,
        number=row.number,
        name=held.shown(row.name),
        hint=hint,
    )
