"""Where each column of a consensus table stands."""

from typing import NamedTuple

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
    staged: bool
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
        """The columns of a consensus, no wider than a page prints them large enough, if they can.

        First the names are as narrow as they can be read, then every column.
        """
        names, scores = name_columns(self.levels), self._scores(_ROOMY)
        if taken((*names, *scores)) + _NARROWEST_REASON > WIDEST:
            names = name_columns(self.levels, narrow=True)
        if taken((*names, *scores)) + _NARROWEST_REASON > WIDEST:
            names, scores = name_columns(self.levels, narrowest=True), self._scores(_TIGHT)
        room = min(WIDEST - taken((*names, *scores)), _WIDEST_REASON)
        reason = Column("note", "理由（改分的，须讨论的）", max(room, _NARROWEST_REASON))
        after = _AFTER + self.staged
        return (*names, *scores[:-after], reason, *scores[-after:])

    @property
    def pages_across(self) -> int:
        """How many pages stand side by side, where even the narrowest columns are too wide."""
        return 1 if taken(self.table) <= WIDEST else 2

    def _scores(self, widths: "_Widths") -> tuple[Column, ...]:
        """All columns of points and words about them but the reason."""
        given = self.signs + _MARGIN
        return (
            Column("points", "分值", widths.points),
            *((Column("own", "自评\n得分", widths.own),) if self.shows_own else ()),
            *(Column(f"reviewer {code}", code, given) for code in self.reviewers),
            Column("spread", "分差", max(given, 5.5)),
            Column("talk", "讨论", widths.talk),
            Column("joined", "合成分", widths.joined),
            Column("score", "合议分", widths.score),
            *((Column("site", "现场\n评审分", widths.score),) if self.staged else ()),
            Column("counted", "采用分", widths.counted),
            Column("status", "状态", widths.status),
        )


class _Widths(NamedTuple):
    """How wide the columns are that do not depend on what reviewers gave."""

    points: float
    own: float
    talk: float
    joined: float
    score: float
    counted: float
    status: float


_ROOMY = _Widths(points=8.5, own=7.5, talk=7.0, joined=7.5, score=8.0, counted=8.0, status=11.0)
# A word of three characters on one line, points to hundredths; totals are printed larger.
_TIGHT = _Widths(points=8.1, own=7.0, talk=6.8, joined=7.0, score=7.2, counted=8.5, status=8.4)
# What stands right of the reason: the points that count and the state, before them the site's.
_AFTER = 2
