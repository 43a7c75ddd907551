"""Everything that is wrong with a scheme file: its grammar, then what it says."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.load.checks.full_marks import check_step
from builder.load.checks.ordered import CHECKS
from builder.load.problems import in_chinese
from builder.load.scheme_file import Draft, Loaded, draft_of, draft_scheme
from builder.load.source import Source


def lint_scheme(path: Path) -> Loaded:
    """The scheme and all its findings; what a misread tree would only echo is not checked."""
    return lint_draft(draft_scheme(path))


def lint_text(text: str, path: str) -> Loaded:
    """The same of a text that is to be written to ``path``."""
    return lint_draft(draft_of(Source(path=path, text=text, lines=tuple(text.split("\n")))))


def lint_draft(draft: Draft) -> Loaded:
    """The same of a scheme that was read."""
    checked: list[Finding] = []
    if draft.scheme is not None:
        for check in CHECKS:
            checked.extend(check(draft.scheme))
        if draft.step is not None:
            checked.extend(check_step(draft.scheme, draft.step))
    found = [*draft.findings, *(in_chinese(checked) if draft.chinese else checked)]
    found.sort(key=lambda one: (one.place.line, one.place.column, one.code))
    return Loaded(scheme=draft.scheme if draft.complete else None, findings=tuple(found))
