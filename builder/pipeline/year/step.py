"""How long work tells how far it is."""

from collections.abc import Callable

from builder.frozen import frozen
from builder.ledger.rows import State


@frozen
class Step:
    """So many of so many are done; the last was at ``path`` in the year."""

    done: int
    total: int
    path: str
    state: State | None = None


Told = Callable[[Step], None]


def nobody(_step: Step) -> None:
    """Whoever does not want to know."""
