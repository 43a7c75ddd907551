"""The rows of three-year figures as data, for what is asked of them after the sheet is laid out."""

from decimal import Decimal

from builder.formula.expression import Cell
from builder.frozen import frozen


@frozen(slots=True)
class MetricRowPlan:
    """One row: its printed number, the cells that name it, its years, and how far it has come.

    ``needed`` are the inputs that a filled row must not leave blank, each with its heading;
    ``years`` are the figures from the first year to the last, the first of which has the defined
    name ``link``; ``label`` says which figure it is.
    """

    number: str
    indicator: str
    label: str
    link: str
    name: Cell
    years: tuple[Cell, ...]
    benchmark: Cell
    needed: tuple[tuple[str, Cell], ...]
    status: Cell


@frozen(slots=True)
class MetricsPlan:
    """The rows from top to bottom."""

    rows: tuple[MetricRowPlan, ...]


@frozen(slots=True)
class BandDemand:
    """The percents of one band as decimal fractions, and the sentences that demand figures.

    A sentence is empty where the descriptor demands nothing of the kind.
    """

    low: Decimal
    high: Decimal
    trend: str
    comparison: str


@frozen(slots=True)
class DemandPlan:
    """A scored indicator with results beneath it: where its percent stands, and its figures."""

    code: str
    label: str
    percent: Cell
    bands: tuple[BandDemand, ...]
    rows: tuple[MetricRowPlan, ...]
