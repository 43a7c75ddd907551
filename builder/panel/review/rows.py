"""The blocks of a review: what the applicant said, and what its reviewer types beneath it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.cell_text import fitting
from builder.book.style import Style
from builder.book.text_pieces import pieces
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.indicator_input import indicator_input
from builder.kit.kit_plan import AnswerPlan
from builder.kit.scoring.judged import (
    judged_leaf,
    judged_part,
    not_scored,
    points_of,
    recorded_basis,
)
from builder.kit.scoring.layout import ClauseRow, Layout, PartRow, ScoredRow, TextRow
from builder.kit.scoring.rows import put_asked, put_official
from builder.model.official import Indicator
from builder.model.panel.material import Material
from builder.panel.review.columns import WHAT_WIDTH, ReviewColumns

WORDS_LENGTH = 1000
# What a reviewer writes of an indicator, by the first part of the input's name.
WORDS = (("strengths", "优势"), ("improvements", "改进机会"), ("questions", "现场核实问题"))
REMOVED = "已删减"
# What one writes of an indicator: the input's name, its title, the hint beneath, what it takes.
Asked = tuple[str, str, str, Allowed]
CRITERIA, OWN_NOTE, PROOFS = "评价要点", "自评说明", "证据"
GOES_ON = "（接上行）"
_ABOVE = "（原文没有另写要点，看名称和上面各条）"
_WORDS: tuple[Asked, ...] = tuple(
    (kind, title, "每行一条", Allowed(longest=WORDS_LENGTH)) for kind, title in WORDS
)
# A row of words shows two lines before anything is typed, a first row has room for a band.
_LEAST_HEIGHT, _FIRST_HEIGHT, _READ_HEIGHT = 36.0, 48.0, 22.0


@frozen
class ReviewRows:
    """The blocks for one applicant; ``proofs`` are its evidence by the indicator's label.

    ``asked`` is what is written beneath what is read.
    """

    columns: ReviewColumns
    material: Material
    proofs: Mapping[str, str]
    asked: tuple[Asked, ...] = _WORDS

    def leaf(self, layout: Layout, asked: ScoredRow) -> Cell:
        """Write a scored block; return the cell that holds the reviewer's score after its cap."""
        node, canvas, columns, row = asked.node, layout.canvas, self.columns, layout.row
        official = put_official(layout, node, asked.shown)
        limit = canvas.put(row, columns.points, Style.POINTS, points_of(layout, node))
        own = limit
        if columns.shows_own:
            own = canvas.put(row, columns.own, Style.POINTS, self.material.scores.get(node.code))
        told = self._told(node)
        if node.code in self.material.removed:
            canvas.fill(row, range(columns.band, columns.status), Style.NOTE)
            counted = canvas.put(row, columns.counted, Style.POINTS, Decimal(0))
            canvas.put(row, columns.status, Style.STATUS, REMOVED)
            self._read(layout, official, told, whole=asked.shown is None)
            return counted
        first = row + self._length(official, told)
        reason = canvas.cell(first + 1, columns.criteria)
        leaf = judged_leaf(layout, asked, columns.noun, limit, reason, own, proved=False)
        layout.leaves.append(leaf)
        self._read(layout, official, told, whole=asked.shown is None)
        self._write(layout, node)
        return leaf.counted

    def part(self, layout: Layout, asked: PartRow) -> AnswerPlan | None:
        """Write an answer in a row of its own; none of what was deleted by agreement."""
        if asked.asking.node.code in self.material.removed:
            return None
        columns = self.columns
        official = put_asked(layout, asked.ask)
        layout.canvas.fill(layout.row, range(columns.points, columns.status), Style.NOTE)
        part = judged_part(layout, asked)
        self._read(layout, official, ())
        return part

    def basis(self, layout: Layout, asked: ClauseRow) -> Cell:
        """Write a clause whose percent is recorded; return the cell of the percent."""
        columns = self.columns
        official = put_official(layout, asked.node)
        layout.canvas.fill(layout.row, range(columns.points, columns.status), Style.NOTE)
        basis = recorded_basis(layout, asked)
        layout.bases.append(basis)
        self._read(layout, official, self._told(asked.node))
        self._write(layout, asked.node)
        return basis.percent

    def reference(self, layout: Layout, asked: TextRow) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing."""
        official = put_official(layout, asked.node)
        nothing = not_scored(layout)
        self._read(layout, official, self._told(asked.node) if asked.answered else ())
        return nothing

    def _told(self, node: Indicator) -> tuple[tuple[str, str], ...]:
        """What the applicant said of an indicator: its note and its evidence, by what they are."""
        said = (
            (OWN_NOTE, fitting(self.material.notes.get(node.code, ""))),
            (PROOFS, fitting(self.proofs.get(node.label, ""))),
        )
        return tuple((what, text) for what, text in said if text)

    def _length(self, official: str, told: Sequence[tuple[str, str]]) -> int:
        """How many rows the texts take that are read."""
        texts = (official, *(text for _, text in told))
        return sum(len(pieces(text, self.columns.wide)) for text in texts)

    def _read(
        self,
        layout: Layout,
        official: str,
        told: Sequence[tuple[str, str]],
        *,
        whole: bool = False,
    ) -> None:
        """Write the texts beneath each other, each in as many rows as it needs.

        The first row is there already; a formula in it stays where there is no official text. A
        ``whole`` indicator without a text or a formula has its text above, in its clauses.
        """
        canvas, columns, first = layout.canvas, self.columns, layout.row
        for what, text in ((CRITERIA, official), *told):
            for place, piece in enumerate(pieces(text, columns.wide)):
                row = layout.row
                canvas.put(row, columns.what, Style.LABEL, GOES_ON if place else what)
                if row > first or piece:
                    canvas.put(row, columns.criteria, Style.OFFICIAL, piece or None)
                elif whole:
                    canvas.put(row, columns.criteria, Style.NOTE, _ABOVE)
                self._beside(layout, first)
                least = _FIRST_HEIGHT if row == first else _READ_HEIGHT
                canvas.fit(row, ((piece, columns.wide),), least=least)
                layout.row += 1

    def _write(self, layout: Layout, node: Indicator) -> None:
        """Write the rows for what is asked, which become higher as they are filled in."""
        canvas, columns = layout.canvas, self.columns
        for kind, title, hint, allowed in self.asked:
            row, said = layout.row, f"{title}\n{hint}"
            canvas.put(row, columns.what, Style.LABEL, said)
            style = Style.INPUT_OPTION if allowed.options else Style.INPUT_TEXT
            cell = canvas.put(row, columns.criteria, style)
            self._beside(layout, row - 1)
            canvas.grow(row, ((said, WHAT_WIDTH),), least=_LEAST_HEIGHT)
            takes = InputKind.CONFIRMATION if allowed.options else InputKind.TEXT
            layout.inputs.append(indicator_input(kind, takes, node, cell, title, allowed))
            layout.row += 1

    def _beside(self, layout: Layout, first: int) -> None:
        """Leave blank what stands beside the rows after the first."""
        columns = self.columns
        if layout.row > first:
            beside = range(columns.points, columns.status + 1)
            layout.canvas.fill(layout.row, beside, Style.NOTE)
