"""The other sheets of a consensus: what to talk about, what was written, who is how lenient."""

from collections.abc import Sequence
from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell
from builder.formula.words import AVERAGE, ROUND, SUM, minus
from builder.kit.kit_plan import LeafPlan
from builder.kit.todo_sheet import Task, TodoPlan, todo_list
from builder.model.panel.task import Opinion
from builder.model.scheme import Scheme
from builder.panel import input_names as names
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.review.rows import WORDS
from builder.panel.review.tables import HEADER_ROW, begun, ended, text_table

_WORDS_WIDTHS = (30.0, 12.0, 9.0, 80.0)
_WORDS_HEADINGS = ("指标", "类别", "评审员", "意见")
_LENIENCY_WIDTHS = (10.0, 14.0, 14.0, 14.0, 40.0)
_LENIENCY_HEADINGS = ("评审员", "各项合计", "全体平均", "差", "说明")
_TALK_WIDTHS = (16.0, 30.0, 30.0, 12.0, 12.0)


def talk_tasks(leaves: Sequence[LeafPlan], columns: ConsensusColumns) -> tuple[Task, ...]:
    """One task for every row; it is open while reviewers lie far apart and nothing is agreed."""
    return tuple(
        Task(
            label=leaf.label,
            status=Cell(names.CONSENSUS_SCORING, leaf.score.row, columns.talk),
            settled=("",),
            target=indicator_name("agreed", leaf.code),
        )
        for leaf in leaves
    )


def plan_talk(todo: TodoPlan) -> SheetPlan:
    """The list of what to talk about, live, with a link to each row."""
    canvas = Canvas(names.CONSENSUS_TALK, _TALK_WIDTHS)
    canvas.title(names.CONSENSUS_TALK, height=32)
    todo_list(canvas, 2, todo, "须讨论的项目")
    return replace(canvas.sheet, head_rows=1)


def plan_words(scheme: Scheme, opinions: Sequence[Opinion]) -> SheetPlan:
    """Everything reviewers wrote, indicator by indicator, under their codes."""
    said = _said(scheme, opinions)
    return text_table(names.CONSENSUS_WORDS, _WORDS_HEADINGS, _WORDS_WIDTHS, said)


def _said(scheme: Scheme, opinions: Sequence[Opinion]) -> list[tuple[str, str, str, str]]:
    overall = [("总体", "总体评价", one.reviewer, one.overall) for one in opinions if one.overall]
    return overall + [
        (node.label, title, one.reviewer, words)
        for node in scheme.walk
        for kind, title in WORDS
        for one in opinions
        if (words := getattr(one, kind).get(node.code, ""))
    ]


def plan_leniency(
    leaves: Sequence[LeafPlan], opinions: Sequence[Opinion], columns: ConsensusColumns
) -> SheetPlan:
    """What each reviewer gave in all, beside what all gave on the average."""
    canvas = begun(names.CONSENSUS_LENIENCY, _LENIENCY_HEADINGS, _LENIENCY_WIDTHS)
    first, last = HEADER_ROW + 1, HEADER_ROW + len(opinions)
    totals = Area(sheet=names.CONSENSUS_LENIENCY, column=2, first_row=first, last_row=last)
    rows = (leaves[0].score.row, leaves[-1].score.row)
    for place, one in enumerate(opinions):
        row = first + place
        canvas.put(row, 1, Style.NAME, one.reviewer)
        given = Area(names.CONSENSUS_SCORING, columns.first_reviewer + place, *rows)
        total = canvas.compute(row, 2, Style.COMPUTED_POINTS, SUM(given))
        middle = canvas.compute(row, 3, Style.COMPUTED_POINTS, ROUND(AVERAGE(totals), 2))
        canvas.compute(row, 4, Style.COMPUTED_POINTS, minus(total, middle))
        canvas.put(row, 5, Style.NOTE, "正数偏宽，负数偏严；各项合计未按上级指标封顶。")
        canvas.fit(row, (), least=24)
    return ended(canvas)
