"""The tree of indicators and the reference sections, from the blocks of a scheme file."""

from dataclasses import dataclass, field

from builder.frozen import frozen
from builder.load.content import Content, read_line, read_reference_line, read_table
from builder.load.heading import Heading, read_heading
from builder.load.leaf_rules import Ruled, read_rule, scale_said
from builder.load.lost_heading import tell_of_lost_heading
from builder.load.markdown import Block, HeadBlock, HeadingBlock, LineBlock, OddBlock
from builder.load.problems import Problems
from builder.load.proofs import required_proofs
from builder.load.table import TableBlock
from builder.model.joins import Join, JoinKind
from builder.model.leaf_rules import LeafRule, Way
from builder.model.official import Dimension, Indicator, Parts, Section


@frozen
class SchemeBody:
    """Everything below the front matter."""

    indicators: tuple[Indicator, ...]
    sections: tuple[Section, ...]


@dataclass(kw_only=True)
class _Open:
    """A heading whose contents are still being read."""

    heading: Heading
    code: str
    reference: bool
    content: Content
    children: list["_Open"] = field(default_factory=list)


def read_body(
    blocks: tuple[Block, ...], problems: Problems, *, markup: bool = False, weighed: bool = False
) -> SchemeBody:
    """Indicators and sections in the order of the file; every problem is reported at its place.

    ``markup`` is whether the file says that its texts are marked, ``weighed`` whether it joins the
    first-level indicators by weights.
    """
    growing = _Growing(problems=problems, markup=markup, weighed=weighed)
    for block in blocks:
        if isinstance(block, HeadingBlock):
            growing.open(block)
        elif isinstance(block, LineBlock):
            growing.add_line(block)
        elif isinstance(block, TableBlock):
            growing.add_table(block)
        elif isinstance(block, OddBlock):
            # What is not read may have held points.
            problems.add_fatal("QA142", problems.position(block.line, block.column))
        elif not isinstance(block, HeadBlock):
            raise TypeError(f"no such block: {block!r}")
    return growing.finish()


