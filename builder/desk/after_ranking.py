"""Where the stages after the ranking lie in the year, and which results stand by now."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageKind, StageTask
from builder.pipeline.files import file_digest, file_mark
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


@frozen
class AfterRanking:
    """The results of a year and the stages after them, read with the office's phrase if any."""

    year: Year
    phrase: str = ""

    def forms_folder(self, kind: StageKind) -> Path:
        """Where the forms of a stage lie, those that came back too."""
        return self.year.place(Room.RESULTS) / kind.label

    def held_folder(self, kind: StageKind) -> Path:
        """Where that lies to which a stage came."""
        return self.year.place(Room.RESULTS) / f"{kind.label}结果"

    @property
    def papers_folder(self) -> Path:
        """Where the papers at the end lie."""
        return self.year.place(Room.RESULTS) / PAPERS

    @property
    def archives(self) -> tuple[Path, ...]:
        """What was frozen so far, the latest first."""
        return tuple(sorted((self.year.root / ARCHIVES).glob("*.zip"), reverse=True))

    def source_of(self, kind: StageKind) -> Path:
        """The results that a stage goes on from: those of the defence where it was held."""
        if kind is StageKind.DEFENCE or self.held_record(StageKind.DEFENCE) is None:
            return self.year.place(Room.RESULTS)
        return self.held_folder(StageKind.DEFENCE)

    @property
    def latest_results(self) -> Path:
        """The results of the last stage that was held."""
        for kind in (StageKind.VOTE, StageKind.DEFENCE):
            if self.held_record(kind) is not None:
                return self.held_folder(kind)
        return self.year.place(Room.RESULTS)

    @property
    def ranked(self) -> PanelRecord | Finding:
        """The record of the ranking."""
        return self.record_in(self.year.place(Room.RESULTS))

    @property
    def unread(self) -> tuple[Finding, ...]:
        """Why the ranking, which there is, cannot be read."""
        record, there = self.ranked, self.year.place(Room.RESULTS) / RECORD_FILE
        return (record,) if isinstance(record, Finding) and there.is_file() else ()

    def record_in(self, folder: Path) -> PanelRecord | Finding:
        """The record in a folder of results, read again only when it was changed."""
        path = folder / RECORD_FILE
        return _record(path, file_mark(path), self.phrase)

    def held_record(self, kind: StageKind) -> PanelRecord | None:
        """What a stage came to; ``None`` before, and once its ranking was redone."""
        record = self.record_in(self.held_folder(kind))
        if isinstance(record, Finding):
            return None
        stage = record.defence if kind is StageKind.DEFENCE else record.vote
        if stage is None or stage.held.task.record != digest_in(self.source_of(kind)):
            return None
        return record

    def issued_task(self, kind: StageKind) -> StageTask | None:
        """What was issued of a stage from the results as they are now."""
        task = self.any_task(kind)
        return task if task is not None and task.record == digest_in(self.source_of(kind)) else None

    def any_task(self, kind: StageKind) -> StageTask | None:
        """What was issued of a stage last, of whatever results."""
        path = self.forms_folder(kind) / task_file(kind)
        task = read_record(path, StageTask, "QA939", self.phrase)
        return None if isinstance(task, Finding) else task


def digest_in(folder: Path) -> str:
    """The digest of the record in a folder of results, empty where there is none."""
    path = folder / RECORD_FILE
    return _digest(path, file_mark(path))


def below(folder: Path) -> Iterator[Path]:
    """The workbooks and documents in a folder, not in those below."""
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix in (".xlsx", ".docx") and not path.name.startswith((".", "~")):
            yield path


@lru_cache(maxsize=_RECORDS)
def _record(path: Path, _mark: tuple[int, int], phrase: str) -> PanelRecord | Finding:
    return read_record(path, PanelRecord, "QA957", phrase)


@lru_cache(maxsize=_RECORDS)
def _digest(path: Path, _mark: tuple[int, int]) -> str:
    return file_digest(path)
