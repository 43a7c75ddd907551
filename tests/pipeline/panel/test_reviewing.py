"""Review workbooks: who gets which, what is in them, and what must not be."""

import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding
from builder.model.panel.task import PanelTask
from builder.panel.input_names import COMPANY_PROOFS, REPORT_TEXT, REVIEW_SCORING
from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.record_files import TASK_FILE, read_record
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    fill,
    filled_panel,
    handed_in,
    merged_panel,
    reviewed,
    task_of,
)


def words(path: Path) -> str:
    """Everything that stands in any part of a package, properties included."""
    with zipfile.ZipFile(path) as package:
        parts = (package.read(name) for name in package.namelist())
        return "\n".join(part.decode("utf-8", "replace") for part in parts)


def test_every_reviewer_gets_every_company_but_those_to_be_avoided(tmp_path: Path) -> None:
    rows = (REVIEWERS[0], ("李四光", "评审员", "乙电子"), REVIEWERS[2])
    task = task_of(reviewed(tmp_path, reviewers=rows))
    assert [seat.name for seat in task.seats] == ["R1-C01", "R1-C02", "R2-C02", "R3-C01", "R3-C02"]
    assert all((tmp_path / "评审" / seat.file).is_file() for seat in task.seats)


def test_what_the_company_said_is_there_to_read_and_locked(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path))
    seat = task.seats[0] if task.applicant("C01").report else task.seats[1]
    book = openpyxl.load_workbook(tmp_path / "评审" / seat.file)
    assert {REVIEW_SCORING, REPORT_TEXT, COMPANY_PROOFS} <= set(book.sheetnames)
    plan = review_plan(task, seat, Verifier())
    page = book[REVIEW_SCORING]
    assert page.protection.sheet
    leaf = plan.leaves[0]
    own = page.cell(leaf.evidence.row, leaf.evidence.column)
    assert own.value == float(task.applicant(seat.applicant).scores[leaf.code])
    assert own.protection.locked
    assert not page.cell(leaf.score.row, leaf.score.column).protection.locked


def test_a_review_alone_is_told_where_it_belongs(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path))
    verdict = verify_file(ReturnedFile(path=tmp_path / "评审" / task.seats[0].file), Basis())
    assert [one.code for one in verdict.findings] == ["QA310"]


def test_the_task_comes_back_as_it_was_written(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path))
    assert read_record(tmp_path / "评审" / TASK_FILE, PanelTask, "QA939") == task


def test_a_pipe_is_no_record_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / TASK_FILE)
    refused = read_record(tmp_path / TASK_FILE, PanelTask, "QA939")
    assert isinstance(refused, Finding)
    assert refused.actual == "不是一个普通文件"


@pytest.mark.parametrize("blind", [False, True])
def test_no_name_that_must_not_be_known_is_in_any_part_of_any_file(
    tmp_path: Path,
    blind: bool,  # noqa: FBT001 - given by the table
) -> None:
    task = filled_panel(tmp_path, blind=blind)
    done = merged_panel(tmp_path, task)
    assert done.findings == ()
    names = [name for name, *_ in REVIEWERS]
    names += COMPANIES if blind else ()
    reviews = [tmp_path / "评审" / seat.file for seat in task.seats]
    consensus = [path for path in done.paths if path.suffix == ".xlsx"]
    for path in (*reviews, *consensus):
        found = words(path)
        assert [name for name in names if name in found] == []
    for seat in task.seats:
        others = {one.code for one in task.reviewers} - {seat.reviewer}
        said = words(tmp_path / "评审" / seat.file)
        assert [code for code in others if f"{code} 签名" in said] == []


def test_every_input_of_a_review_is_the_reviewers(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path))
    plan = review_plan(task, task.seats[0], Verifier())
    kinds = {item.kind for item in plan.inputs}
    assert kinds == {InputKind.SCORE, InputKind.TEXT, InputKind.CONFIRMATION}


def test_a_company_twice_is_told(tmp_path: Path) -> None:
    twice = handed_in(tmp_path / "收件", applicants=COMPANIES)
    again = twice / "再交"
    again.mkdir()
    source = twice / f"{COMPANIES[1]}-自评打分表.xlsx"
    (again / source.name).write_bytes(source.read_bytes())
    made = reviewed(tmp_path)
    assert made.task is None
    assert [one.code for one in made.findings] == ["QA940"]


def test_a_folder_that_holds_a_panel_is_not_written_over(tmp_path: Path) -> None:
    task_of(reviewed(tmp_path))
    before = (tmp_path / "评审" / TASK_FILE).read_bytes()
    made = reviewed(tmp_path)
    assert [one.code for one in made.findings] == ["QA941"]
    assert (tmp_path / "评审" / TASK_FILE).read_bytes() == before


def test_the_same_panel_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "一", tmp_path / "二"
    for folder in (one, other):
        folder.mkdir()
        task_of(reviewed(folder))
    name = "评审/R1/R1-C01-评审表.xlsx"
    assert (one / name).read_bytes() == (other / name).read_bytes()
    assert io.BytesIO((one / name).read_bytes()).getbuffer().nbytes > 0


def test_rounds_without_a_name_are_never_the_same(tmp_path: Path) -> None:
    one = task_of(reviewed(tmp_path / "一", called=""))
    other = task_of(reviewed(tmp_path / "二", called=""))
    assert one.run != other.run


def test_a_named_round_of_other_people_is_another_round(tmp_path: Path) -> None:
    one = task_of(reviewed(tmp_path / "一"))
    other = task_of(reviewed(tmp_path / "二", reviewers=REVIEWERS[:2]))
    assert one.run.startswith("试评-")
    assert one.run != other.run


@pytest.mark.parametrize("called", ["初/评", "初 评", "评" * 21])
def test_a_name_that_no_file_could_carry_is_refused(tmp_path: Path, called: str) -> None:
    made = reviewed(tmp_path, called=called)
    assert [one.code for one in made.findings] == ["QA969"]


def test_reviews_that_were_filled_in_are_kept_even_without_their_task(tmp_path: Path) -> None:
    task = task_of(reviewed(tmp_path))
    filled = fill(tmp_path, task, task.seats[2])
    before = filled.read_bytes()
    made = reviewed(tmp_path, called="再评")
    assert [one.code for one in made.findings] == ["QA941", "QA892"]
    (tmp_path / "评审" / TASK_FILE).unlink()
    made = reviewed(tmp_path, called="再评")
    assert [(one.code, one.place.path) for one in made.findings] == [("QA892", str(filled))]
    assert filled.read_bytes() == before
    filled.unlink()
    task_of(reviewed(tmp_path, called="再评"))
