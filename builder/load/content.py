"""What stands under a heading: criteria, notes, tables, and paragraphs of reference text."""

import re
from dataclasses import dataclass, field

from builder.load.heading import tell_of_dropped
from builder.load.markdown import BlockKind, LineBlock
from builder.load.marks import marked
from builder.load.problems import Problems
from builder.load.table import TableBlock, without_line_breaks
from builder.load.wording import plain, split_criterion_points, split_label, starts_with_label
from builder.model.official import (
    Criterion,
    DescriptorRow,
    DescriptorTable,
    Note,
    Paragraph,
    Position,
)


@dataclass(kw_only=True)
class Content:
    """The contents of one heading, growing in official order.

    ``reference`` holds the paragraphs and tables of a section, which keep their order.
    """

    criteria: list[Criterion] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: list[DescriptorTable] = field(default_factory=list)
    reference: list[Paragraph | DescriptorTable] = field(default_factory=list)


def read_line(block: LineBlock, content: Content, problems: Problems) -> None:
    """Add a line under an indicator as a note or a criterion.

    One line is one criterion, as the notice prints it. A further line of the same paragraph counts
    as a new one only where its label says so; otherwise it is reported, not guessed.
    """
    if not block.text:
        return
    where = problems.position(block.line, block.column)
    opens = _NOTE if block.kind is BlockKind.QUOTE else None
    clear = opens.match(block.text) if opens else starts_with_label(block.text)
    if block.lazy or not (block.first or clear):
        problems.add("QA141", where)
        return
    _check_marks(block, where, problems)
    if block.kind is BlockKind.QUOTE:
        note = marked(block.text)
        content.notes.append(Note(text=note.text, position=where, marks=note.marks))
    else:
        _add_criterion(block, where, content, problems)


def read_reference_line(block: LineBlock, content: Content, problems: Problems) -> None:
    """Add a line of reference text as a paragraph of its own, its printed marker in front."""
    if block.text:
        where = problems.position(block.line, block.column)
        _check_marks(block, where, problems)
        said = marked(f"{block.marker} {block.text}")
        content.reference.append(Paragraph(text=said.text, position=where, marks=said.marks))


def read_table(block: TableBlock, content: Content, problems: Problems) -> None:
    """Add a table; a row that does not fit its header is reported and left out."""
    width = len(block.header.cells)
    rows = []
    for row in (block.header, *block.rows):
        _check_tags(without_line_breaks(row.raw), row.line, row.column, problems)
    for row in block.rows:
        where = problems.position(row.line, row.column)
        if len(row.cells) == width:
            rows.append(DescriptorRow(cells=row.cells, position=where))
        else:
            problems.add("QA145", where, actual=str(len(row.cells)), expected=str(width))
    table = DescriptorTable(
        header=block.header.cells,
        rows=tuple(rows),
        position=problems.position(block.header.line, block.header.column),
    )
    content.tables.append(table)
    content.reference.append(table)


def _add_criterion(block: LineBlock, where: Position, content: Content, problems: Problems) -> None:
    label, rest = (block.marker, block.text) if block.marker else split_label(block.text)
    scored = split_criterion_points(rest)
    if scored.unread:
        column = block.column + block.text.rfind(scored.unread)
        place = problems.position(block.line, column)
        problems.add_fatal("QA133", place, actual=scored.unread)
    tell_of_dropped(scored, block.text, block.line, block.column, problems)
    said = marked(scored.text)
    if not said.text:
        problems.add("QA144", where, actual=plain(block.text))
        return
    content.criteria.append(
        Criterion(
            label=label, text=said.text, points=scored.points, position=where, marks=said.marks
        )
    )


def _check_marks(block: LineBlock, where: Position, problems: Problems) -> None:
    if block.text[0] in "#＃":
        # An indicator is lost with it: what is said of the sums would be an echo.
        problems.add_fatal("QA143", where)
    elif block.text[0] == "|" and block.first:
        problems.add("QA146", where)
    _check_tags(block.text, block.line, block.column, problems)


def _check_tags(text: str, line: int, column: int, problems: Problems) -> None:
    tag = _TAG.search(text)
    if tag is not None:
        problems.add("QA147", problems.position(line, column + tag.start()), actual=tag[0])


_NOTE = re.compile(r"注")
_TAG = re.compile(r"(?<!\\)</?[a-zA-Z][^<>]{0,200}>")
