"""A returned workbook held against the plan it declares itself made from."""

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.formula.value import Value
from builder.model.evidence_files import Evidence
from builder.model.returned import ReturnedWorkbook
from builder.model.verdict import Part, Score, Status, Verdict
from builder.plan.evaluation import Evaluation
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import align
from builder.verify.answers import (
    answered,
    check_answers,
    check_bases,
    check_scores,
    read_inputs,
)
from builder.verify.declarations import check_declarations
from builder.verify.demands import check_demands
from builder.verify.evidence import check_evidence, check_evidence_below
from builder.verify.evidence_dates import check_evidence_dates
from builder.verify.evidence_files import FileCheck, check_evidence_files
from builder.verify.evidence_uses import check_evidence_uses
from builder.verify.fields import check_fields
from builder.verify.guards import check_guards
from builder.verify.metrics import check_metrics
from builder.verify.pristine import Pristine
from builder.verify.structure import check_structure
from builder.verify.totals import check_totals
from builder.verify.trace import trace
from builder.verify.typed_numbers import check_typed_numbers, understood
from builder.verify.unseen import unseen, with_unseen


def unreadable(path: str, findings: tuple[Finding, ...], scheme: str = "") -> Verdict:
    """The verdict on a file that could not be held against any plan."""
    return Verdict(path=path, status=Status.UNREADABLE, scheme=scheme, findings=findings)


def verify_workbook(
    pristine: Pristine,
    workbook: ReturnedWorkbook,
    path: str,
    before: tuple[Finding, ...] = (),
    evidence: Evidence | None = None,
) -> Verdict:
    """The verdict on a file that declares itself made from the plan of ``pristine``.

    ``before`` are findings made on the way here, such as disagreeing carriers of identity.
    ``evidence`` are the files handed in with it, where they are at hand.
    """
    plan = pristine.plan
    alignment = align(pristine, workbook)
    filled = read_inputs(pristine, alignment)
    typed = {name: cell.value for name, cell in filled.items()}
    inputs = answered(pristine, filled)
    numbers, blanks = understood(inputs, filled), unseen(filled)
    answers = {**typed, **numbers, **dict.fromkeys(blanks)}
    exact = Evaluation(pristine.contents, answers)
    structure = check_structure(pristine, alignment, path)
    overrides = structure.overrides
    as_filed = exact
    if overrides or numbers or blanks:
        as_filed = Evaluation(pristine.contents, typed, overrides)
    organisation = _text(answers.get(plan.applicant))
    files = FileCheck(findings=(), states={})
    if evidence is not None:
        files = check_evidence_files(plan, alignment, exact, evidence, organisation, path)
    found = (
        *before,
        *structure.findings,
        *check_guards(pristine, workbook, alignment, path),
        *check_fields(plan, alignment, exact, path),
        *check_answers(inputs, alignment, filled, path),
        *check_typed_numbers(inputs, alignment, filled, numbers, path),
        *check_scores(plan, alignment, exact, path),
        *check_bases(plan, alignment, exact, path),
        *check_totals(pristine, alignment, exact, as_filed, overrides, path),
        *check_evidence(plan, alignment, exact, path),
        *check_evidence_below(plan, alignment, path),
        *check_evidence_uses(plan, alignment, exact, path),
        *check_evidence_dates(plan, alignment, exact, path),
        *files.findings,
        *check_metrics(plan, alignment, exact, path),
        *check_demands(plan, alignment, exact, path),
        *check_declarations(plan, alignment, exact, path),
    )
    findings = tuple(with_unseen(found, blanks, inputs, alignment, path))
    return Verdict(
        path=path,
        status=_status(findings),
        scheme=plan.identity.scheme,
        award=plan.award,
        kit=plan.identity.choice,
        organisation=organisation,
        score=_score(plan, exact),
        findings=findings,
        trace=tuple(trace(plan, exact)),
        evidence=files.states,
    )


def _status(findings: tuple[Finding, ...]) -> Status:
    serious = any(finding.rule.severity is not Severity.HINT for finding in findings)
    return Status.FINDINGS if serious else Status.CLEAN


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _score(plan: WorkbookPlan, evaluation: Evaluation) -> Score:
    cells = [(leaf.code, leaf.counted) for leaf in plan.leaves]
    cells += [(group.code, group.score) for group in plan.groups]
    return Score(
        total=evaluation.points(plan.total),
        maximum=evaluation.points(plan.attainable),
        by_indicator={code: evaluation.points(cell) for code, cell in cells},
        stated=plan.stated_total,
        parts=tuple(
            Part(label=part.label, points=part.points, score=evaluation.points(part.score))
            for part in plan.parts
        ),
    )
