"""Scheme files of an office's own, several editions of an award among them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.scheme_file import load_scheme
from builder.model.fingerprint import fingerprint

_README = "README.md"


@frozen
class OwnScheme:
    """One scheme file: the award it says it is, and the exact edition by its fingerprint."""

    id: str
    fingerprint: str
    path: Path


def own_schemes(
    files: Iterable[Path], folders: Iterable[Path] = ()
) -> tuple[tuple[OwnScheme, ...], tuple[Finding, ...]]:
    """The schemes in the files, then those in the folders, and what kept others from loading."""
    known: list[OwnScheme] = []
    findings: list[Finding] = []
    paths = list(files)
    for folder in folders:
        found = scheme_files(folder)
        if isinstance(found, Finding):
            findings.append(found)
        else:
            paths += found
    for path in paths:
        loaded = load_scheme(path)
        findings += loaded.findings
        if loaded.scheme is not None:
            mark = fingerprint(loaded.scheme)
            known.append(OwnScheme(id=loaded.scheme.id, fingerprint=mark, path=path))
    return tuple(known), tuple(findings)


def edition_of(known: Iterable[OwnScheme], scheme_id: str, mark: str) -> Path | None:
    """The file of exactly that edition, else the first of that award, ``None`` without any."""
    editions = [own for own in known if own.id == scheme_id]
    exact: Iterator[OwnScheme] = (own for own in editions if own.fingerprint == mark)
    chosen = next(exact, editions[0] if editions else None)
    return None if chosen is None else chosen.path


def scheme_files(folder: Path) -> list[Path] | Finding:
    """The scheme files of a folder by name, or why there are none."""
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == ".md")
    except OSError as error:
        words = failure_words(error)
        return Finding.at("QA309", folder, actual=words)
    found = [path for path in found if path.name != _README]
    nothing = Finding.at("QA309", folder, actual="里面没有方案文件（.md）")
    return found or nothing
