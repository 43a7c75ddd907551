"""The rows of a consensus: every reviewer's points, what they come to, what is agreed."""

from collections.abc import Sequence
from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    AND,
    AVERAGE,
    IF,
    ISNUMBER,
    MAX,
    MEDIAN,
    MIN,
    OR,
    ROUND,
    different,
    equal,
    less,
    minus,
    more,
    times,
)
from builder.frozen import frozen
from builder.kit.indicator_input import indicator_input
from builder.kit.kit_plan import LeafPlan
from builder.kit.scoring.judged import points_of
from builder.kit.scoring.layout import ClauseRow, Layout, PartRow, ScoredRow, TextRow
from builder.kit.status import first_word, is_blank
from builder.model.official import Indicator
from builder.model.panel.material import Material
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Opinion
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.consensus.joining import joined, staged

REASON_LENGTH = 500
TALK = "须讨论"
AS_JOINED, AGREED = "采用合成分", "采用合议分"
UNUSABLE, UNREASONED, NO_SITE = "合议分不能用", "缺改分理由", "缺现场分"
REOPENED = "须重新合议"
REMOVED = "已删减"
_HEIGHT = 30
# Decimal places no points of a notice reach.
_PLACES = 6


@frozen
class ConsensusRows:
    """The rows about one applicant; ``roles`` are those of the opinions' reviewers, in order.

    ``reopened`` are the codes whose scores changed after the panel had agreed.
    """

    columns: ConsensusColumns
    material: Material
    opinions: Sequence[Opinion]
    roles: Sequence[str]
    rules: PanelRules
    reopened: tuple[str, ...] = ()

    def leaf(self, layout: Layout, asked: ScoredRow) -> Cell:
        """Write a scored row; return the cell of the points that count."""
        node = asked.node
        canvas, columns, row = layout.canvas, self.columns, layout.row
        points = points_of(layout, node)
        canvas.put(row, columns.criteria, Style.OFFICIAL, node.label)
        limit = canvas.put(row, columns.points, Style.POINTS, points)
        own = canvas.put(row, columns.own, Style.POINTS, self.material.scores.get(node.code))
        canvas.fit(row, (), least=_HEIGHT)
        layout.row += 1
        if node.code in self.material.removed:
            canvas.fill(row, range(columns.first_reviewer, columns.status), Style.NOTE)
            canvas.put(row, columns.status, Style.STATUS, REMOVED)
            return canvas.put(row, columns.counted, Style.POINTS, Decimal(0))
        given = [
            (canvas.put(row, column, Style.POINTS, opinion.points.get(node.code)), role)
            for column, (opinion, role) in enumerate(
                zip(self.opinions, self.roles, strict=True), start=columns.first_reviewer
            )
            if node.code in opinion.points
        ]
        self._judge(layout, row, limit, given)
        leaf = self._agree(layout, row, node, points, limit, own)
        layout.leaves.append(leaf)
        return leaf.counted

    def part(self, layout: Layout, asked: PartRow) -> None:
        """Write nothing: answers were judged in the reviews, points are joined here."""

    def basis(self, layout: Layout, asked: ClauseRow) -> Cell:
        """Write a clause, which reviewers have judged by and the panel does not score."""
        return self.reference(layout, TextRow(node=asked.node))

    def reference(self, layout: Layout, asked: TextRow) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing."""
        canvas, columns, row = layout.canvas, self.columns, layout.row
        canvas.put(row, columns.criteria, Style.NOTE, asked.node.label)
        canvas.fill(row, range(columns.points, columns.status + 1), Style.NOTE)
        layout.row += 1
        return canvas.cell(row, columns.counted)

    def _judge(
        self, layout: Layout, row: int, limit: Cell, given: Sequence[tuple[Cell, str]]
    ) -> None:
        """Mean, median, highest, lowest, spread, whether to talk, and the points by the rule."""
        canvas, columns = layout.canvas, self.columns
        cells = tuple(cell for cell, _ in given)
        digits, high, low = self.rules.decimals, MAX(*cells), MIN(*cells)
        told = (
            ROUND(AVERAGE(*cells), digits),
            ROUND(MEDIAN(*cells), digits),
            high,
            low,
            _plain(minus(high, low)),
        )
        for column, words in enumerate(told, start=columns.mean):
            canvas.compute(row, column, Style.COMPUTED_POINTS, words)
        wide = more(canvas.cell(row, columns.spread), _plain(times(limit, self.rules.spread)))
        canvas.compute(row, columns.talk, Style.STATUS, IF(wide, TALK, ""))
        canvas.compute(row, columns.joined, Style.COMPUTED_POINTS, joined(self.rules, given))

    def _agree(
        self, layout: Layout, row: int, node: Indicator, points: Decimal, limit: Cell, own: Cell
    ) -> LeafPlan:
        canvas, columns = layout.canvas, self.columns
        agreed = canvas.put(row, columns.score, Style.INPUT_POINTS)
        reason = canvas.put(row, columns.note, Style.INPUT_TEXT)
        allowed = Allowed(low=Decimal(0), high=points)
        words = Allowed(longest=REASON_LENGTH)
        layout.inputs += [
            indicator_input("agreed", InputKind.SCORE, node, agreed, "合议分", allowed),
            indicator_input("reason", InputKind.TEXT, node, reason, "理由", words),
        ]
        chosen = IF(ISNUMBER(agreed), agreed, canvas.cell(row, columns.joined))
        counted: Expression = chosen
        states = [
            (_unusable(agreed, limit), UNUSABLE),
            (AND(different(agreed, ""), is_blank(reason)), UNREASONED),
            # A reason alone settles it: then the joined points were looked at and count.
            *(((is_blank(reason), REOPENED),) if node.code in self.reopened else ()),
        ]
        if columns.staged:
            site = canvas.put(row, columns.site, Style.INPUT_POINTS)
            layout.inputs.append(
                indicator_input("site", InputKind.SCORE, node, site, "现场评审分", allowed)
            )
            counted = staged(self.rules, chosen, site)
            states += [(equal(site, ""), NO_SITE), (_unusable(site, limit), UNUSABLE)]
        state = first_word(*states, (equal(agreed, ""), AS_JOINED), otherwise=AGREED)
        capped = MAX(0, MIN(limit, counted))
        return LeafPlan(
            code=node.code,
            label=node.label,
            points=points,
            score=agreed,
            counted=canvas.compute(row, columns.counted, Style.COMPUTED_POINTS, capped),
            evidence=own,
            status=canvas.compute(row, columns.status, Style.STATUS, state),
        )


def _plain(points: Expression) -> Expression:
    """Points without what binary arithmetic adds to them."""
    return ROUND(points, _PLACES)


def _unusable(score: Cell, limit: Cell) -> Expression:
    """Whether something is typed that is no number from 0 to the points."""
    return IF(ISNUMBER(score), OR(less(score, 0), more(score, limit)), different(score, ""))
