"""A workbook as data: its sheets and names, its inputs, and what verifiers refer to in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.model.identity import IDENTITY_PROPERTIES, Identity
from builder.model.office import EvidenceTerms, FieldKind
from builder.plan.metric_plan import DemandPlan, MetricsPlan
from builder.plan.sheet import Formula, Merge, SheetPlan


class InputKind(StrEnum):
    """What an input asks for; the value is what JSON carries."""

    SCORE = "score"
    BAND = "band"
    PERCENT = "percent"
    TEXT = "text"
    EVIDENCE = "evidence"
    METRIC = "metric"
    CHOICE = "choice"
    CONFIRMATION = "confirmation"
    FIELD = "field"


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowed:
    """What an input accepts: a range with its step, a list, a text up to a length, or a number."""

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None
    options: tuple[str, ...] = ()
    longest: int | None = None

    @property
    def span(self) -> str:
        """The range in words, both ends included; empty where any number will do."""
        low, high = ("" if end is None else plain_number(end) for end in (self.low, self.high))
        if low and high:
            return f"{low}–{high}"
        return f"{low} 以上" if low else f"{high} 以下" if high else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class InputPlan:
    """One cell that takes an answer.

    ``name`` is stable across editions of the layout: it is built from the indicator's code, or in
    a table from the table's name and the row. ``table`` is empty for a cell of its own name.
    """

    name: str
    kind: InputKind
    cell: Cell
    title: str
    allowed: Allowed
    indicator: str = ""
    table: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NamePlan:
    """A defined name of the workbook for a rectangle on a sheet."""

    name: str
    sheet: str
    area: Merge


@dataclass(frozen=True, kw_only=True, slots=True)
class LeafPlan:
    """A scored row: the indicator, its effective points, and the cells that carry its score.

    ``veto`` marks one that the notice means almost as a veto: less than its points is flagged.
    ``score`` is where a score is typed, or on the maturity scale, ``banded``, a percent is typed
    or, where an office weighs the clauses, ``computed``.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class BasisPlan:
    """A clause whose percent is the basis of its item's, and never counted itself."""

    code: str
    label: str
    percent: Cell
    status: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmationPlan:
    """One answer about eligibility or about a veto's circumstance, and its proof."""

    label: str
    veto: bool
    answer: Cell
    proof: Cell
    status: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class AdjustmentPlan:
    """An indicator the notice lets an applicant delete or replace, and what was answered."""

    code: str
    label: str
    points: Cell
    answer: Cell
    status: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldPlan:
    """A cell whose sentence says what changed a number, unless it reads as ``neutral``."""

    words: Cell
    neutral: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupPlan:
    """A node above the leaves and the cell that holds its score after its cap."""

    code: str
    label: str
    points: Decimal
    maximum: Decimal
    score: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class PartPlan:
    """A first-level indicator that counts, its effective points, and the cell of its score."""

    label: str
    points: Decimal
    score: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
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


@dataclass(frozen=True, kw_only=True, slots=True)
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


@dataclass(frozen=True, kw_only=True)
class BookPlan:
    """Any workbook as data: what a writer needs to make the file and an evaluation its values.

    ``page_note`` stands at the head of every printed page.
    """

    title: str
    page_note: str
    sheets: tuple[SheetPlan, ...]
    inputs: tuple[InputPlan, ...]
    names: tuple[NamePlan, ...]

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """What the file says it is: custom properties with their values; nothing by default."""
        return ()

    def sheet(self, name: str) -> SheetPlan:
        """The sheet of that name, which exists."""
        return next(sheet for sheet in self.sheets if sheet.name == name)

    @property
    def formulas(self) -> Iterator[tuple[Cell, Formula]]:
        """Every computed cell and its formula, sheet by sheet."""
        for sheet in self.sheets:
            for cell in sheet.cells:
                if isinstance(cell.content, Formula):
                    place = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
                    yield place, cell.content


@dataclass(frozen=True, kw_only=True)
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
    stated_total: Decimal
    maximum: Decimal

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """The identity, part by part."""
        return tuple(zip(IDENTITY_PROPERTIES, self.identity.values, strict=False))

    @property
    def dated(self) -> frozenset[Cell]:
        """The inputs that take a date, which a spreadsheet may keep as the number of its day."""
        return frozenset()


@dataclass(frozen=True, kw_only=True)
class KitPlan(ScoredPlan):
    """The self-assessment workbook of an award.

    ``corrections`` are the signed changes of points in words. ``applicant`` is the name of the
    input that says who applies, ``year`` the cell of the year of application; ``terms`` the
    office's own.
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

    @cached_property
    def dated(self) -> frozenset[Cell]:
        """The dates of 基本信息 and of the evidence."""
        fields = (one.inputs for one in self.fields if one.kind is FieldKind.DATE)
        rows = ((row.issued, row.until) for row in self.evidence)
        return frozenset(cell for cells in (*fields, *rows) for cell in cells)
