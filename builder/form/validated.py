"""How a cell of a form looks, and what it accepts."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.sheet import Merge, ValidationPlan
from builder.book.style import Style
from builder.form.cells import is_number
from builder.load.shapes import Shape, Sort

# What Excel takes for the list of a cell, and for the words beside one.
_LONGEST_LIST, _LONGEST_PROMPT, _LONGEST_TITLE = 240, 240, 30
LONGEST_CELL = 32_000
_STYLES = {Sort.WORD: Style.INPUT_OPTION, Sort.NUMBER: Style.INPUT_POINTS}


def look(shape: Shape, cell: str) -> tuple[Style, Decimal | str | None]:
    """The style and content of a cell; a number is a number, a code and a percent are texts."""
    number = shape.sort is Sort.NUMBER
    style = _STYLES.get(shape.sort, Style.INPUT_TEXT)
    if not cell:
        return style, None
    return style, Decimal(cell) if number and is_number(cell) else cell


def rules(
    title: str, note: str, shape: Shape, cells: tuple[Merge, ...]
) -> Iterator[ValidationPlan]:
    """What the cells accept: one of some words, or a text; with how to fill them in."""
    title = title[:_LONGEST_TITLE]
    if shape.sort is Sort.WORD:
        words = tuple(shape.words.values())
        listed = "、".join(words)
        prompt = (note or f"从下拉列表选择：{listed}。")[:_LONGEST_PROMPT]
        if len(",".join(words)) <= _LONGEST_LIST:
            error = f"请从下拉列表中选择：{listed}。"[:_LONGEST_PROMPT]
            yield ValidationPlan.choice(words, cells, title=title, prompt=prompt, error=error)
            return
    if note:
        prompt = note[:_LONGEST_PROMPT]
        yield ValidationPlan.text(LONGEST_CELL, cells, title=title, prompt=prompt)
