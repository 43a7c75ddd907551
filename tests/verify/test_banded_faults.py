"""One fault in a file scored by band and percent gives one finding, where it is repaired."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.naming import row_name
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan, LeafPlan
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.verdict import Status
from tests.support.answers import band_of, band_percents, judgement
from tests.support.proved import proved, some
from tests.support.workbooks import BANDED_IDS, OFFICE_BANDED, WUHAN, WUHAN_INDIVIDUAL, shipped_plan
from tests.verify.judged import Case, case, fault, judged, told
from tests.verify.tampering import with_formula

KITS = pytest.mark.parametrize("kit", some([*BANDED_IDS, OFFICE_BANDED], 2))
DRAWS = pytest.mark.parametrize("draw", proved(range(3)))


def band_name(leaf: LeafPlan) -> str:
    """The input that takes the band of an indicator."""
    return f"band_{leaf.code.replace('.', '_')}"


def band_cell(plan: KitPlan, leaf: LeafPlan) -> Cell:
    return next(item.cell for item in plan.inputs if item.name == band_name(leaf))


def check(folder: Path, chosen: Case, code: str, **changed: Value) -> None:
    verdict = judged(folder, chosen.with_answers(**changed))
    assert told(verdict) == [fault(code, chosen.leaf.score, chosen.leaf.code)]
    assert verdict.status is Status.FINDINGS


@KITS
def test_good_answers_come_back_clean(tmp_path: Path, kit: str) -> None:
    chosen = case(kit, 0)
    verdict = judged(tmp_path, chosen.content)
    assert told(verdict) == []
    assert verdict.score is not None
    assert verdict.score.total == verdict.score.maximum * Decimal("0.8")


@KITS
@DRAWS
def test_a_blank_percent_is_one_finding(tmp_path: Path, kit: str, draw: int) -> None:
    chosen = case(kit, draw)
    check(tmp_path, chosen, "QA501", **{chosen.score.name: None})


@KITS
@DRAWS
@pytest.mark.parametrize("value", ["80", "0.8", "八成", True])
def test_a_percent_that_is_no_number_is_one_finding(
    tmp_path: Path, kit: str, draw: int, value: Value
) -> None:
    chosen = case(kit, draw)
    check(tmp_path, chosen, "QA504", **{chosen.score.name: value})


@KITS
@pytest.mark.parametrize("sign", ["%", " %", "％"])
def test_a_percent_typed_as_text_is_one_warning_and_counts_as_what_it_means(
    tmp_path: Path, kit: str, sign: str
) -> None:
    chosen = case(kit, 0)
    percent = chosen.answers[chosen.score.name]
    assert isinstance(percent, Decimal)
    check(tmp_path, chosen, "QA509", **{chosen.score.name: f"{percent * 100:.0f}{sign}"})


@KITS
@DRAWS
@pytest.mark.parametrize("text", ["0.5", "0.57", "57", "1.05", "-0.05", "0.8000001"])
def test_a_percent_outside_its_band_or_off_its_step_is_one_finding(
    tmp_path: Path, kit: str, draw: int, text: str
) -> None:
    chosen = case(kit, draw)
    check(tmp_path, chosen, "QA507", **{chosen.score.name: Decimal(text)})


@KITS
def test_57_typed_for_57_percent_is_told_as_it_was_read_and_counts_nothing(
    tmp_path: Path, kit: str
) -> None:
    chosen = case(kit, 0)
    verdict = judged(tmp_path, chosen.with_answers(**{chosen.score.name: Decimal(57)}))
    (finding,) = verdict.findings
    assert finding.actual == "5700%"
    assert verdict.score is not None
    assert verdict.score.by_indicator[chosen.leaf.code] == 0


@KITS
@DRAWS
def test_a_band_changed_afterwards_is_one_finding(tmp_path: Path, kit: str, draw: int) -> None:
    chosen = case(kit, draw)
    other = band_of(chosen.plan, Decimal("0.5"))
    check(tmp_path, chosen, "QA507", **{band_name(chosen.leaf): other})


@KITS
def test_a_percent_without_a_band_is_one_finding(tmp_path: Path, kit: str) -> None:
    chosen = case(kit, 0)
    check(tmp_path, chosen, "QA507", **{band_name(chosen.leaf): None})


@KITS
@pytest.mark.parametrize("band", ["没有的档", "*"])
def test_a_band_that_is_none_of_its_list_is_one_finding_at_the_band(
    tmp_path: Path, kit: str, band: str
) -> None:
    chosen = case(kit, 0)
    verdict = judged(tmp_path, chosen.with_answers(**{band_name(chosen.leaf): band}))
    assert told(verdict) == [fault("QA468", band_cell(chosen.plan, chosen.leaf), chosen.leaf.code)]
    assert f"“{band}”" in verdict.findings[0].message


@KITS
@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000"])
def test_a_band_with_a_blank_behind_it_is_one_warning_and_counts_as_what_it_means(
    tmp_path: Path, kit: str, blank: str
) -> None:
    chosen = case(kit, 0)
    name = band_name(chosen.leaf)
    verdict = judged(tmp_path, chosen.with_answers(**{name: f"{chosen.answers[name]}{blank}"}))
    assert told(verdict) == [fault("QA469", band_cell(chosen.plan, chosen.leaf), chosen.leaf.code)]
    assert verdict.score == judged(tmp_path, chosen.content).score


@KITS
@DRAWS
def test_points_without_evidence_are_one_finding(tmp_path: Path, kit: str, draw: int) -> None:
    chosen = case(kit, draw)
    rows = range(1, len(chosen.plan.evidence) + 1)
    indicators = {row: row_name(EVIDENCE_TABLE, row, "indicator") for row in rows}
    row = next(row for row in rows if chosen.answers[indicators[row]] == chosen.leaf.label)
    gone = {row_name(EVIDENCE_TABLE, row, key): None for key in ("indicator", "name")}
    check(tmp_path, chosen, "QA701", **gone)


@DRAWS
@pytest.mark.parametrize("percent", [Decimal(0), Decimal("0.25")])
def test_a_percent_below_every_description_needs_a_reason(
    tmp_path: Path, draw: int, percent: Decimal
) -> None:
    chosen = case(WUHAN_INDIVIDUAL, draw)
    low = judgement(chosen.plan, chosen.leaf.code, percent)
    note = f"note_{chosen.leaf.code.replace('.', '_')}"
    check(tmp_path, chosen, "QA508", **low, **{note: None})
    assert told(judged(tmp_path, chosen.with_answers(**low))) == []


@KITS
def test_a_percent_that_is_a_formula_is_one_finding(tmp_path: Path, kit: str) -> None:
    chosen = case(kit, 0)
    content = with_formula(chosen.content, chosen.plan, chosen.leaf.score, "0.4+0.4", "0.8")
    verdict = judged(tmp_path, content)
    assert told(verdict) == [fault("QA505", chosen.leaf.score, chosen.leaf.code)]


@pytest.mark.parametrize("place", [0, 7, 17])
@pytest.mark.parametrize("changed", [{"band": None}, {"percent": Decimal("0.7")}])
def test_a_clause_that_does_not_fit_its_band_is_one_finding_and_changes_no_score(
    tmp_path: Path, place: int, changed: dict[str, Value]
) -> None:
    chosen = case(WUHAN, 0)
    basis = chosen.plan.bases[place]
    code = basis.code.replace(".", "_")
    wrong = {f"{kind}_{code}": value for kind, value in changed.items()}
    verdict = judged(tmp_path, chosen.with_answers(**wrong))
    assert told(verdict) == [fault("QA507", basis.percent, basis.code)]
    assert verdict.score == judged(tmp_path, chosen.content).score


def test_clauses_need_not_be_recorded(tmp_path: Path) -> None:
    chosen = case(WUHAN, 0)
    codes = [basis.code.replace(".", "_") for basis in chosen.plan.bases]
    blank: dict[str, Value] = {
        f"{kind}_{code}": None for kind in ("band", "percent") for code in codes
    }
    verdict = judged(tmp_path, chosen.with_answers(**blank))
    assert told(verdict) == []
    assert verdict.score == judged(tmp_path, chosen.content).score


@KITS
def test_every_percent_of_every_band_is_worth_its_share_of_the_points(
    tmp_path: Path, kit: str
) -> None:
    chosen = case(kit, 0)
    plan = shipped_plan(kit)
    for held in band_percents(plan).values():
        for percent in (held[0], held[-1]):
            answers = judgement(plan, chosen.leaf.code, percent)
            verdict = judged(tmp_path, chosen.with_answers(**answers))
            assert told(verdict) == []
            assert verdict.score is not None
            worth = verdict.score.by_indicator[chosen.leaf.code]
            assert worth == chosen.leaf.points * percent


def test_a_clause_off_its_band_is_told_where_a_formula_made_its_percent(tmp_path: Path) -> None:
    chosen = case(WUHAN, 0)
    basis = chosen.plan.bases[0]
    content = with_formula(chosen.content, chosen.plan, basis.percent, "0.4+0.31", "0.71")
    assert fault("QA507", basis.percent, basis.code) in told(judged(tmp_path, content))
