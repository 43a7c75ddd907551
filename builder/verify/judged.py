"""The verdict on a returned workbook."""

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.kit.kit_plan import KitPlan, ScoredPlan
from builder.model.verdict import Conclusion, GateResult, Score, ScorePart, Status, Verdict
from builder.verify.checks.table import CHECKS, OLDER_CHECKS, PANEL_CHECKS
from builder.verify.evidence_match import evidence_states
from builder.verify.file_marks import contents_of, credit_code_of
from builder.verify.held import Held, applicant_of
from builder.verify.trace import trace
from builder.verify.unfilled import gathered
from builder.verify.unseen_told import with_causes


def unreadable(path: str, findings: tuple[Finding, ...], scheme: str = "") -> Verdict:
    """The verdict on a file that could not be held against any plan."""
    return Verdict(path=path, status=Status.UNREADABLE, scheme=scheme, findings=findings)


def judge_kit(held: Held[KitPlan], before: tuple[Finding, ...] = ()) -> Verdict:
    """The verdict on an applicant's workbook.

    ``before`` are findings made on the way here, such as disagreeing carriers of identity.
    """
    checks = CHECKS if held.older is None else OLDER_CHECKS
    told = (finding for check in checks for finding in check(held))
    findings = (*before, *gathered(held, with_causes(held, told)))
    plan, matched = held.plan, held.matched
    return Verdict(
        path=held.path,
        status=status_of(findings),
        scheme=plan.identity.scheme,
        award=plan.award,
        kit=plan.identity.choice,
        applicant=applicant_of(held),
        score=score_of(held),
        conclusion=conclusion_of(held),
        findings=findings,
        trace=tuple(trace(plan, held.exact)),
        evidence={} if matched is None else evidence_states(plan, held.exact, matched),
        credit_code=credit_code_of(held),
        contents=contents_of(held),
        fingerprint=plan.identity.fingerprint,
    )


def judge_panel_workbook(held: Held[ScoredPlan]) -> Verdict:
    """The verdict on a reviewer's or a consensus workbook."""
    told = (finding for check in PANEL_CHECKS for finding in check(held))
    findings = tuple(with_causes(held, told))
    return Verdict(
        path=held.path,
        status=status_of(findings),
        scheme=held.plan.identity.scheme,
        award=held.plan.award,
        kit=held.plan.identity.choice,
        score=score_of(held),
        conclusion=conclusion_of(held),
        findings=findings,
    )


def status_of(findings: tuple[Finding, ...]) -> Status:
    """Whether a file with these findings is in order."""
    serious = any(finding.rule.severity is not Severity.HINT for finding in findings)
    return Status.FINDINGS if serious else Status.CLEAN


def conclusion_of(held: Held[ScoredPlan]) -> Conclusion | None:
    """What follows of the exact score, ``None`` where the award has neither gates nor levels."""
    plan = held.plan.conclusion
    if not plan.gates and plan.level is None:
        return None
    return Conclusion(
        gates=tuple(
            GateResult(
                code=gate.code,
                wording=gate.wording,
                rule=gate.rule,
                now=held.said(gate.now),
                state=held.said(gate.state),
                consequence=gate.consequence,
            )
            for gate in plan.gates
        ),
        level="" if plan.level is None else held.said(plan.level),
    )


def score_of(held: Held[ScoredPlan]) -> Score:
    """The exact points of a workbook, in all and by indicator."""
    plan, points = held.plan, held.exact.points
    cells = [(leaf.code, leaf.counted) for leaf in plan.leaves]
    cells += [(group.code, group.score) for group in plan.groups]
    return Score(
        total=points(plan.total),
        maximum=points(plan.attainable),
        by_indicator={code: points(cell) for code, cell in cells},
        whole=plan.whole,
        parts=tuple(
            ScorePart(label=part.label, points=part.points, score=points(part.score))
            for part in plan.parts
        ),
    )
