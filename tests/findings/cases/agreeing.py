"""Panels that have not agreed, or whose reviewers wrote again after they had."""

from decimal import Decimal
from pathlib import Path

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.verify import Verifier
from tests.findings.cases.said import Case, codes
from tests.support.panels import fill, filled_panel, finished, merged_panel, read_back, sign


def _far_apart(folder: Path, reason: str = "") -> list[str]:
    """One review far below the others, the consensus signed with or without a reason."""
    task = filled_panel(folder)
    seat = next(one for one in task.seats if one.name == "R1-C01")
    leaf = review_plan(task, seat, Verifier()).leaves[0]
    fill(folder, task, seat, Decimal("0.8"), {indicator_name("score", leaf.code): Decimal(0)})
    merged_panel(folder, task)
    merged = read_back(folder)
    said: dict[str, Value] = {indicator_name("reason", leaf.code): reason} if reason else {}
    sign(folder, merged, "C01", said)
    sign(folder, merged, "C02")
    return codes(finished(folder, merged).findings)


def _written_again(folder: Path) -> list[str]:
    task = filled_panel(folder)
    merged_panel(folder, task)
    seat = next(one for one in task.seats if one.name == "R2-C01")
    code = review_plan(task, seat, Verifier()).leaves[0].code
    own: dict[str, Value] = {indicator_name("merged_strengths", code): "合议组自己写的"}
    sign(folder, read_back(folder), "C01", own)
    fill(folder, task, seat, Decimal("0.8"), {indicator_name("strengths", code): "又想到一条"})
    return codes(merged_panel(folder, task).findings)


AGREEING_CASES: dict[str, Case] = {
    "QA1110": _far_apart,
    "QA1111": _written_again,
}
CLEAN: dict[str, Case] = {"议定的合议表": lambda folder: _far_apart(folder, "逐条讨论，照合成分")}
