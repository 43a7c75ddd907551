"""The tree of a notice while it is understood."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from builder.notice.lines import Line, Table
from builder.notice.recognise.amounts import ends_with_points
from builder.notice.recognise.labels import Labelled, printed


class Role(Enum):
    """What a heading is for the scheme."""

    INDICATOR = "指标"
    UNSCORED = "不计分的指标"
    SECTION = "参考文字"
    ELIGIBILITY = "参评条件"
    VETO = "否决事项"
    DROPPED = "略去的标题"


@dataclass(kw_only=True, eq=False)
class Entry:
    """One criterion or note, and the lines it was printed in.

    What is ``as_it_is`` says how its indicator is scored, its points among it.
    """

    text: str
    lines: list[Line]
    note: bool = False
    as_it_is: bool = False


@dataclass(kw_only=True, eq=False)
class Grid:
    """A table to be printed as it is, cells joined by line breaks."""

    rows: list[list[str]]
    lines: list[Line]


@dataclass(kw_only=True, eq=False)
class Node:
    """One heading with all that stands under it, in order."""

    head: Labelled
    name: str
    points: Decimal | None = None
    lines: list[Line] = field(default_factory=list)
    raw: list["Line | Table | Grid"] = field(default_factory=list)
    contents: list[Entry | Grid] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    role: Role = Role.INDICATOR
    code: str = ""
    dimension: str = ""
    variant: str = ""
    veto: bool = False
    replaceable: bool = False
    of_table: bool = False
    bonus: bool = False
    graded: bool = False
    weight: str = ""
    way: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The number as a scheme prints it."""
        return printed(self.head)

    @property
    def title(self) -> str:
        """Number and name."""
        between = "" if self.label[-1:] in ("", *"、）)—－―–─-：") else " "
        return f"{self.label}{between}{self.name}".strip()

    @property
    def place(self) -> str:
        """Where it begins in the notice, empty for a heading that no line of it has."""
        return self.lines[0].place if self.lines else ""

    @property
    def walk(self) -> Iterator["Node"]:
        """The node and all beneath it, in order."""
        yield self
        for child in self.children:
            yield from child.walk

    @property
    def scored(self) -> bool:
        """Whether it or anything beneath it has points, criteria among it, or takes a grade."""
        return any(
            node.points is not None or node.graded or node.criteria_scored for node in self.walk
        )

    @property
    def criteria_scored(self) -> bool:
        """Whether a criterion of its own ends with points."""
        texts = [block.text for block in self.raw if isinstance(block, Line)]
        return any(ends_with_points(text) for text in (*texts, *(one.text for one in self.entries)))

    @property
    def entries(self) -> list[Entry]:
        """Its criteria and notes."""
        return [one for one in self.contents if isinstance(one, Entry)]
