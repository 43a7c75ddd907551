"""Where each column of the scoring table stands, given its levels and its scale."""

from dataclasses import dataclass

LEVEL_NAMES = ("一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标")
LEVEL_WIDTH, CRITERIA_WIDTH = 14.0, 70.0


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The columns from left to right; ``banded`` puts a band before what is typed."""

    levels: int
    banded: bool = False

    @property
    def top(self) -> int:
        """The column of the indicators that lie under no other."""
        return 2

    @property
    def criteria(self) -> int:
        """The column of the official text."""
        return self.levels + 2

    @property
    def points(self) -> int:
        """The column of the stated points."""
        return self.criteria + 1

    @property
    def band(self) -> int:
        """The column of the band; on the direct scale that of the score."""
        return self.points + 1

    @property
    def score(self) -> int:
        """The column a score or a percent is typed in."""
        return self.band + self.banded

    @property
    def counted(self) -> int:
        """The column of what the score is worth after its cap."""
        return self.score + 1

    @property
    def note(self) -> int:
        """The column of the applicant's explanation."""
        return self.score + 2

    @property
    def evidence(self) -> int:
        """The column of the evidence count."""
        return self.score + 3

    @property
    def status(self) -> int:
        """The column of the row's state."""
        return self.score + 4

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column in characters."""
        levels = (LEVEL_WIDTH,) * self.levels
        typed = (22.0, 9.0) if self.banded else (9.0,)
        return (6.0, *levels, CRITERIA_WIDTH, 7.0, *typed, 9.0, 30.0, 7.0, 10.0)

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of every column."""
        typed = ("档", "百分比", "得分") if self.banded else ("自评分", "计入得分")
        rest = ("评价要点", "分值", *typed, "自评说明", "证据数", "状态")
        return ("序号", *LEVEL_NAMES[: self.levels], *rest)
