"""What became of everything that was to be filled into a report."""

from enum import StrEnum

from builder.frozen import frozen


class Outcome(StrEnum):
    """What was done; the value is what people are told."""

    WRITTEN = "填入"
    UPDATED = "更新"
    KEPT = "保留"
    MISSING = "没有地方填"
    LEFT_BEHIND = "评分表里没有"


@frozen
class Change:
    """One text: the heading it stands under, what it is, what stood there and what was to."""

    heading: str
    what: str
    outcome: Outcome
    before: str = ""
    text: str = ""


@frozen
class FilledReport:
    """The file with everything filled in, what was done, and how many texts stood there already.

    ``unasked`` is what the report has no table for, which stays in the workbook alone.
    """

    content: bytes
    changes: tuple[Change, ...]
    same: int = 0
    unasked: tuple[str, ...] = ()
