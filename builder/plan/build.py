"""The plan of a scheme's workbook, sheet by sheet."""

from builder.model.fingerprint import fingerprint
from builder.model.points import is_leaf, maximum
from builder.model.scheme import Scheme
from builder.plan.applicant_sheet import plan_applicant
from builder.plan.evidence_sheet import evidence_columns, plan_evidence
from builder.plan.guide_sheet import plan_guide
from builder.plan.identity_sheet import plan_identity
from builder.plan.naming import indicator_name
from builder.plan.scoring.sheet import ScoringPlan, plan_scoring
from builder.plan.sheet_names import TOTAL_NAME
from builder.plan.summary_sheet import plan_summary
from builder.plan.workbook import Identity, InputPlan, Merge, NamePlan, WorkbookPlan

# Raised whenever sheets, columns or names change, so that older files are told apart.
LAYOUT = "1"


def scheme_identity(scheme: Scheme) -> Identity:
    """What every file made from this scheme says it is."""
    return Identity(
        scheme=scheme.id,
        edition=scheme.edition,
        fingerprint=fingerprint(scheme),
        layout=LAYOUT,
    )


def plan_workbook(scheme: Scheme) -> WorkbookPlan:
    """The whole workbook of a scheme; the same scheme always gives the same plan."""
    identity = scheme_identity(scheme)
    labels = tuple(node.label for node in scheme.walk if is_leaf(scheme, node))
    hidden, list_name, known = plan_identity(identity, labels)
    applicant, applicant_inputs = plan_applicant(scheme.title)
    scoring = plan_scoring(scheme, evidence_columns())
    evidence = plan_evidence(labels, known)
    return WorkbookPlan(
        title=scheme.title,
        identity=identity,
        sheets=(
            plan_guide(scheme, identity),
            applicant,
            scoring.sheet,
            evidence.sheet,
            plan_summary(scheme, scoring),
            hidden,
        ),
        inputs=(*applicant_inputs, *scoring.inputs, *evidence.inputs),
        names=(
            *_own_names((*applicant_inputs, *scoring.inputs)),
            *_totals(scoring),
            evidence.name,
            list_name,
        ),
        leaves=scoring.leaves,
        groups=scoring.groups,
        evidence=evidence.rows,
        total=scoring.total,
        stated_total=scheme.total,
        maximum=maximum(scheme),
    )


def _own_names(inputs: tuple[InputPlan, ...]) -> tuple[NamePlan, ...]:
    return tuple(
        NamePlan(name=item.name, sheet=item.cell.sheet, area=Merge.of(item.cell)) for item in inputs
    )


def _totals(scoring: ScoringPlan) -> tuple[NamePlan, ...]:
    groups = tuple(
        NamePlan(
            name=indicator_name("subtotal", group.code),
            sheet=group.score.sheet,
            area=Merge.of(group.score),
        )
        for group in scoring.groups
    )
    total = NamePlan(name=TOTAL_NAME, sheet=scoring.total.sheet, area=Merge.of(scoring.total))
    return (*groups, total)
