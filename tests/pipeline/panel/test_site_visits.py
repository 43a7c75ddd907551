"""What examiners find on the site: a file each, joined like opinions, signed for again."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.model.panel.join import Join
from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.task import PanelTask, Seat
from builder.panel.input_names import SIGNED
from builder.pipeline.panel.key_file import by_name
from builder.pipeline.panel.panel_files import EARLIER
from builder.pipeline.panel.planning import consensus, site_plan
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    filled_panel,
    finished,
    merged_panel,
    read_back,
    recorded,
    sign,
    site_scores,
)
from tests.support.sites import STAGED, site_file, visit


def seat_of(task: PanelTask, name: str) -> Seat:
    return next(one for one in task.seats if one.name == name)


def visited(folder: Path) -> Merged:
    """A panel whose first applicant was visited by two of three reviewers, then joined again."""
    task = filled_panel(folder)
    assert merged_panel(folder, task, STAGED).findings == ()
    for name, points in (("R1-C01", "4"), ("R3-C01", "5"), ("R2-C02", "3")):
        visit(folder, task, seat_of(task, name), Decimal(points))
    assert merged_panel(folder, task, STAGED).findings == ()
    return read_back(folder)


def test_every_seat_has_a_file_for_the_site_and_one_untouched_is_not_back(tmp_path: Path) -> None:
    task = filled_panel(tmp_path, blind=True)
    merged_panel(tmp_path, task, STAGED)
    assert all(site_file(tmp_path, seat).is_file() for seat in task.seats)
    assert merged_panel(tmp_path, task, STAGED).findings == ()
    assert read_back(tmp_path).visits == ()
    book = openpyxl.load_workbook(site_file(tmp_path, task.seats[0]))
    words = "".join(str(c.value) for sheet in book for row in sheet for c in row if c.value)
    known, _ = by_name(read_back(tmp_path), tmp_path / "评审", None)
    names = [name for _, name in known.task.names]
    assert names != [name for _, name in task.names]
    assert not [name for name in names if name in words]


def test_without_a_stage_on_the_site_there_are_no_such_files(tmp_path: Path) -> None:
    task = filled_panel(tmp_path)
    merged_panel(tmp_path, task)
    assert not (tmp_path / "合议" / "现场评审").exists()


def test_points_of_the_site_are_joined_by_the_rule_of_the_panel(tmp_path: Path) -> None:
    merged = visited(tmp_path)
    made = consensus(merged, "C01", Verifier())
    first = made.book.leaves[0]
    assert Evaluation(made.book, {}).points(made.visited[first.code]) == Decimal("4.5")
    median = replace(merged, rules=replace(STAGED, join=Join.MEDIAN))
    again = consensus(median, "C01", Verifier())
    assert Evaluation(again.book, {}).points(again.visited[first.code]) == Decimal("4.5")
    (sheet,) = (one for one in made.book.sheets if one.name == "现场评审")
    assert "R1（属实）：台账齐全\nR3（属实）：台账齐全" in {cell.content for cell in sheet.cells}


def test_the_ranking_counts_them_and_the_record_tells_each(tmp_path: Path) -> None:
    merged = visited(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    done = finished(tmp_path, merged)
    assert done.findings == (), [one.message for one in done.findings]
    path = tmp_path / "结果" / RECORD_FILE
    record = read_record(path, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    first = next(one for one in record.outcomes if one.applicant == "C01")
    for code, points in first.joined.items():
        both = points * Decimal("0.6") + Decimal("4.5") * Decimal("0.4")
        assert abs(first.points[code] - both) <= Decimal("0.005")
    code = next(iter(first.joined))
    told = trace_number(record, str(path), "C01", code, Verifier())
    assert told.findings == ()
    assert sum("现场 R" in line for line in told.lines) == 2


def test_a_record_whose_points_of_the_site_are_not_its_files_is_told(tmp_path: Path) -> None:
    merged = visited(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    path = str(tmp_path / "结果" / RECORD_FILE)
    first, *others = merged.visits
    leaf = next(iter(first.points))
    forged = replace(first, points={**first.points, leaf: Decimal(1)})
    whole = replace(record, merged=replace(merged, visits=(forged, *others)))
    found = trace_number(whole, path, "C01", "total", Verifier()).findings
    assert any("（R1 的现场评审分）是 4，记录写的是 1" in one.message for one in found)
    outcome = record.outcome("C01")
    moved = replace(outcome, site={**outcome.site, leaf: Decimal(1)})
    rest = tuple(one for one in record.outcomes if one.applicant != "C01")
    changed = replace(record, outcomes=(moved, *rest))
    found = trace_number(changed, path, "C01", "total", Verifier()).findings
    assert any("（现场评审分）是 4.5，记录写的是 1" in one.message for one in found)
    with pytest.raises(ValueError, match="a visit without a seat"):
        replace(merged, visits=(replace(first, examiner="R9"), *others))


def test_another_score_of_the_site_needs_a_reason(tmp_path: Path) -> None:
    merged = visited(tmp_path)
    leaf = consensus(merged, "C01", Verifier()).book.leaves[0]
    own: dict[str, Value] = {indicator_name("site", leaf.code): Decimal(1)}
    sign(tmp_path, merged, "C01", own)
    sign(tmp_path, merged, "C02")
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA953"]
    sign(tmp_path, merged, "C01", own | {indicator_name("reason", leaf.code): "复核过"})
    assert finished(tmp_path, merged).findings == ()


def test_who_signed_before_the_visit_signs_again_and_nothing_else_is_lost(tmp_path: Path) -> None:
    task = filled_panel(tmp_path)
    merged_panel(tmp_path, task, STAGED)
    merged = read_back(tmp_path)
    leaf = consensus(merged, "C01", Verifier()).book.leaves[0]
    said: dict[str, Value] = {indicator_name("reason", leaf.code): "讨论过"}
    signed = sign(tmp_path, merged, "C01", said).read_bytes()
    visit(tmp_path, task, seat_of(task, "R1-C01"), Decimal(4))
    done = merged_panel(tmp_path, task, STAGED)
    assert [one.code for one in done.findings] == ["QA1117"]
    (aside,) = (tmp_path / "合议" / EARLIER).iterdir()
    assert aside.read_bytes() == signed
    made = consensus(read_back(tmp_path), "C01", Verifier())
    reason = next(item for item in made.book.inputs if item.name in said)
    book = openpyxl.load_workbook(tmp_path / "合议" / "C01-合议表.xlsx")
    cell = reason.cell
    assert book[cell.sheet].cell(cell.row, cell.column).value == "讨论过"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({SIGNED: None}, "QA1115"),
        ({SIGNED: "略"}, "QA1115"),
        ({SIGNED: "李四光"}, "QA1119"),
        ({"score": None}, "QA1114"),
        ({"score": Decimal(9999)}, "QA1118"),
    ],
)
def test_a_file_that_is_not_whole_stops_the_joining(
    tmp_path: Path, more: dict[str, Value], code: str
) -> None:
    task = filled_panel(tmp_path)
    merged_panel(tmp_path, task, STAGED)
    seat = seat_of(task, "R1-C01")
    leaf = site_plan(task, seat, Verifier()).leaves[1]
    named = {
        indicator_name(name, leaf.code) if name == "score" else name: value
        for name, value in more.items()
    }
    visit(tmp_path, task, seat, Decimal(4), named)
    done = merged_panel(tmp_path, task, STAGED)
    assert [one.code for one in done.findings] == [code]
    assert "R1-C01" in done.findings[0].message


def test_a_file_that_changed_after_the_joining_stops_the_ranking(tmp_path: Path) -> None:
    merged = visited(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code, site_scores(merged) if code == "C09" else None)
    visit(tmp_path, merged.task, seat_of(merged.task, "R2-C01"), Decimal(1))
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA1116"]
