"""A scheme file rewritten where its author's meaning is certain, and where a question is answered.

Only those places change. The file as it was is kept beside it, and it is never half written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.checks.idle_points import certain_ways
from builder.load.edits import Edit, edited
from builder.load.key_names import ATTRIBUTES
from builder.load.lint import lint_draft
from builder.load.scheme_file import Draft, draft_of
from builder.load.source import read_source, source_of
from builder.model.leaf_rules import Way
from builder.model.official import Parts
from builder.pipeline.files import free_place, write_whole

# An answer for every indicator that is not named.
ALL = ""
Answers = Mapping[str, Parts | Way]
Keep = Callable[[Path, bytes], Finding | None]


@frozen
class Fixed:
    """What was written into a scheme file, where the old one is, and what stood in the way."""

    edits: tuple[Edit, ...] = ()
    kept: Path | None = None
    findings: tuple[Finding, ...] = ()


def fix_scheme(path: Path, answers: Answers, keep: Keep = write_whole) -> Fixed:
    """Write what is certain into a scheme file; a file without such places is left as it is.

    ``keep`` puts the old content beside it.
    """
    source = read_source(path)
    if isinstance(source, Finding):
        return Fixed(findings=(source,))
    before = path.read_bytes()
    text = before.decode("utf-8-sig")
    fixed, made = _fixed(text, str(path), answers)
    if not made:
        return Fixed()
    mark = before[: len(before) - len(text.encode())]
    kept = free_name(path)
    failed = keep(kept, before)
    if failed is None and path.read_bytes() != before:
        kept.unlink()
        failed = Finding.at("QA899", path)
    if failed is None:
        failed = write_whole(path, mark + fixed.encode())
    if failed is not None:
        return Fixed(findings=(failed,))
    return Fixed(edits=made, kept=kept)


def _fixed(text: str, path: str, answers: Answers) -> tuple[str, tuple[Edit, ...]]:
    """The text after all edits, those included that others make room for."""
    made: list[Edit] = []
    for _ in range(_MOST_PASSES):
        draft = draft_of(source_of(path, text))
        found = tuple(_answered(draft, text.splitlines(), answers))
        text, done = edited(text, (*draft.edits, *found))
        if not done:
            break
        made += done
    return text, tuple(made)


def _answered(draft: Draft, lines: list[str], answers: Answers) -> Iterator[Edit]:
    """The way to score, as an attribute of each heading that is asked for it.

    It is what was answered, or else what nobody can doubt.
    """
    asked = {one.place.indicator for one in lint_draft(draft).findings if one.code in _ASKED}
    certain = certain_ways(draft.scheme) if draft.scheme is not None else {}
    for node in draft.scheme.walk if draft.scheme is not None else ():
        answer = answers.get(node.code) or certain.get(node.code) or answers.get(ALL)
        if node.code not in asked or answer is None:
            continue
        at = node.position.line
        line = lines[at - 1]
        said = f"{ATTRIBUTES['parts']}={ATTRIBUTES[answer]}"
        match = _BRACES.search(line)
        if match is None:
            end = len(line.rstrip())
            yield Edit(line=at, column=end + 1, old="", new=f" {{{said}}}")
        elif ATTRIBUTES["parts"] not in match["inside"]:
            inside = match["inside"].strip()
            new = f"{{{' '.join((*((inside,) if inside else ()), said))}}}"
            yield Edit(line=at, column=match.start() + 1, old=match[0].rstrip(), new=new)


def free_name(path: Path) -> Path:
    """A name beside the file that no file has."""
    return free_place(path.with_name(f"{path.name}.bak"), lambda number: f"{path.name}.bak{number}")


_ASKED = ("QA178", "QA281")
# Each pass may make readable what hid other places; none takes more.
_MOST_PASSES = 8
_BRACES = re.compile(r"\{(?P<inside>[^{}]*)\}\s*$")
