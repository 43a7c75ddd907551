"""What an applicant's workbook tells beside its scores, as a report or a reviewer has it too."""

from collections.abc import Iterator

from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import SOURCE, UNIT
from builder.model.office import FieldKind
from builder.model.panel.material import EvidenceTold, Fact, MetricTold
from builder.verify.held import Held, written_evidence

# What is a class or a number tells nobody who applies.
_OPEN = (FieldKind.OPTION, FieldKind.INDUSTRY, FieldKind.NUMBER, FieldKind.YEARS)
# Whom to write to and how is no business of reviewers.
_CONTACT = ("organisation", "credit_code", "contact", "phone", "email", "address")


def told_facts(held: Held[KitPlan]) -> Iterator[Fact]:
    """Every line of 基本信息 that was filled in and describes the applicant."""
    names = {item.cell: item.name for item in held.plan.inputs}
    private = {f"applicant_{name}" for name in _CONTACT}
    for field in held.plan.fields:
        said = [held.said(cell) for cell in field.inputs]
        words = "、".join(filter(None, said))
        if words and field.kind is FieldKind.YEARS:
            words = f"{words}（近三年，由早到近）"
        asked = {names.get(cell, "") for cell in field.inputs}
        kinds = (None, FieldKind.CREDIT_CODE, FieldKind.EMAIL)
        if words and field.kind not in kinds and not private & asked:
            yield Fact(caption=field.title, words=words, open=field.kind in _OPEN)


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
