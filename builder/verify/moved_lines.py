"""Where the rows or the columns of a sheet went, told from the few of them that are recognised."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from builder.frozen import frozen


@frozen
class Jump:
    """From planned line ``line`` on, lines stand ``offset`` further on than before it."""

    line: int
    offset: int


@frozen
class Lines:
    """Rows or columns of one sheet: the place of each, those that are gone, and how they moved.

    ``moved`` are the recognised lines that no longer stand in the planned order: the fewest that
    would have to be put back. Where there are any, a jump is told only for what they do not
    explain.
    """

    places: Mapping[int, int]
    gone: frozenset[int]
    jumps: tuple[Jump, ...]
    moved: tuple[int, ...]


def follow(
    planned: Sequence[int], anchors: Mapping[int, int], broken: frozenset[int] = frozenset()
) -> Lines:
    """Each planned line where its anchor says, or as far off as the anchor before it.

    ``broken`` are lines known to be gone.
    """
    moved = _out_of_order(anchors)
    steady = {line: place for line, place in anchors.items() if line not in moved}
    places: dict[int, int] = {}
    offset = 0
    for line in planned:
        if line in steady:
            offset = steady[line] - line
        places[line] = anchors.get(line, line + offset)
    taken = set(anchors.values())
    gone = broken.union(line for line in planned if line not in anchors and places[line] in taken)
    return Lines(
        places=places,
        gone=gone,
        jumps=_net(steady, moved) if moved else _jumps(planned, anchors, places, gone),
        moved=moved,
    )


def _out_of_order(anchors: Mapping[int, int]) -> tuple[int, ...]:
    """The lines outside the longest run of lines whose places rise."""
    lines = sorted(anchors)
    ends: list[int] = []  # the least place in which a run of each length can end
    best: list[int] = []  # the line in which it ends
    before: dict[int, int | None] = {}
    for line in lines:
        length = bisect_left(ends, anchors[line])
        before[line] = best[length - 1] if length else None
        if length == len(ends):
            ends.append(anchors[line])
            best.append(line)
        else:
            ends[length], best[length] = anchors[line], line
    kept: set[int] = set()
    line_or_none = best[-1] if best else None
    while line_or_none is not None:
        kept.add(line_or_none)
        line_or_none = before[line_or_none]
    return tuple(line for line in lines if line not in kept)


def _net(steady: Mapping[int, int], moved: tuple[int, ...]) -> tuple[Jump, ...]:
    """What was inserted or deleted beside the lines that moved: only what is left at the end."""
    last = max(steady)
    # A moved line leaves a gap behind it, or fills one before it.
    passed = sum(line > last for line in moved)
    offset = steady[last] - last - passed
    return (Jump(line=last, offset=offset),) if offset else ()


def _jumps(
    planned: Sequence[int],
    anchors: Mapping[int, int],
    places: Mapping[int, int],
    gone: frozenset[int],
) -> tuple[Jump, ...]:
    jumps: list[Jump] = []
    offset = 0
    for line in planned:
        if line in anchors and places[line] - line != offset:
            jumps.append(Jump(line=line, offset=places[line] - line - offset))
            offset = places[line] - line
    tail = [line for line in sorted(gone) if line > max(anchors, default=0)]
    if tail:
        jumps.append(Jump(line=tail[0], offset=-len(tail)))
    return tuple(jumps)
