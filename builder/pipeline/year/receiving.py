"""Files received into the year: each kept whole with its record, or told why it was not.

A file is copied to the disk, then its record, then the ledger is told; wherever that is broken off,
the next opening of the year finds what there is and goes on.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from builder.findings.failure import failure_words, refuse_special
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.rows import Deed
from builder.ooxml import limits
from builder.ooxml.file import refused_by_system
from builder.ooxml.refusal import RefusedError
from builder.pipeline.left_out import own_name
from builder.pipeline.year.durable import into_place, remove_empty, temporary
from builder.pipeline.year.folder import Room, Year, new_act, new_folder, now
from builder.pipeline.year.names import KeptNames
from builder.pipeline.year.record import Event, begin
from builder.pipeline.year.step import Step, Told, nobody
from builder.pipeline.year.telling import entry
from builder.read.nature import HEAD_BYTES, Nature, nature_of

# What may be a material is one file wherever it came from; a proof may be that of several.
_MATERIALS = frozenset(
    {Nature.WORKBOOK, Nature.REPORT, Nature.ZIP, Nature.OLD_WORKBOOK, Nature.ENCRYPTED}
)

_PIECE = 1 << 20


@frozen
class Drop:
    """A file that somebody hands in: its name as it came, with folders, and where to read it."""

    name: str
    source: Path | IO[bytes]


@frozen
class Receipt:
    """What came of a drop: the files kept in the year, those known already, and those refused."""

    act: str
    delivery: str
    received: tuple[str, ...] = ()
    doubled: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()


def drops_of(paths: Iterable[Path]) -> tuple[Drop, ...]:
    """Every file at and below these paths, but what programs leave behind."""
    return tuple(drop for path in paths for drop in _drops(path))


def _drops(path: Path) -> Iterator[Drop]:
    if not path.is_dir():
        yield Drop(name=path.name, source=path)
        return
    home = path.resolve()
    for folder, folders, names in os.walk(path):
        folders.sort()
        below = Path(folder).relative_to(path)
        for name in sorted(names):
            if not own_name(name):
                called = "/".join((home.name, *below.parts, name))
                yield Drop(name=called, source=Path(folder, name))


def receive(
    year: Year,
    drops: Iterable[Drop],
    by: str,
    *,
    delivery: str = "",
    told: Told = nobody,
) -> Receipt:
    """Keep every file that is not there yet; nothing about a file raises.

    ``delivery`` is that of an earlier receipt to which these files belong. When the disk takes no
    more, or the program ends, what was kept stays; to drop all again doubles nothing.
    """
    drops = tuple(drops)
    work = _Receiving(year=year, by=by, delivery=delivery)
    for count, drop in enumerate(drops, start=1):
        if work.full:
            break
        kept = work.take(drop)
        told(Step(done=count, total=len(drops), path=kept or drop.name))
    return work.receipt()


@dataclass(kw_only=True)
class _Receiving:
    """One drop while it is received."""

    year: Year
    by: str
    delivery: str
    full: bool = False
    act: str = field(default_factory=new_act)
    _names: KeptNames = field(default_factory=KeptNames)
    _received: list[str] = field(default_factory=list)
    _doubled: list[Finding] = field(default_factory=list)
    _refused: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Know the names that an earlier part of the delivery took."""
        if self.delivery:
            # A delivery may come from a page; only its last part names a folder here.
            self.delivery = Path(self.delivery).name
            home = self._home
            for path in home.rglob("*"):
                self._names.take(path.relative_to(home).as_posix())

    @property
    def _home(self) -> Path:
        return self.year.place(Room.RECEIVED) / self.delivery

    def take(self, drop: Drop) -> str:
        """Where the file is kept now, empty where it is not."""
        received = self.year.place(Room.RECEIVED)
        with ExitStack() as stack:
            try:
                file, part = stack.enter_context(temporary(received))
            except OSError as error:
                return self._end(received, error)
            try:
                size, digest = _copied(drop.source, file)
            except RefusedError as refusal:
                self._refused.append(refusal.finding(drop.name))
                return ""
            file.flush()
            # Nobody else may take the same file for a new one meanwhile.
            with self.year.ledger.alone() as ledger:
                known = self._known(drop.name, ledger.same_content(digest), part)
                if known:
                    self._doubled.append(Finding.at("QA1280", drop.name, expected=known))
                    return ""
                try:
                    path = self._keep(drop.name, file, part, (digest, size))
                except OSError as error:
                    return self._end(received, error)
                ledger.put((entry(self.year, path),))
            self._received.append(self.year.key(path))
            return self._received[-1]

    def receipt(self) -> Receipt:
        """What came of it; an empty folder is not left behind."""
        if self.delivery and not self._received:
            remove_empty(self._home)
        return Receipt(
            act=self.act,
            delivery=self.delivery,
            received=tuple(self._received),
            doubled=tuple(self._doubled),
            refused=tuple(self._refused),
        )

    def _keep(self, called: str, file: IO[bytes], part: Path, content: tuple[str, int]) -> Path:
        self.delivery = self.delivery or new_folder(self.year, Room.RECEIVED)
        path = self._home / self._names.of(called)
        path.parent.mkdir(parents=True, exist_ok=True)
        into_place(file, part, path)
        digest, size = content
        event = Event(
            act=self.act,
            deed=Deed.RECEIVED,
            at=now(),
            by=self.by,
            called=called,
            digest=digest,
            size=size,
        )
        begin(path, (event,))
        return path

    def _known(self, called: str, same: Sequence[tuple[str, str]], part: Path) -> str:
        """Where the same file lies already, empty where it does not."""
        exactly = [path for path, name in same if name == called]
        if exactly or not same:
            return next(iter(exactly), "")
        with part.open("rb") as file:
            head = file.read(HEAD_BYTES)
        return same[0][0] if nature_of(head, lambda: part.open("rb")) in _MATERIALS else ""

    def _end(self, where: Path, error: OSError) -> str:
        self.full = True
        self._refused.append(Finding.at("QA891", where, actual=failure_words(error)))
        return ""


def _copied(source: Path | IO[bytes], file: IO[bytes]) -> tuple[int, str]:
    """Size and digest of all that was copied; raises ``OSError`` where no more can be written."""
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(source):
        digest.update(piece)
        file.write(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _pieces(source: Path | IO[bytes]) -> Iterator[bytes]:
    """What is handed in, within bounds; raises ``RefusedError`` where it cannot be had."""
    budget = limits.Budget()
    with ExitStack() as stack:
        try:
            if isinstance(source, Path):
                refuse_special(source)
                source = stack.enter_context(source.open("rb"))
            piece = source.read(_PIECE)
        except OSError as error:
            raise refused_by_system(error) from error
        while piece:
            budget.spend(limits.EVIDENCE_BYTES, len(piece))
            yield piece
            try:
                piece = source.read(_PIECE)
            except OSError as error:
                raise refused_by_system(error) from error
