"""The scoring sheet while rows are added to it from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import COUNTIF, plus
from builder.model.scheme import Indicator, Scheme
from builder.plan.bands import BandLists
from builder.plan.canvas import Canvas
from builder.plan.scoring.columns import Columns
from builder.plan.sheet import ConditionPlan, FilterPlan, Merge, SheetPlan, ValidationPlan
from builder.plan.status import DONE, REMOVED
from builder.plan.style import Style
from builder.plan.workbook import AdjustmentPlan, BasisPlan, GroupPlan, InputPlan, LeafPlan


@dataclass(frozen=True, kw_only=True)
class EvidenceColumns:
    """The columns of the evidence table that the scoring sheet counts in.

    A row proves every indicator that one of its columns ``indicators`` names.
    """

    indicators: tuple[Area, ...]
    status: Area


class Rows(Protocol):
    """Who writes the rows that carry official text, for one kind of reader."""

    def leaf(
        self,
        layout: "Layout",
        node: Indicator,
        level: int,
        shown: Expression | None = None,
        weighted: Expression | None = None,
    ) -> Cell:
        """Write a scored row; return the cell that holds its score after its cap."""

    def basis(self, layout: "Layout", lists: BandLists, node: Indicator, *, weighed: bool) -> Cell:
        """Write a clause whose percent is recorded; return the cell of the percent."""

    def reference(self, layout: "Layout", node: Indicator, *, answered: bool) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing."""


@dataclass(kw_only=True)
class Layout:
    """What has been laid out so far; ``row`` is the next free row."""

    scheme: Scheme
    evidence: EvidenceColumns
    columns: Columns
    canvas: Canvas
    bands: BandLists | None
    adjustments: Mapping[str, AdjustmentPlan]
    rows: Rows
    row: int = 1
    leaves: list[LeafPlan] = field(default_factory=list)
    groups: list[GroupPlan] = field(default_factory=list)
    bases: list[BasisPlan] = field(default_factory=list)
    inputs: list[InputPlan] = field(default_factory=list)
    outline: list[tuple[int, int, int]] = field(default_factory=list)
    covered: list[tuple[int, int, str]] = field(default_factory=list)

    def done(self, first_row: int, last_row: int) -> Expression:
        """How many rows of a stretch are complete."""
        area = Area(self.canvas.name, self.columns.status, first_row, last_row)
        done = COUNTIF(area, DONE)
        return plus(done, COUNTIF(area, REMOVED)) if self.adjustments else done

    def sheet(
        self,
        head_rows: int,
        conditions: tuple[ConditionPlan, ...],
        validations: tuple[ValidationPlan, ...] = (),
    ) -> SheetPlan:
        """The sheet as it is laid out; ``head_rows`` stay in sight, and so do the levels.

        The next free row is that of the total, which no filter hides.
        """
        canvas, columns = self.canvas, self.columns
        table = Merge(
            first_row=head_rows,
            first_column=1,
            last_row=self.row - 1,
            last_column=columns.status,
        )
        return SheetPlan(
            name=canvas.name,
            cells=canvas.cells,
            widths=canvas.widths,
            heights=canvas.heights,
            merges=tuple(canvas.merges),
            validations=validations,
            conditions=conditions,
            outline=tuple(sorted(self.outline, key=lambda part: part[2])),
            filter=FilterPlan(
                area=table,
                buttons=(columns.top, columns.status),
                covered=tuple(self.covered),
            ),
            head_rows=head_rows,
            head_columns=columns.levels + 1,
            landscape=True,
            tab_style=Style.INPUT_POINTS,
        )
