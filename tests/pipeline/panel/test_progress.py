"""How far a round has come: what each reviewer still owes, in one look and in a letter."""

from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.model.panel.progress import Progress
from builder.model.panel.task import PanelTask
from builder.panel.input_names import RECUSAL, RECUSED, SIGNED
from builder.panel.progress_book import reminders
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.progress import look_at, progress_lines, write_progress
from builder.pipeline.panel.record_files import PROGRESS_FILE
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.panels import fill, reviewed, task_of
from tests.support.workbooks import WUHAN_INDIVIDUAL


def half_way(folder: Path) -> PanelTask:
    """Six seats: done, off its scale, unsigned, unfinished, recused, still out."""
    task = task_of(reviewed(folder))
    leaf = review_plan(task, task.seats[0], Verifier()).leaves[0]
    score = indicator_name("score", leaf.code)
    changes: tuple[dict[str, Value], ...] = (
        {},
        {score: Decimal(999)},
        {SIGNED: None},
        {score: None},
        {RECUSAL: RECUSED},
    )
    for seat, more in zip(task.seats, changes, strict=False):
        fill(folder, task, seat, more=more)
    return task


def progress(folder: Path) -> Progress:
    return look_at(folder / "评审", half_way(folder), Verifier()).progress


def test_each_seat_says_what_is_missing(tmp_path: Path) -> None:
    looked = progress(tmp_path)
    assert [seat.states for seat in looked.seats] == [
        ("已收回",),
        ("分数不能用",),
        ("没有签名",),
        ("没有评完",),
        ("须回避",),
        ("未收回",),
    ]
    lines = list(progress_lines(looked))
    assert "6 份评审表，已收回 2 份" in lines[0]
    assert [line for line in lines if line.startswith("R1 ")] == ["R1 张三丰　1/2"]
    assert any("填的是“999”，不能用：应为 0–" in line for line in lines)


def test_those_who_owe_nothing_are_not_reminded(tmp_path: Path) -> None:
    letters = dict(reminders(progress(tmp_path)))
    assert list(letters) == ["R1", "R2", "R3"]
    assert letters["R3"].startswith("王五一老师：")
    assert "您还有 1 份评审表需要处理" in letters["R3"]
    assert "R3-C02：未收回" in letters["R3"]
    assert "R3-C01" not in letters["R3"]


def test_the_workbook_shows_reviewers_by_companies(tmp_path: Path) -> None:
    looked = progress(tmp_path)
    done = write_progress(tmp_path / "进度", looked, shipped_templates().workbook)
    assert done.findings == ()
    assert [path.name for path in done.paths][1:] == ["催交-R1.txt", "催交-R2.txt", "催交-R3.txt"]
    book = openpyxl.load_workbook(tmp_path / "进度" / PROGRESS_FILE)
    assert book.sheetnames == ["进度", "明细", "催交"]
    rows = list(book["进度"].iter_rows(min_row=3, max_row=5, values_only=True))
    assert [row[2:5] for row in rows] == [
        ("1/2", "0/2", "1/2"),
        ("已收回", "没有签名", "须回避"),
        ("分数不能用", "没有评完", "未收回"),
    ]


def test_a_percent_outside_its_band_is_told_with_its_cell(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path, WUHAN_INDIVIDUAL))
    for seat in task.seats:
        fill(tmp_path, task, seat)
    plan = review_plan(task, task.seats[0], Verifier())
    leaf = next(one for one in plan.leaves if not one.computed)
    named = next(item for item in plan.inputs if item.cell == leaf.score)
    fill(tmp_path, task, task.seats[0], more={named.name: Decimal("0.97")})
    found = read_opinions(tmp_path / "评审", task, (), Verifier()).findings
    assert [one.code for one in found] == ["QA985"]
    assert found[0].place.path.endswith(task.seats[0].file)
    assert "97%" in found[0].message
    assert leaf.label in found[0].message


def test_a_progress_book_among_the_reviews_is_no_review(tmp_path: Path) -> None:
    task = half_way(tmp_path)
    looked = look_at(tmp_path / "评审", task, Verifier())
    assert write_progress(tmp_path / "评审", looked.progress, shipped_templates().workbook).paths
    assert look_at(tmp_path / "评审", task, Verifier()) == looked


def test_what_was_handed_out_and_never_touched_has_not_come_back(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path))
    found = read_opinions(tmp_path / "评审", task, (), Verifier()).findings
    assert {one.code for one in found} == {"QA942"}
    assert len(found) == len(task.seats)
