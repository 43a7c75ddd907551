"""Verdicts kept line by line while they are reached, so that an interrupted run goes on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from builder.findings.failure import failure_words, refuse_special
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.verdict import Verdict
from builder.ooxml.refusal import RefusedError
from builder.pipeline.batch import Basis
from builder.pipeline.program import program_digest
from builder.pipeline.returned_files import ReturnedFile
from builder.show.plain import record_of
from builder.show.plain_record import MisfitError, data_of, parsed
from builder.show.seal import sealed, unsealed

_VERSION = 7
# So does every version's line begin.
_BEGINNING = b'{"version": '


class UnwritableError(Exception):
    """The disk does not take any more results."""

    def __init__(self, finding: Finding) -> None:
        """Carry what the user is told."""
        super().__init__(finding.message)
        self.finding = finding


@frozen
class Results:
    """The file of results, what it already holds, and what its verdicts rest on.

    A verdict counts again only for the same bytes under the same name, held against the same
    schemes by the same program: not by one that calls itself the same version. ``notes`` say what
    else the file holds.
    """

    path: Path
    basis: str
    known: Mapping[str, Verdict] = field(default_factory=dict)
    notes: tuple[Finding, ...] = ()

    def key(self, file: ReturnedFile) -> str:
        """What a verdict on this file is kept under; empty where the file cannot be read."""
        try:
            digest = hashlib.sha256(file.content()).hexdigest()
            if file.beside is not None:
                beside = hashlib.sha256(file.beside.content()).hexdigest()
                digest = f"{digest}+{beside}"
        except RefusedError:
            return ""
        return f"{self.basis} {digest} {file.name}"

    def add(self, key: str, verdict: Verdict) -> None:
        """Append one line; raises ``UnwritableError`` where the disk refuses."""
        entry = sealed(_VERSION, record_of(_Entry(key=key, verdict=verdict)))
        line = json.dumps(entry, ensure_ascii=True)
        try:
            with self.path.open("a", encoding="ascii") as file:
                file.write(f"{line}\n")
        except OSError as error:
            raise UnwritableError(_refused(self.path, error)) from error


def digest_in(key: str) -> str:
    """What a key says of the bytes of its file; empty where these cannot be read."""
    return key.split(" ", 2)[1] if key else ""


def open_results(path: Path, basis: Basis) -> Results | Finding:
    """The results at ``path``, of an earlier run or of none; a line cut off is not counted.

    A file that holds none at all is somebody's own, and stays as it is.
    """
    try:
        refuse_special(path)
        lines = path.read_bytes().split(b"\n") if path.exists() else []
        held_against = _digest(basis)
        if any(lines) and not any(map(_is_ours, lines)):
            return Finding.at("QA896", path)
        if lines and lines[-1]:
            # The run ended within a line; what follows must begin on its own.
            with path.open("ab") as file:
                file.write(b"\n")
    except OSError as error:
        return _refused(path, error)
    known: dict[str, Verdict] = {}
    lost = older = 0
    for number, line in enumerate(lines, start=1):
        entry = _entry(line)
        if entry is not None:
            known[entry[0]] = entry[1]
        elif _is_older(line):
            older += 1
        elif line.strip() and not (_is_ours(line) and number == len(lines)):
            # The last line of a run that was broken off is cut short.
            lost += 1
    notes = (
        "是空的" if lines == [b""] else "",
        f"有 {older} 行是别的版本的程序写的" if older else "",
        f"有 {lost} 行读不出来" if lost else "",
    )
    told = tuple(Finding.at("QA898", path, actual=note) for note in notes if note)
    return Results(path=path, basis=held_against, known=known, notes=told)


def _is_ours(line: bytes) -> bool:
    """Whether a line begins as every line of results does, as far as it goes."""
    return bool(line) and (line.startswith(_BEGINNING) or _BEGINNING.startswith(line))


def _is_older(line: bytes) -> bool:
    try:
        entry = parsed(line)
    except MisfitError:
        return False
    return _is_ours(line) and isinstance(entry, dict) and entry.get("version") != _VERSION


def _refused(path: Path, error: OSError) -> Finding:
    return Finding.at("QA891", path, actual=failure_words(error))


def _entry(line: bytes) -> tuple[str, Verdict] | None:
    """A line's key and verdict; a line that is not one of ours is held for none."""
    try:
        entry = data_of(_Entry, unsealed(_VERSION, parsed(line)))
    except MisfitError:
        return None
    return entry.key, entry.verdict


@frozen
class _Entry:
    key: str
    verdict: Verdict


def _digest(basis: Basis) -> str:
    digest = hashlib.sha256(program_digest().encode())
    for own in basis.schemes:
        digest.update(f"{own.id} {own.fingerprint} ".encode())
    if basis.office is not None:
        digest.update(basis.office.digest.encode())
    if basis.evidence is not None:
        digest.update(f"{basis.evidence.mark} {basis.evidence.alone}".encode())
    return digest.hexdigest()[:16]
