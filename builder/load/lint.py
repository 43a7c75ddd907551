"""Everything that is wrong with a scheme file: its grammar, then what it says."""

from pathlib import Path

from builder.load.checks.ordered import CHECKS
from builder.load.scheme_file import Draft, Loaded, draft_of, draft_scheme
from builder.load.source import Source


def lint_scheme(path: Path) -> Loaded:
    """The scheme and all its findings; what a misread tree would only echo is not checked."""
    return _checked(draft_scheme(path))


def lint_text(text: str, path: str) -> Loaded:
    """The same of a text that is to be written to ``path``."""
    return _checked(draft_of(Source(path=path, text=text, lines=tuple(text.split("\n")))))


def _checked(draft: Draft) -> Loaded:
    found = list(draft.findings)
    if draft.scheme is not None:
        for check in CHECKS:
            found.extend(check(draft.scheme))
    found.sort(key=lambda one: (one.place.line, one.place.column, one.code))
    return Loaded(scheme=draft.scheme if draft.complete else None, findings=tuple(found))
