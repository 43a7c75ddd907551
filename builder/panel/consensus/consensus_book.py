"""The workbook in which a panel agrees on one applicant's scores."""

from collections.abc import Sequence
from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, Merge
from builder.book.style import Style
from builder.formula.words import equal
from builder.kit.identity_sheet import plan_identity
from builder.kit.kit_plan import ScoredPlan
from builder.kit.planning import scheme_identity
from builder.kit.scoring.layout import Layout
from builder.kit.scoring.tree import lay_out, levels_of
from builder.kit.status import one_of
from builder.kit.todo_sheet import plan_todo
from builder.model.office import Office
from builder.model.panel.material import Material
from builder.model.panel.record import Reopened
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Opinion
from builder.model.scheme import Scheme
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.consensus.guide import plan_consensus_guide
from builder.panel.consensus.rows import (
    NO_SITE,
    REOPENED,
    TALK,
    UNREASONED,
    UNUSABLE,
    ConsensusRows,
)
from builder.panel.consensus.sheets import plan_leniency, plan_talk, plan_words, talk_tasks
from builder.panel.input_names import CONSENSUS_SCORING
from builder.panel.review.assembled import own_totals, panel_workbook
from builder.panel.review.summary import plan_review_summary

# Raised whenever sheets, columns or names of a consensus change.
LAYOUT = "J1"


def plan_consensus(
    scheme: Scheme,
    office: Office,
    material: Material,
    opinions: Sequence[Opinion],
    roles: Sequence[str],
    rules: PanelRules,
    task: str,
    reopened: Sequence[Reopened] = (),
) -> ScoredPlan:
    """The whole workbook; ``roles`` are those of the opinions' reviewers, in their order.

    ``reopened`` are the indicators that must be agreed on again.
    """
    identity = replace(scheme_identity(scheme, office), layout=LAYOUT, task=task)
    hidden = plan_identity(scheme, identity, office)
    columns = ConsensusColumns(
        levels=levels_of(scheme),
        reviewers=tuple(one.reviewer for one in opinions),
        staged=rules.site is not None,
    )
    guide = plan_consensus_guide(scheme, identity, material, columns, rules, reopened)
    canvas = Canvas(CONSENSUS_SCORING, columns.widths)
    layout = Layout(
        scheme=scheme,
        columns=columns,
        canvas=canvas,
        # Clauses are judged in the reviews; here only points are joined.
        bands=hidden.bands,
        removed=frozenset(material.removed),
        options=hidden.options,
        rows=ConsensusRows(
            columns=columns,
            material=material,
            opinions=opinions,
            roles=roles,
            rules=rules,
            reopened=tuple(one.code for one in reopened),
        ),
    )
    head_rows, total = lay_out(layout, "合议打分表", "合议总分")
    own_totals(layout, columns.own, total, material)
    canvas.fill(head_rows - 1, range(columns.own, columns.band), Style.LABEL)
    todo = plan_todo(talk_tasks(layout.leaves, columns))
    scoring = layout.plan(total, head_rows, _conditions(layout, columns, again=bool(reopened)))
    summary = plan_review_summary(scheme, scoring, material)
    sheets = (
        guide.sheet,
        scoring.sheet,
        plan_talk(todo),
        plan_words(scheme, opinions),
        plan_leniency(layout.leaves, opinions, columns),
        summary.sheet,
        hidden.sheet,
        todo.sheet,
    )
    inputs = (*guide.inputs, *scoring.inputs)
    return panel_workbook(scheme, identity, scoring, summary, hidden.names, sheets, inputs)


def _conditions(
    layout: Layout, columns: ConsensusColumns, *, again: bool
) -> tuple[ConditionPlan, ...]:
    """Colour for what must be talked about and for what cannot stand."""
    first = layout.leaves[0].status
    states = Merge.each(leaf.status for leaf in layout.leaves)
    told = [layout.canvas.cell(leaf.status.row, columns.talk) for leaf in layout.leaves]
    wrong, wide = (
        one_of(first, (UNUSABLE, UNREASONED, *((REOPENED,) if again else ()))),
        equal(told[0], TALK),
    )
    return (
        ConditionPlan(rule=wrong, cells=states, style=Style.ALERT),
        ConditionPlan(rule=equal(first, NO_SITE), cells=states, style=Style.PENDING),
        ConditionPlan(rule=wide, cells=Merge.each(told), style=Style.PENDING),
    )
