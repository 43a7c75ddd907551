"""Other sheets of a consensus: what to talk about, what the points come to, who is how lenient."""

from collections.abc import Sequence
from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import AVERAGE, MAX, MEDIAN, MIN, ROUND, SUM, minus
from builder.kit.kit_plan import LeafPlan
from builder.kit.todo_sheet import Task, TodoPlan, todo_list
from builder.model.panel.task import Opinion
from builder.panel import input_names as names
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.consensus.rows import SETTLED
from builder.panel.review.tables import HEADER_ROW, begun, ended

_LENIENCY_WIDTHS = (10.0, 14.0, 14.0, 14.0, 40.0)
_LENIENCY_HEADINGS = ("评审员", "各项合计", "全体平均", "差", "说明")
_TALK_WIDTHS = (16.0, 30.0, 30.0, 12.0, 12.0)
_MIDDLE_WIDTHS = (40.0, 9.0, 9.0, 9.0, 9.0, 9.0)
_MIDDLE_HEADINGS = ("指标", "平均", "中位数", "最高", "最低", "分差")


def talk_tasks(leaves: Sequence[LeafPlan], columns: ConsensusColumns) -> tuple[Task, ...]:
    """One task for every row; it is open while reviewers lie far apart and nothing is settled."""
    return tuple(
        Task(
            label=leaf.label,
            status=Cell(names.CONSENSUS_SCORING, leaf.score.row, columns.talk),
            settled=("", SETTLED),
            target=indicator_name("agreed", leaf.code),
        )
        for leaf in leaves
    )


def plan_talk(todo: TodoPlan) -> SheetPlan:
    """The list of what to talk about, live, with a link to each row; it has room for every one."""
    canvas = Canvas(names.CONSENSUS_TALK, _TALK_WIDTHS)
    canvas.title(names.CONSENSUS_TALK, height=32)
    todo_list(canvas, 2, todo, "须讨论的项目")
    return replace(canvas.sheet, head_rows=2)


def plan_middle(leaves: Sequence[LeafPlan], columns: ConsensusColumns, decimals: int) -> SheetPlan:
    """What the reviewers' points come to by every usual measure, whatever the rule."""
    canvas = begun(names.CONSENSUS_MIDDLE, _MIDDLE_HEADINGS, _MIDDLE_WIDTHS)
    first = columns.first_reviewer
    for row, leaf in enumerate(leaves, start=HEADER_ROW + 1):
        sheet, line, _ = leaf.score
        given = Area.between(
            Cell(sheet, line, first), Cell(sheet, line, first + len(columns.reviewers) - 1)
        )
        canvas.put(row, 1, Style.NAME, leaf.label)
        told: tuple[Expression, ...] = (
            ROUND(AVERAGE(given), decimals),
            ROUND(MEDIAN(given), decimals),
            MAX(given),
            MIN(given),
            Cell(sheet, line, columns.spread),
        )
        for column, words in enumerate(told, start=2):
            canvas.compute(row, column, Style.COMPUTED_POINTS, words)
        canvas.fit(row, ((leaf.label, _MIDDLE_WIDTHS[0]),), least=22)
    return replace(ended(canvas), landscape=False)


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
