"""自评打分: the official table with a place for a score, its cap and its state on every row."""

from collections.abc import Mapping

from builder.book.canvas import Canvas
from builder.kit.band_demands import Demanded
from builder.kit.bands import BandLists
from builder.kit.kit_plan import AdjustmentPlan
from builder.kit.option_lists import OptionLists
from builder.kit.scoring.columns import Columns
from builder.kit.scoring.layout import Layout
from builder.kit.scoring.rows import EvidenceColumns, SelfAssessmentRows
from builder.kit.scoring.rules import scoring_validations, status_conditions
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.kit.scoring.tree import lay_out, levels_of
from builder.kit.sheet_names import SCORING
from builder.model.points import divides
from builder.model.scheme import Scheme
from builder.model.scoring_ways import has_rules


def plan_scoring(
    scheme: Scheme,
    evidence: EvidenceColumns,
    figures: Mapping[str, Demanded],
    bands: BandLists | None,
    options: OptionLists,
    adjustments: Mapping[str, AdjustmentPlan],
) -> ScoringPlan:
    """The scoring sheet of a scheme: one row a scored indicator, one subtotal a node above.

    ``figures`` are the three-year figures that high bands of an indicator demand, by its code.
    """
    columns = Columns(
        levels=levels_of(scheme),
        banded=bands is not None,
        ruled=has_rules(scheme),
        divided=divides(scheme),
    )
    canvas = Canvas(SCORING, columns.widths)
    layout = Layout(
        scheme=scheme,
        columns=columns,
        canvas=canvas,
        bands=bands,
        options=options,
        adjustments=adjustments,
        rows=SelfAssessmentRows(evidence=evidence, figures=figures),
    )
    head_rows, total = lay_out(layout, "自评打分表", "自评总分")
    return layout.plan(total, head_rows, status_conditions(layout), scoring_validations(layout))
