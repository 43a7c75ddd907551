"""Where each column of a consensus table stands."""

from dataclasses import dataclass

from builder.kit.scoring.columns import LEVEL_NAMES, LEVEL_WIDTH, Columns

_LABEL_WIDTH, _REASON_WIDTH = 34.0, 36.0
_JUDGED = ("平均", "中位数", "最高", "最低", "分差", "讨论", "合成分")


@dataclass(frozen=True, kw_only=True)
class ConsensusColumns(Columns):
    """The reviewers side by side, what their points come to, and what the panel agrees on."""

    reviewers: tuple[str, ...] = ()
    staged: bool = False

    @property
    def own(self) -> int:
        """The column of the applicant's own score."""
        return self.points + 1

    @property
    def first_reviewer(self) -> int:
        """The column of the first reviewer."""
        return self.points + 2

    @property
    def last_reviewer(self) -> int:
        """The column of the last reviewer."""
        return self.first_reviewer + len(self.reviewers) - 1

    @property
    def mean(self) -> int:
        """The column of the mean; median, highest, lowest, spread, talk and joined follow."""
        return self.last_reviewer + 1

    @property
    def spread(self) -> int:
        """The column of the difference between highest and lowest."""
        return self.mean + 4

    @property
    def talk(self) -> int:
        """The column that says where reviewers must talk."""
        return self.mean + 5

    @property
    def joined(self) -> int:
        """The column of the points joined by the rule."""
        return self.mean + 6

    @property
    def band(self) -> int:
        """The column of what the panel agrees on."""
        return self.joined + 1

    @property
    def score(self) -> int:
        """The column of what the panel agrees on."""
        return self.band

    @property
    def note(self) -> int:
        """The column of the reason for an agreed score."""
        return self.score + 1

    @property
    def site(self) -> int:
        """The column of the score on the spot, where there is that stage."""
        return self.score + 2

    @property
    def counted(self) -> int:
        """The column of what counts in the end."""
        return self.score + 2 + self.staged

    @property
    def evidence(self) -> int:
        """The column of the applicant's own score, which stands for its evidence here."""
        return self.own

    @property
    def status(self) -> int:
        """The column of the row's state."""
        return self.counted + 1

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column in characters."""
        levels = (LEVEL_WIDTH,) * self.levels
        reviewers = (8.0,) * len(self.reviewers)
        site = (10.0,) if self.staged else ()
        judged = (9.0, 9.0, 8.0, 8.0, 8.0, 9.0, 9.0)
        return (
            *(6.0, *levels, _LABEL_WIDTH, 7.0, 9.0, *reviewers, *judged),
            *(10.0, _REASON_WIDTH, *site, 10.0, 11.0),
        )

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of every column."""
        before = ("序号", *LEVEL_NAMES[: self.levels], "指标", "分值", "自评得分")
        site = ("现场评审分",) if self.staged else ()
        return (*before, *self.reviewers, *_JUDGED, "合议分", "理由", *site, "采用分", "状态")
