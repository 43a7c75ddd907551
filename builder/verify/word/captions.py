"""Pictures of a report and the captions that say what they show."""

import re
from collections.abc import Sequence

from builder.model.compared_text import reduced
from builder.model.returned_document import Block, ReturnedParagraph

_CAPTION = re.compile(r"[(]?(?:附图|图)[0-9一二三四五六七八九十]")


def uncaptioned(blocks: Sequence[Block]) -> int:
    """How many pictures have no caption: in their own paragraph, under them, or over them.

    A caption serves the pictures of one paragraph, the nearest one.
    """
    places = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, ReturnedParagraph) and block.pictures
    ]
    used: set[int] = set()
    count = 0
    for place in places:
        beside = (place, _next(blocks, place, 1), _next(blocks, place, -1))
        found = next((one for one in beside if one not in used and _is_caption(blocks, one)), None)
        if found is None:
            block = blocks[place]
            count += block.pictures if isinstance(block, ReturnedParagraph) else 0
        else:
            used.add(found)
    return count


def _next(blocks: Sequence[Block], place: int, step: int) -> int:
    """The next block that says something; -1 where there is none."""
    place += step
    while 0 <= place < len(blocks):
        block = blocks[place]
        if not isinstance(block, ReturnedParagraph) or block.text.strip() or block.pictures:
            return place
        place += step
    return -1


def _is_caption(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place] if place >= 0 else None
    return isinstance(block, ReturnedParagraph) and bool(_CAPTION.match(reduced(block.text)))
