"""One fault among good answers gives one finding, at the cell where it is repaired."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.book.naming import indicator_name, row_name
from builder.formula.render import plain_number
from builder.formula.value import Value
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.verdict import Status
from tests.support.answers import evidence_row, score_input
from tests.support.proved import proved
from tests.support.workbooks import (
    PENGJIANG,
    PROVED_DIRECT_IDS,
    PROVED_IDS,
    filled_bytes,
    shipped_plan,
)
from tests.verify.judged import Case, case, fault, judged, told
from tests.verify.tampering import never_calculated, with_cell, with_formula, with_row_below

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)
# Files scored by band and percent have tests of their own.
DIRECT = pytest.mark.parametrize("scheme_id", PROVED_DIRECT_IDS)
DRAWS = pytest.mark.parametrize("draw", proved(range(3)))


def check_one_score_fault(folder: Path, chosen: Case, value: Value, code: str) -> None:
    verdict = judged(folder, chosen.with_answers(**{chosen.score.name: value}))
    assert told(verdict) == [fault(code, chosen.leaf.score, chosen.leaf.code)]
    assert verdict.status is Status.FINDINGS


@DIRECT
@DRAWS
def test_a_blank_score_is_one_finding(tmp_path: Path, scheme_id: str, draw: int) -> None:
    check_one_score_fault(tmp_path, case(scheme_id, draw), None, "QA501")


@DIRECT
@DRAWS
@pytest.mark.parametrize("text", ["-1", "0.03", "-0.5"])
def test_a_score_off_its_step_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int, text: str
) -> None:
    check_one_score_fault(tmp_path, case(scheme_id, draw), Decimal(text), "QA502")


@DIRECT
@DRAWS
def test_a_score_over_its_points_is_one_finding_and_counts_its_points(
    tmp_path: Path, scheme_id: str, draw: int
) -> None:
    chosen = case(scheme_id, draw)
    step = chosen.score.allowed.step or Decimal(1)
    check_one_score_fault(tmp_path, chosen, chosen.leaf.points + step, "QA503")
    over = judged(tmp_path, chosen.with_answers(**{chosen.score.name: chosen.leaf.points + step}))
    full = judged(tmp_path, chosen.with_answers(**{chosen.score.name: chosen.leaf.points}))
    assert over.score == full.score


@DIRECT
@DRAWS
@pytest.mark.parametrize("value", ["二十", "约2", " ", True, "2 0", "1,0", "2分3", "１.２.３"])
def test_a_score_that_is_no_number_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int, value: Value
) -> None:
    check_one_score_fault(tmp_path, case(scheme_id, draw), value, "QA504")


@DIRECT
@pytest.mark.parametrize("text", ["{}", "{}分", " {} 分 ", "{}.0", "+{}", "full-width"])
def test_a_score_typed_as_text_is_one_warning_and_counts_as_what_it_means(
    tmp_path: Path, scheme_id: str, text: str
) -> None:
    chosen = case(scheme_id, 0)
    score = chosen.answers[chosen.score.name]
    assert isinstance(score, Decimal)
    digits = f"{score:f}"
    wide = digits.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789."})
    given = f"{wide}分" if text == "full-width" else text.format(digits)
    if "." in digits and text == "{}.0":
        given = digits + "0"
    verdict = judged(tmp_path, chosen.with_answers(**{chosen.score.name: given}))
    assert told(verdict) == [fault("QA509", chosen.leaf.score, chosen.leaf.code)]
    assert verdict.findings[0].expected == plain_number(score)
    assert verdict.status is Status.FINDINGS
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_an_error_value_for_a_score_is_one_finding(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    blank = never_calculated(chosen.with_answers(**{chosen.score.name: None}))
    content = with_cell(
        blank,
        chosen.plan,
        chosen.leaf.score,
        lambda xml: xml.replace("/>", ' t="e"><v>#N/A</v></c>'),
    )
    verdict = judged(tmp_path, content)
    faults = [line for line in told(verdict) if not line.startswith("QA601")]
    assert faults == [fault("QA527", chosen.leaf.score, chosen.leaf.code)]


@SCHEMES
@DRAWS
def test_a_formula_for_a_score_is_one_finding_and_its_number_counts(
    tmp_path: Path, scheme_id: str, draw: int
) -> None:
    chosen = case(scheme_id, draw)
    score = chosen.answers[chosen.score.name]
    content = with_formula(chosen.content, chosen.plan, chosen.leaf.score, "1+1", str(score))
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA505", chosen.leaf.score, chosen.leaf.code)]
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_a_formula_for_a_score_that_was_never_calculated_is_one_finding(
    tmp_path: Path, scheme_id: str
) -> None:
    chosen = case(scheme_id, 0)
    blank = chosen.with_answers(**{chosen.score.name: None})
    content = with_cell(
        blank,
        chosen.plan,
        chosen.leaf.score,
        lambda xml: xml.replace("/>", "><f>1+1</f></c>"),
    )
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA505", chosen.leaf.score, chosen.leaf.code)]


@SCHEMES
@DRAWS
def test_a_note_longer_than_it_may_be_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int
) -> None:
    chosen = case(scheme_id, draw)
    name = indicator_name("note", chosen.leaf.code)
    note = next(item for item in chosen.plan.inputs if item.name == name)
    longest = note.allowed.longest or 0
    fits = judged(tmp_path, chosen.with_answers(**{name: "好" * longest}))
    assert told(fits) == []
    verdict = judged(tmp_path, chosen.with_answers(**{name: "好" * (longest + 1)}))
    assert told(verdict) == [fault("QA506", note.cell, chosen.leaf.code)]


@SCHEMES
@DRAWS
def test_points_without_evidence_are_one_finding(tmp_path: Path, scheme_id: str, draw: int) -> None:
    chosen = case(scheme_id, draw)
    row = evidence_row_of(chosen)
    gone = {row_name(EVIDENCE_TABLE, row, key): None for key in ("indicator", "name")}
    verdict = judged(tmp_path, chosen.with_answers(**gone))
    assert told(verdict) == [fault("QA701", chosen.leaf.score, chosen.leaf.code)]


def test_what_its_cell_does_not_take_is_told_as_that_alone_however_it_was_typed(
    tmp_path: Path,
) -> None:
    chosen = case(PENGJIANG, 0)
    year = next(item for item in chosen.plan.inputs if item.name == "applicant_year")
    until = next(one for one in chosen.plan.inputs if one.cell == chosen.plan.evidence[0].until)
    score = fault("QA503", chosen.leaf.score, chosen.leaf.code)
    for name, typed, line in (
        (chosen.score.name, "1,000", score),
        (chosen.score.name, "900分", score),
        (year.name, "26", fault("QA526", year.cell)),
        (until.name, "2026-06-30至2029-06-30", fault("QA721", until.cell)),
    ):
        assert told(judged(tmp_path, chosen.with_answers(**{name: typed}))) == [line]


@SCHEMES
@DRAWS
@pytest.mark.parametrize(
    ("code", "indicator", "name"),
    [("QA702", "", "证书"), ("QA703", "9.9 没有的指标", "证书"), ("QA704", "known", "")],
)
def test_a_row_of_evidence_that_proves_nothing_is_one_finding(
    tmp_path: Path, scheme_id: str, draw: int, code: str, indicator: str, name: str
) -> None:
    chosen = case(scheme_id, draw)
    # Far below the good rows, where people leave gaps.
    number = len(chosen.plan.evidence) - draw
    named = chosen.leaf.label if indicator == "known" else indicator
    content = filled_bytes(chosen.plan, {**chosen.answers, **evidence_row(number, named, name)})
    row = chosen.plan.evidence[number - 1]
    cell = row.name if code == "QA704" else row.indicator
    assert told(judged(tmp_path, content)) == [fault(code, cell)]


@SCHEMES
@pytest.mark.parametrize(
    ("code", "key", "typed"),
    [
        ("QA702", "indicator", None),
        ("QA703", "indicator", "9.9 没有的指标"),
        ("QA703", "indicator", "CODE"),
        ("QA704", "name", None),
    ],
)
def test_a_row_that_was_to_prove_an_item_is_told_and_the_item_with_it(
    tmp_path: Path, scheme_id: str, code: str, key: str, typed: str | None
) -> None:
    chosen = case(scheme_id, 0)
    label = chosen.leaf.label
    row = next(
        number
        for number in range(1, len(chosen.plan.evidence) + 1)
        if chosen.answers.get(row_name(EVIDENCE_TABLE, number, "indicator")) == label
    )
    said = chosen.leaf.code if typed == "CODE" else typed
    name = row_name(EVIDENCE_TABLE, row, key)
    verdict = judged(tmp_path, chosen.with_answers(**{name: said}))
    cells = chosen.plan.evidence[row - 1]
    cell = cells.name if code == "QA704" else cells.indicator
    assert told(verdict) == [fault(code, cell)]
    assert f"“{label}”因此缺证据" in verdict.findings[0].message


def test_as_many_items_without_evidence_as_rows_without_an_indicator_are_told_by_the_rows(
    tmp_path: Path,
) -> None:
    chosen = case(PENGJIANG, 0)
    gone = {row_name(EVIDENCE_TABLE, row, "indicator"): None for row in (3, 5)}
    verdict = judged(tmp_path, chosen.with_answers(**gone))
    cells = [chosen.plan.evidence[row - 1].indicator for row in (3, 5)]
    assert told(verdict) == [fault("QA702", cell) for cell in cells]
    more = gone | {row_name(EVIDENCE_TABLE, 7, key): None for key in ("indicator", "name")}
    assert len(judged(tmp_path, chosen.with_answers(**more)).findings) == 3


@SCHEMES
@pytest.mark.parametrize("key", ["also_1", "also_2"])
def test_an_unknown_further_indicator_of_a_row_of_evidence_is_one_finding_at_its_cell(
    tmp_path: Path, scheme_id: str, key: str
) -> None:
    chosen = case(scheme_id, 0)
    number = len(chosen.plan.evidence)
    added = evidence_row(number, chosen.leaf.label, "证书")
    good = added | {row_name(EVIDENCE_TABLE, number, key): chosen.leaf.label.upper()}
    assert told(judged(tmp_path, chosen.with_answers(**good))) == []
    wrong = added | {row_name(EVIDENCE_TABLE, number, key): "9.9 没有的指标"}
    verdict = judged(tmp_path, chosen.with_answers(**wrong))
    cell = chosen.plan.evidence[number - 1].also[int(key[-1]) - 1]
    assert told(verdict) == [fault("QA703", cell)]
    assert "9.9 没有的指标" in verdict.findings[0].message


@SCHEMES
def test_a_date_of_evidence_is_a_day_or_words(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    dated: dict[str, Value] = {
        row_name(EVIDENCE_TABLE, 1, "issued"): Decimal(45838),
        row_name(EVIDENCE_TABLE, 1, "until"): "长期",
        row_name(EVIDENCE_TABLE, 2, "issued"): "2025-06-30",
    }
    assert told(judged(tmp_path, chosen.with_answers(**dated))) == []


@SCHEMES
def test_every_fault_is_told_when_there_are_several(tmp_path: Path, scheme_id: str) -> None:
    first, second = case(scheme_id, 0), case(scheme_id, 1)
    wrong = {first.score.name: None, second.score.name: "x"}
    verdict = judged(tmp_path, first.with_answers(**wrong))
    assert sorted(told(verdict)) == sorted(
        [
            fault("QA501", first.leaf.score, first.leaf.code),
            fault("QA504", second.leaf.score, second.leaf.code),
        ]
    )


@DIRECT
@settings(max_examples=8)
@given(data=st.data())
def test_any_wrong_score_gives_exactly_its_own_finding(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str, data: st.DataObject
) -> None:
    plan = shipped_plan(scheme_id)
    leaf = data.draw(st.sampled_from(plan.leaves))
    step = score_input(plan, leaf).allowed.step or Decimal(1)
    steps = data.draw(st.integers(min_value=1, max_value=1000))
    code, value = data.draw(
        st.sampled_from(
            [
                ("QA503", leaf.points + steps * step),
                ("QA502", -steps * step),
                ("QA502", steps * step + step / 5),
            ]
        )
    )
    chosen = case(scheme_id, 0)
    name = score_input(plan, leaf).name
    content = filled_bytes(plan, {**chosen.answers, name: value})
    verdict = judged(tmp_path_factory.mktemp("score"), content)
    assert told(verdict) == [fault(code, leaf.score, leaf.code)]


def evidence_row_of(chosen: Case) -> int:
    """The row of the evidence table that proves the chosen indicator."""
    rows = range(1, len(chosen.plan.evidence) + 1)
    return next(
        row
        for row in rows
        if chosen.answers.get(row_name(EVIDENCE_TABLE, row, "indicator")) == chosen.leaf.label
    )


def test_evidence_written_below_the_table_is_told_once(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    last = chosen.plan.evidence[-1].name
    below = last._replace(row=last.row + 2)
    content = with_row_below(chosen.content, chosen.plan, below, "另一份证书")
    content = with_row_below(content, chosen.plan, below._replace(row=below.row + 1), "再一份证书")
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA707", below)]
    assert "E300" in verdict.findings[0].message
    assert "2 行" in verdict.findings[0].message


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("91350100m000100Y43", "请改成大写的“M”"),
        ("91350100ｍ000100Y43", "是全角的，请改成半角的“M”"),
        ("9135０100M000100Y43", "是全角的，请改成半角的“0”"),
    ],
)
def test_a_sign_of_a_code_that_is_written_otherwise_is_told_with_what_it_should_be(
    tmp_path: Path, code: str, hint: str
) -> None:
    chosen = case(PENGJIANG, 0)
    (finding,) = judged(tmp_path, chosen.with_answers(applicant_credit_code=code)).findings
    assert hint in finding.message
