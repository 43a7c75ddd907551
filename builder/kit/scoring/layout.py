"""The scoring sheet while rows are added to it from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from builder.book.book_plan import InputPlan
from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, FilterPlan, Merge, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import COUNTIF, plus
from builder.frozen import frozen
from builder.kit.bands import BandLists
from builder.kit.kit_plan import AdjustmentPlan, AnswerPlan, BasisPlan, GroupPlan, LeafPlan
from builder.kit.option_lists import NO_OPTIONS, OptionLists
from builder.kit.scoring.columns import Columns
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.kit.status import DONE, REMOVED
from builder.kit.ways.asked import Ask, Asking
from builder.kit.ways.table import asking_of
from builder.model.official import Indicator
from builder.model.scheme import Scheme


@frozen
class ScoredRow:
    """A scored row that is to be written, ``level`` of its node counted from 1.

    ``shown`` stands in place of the official text where that has rows of its own; ``weighted`` is
    the percent where the office's weights compute it from those of the clauses, ``parts`` are the
    answers in rows of their own.
    """

    node: Indicator
    level: int
    shown: Expression | str | None = None
    weighted: Expression | None = None
    parts: tuple[AnswerPlan, ...] = ()


@frozen
class PartRow:
    """An answer of a leaf that has a row of its own, and which one it is, counted from 0."""

    asking: Asking
    ask: Ask
    place: int


@frozen
class ClauseRow:
    """A clause whose percent is recorded, and ``weighed`` into its item's or not at all."""

    node: Indicator
    lists: BandLists
    weighed: bool


@frozen
class TextRow:
    """A node that is shown and never scored, ``answered`` in words or not at all."""

    node: Indicator
    answered: bool = False


class RowWriter(Protocol):
    """Who writes the rows that carry official text, for one kind of reader."""

    def leaf(self, layout: "Layout", asked: ScoredRow) -> Cell:
        """Write a scored row; return the cell that holds its score after its cap."""

    def part(self, layout: "Layout", asked: PartRow) -> AnswerPlan | None:
        """Write an answer in a row of its own; ``None`` where nobody is asked."""

    def basis(self, layout: "Layout", asked: ClauseRow) -> Cell:
        """Write a clause; return the cell of its percent."""

    def reference(self, layout: "Layout", asked: TextRow) -> Cell:
        """Write a node that is not scored; return the cell that adds nothing."""


@dataclass(kw_only=True)
class Layout:
    """What has been laid out so far; ``row`` is the next free row.

    ``removed`` are the indicators that were deleted by agreement before this workbook was made;
    ``settled`` are the words of a row with which nothing is left to do. ``starts`` are the rows
    that begin anew; ``named`` are those beside which an indicator under no other has its name, and
    ``covered`` the texts under its merge in all others.
    """

    scheme: Scheme
    columns: Columns
    canvas: Canvas
    bands: BandLists | None
    rows: RowWriter
    options: OptionLists = NO_OPTIONS
    adjustments: Mapping[str, AdjustmentPlan] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    settled: tuple[str, ...] = (DONE,)
    row: int = 1
    leaves: list[LeafPlan] = field(default_factory=list)
    groups: list[GroupPlan] = field(default_factory=list)
    bases: list[BasisPlan] = field(default_factory=list)
    inputs: list[InputPlan] = field(default_factory=list)
    outline: list[tuple[int, int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    covered: list[tuple[int, int, str]] = field(default_factory=list)
    named: set[int] = field(default_factory=set)

    def begun(self) -> RowWriter:
        """Who writes the rows, which begin anew with the next one."""
        self.starts.append(self.row)
        return self.rows

    def stretches(self, first: int, last: int) -> list[tuple[int, int]]:
        """The rows from one to another, tall ones parted before each that begins anew."""
        starts = self.starts if self.columns.tall else ()
        tops = [first, *sorted({row for row in starts if first < row <= last})]
        return [*zip(tops, (row - 1 for row in (*tops[1:], last + 1)), strict=True)]

    def asking(self, node: Indicator) -> Asking:
        """A leaf as it is asked about."""
        return asking_of(self.scheme, node, self.options)

    def done(self, first_row: int, last_row: int) -> Expression:
        """How many rows of a stretch are complete."""
        area = Area(self.canvas.name, self.columns.status, first_row, last_row)
        words = (*self.settled, *((REMOVED,) if self.adjustments else ()))
        first, *others = (COUNTIF(area, word) for word in words)
        return plus(first, *others) if others else first

    def plan(
        self,
        total: Cell,
        head_rows: int,
        conditions: tuple[ConditionPlan, ...],
        validations: tuple[ValidationPlan, ...] = (),
    ) -> ScoringPlan:
        """The table as it is laid out; ``head_rows`` stay in sight, and so do the levels.

        The next free row is that of the ``total``, which no filter hides.
        """
        canvas, columns = self.canvas, self.columns
        last = canvas.cell(self.row - 1, columns.last)
        sheet = replace(
            canvas.sheet,
            validations=validations,
            conditions=conditions,
            outline=tuple(sorted(self.outline, key=lambda part: part[2])),
            filter=FilterPlan(
                area=Merge.between(canvas.cell(head_rows, 1), last),
                buttons=(columns.top, columns.status),
                covered=tuple(self.covered),
            ),
            head_rows=head_rows,
            begins_high=columns.tall,
            head_columns=columns.levels + 1,
            landscape=True,
            tab_style=Style.INPUT_POINTS,
        )
        return ScoringPlan(
            sheet=sheet,
            inputs=tuple(self.inputs),
            leaves=tuple(self.leaves),
            groups=tuple(self.groups),
            bases=tuple(self.bases),
            total=total,
        )
