"""What ``lint --fix`` may write: places of a scheme file whose right reading is certain."""

import re
from collections.abc import Iterable

from builder.frozen import frozen


@frozen
class Edit:
    """Characters on one line and what is to stand there instead; line and column from 1."""

    line: int
    column: int
    old: str
    new: str


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """The text with every edit whose old characters stand at its place, and those made.

    Line ends stay as they are. Of edits that overlap only the first is made.
    """
    lines = _LINE.findall(text)
    made: list[Edit] = []
    for edit in sorted(set(edits), key=lambda one: (one.line, one.column), reverse=True):
        start = edit.column - 1
        line = lines[edit.line - 1]
        later = made[-1] if made and made[-1].line == edit.line else None
        free = later is None or start + len(edit.old) < later.column
        if free and line[start : start + len(edit.old)] == edit.old:
            ending = line[len(line.rstrip("\r\n")) :] or "\n"
            new = edit.new.replace("\n", ending)
            lines[edit.line - 1] = f"{line[:start]}{new}{line[start + len(edit.old) :]}"
            made.append(edit)
    return "".join(lines), tuple(reversed(made))


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
