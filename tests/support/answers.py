"""What an applicant may fill in: whole sets of answers by input name, for any planned workbook."""

from decimal import ROUND_FLOOR, Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from builder.formula.value import Value
from builder.plan.naming import indicator_name, row_name
from builder.plan.sheet_names import EVIDENCE_TABLE
from builder.plan.workbook import Allowed, InputKind, InputPlan, LeafPlan, WorkbookPlan

# Rows of the evidence table are spread at most this far apart, so that gaps occur.
_WIDEST_GAP = 3
# Long enough to meet every kind of text, short enough that hundreds of them stay quick.
_LONGEST_DRAWN = 24
# Everything a person can type or paste that a cell holds unchanged in every program.
_LETTERS = st.one_of(
    st.sampled_from("质量管理体系认证证书，。（）“”0123456789 abcXYZ&<>\"'=+-@_~*?%,;{}[]\n"),
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")),
)


def texts(longest: int) -> SearchStrategy[str]:
    """Texts of 1 to ``longest`` characters that begin and end with something visible."""
    size = min(longest, _LONGEST_DRAWN)
    return st.text(_LETTERS, min_size=1, max_size=size).filter(lambda text: text == text.strip())


def scores(leaf: LeafPlan, step: Decimal) -> SearchStrategy[Decimal]:
    """The scores of an indicator that are on its step and within its points."""
    most = int(leaf.points / step)
    return st.integers(min_value=0, max_value=most).map(lambda steps: steps * step)


@st.composite
def valid_answers(draw: DrawFn, plan: WorkbookPlan) -> dict[str, Value]:
    """Answers nothing can be found wrong with.

    Every score is given, lies on its step and within its points; every text fits; every positive
    score has at least one row of evidence, with empty rows between the rows now and then.
    """
    answers: dict[str, Value] = {}
    for item in plan.inputs:
        if item.kind is InputKind.TEXT:
            answers[item.name] = draw(texts(_longest(item.allowed)))
    row = 0
    for leaf in plan.leaves:
        score = draw(scores(leaf, score_input(plan, leaf).allowed.step or Decimal(1)))
        answers[score_input(plan, leaf).name] = score
        if score:
            row += draw(st.integers(min_value=1, max_value=_WIDEST_GAP))
            answers |= evidence_row(row, leaf.label, draw(texts(20)))
    if row > len(plan.evidence):
        raise AssertionError("the plan's evidence table is too short for these answers")
    return answers


@st.composite
def any_answers(draw: DrawFn, plan: WorkbookPlan) -> dict[str, Value]:
    """Answers of every kind, wrong ones included.

    Scores may be missing, below 0, over the points, off the step or no number; a row of evidence
    may lack its indicator or its name, or name an indicator that does not exist. No text could
    be read as a number, which spreadsheets treat each in its own way.
    """
    words = st.sampled_from(("好", "十分", "x", " ", "未评", "'"))
    answers: dict[str, Value] = {}
    for leaf in plan.leaves:
        step = score_input(plan, leaf).allowed.step or Decimal(1)
        off_scale = st.decimals(-50, 400, places=3, allow_nan=False)
        drawn = draw(st.one_of(scores(leaf, step), off_scale, words, st.booleans(), st.none()))
        if drawn is not None:
            answers[score_input(plan, leaf).name] = drawn
    labels = [leaf.label for leaf in plan.leaves]
    strange = ("9.9 不存在的指标", "", "*", f"{labels[0][:3]}*", "<>x", "~", "长" * 300)
    wanted = st.sampled_from((*labels, labels[0].upper(), *strange))
    row = 0
    for _ in range(draw(st.integers(min_value=0, max_value=2 * len(labels)))):
        row += draw(st.integers(min_value=1, max_value=_WIDEST_GAP))
        if row > len(plan.evidence):
            break
        answers |= evidence_row(row, draw(wanted), draw(st.sampled_from(("证书", "报告", ""))))
    return answers


def complete_answers(plan: WorkbookPlan, *, ratio: Decimal = Decimal("0.8")) -> dict[str, Value]:
    """The same good answers every time: each score about ``ratio`` of its points.

    Scores are rounded down to their step; every input that is not in the evidence table has a
    text, and every positive score one row of evidence, from the first row on.
    """
    answers: dict[str, Value] = {
        item.name: item.title[: _longest(item.allowed)]
        for item in plan.inputs
        if item.kind is InputKind.TEXT
    }
    row = 0
    for leaf in plan.leaves:
        asked = score_input(plan, leaf)
        step = asked.allowed.step or Decimal(1)
        score = (leaf.points * ratio / step).to_integral_value(ROUND_FLOOR) * step
        answers[asked.name] = score
        if score:
            row += 1
            answers |= evidence_row(row, leaf.label, f"{leaf.label}证明材料")
    return answers


def evidence_row(row: int, indicator: str, name: str) -> dict[str, Value]:
    """One row of the evidence table, counted from 1; an empty text leaves its cell blank."""
    filled = {"indicator": indicator, "name": name}
    return {row_name(EVIDENCE_TABLE, row, key): value for key, value in filled.items() if value}


def score_input(plan: WorkbookPlan, leaf: LeafPlan) -> InputPlan:
    """The input that takes an indicator's score."""
    name = indicator_name("score", leaf.code)
    return next(item for item in plan.inputs if item.name == name)


def _longest(allowed: Allowed) -> int:
    return allowed.longest or _LONGEST_DRAWN