@dataclass(kw_only=True)
class _Growing:
    """The tree while it is read: its roots, its sections, and the headings still open."""

    problems: Problems
    markup: bool
    weighed: bool
    roots: list[_Open] = field(default_factory=list)
    sections: list[_Open] = field(default_factory=list)
    path: list[_Open] = field(default_factory=list)
    lines_by_code: dict[str, int] = field(default_factory=dict)
    told_of_preamble: bool = False
    lost: bool = False

    def open(self, block: HeadingBlock) -> None:
        """Begin the section or indicator of this heading beneath the open one above it."""
        depth = len(self.path)
        if block.level > depth + 1 and not self.lost:
            where = self.problems.position(block.line, block.column)
            self.problems.add_fatal(
                "QA131", where, actual=str(block.level), expected=str(depth + 1)
            )
        del self.path[block.level - 1 :]
        above = self.path[-1] if self.path else None
        inherited = above is not None and above.reference
        weighed = self.weighed if above is None else _is_weighted(above.heading.attributes.join)
        heading = read_heading(block, self.problems, reference=inherited, weighed=weighed)
        reference = inherited or heading.attributes.reference
        parts = heading.attributes.parts
        content = Content(
            markup=self.markup,
            ranges=parts is None,
            chosen=parts is Parts.ONE or heading.attributes.way is Way.MANY,
            whole=heading.points,
            counted=heading.attributes.way in (Way.DEDUCTED, Way.ADDED),
        )
        opened = _Open(heading=heading, code=heading.code, reference=reference, content=content)
        if not heading.name:
            self.problems.add_fatal("QA132", heading.position)
        if reference:
            self.sections.append(opened)
        else:
            self._check(opened, above)
            (self.roots if above is None else above.children).append(opened)
        self.path.append(opened)

    def add_line(self, block: LineBlock) -> None:
        """Put a line of text under the heading that is open."""
        reference = bool(self.path) and self.path[-1].reference
        if tell_of_lost_heading(block, self.problems, reference=reference):
            # What stands beneath it has no place now, and is not to be blamed.
            self.lost = True
            return
        if not self.path:
            self._tell_of_preamble(block.line, block.column)
        elif self.path[-1].reference:
            read_reference_line(block, self.path[-1].content, self.problems)
        else:
            read_line(block, self.path[-1].content, self.problems)

    def add_table(self, block: TableBlock) -> None:
        """Put a table under the heading that is open."""
        if self.path:
            read_table(block, self.path[-1].content, self.problems)
        else:
            self._tell_of_preamble(block.header.line, block.header.column)

    def finish(self) -> SchemeBody:
        """The finished tree."""
        return SchemeBody(
            indicators=tuple(self._indicator(root, _NOTHING) for root in self.roots),
            sections=tuple(self._section(section) for section in self.sections),
        )

    def _tell_of_preamble(self, line: int, column: int) -> None:
        if not self.told_of_preamble and not self.lost:
            self.problems.add("QA140", self.problems.position(line, column))
        self.told_of_preamble = True

    def _check(self, opened: _Open, above: _Open | None) -> None:
        heading, where = opened.heading, opened.heading.position
        attributes = heading.attributes
        if attributes.unscored and heading.points is not None:
            self.problems.add("QA149", where, actual=str(heading.points))
        if not opened.code:
            siblings = self.roots if above is None else above.children
            opened.code = _extended(above, len(siblings) + 1)
            self.problems.add_fatal("QA134", where, actual=heading.title, expected=opened.code)
        elif self.lost:
            pass
        elif above is not None and not opened.code.startswith(f"{above.code}."):
            self.problems.add_fatal("QA137", where, actual=opened.code, expected=above.code)
        elif opened.code in self.lines_by_code:
            first = self.lines_by_code[opened.code]
            self.problems.add_fatal("QA136", where, actual=opened.code, expected=str(first))
        self.lines_by_code.setdefault(opened.code, heading.position.line)

    def _indicator(self, opened: _Open, above: "_Inherited") -> Indicator:
        heading, content = opened.heading, opened.content
        attributes = heading.attributes
        mine = _Inherited(
            dimension=attributes.dimension or above.dimension,
            unscored=attributes.unscored or above.unscored,
            variant=tuple(dict.fromkeys((*above.variant, *attributes.variant))),
            scale=scale_said(attributes) or above.scale,
        )
        rule = read_rule(_ruled(opened), self.problems) or mine.scale
        return Indicator(
            code=opened.code,
            number=heading.number,
            name=heading.name,
            points=heading.points,
            position=heading.position,
            dimension=mine.dimension,
            unscored=mine.unscored,
            replaceable=attributes.replaceable,
            veto=attributes.veto,
            variant=mine.variant,
            criteria=tuple(content.criteria),
            notes=tuple(content.notes),
            tables=tuple(content.tables),
            parts=attributes.parts,
            join=attributes.join,
            weight=heading.weight,
            required=attributes.required,
            rule=None if mine.unscored else rule,
            bonus=attributes.bonus,
            proofs=required_proofs(content.criteria),
            children=tuple(self._indicator(child, mine) for child in opened.children),
        )

    def _section(self, opened: _Open) -> Section:
        heading, content = opened.heading, opened.content
        return Section(
            title=heading.title,
            level=heading.level,
            contents=tuple(content.reference),
            position=heading.position,
            dimension=heading.attributes.dimension,
        )


@frozen
class _Inherited:
    """What a heading's attributes mean for everything beneath it as well."""

    dimension: Dimension | None = None
    unscored: bool = False
    variant: tuple[tuple[str, str], ...] = ()
    scale: LeafRule | None = None


_NOTHING = _Inherited()


def _is_weighted(join: Join | None) -> bool:
    return join is not None and join.kind is JoinKind.WEIGHTED


def _ruled(opened: _Open) -> Ruled:
    heading, content = opened.heading, opened.content
    return Ruled(
        title=heading.title,
        points=heading.points,
        attributes=heading.attributes,
        criteria=tuple(content.criteria),
        tables=tuple(content.tables),
        least=content.least,
        position=heading.position,
    )


def _extended(above: _Open | None, ordinal: int) -> str:
    return str(ordinal) if above is None else f"{above.code}.{ordinal}"
