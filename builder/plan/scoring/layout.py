"""The scoring sheet while rows are added to it from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.formula.expression import Area, Expression, Function, Operator, call, operation, text
from builder.model.scheme import Scheme
from builder.plan.bands import BandLists
from builder.plan.canvas import Canvas
from builder.plan.scoring.columns import Columns
from builder.plan.status import DONE, REMOVED
from builder.plan.workbook import AdjustmentPlan, BasisPlan, GroupPlan, InputPlan, LeafPlan


@dataclass(frozen=True, kw_only=True)
class EvidenceColumns:
    """The columns of the evidence table that the scoring sheet counts in.

    A row proves every indicator that one of its columns ``indicators`` names.
    """

    indicators: tuple[Area, ...]
    status: Area


@dataclass(kw_only=True)
class Layout:
    """What has been laid out so far; ``row`` is the next free row."""

    scheme: Scheme
    evidence: EvidenceColumns
    columns: Columns
    canvas: Canvas
    bands: BandLists | None
    adjustments: Mapping[str, AdjustmentPlan]
    row: int = 1
    leaves: list[LeafPlan] = field(default_factory=list)
    groups: list[GroupPlan] = field(default_factory=list)
    bases: list[BasisPlan] = field(default_factory=list)
    inputs: list[InputPlan] = field(default_factory=list)
    outline: list[tuple[int, int, int]] = field(default_factory=list)

    def done(self, first_row: int, last_row: int) -> Expression:
        """How many rows of a stretch are complete."""
        area = Area(
            sheet=self.canvas.name,
            column=self.columns.status,
            first_row=first_row,
            last_row=last_row,
        )
        done = call(Function.COUNTIF, area, text(DONE))
        if not self.adjustments:
            return done
        removed = call(Function.COUNTIF, area, text(REMOVED))
        return operation(done, Operator.ADD, removed)
