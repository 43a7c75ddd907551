"""What stands under a heading: criteria, notes, tables, and paragraphs of reference text."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from builder.load.escapes import tell_of_idle, tell_of_marks
from builder.load.heading import tell_of_points
from builder.load.leaf_rules import split_range, split_worth
from builder.load.markdown import BlockKind, LineBlock
from builder.load.marks import worded
from builder.load.problems import Problems
from builder.load.suspects import in_criterion
from builder.load.table import TableBlock, without_line_breaks
from builder.load.wording import (
    Scored,
    plain,
    split_criterion_points,
    split_label,
    starts_with_label,
)
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

    ``reference`` holds the paragraphs and tables of a section, which keep their order; ``markup``
    is whether the file says that its texts are marked. With ``ranges`` criteria may be options and
    print points from a least to a most, ``chosen`` is whether points end them in whatever writing;
    ``counted`` is whether they say what pieces are worth. ``whole`` are full marks, ``least`` is
    where ranges begin, by line, ``scored`` the last line that ends with points of its own.
    """

    criteria: list[Criterion] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: list[DescriptorTable] = field(default_factory=list)
    reference: list[Paragraph | DescriptorTable] = field(default_factory=list)
    markup: bool = False
    ranges: bool = False
    chosen: bool = False
    counted: bool = False
    whole: Decimal | None = None
    least: dict[int, Decimal] = field(default_factory=dict)
    scored: int = 0


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
        # What is not read may have held points.
        problems.add_fatal("QA141", where)
        _part(block, content, problems)
        return
    _check_marks(block, where, content, problems)
    if block.kind is BlockKind.QUOTE:
        note = worded(block.text, markup=content.markup)
        content.notes.append(Note(text=note.text, position=where, marks=note.marks))
    else:
        _add_criterion(block, where, content, problems)


def _part(block: LineBlock, content: Content, problems: Problems) -> None:
    """Suggest the blank line that is missing between two lines with points of their own.

    One criterion has one number of points: where both lines end with some, they are two.
    """
    if block.lazy or block.kind is not BlockKind.PARAGRAPH:
        return
    if split_criterion_points(block.text).points is None:
        return
    if content.scored == block.line - 1:
        problems.suggest(problems.position(block.line), "", "\n")
    content.scored = block.line


def read_reference_line(block: LineBlock, content: Content, problems: Problems) -> None:
    """Add a line of reference text as a paragraph of its own, its printed marker in front."""
    if block.text:
        where = problems.position(block.line, block.column)
        _check_marks(block, where, content, problems)
        said = worded(f"{block.marker} {block.text}", markup=content.markup)
        content.reference.append(Paragraph(text=said.text, position=where, marks=said.marks))


def read_table(block: TableBlock, content: Content, problems: Problems) -> None:
    """Add a table; a row that does not fit its header is reported and left out."""
    width = len(block.header.cells)
    rows = []
    for row in (block.header, *block.rows):
        begins = problems.position(row.line, row.column)
        tell_of_idle(without_line_breaks(row.raw), begins, problems, cell=True)
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
    worth = split_worth(rest, content.whole) if content.chosen else None
    span = worth or (split_range(rest) if content.ranges else None)
    if span is None:
        scored = split_criterion_points(rest)
    else:
        if span[0] != span[1]:
            content.least[where.line] = span[0]
        # The text keeps them: nothing else prints where an option's points begin.
        inside = in_criterion(_OPENED.sub("", rest.rstrip()), scored=True)
        scored = Scored(text=rest, points=span[1], suspects=inside)
    begins = problems.position(block.line, block.column + len(block.text) - len(rest))
    if content.counted:
        # What each piece is worth is what such a line is there to say.
        own = tuple(one for one in scored.suspects if one.code != _EACH)
        scored = replace(scored, suspects=own)
    tell_of_points(scored, begins, problems, heading=False)
    if scored.points is not None:
        content.scored = block.line
    said = worded(scored.text, markup=content.markup)
    if not said.text:
        problems.add("QA144", where, actual=plain(block.text))
        return
    content.criteria.append(
        Criterion(
            label=label, text=said.text, points=scored.points, position=where, marks=said.marks
        )
    )


def _check_marks(block: LineBlock, where: Position, content: Content, problems: Problems) -> None:
    if block.lost:
        column = max(block.column - len(block.lost), 1)
        before = problems.position(block.line, column)
        problems.add_fatal("QA180", before, actual=block.lost.strip())
        if block.kind is BlockKind.QUOTE and block.lost == ">":
            problems.suggest(before, block.lost, f"\\{block.lost}")
    elif block.text[0] in "|｜" and block.first:
        cause = "" if block.text[0] == "|" else "：竖线是全角的，要用半角的 |"
        problems.add("QA146", where, actual=cause)
    if not content.markup:
        tell_of_idle(block.text, where, problems)
        tell_of_marks(block.text, where, problems)
    _check_tags(block.text, block.line, block.column, problems)


def _check_tags(text: str, line: int, column: int, problems: Problems) -> None:
    tag = _TAG.search(text)
    if tag is not None:
        problems.add("QA147", problems.position(line, column + tag.start()), actual=tag[0])


# Without the points at its end, whatever brackets they are in.
_OPENED = re.compile(r"[（(]?[^（()）；;。，,、：:\s]*\s*[）)]?[；;。，,、.]?$")
_EACH = "QA187"
_NOTE = re.compile(r"注")
_TAG = re.compile(r"(?<!\\)</?[a-zA-Z][^<>]{0,200}>")
