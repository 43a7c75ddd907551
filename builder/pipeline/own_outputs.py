"""Files put where people work: only what this program itself wrote there last is replaced."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from builder.findings.failure import refuse_special
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.files import WrittenFiles, write_whole
from builder.show.plain import record_of
from builder.show.plain_record import MisfitError, data_of

WRITTEN_FILE = "写出记录.json"
_LARGEST = 20_000_000


@frozen
class _Record:
    """The SHA-256 of every file as it was written, by its name in the folder."""

    digests: Mapping[str, str] = field(default_factory=dict)


def in_the_way(folder: Path, contents: Mapping[str, bytes | None]) -> tuple[Finding, ...]:
    """A finding for every file there that is somebody's own; ask before anything is written.

    ``contents`` are what is to be written by name in the folder, ``None`` where it is not made yet.
    """
    record = _read(folder)
    known = {} if record is None else record.digests
    kept = [folder / WRITTEN_FILE] if record is None else []
    for name, content in contents.items():
        ours = {known.get(name), None if content is None else _digest(content)}
        path = folder / name
        if os.path.lexists(path) and _digest_there(path) not in ours - {None}:
            kept.append(path)
    return tuple(Finding.at("QA892", path) for path in kept)


def write_own(folder: Path, contents: Iterable[tuple[str, bytes | Finding]]) -> WrittenFiles:
    """Write files by name one after another, and what they were; the first that fails ends it.

    A finding in place of a content says why it could not be made.
    """
    record = _read(folder) or _Record()
    digests = dict(record.digests)
    paths: list[Path] = []
    failures: list[Finding] = []
    for name, content in contents:
        if isinstance(content, Finding):
            failures.append(content)
            break
        failure = write_whole(folder / name, content)
        if failure is not None:
            failures.append(failure)
            break
        paths.append(folder / name)
        digests[name] = _digest(content)
    if paths:
        text = json.dumps(record_of(_Record(digests=digests)), ensure_ascii=False, indent=1)
        failure = write_whole(folder / WRITTEN_FILE, text.encode())
        failures += () if failure is None else (failure,)
    return WrittenFiles(paths=tuple(paths), findings=tuple(failures))


def write_unless_kept(folder: Path, contents: Mapping[str, bytes]) -> WrittenFiles:
    """Write all files, or none where one would replace a file that is somebody's own."""
    kept = in_the_way(folder, contents)
    return WrittenFiles(findings=kept) if kept else write_own(folder, contents.items())


def _read(folder: Path) -> _Record | None:
    """What is known of the folder, ``None`` where the record's name is taken by something else."""
    path = folder / WRITTEN_FILE
    try:
        refuse_special(path)
        if path.stat().st_size > _LARGEST:
            return None
        return data_of(_Record, json.loads(path.read_bytes()))
    except OSError:
        return _Record()
    except (ValueError, RecursionError, MisfitError):
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_there(path: Path) -> str:
    """The digest of the file at ``path``, nothing where it cannot be read: then it is not ours."""
    try:
        refuse_special(path)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
