"""What the first sheets of kits, reviews and consensuses are made of: a head, labelled lines."""

from collections.abc import Iterable

from builder.book.canvas import Canvas
from builder.book.style import Style
from builder.book.text_pieces import pieces
from builder.kit.reminders import warnings
from builder.model.scheme import Scheme


def guide_head(name: str, widths: tuple[float, ...], scheme: Scheme, kind: str) -> Canvas:
    """A sheet with its title, which ends with the kind of workbook it opens."""
    canvas = Canvas(name, widths)
    canvas.title(f"{scheme.title}{kind}")
    canvas.fit(1, ((scheme.title, sum(widths) / 2),), least=40)
    return canvas


def banners(canvas: Canvas, row: int, scheme: Scheme) -> int:
    """Write what concerns a number across the sheet; return the next free row."""
    return canvas.lines(row, Style.BANNER, (reminder.line for reminder in warnings(scheme)))


def block(canvas: Canvas, row: int, title: str, lines: Iterable[tuple[str, str]]) -> int:
    """Write a heading and labelled lines; return the next free row."""
    return styled_block(canvas, row, title, ((Style.LABEL, *line) for line in lines))


def styled_block(
    canvas: Canvas, row: int, title: str, lines: Iterable[tuple[Style, str, str]]
) -> int:
    """Write a heading and lines whose labels look each their own; return the next free row."""
    canvas.line(row, Style.HEADER, title)
    for style, label, words in lines:
        for place, piece in enumerate(pieces(words, canvas.widths[1])):
            row += 1
            said = label if not place else ""
            canvas.put(row, 1, style, said or None)
            canvas.put(row, 2, Style.GUIDE, piece)
            canvas.fit(row, tuple(zip((said, piece), canvas.widths, strict=True)), least=22)
    return row + 1
