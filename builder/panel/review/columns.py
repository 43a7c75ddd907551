"""Where each column of a review's scoring table stands."""

from dataclasses import dataclass

from builder.kit.scoring.columns import LEVEL_NAMES, LEVEL_WIDTH, Columns

CRITERIA_WIDTH, NOTE_WIDTH, PROOF_WIDTH, WORDS_WIDTH = 56.0, 30.0, 24.0, 30.0


@dataclass(frozen=True, kw_only=True)
class ReviewColumns(Columns):
    """What the applicant said stands between the points and what the reviewer types."""

    @property
    def own(self) -> int:
        """The column of the applicant's own score."""
        return self.points + 1

    @property
    def own_note(self) -> int:
        """The column of the applicant's explanation."""
        return self.points + 2

    @property
    def evidence(self) -> int:
        """The column of the evidence, by number and name."""
        return self.points + 3

    @property
    def band(self) -> int:
        """The column of the band; on the direct scale that of the score."""
        return self.points + 4

    @property
    def note(self) -> int:
        """The column of the strengths, the first of the reviewer's words."""
        return self.score + 2

    @property
    def status(self) -> int:
        """The column of the row's state."""
        return self.score + 5

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column in characters."""
        levels = (LEVEL_WIDTH,) * self.levels
        typed = (22.0, 9.0) if self.banded else (9.0,)
        told = (9.0, NOTE_WIDTH, PROOF_WIDTH)
        words = (WORDS_WIDTH,) * 3
        return (6.0, *levels, CRITERIA_WIDTH, 7.0, *told, *typed, 9.0, *words, 10.0)

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of every column."""
        typed = ("档", "百分比", "评审得分") if self.banded else ("评审分", "计入得分")
        told = ("自评得分", "自评说明", "证据")
        words = ("优势", "改进机会", "现场核实问题")
        before = ("序号", *LEVEL_NAMES[: self.levels], "评价要点", "分值")
        return (*before, *told, *typed, *words, "状态")
