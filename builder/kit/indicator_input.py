"""The input beside one indicator."""

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.naming import indicator_name
from builder.formula.expression import Cell
from builder.model.official import Indicator


def indicator_input(
    name: str, kind: InputKind, node: Indicator, cell: Cell, asked: str, allowed: Allowed
) -> InputPlan:
    """What is asked of an indicator; ``name`` is the first part of the input's name."""
    return InputPlan(
        name=indicator_name(name, node.code),
        kind=kind,
        cell=cell,
        title=f"{node.label}　{asked}",
        allowed=allowed,
        indicator=node.code,
    )
