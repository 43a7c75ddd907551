"""Panels that have not agreed, or whose reviewers wrote again after they had."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.model.panel.task import PanelTask, Seat
from builder.panel.input_names import SIGNED
from builder.pipeline.panel.planning import review_plan, site_plan
from builder.pipeline.verify import Verifier
from tests.findings.cases.said import Case, codes, put
from tests.support.panels import (
    fill,
    filled_panel,
    finished,
    merged_panel,
    read_back,
    sign,
    site_scores,
)
from tests.support.sites import STAGED, site_file, visit


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


def told_of_a_review(change: Callable[[PanelTask], Mapping[str, Value]]) -> Case:
    """A panel whose first review says something else."""

    def ask(folder: Path) -> list[str]:
        task = filled_panel(folder)
        fill(folder, task, task.seats[0], more=change(task))
        return codes(merged_panel(folder, task).findings)

    return ask


def _on_the_site(
    change: Callable[[Path, PanelTask, Seat], None], *, ranked: bool = False, signed: bool = False
) -> Case:
    """A panel of two stages whose first applicant was visited, after a change, joined again."""

    def ask(folder: Path) -> list[str]:
        task = filled_panel(folder)
        merged_panel(folder, task, STAGED)
        merged = read_back(folder)
        for code, _ in merged.task.names if signed or ranked else ():
            sign(folder, merged, code, site_scores(merged))
        change(folder, task, task.seats[0])
        again = merged_panel(folder, task, STAGED) if not ranked else finished(folder, merged)
        return codes(again.findings)

    return ask


def _visit(more: dict[str, Value]) -> Callable[[Path, PanelTask, Seat], None]:
    return lambda folder, task, seat: put_in(visit(folder, task, seat, Decimal(1), more))


def put_in(path: Path) -> None:
    """The file is where it was filled in."""
    assert path.is_file()


def _typed_over(folder: Path, task: PanelTask, seat: Seat) -> None:
    path, total = visit(folder, task, seat, Decimal(1)), site_plan(task, seat, Verifier()).total
    book = openpyxl.load_workbook(path)
    book[total.sheet].cell(total.row, total.column).value = 1
    book.save(path)


def _other(folder: Path, _task: PanelTask, seat: Seat) -> None:
    source = folder / "评审" / seat.file
    put(site_file(folder, seat).with_name("别的.xlsx"), source.read_bytes())


def _too_high(folder: Path, task: PanelTask, seat: Seat) -> None:
    leaf = site_plan(task, seat, Verifier()).leaves[0]
    visit(folder, task, seat, Decimal(1), {indicator_name("score", leaf.code): Decimal(9999)})


def _open_score(folder: Path, task: PanelTask, seat: Seat) -> None:
    leaf = site_plan(task, seat, Verifier()).leaves[0]
    visit(folder, task, seat, Decimal(1), {indicator_name("score", leaf.code): None})


AGREEING_CASES: dict[str, Case] = {
    "QA1110": _far_apart,
    "QA1111": _written_again,
    "QA1112": _on_the_site(_typed_over),
    "QA1113": _on_the_site(_other),
    "QA1114": _on_the_site(_open_score),
    "QA1115": _on_the_site(_visit({SIGNED: None})),
    "QA1116": _on_the_site(_visit({}), ranked=True),
    "QA1117": _on_the_site(_visit({}), signed=True),
    "QA1118": _on_the_site(_too_high),
    "QA1119": told_of_a_review(lambda task: {SIGNED: task.reviewers[1].name}),
}
CLEAN: dict[str, Case] = {
    "现场评审表": _on_the_site(_visit({})),
    "议定的合议表": lambda folder: _far_apart(folder, "逐条讨论，照合成分"),
}
