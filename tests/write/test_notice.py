"""The letter as a Word file: every text as it was planned, whatever it holds."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from builder.letters.notice import NoticePlan, plan_notice
from builder.load.library import shipped_folder
from builder.model.office import Office
from builder.pipeline.template_lint import lint_template
from builder.write.docx.notice import write_notice
from tests.letters.test_notice import OFFICE, VERDICT
from tests.oracles.test_sdk_validator import faults

TEMPLATE = shipped_folder("templates") / "docx" / "notice.docx"
NASTY = '甲 & <乙> {{ 奖项 }} {% for %} "丙"'


def written(plan: NoticePlan) -> bytes:
    made = write_notice(plan, TEMPLATE)
    assert made.findings == ()
    assert made.content is not None
    return made.content


def words(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def test_every_problem_stands_in_the_table_of_its_severity() -> None:
    plan = plan_notice("甲公司", (VERDICT,), OFFICE)
    content = written(plan)
    document = docx.Document(io.BytesIO(content))
    assert [len(table.rows) - 1 for table in document.tables] == [2, 1, 1]
    told = words(content)
    for chapter in plan.chapters:
        assert chapter.heading in told
        for line in chapter.lines:
            assert line.message in told
            assert line.fix in told
    assert "甲公司：" in told
    assert "某区质量办" in told
    assert "{" not in told


def test_values_come_out_as_they_were_typed() -> None:
    plan = plan_notice(NASTY, (VERDICT,), Office(name=NASTY))
    assert words(written(plan)).count(NASTY) == 2


def test_the_same_letter_has_the_same_bytes() -> None:
    plan = plan_notice("甲公司", (VERDICT,), OFFICE)
    assert written(plan) == written(plan)


def test_a_signature_never_stands_on_a_page_of_its_own() -> None:
    content = written(plan_notice("甲公司", (VERDICT,), OFFICE))
    *_, last_line, office, _day = docx.Document(io.BytesIO(content)).paragraphs
    assert office.text == "某区质量办"
    assert last_line.paragraph_format.keep_with_next
    assert office.paragraph_format.keep_with_next


def test_the_shipped_template_is_without_findings() -> None:
    assert lint_template(TEMPLATE) == ()


def test_a_misspelt_tag_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    document.paragraphs[1].runs[0].text = "{{ 申报组只 }}："
    path = tmp_path / "mine.docx"
    document.save(str(path))
    (finding,) = lint_template(path)
    assert finding.code == "QA803"
    assert "是不是想写“申报组织”？" in finding.fix


@pytest.mark.needs_sdk_validator
def test_it_is_valid_for_the_validator_of_microsoft(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes(written(plan_notice("甲公司", (VERDICT,), OFFICE)))
    assert faults(path) == []


def test_a_template_of_an_offices_own_may_name_all_files_in_one_sentence(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    sentence = "《{{ 材料 }}》（文件：{{ 文件 }}）{{ 结论 }}{% if 得分 %}；{{ 得分 }}{% endif %}"
    document.paragraphs[1].runs[0].text = sentence
    path = tmp_path / "mine.docx"
    document.save(str(path))
    assert lint_template(path) == ()
    report = replace(VERDICT, path="收件/甲.docx", findings=())
    made = write_notice(plan_notice("甲公司", (VERDICT, report), OFFICE), path)
    assert made.content is not None
    told = words(made.content)
    assert "《自评打分表》《申报材料》（文件：甲.xlsx、甲.docx）发现错误 2 处" in told
    assert "；没有发现问题" in told
