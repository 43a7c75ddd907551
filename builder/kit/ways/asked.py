"""What a way of scoring asks for, and what it makes of the answers."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from builder.book.book_plan import Allowed, InputKind
from builder.book.evaluation import Evaluation
from builder.book.style import Style
from builder.formula.expression import Cell, Expression
from builder.frozen import frozen
from builder.kit.kit_plan import AnswerPlan, LeafPlan
from builder.kit.option_lists import OptionList
from builder.model.leaf_rules import LeafRule
from builder.model.official import Indicator

# A case of the word that says how far a row has come.
Case = tuple[Expression, str]


# What an answer in a row of its own comes to, if it does by itself, and what may be wrong with it.
PartPlan = tuple[Expression | None, tuple[Case, ...]]


@frozen
class Ask:
    """One answer: its kind, what it is called, how its cell looks and what it takes.

    ``worth`` are the points that stand beside it, if any do. An answer asked in the leaf's ``own``
    row has none beneath it; the others have rows of their own before it.
    """

    kind: InputKind
    text: str
    style: Style
    allowed: Allowed
    worth: Decimal | None = None
    own: bool = False


@frozen
class Asking:
    """A leaf that is to be asked about; ``step`` is that of typed points."""

    node: Indicator
    rule: LeafRule
    points: Decimal
    step: Decimal
    listed: OptionList | None


@frozen
class Answered:
    """The cells of a leaf: its full marks, what is typed or worked out for it, and its parts.

    Of a percent ``fits`` says whether it lies in its band, ``None`` where nobody chose one;
    ``reason`` explains it, and below ``described_from`` it must.
    """

    asking: Asking
    limit: Cell
    score: Cell
    reason: Cell
    parts: tuple[AnswerPlan, ...] = ()
    fits: Expression | None = None
    described_from: Decimal = Decimal(0)

    @property
    def listed(self) -> OptionList:
        """The options of a leaf that has some."""
        if self.asking.listed is None:
            raise TypeError(f"a leaf without options: {self.asking.node.code}")
        return self.asking.listed


@frozen
class Judged:
    """What the answers come to: the points that count, and what may be wrong with them."""

    worth: Expression
    wrong: tuple[Case, ...]


def _nothing(_rule: LeafRule, _asking: Asking) -> tuple[Ask, ...]:
    return ()


@frozen
class Way:
    """Everything a kind of rule means in a workbook; the first argument of each is the rule.

    ``asks`` are its answers; ``part`` are the points and the state of an answer in a row of its
    own, given its place, its cell and that of its points; ``score`` is what its own row shows
    where nothing is typed there; ``judged`` what counts; ``wanted`` what a message says is
    expected; ``explained`` the rule in words, ``told`` how the points came about, nothing where
    that needs no words. Only what is ``proved`` needs evidence, and ``typed`` is what is above
    nothing then: the answer, or else the points that count.
    """

    judged: Callable[[Any, Answered], Judged]
    explained: Callable[[Any, Asking], tuple[str, ...]]
    told: Callable[[Any, LeafPlan, Evaluation], str]
    asks: Callable[[Any, Asking], tuple[Ask, ...]] = _nothing
    wanted: str = ""
    part: Callable[[Any, Asking, int, Cell, Cell], PartPlan] | None = None
    score: Callable[[Any, Answered], Expression] | None = None
    proved: bool = True
    typed: bool = False
