"""How far the tags of a template may go: what nests without end is refused before it is parsed."""

import re
from collections.abc import Iterator

from builder.write.docx.tags import TagFault

_TAG = re.compile(r"\{[{%](?P<inside>.*?)[%}]\}")
_MARKUP = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d]\w*")
# docxtpl's letters before the word: whole paragraphs, rows, cells and runs.
_LETTERS = frozenset({"p", "tr", "tc", "r"})
_DEEP = "标签太长或嵌套太深"
# The longest tag of the shipped templates has 27 characters, and no brackets within brackets;
# their loops and choices stand in each other up to six deep.
_LONGEST, _BRACKETS, _BLOCKS, _LOOPS = 200, 5, 12, 6


def nesting_faults(lines: str) -> Iterator[TagFault]:
    """The first tag that goes too far, and the first loop over what a loop around it goes over."""
    open_blocks: list[str] = []  # what each loop goes over; nothing for a choice
    for number, line in enumerate(lines.split("\n"), start=1):
        for match in _TAG.finditer(line):
            inside = _MARKUP.sub("", match["inside"])
            if len(inside) > _LONGEST or _brackets(inside) > _BRACKETS:
                yield TagFault(line=number, reason=_DEEP)
                return
            if match[0].startswith("{{"):
                continue
            words = [word for word in _WORD.findall(inside) if word not in _LETTERS]
            first = words[0] if words else ""
            if first in ("for", "if"):
                over = inside.partition(" in ")[2].strip() if first == "for" else ""
                if over and over in open_blocks:
                    yield TagFault(line=number, reason="在循环里又循环同一组内容")
                    return
                open_blocks.append(over)
            elif first.startswith("end") and open_blocks:
                open_blocks.pop()
            if len(open_blocks) > _BLOCKS or sum(map(bool, open_blocks)) > _LOOPS:
                yield TagFault(line=number, reason=_DEEP)
                return


def _brackets(text: str) -> int:
    depth = most = 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        most = max(most, depth)
    return most
