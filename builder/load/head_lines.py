"""Lines of a front matter as a Chinese keyboard types them: told, and read as they are meant.

YAML would blame a line further down for a wide colon, or take two entries for one.
"""

import re
from collections.abc import Iterator

from builder.load.key_names import KEYS
from builder.load.problems import Problems


def mended(text: str, problems: Problems) -> str:
    """The text with its wide colons, missing blanks and tabs as they are meant, each told."""
    return "\n".join(
        _line(line, number, problems) for number, line in enumerate(text.split("\n"), 1)
    )


def _line(line: str, number: int, problems: Problems) -> str:
    if "：" not in line and "\t" not in line and _GLUED.search(line) is None:
        return line
    for start, old, new, what in reversed(tuple(_slips(line))):
        where = problems.position(number, start + 1)
        shown = line[:start].strip(" -{") + new.rstrip() or line.strip()
        problems.add("QA189", where, actual=what, expected=shown)
        problems.suggest(where, old, new)
        line = f"{line[:start]}{new}{line[start + len(old) :]}"
    return line


def _slips(line: str) -> Iterator[tuple[int, str, str, str]]:
    """Where each slip begins, what stands there, what is meant, and what it is called."""
    indent = _INDENT.match(line)
    if indent is not None and "\t" in indent[0]:
        yield 0, indent[0], indent[0].replace("\t", "  "), "缩进用了制表符"
    quoted = _QUOTED.sub(lambda one: " " * len(one[0]), line)
    for match in _KEY.finditer(quoted):
        if match["key"] not in _KNOWN:
            continue
        if match["comma"] == "，":
            yield match.start("comma"), "，", ", ", "逗号是全角的"
        colon, start = match["colon"], match.start("colon")
        blank = line[start + 1 : start + 2]
        if colon == "：":
            yield start, colon, ":" if blank.isspace() or not blank else ": ", "冒号是全角的"
        elif blank and not blank.isspace():
            yield start, colon, ": ", "冒号后面没有空格"


_KNOWN = {*KEYS, *KEYS.values()}
_INDENT = re.compile(r"\s*")
_QUOTED = re.compile(r'"[^"]*"|' + r"'[^']*'")
_WORD = r"[A-Za-z_\u4e00-\u9fff]{1,20}"
_KEY = re.compile(
    rf"(?:^\s*(?:-\s+)?\{{?|(?P<comma>[{{,，])\s*)(?P<key>{_WORD})\s*(?P<colon>[:：])"
)
_GLUED = re.compile(r":[^\s]")
