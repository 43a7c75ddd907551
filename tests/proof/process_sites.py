"""Process faults of the examiners' files about applicants' sites."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.model.panel.record import Merged
from builder.model.panel.task import PanelTask, Seat
from builder.panel.input_names import SIGNED, SIGNED_ON
from builder.pipeline.panel.planning import site_plan
from builder.pipeline.panel.site_visits import SITE_FOLDER
from builder.pipeline.verify import Verifier
from tests.proof.process_fault import Findings, ProcessFault, sown_rows
from tests.support.panels import (
    filled_panel,
    finished,
    merged_panel,
    read_back,
    renamed,
    reviewed,
    sign,
    task_of,
)
from tests.support.sites import STAGED, site_file, visit

_Change = Callable[[Path, PanelTask, Seat], object]


def _joined_after(change: _Change) -> Callable[[Path], Findings]:
    """What is told when the files of the site are joined after something was done to them."""

    def ask(folder: Path) -> Findings:
        task = filled_panel(folder)
        merged_panel(folder, task, STAGED)
        change(folder, task, task.seats[0])
        return merged_panel(folder, task, STAGED).findings

    return ask


def _ranked_after(change: _Change) -> Callable[[Path], Findings]:
    """What is told when the ranking is asked for after something was done to joined files."""

    def ask(folder: Path) -> Findings:
        task = filled_panel(folder)
        merged_panel(folder, task, STAGED)
        for seat in task.seats:
            visit(folder, task, seat, Decimal(2))
        merged_panel(folder, task, STAGED)
        merged = _signed(folder)
        change(folder, task, task.seats[0])
        return finished(folder, merged).findings

    return ask


def _filled(more: dict[str, Value]) -> _Change:
    return lambda folder, task, seat: visit(folder, task, seat, Decimal(1), more)


def _answered(kind: str, value: Value) -> _Change:
    """The first answer of a kind."""

    def change(folder: Path, task: PanelTask, seat: Seat) -> None:
        leaf = site_plan(task, seat, Verifier()).leaves[0]
        visit(folder, task, seat, Decimal(1), {indicator_name(kind, leaf.code): value})

    return change


def _typed_over(row: int, place: str) -> _Change:
    """A cell beside a total or beside the first score, typed over where it is not asked."""

    def change(folder: Path, task: PanelTask, seat: Seat) -> None:
        path, plan = visit(folder, task, seat, Decimal(1)), site_plan(task, seat, Verifier())
        cell = plan.total if place == "合计" else plan.leaves[0].counted
        book = openpyxl.load_workbook(path)
        book[cell.sheet].cell(cell.row + row, cell.column).value = 1
        book.save(path)

    return change


def _other_round(folder: Path, task: PanelTask, seat: Seat) -> None:
    visit(folder, renamed(task, "前一轮"), seat, Decimal(1))


def _other_company(folder: Path, task: PanelTask, seat: Seat) -> None:
    other = next(one for one in task.seats if one.name == "R1-C02")
    content = visit(folder, task, other, Decimal(1)).read_bytes()
    site_file(folder, seat).write_bytes(content)


def _no_seat(folder: Path, task: PanelTask, _seat: Seat) -> None:
    """A file of somebody who is not of this panel."""
    people = (("张三丰", "组长", ""), ("李四光", "", ""), ("王五一", "", ""), ("赵六", "", ""))
    larger = task_of(reviewed(folder / "多一人", reviewers=people))
    fourth = next(one for one in larger.seats if one.name == "R4-C01")
    place = folder / "合议" / SITE_FOLDER / "R4"
    place.mkdir()
    visit(folder, renamed(larger, task.run), fourth, Decimal(1))


def _review(folder: Path, _task: PanelTask, seat: Seat) -> None:
    content = (folder / "评审" / seat.file).read_bytes()
    site_file(folder, seat).with_name("评审表.xlsx").write_bytes(content)


def _not_a_workbook(folder: Path, _task: PanelTask, seat: Seat) -> None:
    site_file(folder, seat).write_bytes(b"PK\x03\x04" + b"x" * 99)


def _gone(folder: Path, _task: PanelTask, seat: Seat) -> None:
    site_file(folder, seat).unlink()


def _changed(folder: Path, task: PanelTask, seat: Seat) -> None:
    visit(folder, task, seat, Decimal(1))


def _signed(folder: Path) -> Merged:
    """What was joined, once everybody signed it."""
    merged = read_back(folder)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    return merged


def _nobody_went(folder: Path) -> Findings:
    merged_panel(folder, filled_panel(folder), STAGED)
    return finished(folder, _signed(folder)).findings


def _visited_after_signing(folder: Path) -> Findings:
    task = filled_panel(folder)
    merged_panel(folder, task, STAGED)
    _signed(folder)
    visit(folder, task, task.seats[0], Decimal(1))
    return merged_panel(folder, task, STAGED).findings


def faults_of_sites() -> Iterator[ProcessFault]:
    """The faults of the examiners' files."""
    yield from sown_rows(
        "六、现场评审表",
        ("现场：另一轮的表", "QA960", "前一轮", _joined_after(_other_round)),
        ("现场：另一家的表", "QA945", "R1-C02", _joined_after(_other_company)),
        ("现场：不在这一轮的评审员", "QA1113", "R4-C01", _joined_after(_no_seat)),
        ("现场：放的是评审表", "QA1113", "review/", _joined_after(_review)),
        ("现场：改了合计", "QA1112", "R1-C01", _joined_after(_typed_over(0, "合计"))),
        ("现场：改了计入得分", "QA1112", "R1-C01", _joined_after(_typed_over(0, "得分"))),
        ("现场：不是工作簿", "QA220", "R1-C01", _joined_after(_not_a_workbook)),
        ("现场：超过分值", "QA1118", "“9999”", _joined_after(_answered("score", Decimal(9999)))),
        ("现场：负数", "QA1118", "“-1”", _joined_after(_answered("score", Decimal(-1)))),
        ("现场：不是数", "QA1118", "“很好”", _joined_after(_answered("score", "很好"))),
        ("现场：结论不在列表", "QA1118", "“大概”", _joined_after(_answered("conclusion", "大概"))),
        ("现场：有一项没有评", "QA1114", "1 项", _joined_after(_answered("score", None))),
        ("现场：没有签名", "QA1115", "R1-C01", _joined_after(_filled({SIGNED: None}))),
        ("现场：没有日期", "QA1115", "R1-C01", _joined_after(_filled({SIGNED_ON: None}))),
        ("现场：合成以后改过", "QA1116", "合议以后改过", _ranked_after(_changed)),
        ("现场：合成以后不见了", "QA1116", "现在不见了", _ranked_after(_gone)),
        ("现场：谁也没有去", "QA961", "", _nobody_went),
        ("现场：签字以后才去", "QA1117", "签字以后", _visited_after_signing),
    )
