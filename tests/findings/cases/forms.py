"""Schemes that cannot be a form, and forms that were filled in amiss."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook

from builder.pipeline.form import read_form, write_form
from tests.findings.cases.said import Case, codes, put
from tests.notice.shapes import Paper, excel

TEXT = """\
---
id: least
title: 甲
award: 甲奖
edition: 第1版
source: 附件1
total: 1
scale: direct
step: 1
bands:
  - {name: 上, low: 0%, high: 100%}
---

# 1 领导（1分）

如何做。

| 甲 | 乙 |
| --- | --- |
| 一 | 二 |
"""


def _written(text: str) -> Case:
    """A scheme as a form."""

    def ask(folder: Path) -> list[str]:
        path = put(folder / "方案.md", text.encode())
        return codes(write_form(path, folder / "方案.xlsx").findings)

    return ask


def _twice(folder: Path) -> list[str]:
    _written(TEXT)(folder)
    return list(_written(TEXT)(folder))


def _filled(fill: Callable[[Workbook], object], text: str = TEXT) -> Case:
    """A form that somebody filled in."""

    def ask(folder: Path) -> list[str]:
        path, form = put(folder / "方案.md", text.encode()), folder / "方案.xlsx"
        write_form(path, form)
        book = load_workbook(form)
        fill(book)
        book.save(form)
        return codes(read_form(form, path).findings)

    return ask


def _foreign(folder: Path) -> list[str]:
    form = put(folder / "方案.xlsx", excel(Paper(parts=("别的表",))))
    return codes(read_form(form, folder / "方案.md").findings)


def _changed_since(folder: Path) -> list[str]:
    path, form = put(folder / "方案.md", TEXT.encode()), folder / "方案.xlsx"
    write_form(path, form)
    put(path, TEXT.replace("甲奖", "乙奖").encode())
    return codes(read_form(form, path).findings)


def _cell(sheet: str, cell: str, value: str) -> Callable[[Workbook], object]:
    def fill(book: Workbook) -> None:
        book[sheet][cell] = value

    return fill


def _years(book: Workbook) -> None:
    """A name that ends as points do."""
    book["指标"]["E4"], book["指标"]["F4"] = "领导（2024）", None


def _without(sheet: str) -> Callable[[Workbook], object]:
    return lambda book: book.remove(book[sheet])


FORM_CASES: dict[str, Case] = {
    "QA1200": _written("没有文件头\n"),
    "QA1201": _written(TEXT.replace("如何做", "如何做" * 11_000)),
    "QA1202": _foreign,
    "QA1203": _changed_since,
    "QA1204": _filled(_cell("基本", "A6", "总份")),
    "QA1205": _filled(_without("提醒")),
    "QA1206": _filled(_cell("指标", "A4", "指标项")),
    "QA1207": _filled(_cell("基本", "B5", '="甲"&"乙"')),
    "QA1208": _filled(_cell("指标", "E6", "甲｜丙")),
    "QA1209": _filled(_years),
    "QA1210": _twice,
}
CLEAN: dict[str, Case] = {"没有改动的表": _filled(lambda _: None)}
