"""The rows of a review: what the applicant said, and what its reviewer types beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.cell_text import fitting
from builder.book.naming import indicator_name
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.kit.bands import BandLists, lowest_described
from builder.kit.kit_plan import BasisPlan, LeafPlan
from builder.kit.scoring.inputs import band_inputs
from builder.kit.scoring.layout import ClauseRow, Layout, ScoredRow, TextRow
from builder.kit.scoring.rows import shown_text
from builder.kit.status import (
    BandedRow,
    banded_status,
    basis_status,
    counted_percent,
    counted_points,
    leaf_status,
)
from builder.model.official import Indicator
from builder.model.panel.material import Material
from builder.model.points import effective_points
from builder.panel.review.columns import (
    CRITERIA_WIDTH,
    NOTE_WIDTH,
    PROOF_WIDTH,
    ReviewColumns,
)

WORDS_LENGTH = 1000
# What a reviewer writes of an indicator, by the first part of the input's name.
WORDS = (("strengths", "优势"), ("improvements", "改进机会"), ("questions", "现场核实问题"))
REMOVED = "已删减"
_LEAST_HEIGHT = 40


@dataclass(frozen=True, kw_only=True)
class ReviewRows:
    """The rows for one applicant; ``proofs`` are its evidence by the indicator's label."""

    columns: ReviewColumns
    material: Material
    proofs: Mapping[str, str]

    def leaf(self, layout: Layout, asked: ScoredRow) -> Cell:
        """Write a scored row; return the cell that holds the reviewer's score after its cap."""
        node, shown = asked.node, asked.shown
        canvas, columns, row = layout.canvas, self.columns, layout.row
        points = effective_points(layout.scheme, node) or Decimal(0)
        official = shown_text(layout, node) if shown is None else ""
        if shown is None:
            canvas.put(row, columns.criteria, Style.OFFICIAL, official)
        else:
            canvas.compute(row, columns.criteria, Style.NOTE, shown)
        limit = canvas.put(row, columns.points, Style.POINTS, points)
        own = canvas.put(row, columns.own, Style.POINTS, self.material.scores.get(node.code))
        note, proofs = self._told(layout, node)
        if node.code in self.material.removed:
            for column in range(columns.band, columns.status + 1):
                canvas.put(row, column, Style.NOTE)
            counted = canvas.put(row, columns.counted, Style.POINTS, Decimal(0))
            canvas.put(row, columns.status, Style.STATUS, REMOVED)
        else:
            words = self._words(layout, node)
            leaf = self._judged(layout, node, (points, limit, own), words[1], asked.weighted)
            layout.leaves.append(leaf)
            counted = leaf.counted
        texts = ((official, CRITERIA_WIDTH), (note, NOTE_WIDTH), (proofs, PROOF_WIDTH))
        canvas.fit(row, texts, least=_LEAST_HEIGHT)
        layout.row += 1
        return counted

    def basis(self, layout: Layout, asked: ClauseRow) -> Cell:
        """Write a clause whose percent is recorded; return the cell of the percent."""
        node = asked.node
        canvas, columns, row = layout.canvas, self.columns, layout.row
        official = shown_text(layout, node)
        canvas.put(row, columns.criteria, Style.OFFICIAL, official)
        for column in (columns.points, columns.own, columns.counted):
            canvas.put(row, column, Style.NOTE)
        note, proofs = self._told(layout, node)
        band = canvas.put(row, columns.band, Style.INPUT_OPTION)
        percent = canvas.put(row, columns.score, Style.INPUT_PERCENT)
        layout.inputs += band_inputs(node, band, percent, layout)
        self._words(layout, node)
        state = basis_status(band, percent, asked.lists.fits(band, percent), weighed=asked.weighed)
        status = canvas.compute(row, columns.status, Style.STATUS, state)
        layout.bases.append(
            BasisPlan(code=node.code, label=node.label, percent=percent, status=status)
        )
        texts = ((official, CRITERIA_WIDTH), (note, NOTE_WIDTH), (proofs, PROOF_WIDTH))
        canvas.fit(row, texts, least=_LEAST_HEIGHT)
        layout.row += 1
        return percent

    def reference(self, layout: Layout, asked: TextRow) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing."""
        node = asked.node
        canvas, columns, row = layout.canvas, self.columns, layout.row
        official = shown_text(layout, node)
        canvas.put(row, columns.criteria, Style.OFFICIAL, official)
        for column in range(columns.points, columns.status + 1):
            canvas.put(row, column, Style.NOTE)
        note = self._told(layout, node)[0] if asked.answered else ""
        nothing = canvas.put(row, columns.counted, Style.NOTE)
        canvas.put(row, columns.status, Style.NOTE, "不计分")
        canvas.fit(row, ((official, CRITERIA_WIDTH), (note, NOTE_WIDTH)), least=_LEAST_HEIGHT)
        layout.row += 1
        return nothing

    def _told(self, layout: Layout, node: Indicator) -> tuple[str, str]:
        """Write what the applicant said of an indicator; return its note and its evidence."""
        canvas, row = layout.canvas, layout.row
        note = fitting(self.material.notes.get(node.code, ""))
        proofs = fitting(self.proofs.get(node.label, ""))
        canvas.put(row, self.columns.own_note, Style.OFFICIAL, note or None)
        canvas.put(row, self.columns.evidence, Style.OFFICIAL, proofs or None)
        return note, proofs

    def _words(self, layout: Layout, node: Indicator) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for column, (kind, title) in enumerate(WORDS, start=self.columns.note):
            cell = layout.canvas.put(layout.row, column, Style.INPUT_TEXT)
            cells.append(cell)
            layout.inputs.append(
                InputPlan(
                    name=indicator_name(kind, node.code),
                    kind=InputKind.TEXT,
                    cell=cell,
                    title=f"{node.label}　{title}",
                    allowed=Allowed(longest=WORDS_LENGTH),
                    indicator=node.code,
                )
            )
        return tuple(cells)

    def _judged(
        self,
        layout: Layout,
        node: Indicator,
        told: tuple[Decimal, Cell, Cell],
        reason: Cell,
        weighted: Expression | None,
    ) -> LeafPlan:
        canvas, columns, row = layout.canvas, self.columns, layout.row
        points, limit, own = told
        if layout.bands is None:
            score = canvas.put(row, columns.score, Style.INPUT_POINTS)
            layout.inputs.append(
                InputPlan(
                    name=indicator_name("score", node.code),
                    kind=InputKind.SCORE,
                    cell=score,
                    title=f"{node.label}　评审分",
                    allowed=Allowed(low=Decimal(0), high=points, step=layout.scheme.step),
                    indicator=node.code,
                )
            )
            worth = counted_points(score, limit)
            state = leaf_status(score, limit, None, layout.scheme.step)
        else:
            score, fits = self._percent(layout, layout.bands, node, weighted)
            worth = counted_percent(score, limit)
            state = banded_status(
                BandedRow(
                    percent=score,
                    note=reason,
                    evidence=None,
                    fits=fits,
                    described_from=lowest_described(layout.scheme),
                )
            )
        return LeafPlan(
            code=node.code,
            label=node.label,
            veto=node.veto,
            points=points,
            score=score,
            banded=layout.bands is not None,
            computed=weighted is not None,
            counted=canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, worth),
            evidence=own,
            status=canvas.compute(row, columns.status, Style.STATUS, state),
        )

    def _percent(
        self, layout: Layout, lists: BandLists, node: Indicator, weighted: Expression | None
    ) -> tuple[Cell, Expression | None]:
        canvas, columns, row = layout.canvas, self.columns, layout.row
        if weighted is not None:
            canvas.put(row, columns.band, Style.NOTE, "按条款权重计算（非原文件规定）")
            return canvas.compute(row, columns.score, Style.COMPUTED_PERCENT, weighted), None
        band = canvas.put(row, columns.band, Style.INPUT_OPTION)
        percent = canvas.put(row, columns.score, Style.INPUT_PERCENT)
        layout.inputs += band_inputs(node, band, percent, layout)
        return percent, lists.fits(band, percent)
