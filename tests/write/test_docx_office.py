"""What an office asks for reaches the Word file: its settings, parts, and look of the text."""

from lxml import etree

from builder.model.identity import PROPERTY_PREFIX, settings_of
from builder.model.office import Office
from builder.model.report_terms import ReportPart, ReportTerms
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from builder.read.document import read_document_content
from builder.word.planning import plan_document
from builder.write.docx.document import write_document
from tests.support.workbooks import PENGJIANG, shipped_scheme
from tests.write.documents import KIT, W, in_style, part

LONG = Office(name="某区质量办", return_to=tuple(f"第{n}条：{'长' * 100}" for n in range(9)))


def style(written_part: etree._Element, name: str) -> etree._Element:
    return next(
        one
        for one in written_part.iter(f"{W}style")
        if (label := one.find(f"{W}name")) is not None and label.get(f"{W}val") == name
    )


def test_the_settings_come_back_in_pieces_that_every_program_keeps() -> None:
    content, _ = kit_file(shipped_scheme(PENGJIANG), KitPart.DOCX, shipped_templates(), LONG)
    assert content is not None
    read = read_document_content("", lambda: content).document
    assert read is not None
    ours = {
        name: value for name, value in read.properties.items() if name.startswith(PROPERTY_PREFIX)
    }
    assert all(len(value) <= 255 for value in ours.values())
    assert settings_of(read.properties) == LONG.canonical


def test_what_the_applicant_writes_looks_as_asked_and_the_rest_as_before() -> None:
    terms = ReportTerms(body_font="宋体", body_size="小四", line_spacing="1.5")
    plan = plan_document(shipped_scheme(PENGJIANG), Office(report=terms))
    styles = part(write_document(plan, KIT), "word/styles.xml")
    usual = part(write_document(plan_document(shipped_scheme(PENGJIANG)), KIT), "word/styles.xml")
    answer = style(styles, "QA填写区")
    assert next(answer.iter(f"{W}rFonts")).get(f"{W}eastAsia") == "宋体"
    assert next(answer.iter(f"{W}sz")).get(f"{W}val") == "24"
    assert next(answer.iter(f"{W}spacing")).get(f"{W}line") == "360"
    assert next(answer.iter(f"{W}ind")).get(f"{W}firstLine") == "480"
    for other in ("QA提示", "heading 1", "QA表格"):
        assert etree.tostring(style(styles, other)) == etree.tostring(style(usual, other))


def test_guidance_is_of_one_style_that_hides_it_all() -> None:
    styles = part(write_document(plan_document(shipped_scheme(PENGJIANG)), KIT), "word/styles.xml")
    above = style(styles, "QA指导").get(f"{W}styleId")
    guiding = (
        *("QA提示", "QA评价要点", "QA注", "QA计分说明", "QA小标题", "QA原文表头", "QA原文表格"),
        *("QA指导标题", "QA须知", "QA填表说明", "QA分值", "QA附录标题", "QA附录正文", "QA原文表尾"),
    )
    for name in guiding:
        based = style(styles, name).find(f"{W}basedOn")
        assert based is not None
        assert based.get(f"{W}val") == above
    for name in ("QA填写区", "QA表格", "heading 2", "QA说明", "QA说明号", "QA得分"):
        based = style(styles, name).find(f"{W}basedOn")
        assert based is not None
        assert based.get(f"{W}val") != above


def test_parts_that_were_left_out_are_not_there() -> None:
    terms = ReportTerms(parts=(ReportPart.FORM,))
    written = write_document(plan_document(shipped_scheme(PENGJIANG), Office(report=terms)), KIT)
    parts = ["申报表", "自评报告", "证实性材料清单", "附：原文说明"]
    assert in_style(written, "heading 1") == parts
    assert in_style(written, "QA指导标题") == ["填写须知"]
