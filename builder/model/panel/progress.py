"""How far a round of reviews has come, seat by seat."""

from builder.frozen import frozen

RETURNED, MISSING, UNFINISHED, UNSIGNED = "已收回", "未收回", "没有评完", "没有签名"
UNUSABLE, CHANGED, TWICE, RECUSED, OTHER_ROUND = (
    "分数不能用",
    "被改动",
    "收到两份",
    "须回避",
    "别的轮次",
)
# What nobody needs to be reminded of.
DONE = (RETURNED, RECUSED)


@frozen
class SeatProgress:
    """What has become of one seat: the words for it, and what exactly is amiss."""

    reviewer: str
    applicant: str
    states: tuple[str, ...]
    told: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing is asked of the reviewer any more."""
        return all(state in DONE for state in self.states)


@frozen
class Progress:
    """A round: its mark, the people and companies by code, and all seats in order."""

    run: str
    reviewers: tuple[tuple[str, str], ...]
    applicants: tuple[tuple[str, str], ...]
    seats: tuple[SeatProgress, ...]

    def of(self, reviewer: str) -> tuple[SeatProgress, ...]:
        """The seats of one reviewer."""
        return tuple(seat for seat in self.seats if seat.reviewer == reviewer)
