"""Blocks moved into a new report, and the pictures that did not come along by their captions."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from builder.ooxml.namespaces import local_name
from builder.write.carry.body import INSERTED, text_of
from builder.write.carry.transplant import Transplant

_LOST = "没有沿用{}，请从旧的申报材料复制"
_FLAT = "{}原是嵌入的对象，只沿用了画面"
_UNNAMED, _FILE = "一处没有图题的图", "一个插入的文件"
_CAPTION = re.compile(r"\s*[图表]\s*[0-9一二三四五六七八九十]")


def moved_blocks(
    transplant: Transplant, blocks: Sequence[Element]
) -> tuple[list[Element], tuple[str, ...]]:
    """Blocks fit for the new report, and what of their pictures did not come along, by caption."""
    moved: list[Element] = []
    lost: list[str] = []
    flat: list[str] = []
    for number, block in enumerate(blocks):
        before = transplant.lost, transplant.flat
        moved.append(transplant.moved(block))
        lost += [_caption(blocks, number)] * (transplant.lost - before[0])
        flat += [_caption(blocks, number)] * (transplant.flat - before[1])
    told = ((_LOST, lost), (_FLAT, flat))
    return moved, tuple(words.format("、".join(names)) for words, names in told if names)


def _caption(blocks: Sequence[Element], number: int) -> str:
    """What is written at a picture: its own line, the caption behind it or the one before."""
    if local_name(blocks[number]) in INSERTED:
        return _FILE
    near = (blocks[place] for place in (number, number + 1, number - 1) if 0 <= place < len(blocks))
    said = (text_of(block).strip() for block in near if local_name(block) == "p")
    return next((f"“{text}”" for text in said if _CAPTION.match(text)), _UNNAMED)
