"""How an office joins what its reviewers gave; no notice says, so that each rule is its own."""

from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen
from builder.model.panel.join import Join, Standard
from builder.model.panel.stage_rules import Category, Defence, Gate, Publicity, Vote


class OwnScores(StrEnum):
    """Whether reviewers see the applicant's own scores."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class Feedback(StrEnum):
    """Whose words an applicant is told: the panel's, or each reviewer's as they were written."""

    MERGED = "merged"
    RAW = "raw"


@frozen
class PanelRules:
    """The office's rules of one panel.

    ``weights`` belong to roles, 1 where a role has none. ``decimals`` is how far a joined score is
    rounded; ``spread`` the share of an indicator's points above which reviewers must talk.
    ``material`` and ``site`` weigh the two stages, both or neither given. ``line`` is the score
    that is needed, ``places`` how many applicants are shortlisted; ``tie_break`` are the indicators
    that decide among equals, in turn, none where equals share a place. ``least`` is how many
    opinions each applicant needs, ``most`` how many applicants one reviewer may have. ``standard``
    makes reviewers comparable before they are joined. ``own_scores`` is whether reviewers see those
    of the applicant; ``feedback`` whose words the applicant is told, on how many
    ``feedback_pages``. ``shortlist`` says who goes on from the material to the site, ``categories``
    are lines and places of their own; the others are the stages after the reviews, as far as there
    are any.
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
    standard: Standard | None = None
    own_scores: OwnScores = OwnScores.SHOWN
    feedback: Feedback = Feedback.MERGED
    feedback_pages: int = 4
    shortlist: Gate | None = None
    categories: tuple[Category, ...] = ()
    defence: Defence | None = None
    vote: Vote | None = None
    publicity: Publicity | None = None

    def weight(self, role: str) -> Decimal:
        """The weight of a role."""
        return dict(self.weights).get(role, Decimal(1))

    def gate(self, *called: str) -> Gate:
        """The line and the places of a category, by whatever it is called, else of the whole."""
        own = next((one for one in self.categories if one.category in called), None)
        if own is None:
            return Gate(line=self.line, places=self.places)
        return Gate(
            line=self.line if own.line is None else own.line,
            places=self.places if own.places is None else own.places,
        )
