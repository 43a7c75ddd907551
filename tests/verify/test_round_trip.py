"""Whatever valid answers are given, the file comes back clean, with the score they are worth."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.formula.value import Value
from builder.model.official import Indicator
from builder.model.scheme import Scheme
from builder.model.verdict import Status
from tests.support.answers import complete_answers, valid_answers
from tests.support.workbooks import PROVED_IDS, filled_bytes, shipped_plan, shipped_scheme
from tests.verify.judged import judged, told

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)


def worth(node: Indicator, answers: Mapping[str, Value]) -> Decimal:
    """The score of a node, worked out from the notice alone: sums under caps."""
    own = answers.get(f"score_{node.code.replace('.', '_')}")
    percent = answers.get(f"percent_{node.code.replace('.', '_')}")
    if isinstance(own, Decimal):
        return own
    if isinstance(percent, Decimal):
        return percent * (node.points or 0)
    parts = sum((worth(child, answers) for child in node.children), Decimal(0))
    return parts if node.points is None else min(node.points, parts)


def total(scheme: Scheme, answers: Mapping[str, Value]) -> Decimal:
    """The total of an award, worked out from the notice alone."""
    parts = sum((worth(root, answers) for root in scheme.indicators), Decimal(0))
    return min(scheme.total, parts)


@SCHEMES
@settings(max_examples=12)
@given(data=st.data())
def test_any_valid_answers_come_back_clean_with_their_exact_score(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str, data: st.DataObject
) -> None:
    plan, scheme = shipped_plan(scheme_id), shipped_scheme(scheme_id)
    answers = data.draw(valid_answers(plan))
    verdict = judged(tmp_path_factory.mktemp("trip"), filled_bytes(plan, answers))
    assert told(verdict) == []
    assert verdict.status is Status.CLEAN
    assert verdict.scheme == scheme_id
    assert verdict.applicant == str(answers[plan.applicant]).strip()
    assert verdict.score is not None
    assert verdict.score.total == total(scheme, answers)
    for node in scheme.walk:
        if node.code in verdict.score.by_indicator:
            assert verdict.score.by_indicator[node.code] == worth(node, answers)


@pytest.mark.parametrize(
    ("scheme_id", "most"), [("pengjiang-manufacturing", 1000), ("xinhui-service", 985)]
)
def test_full_points_everywhere_give_the_most_that_can_be_reached(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str, most: int
) -> None:
    plan = shipped_plan(scheme_id)
    answers = complete_answers(plan, ratio=Decimal(1))
    verdict = judged(tmp_path_factory.mktemp("full"), filled_bytes(plan, answers))
    assert told(verdict) == []
    assert verdict.score is not None
    assert verdict.score.total == verdict.score.maximum == Decimal(most)


@SCHEMES
def test_an_unfilled_workbook_is_one_finding_that_counts_what_is_missing_and_no_points(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str
) -> None:
    plan = shipped_plan(scheme_id)
    verdict = judged(tmp_path_factory.mktemp("blank"), filled_bytes(plan, {}))
    required = sum(field.required for field in plan.fields)
    (blank,) = verdict.findings
    asked = len(plan.confirmations)
    also = f"、资格与否决 {asked} 项" if asked else ""
    assert blank.code == "QA512"
    assert blank.actual == f"基本信息 {required} 项、自评分 {len(plan.leaves)} 项{also}"
    assert verdict.score is not None
    assert verdict.score.total == 0
