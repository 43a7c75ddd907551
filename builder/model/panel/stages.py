"""The stages after the reviews: who sits in the committee, what each gave, what it came to."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen
from builder.model.panel.task import Reviewer

AGREE, AGAINST, ABSTAIN, BARRED = "同意", "不同意", "弃权", "回避"
ABSENT, ABSENT_BARRED = "未到会", "未到会、回避"
VOTES = (AGREE, AGAINST, ABSTAIN, BARRED)


class StageKind(StrEnum):
    """A stage that a committee holds; the value is what a file says of itself."""

    DEFENCE = "defence"
    VOTE = "vote"

    @property
    def label(self) -> str:
        """What people call it."""
        return {"defence": "陈述答辩", "vote": "评委会投票"}[self.value]


@frozen
class StageTask:
    """One stage as it was issued: its round, the committee, whom it hears, who is barred of whom.

    ``record`` is the digest of the record that it goes on from; ``barred`` are pairs of the codes
    of a member and an applicant.
    """

    run: str
    kind: StageKind
    record: str
    members: tuple[Reviewer, ...]
    applicants: tuple[str, ...]
    barred: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Prove that those who are barred are there; raises ``ValueError``."""
        people = [one.code for one in self.members]
        pairs = {(who, whom) for who in people for whom in self.applicants}
        if len(set(people)) < len(people) or not pairs.issuperset(self.barred):
            raise ValueError("members and those they are barred of do not fit")

    def file(self, member: Reviewer) -> str:
        """The name of a member's own file."""
        return f"{member.code}-{self.kind.label}.xlsx"


@frozen
class Ballot:
    """What one member gave: a score or a vote for each applicant, as it stands in the file.

    ``cells`` are where; ``file`` and ``digest`` are those of the file, ``signed_on`` the day.
    """

    member: str
    file: str
    digest: str
    signed: str
    signed_on: str
    given: Mapping[str, str]
    cells: Mapping[str, str]


@frozen
class StageHeld:
    """A stage that was held: its task, the ballots, and who was absent by the office's word."""

    task: StageTask
    ballots: tuple[Ballot, ...]
    absent: tuple[str, ...]

    def is_barred(self, member: str, applicant: str) -> bool:
        """Whether a member gives an applicant nothing: by the list, or by his own word."""
        return self.given(member, applicant) in (BARRED, ABSENT_BARRED)

    def given(self, member: str, applicant: str) -> str:
        """What a member gave an applicant, or the word for why he gave nothing."""
        is_barred = (member, applicant) in self.task.barred
        if member in self.absent:
            return ABSENT_BARRED if is_barred else ABSENT
        said = next(one.given.get(applicant, "") for one in self.ballots if one.member == member)
        return BARRED if is_barred else said


@frozen
class DefenceOutcome:
    """One applicant after the defence: its score there, the total of both, whether it goes on."""

    applicant: str
    score: Decimal
    total: Decimal
    place: int
    goes_on: bool


@frozen
class VoteOutcome:
    """One applicant after the vote: the votes of either kind, the base they are held against."""

    applicant: str
    barred: int
    agree: int
    against: int
    abstain: int
    base: int
    passed: bool
    place: int
    chosen: bool


@frozen
class DefenceRecord:
    """The defence and what it came to, the first place first."""

    held: StageHeld
    outcomes: tuple[DefenceOutcome, ...]


@frozen
class VoteRecord:
    """The vote and what it came to, the first place first."""

    held: StageHeld
    outcomes: tuple[VoteOutcome, ...]
