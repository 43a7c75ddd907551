"""What became of a line of the notice."""

from enum import Enum

from builder.frozen import frozen


class Fate(Enum):
    """The four ends a line can come to; the value is the word a reader sees."""

    USED = "已用"
    GUESSED = "猜测"
    LEFT_OUT = "略去"
    UNUSED = "未用"


@frozen
class Told:
    """What became of one line: its end, where it went or why it was left out."""

    fate: Fate
    became: str = ""
    reason: str = ""
