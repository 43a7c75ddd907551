"""Where each column of a review's scoring table stands."""

from builder.frozen import frozen
from builder.kit.scoring.columns import Column, Columns, Place

CRITERIA_WIDTH, NOTE_WIDTH, PROOF_WIDTH, WORDS_WIDTH = 56.0, 30.0, 24.0, 30.0


@frozen
class ReviewColumns(Columns):
    """What the applicant said stands between the points and what the reviewer types.

    ``note`` is the first of the columns for the reviewer's words.
    """

    own = Place()
    own_note = Place()
    note = Place("strengths")

    @property
    def table(self) -> tuple[Column, ...]:
        """The columns of a review."""
        return (
            *self.official("评价要点", CRITERIA_WIDTH),
            Column("own", "自评得分", 9.0),
            Column("own_note", "自评说明", NOTE_WIDTH),
            Column("evidence", "证据", PROOF_WIDTH),
            *self.typed("评审分", "评审得分"),
            Column("strengths", "优势", WORDS_WIDTH),
            Column("improvements", "改进机会", WORDS_WIDTH),
            Column("questions", "现场核实问题", WORDS_WIDTH),
            Column("status", "状态", 10.0),
        )
