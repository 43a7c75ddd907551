"""Whatever somebody types into a form: no fault of the program, and a file that is whole."""

import random
from pathlib import Path

import pytest
from openpyxl import Workbook

from builder.load.lint import lint_text
from tests.form.made import EXAMPLES, filled, text_of

ODD = (
    *("", " ", "=1+1", "#", "# 1 领导", "> 注", "- 甲", "| 甲 |", "---", "a.", "（5分）"),
    *("【60分】", "甲：乙", "a: b", "{甲}", "[甲]", "'", '"', "\\", "`甲`", "<b>", "&amp;"),
    *("甲\n乙", "甲；乙=丙", "1.10", "0", "-1", "5%", "true", "null", "是", "总分", "行业=养老"),
    *("甲\u200b乙", "\u3000", "注：甲", "1.1.1.1", "過程", "一" * 300),
)
SHEETS = (
    "基本",
    "指标",
    "选择",
    "合成",
    "参评条件",
    "否决事项",
    "分值矛盾",
    "测量项目",
    "更正",
    "提醒",
    "填写项",
)


@pytest.mark.parametrize("seed", range(12))
def test_odd_cells_are_told_or_written_as_they_are(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - nobody's secret depends on it
    name = sorted(EXAMPLES)[seed % len(EXAMPLES)]

    def fill(book: Workbook) -> None:
        for _ in range(chance.randint(1, 4)):
            sheet = book[chance.choice(SHEETS)]
            row = chance.randint(4, max(5, min(sheet.max_row, 24)))
            column = 2 if sheet.title == "基本" else chance.randint(1, 8)
            sheet.cell(row, column).value = chance.choice(ODD)

    old = EXAMPLES[name]
    read = filled(tmp_path, old, fill)
    now = text_of(tmp_path)
    assert "QA831" not in [one.code for one in read.findings]
    if not read.written:
        assert now == old
        return
    before = {(one.code, one.message) for one in lint_text(old, "").findings}
    errors = [
        one
        for one in lint_text(now, "").findings
        if one.rule.severity == "error" and (one.code, one.message) not in before
    ]
    assert errors == []
