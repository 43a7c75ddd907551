"""Where the stages after the ranking lie in the year, and which results stand by now."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageKind, StageTask
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.stages.issuing import task_file
from builder.pipeline.year.folder import Room, Year

PAPERS = "公示"
# Beside the folders of the year: nothing in it is ever changed.
ARCHIVES = "存档"
# Of which folders one is frozen.
FROZEN = (Room.REVIEWS, Room.CONSENSUS, Room.RESULTS)
# As many records as one year has.
_RECORDS = 3


def forms_folder(year: Year, kind: StageKind) -> Path:
    """Where the forms of a stage lie, those that came back too."""
    return year.place(Room.RESULTS) / kind.label


def held_folder(year: Year, kind: StageKind) -> Path:
    """Where that lies to which a stage came."""
    return year.place(Room.RESULTS) / f"{kind.label}结果"


def papers_folder(year: Year) -> Path:
    """Where the papers at the end lie."""
    return year.place(Room.RESULTS) / PAPERS


def archives(year: Year) -> tuple[Path, ...]:
    """What was frozen so far, the latest first."""
    return tuple(sorted((year.root / ARCHIVES).glob("*.zip"), reverse=True))


def source_of(year: Year, kind: StageKind) -> Path:
    """The results that a stage goes on from: those of the defence where it was held."""
    first = year.place(Room.RESULTS)
    if kind is StageKind.DEFENCE or held_record(year, StageKind.DEFENCE) is None:
        return first
    return held_folder(year, StageKind.DEFENCE)


def latest_results(year: Year) -> Path:
    """The results of the last stage that was held."""
    for kind in (StageKind.VOTE, StageKind.DEFENCE):
        if held_record(year, kind) is not None:
            return held_folder(year, kind)
    return year.place(Room.RESULTS)


def ranked(year: Year) -> PanelRecord | Finding:
    """The record of the ranking."""
    return record_in(year.place(Room.RESULTS))


def record_in(folder: Path) -> PanelRecord | Finding:
    """The record in a folder of results, read again only when it was changed."""
    path = folder / RECORD_FILE
    return _record(path, _mark(path))


def held_record(year: Year, kind: StageKind) -> PanelRecord | None:
    """What a stage came to; ``None`` before, and once the ranking it went on from was redone."""
    record = record_in(held_folder(year, kind))
    if isinstance(record, Finding):
        return None
    stage = record.defence if kind is StageKind.DEFENCE else record.vote
    if stage is None or stage.held.task.record != digest_in(source_of(year, kind)):
        return None
    return record


def issued_task(year: Year, kind: StageKind) -> StageTask | None:
    """What was issued of a stage from the results as they are now."""
    task = any_task(year, kind)
    return task if task is not None and task.record == digest_in(source_of(year, kind)) else None


def any_task(year: Year, kind: StageKind) -> StageTask | None:
    """What was issued of a stage last, of whatever results."""
    task = read_record(forms_folder(year, kind) / task_file(kind), StageTask, "QA939")
    return None if isinstance(task, Finding) else task


def digest_in(folder: Path) -> str:
    """The digest of the record in a folder of results, empty where there is none."""
    path = folder / RECORD_FILE
    return _digest(path, _mark(path))


def below(folder: Path) -> Iterator[Path]:
    """The workbooks and documents in a folder, not in those below."""
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix in (".xlsx", ".docx") and not path.name.startswith((".", "~")):
            yield path


def _mark(path: Path) -> tuple[int, int]:
    try:
        there = path.stat()
    except OSError:
        return 0, 0
    return there.st_mtime_ns, there.st_size


@lru_cache(maxsize=_RECORDS)
def _record(path: Path, _mark: tuple[int, int]) -> PanelRecord | Finding:
    return read_record(path, PanelRecord, "QA957")


@lru_cache(maxsize=_RECORDS)
def _digest(path: Path, _mark: tuple[int, int]) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
