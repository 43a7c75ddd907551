"""The hidden sheet behind 差距: for every leaf what it lacks, its next step, and both in order.

The k-th line is the leaf with the k-th greatest key, so that no formula needs an array.
"""

from dataclasses import replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.sheet import SheetPlan, Visibility
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.words import (
    AND,
    IF,
    INDEX,
    LARGE,
    MATCH,
    MAX,
    ROUND,
    SUM,
    divided,
    equal,
    less,
    minus,
    more,
    plus,
    times,
)
from builder.frozen import frozen
from builder.kit.attainable import Adjustments
from builder.kit.gate_state import rows_that_read
from builder.kit.kit_plan import LeafPlan
from builder.kit.option_lists import OptionLists
from builder.kit.own.gain import Gains
from builder.kit.own.next_step import NextStep, next_step
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.kit.sheet_names import GAP_FIGURES
from builder.kit.status import BLANK, PARTLY, REMOVED, one_of
from builder.kit.ways.table import asking_of
from builder.model.scheme import Scheme

# So many items of each kind are listed, which is what fits on a page with its explanations.
LINES = 10
(_LABEL, _POINTS, _COUNTED, _NEXT, _HOW, _LOSS, _GAIN) = range(1, 8)
(_LISTED, _STUCK, _LOSS_KEY, _GAIN_KEY, _LOSS_PLACE, _GAIN_PLACE) = range(8, 14)
_WIDTHS = (40.0, *(12.0,) * 12)
# Keys are whole numbers below what a spreadsheet keeps exactly: hundredths of points before how
# much is reached in thousandths before the row, in more rows than any notice has.
_ROWS = 10_000
_HUNDREDTHS, _THOUSANDTHS = 100, 1_000
_BY_SHARE = _ROWS * _THOUSANDTHS * 10
_EASY = _BY_SHARE * 1_000_000
# What lies just at a half is rounded up everywhere; 1 − 0.9585 is less than 0.0415 in binary.
_OFF_THE_HALF = Decimal("0.0123457")
# The words of a row that is not answered yet, or was deleted by agreement.
_UNLISTED = (BLANK, PARTLY, REMOVED)


@frozen
class GapFigures:
    """The hidden sheet, and where what each line of 差距 shows is found."""

    sheet: SheetPlan
    leaves: int
    open: Expression
    stuck: Expression

    def loss(self, line: int) -> "GapLine":
        """The leaf for which the total lost the ``line``-th most, counted from 1."""
        return GapLine(place=Cell(GAP_FIGURES, line, _LOSS_PLACE), leaves=self.leaves)

    def gain(self, line: int) -> "GapLine":
        """The leaf with the ``line``-th cheapest next points, counted from 1."""
        return GapLine(place=Cell(GAP_FIGURES, line, _GAIN_PLACE), leaves=self.leaves)


@frozen
class GapLine:
    """What is known of one leaf that is found by its place; 0 is no leaf."""

    place: Cell
    leaves: int

    @property
    def none(self) -> Expression:
        """Whether the line has no leaf."""
        return equal(self.place, 0)

    @property
    def label(self) -> Expression:
        """What the leaf is called."""
        return self._of(_LABEL)

    @property
    def points(self) -> Expression:
        """Its full marks."""
        return self._of(_POINTS)

    @property
    def counted(self) -> Expression:
        """The points it has."""
        return self._of(_COUNTED)

    @property
    def next(self) -> Expression:
        """The points it comes to next."""
        return self._of(_NEXT)

    @property
    def how(self) -> Expression:
        """What the step is, empty for one of a percent."""
        return self._of(_HOW)

    @property
    def loss(self) -> Expression:
        """What full marks would add to the total."""
        return self._of(_LOSS)

    @property
    def gain(self) -> Expression:
        """What the next step would add to the total."""
        return self._of(_GAIN)

    def _of(self, column: int) -> Expression:
        return INDEX(Area(GAP_FIGURES, column, 1, self.leaves), self.place)


def plan_gap_figures(
    scheme: Scheme, scoring: ScoringPlan, options: OptionLists, rows: Adjustments
) -> GapFigures:
    """The hidden sheet, one row a leaf."""
    canvas = Canvas(GAP_FIGURES, _WIDTHS)
    gains = Gains(scheme, scoring.scores, scoring.total, rows)
    nodes = {node.code: node for node in scheme.walk}
    leaves = scoring.leaves
    count = len(leaves)
    for row, leaf in enumerate(leaves, start=1):
        step = next_step(scheme, leaf, asking_of(scheme, nodes[leaf.code], options))
        _figures(canvas, row, leaf, step, gains, count - row + 1)
    for key, place in ((_LOSS_KEY, _LOSS_PLACE), (_GAIN_KEY, _GAIN_PLACE)):
        keys = Area(GAP_FIGURES, key, 1, count)
        for line in range(1, min(LINES, count) + 1):
            greatest = LARGE(keys, line)
            found = IF(more(greatest, 0), MATCH(greatest, keys, 0), 0)
            canvas.compute(line, place, Style.IDENTITY, found)
    return GapFigures(
        sheet=replace(canvas.sheet, visibility=Visibility.HIDDEN, own=True),
        leaves=count,
        open=rows_that_read(leaves, BLANK),
        stuck=SUM(Area(GAP_FIGURES, _STUCK, 1, count)),
    )


def _figures(
    canvas: Canvas, row: int, leaf: LeafPlan, step: NextStep, gains: Gains, back: int
) -> None:
    """Write the row of a leaf; of equal leaves the one with more rows ``back`` comes first."""

    def compute(column: int, expression: Expression) -> Cell:
        return canvas.compute(row, column, Style.IDENTITY, expression)

    canvas.put(row, _LABEL, Style.IDENTITY, leaf.label)
    canvas.put(row, _POINTS, Style.IDENTITY, leaf.points)
    canvas.put(row, _HOW, Style.IDENTITY, step.how or None)
    counted = compute(_COUNTED, leaf.counted)
    reached = compute(_NEXT, step.points)
    listed = compute(_LISTED, IF(one_of(leaf.status, _UNLISTED), 0, 1))
    lacks = IF(equal(listed, 0), 0, minus(leaf.points, counted))
    loss = compute(_LOSS, gains.in_total(leaf.code, lacks))
    more_now = IF(equal(listed, 0), 0, MAX(0, minus(reached, counted)))
    gain = compute(_GAIN, gains.in_total(leaf.code, more_now))
    stuck = AND(equal(listed, 1), less(counted, leaf.points), equal(loss, 0))
    compute(_STUCK, IF(stuck, 1, 0))
    order = plus(times(_whole(times(loss, _HUNDREDTHS)), _ROWS), back)
    compute(_LOSS_KEY, IF(more(loss, 0), order, 0))
    share = divided(counted, leaf.points) if leaf.points else constant(0)
    order = plus(
        times(step.easy, _EASY),
        times(_whole(times(gain, _HUNDREDTHS)), _BY_SHARE),
        times(_whole(times(minus(1, share), _THOUSANDTHS)), _ROWS),
        back,
    )
    compute(_GAIN_KEY, IF(more(gain, 0), order, 0))


def _whole(number: Expression) -> Expression:
    """A number to the nearest whole one, the same in binary as in decimal arithmetic."""
    return ROUND(plus(number, _OFF_THE_HALF), 0)
