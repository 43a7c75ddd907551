"""What became of each answer of an old kit, as data."""

from enum import StrEnum

from builder.frozen import frozen


class Fate(StrEnum):
    """Where an answer is now; the value is the word a reader sees."""

    LEFT = "没有沿用"
    CHECK = "待核"
    KEPT = "沿用"


@frozen
class CarriedLine:
    """One answer, or the answers of one row: what it was and where, where it is now, and why.

    ``to`` is empty where the new kit has no place for it.
    """

    fate: Fate
    place: str
    text: str
    to: str
    reason: str


@frozen
class CarriedAccount:
    """Everything an old kit said, in the order of people's need; ``origin`` says what it was."""

    origin: tuple[str, ...]
    lines: tuple[CarriedLine, ...]

    def count(self, fate: Fate) -> int:
        """How many answers have come to this."""
        return sum(line.fate is fate for line in self.lines)
