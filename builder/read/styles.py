"""The only thing asked of cell formats: how many there are, and which of them lock their cells."""

from dataclasses import dataclass

from builder.read.container import Container
from builder.read.limits import CELL_FORMATS, Budget
from builder.read.markup import Actions, Attributes, elements, feed, is_true
from builder.read.namespaces import SPREADSHEET


@dataclass(frozen=True, kw_only=True)
class Styles:
    """The number of cell formats, and the indexes of those whose cells are locked."""

    count: int = 1
    locked: frozenset[int] = frozenset({0})


def read_styles(container: Container, part: str, budget: Budget) -> Styles:
    """The formats of ``cellXfs``; a cell is locked unless its format says otherwise (18.8.33)."""
    locked: list[bool] = []
    in_formats = False

    def begin_formats(_attributes: Attributes) -> None:
        nonlocal in_formats
        in_formats = True

    def end_formats(_text: str) -> None:
        nonlocal in_formats
        in_formats = False

    def begin_format(_attributes: Attributes) -> None:
        if in_formats:
            budget.spend(CELL_FORMATS)
            locked.append(True)

    def protection(attributes: Attributes) -> None:
        if in_formats and locked:
            locked[-1] = is_true(attributes.get("locked", "1"))

    actions = Actions(
        roots=frozenset(elements(SPREADSHEET, {"styleSheet": None})),
        namespaces=frozenset(SPREADSHEET),
        starts=elements(
            SPREADSHEET,
            {"cellXfs": begin_formats, "xf": begin_format, "protection": protection},
        ),
        ends=elements(SPREADSHEET, {"cellXfs": end_formats}),
    )
    feed(container, part, actions, budget)
    return Styles(
        count=max(1, len(locked)),
        locked=frozenset(index for index, is_locked in enumerate(locked or [True]) if is_locked),
    )
