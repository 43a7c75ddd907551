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


class OwnScores(StrEnum):
    """Whether reviewers see the applicant's own scores."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class Feedback(StrEnum):
    """Whose words an applicant is told: the panel's, or each reviewer's as they were written."""

    MERGED = "merged"
    RAW = "raw"


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
    opinions each applicant needs. ``own_scores`` is whether reviewers see those of the applicant;
    ``feedback`` whose words the applicant is told, on how many ``feedback_pages``.
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
    own_scores: OwnScores = OwnScores.SHOWN
    feedback: Feedback = Feedback.MERGED
    feedback_pages: int = 4

    def weight(self, role: str) -> Decimal:
        """The weight of a role."""
        return dict(self.weights).get(role, Decimal(1))
