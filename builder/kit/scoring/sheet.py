"""自评打分: the official table with a place for a score, its cap and its state on every row."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.book.book_plan import InputPlan
from builder.book.canvas import Canvas
from builder.book.sheet import SheetPlan
from builder.formula.expression import Cell
from builder.kit.bands import BandLists
from builder.kit.kit_plan import AdjustmentPlan, BasisPlan, GroupPlan, LeafPlan
from builder.kit.scoring.columns import Columns
from builder.kit.scoring.layout import EvidenceColumns, Layout
from builder.kit.scoring.rows import SelfAssessmentRows
from builder.kit.scoring.rules import scoring_validations, status_conditions
from builder.kit.scoring.tree import lay_out, levels_of
from builder.kit.sheet_names import SCORING
from builder.model.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class ScoringPlan:
    """The sheet and the cells other sheets and verifiers refer to."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    leaves: tuple[LeafPlan, ...]
    groups: tuple[GroupPlan, ...]
    bases: tuple[BasisPlan, ...]
    total: Cell


def plan_scoring(
    scheme: Scheme,
    evidence: EvidenceColumns,
    bands: BandLists | None,
    adjustments: Mapping[str, AdjustmentPlan],
) -> ScoringPlan:
    """The scoring sheet of a scheme: one row a scored indicator, one subtotal a node above."""
    columns = Columns(levels=levels_of(scheme), banded=bands is not None)
    canvas = Canvas(SCORING, columns.widths)
    layout = Layout(
        scheme=scheme,
        evidence=evidence,
        columns=columns,
        canvas=canvas,
        bands=bands,
        adjustments=adjustments,
        rows=SelfAssessmentRows(),
    )
    head_rows, total = lay_out(layout, "自评打分表", "自评总分")
    return ScoringPlan(
        sheet=layout.sheet(head_rows, status_conditions(layout), scoring_validations(layout)),
        inputs=tuple(layout.inputs),
        leaves=tuple(layout.leaves),
        groups=tuple(layout.groups),
        bases=tuple(layout.bases),
        total=total,
    )
