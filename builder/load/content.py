"""What stands under a heading: criteria, notes, tables, and paragraphs of reference text."""

import re
from dataclasses import dataclass, field

from builder.load.markdown import Kind, LineBlock
from builder.load.problems import Problems
from builder.load.table import TableBlock
from builder.load.wording import plain, split_criterion_points, split_label, starts_with_label
from builder.model.scheme import Criterion, DescriptorRow, DescriptorTable, Note, Position


@dataclass(kw_only=True)
class Content:
    """The contents of one heading, growing in official order."""

    criteria: list[Criterion] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: list[DescriptorTable] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def read_line(block: LineBlock, content: Content, problems: Problems) -> None:
    """Add a line under an indicator as a note or a criterion.

    One line is one criterion, as the notice prints it. A further line of the same paragraph counts
    as a new one only where its label says so; otherwise it is reported, not guessed.
    """
    if not block.text:
        return
    where = problems.position(block.line, block.column)
    opens = _NOTE if block.kind is Kind.QUOTE else None
    clear = opens.match(block.text) if opens else starts_with_label(block.text)
    if block.lazy or not (block.first or clear):
        problems.add("QA141", where)
        return
    _check_marks(block, where, problems)
    if block.kind is Kind.QUOTE:
        content.notes.append(Note(text=plain(block.text), position=where))
    else:
        _add_criterion(block, where, content, problems)


def read_reference_line(block: LineBlock, content: Content, problems: Problems) -> None:
    """Add a line of reference text as a paragraph of its own, its printed marker in front."""
    if block.text:
        where = problems.position(block.line, block.column)
        _check_marks(block, where, problems)
        content.paragraphs.append(plain(f"{block.marker} {block.text}"))


def read_table(block: TableBlock, content: Content, problems: Problems) -> None:
    """Add a table; a row that does not fit its header is reported and left out."""
    width = len(block.header.cells)
    rows = []
    for row in block.rows:
        where = problems.position(row.line, row.column)
        if len(row.cells) == width:
            rows.append(DescriptorRow(cells=row.cells, position=where))
        else:
            problems.add("QA145", where, actual=str(len(row.cells)), expected=str(width))
    content.tables.append(
        DescriptorTable(
            header=block.header.cells,
            rows=tuple(rows),
            position=problems.position(block.header.line, block.header.column),
        )
    )


def _add_criterion(block: LineBlock, where: Position, content: Content, problems: Problems) -> None:
    label, rest = (block.marker, block.text) if block.marker else split_label(block.text)
    scored = split_criterion_points(rest)
    if scored.unread:
        column = block.column + block.text.rfind(scored.unread)
        place = problems.position(block.line, column)
        problems.add_fatal("QA133", place, actual=scored.unread)
    text = plain(scored.text)
    if not text:
        problems.add("QA144", where, actual=plain(block.text))
        return
    content.criteria.append(Criterion(label=label, text=text, points=scored.points, position=where))


def _check_marks(block: LineBlock, where: Position, problems: Problems) -> None:
    if block.text[0] in "#＃":
        problems.add("QA143", where)
    elif block.text[0] == "|" and block.first:
        problems.add("QA146", where)
    tag = _TAG.search(block.text)
    if tag is not None:
        column = block.column + tag.start()
        problems.add("QA147", problems.position(block.line, column), actual=tag[0])


_NOTE = re.compile(r"注")
_TAG = re.compile(r"(?<!\\)</?[a-zA-Z][^<>]{0,200}>")
