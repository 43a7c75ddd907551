"""The rows of a consensus: every reviewer's points, what they come to, what is agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from builder.book.book_plan import Allowed, InputKind
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.formula.words import (
    AND,
    IF,
    ISNUMBER,
    MAX,
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
from builder.panel.consensus.columns import REASON_LENGTH, ConsensusColumns
from builder.panel.consensus.joining import joined, staged

TALK, SETTLED = "须讨论", "已议定"
AS_JOINED, AGREED = "采用合成分", "采用合议分"
UNUSABLE, UNREASONED, NO_SITE = "合议分不能用", "缺改分理由", "缺现场分"
REOPENED = "须重新合议"
# With these words something is still to be agreed on.
OPEN = (TALK, UNUSABLE, UNREASONED, REOPENED, NO_SITE)
REMOVED = "已删减"
_HEIGHT = 34.0
# Decimal places no points of a notice reach.
_PLACES = 6


@frozen
class ConsensusRows:
    """The rows about one applicant; ``roles`` are those of the opinions' reviewers, in order.

    ``reopened`` are the codes whose scores changed after the panel had agreed; ``visited`` are the
    cells of what the examiners' points of the site come to.
    """

    columns: ConsensusColumns
    material: Material
    opinions: Sequence[Opinion]
    roles: Sequence[str]
    rules: PanelRules
    reopened: tuple[str, ...] = ()
    visited: Mapping[str, Cell] = field(default_factory=dict)

    def leaf(self, layout: Layout, asked: ScoredRow) -> Cell:
        """Write a scored row; return the cell of the points that count."""
        node = asked.node
        canvas, columns, row = layout.canvas, self.columns, layout.row
        points = points_of(layout, node)
        limit = canvas.put(row, columns.points, Style.POINTS, points)
        own = limit
        if columns.shows_own:
            own = canvas.put(row, columns.own, Style.POINTS, self.material.scores.get(node.code))
        layout.row += 1
        if node.code in self.material.removed:
            canvas.fill(row, range(columns.first_reviewer, columns.status), Style.NOTE)
            canvas.put(row, columns.status, Style.STATUS, REMOVED)
            self._name(layout, row, asked)
            return canvas.put(row, columns.counted, Style.POINTS, Decimal(0))
        given = [
            (canvas.put(row, column, Style.POINTS, opinion.points.get(node.code)), role)
            for column, (opinion, role) in enumerate(
                zip(self.opinions, self.roles, strict=True), start=columns.first_reviewer
            )
            if node.code in opinion.points
        ]
        leaf = self._agree(layout, row, node, points, limit, own)
        self._judge(layout, row, limit, given)
        self._name(layout, row, asked)
        layout.leaves.append(leaf)
        return leaf.counted

    def part(self, layout: Layout, asked: PartRow) -> None:
        """Write nothing: answers were judged in the reviews, points are joined here."""

    def basis(self, layout: Layout, asked: ClauseRow) -> Cell:
        """Write a clause, which reviewers have judged by and the panel does not score."""
        return self.reference(layout, TextRow(node=asked.node))

    def reference(self, layout: Layout, asked: TextRow) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing.

        A node with others beneath it has its name beside their rows and needs none of its own.
        """
        canvas, columns, row = layout.canvas, self.columns, layout.row
        if not asked.node.children:
            canvas.fill(row, range(columns.points, columns.status), Style.NOTE)
            canvas.put(row, columns.status, Style.NOTE, "不计分")
            canvas.fit(row, ((asked.node.label, columns.widths[columns.levels]),), least=_HEIGHT)
            layout.row += 1
        return canvas.cell(row, columns.counted)

    def _name(self, layout: Layout, row: int, asked: ScoredRow) -> None:
        """Make a row as high as the name of its indicator needs, and let it grow with a reason."""
        reach = sum(self.columns.widths[asked.level : self.columns.levels + 1])
        named = f"{asked.node.number}{asked.node.name}\n（分）"
        layout.canvas.grow(row, ((named, reach),), least=_HEIGHT)

    def _judge(
        self, layout: Layout, row: int, limit: Cell, given: Sequence[tuple[Cell, str]]
    ) -> None:
        """How far apart the points lie, whether to talk, and the points by the rule."""
        canvas, columns = layout.canvas, self.columns
        cells = tuple(cell for cell, _ in given)
        apart = _plain(minus(MAX(*cells), MIN(*cells)))
        canvas.compute(row, columns.spread, Style.COMPUTED_POINTS, apart)
        wide = more(canvas.cell(row, columns.spread), _plain(times(limit, self.rules.spread)))
        # A reason settles it: the joined points were looked at, or others are agreed on.
        said = is_blank(canvas.cell(row, columns.note))
        word = IF(wide, IF(said, TALK, SETTLED), "")
        canvas.compute(row, columns.talk, Style.STATUS, word)
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
            given = self.visited.get(node.code)
            states.append((_unusable(site, limit), UNUSABLE))
            if given is None:
                states.append((equal(site, ""), NO_SITE))
                counted = staged(self.rules, chosen, site)
            else:
                states.append((AND(different(site, ""), is_blank(reason)), UNREASONED))
                whole = IF(ISNUMBER(site), site, given)
                counted = staged(self.rules, chosen, given, whole)
        open_ = equal(canvas.cell(row, columns.talk), TALK)
        state = first_word(*states, (open_, TALK), (equal(agreed, ""), AS_JOINED), otherwise=AGREED)
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
