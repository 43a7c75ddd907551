"""The answers of a returned file, and what is wrong with them or missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import compress, repeat
from operator import is_not

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.formula.value import ErrorValue, Value
from builder.model.returned import NOTHING, ReturnedCell
from builder.plan.evaluation import Evaluation
from builder.plan.sheet_names import EVIDENCE
from builder.plan.status import (
    BLANK,
    NO_REASON,
    NOT_A_NUMBER,
    OFF_BAND,
    OFF_STEP,
    OVER,
    SCORED_THOUGH_REMOVED,
    UNPROVED,
)
from builder.plan.workbook import InputKind, InputPlan, LeafPlan, WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.days import as_day
from builder.verify.pristine import Pristine
from builder.verify.structure import place_of, shown

# The finding for each word a scored row can show.
_LEAF_CODES = {
    BLANK: "QA501",
    OFF_STEP: "QA502",
    OVER: "QA503",
    NOT_A_NUMBER: "QA504",
    OFF_BAND: "QA507",
    NO_REASON: "QA508",
    SCORED_THOUGH_REMOVED: "QA914",
    UNPROVED: "QA701",
}
# No award has so many points; as a day it is in 1982.
_NO_SCORE = 30_000
_IN_BAND = "所选档内的百分比"


def read_inputs(pristine: Pristine, alignment: Alignment) -> dict[str, ReturnedCell]:
    """What the file holds in its inputs, by the input's name; a blank input is left out."""
    filled: dict[str, ReturnedCell] = {}
    for sheet, inputs in pristine.inputs.items():
        contents = tuple(alignment.contents(sheet, inputs.places))
        # Of the long lists most rows are not in the file at all.
        there = map(is_not, contents, repeat(NOTHING))
        for item, cell in compress(zip(inputs.items, contents, strict=True), there):
            if cell.value is not None or cell.formula is not None:
                filled[item.name] = cell
    return filled


def answered(pristine: Pristine, filled: Iterable[str]) -> tuple[InputPlan, ...]:
    """The inputs of these names, in the order of the plan."""
    return tuple(item for _, item in sorted(map(pristine.numbered.__getitem__, filled)))


def check_answers(
    answers: Sequence[InputPlan],
    alignment: Alignment,
    filled: Mapping[str, ReturnedCell],
    path: str,
) -> Iterator[Finding]:
    """Inputs that hold a formula, and texts longer than their input allows."""
    for item in answers:
        returned = filled[item.name]
        value, longest = returned.value, item.allowed.longest
        # A field with a measure of its own is told in its own words.
        longest = None if item.kind is InputKind.FIELD else longest
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
    for leaf in plan.leaves:
        code = _leaf_code(leaf, alignment, evaluation)
        if code:
            scores = (item for item in plan.inputs if item.kind is InputKind.SCORE)
            item = next((item for item in scores if item.cell == leaf.score), None)
            yield _score_finding(code, leaf, item, alignment, evaluation, path)


def _leaf_code(leaf: LeafPlan, alignment: Alignment, evaluation: Evaluation) -> str | None:
    """The finding for a scored row, ``None`` where it is in order or its fault is told already."""
    if not alignment.holds(leaf.score):
        return None
    if isinstance(evaluation.value(leaf.score), ErrorValue):
        return _LEAF_CODES[NOT_A_NUMBER]
    state = str(evaluation.value(leaf.status))
    told = (
        # Told where it is answered: at a formula typed for an answer, or at the clauses weighed.
        state == BLANK and (leaf.computed or alignment.returned(leaf.score).formula is not None),
        state == UNPROVED and EVIDENCE not in alignment.sheets,
    )
    return None if any(told) else _LEAF_CODES.get(state)


def check_bases(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """Clauses whose percent does not lie in the band beside it, or is missing where weighed."""
    for basis in plan.bases:
        state = evaluation.value(basis.status)
        word = OFF_BAND if isinstance(state, ErrorValue) else str(state)
        told = word == BLANK and alignment.returned(basis.percent).formula is not None
        if word in (OFF_BAND, BLANK) and not told and alignment.holds(basis.percent):
            yield Finding(
                code=_LEAF_CODES[word],
                place=place_of(alignment, basis.percent, path, basis.code),
                expected=_IN_BAND,
                actual=_percent_text(evaluation.value(basis.percent)),
                details={"label": basis.label, "wanted": _IN_BAND},
            )


def _score_finding(
    code: str,
    leaf: LeafPlan,
    item: InputPlan | None,
    alignment: Alignment,
    evaluation: Evaluation,
    path: str,
) -> Finding:
    value = evaluation.value(leaf.score)
    day = _as_made_a_day(value)
    details = {"label": leaf.label, "given": shown(value)}
    if not leaf.banded:
        expected = f"0–{plain_number(leaf.points)}"
        step = None if item is None else item.allowed.step
        details["wanted"] = f" {expected} 之间的自评分"
        details["step"] = plain_number(step) if step else ""
        details["given"] += f" 分{day}"
    else:
        expected = details["wanted"] = _IN_BAND
        details["given"] = _percent_text(value)
    return Finding(
        code=code,
        place=place_of(alignment, leaf.score, path, leaf.code),
        expected=expected,
        actual=f"{shown(value)}{day}" if not leaf.banded else details["given"],
        details=details,
    )


def _as_made_a_day(value: Value) -> str:
    """The day that a number far too great for a score is: a spreadsheet made a date of it."""
    if not isinstance(value, Decimal) or value < _NO_SCORE or as_day(value) == value:
        return ""
    return f"（成了日期 {as_day(value)}）"


def _percent_text(value: Value) -> str:
    return f"{plain_number(value * 100)}%" if isinstance(value, Decimal) else shown(value)
