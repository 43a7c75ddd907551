"""The only thing asked of cell formats: how many there are, and which of them lock their cells."""

from dataclasses import dataclass

from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import CELL_FORMATS, Budget
from builder.ooxml.namespaces import SPREADSHEET, is_true, names

_FORMATS = names(SPREADSHEET, "cellXfs")
_FORMAT = names(SPREADSHEET, "xf")
_PROTECTION = names(SPREADSHEET, "protection")


@dataclass(frozen=True, kw_only=True)
class Styles:
    """The number of cell formats, and the indexes of those whose cells are locked."""

    count: int = 1
    locked: frozenset[int] = frozenset({0})


def read_styles(container: Container, part: str, budget: Budget) -> Styles:
    """The formats of ``cellXfs``; a cell is locked unless its format says otherwise (18.8.33)."""
    locked: list[bool] = []
    tree = GrowingTree(container, part, names(SPREADSHEET, "styleSheet"), budget)
    for group in tree.children(tree.root):
        for entry in tree.entries(group) if group.tag in _FORMATS else ():
            if entry.tag in _FORMAT:
                budget.spend(CELL_FORMATS)
                stated = [each.get("locked", "1") for each in entry if each.tag in _PROTECTION]
                locked.append(is_true(stated[-1] if stated else "1"))
    return Styles(
        count=max(1, len(locked)),
        locked=frozenset(index for index, is_locked in enumerate(locked or [True]) if is_locked),
    )
