"""The plan of a scheme's workbook, sheet by sheet."""

from builder.book.book_plan import NamePlan
from builder.formula.render import SHOWN_PLACES
from builder.kit.adjustment_sheet import plan_adjustments
from builder.kit.applicant_fields import fields_of
from builder.kit.applicant_sheet import plan_applicant
from builder.kit.band_demands import demands_of, plan_demands
from builder.kit.eligibility_sheet import plan_eligibility
from builder.kit.evidence_sheet import evidence_columns, plan_evidence
from builder.kit.guide_sheet import plan_guide
from builder.kit.identity_sheet import plan_identity
from builder.kit.kit_plan import KitPlan
from builder.kit.metrics_sheet import plan_metrics
from builder.kit.own.own_sheets import plan_own_sheets
from builder.kit.rating_guide_sheet import plan_rating_guide
from builder.kit.reminders import corrections
from builder.kit.scoring.sheet import plan_scoring
from builder.kit.summary_sheet import plan_summary
from builder.kit.tasks import all_tasks, evidence_task, metric_tasks
from builder.kit.todo_sheet import plan_todo
from builder.model.fingerprint import fingerprint
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.points import maximum, said_places, whole_of
from builder.model.scheme import Scheme

# Raised whenever sheets, columns or names change, so that older files are told apart.
LAYOUT = "4"

NO_OFFICE = Office()


def scheme_identity(scheme: Scheme, office: Office = NO_OFFICE) -> Identity:
    """What every file made from this scheme and these settings says it is."""
    return Identity(
        scheme=scheme.id,
        edition=scheme.edition,
        fingerprint=fingerprint(scheme),
        layout=LAYOUT,
        choice=choice_text(scheme.chosen),
        scale=scheme.scale.value,
        office=office.digest,
    )


def choice_text(chosen: tuple[tuple[str, str], ...]) -> str:
    """What was chosen in one line, ``行业=养老``; empty where there was no choice."""
    return "；".join(f"{name}={option}" for name, option in chosen)


def plan_workbook(scheme: Scheme, office: Office = NO_OFFICE) -> KitPlan:
    """The whole workbook of a scheme; the same scheme and settings always give the same plan."""
    identity = scheme_identity(scheme, office)
    hidden = plan_identity(scheme, identity, office)
    asked_of_applicant = fields_of(scheme, office)
    applicant = plan_applicant(scheme.title, asked_of_applicant, office.year, hidden.industries)
    eligibility = plan_eligibility(scheme)
    confirmations = () if eligibility is None else eligibility.confirmations
    adjustment = plan_adjustments(scheme)
    adjustments = () if adjustment is None else adjustment.rows
    by_code = {row.code: row for row in adjustments}
    metrics = plan_metrics(scheme, applicant.year)
    figures = () if metrics is None else (metrics,)
    rows = tuple(row for part in figures for row in part.plan.rows)
    demanded = demands_of(scheme, rows)
    scoring = plan_scoring(
        scheme, evidence_columns(), demanded, hidden.bands, hidden.options, by_code
    )
    guide = plan_rating_guide(scheme)
    asked = tuple(part for part in (eligibility, adjustment) if part is not None)
    own_inputs = (
        *applicant.inputs,
        *scoring.inputs,
        *(item for part in asked for item in part.inputs),
    )
    evidence = plan_evidence(
        scheme.title, hidden.labels, hidden.indicators, applicant.named_year, office.evidence
    )
    todo = plan_todo(
        (
            *all_tasks(own_inputs, applicant.fields, scoring.leaves, confirmations, adjustments),
            evidence_task(),
            *metric_tasks(rows),
        )
    )
    summary = plan_summary(scheme, scoring, by_code, confirmations, todo)
    own = plan_own_sheets(scheme, office, scoring, hidden.options, by_code, summary.attainable)
    return KitPlan(
        title=scheme.title,
        page_note=scheme.page_note,
        identity=identity,
        award=scheme.award,
        shortened=said_places(scheme) == SHOWN_PLACES,
        sheets=(
            plan_guide(scheme, identity, office),
            applicant.sheet,
            scoring.sheet,
            evidence.sheet,
            *(part.sheet for part in figures),
            *(part.sheet for part in asked),
            summary.sheet,
            *own.beside_summary,
            *(() if guide is None else (guide,)),
            *own.after_guide,
            hidden.sheet,
            todo.sheet,
            *(part.behind for part in figures),
            *own.hidden,
        ),
        inputs=(
            *own_inputs,
            *evidence.inputs,
            *(item for part in figures for item in part.inputs),
            *own.inputs,
        ),
        names=(
            *(NamePlan.of(item.name, item.cell) for item in own_inputs),
            *applicant.names,
            *scoring.names,
            *evidence.names,
            *(name for part in figures for name in part.names),
            *hidden.names,
            *own.names,
        ),
        leaves=scoring.leaves,
        groups=scoring.groups,
        parts=scoring.parts(scheme),
        bases=scoring.bases,
        confirmations=confirmations,
        adjustments=adjustments,
        evidence=evidence.rows,
        total=scoring.total,
        attainable=summary.attainable,
        fields=applicant.fields,
        applicant=applicant.applicant,
        year=applicant.year,
        told=summary.told,
        conclusion=summary.conclusion,
        corrections=corrections(scheme),
        whole=whole_of(scheme),
        maximum=maximum(scheme),
        metrics=None if metrics is None else metrics.plan,
        demands=plan_demands(scoring.leaves, demanded),
        terms=office.evidence,
        accept_unusual=office.accept_unusual,
        deadlines=own.deadlines,
    )
