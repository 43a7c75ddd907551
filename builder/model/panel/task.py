"""A panel's task: who reviews whom, and what everybody was given."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal

from builder.frozen import frozen
from builder.model.panel.material import Material

# With this begins a mark, and no name, that says whom a reviewer of a blind round must avoid.
HIDDEN = "#"


@frozen
class Reviewer:
    """One reviewer: the code that stands for the name, and the role that may weigh a score.

    ``units`` are where the reviewer works.
    """

    code: str
    name: str
    role: str = ""
    avoids: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def hides_conflicts(self) -> bool:
        """Whether whom it must avoid can be told by the key of a blind round alone."""
        return any(word.startswith(HIDDEN) for word in self.avoids)


@frozen
class Seat:
    """One reviewer for one applicant: the file that was handed out, as named in the folder."""

    reviewer: str
    applicant: str
    file: str

    @property
    def name(self) -> str:
        """How people name it, as in ``R2-C03``."""
        return f"{self.reviewer}-{self.applicant}"


@frozen
class PanelTask:
    """One run: its mark, whether applicants are hidden from reviewers, people, applicants, seats.

    ``names`` are the applicants by code, in a blind panel's own file the codes again; ``least`` is
    how many opinions the office asks for of each. ``key`` proves the file that holds the names of
    a blind panel.
    """

    run: str
    blind: bool
    reviewers: tuple[Reviewer, ...]
    applicants: tuple[Material, ...]
    seats: tuple[Seat, ...]
    names: tuple[tuple[str, str], ...]
    least: int = 1
    key: str = ""

    def __post_init__(self) -> None:
        """Prove that people, applicants and seats fit each other; raises ``ValueError``."""
        people = [one.code for one in self.reviewers]
        applicants = [one.code for one in self.applicants]
        seats = [(seat.reviewer, seat.applicant) for seat in self.seats]
        for each in (people, applicants, seats):
            if len(set(each)) < len(each):
                raise ValueError("one code stands twice")
        if sorted(applicants) != sorted(code for code, _ in self.names):
            raise ValueError("applicants and names differ")
        if not {(one, other) for one in people for other in applicants}.issuperset(seats):
            raise ValueError("a seat without reviewer or applicant")

    def applicant(self, code: str) -> Material:
        """The applicant of that code, which exists."""
        return next(one for one in self.applicants if one.code == code)

    def name(self, code: str) -> str:
        """What the applicant of that code is called."""
        return dict(self.names)[code]

    def reviewer(self, code: str) -> Reviewer:
        """The reviewer of that code, who exists."""
        return next(one for one in self.reviewers if one.code == code)


@frozen
class Opinion:
    """What one reviewer said of one applicant, read from a verified file.

    ``points`` are exact points after each cap and ``cells`` where they were typed; the words are
    strengths, improvements and questions by indicator; ``digest`` is that of the file.
    """

    reviewer: str
    applicant: str
    file: str
    digest: str
    points: Mapping[str, Decimal]
    cells: Mapping[str, str]
    strengths: Mapping[str, str] = field(default_factory=dict)
    improvements: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    overall: str = ""

    def __post_init__(self) -> None:
        """Prove that every number has its cell; raises ``ValueError``."""
        if not self.points.keys() <= self.cells.keys():
            raise ValueError("points without a cell")


@frozen
class SiteVisit:
    """What one examiner found on the site of one applicant, read from a verified file.

    ``points`` are exact and ``cells`` where they were typed; ``found`` and ``conclusions`` are the
    facts and what they come to, by indicator; ``digest`` is that of the file.
    """

    examiner: str
    applicant: str
    file: str
    digest: str
    points: Mapping[str, Decimal]
    cells: Mapping[str, str]
    found: Mapping[str, str] = field(default_factory=dict)
    conclusions: Mapping[str, str] = field(default_factory=dict)
