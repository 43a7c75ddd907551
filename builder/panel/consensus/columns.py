"""Where each column of a consensus table stands."""

from builder.frozen import frozen
from builder.kit.scoring.columns import Column, Columns, Place


@frozen
class ConsensusColumns(Columns):
    """The reviewers side by side, what their points come to, and what the panel agrees on.

    The applicant's own score stands for its evidence here. ``mean`` to ``joined`` are seven columns
    of what the reviewers' points come to; ``site`` is there where the panel is ``staged``.
    """

    reviewers: tuple[str, ...] = ()
    staged: bool = False

    own = Place()
    evidence = Place("own")
    mean = Place()
    spread = Place()
    talk = Place()
    joined = Place()
    site = Place()

    @property
    def first_reviewer(self) -> int:
        """The column of the first reviewer."""
        return self.own + 1

    @property
    def table(self) -> tuple[Column, ...]:
        """The columns of a consensus."""
        return (
            *self.official("指标", 34.0),
            Column("own", "自评得分", 9.0),
            *(Column(f"reviewer {code}", code, 8.0) for code in self.reviewers),
            Column("mean", "平均", 9.0),
            Column("median", "中位数", 9.0),
            Column("highest", "最高", 8.0),
            Column("lowest", "最低", 8.0),
            Column("spread", "分差", 8.0),
            Column("talk", "讨论", 9.0),
            Column("joined", "合成分", 9.0),
            Column("score", "合议分", 10.0),
            Column("note", "理由", 36.0),
            *((Column("site", "现场评审分", 10.0),) if self.staged else ()),
            Column("counted", "采用分", 10.0),
            Column("status", "状态", 11.0),
        )
