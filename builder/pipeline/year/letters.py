"""Letters and marked files for applicants, and the records that say what was made for whom."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.kit.planning import NO_OFFICE
from builder.ledger.rows import Deed, State, Submission
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.marking import is_to_be_marked, write_annotated
from builder.pipeline.returning import NOTICE, write_notices
from builder.pipeline.run import Verified
from builder.pipeline.templates import Templates
from builder.pipeline.units import Unit
from builder.pipeline.year.basis import basis_of
from builder.pipeline.year.folder import Room, Year, new_act, new_folder, now
from builder.pipeline.year.known import left_out_of, verified_of
from builder.pipeline.year.record import Event, add
from builder.pipeline.year.telling import tell
from builder.verify.judged import unreadable

_Made = TypeVar("_Made")


@frozen
class Letters:
    """What was written, and by which act it can be withdrawn; nothing was where that is empty."""

    act: str
    paths: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen
class _Addressed:
    """An applicant's current materials, as the letter tells of them."""

    unit: Unit
    submissions: tuple[Submission, ...]
    verified: tuple[Verified, ...]


def write_letters(
    year: Year,
    applicant_keys: Iterable[str],
    by: str,
    templates: Templates,
    *,
    deadline: str = "",
    log: Path | None = None,
) -> Letters:
    """A letter and the marked files for each of the applicants whose files are not in order.

    They lie in a new folder of 通知书; the record of each file says what was made for it.
    """
    addressed = [one for key in applicant_keys for one in _addressed(year, key)]
    if not addressed:
        return Letters(act="")
    basis, findings = basis_of(year, log)
    folder = year.place(Room.LETTERS) / new_folder(year, Room.LETTERS)
    office = basis.office or NO_OFFICE
    units = [one.unit for one in addressed]
    letters = write_notices(folder, units, office, templates.notice, log)
    owners = {each.path: one.name for one in units for each in one.verdicts}
    verified = [each for one in addressed for each in one.verified]
    marked = write_annotated(folder, verified, log, lambda path: owners.get(path, ""))
    findings = (*findings, *letters.findings, *marked.findings)
    made = _made(addressed, letters.paths, marked.paths)
    act, at = new_act(), now()
    told: list[Path] = []
    for file, path in made:
        event = Event(act=act, deed=Deed.LETTER, at=at, by=by, path=year.key(path), day=deadline)
        try:
            add(year.path(file), event)
            told.append(year.path(file))
        except OSError as error:
            findings += (Finding.at("QA891", file, actual=failure_words(error)),)
    tell(year, dict.fromkeys(told))
    paths = tuple(year.key(path) for path in (*letters.paths, *marked.paths))
    if not paths:
        folder.rmdir()
    return Letters(act=act if paths else "", paths=paths, findings=findings)


def _addressed(year: Year, key: str) -> Iterator[_Addressed]:
    """The applicant, if it has handed in anything that was judged."""
    submissions = tuple(one for one in year.ledger.history(key) if one.current and one.material)
    verified = verified_of(year, submissions)
    verdicts = [one.verdict for one in verified]
    for one in submissions:
        left_out = left_out_of(year, one.path) if one.state is State.LEFT_OUT else None
        if left_out is not None:
            verdicts.append(unreadable(one.path, (left_out,)))
    if verdicts:
        unit = Unit(name=submissions[0].applicant, verdicts=tuple(verdicts))
        yield _Addressed(unit=unit, submissions=submissions, verified=verified)


def _made(
    addressed: Sequence[_Addressed], letters: Sequence[Path], marked: Sequence[Path]
) -> Iterator[tuple[str, Path]]:
    """For which received file what was written."""
    files = {each.path: each.file for one in addressed for each in one.submissions}
    for one, path in _fitting(addressed, letters, _is_letter_of):
        for file in dict.fromkeys(each.file for each in one.submissions):
            yield file, path
    verified = [each for one in addressed for each in one.verified if is_to_be_marked(each)]
    for each, path in _fitting(verified, marked, _is_marked):
        yield files[each.verdict.path], path


def _fitting(
    wanted: Iterable[_Made], paths: Sequence[Path], fits: Callable[[_Made, Path], bool]
) -> Iterator[tuple[_Made, Path]]:
    """Each with what was written for it; they are in one order, and some came to nothing."""
    left = iter(paths)
    path = next(left, None)
    for one in wanted:
        if path is not None and fits(one, path):
            yield one, path
            path = next(left, None)


def _is_letter_of(one: _Addressed, path: Path) -> bool:
    return path.name.startswith(f"{safe_file_name(one.unit.name)}{NOTICE}")


def _is_marked(one: Verified, path: Path) -> bool:
    return Path(one.verdict.path).stem in path.stem
