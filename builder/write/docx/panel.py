"""评审反馈 and 现场核查单 as Word files, poured into an office's templates."""

from functools import partial
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from builder.book.evaluation import Evaluation
from builder.letters.feedback import CHART_PLACE, FeedbackPlan
from builder.letters.site_check import SiteCheckPlan
from builder.word.template_tags import FEEDBACK, SITE_CHECK
from builder.write.docx.document import DocumentBytes
from builder.write.docx.pouring import pour
from builder.write.xlsx.charts import chart_xml

_CHART_NAME = PackURI("/word/charts/chart1.xml")
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
# English metric units: 15 by 9 centimetres.
_WIDTH, _HEIGHT = 5_400_000, 3_240_000
_INLINE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_WIDTH}" cy="{_HEIGHT}"/>'
    '<wp:docPr id="1" name="图 1" descr="各一级指标得分率"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def write_feedback(plan: FeedbackPlan, template: Path) -> DocumentBytes:
    """The feedback in the template's look, the chart where the template has a place for it."""
    return pour(template, FEEDBACK, feedback_context(plan), partial(_draw, plan=plan))


def write_site_check(plan: SiteCheckPlan, template: Path) -> DocumentBytes:
    """The list in the template's look."""
    return pour(template, SITE_CHECK, site_check_context(plan))


def feedback_context(plan: FeedbackPlan) -> dict[str, object]:
    """Every value a tag of the feedback can print."""
    return {
        "申报者": plan.applicant,
        "奖项": plan.award,
        "总得分": plan.total,
        "总体评价": plan.overall,
        "得分表": {"表头": plan.scores.header, "行": plan.scores.rows},
        "雷达图": CHART_PLACE if plan.chart is not None else "",
        "各指标": tuple(
            {"标题": section.heading, "优势": section.strengths, "改进机会": section.improvements}
            for section in plan.sections
        ),
        "规则": tuple({"名目": label, "内容": words} for label, words in plan.rules),
        "主办单位": plan.office,
    }


def site_check_context(plan: SiteCheckPlan) -> dict[str, object]:
    """Every value a tag of the list can print."""
    return {
        "申报者": plan.applicant,
        "奖项": plan.award,
        "评审编号": plan.run,
        "核查问题": tuple(
            {"序号": one.number, "指标": one.indicator, "问题": one.words} for one in plan.questions
        ),
        "主办单位": plan.office,
    }


def _draw(document: Document, plan: FeedbackPlan) -> None:
    """Put the chart in the place of its paragraph."""
    place = next((one for one in document.element.body.iter(qn("w:p")) if _is_place(one)), None)
    package = document.part.package
    if plan.chart is None or place is None or package is None:
        return
    markup = chart_xml(plan.chart, Evaluation(plan.book, {}))
    content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{markup}'.encode()
    part = Part(_CHART_NAME, _CHART_TYPE, content, package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    for run in place.findall(qn("w:r")):
        place.remove(run)
    place.append(parse_xml(_INLINE.format(relation)))


def _is_place(paragraph: _Element) -> bool:
    text = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
    return text.strip() == CHART_PLACE
