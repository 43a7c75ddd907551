"""Faults sown into what joins scores and what follows of them, kind by kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from builder.book.sheet import Content, Formula
from builder.formula.expression import Cell, constant
from builder.formula.words import plus
from builder.kit.conclusion_words import FAILED, PASSED
from builder.kit.sheet_names import SCORING, SUMMARY
from tests.examples.joined_cases import CASES, plan_of
from tests.golden.case import Case
from tests.golden.completed import answers_of
from tests.support.workbooks import filled_bytes
from tests.verify.tampering import content_of, with_content

# So many files of each kind.
FILES = 10


@dataclass(frozen=True, kw_only=True)
class Sown:
    """One faulty file: of which example, which cell holds what instead, and what must be told."""

    case: Case
    cell: Cell
    content: Content
    code: str

    def make(self) -> bytes:
        """The file, calculated with what was put into it."""
        plan = plan_of(self.case)
        changed = with_content(plan, self.cell, self.content)
        return filled_bytes(changed, answers_of(self.case, plan))


def _other(case: Case, cell: Cell) -> Formula:
    """The formula of a cell with one point more."""
    content = content_of(plan_of(case), cell)
    assert isinstance(content, Formula)
    return Formula.of(plus(content.expression, 1))


def subtotal_typed_over() -> Iterator[Sown]:
    """A subtotal typed over its formula."""
    for case in CASES:
        for group in plan_of(case).groups:
            yield Sown(case=case, cell=group.score, content=Decimal(3), code="QA411")


def total_typed_over() -> Iterator[Sown]:
    """The total typed over its formula."""
    for case in CASES:
        yield Sown(case=case, cell=plan_of(case).total, content=Decimal(4), code="QA411")


def join_changed() -> Iterator[Sown]:
    """Another formula for a subtotal."""
    for case in CASES:
        for group in plan_of(case).groups:
            formula = _other(case, group.score)
            yield Sown(case=case, cell=group.score, content=formula, code="QA412")


def weights_changed() -> Iterator[Sown]:
    """Another formula for the total."""
    for case in CASES:
        total = plan_of(case).total
        yield Sown(case=case, cell=total, content=_other(case, total), code="QA412")


def gate_passed_by_hand() -> Iterator[Sown]:
    """The result of a gate typed over its formula."""
    for case in CASES:
        for gate in plan_of(case).conclusion.gates:
            yield Sown(case=case, cell=gate.state, content=PASSED, code="QA411")


def gate_counted_by_hand() -> Iterator[Sown]:
    """How things stand typed over its formula."""
    for case in CASES:
        for gate in plan_of(case).conclusion.gates:
            yield Sown(case=case, cell=gate.now, content="全部达到", code="QA411")


def items_counted_by_hand() -> Iterator[Sown]:
    """The number of items reached typed over its formula."""
    for case in CASES:
        for gate in plan_of(case).conclusion.gates:
            cell = gate.now._replace(column=gate.now.column + 1)
            yield Sown(case=case, cell=cell, content=Decimal(9), code="QA411")


def gate_always_passed() -> Iterator[Sown]:
    """Another formula for the result of a gate."""
    for case in CASES:
        for gate in plan_of(case).conclusion.gates:
            formula = Formula.of(constant(FAILED))
            yield Sown(case=case, cell=gate.state, content=formula, code="QA412")


def level_typed_over() -> Iterator[Sown]:
    """The level typed over its formula."""
    for case in CASES:
        level = plan_of(case).conclusion.level
        assert level is not None
        yield Sown(case=case, cell=level, content="最高级", code="QA411")


def level_reached_by_hand() -> Iterator[Sown]:
    """The result of one level typed over its formula."""
    for case in CASES:
        for cell in _rows_that_begin(case, "等级　"):
            state = plan_of(case).conclusion.gates[0].state
            yield Sown(
                case=case, cell=cell._replace(column=state.column), content=PASSED, code="QA411"
            )


def gate_reworded() -> Iterator[Sown]:
    """A requirement with other words."""
    for case in CASES:
        for gate in plan_of(case).conclusion.gates:
            for cell in _rows_that_begin(case, f"{gate.code}　"):
                words = f"{gate.code}　没有要求"
                yield Sown(case=case, cell=cell, content=words, code="QA421")


def consequence_reworded() -> Iterator[Sown]:
    """What follows, softened."""
    for case in CASES:
        for gate in plan_of(case).conclusion.gates:
            if gate.consequence:
                cell = gate.state._replace(column=gate.state.column + 2)
                yield Sown(case=case, cell=cell, content="无", code="QA421")


def level_asks_for_less() -> Iterator[Sown]:
    """What a level asks for, lowered."""
    for case in CASES:
        for cell in _rows_that_begin(case, "等级　"):
            yield Sown(case=case, cell=cell, content="等级　不限", code="QA421")


def rule_reworded() -> Iterator[Sown]:
    """The words of a join beside its subtotal, changed."""
    for case in CASES:
        for each in plan_of(case).sheet(SCORING).cells:
            if isinstance(each.content, str) and each.content.startswith("小计："):
                cell = Cell(SCORING, each.row, each.column)
                yield Sown(case=case, cell=cell, content="小计：各项相加", code="QA421")


def total_raised() -> Iterator[Sown]:
    """The stated total raised."""
    for case in CASES:
        total = plan_of(case).total
        limit = next(
            Cell(SCORING, each.row, each.column)
            for each in plan_of(case).sheet(SCORING).cells
            if each.row == total.row and isinstance(each.content, Decimal)
        )
        yield Sown(case=case, cell=limit, content=Decimal(500), code="QA422")


def _rows_that_begin(case: Case, words: str) -> Iterator[Cell]:
    for each in plan_of(case).sheet(SUMMARY).cells:
        if isinstance(each.content, str) and each.content.startswith(words):
            yield Cell(SUMMARY, each.row, each.column)


KINDS: tuple[Callable[[], Iterator[Sown]], ...] = (
    subtotal_typed_over,
    total_typed_over,
    join_changed,
    weights_changed,
    gate_passed_by_hand,
    gate_counted_by_hand,
    items_counted_by_hand,
    gate_always_passed,
    level_typed_over,
    level_reached_by_hand,
    gate_reworded,
    consequence_reworded,
    level_asks_for_less,
    rule_reworded,
    total_raised,
)


def files_of(kind: Callable[[], Iterator[Sown]]) -> tuple[Sown, ...]:
    """So many files of a kind, spread over the cases that have a place for it."""
    blank_free = [one for one in kind() if not one.case.expected.findings]
    every = max(1, len(blank_free) // FILES)
    return tuple(islice(blank_free[::every], FILES))
