"""The record beside a received file: what was done to it, line by line; the ledger is made of it.

A line is written in one piece and never changed, so that whatever stops the program leaves every
line before it whole.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.rows import Deed, Done, Entry, Letter, Part
from builder.model.verdict import Verdict
from builder.pipeline.left_out import RECEIVED_ENDING
from builder.pipeline.year.durable import append_durably, put_durably
from builder.show.plain import record_of
from builder.show.plain_record import MisfitError, data_of, parsed
from builder.show.seal import sealed, unsealed

_VERSION = 1


@frozen
class Judged:
    """The verdict on one material in the file, and the workbook that it was held against."""

    verdict: Verdict
    beside: str = ""


@frozen
class Event:
    """One line: who did what to the file when, and what belongs to that deed.

    ``path`` is that of a letter, or of the file itself when it was judged; ``day`` a deadline.
    ``judged`` and ``left_out`` are all that the file holds; their places are in the year's folder.
    """

    act: str
    deed: Deed
    at: str
    by: str
    words: str = ""
    undoes: str = ""
    called: str = ""
    digest: str = ""
    size: int = 0
    path: str = ""
    day: str = ""
    judged: tuple[Judged, ...] = ()
    left_out: tuple[Finding, ...] = ()


def record_path(file: Path) -> Path:
    """Where the record of a received file lies."""
    return file.with_name(f"{file.name}{RECEIVED_ENDING}")


def begin(file: Path, events: Sequence[Event]) -> None:
    """Put a new record beside a file; raises ``OSError``."""
    lines = b"".join(_line(event) + b"\n" for event in events)
    put_durably(record_path(file), lines)


def add(file: Path, event: Event) -> None:
    """Add a line to the record of a file; raises ``OSError``."""
    append_durably(record_path(file), _line(event))


def read(file: Path) -> tuple[tuple[Event, ...], int]:
    """The lines of a file's record, and how many are none of ours; raises ``OSError``."""
    lines = record_path(file).read_bytes().split(b"\n")
    events = [_event(line) for line in lines if line]
    return tuple(one for one in events if one is not None), events.count(None)


def mark_of(file: Path) -> str:
    """What is another one once a line was added or the file was changed; raises ``OSError``."""
    both = (record_path(file).stat(), file.stat())
    return ".".join(f"{one.st_size}-{one.st_mtime_ns}" for one in both)


def entry_of(
    path: str, delivery: str, events: Sequence[Event], mark: str, *, recycled: bool
) -> Entry:
    """All that the ledger is to know of the file at ``path`` in the year.

    The first line says when it came; a later one of that kind, that its bytes were changed since.
    """
    first, newest = events[0], last(events, Deed.RECEIVED, Deed.JUDGED)
    judged = newest if newest is not None and newest.deed is Deed.JUDGED else None
    bytes_of = last(events, Deed.RECEIVED) or first
    unsent = {event.undoes for event in events if event.deed is Deed.UNSENT}
    stands = [event for event in events if event.deed is not Deed.LETTER or event.act not in unsent]
    days = [one.day for one in stands if one.deed is Deed.DEADLINE or one.day]
    remark = last(events, Deed.REMARKED)
    return Entry(
        path=path,
        called=first.called,
        digest=bytes_of.digest,
        size=bytes_of.size,
        delivery=delivery,
        at=first.at,
        by=first.by,
        mark=mark,
        judged="" if judged is None else f"{judged.act} {judged.at}",
        recycled=recycled,
        remark="" if remark is None else remark.words,
        deadline=days[-1] if days else "",
        done=tuple(_done(event) for event in events if event.deed is not Deed.JUDGED),
        letters=tuple(
            Letter(act=event.act, at=event.at, by=event.by, path=event.path, deadline=event.day)
            for event in stands
            if event.deed is Deed.LETTER
        ),
        parts=(Part(path=path),) if judged is None else _parts(judged, path),
    )


def _parts(judged: Event, path: str) -> tuple[Part, ...]:
    """The materials in a file that lies at ``path`` now, and what in it was left out."""

    def here(said: str) -> str:
        """Where lies now what lay in the file when it was judged."""
        inside = said == judged.path or said.startswith(f"{judged.path}/")
        return path + said.removeprefix(judged.path) if inside else said

    def moved(finding: Finding) -> Finding:
        return replace(finding, place=replace(finding.place, path=here(finding.place.path)))

    parts: list[Part] = []
    for one in judged.judged:
        findings = tuple(map(moved, one.verdict.findings))
        verdict = replace(one.verdict, path=here(one.verdict.path), findings=findings)
        said = Part(path=verdict.path, owner=verdict.applicant, verdict=verdict, beside=one.beside)
        parts.append(said)
    left_out = map(moved, judged.left_out)
    return (*parts, *(Part(path=one.place.path, left_out=one) for one in left_out))


def last(events: Iterable[Event], *deeds: Deed) -> Event | None:
    """The last line that says one of these deeds."""
    return next((event for event in reversed([*events]) if event.deed in deeds), None)


def _done(event: Event) -> Done:
    return Done(
        act=event.act,
        deed=event.deed,
        at=event.at,
        by=event.by,
        words=event.words or event.day or event.path,
        undoes=event.undoes,
    )


def _line(event: Event) -> bytes:
    return json.dumps(sealed(_VERSION, record_of(event)), ensure_ascii=True).encode("ascii")


def _event(line: bytes) -> Event | None:
    try:
        return data_of(Event, unsealed(_VERSION, parsed(line)))
    except MisfitError:
        return None
