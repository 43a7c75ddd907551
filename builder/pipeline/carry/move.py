"""One answer on its way from an old kit into a new one."""

from builder.book.book_plan import InputPlan
from builder.editions.carried import Fate
from builder.formula.value import Value
from builder.frozen import frozen


@frozen
class Move:
    """An old answer: its input, what it says, the input it goes into, ``None`` for none, and why.

    ``row`` joins the answers of one row of a table, empty where an answer stands alone. What was
    printed and has to be typed now has no ``old`` input.
    """

    old: InputPlan | None
    value: Value
    to: InputPlan | None
    fate: Fate
    reason: str = ""
    row: str = ""


def left(old: InputPlan, value: Value, reason: str, row: str = "") -> Move:
    """An answer that has no place."""
    return Move(old=old, value=value, to=None, fate=Fate.LEFT, reason=reason, row=row)


def put(old: InputPlan, value: Value, to: InputPlan, check: str = "", row: str = "") -> Move:
    """An answer that goes into an input; ``check`` is why it should be looked at."""
    fate = Fate.CHECK if check else Fate.KEPT
    return Move(old=old, value=value, to=to, fate=fate, reason=check, row=row)
