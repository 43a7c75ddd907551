"""A notice while it is understood: what is known, what is asked, what became of each line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from builder.frozen import frozen
from builder.notice.fate import Fate, Told
from builder.notice.lines import Block, Line, Table
from builder.notice.question import Decisions, Question
from builder.notice.recognise.node import Node, Role


@frozen
class Measure:
    """A figure asked for three years: the code of its indicator, its name, and what was agreed."""

    code: str
    name: str
    unit: str = ""
    better: str = ""


@dataclass(kw_only=True)
class Head:
    """What the front matter will say; ``apart`` are the lists whose circumstances stand apart."""

    title: str = ""
    award: str = ""
    edition: str = ""
    source: str = ""
    number: str = ""
    annex: str = ""
    printed: str = ""
    total: Decimal | None = None
    scale: str = "direct"
    bands: list[tuple[str, int, int]] = field(default_factory=list)
    band_step: int = 5
    grades: list[str] = field(default_factory=list)
    choice: str = ""
    options: list[str] = field(default_factory=list)
    default: str = ""
    weighted: bool = False
    threshold: tuple[str, str] | None = None
    metrics: list[Measure] = field(default_factory=list)
    apart: set[Role] = field(default_factory=set)
    compositions: list[tuple[Node, str, list[tuple[str, list[Node]]]]] = field(default_factory=list)
    office_terms: list[str] = field(default_factory=list)
    fields: list[tuple[str, str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


@dataclass(kw_only=True)
class Work:
    """The blocks still to be understood, the tree, the head, and an account of every line."""

    blocks: list[Block]
    decisions: Decisions
    head: Head = field(default_factory=Head)
    roots: list[Node] = field(default_factory=list)
    told: dict[int, Told] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    allotments: list[tuple[Table, Node | None]] = field(default_factory=list)
    by_weight: bool = False

    def ask(self, question: Question) -> str:
        """The answer to a question; until it is given, what is proposed."""
        if all(question.key != one.key for one in self.questions):
            self.questions.append(question)
        answer = self.decisions.answer(question)
        return question.proposal if answer is None else answer

    def use(self, lines: Iterable[Line], became: str) -> None:
        """Say where lines went."""
        self._tell(lines, Told(fate=Fate.USED, became=became))

    def guess(self, lines: Iterable[Line], became: str, reason: str) -> None:
        """Say where lines went that may belong elsewhere, and why they are thought to."""
        self._tell(lines, Told(fate=Fate.GUESSED, became=became, reason=reason))

    def leave(self, lines: Iterable[Line], reason: str) -> None:
        """Say why lines are in no output."""
        self._tell(lines, Told(fate=Fate.LEFT_OUT, reason=reason))

    def _tell(self, lines: Iterable[Line], told: Told) -> None:
        for line in lines:
            self.told[line.id] = told

    @property
    def walk(self) -> list[Node]:
        """Every node in order."""
        return [node for root in self.roots for node in root.walk]

    def parent(self, child: Node) -> Node | None:
        """The node that another stands under, ``None`` for a root."""
        return next((node for node in self.walk if child in node.children), None)
