"""The columns of 改进计划: who does what by when, how good it is, what was and what is aimed at."""

from typing import NamedTuple

from builder.book.style import Style
from builder.model.office import OwnPart

# What stands in every row before the columns: the indicator, its points, its score.
FIXED = (("指标", 26.0), ("分值", 7.0), ("自评得分", 9.0))
FIRST_COLUMN = len(FIXED) + 1
AHEAD, AHEAD_WIDTH = "距目标", 8.0
_LONGEST_NAME, _LONGEST_DATE, _LONGEST_WORDS = 50, 20, 400


class OwnColumn(NamedTuple):
    """One column that a company fills in for itself: what it is, its look, what its cells say.

    Without ``longest`` it takes points.
    """

    part: OwnPart
    heading: str
    width: float
    style: Style
    prompt: str
    longest: int = 0

    @property
    def name(self) -> str:
        """What the names of its inputs begin with."""
        return own_name(self.part)


def own_name(part: OwnPart) -> str:
    """What the names of the inputs of a column begin with."""
    return f"own_{part.value}"


# In sheet order.
COLUMNS = (
    OwnColumn(
        OwnPart.LAST_SCORE,
        "上次得分",
        9.0,
        Style.INPUT_POINTS,
        "上一次申报或评价时本项的得分；没有的留空。",
    ),
    OwnColumn(OwnPart.TARGET, "目标分", 8.0, Style.INPUT_POINTS, "本次想达到的得分。"),
    OwnColumn(
        OwnPart.DEPARTMENT,
        "责任部门",
        13.0,
        Style.INPUT_TEXT,
        "由哪个部门准备本项的说明和证据。",
        _LONGEST_NAME,
    ),
    OwnColumn(OwnPart.PERSON, "责任人", 10.0, Style.INPUT_TEXT, "由谁负责。", _LONGEST_NAME),
    OwnColumn(
        OwnPart.DUE,
        "完成期限",
        12.0,
        Style.INPUT_DATE,
        "写年-月-日，例如 2026-06-30；只知道月份的写“2026年6月”。",
        _LONGEST_DATE,
    ),
    OwnColumn(
        OwnPart.STRENGTHS,
        "优势",
        25.0,
        Style.INPUT_TEXT,
        "做得好、有数据或证据的地方。",
        _LONGEST_WORDS,
    ),
    OwnColumn(
        OwnPart.CHANCES,
        "改进机会",
        25.0,
        Style.INPUT_TEXT,
        "对照评价要点还没有做到，或做了没有证据的地方。",
        _LONGEST_WORDS,
    ),
    OwnColumn(
        OwnPart.MEASURES,
        "改进措施",
        25.0,
        Style.INPUT_TEXT,
        "准备做什么，做到什么程度。",
        _LONGEST_WORDS,
    ),
)


def columns_without(left_out: tuple[OwnPart, ...]) -> tuple[OwnColumn, ...]:
    """The columns that an office lets stand; none where it does without the sheet."""
    if OwnPart.PLAN in left_out:
        return ()
    return tuple(column for column in COLUMNS if column.part not in left_out)
