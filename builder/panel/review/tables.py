"""Plain tables and lines to answer in, as the sheets of a panel's workbooks are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.book.text_pieces import pieces

HEADER_ROW = 2


def begun(name: str, headings: Sequence[str], widths: tuple[float, ...]) -> Canvas:
    """A sheet with its title and the headings of its columns."""
    canvas = Canvas(name, widths)
    canvas.title(name, height=32)
    canvas.headings(HEADER_ROW, headings)
    canvas.fit(HEADER_ROW, tuple(zip(headings, widths, strict=True)), least=26)
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
    """A sheet of texts, every row as high as its longest; what is too long goes on beneath."""
    canvas = begun(name, headings, widths)
    row = HEADER_ROW
    for texts in rows:
        cut = (pieces(fitting(text), width) for text, width in zip(texts, widths, strict=True))
        for parts in zip_longest(*cut, fillvalue=""):
            row += 1
            for column, text in enumerate(parts, start=1):
                canvas.put(row, column, Style.OFFICIAL, text or None)
            canvas.fit(row, tuple(zip(parts, widths, strict=True)), least=22)
    return ended(canvas)


def answer_line(
    canvas: Canvas,
    row: int,
    name: str,
    title: str,
    allowed: Allowed,
    height: float,
    *,
    hint: str = "",
) -> InputPlan:
    """Write what is asked and the cell for its answer, chosen from a list or typed.

    A row with a ``hint`` is for a long answer: it becomes higher as it is filled in.
    """
    listed = bool(allowed.options)
    canvas.put(row, 1, Style.LABEL, f"{title}\n{hint}" if hint else title)
    cell = canvas.put(row, 2, Style.INPUT_OPTION if listed else Style.INPUT_TEXT)
    if hint:
        canvas.grow(row, (), least=height)
    else:
        canvas.fit(row, (), least=height)
    kind = InputKind.CONFIRMATION if listed else InputKind.TEXT
    return InputPlan(name=name, kind=kind, cell=cell, title=title, allowed=allowed)
