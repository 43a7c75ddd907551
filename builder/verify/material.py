"""What reviewers read of an applicant, taken from its verified workbook and its report."""

from builder.book.book_plan import InputKind
from builder.book.naming import indicator_name
from builder.findings.rule import Severity
from builder.formula.blank import visible
from builder.kit.kit_plan import KitPlan
from builder.kit.status import FLAGGED, REMOVED
from builder.model.panel.material import Declared, Material, Told
from builder.model.verdict import Status, Verdict
from builder.verify.held import Held
from builder.verify.told import told_evidence, told_facts, told_metrics
from builder.verify.word.returned import ReturnedReport


def material_of(
    held: Held[KitPlan],
    verdict: Verdict,
    report: ReturnedReport | None,
    digest: str,
    settings: str,
) -> Material:
    """The material of an applicant whose workbook could be verified; its code is not given yet."""
    plan = held.plan
    score = verdict.score
    serious = [one for one in verdict.findings if one.rule.severity is not Severity.HINT]
    clean = verdict.status is Status.CLEAN
    return Material(
        code="",
        applicant=visible(verdict.applicant) or "（未填申报者）",
        file=verdict.path,
        digest=digest,
        identity=plan.identity,
        settings=settings,
        total=held.exact.points(plan.total),
        scores={} if score is None else dict(score.by_indicator),
        notes=_notes(held),
        removed=tuple(leaf.code for leaf in plan.leaves if held.value(leaf.status) == REMOVED),
        evidence=tuple(told_evidence(held)),
        metrics=tuple(told_metrics(held)),
        report=() if report is None else _report(report),
        declarations=tuple(
            Declared(
                condition=item.condition,
                asked=item.label.partition("　")[2],
                answer=held.said(item.answer),
            )
            for item in plan.confirmations
        ),
        flagged=any(held.value(item.status) == FLAGGED for item in plan.confirmations),
        doubts=()
        if clean
        else tuple(f"{one.code} {one.place.within()} {one.message}" for one in serious),
        facts=tuple(told_facts(held)),
        overview=() if report is None else _overview(report),
    )


def _notes(held: Held[KitPlan]) -> dict[str, str]:
    """What explains each score: the options, figures and counts that were given, then the words."""
    plan = held.plan
    given: dict[str, list[str]] = {}
    for item in plan.inputs:
        if item.kind in _GIVEN and (said := held.typed(item.name)):
            asked = item.title.partition("　")[2]
            given.setdefault(item.indicator, []).append(f"{asked}：{said}")
    for item in plan.inputs:
        if item.name == indicator_name("note", item.indicator) and (said := held.typed(item.name)):
            given.setdefault(item.indicator, []).append(said)
    return {code: "\n".join(lines) for code, lines in given.items()}


_GIVEN = (InputKind.OPTION, InputKind.FIGURE, InputKind.COUNT)


def _report(report: ReturnedReport) -> tuple[Told, ...]:
    return tuple(
        Told(heading=one.section.heading, text=one.text)
        for one in report.sections
        if one.section.answer is not None
    )


def _overview(report: ReturnedReport) -> tuple[Told, ...]:
    """What was written of the organisation as a whole, before its report."""
    overview = report.plan.overview
    asked = () if overview is None else overview.sections
    return tuple(
        Told(heading=one.section.heading, text=one.text)
        for one in report.sections
        if one.section in asked and one.text
    )
