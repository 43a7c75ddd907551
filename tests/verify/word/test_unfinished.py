"""Marks of what was still to be written are one hint for a report, with the first of them."""

from pathlib import Path

import pytest
from docx.document import Document

from builder.model.verdict import Status
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG
from tests.verify.word.test_document import first_answer, told, verdict_on


@pytest.mark.parametrize(
    "mark",
    [
        *("[公司名称]", "{{名称}}", "TODO", "单击此处输入", "此处插入图", "XX年", "XX%", "20XX年"),
        *("以下是为您", "**质量文化**", "作为AI助手", "XX公司"),
        "某某集团",
        "（此处待补充数据）",
        "（待完善）",
        "【请领导审阅】",
        "？？？",
        "____",
    ],
)
def test_a_mark_is_a_hint_that_quotes_it(tmp_path: Path, mark: str) -> None:
    def leave(document: Document) -> None:
        first_answer(document).runs[0].text += f"{mark}坚持质量第一。{mark}"

    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, leave))
    assert told(verdict) == ["QA573 1.1"]
    assert f"有 2 处像是没写完留下的，如“1.1 企业家精神（25分）”一节的“{mark}”" in (
        verdict.findings[0].message
    )
    assert verdict.status is Status.CLEAN


@pytest.mark.parametrize(
    "words",
    [
        *("质量文化仍有待完善", "（有待完善的方面）", "（亟待完善的环节）"),
        *("请顾客确认（签字）后归档", "X公司与XX平台", "人才有待补充（见表）"),
        *("型号为AXX%型", "[1] 见标准", "**", "以下是主要做法", "2×3年", "#3 生产线"),
    ],
)
def test_prose_that_holds_such_words_is_prose(tmp_path: Path, words: str) -> None:
    def write(document: Document) -> None:
        first_answer(document).runs[0].text += f"{words}。"

    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, write))) == []
