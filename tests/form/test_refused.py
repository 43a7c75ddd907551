"""A form is not trusted: what is amiss is told at its sheet and cell, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.style import Style
from builder.form.carried import carried_source
from builder.form.plan import FILE
from builder.model.returned import ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.pipeline.form import digest_of, read_form, write_form
from builder.pipeline.templates import shipped_templates
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import read_look, workbook_bytes
from tests.form.made import LEAST, filled, put, text_of

Fill = Callable[[Workbook], object]


def put_cell(sheet: str, cell: str, value: str | float) -> Fill:
    """Fill one cell."""

    def fill(book: Workbook) -> None:
        book[sheet][cell] = value

    return fill


def renamed(sheet: str, name: str) -> Fill:
    """Call a sheet otherwise."""

    def fill(book: Workbook) -> None:
        book[sheet].title = name

    return fill


def put_new(book: Workbook) -> None:
    """Add a sheet with something in it."""
    book.create_sheet("备注")["A1"] = "请看"


# What is filled in, the code that answers, where, and a part of what is said.
REFUSED: dict[str, tuple[Fill, str, str, str]] = {
    "an unknown sheet": (renamed("提醒", "提醒事项"), "QA1204", "提醒事项!", "是不是“提醒”？"),
    "a sheet more": (put_new, "QA1204", "备注!", "不认识"),
    "a heading": (put_cell("提醒", "B3", "文宇"), "QA1204", "提醒!B3", "是不是“文字”？"),
    "an item": (put_cell("基本", "A5", "标体"), "QA1204", "基本!A5", "是不是“标题”？"),
    "a word": (put_cell("基本", "B10", "直接打份"), "QA120", "基本!B10", "是不是“直接打分”？"),
    "a number": (put_cell("基本", "B9", "一千"), "QA118", "基本!B9", "一千"),
    "a required value": (put_cell("基本", "B5", " "), "QA115", "基本!", "title"),
    "a formula": (put_cell("指标", "F4", "=1+1"), "QA1207", "指标!F4", "=1+1"),
    "an error": (put_cell("指标", "F4", "#N/A"), "QA1206", "指标!F4", "#N/A"),
    "a code that is a number": (put_cell("提醒", "A4", 1.1), "QA1206", "提醒!A4", "1.1"),
    "a level": (put_cell("指标", "B4", "7"), "QA1206", "指标!B4", "1 至 6"),
    "a flag": (put_cell("指标", "G4", "过成"), "QA1206", "指标!G4", "是不是“过程”？"),
    "points": (put_cell("指标", "F4", "一分"), "QA1206", "指标!F4", "一分"),
    "what stands beside": (put_cell("提醒", "D9", "记得改"), "QA1206", "提醒!D9", "表外"),
    "a term": (put_cell("合成", "B4", "0.8 乘 1"), "QA1206", "合成!B4", "名称=值"),
    "an entry without its words": (put_cell("提醒", "A4", "总分"), "QA115", "提醒!A4", "text"),
    "a hidden sign": (put_cell("提醒", "B4", "甲\u200b乙"), "QA107", "提醒!B4", "U+200B"),
    "a criterion of nothing": (put_cell("指标", "A5", "要点"), "QA1206", "指标!E5", "空着"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_filled_in_amiss_is_told_at_its_cell(name: str, tmp_path: Path) -> None:
    fill, code, where, words = REFUSED[name]
    read = filled(tmp_path, LEAST, fill)
    assert not read.written
    assert text_of(tmp_path) == LEAST
    found = {one.code: one for one in read.findings}
    assert code in found, [f"{one.code} {one.message}" for one in read.findings]
    place = found[code].place
    assert f"{place.sheet}!{place.cell}".startswith(where), place
    assert words in found[code].message
    assert place.path.endswith("方案.xlsx")


@pytest.mark.parametrize(
    "name", ["an unknown sheet", "a heading", "an item", "a formula", "a flag"]
)
def test_one_fault_is_one_finding(name: str, tmp_path: Path) -> None:
    assert len(filled(tmp_path, LEAST, REFUSED[name][0]).findings) == 1


def test_what_was_wrong_before_keeps_nothing_from_being_written(tmp_path: Path) -> None:
    text = LEAST.replace("total: 1", "total: 2")
    read = filled(tmp_path, text, put_cell("基本", "B6", "乙奖"))
    assert (read.written, read.findings) == (True, ())
    assert "award: 乙奖" in text_of(tmp_path)


def test_a_scheme_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = put(tmp_path, LEAST)
    path.write_text(LEAST.replace("甲奖", "乙奖"), encoding="utf-8")
    read = read_form(tmp_path / "方案.xlsx", path)
    assert [one.code for one in read.findings] == ["QA1203"]
    assert not list(tmp_path.glob("*.bak"))


def test_a_form_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    path = put(tmp_path, LEAST)
    before = (tmp_path / "方案.xlsx").read_bytes()
    assert [one.code for one in write_form(path, tmp_path / "方案.xlsx").findings] == ["QA1210"]
    assert (tmp_path / "方案.xlsx").read_bytes() == before


@pytest.mark.parametrize("count", ["", "0", "-1", "9999999", "²", "3"])
def test_a_carried_file_that_is_not_whole_is_none(count: str) -> None:
    cells = {(1, 1): ReturnedCell(value="x"), (2, 1): ReturnedCell(value=count)}
    sheet = ReturnedSheet(name=FILE, state="visible", protected=False, cells=cells)
    made = carried_source(ReturnedWorkbook(sheets=(sheet,)), "方案.md")
    assert (made is None) is (count != "3")


def test_many_faults_are_told_up_to_a_bound_and_soon(tmp_path: Path) -> None:
    canvas = Canvas("基本", (20.0, 20.0))
    for row in range(4, 9_000):
        canvas.put(row, 1, Style.LABEL, f"没有的项{row}")
    path = put(tmp_path, LEAST)
    look = read_look(shipped_templates().workbook)
    assert isinstance(look, Look)
    hidden = Canvas(FILE, (20.0,))
    hidden.put(1, 1, Style.IDENTITY, "x")
    plan = BookPlan(
        title="", page_note="", sheets=(canvas.sheet, hidden.sheet), inputs=(), names=()
    )
    (tmp_path / "坏表.xlsx").write_bytes(workbook_bytes(plan, look, {}))
    read = read_form(tmp_path / "坏表.xlsx", path)
    assert [one.code for one in read.findings] == ["QA1203"]
    # The digest is known to whoever has the scheme.
    hidden.put(1, 1, Style.IDENTITY, digest_of(LEAST))
    plan = BookPlan(
        title="", page_note="", sheets=(canvas.sheet, hidden.sheet), inputs=(), names=()
    )
    (tmp_path / "坏表.xlsx").write_bytes(workbook_bytes(plan, look, {}))
    read = read_form(tmp_path / "坏表.xlsx", path)
    assert 10 < len(read.findings) <= 61
