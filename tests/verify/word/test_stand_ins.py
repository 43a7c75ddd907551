"""A section that says only 略 or 见附件 is told as that, once, and not by its length as well."""

from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement

from builder.model.verdict import Status
from builder.pipeline.batch import Basis
from builder.pipeline.intake import take_in
from builder.pipeline.run import verify_all
from tests.support.reports import complete_workbook, filled_report, save_report
from tests.support.workbooks import PENGJIANG
from tests.verify.word.stand_ins import only_says
from tests.verify.word.test_document import verdict_on


@pytest.mark.parametrize(
    "words",
    [
        *("是", "已完成", "公司重视质量。", "选择一项。"),
        "1",
        "如题",
        "测试文字",
        "点击或轻触此处输入文字。",
        "略",
        "同上。",
        "（见附件）",
        "详见附件3",
        "待补充",
        "另附",
    ],
)
def test_a_section_of_such_a_word_is_one_finding_that_quotes_it(tmp_path: Path, words: str) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, only_says(words)))
    (finding,) = verdict.findings
    assert finding.code == "QA571"
    assert f"只写了“{words}”" in finding.message
    assert verdict.status is Status.FINDINGS


def test_beside_its_workbook_it_is_not_told_as_too_short_too(tmp_path: Path) -> None:
    report = save_report(tmp_path, filled_report(PENGJIANG, only_says("略", 2)))
    workbook = tmp_path / "自评打分表.xlsx"
    workbook.write_bytes(complete_workbook(PENGJIANG))
    read = verify_all(take_in((report, workbook)), Basis(), kept=None)
    codes = [[one.code for one in each.verdict.findings] for each in read]
    assert codes == [["QA571", "QA571"], []]


def followed_by_a_picture(document: Document) -> None:
    only_says("见附件")(document)
    said = next(one for one in document.paragraphs if one.text == "见附件")
    said.add_run()._r.append(OxmlElement("w:drawing"))  # noqa: SLF001 - as above


def test_an_annex_that_is_pasted_below_is_not_told_as_nothing(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, followed_by_a_picture))
    assert "QA571" not in {one.code for one in verdict.findings}


def test_many_such_sections_are_one_finding(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, only_says("见附件", 6)))
    assert [one.code for one in verdict.findings] == ["QA572"]
    assert verdict.findings[0].actual == "6"


@pytest.mark.parametrize("words", ["见附件，公司建立了质量责任制。", "略有提高，逐年改进。"])
def test_an_answer_that_begins_so_is_an_answer(tmp_path: Path, words: str) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, only_says(words)))
    assert verdict.findings == ()
