"""What a notice prints: its indicators and their criteria, notes and tables, word for word."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from builder.frozen import frozen
from builder.model.joins import Join
from builder.model.leaf_rules import LeafRule


class Dimension(StrEnum):
    """What an indicator is judged by: A-D-L-I for a process, Le-T-C-I for a result."""

    PROCESS = "process"
    RESULT = "result"


class Parts(StrEnum):
    """How the scored criteria of an indicator count together, where its scheme says so."""

    SUM = "sum"
    ONE = "one"


@frozen
class Position:
    """A place in a scheme file; line and column count from 1."""

    path: str
    line: int
    column: int = 1


class MarkKind(StrEnum):
    """How a stretch of a text is marked."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@frozen
class Mark:
    """A stretch of a text, from ``start`` to before ``end``; a link leads to ``target``."""

    start: int
    end: int
    kind: MarkKind
    target: str = ""


@frozen
class Criterion:
    """One 评价要点: its printed label (may be empty), its wording, its own points if it has any.

    ``marks`` are stretches of ``text``.
    """

    label: str
    text: str
    points: Decimal | None
    position: Position
    marks: tuple[Mark, ...] = ()

    @property
    def printed(self) -> str:
        """Label and wording as the notice prints them."""
        return f"{self.label}{self.text}"


@frozen
class Note:
    """One 注 that governs the indicator it stands under, its 注 label included."""

    text: str
    position: Position
    marks: tuple[Mark, ...] = ()


@frozen
class DescriptorRow:
    """One row of a descriptor table: its cells in the notice's order."""

    cells: tuple[str, ...]
    position: Position


@frozen
class DescriptorTable:
    """A table the notice prints under a heading, such as the descriptors of the percent bands."""

    header: tuple[str, ...]
    rows: tuple[DescriptorRow, ...]
    position: Position


@frozen
class Indicator:
    """One node of the tree: printed number, name, points, and what stands beneath it.

    ``code`` is unique in the scheme and is what names, files and messages use; ``number`` is what
    the notice prints before the name. ``points`` is ``None`` where the notice gives none.
    ``criterion`` marks a scored criterion that stands as a node of its own in a kit.
    ``variant`` holds ``(choice, option)`` pairs: the node belongs to the kit only where all of
    them were chosen. ``parts`` is ``None`` where nobody had to ask how its criteria count, ``rule``
    where it is scored as its scheme is. ``bonus`` counts beyond the total. ``proofs`` are the kinds
    of evidence that a score must have. ``join`` is ``None`` where its parts are added up;
    ``weight`` is its share in what is above it, where that is weighted; ``required`` marks one that
    the notice requires (必备, ★).
    """

    code: str
    number: str
    name: str
    points: Decimal | None
    position: Position
    dimension: Dimension | None = None
    unscored: bool = False
    replaceable: bool = False
    veto: bool = False
    criterion: bool = False
    variant: tuple[tuple[str, str], ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()
    tables: tuple[DescriptorTable, ...] = ()
    children: tuple["Indicator", ...] = ()
    parts: Parts | None = None
    join: Join | None = None
    weight: Decimal | None = None
    required: bool = False
    rule: LeafRule | None = None
    bonus: bool = False
    proofs: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Code and name, as dropdowns and messages show the indicator."""
        return f"{self.code} {self.name}"

    @property
    def walk(self) -> Iterator["Indicator"]:
        """The node itself and all beneath it, in official order."""
        yield self
        for child in self.children:
            yield from child.walk


@frozen
class Paragraph:
    """One paragraph of reference text, its printed label in front."""

    text: str
    position: Position
    marks: tuple[Mark, ...] = ()


@frozen
class Section:
    """Reference text of the notice that is shown, never scored: a heading and what it holds.

    ``contents`` are in official order. ``dimension`` says whose judgement the section's tables
    describe, where the notice has tables of its own for processes and for results.
    """

    title: str
    level: int
    contents: tuple[Paragraph | DescriptorTable, ...]
    position: Position
    dimension: Dimension | None = None

    @property
    def tables(self) -> tuple[DescriptorTable, ...]:
        """The tables alone."""
        return tuple(part for part in self.contents if isinstance(part, DescriptorTable))
