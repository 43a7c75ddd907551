"""The rows of a review: what the applicant said, and what its reviewer types beside it."""

from collections.abc import Mapping
from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.cell_text import fitting
from builder.book.style import Style
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
from builder.kit.scoring.rows import end_rows, put_asked, put_official
from builder.model.official import Indicator
from builder.model.panel.material import Material
from builder.panel.review.columns import CRITERIA_WIDTH, NOTE_WIDTH, PROOF_WIDTH, ReviewColumns

WORDS_LENGTH = 1000
# What a reviewer writes of an indicator, by the first part of the input's name.
WORDS = (("strengths", "优势"), ("improvements", "改进机会"), ("questions", "现场核实问题"))
REMOVED = "已删减"
_LEAST_HEIGHT = 40


@frozen
class ReviewRows:
    """The rows for one applicant; ``proofs`` are its evidence by the indicator's label."""

    columns: ReviewColumns
    material: Material
    proofs: Mapping[str, str]

    def leaf(self, layout: Layout, asked: ScoredRow) -> Cell:
        """Write a scored row; return the cell that holds the reviewer's score after its cap."""
        node, canvas, columns, row = asked.node, layout.canvas, self.columns, layout.row
        official = put_official(layout, node, asked.shown)
        limit = canvas.put(row, columns.points, Style.POINTS, points_of(layout, node))
        own = canvas.put(row, columns.own, Style.POINTS, self.material.scores.get(node.code))
        note, proofs = self._told(layout, node)
        if node.code in self.material.removed:
            canvas.fill(row, range(columns.band, columns.status), Style.NOTE)
            counted = canvas.put(row, columns.counted, Style.POINTS, Decimal(0))
            canvas.put(row, columns.status, Style.STATUS, REMOVED)
        else:
            _, reason, _ = self._words(layout, node)
            leaf = judged_leaf(layout, asked, "评审分", limit, reason, own, proved=False)
            layout.leaves.append(leaf)
            counted = leaf.counted
        self._end_row(layout, official, note, proofs)
        return counted

    def part(self, layout: Layout, asked: PartRow) -> AnswerPlan | None:
        """Write an answer in a row of its own; none of what was deleted by agreement."""
        if asked.asking.node.code in self.material.removed:
            return None
        columns = self.columns
        official = put_asked(layout, asked.ask)
        told = (columns.own, columns.own_note, columns.evidence)
        words = range(columns.note, columns.note + len(WORDS))
        layout.canvas.fill(layout.row, (*told, *words), Style.NOTE)
        part = judged_part(layout, asked)
        self._end_row(layout, official, "", "")
        return part

    def basis(self, layout: Layout, asked: ClauseRow) -> Cell:
        """Write a clause whose percent is recorded; return the cell of the percent."""
        node, columns = asked.node, self.columns
        official = put_official(layout, node)
        others = (columns.points, columns.own, columns.counted)
        layout.canvas.fill(layout.row, others, Style.NOTE)
        note, proofs = self._told(layout, node)
        basis = recorded_basis(layout, asked)
        self._words(layout, node)
        layout.bases.append(basis)
        self._end_row(layout, official, note, proofs)
        return basis.percent

    def reference(self, layout: Layout, asked: TextRow) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing."""
        official = put_official(layout, asked.node)
        nothing = not_scored(layout)
        note = self._told(layout, asked.node)[0] if asked.answered else ""
        self._end_row(layout, official, note, "")
        return nothing

    def _end_row(self, layout: Layout, official: str, note: str, proofs: str) -> None:
        columns = self.columns
        texts = (
            (columns.criteria, official, CRITERIA_WIDTH),
            (columns.own_note, note, NOTE_WIDTH),
            (columns.evidence, proofs, PROOF_WIDTH),
        )
        end_rows(layout, texts, least=_LEAST_HEIGHT)

    def _told(self, layout: Layout, node: Indicator) -> tuple[str, str]:
        """Write what the applicant said of an indicator; return its note and its evidence."""
        canvas, row = layout.canvas, layout.row
        note = fitting(self.material.notes.get(node.code, ""))
        proofs = fitting(self.proofs.get(node.label, ""))
        canvas.put(row, self.columns.own_note, Style.OFFICIAL, note or None)
        canvas.put(row, self.columns.evidence, Style.OFFICIAL, proofs or None)
        return note, proofs

    def _words(self, layout: Layout, node: Indicator) -> tuple[Cell, ...]:
        """Write the cells for the reviewer's words; return them in the order of ``WORDS``."""
        first, allowed = self.columns.note, Allowed(longest=WORDS_LENGTH)
        places = range(first, first + len(WORDS))
        cells = [layout.canvas.put(layout.row, place, Style.INPUT_TEXT) for place in places]
        layout.inputs += (
            indicator_input(kind, InputKind.TEXT, node, cell, title, allowed)
            for cell, (kind, title) in zip(cells, WORDS, strict=True)
        )
        return tuple(cells)
