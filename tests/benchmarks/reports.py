"""The Word report: built beside python-docx with the body ready, read back, and grown."""

import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal

import docx
from docx.oxml.parser import parse_xml

from builder.model.official import Criterion, Dimension, Indicator, Position
from builder.model.scheme import Scale, Scheme
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.pipeline.verify_word import WordVerifier
from builder.read.document import read_document_content
from builder.word.planning import plan_document
from builder.write.docx.document import write_document
from tests.benchmarks.measure import Comparison, compare
from tests.support.reports import filled_report
from tests.support.workbooks import shipped_scheme

# The kit with the most sections, some eighty pages when it is blank, and one of sixty pages.
LARGEST, SIXTY = "suihua-mayor 行业=医疗", "suihua-mayor 行业=一般行业"
_FEW, _MANY = 250, 1000
_HERE = Position(path="方案.md", line=1)


def report_comparisons(runs: int) -> Iterator[Comparison]:
    """Building and reading the largest report, and a report four times as long as another."""
    yield _build(runs)
    yield _read_back(runs)
    yield _grown(runs)


def _build(runs: int) -> Comparison:
    template = shipped_templates().document
    scheme = shipped_scheme(LARGEST)
    content = write_document(plan_document(scheme), template).content or b""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = package.read("word/document.xml")

    def ours() -> None:
        write_document(plan_document(scheme), template)

    def reference() -> None:
        document = docx.Document(str(template))
        ready = parse_xml(body)
        document.element.replace(document.element.body, ready[0])
        document.save(io.BytesIO())

    return compare(
        f"生成申报材料 {LARGEST}（排版、填模板、目录、写出）",
        ours,
        "python-docx 放入现成的正文并写出",
        reference,
        aim="≤ 2",
        runs=runs,
    )


def _read_back(runs: int) -> Comparison:
    content = filled_report(SIXTY)
    verifier = Verifier()

    def ours() -> None:
        WordVerifier(verifier).judge("", read_document_content("", lambda: content))

    def reference() -> None:
        document = docx.Document(io.BytesIO(content))
        for paragraph in document.paragraphs:
            _ = paragraph.text
        for table in document.tables:
            for cell in table._cells:  # noqa: SLF001 - the quickest way the library has
                _ = cell.text

    ours()
    return compare(
        f"核对填好的申报材料 {SIXTY}（60 页，≤ 100 毫秒）",
        ours,
        "python-docx 读出全部文字",
        reference,
        aim="",
        runs=runs,
    )


def _grown(runs: int) -> Comparison:
    template = shipped_templates().document
    few, many = _synthetic(_FEW), _synthetic(_MANY)

    def short() -> None:
        for _ in range(_MANY // _FEW):
            write_document(plan_document(few), template)

    return compare(
        f"生成 {_MANY} 个指标的申报材料",
        lambda: write_document(plan_document(many), template),
        f"{_MANY // _FEW} 份 {_FEW} 个指标的",
        short,
        aim="≤ 1.2",
        runs=runs,
    )


def _synthetic(count: int) -> Scheme:
    """A scheme of so many indicators."""
    return Scheme(
        id="synthetic",
        title="评分要点",
        award="某区政府质量奖",
        edition="1",
        source="附件",
        total=Decimal(count),
        scale=Scale.DIRECT,
        step=Decimal(1),
        position=_HERE,
        indicators=tuple(
            Indicator(
                code=str(number),
                number=str(number),
                name=f"指标{number}",
                points=Decimal(1),
                position=_HERE,
                dimension=Dimension.RESULT if number % 3 == 0 else Dimension.PROCESS,
                criteria=tuple(
                    Criterion(
                        label=f"{sign}.",
                        text="如何健全现代企业制度，以企业家精神引领组织高质量发展。",
                        points=None,
                        position=_HERE,
                    )
                    for sign in "abc"
                ),
            )
            for number in range(1, count + 1)
        ),
    )
