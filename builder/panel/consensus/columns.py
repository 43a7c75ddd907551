"""Where each column of a consensus table stands."""

from builder.frozen import frozen
from builder.kit.scoring.columns import Column, Columns, Place
from builder.panel.narrow import WIDEST, name_columns, taken

REASON_LENGTH = 380
# The longest reason is shown whole in the narrowest column; a wider one is no easier to read.
# What the margins of a cell take of its width.
_MARGIN = 1.2
_NARROWEST_REASON, _WIDEST_REASON = 30.0, 56.0


@frozen
class ConsensusColumns(Columns):
    """The reviewers side by side, what their points come to, and what the panel agrees on.

    The last column of names carries what other tables have as criteria. ``site`` is there where
    the panel is ``staged``, ``own`` where the applicant's own scores are shown. The longest score
    of a reviewer has so many ``signs``.
    """

    reviewers: tuple[str, ...] = ()
    staged: bool = False
    shows_own: bool = True
    signs: int = 4

    # A row is a name and figures: an upright name stands beside many.
    tall = False
    own = Place()
    spread = Place()
    talk = Place()
    joined = Place()
    site = Place()

    @property
    def criteria(self) -> int:  # type: ignore[override]  # a number, as there
        """The last column of names: what a panel scores has no text beside them."""
        return self.levels + 1

    @property
    def first_reviewer(self) -> int:
        """The column of the first reviewer."""
        return self.points + 1 + self.shows_own

    @property
    def table(self) -> tuple[Column, ...]:
        """The columns of a consensus."""
        given = self.signs + _MARGIN
        before = (
            Column("points", "分值", 8.5),
            *((Column("own", "自评\n得分", 7.5),) if self.shows_own else ()),
            *(Column(f"reviewer {code}", code, given) for code in self.reviewers),
            Column("spread", "分差", max(given, 5.5)),
            Column("talk", "讨论", 7.0),
            Column("joined", "合成分", 7.5),
            Column("score", "合议分", 8.0),
        )
        after = (
            *((Column("site", "现场\n评审分", 8.0),) if self.staged else ()),
            Column("counted", "采用分", 8.0),
            Column("status", "状态", 11.0),
        )
        names, scores = name_columns(self.levels), taken((*before, *after))
        if taken(names) + scores + _NARROWEST_REASON > WIDEST:
            names = name_columns(self.levels, narrow=True)
        room = min(WIDEST - taken(names) - scores, _WIDEST_REASON)
        reason = Column("note", "理由（改分的，须讨论的）", max(room, _NARROWEST_REASON))
        return (*names, *before, reason, *after)
