"""A panel's task: who reviews whom, and what everybody was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from builder.model.panel.material import Material


@dataclass(frozen=True, kw_only=True)
class Reviewer:
    """One reviewer: the code that stands for the name, and the role that may weigh a score."""

    code: str
    name: str
    role: str = ""
    avoids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One reviewer at one company's table: the file that was handed out, as named in the folder."""

    reviewer: str
    company: str
    file: str

    @property
    def name(self) -> str:
        """How people name it, as in ``R2-C03``."""
        return f"{self.reviewer}-{self.company}"


@dataclass(frozen=True, kw_only=True)
class PanelTask:
    """One run: its mark, whether companies are hidden from reviewers, people, companies, seats.

    ``names`` are the companies by code, which a blind panel knows only here.
    """

    run: str
    blind: bool
    reviewers: tuple[Reviewer, ...]
    companies: tuple[Material, ...]
    seats: tuple[Seat, ...]
    names: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Prove that people, companies and seats fit each other; raises ``ValueError``."""
        people = [one.code for one in self.reviewers]
        companies = [one.code for one in self.companies]
        seats = [(seat.reviewer, seat.company) for seat in self.seats]
        for each in (people, companies, seats):
            if len(set(each)) < len(each):
                raise ValueError("one code stands twice")
        if sorted(companies) != sorted(code for code, _ in self.names):
            raise ValueError("companies and names differ")
        if not {(one, other) for one in people for other in companies}.issuperset(seats):
            raise ValueError("a seat without reviewer or company")

    def company(self, code: str) -> Material:
        """The company of that code, which exists."""
        return next(one for one in self.companies if one.code == code)

    def name(self, code: str) -> str:
        """What the company of that code is called."""
        return dict(self.names)[code]

    def reviewer(self, code: str) -> Reviewer:
        """The reviewer of that code, who exists."""
        return next(one for one in self.reviewers if one.code == code)


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What one reviewer said of one company, read from a verified file.

    ``points`` are exact points after each cap and ``cells`` where they were typed; the words are
    strengths, improvements and questions by indicator; ``digest`` is that of the file.
    """

    reviewer: str
    company: str
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
