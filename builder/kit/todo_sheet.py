"""What is still to be done: a hidden sheet that counts it, and a live list with links to the cells.

The k-th open task is the first row whose running count is k, so that no formula needs an array.
"""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.sheet import SheetPlan, Visibility
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import (
    HYPERLINK,
    IF,
    INDEX,
    MATCH,
    MAX,
    equal,
    joined,
    less,
    minus,
    more,
    plus,
)
from builder.frozen import frozen
from builder.kit.sheet_names import OPEN_TASKS
from builder.kit.status import one_of

_LABEL, _STATE, _RUNNING, _TARGET, _PLACE, _COUNT = 1, 2, 3, 4, 5, 6
_WIDTHS = (40.0, 14.0, 10.0, 24.0, 10.0, 10.0)
TITLE = "还差什么"
# Open tasks that the list has room for; the next one moves up when one is done.
LINES = 15


@frozen
class Task:
    """Something an applicant has to do: its state, the words that settle it, where it is done.

    ``target`` is the defined name of the cell in which it is done.
    """

    label: str
    status: Expression
    settled: tuple[str, ...]
    target: str


@frozen
class TodoPlan:
    """The hidden sheet, the cells that say which tasks are open, and how many a list shows."""

    sheet: SheetPlan
    tasks: int
    open: Cell
    lines: int = LINES

    def place(self, line: int) -> Cell:
        """The cell that says at which task the ``line``-th open one stands, counted from 1."""
        return Cell(OPEN_TASKS, line, _PLACE)

    def column(self, column: int) -> Area:
        """The cells of one column of the hidden sheet."""
        return Area(sheet=OPEN_TASKS, column=column, first_row=1, last_row=self.tasks)


def plan_todo(tasks: tuple[Task, ...], lines: int = LINES) -> TodoPlan:
    """The hidden sheet with one row a task, for a list of so many ``lines``."""
    canvas = Canvas(OPEN_TASKS, _WIDTHS)
    count = Cell(OPEN_TASKS, 1, _COUNT)
    running = Area(OPEN_TASKS, _RUNNING, 1, len(tasks))
    for row, task in enumerate(tasks, start=1):
        canvas.put(row, _LABEL, Style.IDENTITY, task.label)
        state = canvas.compute(row, _STATE, Style.IDENTITY, task.status)
        one: Expression = IF(one_of(state, task.settled), 0, 1)
        if row > 1:
            one = plus(canvas.cell(row - 1, _RUNNING), one)
        canvas.compute(row, _RUNNING, Style.IDENTITY, one)
        canvas.put(row, _TARGET, Style.IDENTITY, f"#{task.target}")
    # The greatest is the last; asked so, the column is worked through from the top.
    canvas.compute(1, _COUNT, Style.IDENTITY, MAX(running))
    for row in range(1, min(lines, len(tasks)) + 1):
        place = IF(less(count, row), 0, MATCH(row, running, 0))
        canvas.compute(row, _PLACE, Style.IDENTITY, place)
    sheet = replace(canvas.sheet, visibility=Visibility.HIDDEN)
    return TodoPlan(sheet=sheet, tasks=len(tasks), open=count, lines=lines)


def todo_list(canvas: Canvas, row: int, todo: TodoPlan, title: str = TITLE) -> int:
    """Write the live list from ``row`` on, under what it is called; return its last row."""
    last = len(canvas.widths)
    told = joined(f"{title}：共 ", todo.open, " 项待办事项，点“前往”直达要填的单元格")
    words = IF(equal(todo.open, 0), f"{title}：没有待办事项", told)
    canvas.compute_across(row, 1, last, Style.HEADER, words)
    canvas.fit(row, (), least=26)
    for line in range(1, min(todo.lines, todo.tasks) + 1):
        row += 1
        _line(canvas, row, todo, line)
    if todo.tasks > todo.lines:
        row += 1
        rest = joined("另有 ", minus(todo.open, todo.lines), " 项，以上各项完成后依次列出。")
        canvas.compute_across(row, 1, last, Style.GUIDE, IF(more(todo.open, todo.lines), rest, ""))
        canvas.fit(row, (), least=22)
    return row


def _line(canvas: Canvas, row: int, todo: TodoPlan, line: int) -> None:
    place = todo.place(line)
    none = equal(place, 0)
    last = len(canvas.widths)
    state, label, target = (
        INDEX(todo.column(column), place) for column in (_STATE, _LABEL, _TARGET)
    )
    link = HYPERLINK(target, "前往 →")
    canvas.compute(row, 1, Style.STATUS, IF(none, "", state))
    canvas.compute_across(row, 2, last - 2, Style.GUIDE, IF(none, "", label))
    canvas.compute_across(row, last - 1, last, Style.LINK, IF(none, "", link))
    canvas.fit(row, (), least=22)
