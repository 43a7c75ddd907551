"""The sheets for the applicant's own use, those left out that the office does without."""

from builder.book.book_plan import InputPlan, NamePlan
from builder.book.sheet import SheetPlan
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.applicant_fields import fields_of
from builder.kit.attainable import Adjustments
from builder.kit.option_lists import OptionLists
from builder.kit.own.example_sheet import plan_example
from builder.kit.own.gap_figures import plan_gap_figures
from builder.kit.own.gap_sheet import plan_gap
from builder.kit.own.improvement_columns import own_name
from builder.kit.own.improvement_sheet import plan_improvement
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.model.office import Office, OwnPart
from builder.model.scheme import Scheme


@frozen
class OwnSheets:
    """The sheets by where they stand in the workbook, their inputs and the names of these."""

    beside_summary: tuple[SheetPlan, ...] = ()
    after_guide: tuple[SheetPlan, ...] = ()
    hidden: tuple[SheetPlan, ...] = ()
    inputs: tuple[InputPlan, ...] = ()
    names: tuple[NamePlan, ...] = ()

    @property
    def deadlines(self) -> tuple[Cell, ...]:
        """The cells of 改进计划 that take a day."""
        begins = own_name(OwnPart.DUE)
        return tuple(item.cell for item in self.inputs if item.name.startswith(begins))


def plan_own_sheets(
    scheme: Scheme,
    office: Office,
    scoring: ScoringPlan,
    options: OptionLists,
    adjustments: Adjustments,
    most: Cell,
) -> OwnSheets:
    """差距 and 改进计划 behind the summary, 填写示例 behind everything else that is seen.

    ``most`` is the cell of what can be reached.
    """
    beside: list[SheetPlan] = []
    hidden: list[SheetPlan] = []
    if OwnPart.GAP not in office.without:
        figures = plan_gap_figures(scheme, scoring, options, adjustments)
        beside.append(plan_gap(scheme, figures, scoring.total, most))
        hidden.append(figures.sheet)
    improvement = plan_improvement(scheme, scoring.leaves, office)
    if improvement is not None:
        beside.append(improvement.sheet)
    fields = fields_of(scheme, office)
    example = () if OwnPart.EXAMPLE in office.without else (plan_example(scheme, fields),)
    return OwnSheets(
        beside_summary=tuple(beside),
        after_guide=example,
        hidden=tuple(hidden),
        inputs=() if improvement is None else improvement.inputs,
        names=() if improvement is None else improvement.names,
    )
