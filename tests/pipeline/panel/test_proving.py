"""The record of a panel: every file and every number of it is held against what is there."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.model.panel.record import Outcome
from builder.pipeline.panel.panel_files import EARLIER
from builder.pipeline.panel.planning import consensus_plan
from builder.pipeline.panel.record_files import RANKING_FILE, RECORD_FILE
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    RULES,
    handed_in,
    joined,
    merged_panel,
    recorded,
    sign,
)


def test_the_circle_is_closed(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0]
    agreed: dict[str, Value] = {
        indicator_name("agreed", leaf.code): Decimal(7),
        indicator_name("reason", leaf.code): "现场查证不符",
    }
    sign(tmp_path, merged, "C01", agreed)
    sign(tmp_path, merged, "C02")
    record = recorded(tmp_path, merged)
    assert [(one.place, one.shortlisted) for one in record.outcomes] == [(1, True), (2, False)]
    first = next(one for one in record.outcomes if one.applicant == "C01")
    assert first.points[leaf.code] == 7
    assert first.reasons == {leaf.code: "现场查证不符"}
    for outcome in record.outcomes:
        traced = trace_number(
            record, str(tmp_path / "结果" / RECORD_FILE), outcome.applicant, "total", Verifier()
        )
        assert traced.findings == ()
        for part in outcome.parts:
            assert part.score <= part.points
        assert outcome.total == min(outcome.stated, sum(part.score for part in outcome.parts))
    book = openpyxl.load_workbook(tmp_path / "结果" / RANKING_FILE, data_only=True)
    shown = [row[3] for row in book["排名"].iter_rows(min_row=4, max_row=5, values_only=True)]
    assert shown == [merged.task.name(one.applicant) for one in record.outcomes]


def test_a_number_is_traced_to_each_reviewers_cell(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0]
    lines = trace_number(record, "", "C01", leaf.code, Verifier()).lines
    for opinion in merged.of("C01"):
        where = f"{opinion.file}!{opinion.cells[leaf.code]}"
        assert any(where in line and opinion.digest[:16] in line for line in lines)
    assert any("取各评审员的中位数" in line for line in lines)
    group = trace_number(record, "", merged.task.name("C02"), leaf.code[0], Verifier()).lines
    assert any(leaf.label in line for line in group)


def test_what_the_record_does_not_know_is_told(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    for applicant, code in (("C09", "total"), ("C01", "9.9")):
        traced = trace_number(record, "", applicant, code, Verifier())
        assert [one.code for one in traced.findings] == ["QA958"]
    (unheld,) = trace_number(record, "", "C01", "投票", Verifier()).findings
    assert unheld.message == "记录里没有“投票”。"


def _forged(outcome: Outcome, kind: str) -> Outcome:
    first = next(iter(outcome.joined))
    more = Decimal(1)
    match kind:
        case "joined":
            return replace(outcome, joined={**outcome.joined, first: outcome.joined[first] + more})
        case "points":
            return replace(outcome, points={**outcome.points, first: outcome.points[first] + more})
        case "part":
            part = replace(outcome.parts[0], score=outcome.parts[0].score + more)
            return replace(outcome, parts=(part, *outcome.parts[1:]))
        case "total":
            return replace(outcome, total=outcome.total + more)
        case "place":
            return replace(outcome, place=outcome.place + 1)
        case _:
            return replace(outcome, shortlisted=not outcome.shortlisted)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("joined", "（合成分）是"),
        ("points", "（采用分）是"),
        ("part", "的1 "),
        ("total", "的总分是"),
        ("place", "的名次是"),
        ("shortlisted", "的入围是"),
    ],
)
def test_the_first_number_of_a_record_that_does_not_follow_is_named(
    tmp_path: Path, kind: str, label: str
) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    path = str(tmp_path / "结果" / RECORD_FILE)
    assert trace_number(record, path, "C01", "total", Verifier()).findings == ()
    forged = replace(record, outcomes=(_forged(record.outcomes[0], kind), *record.outcomes[1:]))
    (found,) = trace_number(forged, path, "C01", "total", Verifier()).findings
    assert found.code == "QA959"
    assert label in found.message


def test_rules_that_their_file_does_not_say_are_told(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    source = tmp_path / "规则.yaml"
    source.write_text("line: 251\n", encoding="utf-8")
    record = recorded(tmp_path, merged)
    known = replace(record, merged=replace(merged, source=str(source)))
    path = str(tmp_path / "结果" / RECORD_FILE)
    found = trace_number(known, path, "C01", "total", Verifier()).findings
    assert [one.code for one in found] == ["QA982"]


def test_a_number_of_a_reviewer_that_its_file_does_not_say_is_named(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    first = record.merged.of("C01")[0]
    leaf = next(iter(first.points))
    forged = replace(first, points={**first.points, leaf: first.points[leaf] + 1})
    others = tuple(one for one in record.merged.opinions if one != first)
    whole = replace(record, merged=replace(record.merged, opinions=(forged, *others)))
    path = str(tmp_path / "结果" / RECORD_FILE)
    (found,) = trace_number(whole, path, "C01", leaf, Verifier()).findings
    assert f"（{first.reviewer} 的评审分）是 {first.points[leaf]}" in found.message


@pytest.mark.parametrize("folder", ["评审", "合议", "收件"])
def test_a_file_that_is_not_the_recorded_one_is_named(tmp_path: Path, folder: str) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    if folder == "收件":
        handed_in(tmp_path / "收件")
        sources = [*(tmp_path / "收件").glob("*.xlsx")]
        named = [
            replace(one, file=str(path))
            for one, path in zip(record.merged.task.applicants, sorted(sources), strict=True)
        ]
        task = replace(record.merged.task, applicants=tuple(named))
        record = replace(record, merged=replace(record.merged, task=task))
    changed = sorted((tmp_path / folder).rglob("*.xlsx"))[0]
    changed.write_bytes(b"changed")
    path = str(tmp_path / "结果" / RECORD_FILE)
    found = trace_number(record, path, "C01", "total", Verifier()).findings
    assert str(changed) in [one.place.path for one in found if one.code == "QA983"]


def test_a_panel_that_was_moved_finds_its_files_and_is_not_agreed_on_again(tmp_path: Path) -> None:
    merged = joined(tmp_path / "甲")
    signed = [sign(tmp_path / "甲", merged, code) for code, _ in merged.task.names]
    record = recorded(tmp_path / "甲", merged)
    folder = (tmp_path / "甲").rename(tmp_path / "乙")
    path = str(folder / "结果" / RECORD_FILE)
    found = trace_number(record, path, "C01", "total", Verifier()).findings
    assert [(one.code, one.actual) for one in found] == []
    again = merged_panel(folder, merged.task, RULES)
    assert again.findings == ()
    assert not {one.name for one in again.paths} & {one.name for one in signed}
    assert not (folder / "合议" / EARLIER).exists()
