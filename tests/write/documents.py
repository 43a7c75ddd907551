"""A small document, and what was written of it, for the tests of Word files."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from lxml import etree

from builder.model.official import (
    Criterion,
    DescriptorRow,
    DescriptorTable,
    Dimension,
    Indicator,
    Mark,
    Note,
    Position,
)
from builder.model.scheme import Discrepancy, Scale, Scheme
from builder.word.parts import DocumentPlan
from builder.word.planning import plan_document
from builder.write.docx.document import DocumentBytes, write_document

HERE = Position(path="方案.md", line=1)
TEMPLATES = Path(__file__).parents[2] / "templates" / "docx"
KIT = TEMPLATES / "kit.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ESCAPE = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"
AWKWARD = "A&B <c> {{x}} {_{y}_} {% z %} “引” 'q' \"r\""


def indicator(
    code: str,
    name: str,
    *children: Indicator,
    text: str = "如何做。",
    marks: tuple[Mark, ...] = (),
) -> Indicator:
    return Indicator(
        code=code,
        number=code,
        name=name,
        points=Decimal(10),
        position=HERE,
        dimension=Dimension.PROCESS,
        criteria=(Criterion(label="a. ", text=text, points=None, position=HERE, marks=marks),),
        notes=(Note(text="注：原文的注。", position=HERE),),
        tables=(
            DescriptorTable(
                header=("百分比", "说明", "备注"),
                rows=(DescriptorRow(cells=("0%", "没有方法", "无"), position=HERE),),
                position=HERE,
            ),
        ),
        children=children,
    )


def plan(
    *, text: str = "如何做。", name: str = "组织文化", marks: tuple[Mark, ...] = ()
) -> DocumentPlan:
    scheme = Scheme(
        id="sample",
        title="评分要点",
        award="某区政府质量奖",
        edition="2024",
        source="附件3",
        total=Decimal(10),
        scale=Scale.DIRECT,
        step=Decimal(1),
        position=HERE,
        indicators=(
            indicator(
                "1",
                "领导",
                indicator("1.1", name, indicator("1.1.1", "三级", indicator("1.1.1.1", "四级"))),
            ),
            indicator("2", "质量", text=text, marks=marks),
        ),
        discrepancies=(
            Discrepancy(
                where="2",
                stated=Decimal(300),
                actual=Decimal(285),
                treatment="不放大。",
                position=HERE,
            ),
        ),
    )
    return plan_document(replace(scheme, fingerprint="f00d"))


def part(written: DocumentBytes, name: str) -> etree._Element:
    assert written.content is not None, [item.message for item in written.findings]
    with zipfile.ZipFile(BytesIO(written.content)) as package:
        return etree.fromstring(package.read(name))


def body(written: DocumentBytes) -> etree._Element:
    return part(written, "word/document.xml")


def said(node: etree._Element) -> str:
    return "".join(piece.text or "" for piece in node.iter(f"{W}t"))


def in_style(written: DocumentBytes, style: str) -> list[str]:
    names = {
        item.get(f"{W}styleId"): item.find(f"{W}name")
        for item in part(written, "word/styles.xml").iter(f"{W}style")
    }
    found: list[str] = []
    for paragraph in body(written).iter(f"{W}p"):
        used = paragraph.find(f"{W}pPr/{W}pStyle")
        name = None if used is None else names[used.get(f"{W}val")]
        if name is not None and name.get(f"{W}val") == style:
            found.append(said(paragraph))
    return found


def changed(
    folder: Path,
    change: Callable[[str], str],
    member: str = "word/document.xml",
    of: Path = KIT,
) -> Path:
    """A template with one part rewritten; a change that changes nothing is a mistake."""
    path = folder / "template.docx"
    before = BytesIO(of.read_bytes())
    with zipfile.ZipFile(before) as source, zipfile.ZipFile(path, "w") as target:
        for item in source.infolist():
            content = source.read(item).decode()
            if item.filename == member:
                assert change(content) != content
                content = change(content)
            target.writestr(item, content)
    return path


def refused(template: Path) -> list[tuple[str, str]]:
    written = write_document(plan(), template)
    assert written.content is None
    return [(item.code, item.message) for item in written.findings]
