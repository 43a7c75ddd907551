"""From a returned file to its verdict."""

from collections.abc import Mapping
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.load.library import find_scheme
from builder.load.scheme_file import load_scheme
from builder.model.verdict import Verdict
from builder.plan.build import plan_workbook
from builder.read.workbook import read_workbook
from builder.verify.identity import check_edition, read_identity
from builder.verify.pristine import Pristine
from builder.verify.workbook import unreadable, verify_workbook


def own_schemes(paths: tuple[Path, ...]) -> tuple[dict[str, Path], tuple[Finding, ...]]:
    """An office's own scheme files by their ids, and what kept others from loading."""
    known: dict[str, Path] = {}
    findings: list[Finding] = []
    for path in paths:
        loaded = load_scheme(path)
        findings += loaded.findings
        if loaded.scheme is not None:
            known[loaded.scheme.id] = path
    return known, tuple(findings)


class Verifier:
    """Verifies one file after another; a scheme is planned once however many files need it.

    ``schemes`` are scheme files of the office's own, by id, used before the shipped ones.
    """

    def __init__(self, schemes: Mapping[str, Path] | None = None) -> None:
        """Start with no scheme planned."""
        self._own = dict(schemes or {})
        self._known: dict[str, Pristine | None] = {}

    def verify(self, path: Path) -> Verdict:
        """The verdict on one file; nothing about the file raises."""
        name = str(path)
        read = read_workbook(path)
        if read.workbook is None:
            return unreadable(name, read.findings)
        identity, doubts = read_identity(read.workbook, name)
        before = (*read.findings, *doubts)
        if identity is None:
            return unreadable(name, before)
        pristine = self._pristine(identity.scheme)
        if pristine is None:
            unknown = Finding(code="QA302", place=Place(path=name), actual=identity.scheme)
            return unreadable(name, (*before, unknown), identity.scheme)
        other_edition = check_edition(identity, pristine.plan.identity, name)
        if other_edition:
            return unreadable(name, (*before, *other_edition), identity.scheme)
        return verify_workbook(pristine, read.workbook, name, before)

    def _pristine(self, scheme_id: str) -> Pristine | None:
        if scheme_id not in self._known:
            self._known[scheme_id] = self._load(scheme_id)
        return self._known[scheme_id]

    def _load(self, scheme_id: str) -> Pristine | None:
        path = self._own.get(scheme_id)
        if path is None and "/" not in scheme_id and "\\" not in scheme_id:
            path, _ = find_scheme(scheme_id)
        scheme = None if path is None else load_scheme(path).scheme
        return None if scheme is None or scheme.id != scheme_id else Pristine(plan_workbook(scheme))
