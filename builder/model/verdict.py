"""What is said of one returned file in the end."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.joins import Whole


class Status(StrEnum):
    """Whether a file is in order; the value is what JSON carries. Hints leave a file clean."""

    CLEAN = "clean"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {"clean": "通过", "findings": "有问题", "unreadable": "无法核验"}[self.value]


class EvidenceState(StrEnum):
    """How far an indicator with points is proved by files; the value is what JSON carries."""

    MISSING = "missing"
    LISTED = "listed"
    FOUND = "found"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {"missing": "未提供", "listed": "已列未见文件", "found": "可核"}[self.value]


@frozen
class ScorePart:
    """What a first-level indicator comes to, of how many points."""

    label: str
    points: Decimal
    score: Decimal

    @property
    def code(self) -> str:
        """The code of the indicator, with which its label begins."""
        return self.label.partition(" ")[0]


@frozen
class Score:
    """Exact points: the total after its cap, the most attainable, and each indicator's.

    ``whole`` is how the total comes of the ``parts``.
    """

    total: Decimal
    maximum: Decimal
    by_indicator: Mapping[str, Decimal]
    whole: Whole = Whole(stated=Decimal(0))
    parts: tuple[ScorePart, ...] = ()


@frozen
class GateResult:
    """A gate of the notice: its words, how things stand, whether it is met, and what follows."""

    code: str
    wording: str
    rule: str
    now: str
    state: str
    consequence: str


@frozen
class Conclusion:
    """What follows of a score by the notice: every gate, and the level where it names any."""

    gates: tuple[GateResult, ...] = ()
    level: str = ""


@frozen
class Verdict:
    """One file: where it is, which scheme and award, whose, its exact score, and everything found.

    ``kit`` is what was chosen for it. ``trace`` says in words which cap, rule or agreement changed
    a number. ``evidence`` is the state of every indicator with points, by its code, where files of
    evidence were at hand. ``credit_code`` is as it was typed, ``contents`` a digest of
    what was filled in beside 基本信息 and then digests of its sentences, divided by blanks: by them
    the files of a run are compared. ``report`` says
    that it is a Word file. ``conclusion`` is what follows of the score, where a notice has gates.
    ``fingerprint`` is that of the scheme, which tells editions apart.
    """

    path: str
    status: Status
    scheme: str = ""
    award: str = ""
    kit: str = ""
    applicant: str = ""
    score: Score | None = None
    findings: tuple[Finding, ...] = ()
    trace: tuple[str, ...] = ()
    evidence: Mapping[str, EvidenceState] = field(default_factory=dict)
    credit_code: str = ""
    contents: str = ""
    report: bool = False
    conclusion: Conclusion | None = None
    fingerprint: str = ""

    @property
    def whole(self) -> str:
        """The digest of everything that was filled in; empty where that is little."""
        return self.contents.partition(" ")[0]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The digests of its sentences, each once."""
        return tuple(self.contents.split()[1:])

    @property
    def called(self) -> str:
        """What people call the award, with what was chosen for it; empty where nobody knows."""
        options = self.kit.replace("=", "：")
        return f"{self.award}（{options}）" if self.award and options else self.award
