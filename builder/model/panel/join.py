"""How the points of several people become one, and how reviewers' scores are made comparable."""

from enum import StrEnum


class Join(StrEnum):
    """How the points of several reviewers become one; the value is the word in the rules file."""

    MEAN = "mean"
    TRIMMED = "trimmed"
    WEIGHTED = "weighted"
    MEDIAN = "median"

    @property
    def label(self) -> str:
        """The rule in words."""
        return {
            "mean": "取各评审员的平均分",
            "trimmed": "去掉一个最高分和一个最低分后取平均分",
            "weighted": "按角色权重取加权平均分",
            "median": "取各评审员的中位数",
        }[self.value]


# Fewer scores than this leave nothing to speak of between the highest and the lowest.
FEWEST_TRIMMED = 3


class Standard(StrEnum):
    """How scores of lenient and strict reviewers are made comparable, item by item."""

    SHIFT = "shift"
    RANGE = "range"

    @property
    def label(self) -> str:
        """The rule in words."""
        return {
            "shift": (
                "每位评审员每项的分数，减去他在这一项上比同一申报者的全体评审员平均偏高的分数"
                "（偏低的加上）"
            ),
            "range": (
                "每位评审员每项的分数，按他在这一项上的平均分和极差，折算到他所评各家的全体评审员平均分"
                "的平均和极差"
            ),
        }[self.value]


# A reviewer's leniency cannot be told from fewer applicants than this.
FEWEST_JUDGED = 3
