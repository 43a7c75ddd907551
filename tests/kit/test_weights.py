"""Clause weights that an office sets: the item's percent is computed, and everybody is told so."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.book_plan import InputKind
from builder.book.evaluation import Evaluation
from builder.kit.planning import plan_workbook
from builder.kit.reminders import all_reminders
from builder.kit.status import BLANK, UNPROVED
from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.model.scheme import Scheme
from builder.pipeline.choosing import every_kit
from builder.verify.trace import trace

WEIGHTS = """\
weights:
  - {item: "5.2", clause: "5.2.2", weight: 0.4}
  - {item: "5.2", clause: "5.2.3", weight: 0.3}
  - {item: "5.2", clause: "5.2.4", weight: 0.3}
"""
PERCENTS = {
    "percent_5_2_2": Decimal("0.55"),
    "percent_5_2_3": Decimal("0.65"),
    "percent_5_2_4": Decimal("0.45"),
}


def with_weights(folder: Path, weights: str) -> Path:
    source, _ = find_scheme("wuhan-manufacturing")
    assert source is not None
    text = source.read_text("utf-8").replace("scale: maturity\n", f"scale: maturity\n{weights}", 1)
    path = folder / "wuhan-manufacturing.md"
    path.write_text(text, "utf-8")
    return path


def weighted(folder: Path) -> Scheme:
    loaded = lint_scheme(with_weights(folder, WEIGHTS))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    return every_kit(loaded.scheme)[0]


def test_the_items_percent_is_the_weighted_mean_of_its_clauses(tmp_path: Path) -> None:
    plan = plan_workbook(weighted(tmp_path))
    evaluation = Evaluation(plan, PERCENTS)
    leaf = plan.leaves[0]
    # 0.4×55% + 0.3×65% + 0.3×45% = 22% + 19.5% + 13.5% = 55%; 180 × 55% = 99.
    assert evaluation.value(leaf.score) == Decimal("0.55")
    assert evaluation.value(leaf.counted) == 99
    assert evaluation.value(leaf.status) == UNPROVED


def test_the_item_is_open_until_every_clause_has_a_percent(tmp_path: Path) -> None:
    plan = plan_workbook(weighted(tmp_path))
    evaluation = Evaluation(plan, {"percent_5_2_2": Decimal("0.55")})
    assert evaluation.value(plan.leaves[0].score) == ""
    assert evaluation.value(plan.leaves[0].status) == BLANK
    assert evaluation.value(plan.leaves[0].counted) == 0


def test_nobody_types_a_percent_that_is_computed(tmp_path: Path) -> None:
    plan = plan_workbook(weighted(tmp_path))
    typed = {item.indicator for item in plan.inputs if item.kind is InputKind.PERCENT}
    assert "5.2" not in typed
    assert {"5.2.2", "5.2.3", "5.2.4", "5.3"} <= typed


def test_every_reader_is_told_that_the_weights_are_not_the_notices(tmp_path: Path) -> None:
    told = [reminder.text for reminder in all_reminders(weighted(tmp_path))]
    assert any("5.2.2 0.4、5.2.3 0.3、5.2.4 0.3" in text for text in told)
    assert any("非原文件规定" in text for text in told)


def test_the_sheets_and_the_trace_say_that_the_percent_is_weighed(tmp_path: Path) -> None:
    plan = plan_workbook(weighted(tmp_path))
    evaluation = Evaluation(plan, PERCENTS)
    words = [str(evaluation.value(cell)) for cell, _ in plan.formulas]
    judged = [line for line in words if "本项百分比按整体判断选取" in line]
    weighed = [line for line in words if "本项百分比按条款权重计算（非原文件规定）" in line]
    assert (len(judged), len(weighed)) == (5, 1)
    assert any("5.2.2 0.4、5.2.3 0.3、5.2.4 0.3" in line for line in trace(plan, evaluation))


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("weight: 0.4", "weight: 0.5"),
        ('clause: "5.2.4"', 'clause: "5.2.1"'),
        ('clause: "5.2.4"', 'clause: "5.2.3"'),
        ('  - {item: "5.2", clause: "5.2.4", weight: 0.3}\n', ""),
        ('item: "5.2", clause: "5.2.4"', 'item: "5.9", clause: "5.2.4"'),
    ],
)
def test_weights_that_cannot_be_used_are_a_finding(
    tmp_path: Path, printed: str, wrong: str
) -> None:
    loaded = lint_scheme(with_weights(tmp_path, WEIGHTS.replace(printed, wrong)))
    assert {finding.code for finding in loaded.findings} == {"QA174"}
