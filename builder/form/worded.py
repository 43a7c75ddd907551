"""A value as the front matter of a file writes it."""

import json
from collections.abc import Iterator, Mapping

from builder.form.cells import Meaning, is_number, meaning
from builder.load.escaped import quoted, quoted_in_braces
from builder.load.key_names import KEYS, english
from builder.load.shapes import UNKNOWN, Shape, Sort

# A list of texts stands on one line up to this length.
_ONE_LINE = 80


def key_word(name: str, *, chinese: bool) -> str:
    """A key as the file spells its keys."""
    return KEYS.get(name, name) if chinese else name


def in_line(cell: str, shape: Shape, *, chinese: bool, flow: bool) -> str:
    """A value on one line; ``flow`` is whether it stands between brackets already."""
    said = meaning(cell, shape)
    return _inline("" if said is None else said, shape, chinese=chinese, flow=flow)


def key_lines(name: str, cell: str, shape: Shape, indent: str, *, chinese: bool) -> Iterator[str]:
    """A key and its value on lines of their own."""
    word = f"{indent}{key_word(name, chinese=chinese)}:"
    said = meaning(cell, shape)
    if isinstance(said, tuple) and not _is_short(said, shape):
        yield word
        yield from item_lines(said, shape, f"{indent}  ", chinese=chinese)
    else:
        yield f"{word} {_inline(said or '', shape, chinese=chinese, flow=False)}"


def item_lines(
    said: tuple[Meaning, ...], shape: Shape, indent: str, *, chinese: bool
) -> Iterator[str]:
    """The items of a list, a line each."""
    item = shape.item or UNKNOWN
    for one in said:
        yield f"{indent}- {_inline(one, item, chinese=chinese, flow=False)}"


def record_lines(
    cells: Mapping[str, tuple[str, Shape]], indent: str, *, chinese: bool, flow: bool
) -> Iterator[str]:
    """A record as an entry of a list: between braces on one line, or a line for each key."""
    if flow:
        pairs = (
            f"{key_word(name, chinese=chinese)}: {in_line(cell, shape, chinese=chinese, flow=True)}"
            for name, (cell, shape) in cells.items()
        )
        yield f"{indent}- {{{', '.join(pairs)}}}"
        return
    start = f"{indent}- "
    for name, (cell, shape) in cells.items():
        for line in key_lines(name, cell, shape, f"{indent}  ", chinese=chinese):
            yield f"{start}{line[len(start) :]}" if start.strip() else line
            start = " " * len(start)


def _is_short(said: tuple[Meaning, ...], shape: Shape) -> bool:
    item = shape.item or UNKNOWN
    texts = [one for one in said if isinstance(one, str)]
    plain = len(texts) == len(said) and item.sort is not Sort.RECORD
    return plain and sum(map(len, texts)) + 2 * len(texts) <= _ONE_LINE


def _inline(said: Meaning, shape: Shape, *, chinese: bool, flow: bool) -> str:
    if isinstance(said, str):
        return _scalar(said, shape, chinese=chinese, flow=flow)
    if isinstance(said, tuple):
        item = shape.item or UNKNOWN
        words = (_inline(one, item, chinese=chinese, flow=True) for one in said)
        return f"[{', '.join(words)}]"
    pairs = (
        f"{key_word(name, chinese=chinese)}: "
        f"{_inline(one, shape.keys.get(name, UNKNOWN), chinese=chinese, flow=True)}"
        for name, one in said.items()
    )
    return f"{{{', '.join(pairs)}}}"


def _scalar(text: str, shape: Shape, *, chinese: bool, flow: bool) -> str:
    if shape.words and not chinese:
        text = english(text, shape.words, shape.words)
    if shape.sort is Sort.NUMBER and is_number(text):
        return text
    own = (*shape.words, *shape.words.values())
    if shape.sort is Sort.CODE and text not in own:
        return json.dumps(text, ensure_ascii=False)
    if shape.sort is Sort.WORD and text.isalpha():
        return text
    return quoted_in_braces(text) if flow else quoted(text)
