"""A table of indicators as nodes: levels, criteria and points, whatever is merged in it."""

import re
from collections.abc import Mapping

from builder.notice.lines import Cell, Line, Table
from builder.notice.recognise.amounts import alone, split_points
from builder.notice.recognise.columns import Column, Headed, is_repeated
from builder.notice.recognise.grid_columns import (
    NESTED,
    ORDINAL,
    SUM,
    has_nested,
    levels_of,
    with_ordinals,
)
from builder.notice.recognise.grid_rows import Filling, Group
from builder.notice.recognise.labels import Labelled, Mark, labelled, squeezed
from builder.notice.recognise.node import Node
from builder.notice.recognise.weights import printed_weight, split_printed
from builder.notice.recognise.work import Work

_TO_FILL = "留给评分人填写的栏"
_TO_SIGN = re.compile(r".{0,10}(?:签[字名]|盖章|评语|意见|总体评价|日期|年月日).{0,8}|.{1,12}[:：]")
_CONTINUED = re.compile(r"[（(]\s*续\s*[)）]")
_LONG = 30


class GridReader:
    """One table while its rows are read; ``roots`` are the nodes at its first level."""

    def __init__(
        self, work: Work, table: Table, head: Headed, known: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Nothing has been read; ``known`` are the names above each name by another table."""
        self._known = known
        head = with_ordinals(table, head)
        self._work, self._table, self._head = work, table, head
        self._filling = Filling(work, head)
        self._levels, self._criteria = levels_of(table, head)
        self._nested = len(self._levels) == 1 and has_nested(table, head)
        self.roots: list[Node] = []
        self.after: list[Line] = []
        self._path: list[Node] = []
        self._groups: list[Group] = []
        self._group_of: dict[int, Group] = {}
        self._ordinals: list[tuple[Node | None, Line, str]] = []

    def read(self) -> list[Node]:
        """The nodes of the first level, with all that is beneath them."""
        for row in self._table.rows[: self._head.rows]:
            self._work.leave((line for cell in row for line in cell.lines), "表头")
        for row in self._table.rows[self._head.rows :]:
            self._row(row)
        for group in self._groups:
            self._filling.fill(group)
        self._number()
        return self.roots

    def _row(self, row: tuple[Cell, ...]) -> None:
        if is_repeated(row, self._table, self._head):
            self._work.leave((line for cell in row for line in cell.lines), "跨页重复的表头")
        elif self._is_sum(row):
            self._sum(row)
        elif self._is_to_sign(row):
            self._work.leave((line for cell in row for line in cell.lines), _TO_FILL)
        elif self._is_remark(row):
            self.after += [line for cell in row for line in cell.lines]
        else:
            new = self._open(row)
            self._contents(row, new)

    def _is_sum(self, row: tuple[Cell, ...]) -> bool:
        first = next((cell for cell in row if cell.lines), Cell())
        return SUM.match(squeezed(first.text)) is not None and len(first.text) <= _LONG

    def _sum(self, row: tuple[Cell, ...]) -> None:
        amounts = [
            amount
            for cell in row
            for line in cell.lines
            if (amount := alone(SUM.sub("", line.text))) is not None
        ]
        lines = [line for cell in row for line in cell.lines]
        whole = SUM.match(squeezed(lines[0].text))
        if whole is not None and whole[0] == "小计":
            self._work.leave(lines, "小计，由各项相加得出")
        elif amounts:
            self._work.head.total = self._work.head.total or amounts[-1]
            self._work.use(lines, "总分")
        else:
            self._work.leave(lines, "合计行")

    def _is_to_sign(self, row: tuple[Cell, ...]) -> bool:
        """Whether nothing stands in a row but what is signed or filled in on paper."""
        texts = [squeezed(cell.text) for cell in row if cell.lines]
        return bool(texts) and all(map(_TO_SIGN.fullmatch, texts))

    def _is_remark(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row is a sentence about the whole: one cell, which is no criterion's."""
        filled = [(at, cell) for at, cell in enumerate(row) if cell.lines]
        if len(filled) != 1:
            return False
        at, cell = filled[0]
        wide = cell.across >= len(row) - 1
        text = cell.text
        if at in self._levels or at in self._head.of(Column.NUMBER):
            first = labelled(cell.lines[0].text)
            return (
                text.startswith(("评分说明", "说明", "注"))
                or (len(text) > _LONG and "。" in text)
                or (wide and first.mark is Mark.NUMBER and split_points(text)[1] is None)
            )
        return wide and len(row) > 1

    def _open(self, row: tuple[Cell, ...]) -> Node | None:
        """Open the nodes that a row begins; the lowest of them, ``None`` where it begins none."""
        new: Node | None = None
        number = next((row[at] for at in self._head.of(Column.NUMBER) if row[at].lines), None)
        first: Node | None = None
        if number is not None and self._names(number) in self._known:
            # A page moved the row to the left.
            new, number = self._node(number, 0, opened=False), None
        if number is not None and self._nested and NESTED.fullmatch(squeezed(number.text)):
            return self._node(row[self._levels[0]], 0, opened=False, number=number)
        for depth, at in enumerate(self._levels):
            if at >= len(row) or not row[at].lines:
                continue
            if self._path and ORDINAL.fullmatch(row[at].text):
                self._work.leave(row[at].lines, "序号列只数行，不是指标的编号")
                continue
            made = self._node(row[at], depth, opened=new is not None)
            if made is None:
                continue
            first = first or (made if depth == 0 else None)
            new = made
        if number is not None:
            for line in number.lines:
                self._ordinals.append((first, line, number.text))
        return new

    def _node(
        self, cell: Cell, depth: int, *, opened: bool, number: Cell | None = None
    ) -> Node | None:
        """The node of a cell beneath the open one, ``None`` where it is the open one again.

        Where ``number`` stands in a column of its own, it says how deep the node is.
        """
        texts = [_CONTINUED.sub("", line.text) for line in cell.lines]
        text, weight = split_printed("".join(texts))
        name, points = split_points(text)
        if points is None and len(texts) > 1 and alone(texts[-1]) is not None:
            name, points = "".join(texts[:-1]), alone(texts[-1])
        head = labelled(name)
        if head.mark is Mark.NONE and (tight := re.match(r"(\d{1,2})(?=[\u4e00-\u9fff])", name)):
            head = Labelled(mark=Mark.NUMBER, label=tight[1], rest=name[tight.end() :], depth=1)
        if number is not None:
            parts = len(re.findall(r"\d+", number.text))
            label = squeezed(number.text).rstrip(".、")
            head = Labelled(mark=Mark.DOTTED, label=label, rest=head.rest, depth=parts)
            self._work.use(number.lines, f"指标“{head.rest}”的序号")
        if len(self._levels) == 1 and head.depth:
            depth = head.depth - 1
        above = self._known.get(squeezed(head.rest))
        if above is not None:
            depth = len(above)
            self._go_under(above)
        here = self._path[depth] if depth < len(self._path) else None
        if here is not None and not name and points is not None and here.points is None:
            # The points of a cell that a page cut in two.
            here.points = points
            self._work.use(cell.lines, f"“{here.title}”的分值")
            return None
        if not opened and here is not None and squeezed(here.title) == squeezed(name):
            # Printed again, on a new page or because nothing is merged.
            self._work.use(cell.lines, f"指标“{here.title}”")
            here.points = here.points if here.points is not None else points
            return None
        node = Node(head=head, name=head.rest, points=points, lines=list(cell.lines), of_table=True)
        node.weight = weight
        del self._path[depth:]
        (self._path[-1].children if self._path else self.roots).append(node)
        self._path.append(node)
        self._work.use(cell.lines, f"指标“{node.title}”")
        return node

    def _names(self, cell: Cell) -> str:
        return squeezed(labelled(split_points(cell.text)[0]).rest)

    def _go_under(self, above: tuple[str, ...]) -> None:
        """Open the nodes of these names again, as far as there are any."""
        path: list[Node] = []
        siblings = self.roots
        for name in above:
            found = next((node for node in siblings if squeezed(node.name) == name), None)
            if found is None:
                return
            path.append(found)
            siblings = found.children
        if self._path[: len(path)] != path:
            self._path = path

    def _contents(self, row: tuple[Cell, ...], new: Node | None) -> None:
        if not self._path:
            self.after += [line for cell in row for line in cell.lines]
            return
        node = new or self._path[-1]
        group = self._group_of.get(id(node))
        if group is None:
            group = self._group_of[id(node)] = Group(node=node)
            self._groups.append(group)
        criteria = [line for at in self._criteria for line in row[at].lines]
        self._beside_levels(row)
        points = [line for at in self._points_of_rows for line in row[at].lines]
        notes = [
            ("" if column is Column.NOTE else self._head.names[at], line)
            for column in (Column.NOTE, Column.OTHER)
            for at in self._head.of(column)
            if at not in self._levels and at not in self._others
            for line in row[at].lines
        ]
        if any(row[at].lines for at in self._others):
            group.others.append([[*row[at].lines] for at in self._others])
        group.rows.append((criteria, points, notes))
        bands = [[*_over(row, at).lines] for at in self._head.of(Column.BAND)]
        if any(bands):
            group.bands.append(bands)
        if given := (*self._head.of(Column.OPTION), *self._head.of(Column.GIVEN)):
            group.options.append([[*row[at].lines] for at in given])
        for at in self._head.of(Column.BLANK):
            self._work.leave(row[at].lines, _TO_FILL)

    def _beside_levels(self, row: tuple[Cell, ...]) -> None:
        """Give each level its weight, and points beside it where further levels follow."""
        for at in self._head.of(Column.WEIGHT):
            depth = sum(level < at for level in self._levels) - 1
            if 0 <= depth < len(self._path) and row[at].lines:
                node = self._path[depth]
                node.weight = printed_weight(self._head.names[at], row[at].text)
                self._work.use(row[at].lines, f"“{node.title}”的权重")
        for at in self._head.of(Column.POINTS):
            if at in self._points_of_rows or not row[at].lines:
                continue
            depth = sum(level < at for level in self._levels) - 1
            amount = alone(row[at].text)
            if 0 <= depth < len(self._path) and amount is not None:
                self._filling.points(self._path[depth], amount, [*row[at].lines])

    @property
    def _others(self) -> tuple[int, ...]:
        """Columns of other names: what stands in one of several means nothing without its name."""
        others = tuple(at for at in self._head.of(Column.OTHER) if at not in self._levels)
        return others if len(others) > 1 and all(self._head.names[at] for at in others) else ()

    @property
    def _points_of_rows(self) -> tuple[int, ...]:
        """The columns whose points are those of the lowest level or of its criteria."""
        points, last = self._head.of(Column.POINTS), max(self._levels, default=0)
        # Where all stand before the names, each is that of its row.
        before = bool(points) and points[-1] < min(self._levels, default=0)
        return points if before else tuple(at for at in points if at > last)

    def _number(self) -> None:
        """Take the ordinals as numbers of the first level where they count it; else leave them."""
        every = [re.sub(r"\D", "", text) for _, _, text in self._ordinals]
        digits = [
            digit
            for (node, _, _), digit in zip(self._ordinals, every, strict=True)
            if node is not None
        ]
        count = [str(at) for at in range(1, len(digits) + 1)]
        rows = [str(at) for at in range(1, len(every) + 1)]
        if len(every) > len(digits) and every == rows:
            # They count rows, of which one node has several.
            count = []
        for node, line, text in self._ordinals:
            if node is not None and digits == count and not node.head.label:
                number = re.sub(r"[.、．]$", "", text)
                node.head = Labelled(mark=Mark.NUMBER, label=number, rest=node.name, depth=1)
                self._work.use([line], f"指标“{node.title}”的序号")
            elif ORDINAL.fullmatch(text):
                self._work.leave([line], "序号列只数行，不是指标的编号")


def _over(row: tuple[Cell, ...], at: int) -> Cell:
    """The cell that lies over a column: what is merged across several is said in each."""
    left = at
    while left and row[left].covered:
        left -= 1
    return row[left] if left + row[left].across > at else row[at]
