"""A scored workbook as data: what an award's score is made of, and what verifiers refer to."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from builder.book.book_plan import BookPlan, InputKind
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.metric_plan import DemandPlan, MetricsPlan
from builder.model.identity import IDENTITY_PROPERTIES, Identity
from builder.model.joins import Whole
from builder.model.leaf_rules import LeafRule
from builder.model.office import EvidenceTerms, FieldKind


@frozen(slots=True)
class AnswerPlan:
    """An answer of a leaf in a row of its own: what it is called and its cells.

    ``points`` is the cell of what it adds or takes away, where it does so by itself.
    """

    code: str
    label: str
    kind: InputKind
    answer: Cell
    points: Cell | None
    status: Cell


@frozen(slots=True)
class LeafPlan:
    """A scored row: the indicator, its effective points, and the cells that carry its score.

    ``veto`` marks one that the notice means almost as a veto: less than its points is flagged.
    ``score`` is where a score is typed, or on the maturity scale, ``banded``, a percent is typed
    or, where an office weighs the clauses, ``computed``. By a ``rule``, which points and percents
    have none of, it may hold an option or a figure, or what is worked out from ``parts``.
    ``proofs`` are the kinds of evidence that it must have.
    """

    code: str
    label: str
    points: Decimal
    score: Cell
    counted: Cell
    evidence: Cell
    status: Cell
    banded: bool = False
    computed: bool = False
    veto: bool = False
    rule: LeafRule | None = None
    parts: tuple[AnswerPlan, ...] = ()
    proofs: tuple[str, ...] = ()


@frozen(slots=True)
class BasisPlan:
    """A clause whose percent is the basis of its item's, and never counted itself."""

    code: str
    label: str
    percent: Cell
    status: Cell


@frozen(slots=True)
class ConfirmationPlan:
    """One answer about eligibility or about a veto's circumstance, and its proof.

    ``condition`` is the code of what the notice requires, ``wording`` its text where ``label``
    does not say it.
    """

    condition: str
    label: str
    wording: str
    veto: bool
    answer: Cell
    proof: Cell
    status: Cell


@frozen(slots=True)
class AdjustmentPlan:
    """An indicator the notice lets an applicant delete or replace, and what was answered."""

    code: str
    label: str
    points: Cell
    answer: Cell
    status: Cell


@frozen(slots=True)
class ToldPlan:
    """A cell whose sentence says what changed a number, unless it reads as ``neutral``."""

    words: Cell
    neutral: str


@frozen(slots=True)
class GroupPlan:
    """A node above the leaves and the cell that holds its score after its cap."""

    code: str
    label: str
    points: Decimal
    maximum: Decimal
    score: Cell


@frozen(slots=True)
class PartPlan:
    """A first-level indicator that counts, its effective points, and the cell of its score."""

    label: str
    points: Decimal
    score: Cell


@frozen(slots=True)
class GatePlan:
    """A requirement and the cells that say how things stand and whether it is met.

    ``wording`` is the notice's, ``rule`` what is held against what; ``consequence`` may be empty.
    """

    code: str
    wording: str
    rule: str
    consequence: str
    now: Cell
    state: Cell


@frozen(slots=True)
class ConclusionPlan:
    """The gates of an award, and the cell of the level that follows; ``None`` without levels."""

    gates: tuple[GatePlan, ...] = ()
    level: Cell | None = None


@frozen(slots=True)
class EvidenceRowPlan:
    """One row of the evidence table: its printed number, its cells, and the word about its state.

    ``also`` are the cells in which further indicators may be named.
    """

    number: str
    indicator: Cell
    also: tuple[Cell, ...]
    name: Cell
    kind: Cell
    issuer: Cell
    issued: Cell
    until: Cell
    page: Cell
    file: Cell
    status: Cell

    @property
    def indicators(self) -> tuple[Cell, ...]:
        """Every cell that may name an indicator, the main one first."""
        return (self.indicator, *self.also)

    @property
    def inputs(self) -> tuple[Cell, ...]:
        """Every cell that an applicant fills in, from left to right."""
        described = (self.name, self.kind, self.issuer, self.issued, self.until, self.page)
        return (*self.indicators, *described, self.file)


@frozen(slots=True)
class FieldPlan:
    """One line of 基本信息: what it takes, its cells, and the live word that says how far it is.

    ``inputs`` are one cell, for the kind years one for each year, the earliest first. A field
    without a ``kind`` asks for the year of application.
    """

    title: str
    kind: FieldKind | None
    required: bool
    inputs: tuple[Cell, ...]
    status: Cell


@frozen
class ScoredPlan(BookPlan):
    """A workbook that scores the indicators of an award, an applicant's or a panel's.

    ``total`` is the cell of the award's total after its cap, ``attainable`` the cell of the most
    that can be reached after deletions; ``maximum`` is the most before any.
    """

    identity: Identity
    award: str
    leaves: tuple[LeafPlan, ...]
    groups: tuple[GroupPlan, ...]
    parts: tuple[PartPlan, ...]
    bases: tuple[BasisPlan, ...]
    total: Cell
    attainable: Cell
    whole: Whole
    maximum: Decimal
    conclusion: ConclusionPlan = ConclusionPlan()

    @property
    def stated_total(self) -> Decimal:
        """The total that caps all others."""
        return self.whole.stated

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """The identity, part by part."""
        return tuple(zip(IDENTITY_PROPERTIES, self.identity.values, strict=False))

    @property
    def dated(self) -> frozenset[Cell]:
        """The inputs that take a date, which a spreadsheet may keep as the number of its day."""
        return frozenset()

    @property
    def room(self) -> Mapping[str, frozenset[int]]:
        """The rows, by sheet, that are only room for more: nobody misses one that is not used."""
        return {}


@frozen
class KitPlan(ScoredPlan):
    """The self-assessment workbook of an award.

    ``corrections`` are the signed changes of points in words. ``applicant`` is the name of the
    input that says who applies, ``year`` the cell of the year of application; ``terms`` the
    office's own, which may ``accept_unusual`` answers without a hint.
    """

    confirmations: tuple[ConfirmationPlan, ...]
    adjustments: tuple[AdjustmentPlan, ...]
    fields: tuple[FieldPlan, ...]
    applicant: str
    year: Cell
    told: tuple[ToldPlan, ...]
    corrections: tuple[str, ...]
    evidence: tuple[EvidenceRowPlan, ...]
    metrics: MetricsPlan | None = None
    demands: tuple[DemandPlan, ...] = ()
    terms: EvidenceTerms | None = None
    accept_unusual: bool
    deadlines: tuple[Cell, ...] = ()

    @cached_property
    def dated(self) -> frozenset[Cell]:
        """The dates of 基本信息 and of the evidence, and the deadlines of 改进计划."""
        fields = (one.inputs for one in self.fields if one.kind is FieldKind.DATE)
        rows = ((row.issued, row.until) for row in self.evidence)
        every = (*fields, *rows, self.deadlines)
        return frozenset(cell for cells in every for cell in cells)

    @cached_property
    def room(self) -> Mapping[str, frozenset[int]]:
        """The rows of 证据清单, and those of 近三年数据 whose figure an applicant names."""
        asked = {item.cell for item in self.inputs}
        figures = () if self.metrics is None else self.metrics.rows
        names = (*(row.name for row in self.evidence), *(row.name for row in figures))
        rows: dict[str, set[int]] = {}
        for name in names:
            if name in asked:
                rows.setdefault(name.sheet, set()).add(name.row)
        return {sheet: frozenset(found) for sheet, found in rows.items()}
