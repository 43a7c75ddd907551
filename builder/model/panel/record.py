"""What a panel came to, with everything from which any of its numbers can be derived again."""

from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal

from builder.formula.render import SHOWN_PLACES, is_endless
from builder.frozen import frozen
from builder.model.panel.rules import PanelRules
from builder.model.panel.stages import DefenceRecord, StageHeld, VoteRecord
from builder.model.panel.task import Opinion, PanelTask, SiteVisit


@frozen
class Reopened:
    """An indicator whose scores changed after the panel had agreed: what it had agreed then."""

    applicant: str
    code: str
    agreed: str = ""
    reason: str = ""


@frozen
class Merged:
    """The opinions that were joined, the rules, and the seats left out by explicit choice.

    ``reopened`` is what the panel must agree on again; ``digests`` are those of all reviews that
    were there, by seat; ``source`` is the file of the rules, empty for the usual ones.
    ``adjusted`` are the points by seat and indicator that the rules make of the reviewers' own
    before they are joined, empty where they ask for no such thing. ``visits`` are what examiners
    found on the site, ``site_digests`` those of all their files that were there.
    """

    task: PanelTask
    rules: PanelRules
    opinions: tuple[Opinion, ...]
    left_out: tuple[str, ...]
    reopened: tuple[Reopened, ...] = ()
    digests: tuple[tuple[str, str], ...] = ()
    source: str = ""
    adjusted: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    visits: tuple[SiteVisit, ...] = ()
    site_digests: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Prove that every opinion is that of a seat; raises ``ValueError``."""
        seats = {(seat.reviewer, seat.applicant) for seat in self.task.seats}
        if not seats.issuperset((one.reviewer, one.applicant) for one in self.opinions):
            raise ValueError("an opinion without a seat")
        if len({(one.reviewer, one.applicant) for one in self.opinions}) < len(self.opinions):
            raise ValueError("two opinions of one seat")
        if not seats.issuperset((one.examiner, one.applicant) for one in self.visits):
            raise ValueError("a visit without a seat")
        if not {seat.name for seat in self.task.seats}.issuperset(self.left_out):
            raise ValueError("a seat that does not exist was left out")

    def of(self, applicant: str) -> tuple[Opinion, ...]:
        """The opinions about one applicant, in the order of the reviewers."""
        return tuple(one for one in self.opinions if one.applicant == applicant)

    def counted(self, applicant: str) -> tuple[Opinion, ...]:
        """The same opinions with the points that are joined."""
        return tuple(
            replace(one, points=self.adjusted.get(f"{one.reviewer}-{applicant}", one.points))
            for one in self.of(applicant)
        )

    def visited(self, applicant: str) -> tuple[SiteVisit, ...]:
        """What examiners found on the site of one applicant, in the order of the reviewers."""
        return tuple(one for one in self.visits if one.applicant == applicant)

    def again(self, applicant: str) -> tuple[Reopened, ...]:
        """What must be agreed on again for one applicant."""
        return tuple(one for one in self.reopened if one.applicant == applicant)


@frozen
class PartOutcome:
    """A first-level indicator: what it came to, of how many points."""

    code: str
    label: str
    points: Decimal
    score: Decimal


@frozen
class Outcome:
    """One applicant in the end.

    ``agreed``, ``reasons`` and ``site`` are what the panel typed, by indicator; ``joined`` what the
    rule gave, ``points`` what counts, caps and stages applied. ``place`` is its rank among those of
    the same ``kit``, the award and what was chosen for it, and of the same ``category``; 0 where it
    is ``out``: the material alone, which came to ``material``, did not take it to the site.
    ``overall``, ``strengths`` and ``improvements`` are the panel's own words, by indicator.
    """

    applicant: str
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
    category: str = ""
    material: Decimal = Decimal(0)
    out: bool = False
    overall: str = ""
    strengths: Mapping[str, str] = field(default_factory=dict)
    improvements: Mapping[str, str] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """Among whom it is ranked, in words."""
        return f"{self.kit}　{self.category}".strip()

    @property
    def categories(self) -> tuple[str, ...]:
        """What the rules may call its category: that of the office's list, or what was chosen."""
        _, _, choice = self.kit.partition("　")
        options = (pair.partition("=")[2] for pair in choice.split("；"))
        return tuple(dict.fromkeys(filter(None, (self.category, choice, *options))))


@frozen
class PanelRecord:
    """The whole panel: what was joined, and every outcome from the first place on.

    ``corrections`` are the signed changes of points in words; ``defence`` and ``vote`` are the
    stages after the reviews, as far as they were held.
    """

    merged: Merged
    outcomes: tuple[Outcome, ...]
    labels: Mapping[str, str]
    corrections: tuple[str, ...]
    version: str
    defence: DefenceRecord | None = None
    vote: VoteRecord | None = None

    def __post_init__(self) -> None:
        """Prove that outcomes are of the applicants that were joined; raises ``ValueError``."""
        applicants = {one.code for one in self.merged.task.applicants}
        if {one.applicant for one in self.outcomes} != applicants or len(self.outcomes) != len(
            applicants
        ):
            raise ValueError("not every applicant has one outcome")
        for one in self.outcomes:
            if one.applicant not in applicants or not one.joined.keys() <= one.points.keys():
                raise ValueError("an outcome that was not joined")

    @property
    def divided(self) -> bool:
        """Whether a score has more decimals than any rule leaves, and no rule asks for many."""
        scores = (
            score
            for one in self.outcomes
            for score in (one.total, one.material, *(part.score for part in one.parts))
        )
        return self.merged.rules.decimals <= SHOWN_PLACES and any(map(is_endless, scores))

    @property
    def stages(self) -> tuple[StageHeld, ...]:
        """The stages that were held, in their order."""
        return tuple(one.held for one in (self.defence, self.vote) if one is not None)

    def outcome(self, applicant: str) -> Outcome:
        """The outcome of the applicant of that code, which exists."""
        return next(one for one in self.outcomes if one.applicant == applicant)

    def name(self, applicant: str) -> str:
        """What the applicant of that code is called."""
        return self.merged.task.name(applicant)
