"""The ledger brought into agreement with the folders, whatever happened since it was closed.

Where a file lies is what counts. A file without a record is given one, a record that was left
behind follows its file, and the ledger is told of every record that it does not know.
"""

import importlib
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from builder.findings.finding import Finding
from builder.ledger.rows import Deed, Entry
from builder.pipeline.left_out import RECEIVED_ENDING, own_name
from builder.pipeline.own_outputs import digest_there
from builder.pipeline.year.durable import TEMPORARY
from builder.pipeline.year.folder import Room, Year, new_act, now
from builder.pipeline.year.record import (
    Event,
    add,
    begin,
    entry_of,
    last,
    mark_of,
    read,
    record_path,
)
from builder.pipeline.year.step import Step, Told, nobody
from builder.pipeline.year.telling import delivery_of, is_recycled

# Nobody writes at one file for longer than that.
_ABANDONED = 3600.0
# So many files are told to the ledger at a time.
_AT_ONCE = 200
# So many files are named, the others counted.
_NAMED = 5


def reconcile(year: Year, told: Told = nobody) -> tuple[Finding, ...]:
    """What had to be put right, and what a person must."""
    work = _Reconciling(year=year, act=new_act())
    files = sorted(work.files())
    known = year.ledger.known_files()
    deliveries: set[str] = set()
    # What is as it was is told by the mark alone, without holding anybody up.
    new = [file for file in files if not work.is_known(file, known.pop(year.key(file), ""))]
    for start in range(0, len(new), _AT_ONCE):
        with year.ledger.alone() as ledger:
            for count, file in enumerate(new[start : start + _AT_ONCE], start=start + 1):
                entry = work.entry(file)
                if entry is not None:
                    ledger.put((entry,))
                    deliveries.add(entry.delivery)
                told(Step(done=count, total=len(new), path=year.key(file)))
    year.ledger.drop(known)
    deliveries |= {delivery_of(key) for key in known} | year.ledger.unsettled()
    if deliveries:
        # What compares files takes long to import, and most openings find nothing new.
        importlib.import_module("builder.pipeline.year.settling").settle(year, deliveries)
    return work.findings()


@dataclass(kw_only=True)
class _Reconciling:
    """One look through the folders."""

    year: Year
    act: str
    _adopted: list[str] = field(default_factory=list)
    _found: list[Finding] = field(default_factory=list)
    _records: set[Path] = field(default_factory=set)

    def files(self) -> Iterator[Path]:
        """Every received file; what was broken off is cleared away."""
        received = self.year.place(Room.RECEIVED)
        for home in (received, self.year.place(Room.RECYCLED) / Room.RECEIVED.value):
            for folder, _, names in os.walk(home, topdown=False):
                kept = [Path(folder, name) for name in names if not _abandoned(folder, name)]
                self._records |= {path for path in kept if path.name.endswith(RECEIVED_ENDING)}
                yield from (path for path in kept if not own_name(path.name))
                if Path(folder) != home:
                    with suppress(OSError):
                        Path(folder).rmdir()

    def is_known(self, file: Path, known: str) -> bool:
        """Whether the ledger knows all of a file, of which it knows what ``known`` stands for."""
        with suppress(OSError):
            if known and mark_of(file) == known:
                self._records.discard(record_path(file))
                return True
        return False

    def entry(self, file: Path) -> Entry | None:
        """What the ledger is to be told of a file, nothing where it cannot know it."""
        key = self.year.key(file)
        if not file.exists():
            return None
        try:
            key.encode()
        except UnicodeEncodeError:
            self._found.append(Finding.at("QA1291", key))
            return None
        self._bring_record(file)
        events, lost = read(file)
        if lost:
            self._found.append(Finding.at("QA1285", key, actual=str(lost)))
        events = self._put_right(file, events)
        recycled = is_recycled(key)
        return entry_of(key, delivery_of(key), events, mark_of(file), recycled=recycled)

    def findings(self) -> tuple[Finding, ...]:
        """What is told of it all."""
        gone = [
            Finding.at("QA1281", self.year.key(path).removesuffix(RECEIVED_ENDING))
            for path in sorted(self._records)
            if path.exists() and not is_recycled(self.year.key(path))
        ]
        if self._adopted:
            named = "、".join(self._adopted[:_NAMED])
            more = "等" if len(self._adopted) > _NAMED else ""
            count = str(len(self._adopted))
            place = self.year.place(Room.RECEIVED)
            gone.append(Finding.at("QA1282", place, expected=f"{named}{more}", actual=count))
        return (*self._found, *gone)

    def _bring_record(self, file: Path) -> None:
        """Have the record of a file lie beside it."""
        own = record_path(file)
        self._records.discard(own)
        if own.exists():
            return
        other = record_path(counterpart(self.year, file))
        if other.exists() and not counterpart(self.year, file).exists():
            self._records.discard(other)
            other.rename(own)
            return
        self._adopted.append(file.name)
        begin(file, (self._received(file),))

    def _put_right(self, file: Path, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """The lines of the record with those that say how the file is and where."""
        more: list[Event] = []
        came = last(events, Deed.RECEIVED)
        now_there = self._received(file)
        if came is None or came.digest != now_there.digest:
            more.append(now_there)
            if came is not None:
                self._found.append(Finding.at("QA1283", self.year.key(file)))
        moved = last(events, Deed.RECYCLED, Deed.RESTORED)
        recycled = moved is not None and moved.deed is Deed.RECYCLED
        if recycled != is_recycled(self.year.key(file)):
            deed = Deed.RESTORED if recycled else Deed.RECYCLED
            more.append(Event(act=self.act, deed=deed, at=now(), by=""))
        for event in more:
            add(file, event)
        return (*events, *more) if came is not None else (*more, *events)

    def _received(self, file: Path) -> Event:
        there, called = file.stat(), self.year.key(file).removeprefix(f"{Room.RECYCLED.value}/")
        came = datetime.fromtimestamp(there.st_mtime, UTC).astimezone()
        return Event(
            act=self.act,
            deed=Deed.RECEIVED,
            at=came.isoformat(timespec="milliseconds"),
            by="",
            called=called.removeprefix(f"{Room.RECEIVED.value}/{delivery_of(called)}").strip("/"),
            digest=digest_there(file),
            size=there.st_size,
        )


def counterpart(year: Year, file: Path) -> Path:
    """Where a received file lies when it is recycled, and a recycled one when it is not."""
    key = year.key(file)
    home = f"{Room.RECYCLED.value}/"
    return year.path(key.removeprefix(home) if is_recycled(key) else f"{home}{key}")


def _abandoned(folder: str, name: str) -> bool:
    """Whether a file was being written when the program ended; it is removed then."""
    if not name.startswith(TEMPORARY):
        return False
    path = Path(folder, name)
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _ABANDONED:
            path.unlink()
    return True
