"""The old kit and the new one side by side: what every answer is routed by."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from builder.book.book_plan import InputPlan
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.pipeline.carry.crossing import Crossing
from builder.verify.held import Held

_YEARS = range(1990, 2101)


@frozen
class Wish:
    """What a person asks for: the scores too, a year of application, today's date.

    ``amended`` is whether it is the same call, its notice amended.
    """

    scores: bool
    year: int | None
    today: date
    amended: bool = False


@frozen
class Editions:
    """A filled old kit, the blank new one, and what became of the indicators."""

    held: Held[KitPlan]
    plan: KitPlan
    crossing: Crossing
    wish: Wish

    @cached_property
    def inputs(self) -> Mapping[str, InputPlan]:
        """The inputs of the new kit by name."""
        return {item.name: item for item in self.plan.inputs}

    @cached_property
    def input_at(self) -> Mapping[Cell, InputPlan]:
        """The inputs of the new kit by cell."""
        return {item.cell: item for item in self.plan.inputs}

    @property
    def is_same(self) -> bool:
        """Whether both are kits of one edition, made with the same choices, scale and settings."""
        old, new = self.held.plan.identity, self.plan.identity
        return (old.scheme, old.fingerprint, old.kit) == (new.scheme, new.fingerprint, new.kit)

    @cached_property
    def old_year(self) -> int | None:
        """The year of the old application, ``None`` where none is to be seen."""
        value = self.held.value(self.held.plan.year)
        known = isinstance(value, Decimal) and value == int(value) and int(value) in _YEARS
        return int(value) if known and isinstance(value, Decimal) else None

    @cached_property
    def new_year(self) -> int | None:
        """The year of the new application: asked for, given by the office, else the next one."""
        if self.wish.amended:
            return self.old_year
        if self.wish.year is not None:
            return self.wish.year
        printed = self._printed_year
        if printed is not None:
            return printed
        if self.old_year is None:
            return None
        return self.old_year + (0 if self.is_same else 1)

    @property
    def _printed_year(self) -> int | None:
        cell = self.plan.year
        content = self.plan.sheet(cell.sheet)
        found = (
            each.content
            for each in content.cells
            if (each.row, each.column) == (cell.row, cell.column)
        )
        value = next(found, None)
        return int(value) if isinstance(value, Decimal) else None

    @cached_property
    def shift(self) -> int:
        """How many years later it is; one where nobody knows."""
        if self.wish.amended:
            return 0
        if self.old_year is None or self.new_year is None:
            return 0 if self.is_same else 1
        return self.new_year - self.old_year
