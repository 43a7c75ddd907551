"""What verification finds in answers the workbook says itself, and the other way round."""

from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from builder.book.book_plan import InputKind
from builder.book.evaluation import Evaluation
from builder.book.naming import row_name
from builder.formula.value import Value
from builder.kit.field_status import FILLED, OPTIONAL
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_words import COMPLETE
from builder.kit.sheet_names import EVIDENCE_TABLE, METRICS_TABLE
from builder.kit.status import (
    DONE,
    EVIDENCE_VALID,
    RECORDED,
    SETTLED_ADJUSTMENT,
)
from tests.oracles.test_formualizer import differences
from tests.support.answers import complete_answers, judgement, scored, valid_answers
from tests.support.workbooks import (
    PENGJIANG,
    PROVED_IDS,
    WUHAN,
    filled_bytes,
    shipped_plan,
)
from tests.verify.judged import judged

Answers = dict[str, Value]


def states(plan: KitPlan, answers: Answers) -> list[tuple[str, object]]:
    """Every state of the workbook that is not in order, with what it is of."""
    evaluation = Evaluation(plan, answers)
    rows = (
        *((one.title, one.status, (FILLED, OPTIONAL)) for one in plan.fields),
        *((leaf.label, leaf.status, (DONE,)) for leaf in plan.leaves),
        *((basis.label, basis.status, (RECORDED, "")) for basis in plan.bases),
        *((row.number, row.status, (EVIDENCE_VALID, "")) for row in plan.evidence),
        *((one.label, one.status, (DONE,)) for one in plan.confirmations),
        *((one.label, one.status, SETTLED_ADJUSTMENT) for one in plan.adjustments),
        *(
            (row.label, row.status, (COMPLETE, ""))
            for row in (() if plan.metrics is None else plan.metrics.rows)
        ),
    )
    said = ((label, evaluation.value(cell), settled) for label, cell, settled in rows)
    return [(label, word) for label, word, settled in said if word not in settled]


def findings(folder: pytest.TempPathFactory, plan: KitPlan, answers: Answers) -> list[str]:
    """The codes of what verification finds in the same answers."""
    verdict = judged(folder.mktemp("truth"), filled_bytes(plan, answers))
    return [one.code for one in verdict.findings]


def _proof(row: int, **cells: Value) -> Answers:
    return {row_name(EVIDENCE_TABLE, row, key): value for key, value in cells.items()}


DAYS: tuple[Value, ...] = (
    *("2025-06-30", "2025年6月", "2025", "2025/6/30", "2025.06"),
    *(Decimal(45838), Decimal(20250630)),
)
BAD_DAYS = ("去年", "不详", "2025-13-01", "25年", "2027-01-01", "2028年")
ENDS = ("长期", "2028-06-29", "2026年12月", "永久有效", None)
BAD_ENDS = ("待定", "2024-12-31", "2020年", "2025-00-10")


def _faults(plan: KitPlan, answers: Answers) -> dict[str, Answers]:
    """What to type instead for each fault that a formula can see, none taken out for the last."""
    last = max(row for row in range(1, len(plan.evidence) + 1) if proof(answers, row))
    required = next(one for one in plan.fields if one.required)
    field = next(item.name for item in plan.inputs if item.cell == required.inputs[0])
    again = {
        key.replace(f"_{last}_", f"_{last + 1}_"): value
        for key, value in proof(answers, last).items()
    }
    ended = {"issued": "2025-06-30", "until": "2025-01-31"}
    faults: dict[str, Answers] = {
        **{f"issued {day}": _proof(last, issued=day) for day in BAD_DAYS},
        **{f"until {day}": _proof(last, until=day) for day in BAD_ENDS},
        "ends before it begins": _proof(last, **ended),
        "begun": _proof(last + 1, issuer="某局"),
        "of no indicator": _proof(last, indicator="没有的指标"),
        "nameless": _proof(last, name=None),
        "twice": again,
        "without a field": {field: None},
        "not scored": dict.fromkeys(scored(plan, plan.leaves[0], Decimal("0.5"))),
        "not proved": dict.fromkeys(proof(answers, last)),
    }
    if plan.metrics is not None:
        faults["no number"] = {row_name(METRICS_TABLE, 1, "y1"): "约九成"}
        faults["begun figures"] = {row_name(METRICS_TABLE, 1, "y2"): None}
    figures = [item.name for item in plan.inputs if item.kind is InputKind.METRIC]
    for demand in plan.demands[:1]:
        bare = dict.fromkeys(name for name in figures if name.endswith("benchmark"))
        faults["not compared"] = judgement(plan, demand.code, Decimal("0.8")) | bare
    return faults


def proof(answers: Answers, row: int) -> Answers:
    """What is written in a row of evidence."""
    start = row_name(EVIDENCE_TABLE, row, "")
    return {key: value for key, value in answers.items() if key.startswith(start) and value}


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
@settings(max_examples=max(1, settings().max_examples // 4), phases=(Phase.generate,))
@given(data=st.data())
def test_nothing_is_found_where_all_is_done_and_something_where_it_is_not(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str, data: st.DataObject
) -> None:
    plan = shipped_plan(scheme_id)
    good = data.draw(valid_answers(plan))
    if not proof(good, 1):
        # Who scores nothing need prove nothing; something is proved here, so that it can be wrong.
        good |= proof(complete_answers(plan), 1)
    good |= _proof(1, issued=data.draw(st.sampled_from(DAYS)))
    assert (states(plan, good), findings(tmp_path_factory, plan, good)) == ([], [])
    faults = _faults(plan, good)
    name = data.draw(st.sampled_from(sorted(faults)))
    bad = good | faults[name]
    assert states(plan, bad), name
    assert findings(tmp_path_factory, plan, bad), name


@pytest.mark.parametrize("scheme_id", [WUHAN])
def test_every_fault_that_is_found_has_its_word_in_the_workbook(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str
) -> None:
    plan = shipped_plan(scheme_id)
    good = complete_answers(plan)
    for name, fault in _faults(plan, good).items():
        assert states(plan, good | fault), name
        assert findings(tmp_path_factory, plan, good | fault), name


@pytest.mark.parametrize("place", range(len(DAYS)))
def test_a_day_typed_in_any_way_is_read_alike(
    tmp_path_factory: pytest.TempPathFactory, place: int
) -> None:
    plan = shipped_plan(PENGJIANG)
    ends = ENDS[place % len(ENDS)]
    answers = complete_answers(plan) | _proof(1, issued=DAYS[place], until=ends)
    assert states(plan, answers) == []
    assert findings(tmp_path_factory, plan, answers) == []


def test_another_engine_says_the_same_of_every_fault() -> None:
    plan = shipped_plan(WUHAN)
    good = complete_answers(plan)
    for name, fault in [*_faults(plan, good).items()][::5]:
        assert differences(plan, good | fault) == [], name
