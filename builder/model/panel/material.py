"""What reviewers read of one applicant: its verified self-assessment and its report."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal

from builder.frozen import frozen
from builder.model.identity import Identity


@frozen
class EvidenceTold:
    """One piece of evidence: its number, what it is, which indicators it proves, by label."""

    number: str
    name: str
    kind: str
    issuer: str
    page: str
    indicators: tuple[str, ...]


@frozen
class MetricTold:
    """One row of three-year figures as the applicant filled it in; years from the earliest."""

    number: str
    indicator: str
    name: str
    unit: str
    years: tuple[str, ...]
    benchmark: str
    source: str


@frozen
class Declared:
    """One answer about eligibility or a veto: whose code, what was asked, what was said."""

    condition: str
    asked: str
    answer: str


@frozen
class Fact:
    """One filled-in line of 基本信息; an ``open`` one does not say who applies."""

    caption: str
    words: str
    open: bool


@frozen
class Told:
    """What the applicant wrote under one heading of its report."""

    heading: str
    text: str


@frozen
class Material:
    """One applicant: who it is, the files it handed in, and all that reviewers read.

    ``scores`` are the applicant's own points by the code of every scored node, ``notes`` its
    explanations; ``removed`` are the indicators deleted by agreement. ``declarations`` are what it
    answered about eligibility and vetoes, ``doubts`` what verification found. ``facts`` are the
    lines of 基本信息 that were filled in, ``overview`` what the report says of the organisation as
    a whole. Where the office does not show own points (``shows_own``), none are here.
    """

    code: str
    applicant: str
    file: str
    digest: str
    identity: Identity
    settings: str = ""
    total: Decimal = Decimal(0)
    scores: Mapping[str, Decimal] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    evidence: tuple[EvidenceTold, ...] = ()
    metrics: tuple[MetricTold, ...] = ()
    report: tuple[Told, ...] = ()
    declarations: tuple[Declared, ...] = ()
    flagged: bool = False
    doubts: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    overview: tuple[Told, ...] = ()
    shows_own: bool = True
