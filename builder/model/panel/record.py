"""What a panel came to, with everything from which any of its numbers can be derived again."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Opinion, PanelTask


@dataclass(frozen=True, kw_only=True)
class Merged:
    """The opinions that were joined, the rules, and the seats left out by explicit choice."""

    task: PanelTask
    rules: PanelRules
    opinions: tuple[Opinion, ...]
    left_out: tuple[str, ...]

    def __post_init__(self) -> None:
        """Prove that every opinion is that of a seat; raises ``ValueError``."""
        seats = {(seat.reviewer, seat.company) for seat in self.task.seats}
        if not seats.issuperset((one.reviewer, one.company) for one in self.opinions):
            raise ValueError("an opinion without a seat")

    def of(self, company: str) -> tuple[Opinion, ...]:
        """The opinions about one company, in the order of the reviewers."""
        return tuple(one for one in self.opinions if one.company == company)


@dataclass(frozen=True, kw_only=True)
class PartOutcome:
    """A first-level indicator: what it came to, of how many points."""

    code: str
    label: str
    points: Decimal
    score: Decimal


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One company in the end.

    ``agreed``, ``reasons`` and ``site`` are what the panel typed, by indicator; ``joined`` what the
    rule gave, ``points`` what counts, caps and stages applied. ``place`` is its rank among those of
    the same ``kit``: the award, and what was chosen for it.
    """

    company: str
    kit: str
    file: str
    digest: str
    leader: str
    signed_on: str
    agreed: Mapping[str, Decimal]
    reasons: Mapping[str, str]
    site: Mapping[str, Decimal]
    joined: Mapping[str, Decimal]
    points: Mapping[str, Decimal]
    parts: tuple[PartOutcome, ...]
    total: Decimal
    stated: Decimal
    maximum: Decimal
    place: int = 0
    shortlisted: bool = False
    flagged: bool = False


@dataclass(frozen=True, kw_only=True)
class PanelRecord:
    """The whole panel: what was joined, and every outcome from the first place on.

    ``corrections`` are the signed changes of points in words.
    """

    merged: Merged
    outcomes: tuple[Outcome, ...]
    labels: Mapping[str, str]
    corrections: tuple[str, ...]
    version: str

    def __post_init__(self) -> None:
        """Prove that outcomes are of the companies that were joined; raises ``ValueError``."""
        companies = {one.code for one in self.merged.task.companies}
        for one in self.outcomes:
            if one.company not in companies or not one.joined.keys() <= one.points.keys():
                raise ValueError("an outcome that was not joined")
