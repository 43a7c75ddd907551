"""Lines that list options by letters, one under another: never headings, whatever they end with."""

import re
from collections.abc import Iterable

from builder.load.leaf_rules import split_range, split_worth
from builder.load.wording import split_criterion_points
from builder.notice.lines import Block, Line
from builder.notice.recognise.labels import squeezed

_LETTER = re.compile(r"([A-HＡ-Ｈ])\s*(?:[.．、:：)）]|\s)")
_NOTHING = re.compile(r"不得分|得?0分")
_FIRST, _FEWEST = "A", 2


def listed_options(blocks: Iterable[Block]) -> frozenset[int]:
    """The lines by id that go from A on, at least half of them with points."""
    found: set[int] = set()
    run: list[Line] = []
    for block in (*blocks, None):
        letter = _letter(block.text) if isinstance(block, Line) else ""
        if letter != chr(ord(_FIRST) + len(run)):
            if len(run) >= _FEWEST and 2 * sum(names_worth(one.text) for one in run) >= len(run):
                found.update(one.id for one in run)
            run = []
        if isinstance(block, Line) and letter == chr(ord(_FIRST) + len(run)):
            run.append(block)
    return frozenset(found)


def is_option(text: str) -> bool:
    """Whether a line has a letter and ends with what it is worth."""
    return bool(_letter(text)) and names_worth(text)


def names_worth(text: str) -> bool:
    """Whether a line ends with points, or says that it has none."""
    return (
        split_worth(text, None) is not None
        or split_range(text) is not None
        or split_criterion_points(text).points is not None
        or _NOTHING.search(squeezed(text)) is not None
    )


def _letter(text: str) -> str:
    match = _LETTER.match(text)
    return "" if match is None else squeezed(match[1])
