"""Pictures, text boxes, shapes and controls that lie over what a sheet says."""

from collections.abc import Callable, Iterator
from itertools import product

from builder.book.sheet import Merge
from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned_looks import Drawn
from builder.verify.cell_rules import holds
from builder.verify.held import Held
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place, Sight

# Points by which a thing may reach into a cell without covering anything of it.
_MARGIN = 2.0
# How high and wide a line is that the plan does not know, and how many one thing may cover.
_USUAL_HEIGHT, _USUAL_WIDTH, _MOST_LINES = 15.0, 48.0, 20_000
# A column's width counts digits of 5.25 points, and 3.75 points of padding.
_DIGIT_POINTS, _PADDING_POINTS = 5.25, 3.75
_WORDS = {
    "picture": "图片",
    "ink": "手写的墨迹",
    "text": "文本框",
    "shape": "图形",
    "chart": "图表",
    "control": "控件",
    "note": "一直显示的批注",
}


def check_drawn(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every thing that lies over a planned cell, or behind all of them."""
    first = held.plan.sheets[0].name
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        if seen.sheet.look.backed:
            yield held.sheet_finding("QA493", seen.sight.name)
        drawn = seen.sheet.look.drawn
        if not drawn:
            continue
        filled = {item.cell[1:] for item in held.inputs if item.cell.sheet == seen.sight.name}
        for one in drawn:
            # Beside the title of the first sheet is the place of an office's logo.
            title = seen.sight.name == first and one.kind == "picture" and one.first[0] == 1
            # Where rows moved, charts need not have moved with them.
            behind = one.kind == "chart" and not seen.in_place
            area = _area(one, seen.sight)
            if not (title or behind) and area is not None:
                yield from _told(held, seen, one, area, filled)


def _told(
    held: Held[ScoredPlan], seen: Seen, one: Drawn, area: Merge, filled: set[Place]
) -> Iterator[Finding]:
    saying = seen.sight.weighty | filled
    covered = {seen.sight.shown.get(place, place) for place in _under(seen, area)}
    places = sorted(covered & saying)
    if places:
        # A note is known for a note, whatever lies under it.
        scored = seen.sight.scored and one.kind != "note"
        weighty = scored and any(place in seen.sight.weighty for place in places)
        yield held.finding(
            "QA482" if weighty else "QA483",
            seen.cell(places[0]),
            actual=_WORDS[one.kind] + (f"“{one.text}”" if one.text else ""),
            count=str(len(places)),
        )


def _under(seen: Seen, area: Merge) -> Iterator[Place]:
    """The planned places that stand under a rectangle of the file."""
    known = seen.sight.planned
    if seen.in_place:
        rows = range(area.first_row, area.last_row + 1)
        columns = range(area.first_column, area.last_column + 1)
        if len(rows) * len(columns) < len(known):
            return (place for place in product(rows, columns) if place in known)
        return (place for place in known if holds(area, place))
    locate = seen.alignment.locate
    return (place for place in known if holds(area, locate(seen.cell(place))[1:]))


def _area(one: Drawn, sight: Sight) -> Merge | None:
    """The cells of which a thing covers more than an edge."""
    heights, widths = sight.heights, sight.widths

    def height(row: int) -> float:
        return heights.get(row, _USUAL_HEIGHT)

    def width(column: int) -> float:
        if column > len(widths):
            return _USUAL_WIDTH
        return widths[column - 1] * _DIGIT_POINTS + _PADDING_POINTS

    ends = one.last or (None, None)
    down, right = one.into
    if not one.free:
        # Nothing begins beyond the cell it hangs on, however far its file says.
        down, right = min(down, height(one.first[0])), min(right, width(one.first[1]))
    rows = _lines(one.first[0], down, ends[0], one.end[0], height)
    columns = _lines(one.first[1], right, ends[1], one.end[1], width)
    if rows[0] > rows[1] or columns[0] > columns[1]:
        return None
    return Merge(
        first_row=rows[0], first_column=columns[0], last_row=rows[1], last_column=columns[1]
    )


def _lines(
    first: int, into: float, last: int | None, end: float, size: Callable[[int], float]
) -> tuple[int, int]:
    """First and last line covered, of one that begins ``into`` a line and ends in or after it."""
    if last is None:
        last, end = first, into + end
        while end > size(last) and last - first < _MOST_LINES:
            end -= size(last)
            last += 1
    while size(first) - into < _MARGIN and first < last:
        into, first = max(0.0, into - size(first)), first + 1
    return first, last - (end <= _MARGIN)
