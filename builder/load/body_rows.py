"""The body of a scheme file row by row: what each line is, in the words a table would show.

A row keeps the lines it was read from, so that what nobody changes is written as it was.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen
from builder.load.attributes import FLAGS, VALUED, attribute_pairs
from builder.load.heading import attributes_inside, read_heading
from builder.load.markdown import BlockKind, HeadBlock, HeadingBlock, LineBlock, parse_blocks
from builder.load.problems import Problems
from builder.load.source import Source
from builder.load.table import TableBlock
from builder.load.wording import plain, split_criterion_points, split_label


class RowKind(StrEnum):
    """What a row of the body is; the value is the word a reader sees."""

    INDICATOR = "指标"
    REFERENCE = "参考文字"
    CRITERION = "要点"
    NOTE = "注"
    PARAGRAPH = "段落"
    TABLE = "表格"


HEADINGS = (RowKind.INDICATOR, RowKind.REFERENCE)
_HEADER_AND_RULE = 2


@frozen
class BodyRow:
    """One heading, line of text or table; ``first`` and ``last`` are its lines, from 1.

    ``number`` is what is printed before a heading's name or a criterion's text. ``flags`` and
    ``valued`` are what a heading says in braces, each value with its key.
    """

    kind: RowKind
    text: str
    first: int
    last: int
    level: int = 0
    code: str = ""
    number: str = ""
    points: Decimal | None = None
    flags: tuple[str, ...] = ()
    valued: tuple[tuple[str, str], ...] = ()


def body_rows(source: Source, *, markup: bool) -> tuple[BodyRow, ...]:
    """The rows of a body that has no problem of grammar; ``markup`` leaves marks in the texts."""
    return tuple(_rows(source, markup=markup))


def _rows(source: Source, *, markup: bool) -> Iterator[BodyRow]:
    problems = Problems(path=source.path)
    reference: list[bool] = []
    tables = 0
    for block in parse_blocks(source):
        if isinstance(block, HeadingBlock):
            del reference[block.level - 1 :]
            above = reference[-1] if reference else False
            row = _heading(block, problems, reference=above)
            reference.append(row.kind is RowKind.REFERENCE)
            yield row
        elif isinstance(block, LineBlock):
            if block.text:
                yield _line(block, markup=markup, reference=bool(reference) and reference[-1])
        elif isinstance(block, TableBlock):
            tables += 1
            yield _table(block, tables)
        elif not isinstance(block, HeadBlock):
            raise TypeError(f"no such block in a sound body: {block!r}")


def _heading(block: HeadingBlock, problems: Problems, *, reference: bool) -> BodyRow:
    heading = read_heading(block, problems, reference=reference)
    pairs = attribute_pairs(attributes_inside(block.text), heading.position, problems)
    within = reference or heading.attributes.reference
    return BodyRow(
        kind=RowKind.REFERENCE if within else RowKind.INDICATOR,
        text=heading.title if within else heading.name,
        first=block.line,
        last=block.line,
        level=block.level,
        code=heading.code,
        number=heading.number,
        points=heading.points,
        flags=tuple(key for _, key, _ in pairs if key in FLAGS and key != "reference"),
        valued=tuple((key, value) for _, key, value in pairs if key in VALUED and key != "code"),
    )


def _line(block: LineBlock, *, markup: bool, reference: bool) -> BodyRow:
    worded = _raw if markup else plain
    at = block.line
    if reference:
        text = worded(f"{block.marker} {block.text}")
        return BodyRow(kind=RowKind.PARAGRAPH, text=text, first=at, last=at)
    if block.kind is BlockKind.QUOTE:
        return BodyRow(kind=RowKind.NOTE, text=worded(block.text), first=at, last=at)
    label, rest = (block.marker, block.text) if block.marker else split_label(block.text)
    scored = split_criterion_points(rest)
    text = worded(scored.text)
    return BodyRow(
        kind=RowKind.CRITERION, number=label, text=text, points=scored.points, first=at, last=at
    )


def _raw(text: str) -> str:
    return " ".join(text.split())


def _table(block: TableBlock, number: int) -> BodyRow:
    """A table as one row that names it: what is in it stays in the file."""
    header = "｜".join(cell.replace("\n", "") for cell in block.header.cells)
    last = block.rows[-1].line if block.rows else block.header.line + _HEADER_AND_RULE - 1
    return BodyRow(
        kind=RowKind.TABLE,
        number=str(number),
        text=f"{header}（{len(block.rows)} 行，内容在方案文件里，这里不改）",
        first=block.header.line,
        last=last,
    )
