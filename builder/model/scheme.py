"""The award as data: indicators, points, criteria and the rules that join them.

Frozen and exact: points are ``Decimal``, percents are decimal fractions, and every text is the
official wording with only its white space normalised.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.model.office import ApplicantField
from builder.model.report_terms import ReportTerms


class Scale(StrEnum):
    """How a score is given: points typed directly, or a percent of the points inside a band."""

    DIRECT = "direct"
    MATURITY = "maturity"


class Dimension(StrEnum):
    """What an indicator is judged by: A-D-L-I for a process, Le-T-C-I for a result."""

    PROCESS = "process"
    RESULT = "result"


class Better(StrEnum):
    """Which way a metric should go."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, kw_only=True)
class Position:
    """A place in a scheme file; line and column count from 1."""

    path: str
    line: int
    column: int = 1


class MarkKind(StrEnum):
    """How a stretch of a text is marked."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A stretch of a text, from ``start`` to before ``end``; a link leads to ``target``."""

    start: int
    end: int
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One 评价要点: its printed label (may be empty), its wording, its own points if it has any.

    ``marks`` are stretches of ``text``.
    """

    label: str
    text: str
    points: Decimal | None
    position: Position
    marks: tuple[Mark, ...] = ()

    @property
    def printed(self) -> str:
        """Label and wording as the notice prints them."""
        return f"{self.label}{self.text}"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One 注 that governs the indicator it stands under, its 注 label included."""

    text: str
    position: Position
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DescriptorRow:
    """One row of a descriptor table: its cells in the notice's order."""

    cells: tuple[str, ...]
    position: Position


@dataclass(frozen=True, kw_only=True)
class DescriptorTable:
    """A table the notice prints under a heading, such as the descriptors of the percent bands."""

    header: tuple[str, ...]
    rows: tuple[DescriptorRow, ...]
    position: Position


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One node of the tree: printed number, name, points, and what stands beneath it.

    ``code`` is unique in the scheme and is what names, files and messages use; ``number`` is what
    the notice prints before the name. ``points`` is ``None`` where the notice gives none.
    ``criterion`` marks a scored criterion that stands as a node of its own in a kit.
    ``variant`` holds ``(choice, option)`` pairs: the node belongs to the kit only where all of
    them were chosen.
    """

    code: str
    number: str
    name: str
    points: Decimal | None
    position: Position
    dimension: Dimension | None = None
    unscored: bool = False
    replaceable: bool = False
    veto: bool = False
    criterion: bool = False
    variant: tuple[tuple[str, str], ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()
    tables: tuple[DescriptorTable, ...] = ()
    children: tuple["Indicator", ...] = ()

    @property
    def label(self) -> str:
        """Code and name, as dropdowns and messages show the indicator."""
        return f"{self.code} {self.name}"

    @property
    def walk(self) -> Iterator["Indicator"]:
        """The node itself and all beneath it, in official order."""
        yield self
        for child in self.children:
            yield from child.walk


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph of reference text, its printed label in front."""

    text: str
    position: Position
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """Reference text of the notice that is shown, never scored: a heading and what it holds.

    ``contents`` are in official order. ``dimension`` says whose judgement the section's tables
    describe, where the notice has tables of its own for processes and for results.
    """

    title: str
    level: int
    contents: tuple[Paragraph | DescriptorTable, ...]
    position: Position
    dimension: Dimension | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone."""
        return tuple(part for part in self.contents if isinstance(part, Paragraph))

    @property
    def tables(self) -> tuple[DescriptorTable, ...]:
        """The tables alone."""
        return tuple(part for part in self.contents if isinstance(part, DescriptorTable))


@dataclass(frozen=True, kw_only=True)
class Band:
    """One 档 of a maturity scale, its bounds as decimal fractions of the points."""

    name: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A question the office answers when it builds a kit: its name and its options.

    ``no_default`` is why no option is assumed, where the scheme gives the reason.
    """

    name: str
    position: Position
    options: tuple[str, ...] = ()
    default: str | None = None
    no_default: str = ""


@dataclass(frozen=True, kw_only=True)
class Composition:
    """A rule of the notice that computes an indicator: the weighted sum of others, and its words.

    ``terms`` are pairs of factor and indicator code.
    """

    code: str
    terms: tuple[tuple[Decimal, str], ...]
    wording: str
    position: Position


@dataclass(frozen=True, kw_only=True)
class Weight:
    """An office's own weight of a clause in its item's percent, as a decimal fraction."""

    item: str
    clause: str
    weight: Decimal
    position: Position


@dataclass(frozen=True, kw_only=True)
class Metric:
    """One figure that an indicator's criteria ask for, in their words.

    ``unit`` is the office's, empty where the applicant names it; ``better`` is ``None`` where
    neither way is good in itself.
    """

    indicator: str
    name: str
    position: Position
    unit: str = ""
    better: Better | None = None


@dataclass(frozen=True, kw_only=True)
class Condition:
    """An eligibility requirement or a veto item: its wording, and one entry a circumstance."""

    code: str
    text: str
    position: Position
    circumstances: tuple[str, ...] = ()
    variant: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A suggested line: points out of the total, with the notice's words; a hint, never a gate."""

    points: Decimal
    wording: str


@dataclass(frozen=True, kw_only=True)
class Discrepancy:
    """A contradiction in the notice that the scheme acknowledges and shows; it changes no number.

    ``where`` is an indicator's code, or ``total``.
    """

    where: str
    stated: Decimal
    actual: Decimal
    treatment: str
    position: Position


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A signed change of points, the only way a number may differ from the notice."""

    where: str
    value: Decimal
    basis: str
    approver: str
    date: str
    position: Position


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something a reader should know at one place of the notice; it changes no number."""

    where: str
    text: str
    position: Position


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One award, complete: the tree, the total it states, its scale and its rules.

    ``step`` is the smallest difference between two scores: points on the direct scale, a decimal
    fraction of the points on the maturity scale. ``office_terms`` are the settings the notice does
    not give and the office chose, printed as such; ``fields`` are what 基本信息 asks instead of the
    usual and ``report`` how the Word report differs from it; no official text either. ``chosen``
    are the options of the kit this scheme was resolved for; ``page_note`` stands on every page.
    ``fingerprint`` is that of the file the kit's scheme was resolved from, once it was.
    """

    id: str
    title: str
    award: str
    edition: str
    source: str
    total: Decimal
    scale: Scale
    step: Decimal
    position: Position
    indicators: tuple[Indicator, ...]
    sections: tuple[Section, ...] = ()
    bands: tuple[Band, ...] = ()
    choices: tuple[Choice, ...] = ()
    compositions: tuple[Composition, ...] = ()
    weights: tuple[Weight, ...] = ()
    metrics: tuple[Metric, ...] = ()
    eligibility: tuple[Condition, ...] = ()
    vetoes: tuple[Condition, ...] = ()
    threshold: Threshold | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
    corrections: tuple[Correction, ...] = ()
    remarks: tuple[Remark, ...] = ()
    scale_terms: tuple[str, ...] = ()
    office_terms: tuple[str, ...] = ()
    fields: tuple[ApplicantField, ...] = ()
    report: ReportTerms | None = None
    chosen: tuple[tuple[str, str], ...] = ()
    page_note: str = ""
    fingerprint: str = ""

    @property
    def walk(self) -> Iterator[Indicator]:
        """Every indicator in official order."""
        for root in self.indicators:
            yield from root.walk
