"""A ranking of what the panel agreed on only: nothing may have changed since."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.model.panel.record import Merged
from builder.model.panel.rules import PanelRules
from builder.pipeline.panel.record_files import TASK_FILE, record_bytes
from tests.support.panels import (
    RULES,
    fill,
    filled_panel,
    finished,
    joined,
    merged_panel,
    read_back,
    renamed,
    sign,
    taken_away,
)


def _signed(folder: Path, rules: PanelRules = RULES) -> Merged:
    merged = joined(folder, rules)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    return merged


def _taken_away(folder: Path, merged: Merged) -> None:
    (folder / "评审" / merged.task.seats[0].file).unlink()


def _changed(folder: Path, merged: Merged) -> None:
    fill(folder, merged.task, merged.task.seats[0], Decimal("0.3"))


@pytest.mark.parametrize(
    ("change", "words"), [(_taken_away, "现在不见了"), (_changed, "合议以后改过")]
)
def test_reviews_that_changed_after_the_consensus_stop_the_ranking(
    tmp_path: Path, change: Callable[[Path, Merged], None], words: str
) -> None:
    merged = _signed(tmp_path)
    change(tmp_path, merged)
    done = finished(tmp_path, merged)
    assert (done.paths, [one.code for one in done.findings]) == ((), ["QA981"])
    assert f"{merged.task.seats[0].name} 的评审表{words}" in done.findings[0].message


def test_a_review_that_came_after_the_consensus_stops_the_ranking(tmp_path: Path) -> None:
    task = filled_panel(tmp_path)
    late = taken_away(tmp_path, task.seats[0])
    merged_panel(tmp_path, task, without=(task.seats[0].name,))
    merged = read_back(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    (tmp_path / "评审" / task.seats[0].file).write_bytes(late)
    done = finished(tmp_path, merged)
    assert [one.code for one in done.findings] == ["QA981"]
    assert "合议以后才收到" in done.findings[0].message


def test_another_task_stops_the_ranking(tmp_path: Path) -> None:
    merged = _signed(tmp_path)
    (tmp_path / "评审" / TASK_FILE).write_bytes(record_bytes(renamed(merged.task, "再评")))
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA980"]
    (tmp_path / "评审" / TASK_FILE).unlink()
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA939"]


def test_rules_that_changed_after_the_consensus_stop_the_ranking(tmp_path: Path) -> None:
    rules = tmp_path / "规则.yaml"
    rules.write_text("join: median\nline: 250\nplaces: 1\n", encoding="utf-8")
    merged = replace(_signed(tmp_path), source=str(rules))
    assert finished(tmp_path, merged).findings == ()
    rules.write_text("join: mean\n", encoding="utf-8")
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA982"]
