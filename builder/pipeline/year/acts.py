"""What a click does to files that were received, and how it is undone; nothing is ever deleted."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.rows import Deed
from builder.pipeline.year.folder import Year, new_act, now
from builder.pipeline.year.reconciling import counterpart
from builder.pipeline.year.record import Event, add, read, record_path
from builder.pipeline.year.settling import settle
from builder.pipeline.year.telling import delivery_of, is_recycled, tell


@frozen
class Act:
    """What was done: its name, by which it is undone, where the files lie now, and what failed."""

    act: str
    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def remark(year: Year, file: str, words: str, by: str) -> Act:
    """Have the record of a file say a person's remark instead of the former one."""
    return _all(year, (file,), _event(Deed.REMARKED, by, words=words))


def set_deadline(year: Year, files: Iterable[str], day: str, by: str) -> Act:
    """Have the records of files say until when they are to be mended, empty for no day."""
    return _all(year, files, _event(Deed.DEADLINE, by, day=day))


def recycle(year: Year, files: Iterable[str], by: str, why: str = "") -> Act:
    """Move files with their records to 回收站."""
    return _all(year, files, _event(Deed.RECYCLED, by, words=why))


def restore(year: Year, files: Iterable[str], by: str) -> Act:
    """Move files with their records back to where they were."""
    return _all(year, files, _event(Deed.RESTORED, by))


def undo(year: Year, act: str, by: str) -> Act:
    """Take back what an act did: move its files back, or say what was said before."""
    deeds = year.ledger.deeds_of(act)
    if not deeds or act in year.ledger.undone_acts():
        why = "已经撤销过" if deeds else "记录里没有这个编号"
        return Act(act="", findings=(Finding.at("QA1290", act, actual=why),))
    whole = Act(act=new_act())
    for deed in dict.fromkeys(deed for deed, _ in deeds):
        files = [path for each, path in deeds if each is deed]
        back = _back(year, deed, files, act, by)
        if back is None:
            told = Finding.at("QA1290", act, actual=f"“{deed.label}”没有可以撤回的")
            whole = replace(whole, findings=(*whole.findings, told))
            continue
        for event, some in back:
            done = _all(year, some, replace(event, act=whole.act, undoes=act))
            whole = replace(
                whole,
                files=(*whole.files, *done.files),
                findings=(*whole.findings, *done.findings),
            )
    return whole


def _back(
    year: Year, deed: Deed, files: list[str], act: str, by: str
) -> list[tuple[Event, list[str]]] | None:
    """What takes back a deed on each of the files, ``None`` where nothing does."""
    if deed in (Deed.RECEIVED, Deed.RESTORED):
        return [(_event(Deed.RECYCLED, by), files)]
    if deed is Deed.RECYCLED:
        return [(_event(Deed.RESTORED, by), files)]
    if deed in (Deed.REMARKED, Deed.DEADLINE):
        return [(_former(year, deed, file, act, by), [file]) for file in files]
    if deed is Deed.LETTER:
        _withdraw(year, act, files)
        return [(_event(Deed.UNSENT, by), files)]
    return None


def _former(year: Year, deed: Deed, file: str, act: str, by: str) -> Event:
    """The line that says again what a record said before an act."""
    events, _ = read(year.path(file))
    before = [event for event in events if event.deed is deed]
    place = next((place for place, event in enumerate(before) if event.act == act), 0)
    old = before[place - 1] if place else None
    words, day = ("", "") if old is None else (old.words, old.day)
    return _event(deed, by, words=words, day=day)


def _withdraw(year: Year, act: str, files: list[str]) -> None:
    """Move what was written for an act to 回收站; what is gone already is."""
    paths = {
        event.path
        for file in files
        for event in read(year.path(file))[0]
        if event.act == act and event.deed is Deed.LETTER
    }
    for path in sorted(paths):
        with suppress(FileNotFoundError):
            _move(year, year.path(path), counterpart(year, year.path(path)))


def _event(deed: Deed, by: str, *, words: str = "", day: str = "") -> Event:
    return Event(act=new_act(), deed=deed, at=now(), by=by, words=words, day=day)


def _all(year: Year, files: Iterable[str], event: Event) -> Act:
    """One deed on all files; the ledger is told at the end, and how they stand to others."""
    done: list[Path] = []
    findings: list[Finding] = []
    moves = event.deed in (Deed.RECYCLED, Deed.RESTORED)
    for key in dict.fromkeys(files):
        path = year.path(key)
        try:
            # A deed that is done already is done.
            if not moves or is_recycled(key) != (event.deed is Deed.RECYCLED):
                path = _done(year, path, event)
            done.append(path)
        except OSError as error:
            findings.append(Finding.at("QA891", key, actual=failure_words(error)))
    tell(year, done)
    here = tuple(map(year.key, done))
    if moves:
        year.ledger.drop(year.key(counterpart(year, path)) for path in done)
        settle(year, map(delivery_of, here))
    return Act(act=event.act, files=here, findings=tuple(findings))


def _done(year: Year, path: Path, event: Event) -> Path:
    """Where a file lies after a deed; the next opening ends what is begun."""
    if event.deed not in (Deed.RECYCLED, Deed.RESTORED):
        add(path, event)
        return path
    with year.ledger.alone():
        add(path, event)
        return _moved(year, path)


def _moved(year: Year, path: Path) -> Path:
    target = counterpart(year, path)
    _move(year, path, target)
    _move(year, record_path(path), record_path(target))
    return target


def _move(year: Year, path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)
    # An empty folder would be told of as one that was handed in.
    with suppress(OSError):
        for folder in path.parents:
            if folder.parent == year.root:
                break
            folder.rmdir()
