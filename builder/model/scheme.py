"""The award as data: indicators, points, criteria and the rules that join them.

Frozen and exact: points are ``Decimal``, percents are decimal fractions, and every text is the
official wording with only its white space normalised.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen
from builder.model.gates import Gate, Level, Terms
from builder.model.joins import Join
from builder.model.office import ApplicantField
from builder.model.official import Indicator, Position, Section
from builder.model.report_terms import ReportTerms


class Scale(StrEnum):
    """How a score is given: points typed directly, or a percent of the points inside a band."""

    DIRECT = "direct"
    MATURITY = "maturity"


class Better(StrEnum):
    """Which way a metric should go."""

    UP = "up"
    DOWN = "down"


@frozen
class Band:
    """One 档 of a maturity scale, its bounds as decimal fractions of the points."""

    name: str
    low: Decimal
    high: Decimal


@frozen
class Choice:
    """A question the office answers when it builds a kit: its name and its options.

    ``no_default`` is why no option is assumed, where the scheme gives the reason.
    """

    name: str
    position: Position
    options: tuple[str, ...] = ()
    default: str | None = None
    no_default: str = ""


@frozen
class Composition:
    """A rule of the notice that computes an indicator: the weighted sum of others, and its words.

    ``terms`` are pairs of factor and indicator code.
    """

    code: str
    terms: tuple[tuple[Decimal, str], ...]
    wording: str
    position: Position


@frozen
class Weight:
    """An office's own weight of a clause in its item's percent, as a decimal fraction."""

    item: str
    clause: str
    weight: Decimal
    position: Position


@frozen
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


@frozen
class Condition:
    """An eligibility requirement or a veto item: its wording, and one entry a circumstance."""

    code: str
    text: str
    position: Position
    circumstances: tuple[str, ...] = ()
    variant: tuple[tuple[str, str], ...] = ()


@frozen
class Threshold:
    """A suggested line: points out of the total, with the notice's words; a hint, never a gate."""

    points: Decimal
    wording: str


@frozen
class Discrepancy:
    """A contradiction in the notice that the scheme acknowledges and shows; it changes no number.

    ``where`` is an indicator's code, or ``total``.
    """

    where: str
    stated: Decimal
    actual: Decimal
    treatment: str
    position: Position


@frozen
class Correction:
    """A signed change of points, the only way a number may differ from the notice."""

    where: str
    value: Decimal
    basis: str
    approver: str
    date: str
    position: Position


@frozen
class Remark:
    """Something a reader should know at one place of the notice; it changes no number."""

    where: str
    text: str
    position: Position


@frozen
class Scheme:
    """One award, complete: the tree, the total it states, its scale and its rules.

    ``step`` is the smallest difference between two scores: points on the direct scale, a decimal
    fraction of the points on the maturity scale. ``office_terms`` are the settings the notice does
    not give and the office chose, printed as such; ``fields`` are what 基本信息 asks instead of the
    usual and ``report`` how the Word report differs from it; no official text either. ``chosen``
    are the options of the kit this scheme was resolved for; ``page_note`` stands on every page.
    ``markup`` is whether bold, italics and links are marked in its file.
    ``total_join`` is how the first-level indicators come to the total, ``decimals`` the places it
    is rounded to; ``by_choice`` is what differs for an option. ``grades`` are those that leaves
    without points take, from the lowest.
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
    markup: bool = False
    total_join: Join | None = None
    decimals: int | None = None
    gates: tuple[Gate, ...] = ()
    levels: tuple[Level, ...] = ()
    by_choice: tuple[Terms, ...] = ()
    grades: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def walk(self) -> Iterator[Indicator]:
        """Every indicator in official order."""
        for root in self.indicators:
            yield from root.walk
