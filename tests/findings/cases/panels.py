"""Panels of reviewers: their list, the reviews and the consensus that came back, the record."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.planning import plan_workbook
from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.task import PanelTask
from builder.panel.input_names import CONSENSUS_LEADER, RECUSAL, RECUSED, SIGNED
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.planning import consensus_plan, review_plan
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.findings.cases.said import Case, codes, put, said
from tests.support.answers import complete_answers
from tests.support.lists import save_list
from tests.support.own_schemes import own_kit
from tests.support.panels import (
    COMPANIES,
    fill,
    filled_panel,
    finished,
    handed_in,
    merged_panel,
    read_back,
    reviewed,
    sign,
    task_of,
)
from tests.support.workbooks import write_filled


def _reviewers(*rows: tuple[object, ...]) -> Case:
    return lambda folder: codes(read_reviewers(save_list(folder / "名单.xlsx", *rows)).findings)


def _no_list(folder: Path) -> list[str]:
    return codes(read_reviewers(put(folder / "名单.xlsx", b"x")).findings)


def _twice_handed_in(folder: Path) -> list[str]:
    received = handed_in(folder / "收件")
    first = received / f"{COMPANIES[1]}-自评打分表.xlsx"
    put(received / "再交" / first.name, first.read_bytes())
    return codes(reviewed(folder).findings)


def _written_over(folder: Path) -> list[str]:
    task_of(reviewed(folder))
    return codes(reviewed(folder).findings)


def _reviews(change: Callable[[Path, PanelTask], None], *without: str) -> Case:
    """Whole reviews of a panel after something was done to them."""

    def ask(folder: Path) -> list[str]:
        task = filled_panel(folder)
        change(folder, task)
        return codes(read_opinions(folder / "评审", task, without, Verifier()).findings)

    return ask


def _file(folder: Path, task: PanelTask) -> Path:
    return folder / "评审" / task.seats[0].file


def _typed_over(path: Path, cell: Cell) -> None:
    """The workbook saved with another number where the total is computed."""
    book = openpyxl.load_workbook(path)
    book[cell.sheet].cell(cell.row, cell.column).value = 999
    book.save(path)


def _changed(folder: Path, task: PanelTask) -> None:
    _typed_over(_file(folder, task), review_plan(task, task.seats[0], Verifier()).total)


def _open_score(folder: Path, task: PanelTask) -> None:
    leaf = review_plan(task, task.seats[0], Verifier()).leaves[1]
    fill(folder, task, task.seats[0], more={indicator_name("score", leaf.code): None})


def _refill(folder: Path, task: PanelTask, more: dict[str, Value]) -> None:
    fill(folder, task, task.seats[0], more=more)


def _copied(folder: Path, task: PanelTask) -> None:
    path = _file(folder, task)
    put(path.with_name("副本.xlsx"), path.read_bytes())


def _stranger(folder: Path, _: PanelTask) -> None:
    source = next((folder / "收件").glob("*.xlsx"))
    put(folder / "评审" / "别的.xlsx", source.read_bytes())


def _scheme_gone(folder: Path) -> list[str]:
    plan = plan_workbook(own_kit(folder, "banded"))
    write_filled(folder / "甲.xlsx", plan, complete_answers(plan))
    order = ReviewOrder(
        files=(folder / "甲.xlsx",),
        reviewers=save_list(folder / "名单.xlsx", ("姓名",), ("张三丰",)),
        folder=folder / "评审",
        blind=False,
        template=shipped_templates().workbook,
    )
    known, _ = own_schemes([folder / "banded.md"])
    task = task_of(write_reviews(order, Verifier(known)))
    return codes(read_opinions(folder / "评审", task, (), Verifier()).findings)


def _joined(folder: Path) -> Merged:
    merged_panel(folder, filled_panel(folder))
    return read_back(folder)


def _consensus(more: dict[str, Value], *, signed: bool = True, change: bool = False) -> Case:
    """The consensus on both applicants, that on the first filled in or changed otherwise.

    A name of ``more`` that ends in ``_`` is completed by the first indicator's code.
    """

    def ask(folder: Path) -> list[str]:
        merged = _joined(folder)
        plan = consensus_plan(merged, "C01", Verifier())
        first = plan.leaves[0].code
        filled = {
            indicator_name(name[:-1], first) if name.endswith("_") else name: value
            for name, value in more.items()
        }
        path = sign(folder, merged, "C01", filled)
        sign(folder, merged, "C02")
        if change:
            _typed_over(path, plan.total)
        if not signed:
            path.unlink()
        return codes(finished(folder, merged).findings)

    return ask


def _recorded(folder: Path) -> PanelRecord:
    merged = _joined(folder)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    assert finished(folder, merged).findings == ()
    record = read_record(folder / "结果" / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    return record


def _unknown_company(folder: Path) -> list[str]:
    return codes(trace_number(_recorded(folder), "", "C09", "total", Verifier()).findings)


def _forged(folder: Path) -> list[str]:
    record = _recorded(folder)
    first, *others = record.outcomes
    changed = replace(first, total=first.total + 1)
    forged = replace(record, outcomes=(changed, *others))
    return codes(trace_number(forged, "", first.applicant, "total", Verifier()).findings)


PANEL_CASES: dict[str, Case] = {
    "QA934": _no_list,
    "QA935": _reviewers(("名字",), ("张三丰",)),
    "QA936": _reviewers(("姓名",), ("=1/0",)),
    "QA937": _reviewers(("姓名",)),
    "QA938": _reviewers(("姓名",), ("张三丰",), ("张三丰",)),
    "QA939": lambda folder: said("panel", folder, "-o", folder / "合议"),
    "QA940": _twice_handed_in,
    "QA941": _written_over,
    "QA942": _reviews(lambda folder, task: _file(folder, task).unlink()),
    "QA943": _reviews(_open_score),
    "QA944": _reviews(_changed),
    "QA945": _reviews(_copied),
    "QA946": _reviews(_stranger),
    "QA947": _reviews(lambda folder, task: _refill(folder, task, {RECUSAL: RECUSED})),
    "QA948": _reviews(lambda folder, task: _refill(folder, task, {SIGNED: None})),
    "QA949": _reviews(lambda _folder, _task: None, "R9-C01"),
    "QA950": _reviews(lambda _folder, _task: None, "R1-C02", "R2-C02", "R3-C02"),
    "QA951": _consensus({}, signed=False),
    "QA952": _consensus({}, change=True),
    "QA953": _consensus({"agreed_": Decimal(7)}),
    "QA954": _consensus({CONSENSUS_LEADER: None}),
    "QA955": _consensus({"agreed_": Decimal(9999)}),
    "QA956": _scheme_gone,
    "QA957": lambda folder: said("trace", put(folder / RECORD_FILE, b"{}"), "C01", "total"),
    "QA958": _unknown_company,
    "QA959": _forged,
}
CLEAN: dict[str, Case] = {
    "评审员名单": _reviewers(("姓名",), ("张三丰",)),
    "评完的评审表": _reviews(lambda _folder, _task: None),
    "签字的合议表": _consensus({}),
}
