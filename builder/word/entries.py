"""What a workbook says for the places of a report: blanks, rows of tables, scores and charts."""

from collections.abc import Mapping
from enum import StrEnum

from builder.book.charts import ChartPlan
from builder.frozen import frozen
from builder.word.parts import Gap


class TableKind(StrEnum):
    """The kit's tables that repeat the workbook; the value is what people call them."""

    EVIDENCE = "证据"
    FIGURES = "近三年数据"
    CHECKLIST = "证实性材料清单"


@frozen
class GapEntry:
    """What belongs in a blank of cover or form, which begin at a heading; the cover at none.

    ``what`` is what people call the blank.
    """

    gap: Gap
    what: str
    bookmark: str
    heading: str
    text: str


@frozen
class TableEntry:
    """The rows that belong in one table under a heading, known by their ``key`` column.

    ``head`` is how the table's first columns are called in the kit.
    """

    kind: TableKind
    bookmark: str
    heading: str
    head: tuple[str, ...]
    key: int
    rows: tuple[tuple[str, ...], ...]


@frozen
class ScoreEntry:
    """The line under a heading that says what was scored."""

    bookmark: str
    heading: str
    text: str


@frozen
class ChartEntry:
    """A chart under a heading, with the words of its caption."""

    bookmark: str
    heading: str
    chart: ChartPlan

    @property
    def caption(self) -> str:
        """What the caption says behind its number."""
        return self.chart.title


@frozen
class Entries:
    """All that a workbook says for a report, in page order.

    ``years`` are the years by how the kit names those it does not know, ``unasked`` the figures
    that the report has no table for, by number and name.
    """

    gaps: tuple[GapEntry, ...]
    scores: tuple[ScoreEntry, ...]
    tables: tuple[TableEntry, ...]
    charts: tuple[ChartEntry, ...]
    years: Mapping[str, str]
    unasked: tuple[str, ...] = ()
