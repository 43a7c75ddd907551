"""Files put where people work: only what this program itself wrote there last is replaced."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.findings.failure import refuse_special
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.files import WrittenFiles, write_whole
from builder.show.plain import record_of
from builder.show.plain_record import MisfitError, data_of, parsed
from builder.show.seal import sealed, unsealed

WRITTEN_FILE = "写出记录.json"
_VERSION = 1
_LARGEST = 20_000_000


@frozen
class _Record:
    """The SHA-256 of every file as it was written, by its name in the folder."""

    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass
class OwnFolder:
    """A folder to write in, and what this program wrote there last."""

    folder: Path
    # What stands under the record's name may be somebody's own, too.
    taken: bool = False
    _digests: dict[str, str] = field(default_factory=dict)
    _changed: bool = False

    def __post_init__(self) -> None:
        """Read what was written there before."""
        record = _read(self.folder)
        self.taken = record is None
        self._digests = {} if record is None else dict(record.digests)

    def wrote(self, name: str) -> str:
        """The SHA-256 of the file of that name as it was written last, nothing for a new one."""
        return self._digests.get(name, "")

    def is_own(self, name: str, content: bytes | None) -> bool:
        """Whether nobody's work is lost when ``content`` takes the place of what stands there."""
        path = self.folder / name
        if not os.path.lexists(path):
            return True
        ours = {self.wrote(name), "" if content is None else digest_of(content)} - {""}
        return digest_there(path) in ours

    def know(self, name: str, content: bytes) -> None:
        """Take a file that is there in these very bytes for one of this program's own."""
        digest = digest_of(content)
        self._changed |= self.wrote(name) != digest
        self._digests[name] = digest

    def write(self, name: str, content: bytes) -> Finding | None:
        """Write one file whatever stands there; ``close`` keeps what it was."""
        failure = write_whole(self.folder / name, content)
        if failure is None:
            self.know(name, content)
        return failure

    def write_unless_kept(self, name: str, content: bytes) -> Finding | None:
        """Write one file, or tell that what stands there is somebody's own."""
        if self.taken:
            return Finding.at("QA893", self.folder / WRITTEN_FILE)
        path = self.folder / name
        # A folder of that name is nobody's work: that nothing can be written there is what counts.
        if not self.is_own(name, content) and not path.is_dir():
            return Finding.at("QA893", path)
        return self.write(name, content)

    def others(self, written: Iterable[Path], mark: str) -> tuple[Path, ...]:
        """What was written there before under a name with ``mark``, and still lies beside these."""
        new = {path.name for path in written}
        names = sorted(name for name in self._digests if mark in name and name not in new)
        return tuple(path for name in names if (path := self.folder / name).is_file())

    def close(self) -> Finding | None:
        """Put the record beside the files; what kept it from being written."""
        if not self._changed:
            return None
        self._changed = False
        whole = sealed(_VERSION, record_of(_Record(digests=self._digests)))
        text = json.dumps(whole, ensure_ascii=False, indent=1)
        return write_whole(self.folder / WRITTEN_FILE, text.encode())


def in_the_way(folder: Path, contents: Mapping[str, bytes | None]) -> tuple[Finding, ...]:
    """A finding for every file there that is somebody's own; ask before anything is written.

    ``contents`` are what is to be written by name in the folder, ``None`` where it is not made yet.
    """
    own = OwnFolder(folder)
    kept = [folder / WRITTEN_FILE] if own.taken else []
    kept += [folder / name for name, content in contents.items() if not own.is_own(name, content)]
    return tuple(Finding.at("QA892", path) for path in kept)


def write_own(folder: Path, contents: Iterable[tuple[str, bytes | Finding]]) -> WrittenFiles:
    """Write files by name one after another, and what they were; the first that fails ends it.

    A finding in place of a content says why it could not be made.
    """
    own = OwnFolder(folder)
    paths: list[Path] = []
    failures: list[Finding] = []
    for name, content in contents:
        failure = content if isinstance(content, Finding) else own.write(name, content)
        if failure is not None:
            failures.append(failure)
            break
        paths.append(folder / name)
    unkept = own.close()
    failures += () if unkept is None else (unkept,)
    return WrittenFiles(paths=tuple(paths), findings=tuple(failures))


def write_unless_kept(folder: Path, contents: Mapping[str, bytes]) -> WrittenFiles:
    """Write all files, or none where one would replace a file that is somebody's own."""
    kept = in_the_way(folder, contents)
    return WrittenFiles(findings=kept) if kept else write_own(folder, contents.items())


def write_one(path: Path, content: bytes) -> Finding | None:
    """Write one file that stands alone, unless what is there is somebody's own."""
    return next(iter(write_unless_kept(path.parent, {path.name: content}).findings), None)


def is_own(path: Path) -> bool:
    """Whether a file stands as this program wrote it there last."""
    return digest_there(path) in {OwnFolder(path.parent).wrote(path.name)} - {""}


def is_kept(finding: Finding) -> bool:
    """Whether a finding says that a file was left as somebody made it."""
    return finding.code == "QA893"


def _read(folder: Path) -> _Record | None:
    """What is known of the folder, ``None`` where the record's name is taken by something else."""
    path = folder / WRITTEN_FILE
    try:
        refuse_special(path)
        if path.stat().st_size > _LARGEST:
            return None
        return data_of(_Record, unsealed(_VERSION, parsed(path.read_bytes())))
    except OSError:
        return _Record()
    except MisfitError:
        return None


def digest_of(content: bytes) -> str:
    """The SHA-256 of a content."""
    return hashlib.sha256(content).hexdigest()


def digest_there(path: Path) -> str:
    """The SHA-256 of the file at ``path``, nothing where it cannot be read: then it is not ours."""
    try:
        refuse_special(path)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
