"""Everything that is wrong with a scheme file: its grammar, then what it says."""

from pathlib import Path

from builder.load.checks.ordered import CHECKS
from builder.load.scheme_file import Loaded, draft_scheme


def lint_scheme(path: Path) -> Loaded:
    """The scheme and all its findings; what a misread tree would only echo is not checked."""
    draft = draft_scheme(path)
    found = list(draft.findings)
    if draft.scheme is not None:
        for check in CHECKS:
            found.extend(check(draft.scheme))
    found.sort(key=lambda one: (one.place.line, one.place.column, one.code))
    return Loaded(scheme=draft.scheme if draft.complete else None, findings=tuple(found))
