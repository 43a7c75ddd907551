"""What a clerk changes in a form is changed in the scheme, and nothing else."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.form.made import LEAST, SHIPPED, filled, row_of, text_of

COMMENTED = """\
---
# 谁的奖
# 编号不要改
id: commented
title: 某区政府质量奖评分要点
award: 某区政府质量奖
edition: 第1版
source: 附件1
total: 60
scale: direct
step: "0.5"
# 测量项目由科室核过
metrics:
  - {indicator: "1.1", name: 研发投入, unit: 万元}
  # 下一项待核
  - indicator: "1.2"
    name: >-
      质量文化
      建设
    better: up
remarks:
  - where: "1.1"
    text: 照录。
---

# 1 领导（60分）

## 1.1 企业家精神（25分）

a.如何增加研发投入。
b.如何引领组织发展。

## 1.2 组织文化（35分）

- 如何开展质量文化建设。
- 如何传播。

> 注：对服务业，另有说明。
"""
Fill = Callable[[Workbook], object]


def put_cell(sheet: str, cell: str, value: str | int) -> Fill:
    """Fill one cell."""

    def fill(book: Workbook) -> None:
        book[sheet][cell] = value

    return fill


def content(caption: str, value: str | int) -> Fill:
    """Fill the content of a single value."""

    def fill(book: Workbook) -> None:
        sheet = book["基本"]
        sheet.cell(row_of(sheet, 1, caption), 2).value = value

    return fill


def inserted(sheet: str, at: int, *cells: str | int | None) -> Fill:
    """Put a row in."""

    def fill(book: Workbook) -> None:
        book[sheet].insert_rows(at)
        for column, value in enumerate(cells, start=1):
            book[sheet].cell(at, column).value = value

    return fill


def deleted(sheet: str, at: int) -> Fill:
    """Take a row out."""
    return lambda book: book[sheet].delete_rows(at)


CHANGES: dict[str, tuple[Fill, list[str]]] = {
    "a total": (content("总分", 70), ["-total: 60", "+total: 70"]),
    "a word": (
        content("计分方式", "成熟度"),
        ["-scale: direct", "+scale: maturity"],
    ),
    "a flag that was not there": (content("排版标记", "是"), ["+markup: true"]),
    "a record that was not there": (
        lambda book: [
            content("建议线·分数", 40)(book),
            content("建议线·原话", "建议 40 分: 参考")(book),
        ],
        ["+threshold:", "+  points: 40", '+  wording: "建议 40 分: 参考"'],
    ),
    "a list within a record": (
        content("申报材料·封面", "申报组织\n联系人"),
        ["+report:", "+  cover: [申报组织, 联系人]"],
    ),
    "a value between braces": (
        put_cell("测量项目", "C4", "亿元"),
        [
            '-  - {indicator: "1.1", name: 研发投入, unit: 万元}',
            '+  - {indicator: "1.1", name: 研发投入, unit: 亿元}',
        ],
    ),
    "a folded text": (
        put_cell("测量项目", "B5", "质量文化"),
        ["-    name: >-", "-      质量文化", "-      建设", "+    name: 质量文化"],
    ),
    "a value that an entry did not have": (
        put_cell("测量项目", "D4", "越高越好"),
        [
            '-  - {indicator: "1.1", name: 研发投入, unit: 万元}',
            '+  - {indicator: "1.1", name: 研发投入, unit: 万元, better: up}',
        ],
    ),
    "an entry more": (
        inserted("提醒", 5, "总分", "共 60 分"),
        ['+  - where: total', "+    text: 共 60 分"],
    ),
    "an entry less": (
        deleted("测量项目", 4),
        ['-  - {indicator: "1.1", name: 研发投入, unit: 万元}'],
    ),
    "a list that is emptied": (
        deleted("提醒", 4),
        ["-remarks:", '-  - where: "1.1"', "-    text: 照录。"],
    ),
    "a list that was not there": (
        put_cell("打分约定", "A4", "步长是约定。"),
        ["+scale_terms:", "+  - 步长是约定。"],
    ),
    "points of an indicator": (
        put_cell("指标", "F5", 30),
        ["-## 1.1 企业家精神（25分）", "+## 1.1 企业家精神（30分）"],
    ),
    "a criterion": (
        put_cell("指标", "E7", "如何引领组织。"),
        ["-b.如何引领组织发展。", "+b.如何引领组织。"],
    ),
    "a criterion more": (
        inserted("指标", 8, "要点", None, None, "c.", "如何守法（\\d）。"),
        ["+c.如何守法（\\\\d）。", "+"],
    ),
    "a flag of an indicator": (
        put_cell("指标", "G5", "过程 可删减"),
        ["-## 1.1 企业家精神（25分）", "+## 1.1 企业家精神（25分） {process replaceable}"],
    ),
    "a note less": (deleted("指标", 11), ["-", "-> 注：对服务业，另有说明。"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_was_changed_is_changed_in_the_file(name: str, tmp_path: Path) -> None:
    fill, lines = CHANGES[name]
    read = filled(tmp_path, COMMENTED, fill)
    changed = text_of(tmp_path)
    found = [one for one in read.findings if one.code == "QA1209"]
    assert found == []
    if name in ("a total", "a word", "points of an indicator"):
        # What is added up no longer comes out: nothing is written.
        assert not read.written
        assert {one.place.sheet for one in read.findings} <= {"基本", "指标"}
        assert changed == COMMENTED
        return
    assert read.findings == ()
    assert read.written
    assert len(read.changes) >= 1
    assert difference(COMMENTED, changed) == lines
    assert (tmp_path / "方案.md.bak").read_text(encoding="utf-8") == COMMENTED


def difference(old: str, new: str) -> list[str]:
    """The lines that went and those that came."""
    lines = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_rows_that_are_moved_carry_their_lines_with_them(tmp_path: Path) -> None:
    def move(book: Workbook) -> None:
        sheet = book["指标"]
        a, b = ([cell.value for cell in sheet[row]] for row in (6, 7))
        for column, (one, other) in enumerate(zip(a, b, strict=True), start=1):
            sheet.cell(6, column).value, sheet.cell(7, column).value = other, one

    read = filled(tmp_path, COMMENTED, move)
    assert read.findings == ()
    text = text_of(tmp_path)
    assert text.index("b.如何引领组织发展。") < text.index("a.如何增加研发投入。")
    assert sorted(filter(None, text.split("\n"))) == sorted(filter(None, COMMENTED.split("\n")))


def test_sheets_and_columns_are_found_wherever_they_were_moved(tmp_path: Path) -> None:
    def move(book: Workbook) -> None:
        book.move_sheet("指标", 4)
        sheet = book["提醒"]
        for row in range(3, 6):
            one, other = sheet.cell(row, 1).value, sheet.cell(row, 2).value
            sheet.cell(row, 1).value, sheet.cell(row, 2).value = other, one

    read = filled(tmp_path, COMMENTED, move)
    assert (read.written, read.findings) == (False, ())


def test_a_scheme_in_chinese_stays_in_chinese(tmp_path: Path) -> None:
    text = LEAST.replace("total: 1", "总分: 1").replace("scale: direct", "计分方式: 直接打分")
    read = filled(
        tmp_path,
        text,
        lambda book: [
            put_cell("提醒", "A4", "总分")(book),
            put_cell("提醒", "B4", "照录。")(book),
            put_cell("指标", "G4", "结果")(book),
        ],
    )
    assert read.findings == ()
    assert difference(text, text_of(tmp_path)) == [
        "+提醒:",
        "+  - {位置: 总分, 文字: 照录。}",
        "-# 1 领导（1分）",
        "+# 1 领导（1分） {结果}",
    ]


def test_line_ends_and_the_mark_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "方案.md"

    def change(book: Workbook) -> None:
        path.write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
        content("奖项", "乙奖")(book)

    assert filled(tmp_path, LEAST, change).findings == ()
    written = path.read_bytes()
    assert written == b"\xef\xbb\xbf" + LEAST.replace("甲奖", "乙奖").replace("\n", "\r\n").encode()


def test_a_change_of_a_shipped_scheme_touches_one_line(tmp_path: Path) -> None:
    old = SHIPPED["suihua-mayor"]

    read = filled(tmp_path, old, put_cell("合成", "C4", "甲：“乙”"))
    assert read.findings == ()
    (before, after) = difference(old, text_of(tmp_path))
    assert before.startswith("-    wording: 特殊行业")
    assert after == '+    wording: "甲：“乙”"'


def test_a_comment_within_what_is_written_anew_is_kept(tmp_path: Path) -> None:
    text = LEAST.replace("step: 1\n", "step: 1\nthreshold:\n  # 上次会上说的\n  points: 1\n")
    read = filled(tmp_path, text, content("建议线·原话", "建议 1 分"))
    assert read.findings == ()
    assert "# 上次会上说的\n" in text_of(tmp_path)
