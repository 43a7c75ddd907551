"""The annexes of a notice beside the one that is the standard."""

import re
from collections.abc import Iterable
from itertools import pairwise

from builder.notice.lines import Block, Line
from builder.notice.question import Question
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Grid
from builder.notice.recognise.work import Work

ANNEX = re.compile(r"附\s*件\s*(?:[0-9０-９一二三四五六七八九十]{0,3})\s*[：:]?")
_SCORE = re.compile(r"\d\s*分(?!析|别|工|解|级|类|布|享|散|配|时|层|支|公|钟|厂)|分\s*值")
_LEFT, _PRINTED = "不写进方案", "写进方案"
_SHORT, _FEWEST_SCORES = 40, 3


def begins_annex(before: list[Block]) -> bool:
    """Whether what stands last is 附件2 or the like."""
    return bool(before) and is_annex(before[-1])


def is_annex(block: Block) -> bool:
    """Whether a block is only the number of an annex."""
    return isinstance(block, Line) and ANNEX.fullmatch(block.text) is not None


def without_annexes(work: Work, blocks: list[Block]) -> list[Block]:
    """The blocks without the annexes that follow, once a person says that they are no standard."""
    starts = [at for at, block in enumerate(blocks) if is_annex(block)]
    kept = blocks[: starts[0]] if starts else blocks
    for start, end in pairwise((*starts, len(blocks))):
        annex = blocks[start:end]
        lines = [line for block in annex for line in lines_of(block)]
        name = " ".join(line.text for line in lines[:2])[:_SHORT]
        answer = work.ask(
            Question(
                key=f"annex:{squeezed(name)}",
                subject="后面的附件",
                words=f"“{name}”在评分标准后面另起一个附件。它不是评分标准，不写进方案，对吗？",
                proposal=_PRINTED if has_scores(lines) else _LEFT,
                place=lines[0].place,
                options=(_LEFT, _PRINTED),
            )
        )
        if answer == _LEFT:
            work.leave(lines, f"另一个附件“{name}”，不是评分标准")
        else:
            kept += annex[1:]
            work.leave(lines_of(annex[0]), "附件的序号")
    return kept


def has_scores(lines: Iterable[Line]) -> bool:
    """Whether several lines speak of points."""
    return sum(_SCORE.search(line.text) is not None for line in lines) >= _FEWEST_SCORES


def lines_of(block: Block | Grid) -> Iterable[Line]:
    """The lines of a block, of a table all of them."""
    return [block] if isinstance(block, Line) else block.lines
