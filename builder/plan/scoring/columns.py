"""Where each column of the scoring table stands, given how many levels the tree has."""

from dataclasses import dataclass

LEVEL_NAMES = ("一级指标", "二级指标", "三级指标", "四级指标")
LEVEL_WIDTH, CRITERIA_WIDTH = 14.0, 70.0


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Where each column stands, given how many levels the tree has."""

    levels: int

    @property
    def criteria(self) -> int:
        """The column of the official text."""
        return self.levels + 2

    @property
    def points(self) -> int:
        """The column of the stated points."""
        return self.levels + 3

    @property
    def score(self) -> int:
        """The column a score is typed in."""
        return self.levels + 4

    @property
    def counted(self) -> int:
        """The column of what the score is worth after its cap."""
        return self.levels + 5

    @property
    def note(self) -> int:
        """The column of the applicant's explanation."""
        return self.levels + 6

    @property
    def evidence(self) -> int:
        """The column of the evidence count."""
        return self.levels + 7

    @property
    def status(self) -> int:
        """The column of the row's state."""
        return self.levels + 8

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column in characters."""
        levels = (LEVEL_WIDTH,) * self.levels
        return (5.0, *levels, CRITERIA_WIDTH, 7.0, 9.0, 9.0, 30.0, 7.0, 10.0)

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of every column."""
        levels = LEVEL_NAMES[: self.levels]
        rest = ("评价要点", "分值", "自评分", "计入得分", "自评说明", "证据数", "状态")
        return ("序号", *levels, *rest)
