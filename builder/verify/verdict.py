"""What is said of one returned file in the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.formula.value import Value
from builder.model.returned import ReturnedWorkbook
from builder.plan.applicant_sheet import ORGANISATION
from builder.plan.evaluation import Evaluation
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import align
from builder.verify.answers import check_answers, check_scores, read_answers
from builder.verify.evidence import check_evidence
from builder.verify.structure import check_structure
from builder.verify.totals import check_totals


class Status(StrEnum):
    """Whether a file is in order; the value is what JSON carries. Hints leave a file clean."""

    CLEAN = "clean"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {"clean": "通过", "findings": "有问题", "unreadable": "无法核验"}[self.value]


@dataclass(frozen=True, kw_only=True)
class Score:
    """Exact points: the total after its cap, the most attainable, and each indicator's."""

    total: Decimal
    maximum: Decimal
    by_indicator: Mapping[str, Decimal]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One file: where it is, which award, whose, its exact score, and everything found."""

    path: str
    status: Status
    scheme: str = ""
    organisation: str = ""
    score: Score | None = None
    findings: tuple[Finding, ...] = ()


def unreadable(path: str, findings: tuple[Finding, ...], scheme: str = "") -> Verdict:
    """The verdict on a file that could not be held against any plan."""
    return Verdict(path=path, status=Status.UNREADABLE, scheme=scheme, findings=findings)


def verify_workbook(
    plan: WorkbookPlan,
    workbook: ReturnedWorkbook,
    path: str,
    before: tuple[Finding, ...] = (),
) -> Verdict:
    """The verdict on a file that declares itself made from ``plan``.

    ``before`` are findings made on the way here, such as disagreeing carriers of identity.
    """
    alignment = align(plan, workbook)
    answers = read_answers(plan, alignment)
    exact = Evaluation(plan, answers)
    structure = check_structure(plan, alignment, path)
    as_filed = Evaluation(plan, answers, structure.overrides)
    findings = (
        *before,
        *structure.findings,
        *check_answers(plan, alignment, answers, path),
        *check_scores(plan, alignment, exact, path),
        *check_totals(plan, alignment, as_filed, set(structure.overrides), path),
        *check_evidence(plan, alignment, exact, path),
    )
    return Verdict(
        path=path,
        status=_status(findings),
        scheme=plan.identity.scheme,
        organisation=_text(answers.get(ORGANISATION)),
        score=_score(plan, exact),
        findings=findings,
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
        maximum=plan.maximum,
        by_indicator={code: evaluation.points(cell) for code, cell in cells},
    )
