"""A scoring table that is laid out, and the cells by which the workbook is known."""

from builder.book.book_plan import InputPlan, NamePlan
from builder.book.naming import indicator_name
from builder.book.sheet import SheetPlan
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import BasisPlan, GroupPlan, LeafPlan, PartPlan
from builder.kit.sheet_names import TOTAL_NAME
from builder.model.points import worth
from builder.model.scheme import Scheme


@frozen
class ScoringPlan:
    """The sheet and the cells other sheets and verifiers refer to."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    leaves: tuple[LeafPlan, ...]
    groups: tuple[GroupPlan, ...]
    bases: tuple[BasisPlan, ...]
    total: Cell

    @property
    def scores(self) -> dict[str, Cell]:
        """The cell of what every scored indicator counts, by its code."""
        leaves = {leaf.code: leaf.counted for leaf in self.leaves}
        return leaves | {group.code: group.score for group in self.groups}

    @property
    def names(self) -> tuple[NamePlan, ...]:
        """The names of the subtotals and of the total."""
        groups = ((indicator_name("subtotal", one.code), one.score) for one in self.groups)
        return tuple(NamePlan.of(*named) for named in (*groups, (TOTAL_NAME, self.total)))

    def parts(self, scheme: Scheme) -> tuple[PartPlan, ...]:
        """The first-level indicators that count."""
        scores = self.scores
        return tuple(
            PartPlan(label=root.label, points=points, score=scores[root.code])
            for root in scheme.indicators
            if root.code in scores and (points := worth(scheme, root)) is not None
        )
