"""A copy without guidance has everything a company wrote, and nothing of the kit's instructions."""

from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from builder.model.returned_document import ReturnedDocument, ReturnedTable
from builder.pipeline.clean_report import Cleaned, CleanOrder, clean_report
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document, read_document_content
from builder.word.planning import LAYOUT, LAYOUT_2
from tests.pipeline.carry.test_report import illustrate
from tests.support.filling import filled_in, taken_apart
from tests.support.reports import blank_report, filled_report, save_report
from tests.support.workbooks import MINHANG, WUHAN_INDIVIDUAL
from tests.write.fill.edits import edited, parts_of


def cleaned(folder: Path, content: bytes) -> tuple[Cleaned, bytes]:
    """What is told of the copy, and the copy."""
    report = save_report(folder, content)
    made = clean_report(CleanOrder(report=report, templates=shipped_templates()))
    assert made.path is not None, made.findings
    return made, made.path.read_bytes()


def texts(content: bytes) -> str:
    """All that a file says."""
    document = read_document_content("副本.docx", lambda: content).document
    assert isinstance(document, ReturnedDocument)
    return "\n".join(
        "\n".join(cell for row in one.rows for cell in row)
        if isinstance(one, ReturnedTable)
        else one.text
        for one in document.blocks
    )


def illustrated(document: Document) -> None:
    """The company put in a picture and a table of its own."""
    illustrate(document, "1.2 创新标准化", "我们的公益行动")


def test_what_was_written_stays_and_the_guidance_goes(tmp_path: Path) -> None:
    whole = filled_in(MINHANG, filled_report(MINHANG, illustrated)).content
    made, copy = cleaned(tmp_path, whole)
    assert made.findings == ()
    before, after = taken_apart(MINHANG, whole), taken_apart(MINHANG, copy)
    assert after.sections == tuple(
        type(one)(**{**one_without_place(one), "heading": there.heading})
        for one, there in zip(before.sections, after.sections, strict=True)
    )
    assert (after.form, after.cover, after.checklist) == (
        before.form,
        before.cover,
        before.checklist,
    )
    others = {name: part for name, part in parts_of(whole).items() if name != BODY}
    assert {name: part for name, part in parts_of(copy).items() if name != BODY} == others
    said = texts(copy)
    assert not [words for words in GUIDANCE if words in said]
    assert "附：原文说明" in said
    assert "主办单位设定" in said


BODY = "word/document.xml"
GUIDANCE = ("填写须知", "附：评分标准", "参考字数", "用数据和事实支撑", "注：1.")


def one_without_place(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def test_the_copy_is_verified_like_the_report_and_told_what_is_left_out(tmp_path: Path) -> None:
    made, once = cleaned(tmp_path, filled_report(WUHAN_INDIVIDUAL))
    assert made.report is not None
    assert made.path is not None
    assert dict(made.report.removed)["评价要点"] == 16
    assert "“附：评分标准”" in dict(made.report.removed)
    read = read_document(made.path)
    assert WordVerifier(Verifier()).judge(str(made.path), read).findings == ()
    twice, again = cleaned(tmp_path, once)
    assert twice.report is not None
    assert twice.report.removed == ()
    assert again == once


def test_words_in_guidance_that_nobody_handed_out_are_kept_and_told(tmp_path: Path) -> None:
    def write_on(root: Any) -> None:
        prompt = next(one for one in root.iter(qn("w:t")) if (one.text or "").startswith("请对照"))
        prompt.text = f"{prompt.text}我们用的是自己的办法。"

    made, copy = cleaned(tmp_path, edited(blank_report(WUHAN_INDIVIDUAL), write_on))
    assert [one.code for one in made.findings] == ["QA1274"]
    assert "我们用的是自己的办法。" in texts(copy)


def test_an_older_kit_keeps_the_remarks_that_stood_among_its_guidance(tmp_path: Path) -> None:
    made, copy = cleaned(tmp_path, filled_report(WUHAN_INDIVIDUAL, layout=LAYOUT_2))
    assert made.findings == ()
    said = texts(copy)
    assert "跨页拼接待核" in said
    assert "参考字数" not in said
    assert "填写须知" not in said


@pytest.mark.parametrize("layout", [LAYOUT, LAYOUT_2])
def test_a_report_of_every_layout_is_verified(layout: str) -> None:
    content = filled_report(WUHAN_INDIVIDUAL, layout=layout)
    read = read_document_content("申报材料.docx", lambda: content)
    assert WordVerifier(Verifier()).judge("申报材料.docx", read).findings == ()
