"""The workbook in which a panel agrees on one applicant's scores."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, Merge
from builder.book.style import Style
from builder.formula.expression import Area, Cell
from builder.formula.render import SHOWN_PLACES, plain_number
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
from builder.model.panel.task import Opinion, SiteVisit
from builder.model.points import divides
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
from builder.panel.consensus.site_sheet import plan_site
from builder.panel.input_names import CONSENSUS_SCORING
from builder.panel.narrow import make_room
from builder.panel.review.assembled import own_totals, panel_workbook
from builder.panel.review.summary import plan_review_summary

# Raised whenever sheets, columns or names of a consensus change.
LAYOUT = "J3"
# Room for a reviewer's code above the scores.
_FEWEST_SIGNS = 4


@frozen
class ConsensusPlan:
    """The workbook, and what its inputs for the panel's words hold at first.

    ``visited`` are the cells of what the examiners' points of the site come to, by indicator.
    """

    book: ScoredPlan
    prefilled: Mapping[str, str]
    visited: Mapping[str, Cell]


def plan_consensus(
    scheme: Scheme,
    office: Office,
    material: Material,
    opinions: Sequence[Opinion],
    roles: Sequence[str],
    rules: PanelRules,
    task: str,
    reopened: Sequence[Reopened] = (),
    visits: Sequence[tuple[SiteVisit, str]] = (),
) -> ConsensusPlan:
    """The whole workbook; ``roles`` are those of the opinions' reviewers, in their order.

    ``reopened`` are the indicators that must be agreed on again, ``visits`` what examiners found on
    the site, each with its role.
    """
    identity = replace(scheme_identity(scheme, office), layout=LAYOUT, task=task)
    hidden = plan_identity(scheme, identity, office)
    columns = consensus_columns(scheme, material, opinions, rules)
    canvas = Canvas(CONSENSUS_SCORING, columns.widths)
    site = (
        plan_site(scheme, [one for one, _ in visits], [role for _, role in visits], rules)
        if visits and columns.staged
        else None
    )
    visited = {} if site is None else site.joined
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
            visited=visited,
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
    across = replace(scoring.sheet, pages_across=columns.pages_across)
    scoring = replace(scoring, sheet=across)
    states = Area.between(leaves[0].status, leaves[-1].status)
    guide = plan_consensus_guide(
        scheme, identity, material, columns, rules, reopened, states, [one for one, _ in visits]
    )
    summary = plan_review_summary(scheme, scoring, material)
    words = plan_words(scheme, opinions, tuple(leaf.code for leaf in leaves))
    sheets = (
        guide.sheet,
        scoring.sheet,
        plan_talk(todo),
        words.sheet,
        *(() if site is None else (site.sheet,)),
        plan_middle(leaves, columns, rules.decimals),
        plan_leniency(leaves, opinions, columns),
        summary.sheet,
        hidden.sheet,
        todo.sheet,
    )
    inputs = (*guide.inputs, *scoring.inputs, *words.inputs)
    book = panel_workbook(
        scheme,
        identity,
        scoring,
        summary,
        hidden.names,
        sheets,
        inputs,
        shortened=divides(scheme) and rules.decimals <= SHOWN_PLACES,
    )
    return ConsensusPlan(book=book, prefilled=words.prefilled, visited=visited)


def consensus_columns(
    scheme: Scheme, material: Material, opinions: Sequence[Opinion], rules: PanelRules
) -> ConsensusColumns:
    """Where the columns of the scoring table stand."""
    given = [plain_number(points) for one in opinions for points in one.points.values()]
    return ConsensusColumns(
        levels=levels_of(scheme),
        reviewers=tuple(one.reviewer for one in opinions),
        staged=rules.site is not None,
        shows_own=material.shows_own,
        signs=max(_FEWEST_SIGNS, *map(len, given)) if given else _FEWEST_SIGNS,
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
