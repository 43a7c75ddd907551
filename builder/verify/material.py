"""What reviewers read of a company, taken from its verified workbook and its report."""

from builder.findings.rule import Severity
from builder.formula.coercion import as_text
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.model.panel.material import Figure, Material, Proof, Told
from builder.model.returned import ReturnedWorkbook
from builder.model.verdict import Status, Verdict
from builder.plan.evaluation import Evaluation
from builder.plan.metric_columns import SOURCE, UNIT
from builder.plan.naming import indicator_name
from builder.plan.status import FLAGGED, REMOVED
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import align
from builder.verify.answers import read_inputs
from builder.verify.pristine import Pristine
from builder.verify.report.returned import ReturnedReport
from builder.verify.typed_numbers import understood


def material_of(
    pristine: Pristine,
    workbook: ReturnedWorkbook,
    verdict: Verdict,
    report: ReturnedReport | None,
    digest: str,
    settings: str,
) -> Material:
    """The material of a company whose workbook could be verified; its code is not given yet."""
    plan = pristine.plan
    filled = read_inputs(plan, align(pristine, workbook))
    typed = {key: cell.value for key, cell in filled.items()}
    exact = Evaluation(pristine.contents, {**typed, **understood(plan, filled)})
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
            and (said := _text(typed.get(item.name)))
        },
        removed=tuple(leaf.code for leaf in plan.leaves if exact.value(leaf.status) == REMOVED),
        proofs=tuple(_proofs(plan, exact)),
        figures=tuple(_figures(plan, exact)),
        report=() if report is None else _report(report),
        declarations=tuple((item.label, _said(exact, item.answer)) for item in plan.confirmations),
        flagged=any(exact.value(item.status) == FLAGGED for item in plan.confirmations),
        doubts=()
        if clean
        else tuple(f"{one.code} {one.place.within()} {one.message}" for one in serious),
    )


def _proofs(plan: WorkbookPlan, exact: Evaluation) -> list[Proof]:
    return [
        Proof(
            number=row.number,
            name=_said(exact, row.name),
            kind=_said(exact, row.kind),
            issuer=_said(exact, row.issuer),
            page=_said(exact, row.page),
            indicators=tuple(filter(None, (_said(exact, cell) for cell in row.indicators))),
        )
        for row in plan.evidence
        if exact.value(row.status) != ""
    ]


def _figures(plan: WorkbookPlan, exact: Evaluation) -> list[Figure]:
    found: list[Figure] = []
    for row in () if plan.metrics is None else plan.metrics.rows:
        years = tuple(_said(exact, cell) for cell in row.years)
        if any(years):
            place = row.name
            found.append(
                Figure(
                    indicator=row.indicator,
                    name=_said(exact, row.name),
                    unit=_said(exact, Cell(place.sheet, place.row, UNIT)),
                    years=years,
                    benchmark=_said(exact, row.benchmark),
                    source=_said(exact, Cell(place.sheet, place.row, SOURCE)),
                )
            )
    return found


def _report(report: ReturnedReport) -> tuple[Told, ...]:
    return tuple(
        Told(heading=one.section.heading, text=one.text)
        for one in report.sections
        if one.section.answer is not None
    )


def _said(exact: Evaluation, cell: Cell) -> str:
    return _text(exact.value(cell))


def _text(value: Value) -> str:
    return str(value) if isinstance(value, ErrorValue) else as_text(value).strip()
