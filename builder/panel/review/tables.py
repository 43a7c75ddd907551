"""Plain tables and blocks of lines, as the sheets of a panel's workbooks are made of."""

from collections.abc import Iterable, Sequence

from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style

HEADER_ROW = 2


def begun(name: str, headings: Sequence[str], widths: tuple[float, ...]) -> Canvas:
    """A sheet with its title and the headings of its columns."""
    canvas = Canvas(name, widths)
    canvas.line(1, Style.TITLE, name)
    canvas.fit(1, (), least=32)
    for column, heading in enumerate(headings, start=1):
        canvas.put(HEADER_ROW, column, Style.HEADER, heading)
    canvas.fit(HEADER_ROW, (), least=26)
    return canvas


def ended(canvas: Canvas) -> SheetPlan:
    """The sheet, its headings in sight."""
    return SheetPlan(
        name=canvas.name,
        cells=canvas.cells,
        widths=canvas.widths,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
        head_rows=HEADER_ROW,
        landscape=True,
    )


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


def block(canvas: Canvas, row: int, title: str, lines: Iterable[tuple[str, str]]) -> int:
    """Write a heading and labelled lines; return the next free row."""
    canvas.line(row, Style.HEADER, title)
    for label, words in lines:
        row += 1
        canvas.put(row, 1, Style.LABEL, label)
        canvas.put(row, 2, Style.GUIDE, words)
        canvas.fit(row, ((label, canvas.widths[0]), (words, canvas.widths[1])), least=22)
    return row + 1
