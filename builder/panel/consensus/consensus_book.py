"""The workbook in which a panel agrees on one applicant's scores."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, Merge
from builder.book.style import Style
from builder.formula.expression import Area
from builder.formula.render import plain_number
from builder.formula.words import equal
from builder.frozen import frozen
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
from builder.panel.consensus.merged_words import plan_words
from builder.panel.consensus.rows import (
    AGREED,
    AS_JOINED,
    NO_SITE,
    REOPENED,
    TALK,
    UNREASONED,
    UNUSABLE,
    ConsensusRows,
)
from builder.panel.consensus.sheets import plan_leniency, plan_middle, plan_talk, talk_tasks
from builder.panel.input_names import CONSENSUS_SCORING
from builder.panel.narrow import make_room
from builder.panel.review.assembled import own_totals, panel_workbook
from builder.panel.review.summary import plan_review_summary

# Raised whenever sheets, columns or names of a consensus change.
LAYOUT = "J2"


@frozen
class ConsensusPlan:
    """The workbook, and what its inputs for the panel's words hold at first."""

    book: ScoredPlan
    prefilled: Mapping[str, str]


def plan_consensus(
    scheme: Scheme,
    office: Office,
    material: Material,
    opinions: Sequence[Opinion],
    roles: Sequence[str],
    rules: PanelRules,
    task: str,
    reopened: Sequence[Reopened] = (),
) -> ConsensusPlan:
    """The whole workbook; ``roles`` are those of the opinions' reviewers, in their order.

    ``reopened`` are the indicators that must be agreed on again.
    """
    identity = replace(scheme_identity(scheme, office), layout=LAYOUT, task=task)
    hidden = plan_identity(scheme, identity, office)
    columns = consensus_columns(scheme, material, opinions, rules)
    canvas = Canvas(CONSENSUS_SCORING, columns.widths)
    layout = Layout(
        scheme=scheme,
        columns=columns,
        canvas=canvas,
        # Clauses are judged in the reviews; here only points are joined.
        bands=hidden.bands,
        rows=ConsensusRows(
            columns=columns,
            material=material,
            opinions=opinions,
            roles=roles,
            rules=rules,
            reopened=tuple(one.code for one in reopened),
        ),
        settled=(AS_JOINED, AGREED),
    )
    head_rows, total = lay_out(layout, "合议打分表", "合议总分")
    if material.shows_own:
        own_totals(layout, columns.own, total, material)
    before = range(columns.points + 1, columns.band)
    canvas.fill(head_rows - 1, before, Style.LABEL)
    make_room(canvas)
    canvas.fit(head_rows, tuple(zip(columns.headings, columns.widths, strict=True)), least=26)
    leaves = layout.leaves
    todo = plan_todo(talk_tasks(leaves, columns), lines=len(leaves))
    scoring = layout.plan(total, head_rows, _conditions(layout, columns, again=bool(reopened)))
    states = Area.between(leaves[0].status, leaves[-1].status)
    guide = plan_consensus_guide(scheme, identity, material, columns, rules, reopened, states)
    summary, limit = plan_review_summary(scheme, scoring, material)
    words = plan_words(scheme, opinions, tuple(leaf.code for leaf in leaves))
    sheets = (
        guide.sheet,
        scoring.sheet,
        plan_talk(todo),
        words.sheet,
        plan_middle(leaves, columns, rules.decimals),
        plan_leniency(leaves, opinions, columns),
        summary,
        hidden.sheet,
        todo.sheet,
    )
    inputs = (*guide.inputs, *scoring.inputs, *words.inputs)
    book = panel_workbook(scheme, identity, scoring, limit, hidden.names, sheets, inputs)
    return ConsensusPlan(book=book, prefilled=words.prefilled)


def consensus_columns(
    scheme: Scheme, material: Material, opinions: Sequence[Opinion], rules: PanelRules
) -> ConsensusColumns:
    """Where the columns of the scoring table stand."""
    return ConsensusColumns(
        levels=levels_of(scheme),
        reviewers=tuple(one.reviewer for one in opinions),
        staged=rules.site is not None,
        shows_own=material.shows_own,
        signs=max(
            (len(plain_number(given)) for one in opinions for given in one.points.values()),
            default=4,
        ),
    )


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
        ConditionPlan(rule=one_of(first, (NO_SITE, TALK)), cells=states, style=Style.PENDING),
        ConditionPlan(rule=wide, cells=Merge.each(told), style=Style.PENDING),
    )
