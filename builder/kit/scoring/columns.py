"""Where each column of the scoring table stands, given its levels and its scale."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from builder.frozen import frozen

LEVEL_NAMES = ("一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标")
# At 100 % a screen of 1366 pixels shows the indicator, its text, its score and its state at once.
LEVEL_WIDTH, CRITERIA_WIDTH, NOTE_WIDTH = 14.0, 64.0, 46.0


class Column(NamedTuple):
    """One column of a table: its key, its heading, its width in characters."""

    key: str
    heading: str
    width: float


class Place:
    """Where the column stands that has the attribute's name for its key, or the key given."""

    def __init__(self, key: str = "") -> None:
        """Keep the key; without one it is the name of the attribute."""
        self._key = key

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the attribute's name."""
        self._key = self._key or name

    def __get__(self, columns: "Columns", owner: type) -> int:
        """The place in this table, counted from 1."""
        return columns.places[self._key]


_DECIMALS_WIDTH = 11.0


@frozen
class Columns:
    """The columns from left to right; ``banded`` puts a band before what is typed.

    Where some leaves are ``ruled`` by more than points, there is room for options and figures, and
    for decimals where scores are ``divided``.
    """

    levels: int
    banded: bool = False
    ruled: bool = False
    divided: bool = False

    # The column of the indicators that lie under no other.
    top = 2
    # Whether rows hold whole texts: then the names of indicators stand again beside each.
    tall = True
    criteria = Place()
    points = Place()
    score = Place()
    counted = Place()
    note = Place()
    evidence = Place()
    status = Place()

    @property
    def last(self) -> int:
        """The column furthest to the right."""
        return len(self.table)

    @property
    def band(self) -> int:
        """The column of the band; on the direct scale that of the score."""
        return self.places.get("band", self.score)

    @property
    def table(self) -> tuple[Column, ...]:
        """The columns of a self-assessment."""
        return (
            *self.official("评价要点", CRITERIA_WIDTH),
            *self.typed("自评分", "得分"),
            Column("status", "状态", 10.0),
            Column("evidence", "证据数", 7.0),
            Column("note", "自评说明", NOTE_WIDTH),
        )

    def official(self, heading: str, width: float) -> tuple[Column, ...]:
        """The columns of what the notice says, its text under this heading."""
        levels = (Column(name, name, LEVEL_WIDTH) for name in LEVEL_NAMES[: self.levels])
        text, points = (
            Column("criteria", heading, width),
            Column("points", "分值", self.points_width(7.0)),
        )
        return (Column("number", "序号", 6.0), *levels, text, points)

    def points_width(self, usual: float) -> float:
        """The width of a column of points, which may have to show ``1000.00`` in bold."""
        return max(usual, _DECIMALS_WIDTH) if self.divided else usual

    def typed(self, score: str, worth: str) -> tuple[Column, ...]:
        """The columns of what is typed and what it counts: a score, or a band and its percent."""
        if not self.banded:
            return self._answer(score), Column("counted", "计入得分", self.points_width(9.0))
        percent = self._answer(score) if self.ruled else Column("score", "百分比", 9.0)
        band = Column("band", "档次", 22.0)
        return band, percent, Column("counted", worth, self.points_width(9.0))

    def _answer(self, score: str) -> Column:
        heading = f"{score}或填报" if self.ruled else score
        return Column("score", heading, 24.0 if self.ruled else 9.0)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of every column, counted from 1."""
        return {column.key: place for place, column in enumerate(self.table, start=1)}

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column in characters."""
        return tuple(column.width for column in self.table)

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of every column."""
        return tuple(column.heading for column in self.table)
