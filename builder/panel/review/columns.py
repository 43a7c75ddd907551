"""Where each column of a review's scoring table stands.

Three layouts were drawn on A4 and counted in pixels of a laptop's screen. Text side by side as in
the applicant's own table is 2100 pixels wide and is printed at 5 points. Criteria above and three
columns of words beneath fit, but a column of 30 characters cannot show in one row what it takes.
So every item is a block: what is read and what is written stand one under the other in one wide
column that shows a thousand characters in one row, and what is judged stands beside its first row.
"""

from builder.frozen import frozen
from builder.kit.scoring.columns import Column, Columns, Place
from builder.panel.narrow import WIDEST, name_columns, taken

WHAT_WIDTH = 12.0


@frozen
class ReviewColumns(Columns):
    """``what`` names the text of a row, ``criteria`` is the wide column that holds it.

    ``shows_own`` is whether the applicant's own scores are shown; ``noun`` is what the score is
    called, ``written`` what is written under what is read.
    """

    shows_own: bool = True
    noun: str = "评审分"
    written: str = "评审意见"

    what = Place()
    own = Place()

    @property
    def table(self) -> tuple[Column, ...]:
        """The columns of a review."""
        before = (*name_columns(self.levels), Column("what", "内容", WHAT_WIDTH))
        after = (
            Column("points", "分值", self.points_width(8.5)),
            *((Column("own", "自评\n得分", 8.0),) if self.shows_own else ()),
            *self._judged,
            Column("status", "状态", 10.0),
        )
        wide = WIDEST - taken(before) - taken(after)
        return (*before, Column("criteria", f"评价要点、企业材料和{self.written}", wide), *after)

    @property
    def _judged(self) -> tuple[Column, ...]:
        """What is typed and what it counts."""
        # Options and figures need more room than points.
        ruled = Column("score", f"{self.noun}或填报", 18.0)
        if not self.banded:
            score = ruled if self.ruled else Column("score", self.noun, 11.0)
            return score, Column("counted", "计入得分", 11.0)
        return (
            Column("band", "档次", 14.0),
            ruled if self.ruled else Column("score", "百分比", 9.0),
            Column("counted", "评审得分", 9.0),
        )

    @property
    def wide(self) -> float:
        """The width of the column of texts."""
        return self.widths[self.criteria - 1]
