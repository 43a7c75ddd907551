"""The answers of a returned file, and what is wrong with them or missing."""

from collections.abc import Iterator, Mapping

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value
from builder.plan.evaluation import Evaluation
from builder.plan.sheet_names import EVIDENCE
from builder.plan.status import (
    BLANK,
    NOT_A_NUMBER,
    OFF_STEP,
    OVER,
    UNPROVED,
)
from builder.plan.workbook import InputPlan, LeafPlan, WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.structure import place_of, shown

# The finding for each word a scored row can show.
_LEAF_CODES = {
    BLANK: "QA501",
    OFF_STEP: "QA502",
    OVER: "QA503",
    NOT_A_NUMBER: "QA504",
    UNPROVED: "QA701",
}


def read_answers(plan: WorkbookPlan, alignment: Alignment) -> dict[str, Value]:
    """The value of every input by its name, found where it now stands."""
    return {item.name: alignment.returned(item.cell).value for item in plan.inputs}


def check_answers(
    plan: WorkbookPlan, alignment: Alignment, answers: Mapping[str, Value], path: str
) -> Iterator[Finding]:
    """Inputs that hold a formula, and texts longer than their input allows."""
    for item in plan.inputs:
        value = answers[item.name]
        returned = alignment.returned(item.cell)
        if value is None and returned.formula is None:
            continue
        longest = item.allowed.longest
        if returned.formula is not None:
            place = place_of(alignment, item.cell, path, item.indicator)
            actual = f"={returned.formula}"
            yield Finding(code="QA505", place=place, actual=actual, details={"title": item.title})
        elif longest is not None and isinstance(value, str) and len(value) > longest:
            place = place_of(alignment, item.cell, path, item.indicator)
            yield Finding(
                code="QA506",
                place=place,
                expected=str(longest),
                actual=str(len(value)),
                details={"title": item.title},
            )


def check_scores(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """One finding for every scored row that is not in order, by the word its row shows."""
    inputs = {item.name: item for item in plan.inputs}
    by_cell = {item.cell: item for item in inputs.values()}
    for leaf in plan.leaves:
        code = _leaf_code(leaf, alignment, evaluation)
        if code:
            yield _score_finding(code, leaf, by_cell[leaf.score], alignment, evaluation, path)


def _leaf_code(leaf: LeafPlan, alignment: Alignment, evaluation: Evaluation) -> str | None:
    """The finding for a scored row, ``None`` where it is in order or its fault is told already."""
    if not alignment.holds(leaf.score):
        return None
    if isinstance(evaluation.value(leaf.score), ErrorValue):
        return _LEAF_CODES[NOT_A_NUMBER]
    state = str(evaluation.value(leaf.status))
    told = (
        state == BLANK and alignment.returned(leaf.score).formula is not None,
        state == UNPROVED and EVIDENCE not in alignment.sheets,
    )
    return None if any(told) else _LEAF_CODES.get(state)


def _score_finding(
    code: str,
    leaf: LeafPlan,
    item: InputPlan,
    alignment: Alignment,
    evaluation: Evaluation,
    path: str,
) -> Finding:
    step = item.allowed.step
    return Finding(
        code=code,
        place=place_of(alignment, leaf.score, path, leaf.code),
        expected=f"0–{plain_number(leaf.points)}",
        actual=shown(evaluation.value(leaf.score)),
        details={"label": leaf.label, "step": plain_number(step) if step else ""},
    )
