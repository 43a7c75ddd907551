"""What an applicant's workbook tells beside its scores, as a report or a reviewer has it too."""

from collections.abc import Iterator

from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import SOURCE, UNIT
from builder.model.panel.material import EvidenceTold, MetricTold
from builder.verify.held import Held, written_evidence


def told_evidence(held: Held[KitPlan]) -> Iterator[EvidenceTold]:
    """Every row of 证据清单 in which something is written."""
    for row in written_evidence(held):
        yield EvidenceTold(
            number=row.number,
            name=held.said(row.name),
            kind=held.said(row.kind),
            issuer=held.said(row.issuer),
            page=held.said(row.page),
            indicators=tuple(filter(None, map(held.said, row.indicators))),
        )


def told_metrics(held: Held[KitPlan]) -> Iterator[MetricTold]:
    """Every row of 近三年数据 with a figure in it, its years from the earliest."""
    for row in () if held.plan.metrics is None else held.plan.metrics.rows:
        years = tuple(map(held.said, row.years))
        if any(years):
            sheet, line, _ = row.name
            yield MetricTold(
                number=row.number,
                indicator=row.indicator,
                name=held.said(row.name),
                unit=held.said(Cell(sheet, line, UNIT)),
                years=years,
                benchmark=held.said(row.benchmark),
                source=held.said(Cell(sheet, line, SOURCE)),
            )
