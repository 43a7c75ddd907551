"""How an office joins what its reviewers gave; no notice says, so that each rule is its own."""

from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen


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


@frozen
class PanelRules:
    """The office's rules of one panel.

    ``weights`` belong to roles, 1 where a role has none. ``decimals`` is how far a joined score is
    rounded; ``spread`` the share of an indicator's points above which reviewers must talk.
    ``material`` and ``site`` weigh the two stages, both or neither given. ``line`` is the score
    that is needed, ``places`` how many applicants are shortlisted; ``tie_break`` are the indicators
    that decide among equals, in turn, none where equals share a place. ``least`` is how many
    opinions each applicant needs, ``most`` how many applicants one reviewer may have.
    """

    join: Join = Join.MEAN
    weights: tuple[tuple[str, Decimal], ...] = ()
    decimals: int = 2
    spread: Decimal = Decimal("0.2")
    material: Decimal | None = None
    site: Decimal | None = None
    line: Decimal | None = None
    places: int | None = None
    tie_break: tuple[str, ...] = ()
    least: int = 1
    most: int | None = None

    def weight(self, role: str) -> Decimal:
        """The weight of a role."""
        return dict(self.weights).get(role, Decimal(1))
