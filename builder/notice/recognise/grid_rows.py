"""What the rows of a table give a node: criteria, notes, points, what each band means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from builder.load.amounts import range_of, worth_of
from builder.load.rule_tables import points_told
from builder.load.suspects import number_in
from builder.notice.lines import Line
from builder.notice.question import Question
from builder.notice.recognise.amounts import alone, band_name, ends_with_points, written
from builder.notice.recognise.columns import Column, Headed
from builder.notice.recognise.joining import is_joined
from builder.notice.recognise.labels import NOTE, Mark, labelled, squeezed
from builder.notice.recognise.node import Entry, Grid, Node
from builder.notice.recognise.work import Work

_ENDED = re.compile(r"[。；;！？.…）)”]$")
# Where a line of a., b. and so on may be taken apart, and one of 1.…；2.…
APART = re.compile(r"\s+(?=[b-z]\s*[.．、)）])|(?<=[；;。])\s*(?=\d{1,2}[.．、](?!\d))")


@dataclass(kw_only=True)
class Group:
    """The rows of one lowest node: its criteria row by row, the points beside each, and remarks.

    A remark has the name of its column where that is no usual one.
    """

    node: Node
    rows: list[tuple[list[Line], list[Line], list[tuple[str, Line]]]] = field(default_factory=list)
    bands: list[list[list[Line]]] = field(default_factory=list)
    others: list[list[list[Line]]] = field(default_factory=list)
    options: list[list[list[Line]]] = field(default_factory=list)


class Filling:
    """Gives nodes of one table what stands in their rows."""

    def __init__(self, work: Work, head: Headed) -> None:
        """Nothing has been given."""
        self._work, self._head = work, head

    def fill(self, group: Group) -> None:
        """Give a node its criteria, notes, points and bands."""
        node = group.node
        amounts = [
            (lines, alone("".join(line.text for line in lines))) for _, lines, _ in group.rows
        ]
        pointed = [amount for lines, amount in amounts if lines and amount is not None]
        split = len(pointed) > 1 or (bool(pointed) and node.points is not None)
        split = split and sum(bool(criteria) for criteria, _, _ in group.rows) > 1
        for (criteria, lines, notes), (_, amount) in zip(group.rows, amounts, strict=True):
            entries = self._entries(criteria, node)
            if amount is not None and split and entries:
                entries[0].text += f"（{written(amount)}分）"
                entries[0].lines += lines
                self._work.use(lines, f"“{node.title}”要点的分值")
            elif amount is not None:
                self.points(node, amount, lines)
            elif lines:
                self._odd_points(node, lines)
            for called, line in notes:
                # What says how to score is no remark, whatever its column is called.
                note = not points_told(line.text)
                # 企业提供 means nothing without 数据来源.
                text = f"{called}：{line.text}" if called else line.text
                node.contents.append(Entry(text=text, lines=[line], note=note))
                self._work.use([line], f"“{node.title}”的{'注' if note else '要点'}")
        if group.bands:
            titles = [band_name(self._head.names[at]) for at in self._head.of(Column.BAND)]
            cells = [[line for row in group.bands for line in row[at]] for at in range(len(titles))]
            rows = [titles, ["<br>".join(line.text for line in cell) for cell in cells]]
            held = [line for cell in cells for line in cell]
            node.contents.append(Grid(rows=rows, lines=held))
            self._work.use(held, f"“{node.title}”的档次说明")

        if group.others:
            named = [at for at in self._head.of(Column.OTHER) if self._head.names[at]]
            self._print(node, named[-len(group.others[0]) :], group.others, "所列各项")
        if group.options:
            self._options(group)

    def _print(
        self, node: Node, columns: Sequence[int], rows: list[list[list[Line]]], what: str
    ) -> None:
        """Print rows under a node as they stand, under the names of their columns."""
        texts = [["<br>".join(line.text for line in cell) for cell in row] for row in rows]
        held = [line for row in rows for cell in row for line in cell]
        node.contents.append(
            Grid(rows=[[self._head.names[at] for at in columns], *texts], lines=held)
        )
        self._work.use(held, f"“{node.title}”{what}")

    def _options(self, group: Group) -> None:
        """Print the options of a node with what each gives; the best is what it is worth."""
        node = group.node
        columns = (*self._head.of(Column.OPTION), *self._head.of(Column.GIVEN))
        self._print(node, columns, group.options, "的选项")
        texts = ["".join(line.text for line in row[-1]) for row in group.options]
        given = [ends[1] for text in texts if (ends := worth_of(text)) is not None]
        if node.points is None and given:
            best = written(max(given))
            answer = self._work.ask(
                Question(
                    key=f"points:{squeezed(node.title)}",
                    subject=f"“{node.title}”的分值",
                    words=f"“{node.title}”没有印分值，选项最高 {best} 分。"
                    "本项是多少分？（只写数字）",
                    proposal=best,
                    place=node.place,
                )
            )
            node.points = alone(answer)

    def _entries(self, lines: list[Line], node: Node) -> list[Entry]:
        made: list[Entry] = []
        inner = [line for line in lines if line.cells]
        for at, line in enumerate(_apart([line for line in lines if not line.cells])):
            note = NOTE.match(line.text) is not None
            before = next((one for one in reversed(node.entries) if not one.note), None)
            if at == 0 and before is not None and self._goes_on(before, line) and not note:
                words = (
                    f"“…{before.text[-15:]}”后面没有句号，下一段是“{line.text[:15]}…”，连成一句吗？"
                )
                if is_joined(self._work, before, line, subject="一句话分在两处", words=words):
                    self._work.guess([line], f"“{node.title}”的要点", "上一段没有句号，连成一句")
                    continue
            entry = Entry(text=line.text, lines=[line], note=note)
            node.contents.append(entry)
            made.append(entry)
            self._work.use([line], f"“{node.title}”的{'注' if note else '要点'}")
        for _, held in groupby(inner, key=lambda line: len(line.cells)):
            rows = [*held]
            node.contents.append(Grid(rows=[[*line.cells] for line in rows], lines=rows))
            self._work.use(rows, f"“{node.title}”下的表")
        return made

    def _goes_on(self, before: Entry, line: Line) -> bool:
        """Whether a line at the top of a new row only goes on with the sentence above it."""
        above = before.lines[-1]
        return (
            above.place != line.place
            and labelled(line.text).mark is Mark.NONE
            and labelled(before.text).mark is not Mark.NONE
            and _ENDED.search(before.text) is None
        )

    def points(self, node: Node, amount: Decimal, lines: list[Line]) -> None:
        """Give a node points; where it has others already, a person says which count."""
        if node.points is not None and node.points != amount:
            first, second = written(node.points), written(amount)
            answer = self._work.ask(
                Question(
                    key=f"points:{squeezed(node.title)}",
                    subject=f"“{node.title}”的分值",
                    words=f"“{node.title}”一处写 {first} 分，一处写 {second} 分。以哪个为准？",
                    proposal=first,
                    place=lines[0].place,
                    options=(first, second),
                )
            )
            amount = Decimal(answer)
            self._work.head.remarks.append(
                (node.title, f"原文件一处印{first}分，一处印{second}分，按{answer}分录入。")
            )
        node.points = amount
        self._work.use(lines, f"“{node.title}”的分值")

    def _odd_points(self, node: Node, lines: list[Line]) -> None:
        text = "".join(line.text for line in lines)
        span = range_of(text)
        proposal = number_in(text) if span is None else written(span[1])
        answer = self._work.ask(
            Question(
                key=f"points:{squeezed(node.title)}",
                subject=f"“{node.title}”的分值",
                words=f"“{node.title}”的分值印作“{text}”，满分是多少分？（只写数字）",
                proposal=proposal or "0",
                place=lines[0].place,
            )
        )
        node.points = alone(answer) or node.points
        self._work.head.remarks.append(
            (node.title, f"原文件的分值印作“{text}”，按满分{answer}分录入。")
        )
        self._work.guess(lines, f"“{node.title}”的分值", "分值的写法认不准")


def _apart(lines: list[Line]) -> list[Line]:
    """The lines, each with one criterion where a line holds a., b. and so on."""
    found: list[Line] = []
    for line in lines:
        pieces = APART.split(line.text)
        letters = [piece[:1] for piece in pieces]
        lettered = letters == [chr(ord("a") + at) for at in range(len(pieces))]
        # Numbered ones are apart only where each says what it is worth.
        counted = letters == [str(at) for at in range(1, len(pieces) + 1)]
        if len(pieces) > 1 and (lettered or (counted and all(map(ends_with_points, pieces)))):
            found += [replace(line, text=piece.strip()) for piece in pieces]
        else:
            found.append(line)
    return found
