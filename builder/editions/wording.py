"""Two wordings held against each other letter by letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from builder.frozen import frozen

# A sentence or a clause with its sign, so that long texts are compared in short pieces.
_PIECE = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")
# What both share by chance between two changes is easier read as part of them.
_SHORTEST_KEPT = 2


class Edit(StrEnum):
    """What became of a stretch of a text; the value is what JSON carries."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@frozen(slots=True)
class Run:
    """A stretch of text that was kept, deleted or inserted."""

    edit: Edit
    text: str


def marked(old: str, new: str) -> tuple[Run, ...]:
    """One text become the other, in runs.

    Without what was inserted it is the old one to the letter, without the deleted the new one.
    """
    one, other = _PIECE.findall(old), _PIECE.findall(new)
    runs: list[Run] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        there, here = "".join(one[i:j]), "".join(other[k:m])
        if tag == "equal":
            runs.append(Run(edit=Edit.KEPT, text=there))
        else:
            runs += _letters(there, here)
    return tuple(_joined(runs))


def _letters(old: str, new: str) -> Iterator[Run]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    last = len(codes) - 1
    for place, (tag, i, j, k, m) in enumerate(codes):
        if tag == "equal" and (j - i >= _SHORTEST_KEPT or place in (0, last)):
            yield Run(edit=Edit.KEPT, text=old[i:j])
            continue
        yield Run(edit=Edit.DELETED, text=old[i:j])
        yield Run(edit=Edit.INSERTED, text=new[k:m])


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of a kind made one; between two kept ones first what was deleted, then inserted."""
    changed: dict[Edit, list[str]] = {Edit.DELETED: [], Edit.INSERTED: []}
    kept = ""
    for run in runs:
        if run.edit is not Edit.KEPT:
            if kept:
                yield Run(edit=Edit.KEPT, text=kept)
                kept = ""
            changed[run.edit].append(run.text)
            continue
        yield from _flushed(changed)
        kept += run.text
    if kept:
        yield Run(edit=Edit.KEPT, text=kept)
    yield from _flushed(changed)


def _flushed(changed: dict[Edit, list[str]]) -> Iterator[Run]:
    for edit, texts in changed.items():
        text = "".join(texts)
        texts.clear()
        if text:
            yield Run(edit=edit, text=text)


def without(runs: Sequence[Run], edit: Edit) -> str:
    """The text without what was inserted, or deleted."""
    return "".join(run.text for run in runs if run.edit is not edit)
