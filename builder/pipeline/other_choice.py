"""The choice whose indicators a workbook shows, where they are not those of the choice it names."""

from collections.abc import Mapping
from dataclasses import replace

from builder.kit.planning import choice_text
from builder.kit.sheet_names import SCORING
from builder.model.identity import Identity
from builder.model.returned import ReturnedWorkbook
from builder.model.scheme import Scheme
from builder.pipeline.choosing import every_kit

# Longer texts are criteria, in which names are mentioned too.
_LONGEST_LABEL = 60
# The names of a kit's indicators, by what was chosen for it.
Names = Mapping[str, frozenset[str]]


def names_by_choice(scheme: Scheme) -> Names:
    """What every kit of a scheme calls its indicators; nothing where there is nothing to choose."""
    if not scheme.choices:
        return {}
    return {
        choice_text(kit.chosen): frozenset(each.name for each in kit.walk)
        for kit in every_kit(scheme)
    }


def other_choice(names: Names, said: Identity, workbook: ReturnedWorkbook) -> Identity | None:
    """The identity with the choice of which more indicators stand there than of the one it says."""
    sheet = workbook.sheet(SCORING)
    if sheet is None or said.choice not in names:
        return None
    values = (cell.value for cell in sheet.cells.values())
    labels = "\n".join(
        each for each in values if isinstance(each, str) and len(each) <= _LONGEST_LABEL
    )
    every = frozenset[str]().union(*names.values())
    shown = frozenset(name for name in every if name in labels)

    def astray(choice: str) -> int:
        """How many names are missing, or are there and belong to other choices alone."""
        return len(names[choice] ^ shown)

    best = min(names, key=astray)
    return replace(said, choice=best) if astray(best) < astray(said.choice) else None
