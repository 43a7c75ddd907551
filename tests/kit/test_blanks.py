"""Blanks are no reason, no approver, no proof and no name, wide ones included."""

from decimal import Decimal

import pytest

from builder.book.evaluation import Evaluation
from builder.formula.value import Value
from builder.kit.status import (
    EVIDENCE_NO_NAME,
    NO_REASON,
    UNAPPROVED,
    UNPROVED_CLAIM,
)
from tests.support.answers import complete_answers, evidence_row
from tests.support.workbooks import shipped_plan

SUIHUA = "suihua-mayor 行业=一般行业"
each_blank = pytest.mark.parametrize("blank", [None, "", "  ", "\u3000", " \u3000 "])


@each_blank
def test_a_deletion_without_reason_or_approver_does_not_count(blank: Value) -> None:
    plan = shipped_plan(SUIHUA)
    row = plan.adjustments[0]
    names = {item.cell: item.name for item in plan.inputs}
    apply = names[row.answer]
    texts = {key: apply.replace("apply", f"apply_{key}", 1) for key in ("reason", "approver")}
    for key, name in texts.items():
        answers = {apply: "删减", **dict.fromkeys(texts.values(), "已批准"), name: blank}
        assert Evaluation(plan, answers).value(row.status) == UNAPPROVED, key


@each_blank
def test_a_claim_without_proof_is_open(blank: Value) -> None:
    plan = shipped_plan(SUIHUA)
    item = next(one for one in plan.confirmations if not one.veto)
    names = {one.cell: one.name for one in plan.inputs}
    answers = {names[item.answer]: "符合", names[item.proof]: blank}
    assert Evaluation(plan, answers).value(item.status) == UNPROVED_CLAIM


@each_blank
def test_a_percent_below_every_described_band_needs_a_reason(blank: Value) -> None:
    plan = shipped_plan("wuhan-individual")
    leaf = plan.leaves[0]
    answers = complete_answers(plan)
    percent, band, note = (
        next(i.name for i in plan.inputs if i.indicator == leaf.code and i.name.startswith(kind))
        for kind in ("percent", "band", "note")
    )
    lowest = next(i for i in plan.inputs if i.name == band).allowed.options[0]
    answers |= {percent: Decimal("0.05"), band: lowest, note: blank}
    assert Evaluation(plan, answers).value(leaf.status) == NO_REASON


@each_blank
def test_an_evidence_without_name_proves_nothing(blank: Value) -> None:
    plan = shipped_plan(SUIHUA)
    answers: dict[str, Value] = {**evidence_row(1, plan.leaves[0].label, "证书")}
    answers["evidence_1_name"] = blank
    assert Evaluation(plan, answers).value(plan.evidence[0].status) == EVIDENCE_NO_NAME
