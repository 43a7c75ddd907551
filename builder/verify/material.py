"""What reviewers read of a company, taken from its verified workbook and its report."""

from collections.abc import Iterator

from builder.findings.rule import Severity
from builder.formula.expression import Cell
from builder.model.panel.material import Figure, Material, Proof, Told
from builder.model.verdict import Status, Verdict
from builder.plan.metric_columns import SOURCE, UNIT
from builder.plan.naming import indicator_name
from builder.plan.status import FLAGGED, REMOVED
from builder.verify.filled import Filled, words
from builder.verify.report.returned import ReturnedReport


def material_of(
    filled: Filled,
    verdict: Verdict,
    report: ReturnedReport | None,
    digest: str,
    settings: str,
) -> Material:
    """The material of a company whose workbook could be verified; its code is not given yet."""
    plan, exact = filled.plan, filled.exact
    score = verdict.score
    serious = [one for one in verdict.findings if one.rule.severity is not Severity.HINT]
    clean = verdict.status is Status.CLEAN
    return Material(
        code="",
        organisation=verdict.organisation or "（未填申报者）",
        file=verdict.path,
        digest=digest,
        identity=plan.identity,
        settings=settings,
        total=exact.points(plan.total),
        scores={} if score is None else dict(score.by_indicator),
        notes={
            item.indicator: said
            for item in plan.inputs
            if item.name == indicator_name("note", item.indicator)
            and (said := words(filled.typed.get(item.name)))
        },
        removed=tuple(leaf.code for leaf in plan.leaves if exact.value(leaf.status) == REMOVED),
        proofs=tuple(_proofs(filled)),
        figures=tuple(_figures(filled)),
        report=() if report is None else _report(report),
        declarations=tuple((item.label, filled.said(item.answer)) for item in plan.confirmations),
        flagged=any(exact.value(item.status) == FLAGGED for item in plan.confirmations),
        doubts=()
        if clean
        else tuple(f"{one.code} {one.place.within()} {one.message}" for one in serious),
    )


def _proofs(filled: Filled) -> Iterator[Proof]:
    for row in filled.proofs():
        yield Proof(
            number=row.number,
            name=filled.said(row.name),
            kind=filled.said(row.kind),
            issuer=filled.said(row.issuer),
            page=filled.said(row.page),
            indicators=tuple(filter(None, map(filled.said, row.indicators))),
        )


def _figures(filled: Filled) -> Iterator[Figure]:
    for row, years in filled.figures():
        place = row.name
        yield Figure(
            indicator=row.indicator,
            name=filled.said(row.name),
            unit=filled.said(Cell(place.sheet, place.row, UNIT)),
            years=years,
            benchmark=filled.said(row.benchmark),
            source=filled.said(Cell(place.sheet, place.row, SOURCE)),
        )


def _report(report: ReturnedReport) -> tuple[Told, ...]:
    return tuple(
        Told(heading=one.section.heading, text=one.text)
        for one in report.sections
        if one.section.answer is not None
    )
