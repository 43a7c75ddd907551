"""The official tree from top to bottom: names at the left, a row a scored indicator, subtotals."""

from builder.book.sheet import Merge
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.kit.guide_blocks import banners
from builder.kit.scoring.layout import ClauseRow, Layout, PartRow, ScoredRow, TextRow
from builder.kit.scoring.rows import has_parts, official_text
from builder.kit.scoring.totals import (
    basis_range,
    progress_row,
    subtotal_row,
    total_row,
    weighted_percent,
)
from builder.kit.ways.table import beside_parts, explained, way_of
from builder.model.join_words import weight_told
from builder.model.leaf_rules import PercentInBand
from builder.model.official import Indicator
from builder.model.points import effective_points, is_leaf
from builder.model.scheme import Scheme


def levels_of(scheme: Scheme) -> int:
    """How many levels of indicators lie one under another."""
    return max(_depth(root) for root in scheme.indicators)


def lay_out(layout: Layout, title: str, running: str) -> tuple[int, Cell]:
    """Write the whole table; return how many rows stay in sight, and the cell of the total.

    ``running`` is what the total in sight is called.
    """
    in_sight = _head(layout, title)
    head_rows = layout.row
    layout.row += 1
    scores = {root.code: _root(layout, root) for root in layout.scheme.indicators}
    total = total_row(layout, scores)
    progress_row(layout, in_sight, total, running)
    return head_rows, total


def _depth(node: Indicator) -> int:
    return 1 + max((_depth(child) for child in node.children), default=0)


def _head(layout: Layout, title: str) -> int:
    """Write title, warnings and headings; return the row that is kept for the progress line."""
    canvas, columns = layout.canvas, layout.columns
    canvas.title(f"{layout.scheme.title}　{title}")
    progress_row = banners(canvas, 2, layout.scheme)
    layout.row = progress_row + 1
    canvas.headings(layout.row, columns.headings)
    return progress_row


def _root(layout: Layout, node: Indicator) -> Cell:
    """Write an indicator that lies under no other so that a filter by it shows all its rows."""
    first = layout.row
    score = _branch(layout, node, 1)
    caption = _caption(layout.scheme, node, 1)
    rows = set(range(first, layout.row)) - layout.named
    layout.covered += [(row, layout.columns.top, caption) for row in sorted(rows)]
    return score


def _branch(layout: Layout, node: Indicator, level: int) -> Cell:
    """Write a node and all beneath it; return the cell that holds its score after its cap."""
    first = layout.row
    if is_leaf(layout.scheme, node):
        if node.children:
            return _item(layout, node, level)
        if has_parts(layout, node):
            return _ruled(layout, node, level)
        score = layout.begun().leaf(layout, ScoredRow(node=node, level=level))
    elif not node.children:
        score = layout.begun().reference(layout, TextRow(node=node, answered=True))
    else:
        _own_text(layout, node, level)
        parts = {child.code: _branch(layout, child, level + 1) for child in node.children}
        last = layout.row - 1
        layout.starts.append(layout.row)
        score = subtotal_row(layout, node, level, parts, first)
        _level_names(layout, node, level, first, last)
        layout.outline.append((first, last, level))
        return score
    _level_names(layout, node, level, first, layout.row - 1)
    return score


def _item(layout: Layout, node: Indicator, level: int) -> Cell:
    """Write a scored node with clauses beneath it: the clauses first, then its own judgement."""
    first = layout.row
    _own_text(layout, node, level)
    weights = {w.clause: w.weight for w in layout.scheme.weights if w.item == node.code}
    percents: dict[str, Cell] = {}
    banded = isinstance(layout.asking(node).rule, PercentInBand)
    for child in node.children:
        row = layout.row
        if child.unscored or layout.bands is None or not banded:
            layout.begun().reference(layout, TextRow(node=child))
        else:
            asked = ClauseRow(node=child, lists=layout.bands, weighed=child.code in weights)
            percents[child.code] = layout.begun().basis(layout, asked)
        _level_names(layout, child, level + 1, row, layout.row - 1)
    last = layout.row
    shown = basis_range(list(percents.values()), weighed=bool(weights)) if percents else None
    weighted = weighted_percent(weights, percents) if weights else None
    whole = ScoredRow(node=node, level=level + 1, shown=shown, weighted=weighted)
    score = layout.begun().leaf(layout, whole)
    _level_names(layout, node, level, first, last)
    area = Merge.across(last, level + 2, layout.columns.levels + 1)
    layout.canvas.span(area, Style.NAME, "综合判断")
    return score


def _ruled(layout: Layout, node: Indicator, level: int) -> Cell:
    """Write a leaf that asks for several answers: a row each, then what they come to."""
    first = layout.row
    asking = layout.asking(node)
    _own_text(layout, beside_parts(asking), level)
    asks = way_of(asking.rule).asks(asking.rule, asking)
    asked = [
        layout.begun().part(layout, PartRow(asking=asking, ask=ask, place=place))
        for place, ask in enumerate(asks)
        if not ask.own
    ]
    parts = tuple(part for part in asked if part is not None)
    rule = "\n".join(explained(asking))
    whole = ScoredRow(node=node, level=level, shown=rule, parts=parts)
    score = layout.begun().leaf(layout, whole)
    _level_names(layout, node, level, first, layout.row - 1)
    return score


def _own_text(layout: Layout, node: Indicator, level: int) -> None:
    """Write what the notice says of a node above its parts; such rows name no node of their own."""
    if not official_text(node):
        return
    first = layout.row
    layout.begun().reference(layout, TextRow(node=node))
    for row in range(first, layout.row):
        layout.canvas.fill(row, range(level + 2, layout.columns.levels + 2), Style.NAME)


def _level_names(layout: Layout, node: Indicator, level: int, first: int, last: int) -> None:
    """Write the node's number and name beside its rows; a leaf's name reaches the criteria.

    Beside tall rows they stand again where each begins, whole in its first row: so none is out of
    sight further down on a screen or cut by the end of a page.
    """
    canvas, columns = layout.canvas, layout.columns
    reach = columns.levels + 1 if not node.children else level + 1
    caption = _caption(layout.scheme, node, level)
    width = sum(columns.widths[level:reach])
    for top, bottom in layout.stretches(first, last):
        if level == 1:
            canvas.span(Merge.down(1, top, bottom), Style.NUMBER, node.number)
        area = Merge.between(canvas.cell(top, level + 1), canvas.cell(bottom, reach))
        canvas.span(area, Style.NAME, caption)
        if level == 1:
            layout.named.add(top)
        if columns.tall:
            canvas.make_room(top, caption, width)


def _caption(scheme: Scheme, node: Indicator, level: int) -> str:
    points = effective_points(scheme, node)
    name = node.name if level == 1 else f"{node.number}{node.name}"
    told = (
        *(() if points is None else (f"{plain_number(points)}分",)),
        *weight_told(node),
        *(("必备",) if node.required else ()),
    )
    return f"{name}\n（{'，'.join(told)}）" if told else name
