"""The evidence table held against the files that were handed in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import PurePath

from builder.findings.finding import Finding, Place
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.model.compared_text import folded
from builder.model.evidence_files import EvidenceFile
from builder.verify.evidence_match import Matched, MatchedRow
from builder.verify.evidence_names import Found, OwnFile, letters
from builder.verify.held import Held, applicant_of, written_evidence

# How many names one sentence quotes.
_QUOTED = 3
# What an applicant hands in beside evidence: the materials, their signed pages.
_MATERIAL = re.compile("申报材料|申报书|申报表|自评报告|自评.{0,2}[打评]分表|承诺书|签字|签章|盖章")
# From this likeness on a name is near, and so much nearer than the next it is clearly meant.
_NEAR, _APART, _LONGEST, _SHORT = 0.75, 0.1, 60, 3


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
    if not used and len(matched.rows) > 1 and not _unregistered(held, matched):
        yield _finding(held, matched.rows[0].row, "QA720", actual=str(len(matched.rows)))
        return
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
        hint = _meant(missing[0].name, _unregistered(held, matched))
        yield _finding(held, one.row, "QA711", actual=names, hint=hint)
    for found in one.found:
        yield from _file(held, matched, one.row, found)


def _unregistered(held: Held[KitPlan], matched: Matched) -> tuple[str, ...]:
    """The names of the applicant's files that belong to no row: one of them may be meant."""
    own, used = matched.own or (), matched.used
    typed = {folded(held.said(row.file)) for row in written_evidence(held)}
    return tuple(one.name for one in _left(held, own, used) if folded(one.name) not in typed)


def _left(
    held: Held[KitPlan], own: tuple[OwnFile, ...], used: Mapping[EvidenceFile, EvidenceRowPlan]
) -> list[OwnFile]:
    """The applicant's files that no row names and that are neither a material nor opened."""
    itself = folded(PurePath(held.path).name)
    entered = tuple(_inside(one) for one in own if one.file in used and _inside(one))

    def is_opened(one: OwnFile) -> bool:
        inside = _inside(one)
        return bool(inside) and any(each.path.startswith(inside) for each in own)

    return [
        one
        for one in own
        if one.file not in used
        and folded(one.name) != itself
        and not _MATERIAL.search(one.name)
        and not is_opened(one)
        and not one.path.startswith(entered)
    ]


def _inside(archive: OwnFile) -> str:
    """The folder as which what lies in an archive is listed; empty for any other file."""
    stem, dot, ending = archive.path.rpartition(".")
    return f"{stem}/" if dot and ending.casefold() == "zip" else ""


def _meant(name: str, known: Iterable[str]) -> str:
    """The one file that is clearly meant as a short question; nothing where two are about as near.

    A wrong guess would send somebody astray.
    """
    near = sorted(((_nearness(name, one), one) for one in set(known)), reverse=True)
    if not near or near[0][0] < _NEAR or (len(near) > 1 and near[0][0] - near[1][0] < _APART):
        return ""
    return f"是不是“{near[0][1]}”？"


def _nearness(one: str, other: str) -> float:
    """How near two names are from 0 to 1; one that holds all of the other in order is near."""
    typed, known = letters(PurePath(one).stem)[:_LONGEST], letters(PurePath(other).stem)[:_LONGEST]
    matcher = SequenceMatcher(None, typed, known, autojunk=False)
    shorter = min(len(typed), len(known))
    same = sum(block.size for block in matcher.get_matching_blocks())
    return _NEAR if shorter > _SHORT and same == shorter else matcher.ratio()


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
    """One hint for all files that no row names; the materials themselves need none."""
    left = _left(held, own, used)
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
