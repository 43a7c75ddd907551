"""Plain tables and lines to answer in, as the sheets of a panel's workbooks are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style

HEADER_ROW = 2


def begun(name: str, headings: Sequence[str], widths: tuple[float, ...]) -> Canvas:
    """A sheet with its title and the headings of its columns."""
    canvas = Canvas(name, widths)
    canvas.title(name, height=32)
    canvas.headings(HEADER_ROW, headings)
    return canvas


def ended(canvas: Canvas) -> SheetPlan:
    """The sheet, its headings in sight."""
    return replace(canvas.sheet, head_rows=HEADER_ROW, landscape=True)


def text_table(
    name: str,
    headings: Sequence[str],
    widths: tuple[float, ...],
    rows: Iterable[Sequence[str]],
) -> SheetPlan:
    """A sheet of texts, every row as high as its longest."""
    canvas = begun(name, headings, widths)
    for row, texts in enumerate(rows, start=HEADER_ROW + 1):
        fitted = tuple(map(fitting, texts))
        for column, text in enumerate(fitted, start=1):
            canvas.put(row, column, Style.OFFICIAL, text or None)
        canvas.fit(row, tuple(zip(fitted, widths, strict=True)), least=22)
    return ended(canvas)


def answer_line(
    canvas: Canvas, row: int, name: str, title: str, allowed: Allowed, height: float
) -> InputPlan:
    """Write what is asked and the cell for its answer, chosen from a list or typed."""
    listed = bool(allowed.options)
    canvas.put(row, 1, Style.LABEL, title)
    cell = canvas.put(row, 2, Style.INPUT_OPTION if listed else Style.INPUT_TEXT)
    canvas.fit(row, (), least=height)
    kind = InputKind.CONFIRMATION if listed else InputKind.TEXT
    return InputPlan(name=name, kind=kind, cell=cell, title=title, allowed=allowed)
