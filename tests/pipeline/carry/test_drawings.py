"""What a company drew itself arrives in the new report, or is named with what to do."""

import io
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from docx.document import Document
from docx.shared import Mm

from builder.editions.carried import CarriedLine, Fate
from builder.ooxml.namespaces import local_name
from builder.ooxml.office_file import OfficeFile
from builder.pipeline.kit_names import KitPart
from builder.read.document import read_document_content
from tests.pipeline.carry.carried import account_of
from tests.pipeline.carry.drawn import (
    Drawing,
    chart,
    diagram,
    embedded,
    illustrated,
    inserted_file,
    linked_chart,
    picture_elsewhere,
)
from tests.pipeline.carry.test_report import BY_NAME, carried_over, png

PAIR = BY_NAME["points moved"]
CAPTION = "图 1　质量成本的构成"


def report_of(folder: Path, edit: Any, of_place: str = "1.4 ") -> tuple[bytes, CarriedLine]:
    """The new report, and what is told of a part of the old one."""
    made, _ = carried_over(PAIR, folder, edit)
    content = dict(made.contents)[KitPart.DOCX]
    read = read_document_content("new.docx", lambda: content)
    assert read.document is not None, read.findings
    told = (one for one in account_of(made).lines if one.place.startswith(f"申报材料　{of_place}"))
    return content, next(told)


def drawings_in(content: bytes) -> list[Element]:
    package = OfficeFile(content)
    body = package.tree(package.main_part)
    return [one for one in body.iter() if local_name(one) in ("drawing", "pict")]


def leads(package: OfficeFile, source: str, kind: str) -> str:
    """The part to which another leads, which has to be there."""
    part = package.related(source, kind)
    assert part is not None
    assert part in package
    return part


def test_a_chart_comes_with_the_table_behind_it(tmp_path: Path) -> None:
    content, line = report_of(tmp_path, illustrated(chart, CAPTION))
    package = OfficeFile(content)
    drawn = leads(package, package.main_part, "chart")
    assert (line.fate, len(drawings_in(content))) == (Fate.KEPT, 1)
    assert package.part(leads(package, drawn, "package")).startswith(b"PK")


def test_a_chart_linked_to_somebodys_table_comes_without_the_link(tmp_path: Path) -> None:
    content, line = report_of(tmp_path, illustrated(linked_chart, CAPTION))
    package = OfficeFile(content)
    drawn = leads(package, package.main_part, "chart")
    assert line.fate is Fate.KEPT
    assert "95" in "".join(package.tree(drawn).itertext())
    assert package.relations(drawn) == {}
    assert not [one for one in package.tree(drawn).iter() if local_name(one) == "externalData"]


def test_a_diagram_comes_with_how_it_was_drawn(tmp_path: Path) -> None:
    content, line = report_of(tmp_path, illustrated(diagram, CAPTION))
    package = OfficeFile(content)
    for kind in ("Data", "Layout", "QuickStyle", "Colors", "Drawing"):
        leads(package, package.main_part, f"diagram{kind}")
    data = package.tree(leads(package, package.main_part, "diagramData"))
    (extension,) = (one for one in data.iter() if local_name(one) == "dataModelExt")
    relation = package.relations(package.main_part)[extension.get("relId") or ""]
    assert relation.kind == "diagramDrawing"
    assert line.fate is Fate.KEPT


def test_of_an_embedded_document_the_picture_comes_and_the_rest_is_told(tmp_path: Path) -> None:
    content, line = report_of(tmp_path, illustrated(embedded, CAPTION))
    package = OfficeFile(content)
    assert package.part(leads(package, package.main_part, "image")) == png()
    assert not any("oleObject" in name or name.endswith(".bin") for name in package.names)
    assert line.fate is Fate.CHECK
    assert f"“{CAPTION}”原是嵌入的对象，只沿用了画面" in line.reason


def test_a_picture_that_lies_elsewhere_is_named(tmp_path: Path) -> None:
    content, line = report_of(tmp_path, illustrated(picture_elsewhere, CAPTION))
    assert drawings_in(content) == []
    assert line.fate is Fate.CHECK
    assert f"没有沿用“{CAPTION}”，请从旧的申报材料复制" in line.reason
    assert "（此处的内容没有沿用" in "".join(
        OfficeFile(content).tree("word/document.xml").itertext()
    )


def test_a_picture_beside_what_the_workbook_fills_in_stands_at_the_end(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        document.paragraphs[0].add_run().add_picture(io.BytesIO(png()), width=Mm(20))

    content, line = report_of(tmp_path, edit, "封面")
    assert len(drawings_in(content)) == 1
    assert "其中的图附在申报材料最后" in line.reason


def test_a_file_put_into_the_report_is_named(tmp_path: Path) -> None:
    content, line = report_of(tmp_path, inserted_file)
    assert "没有沿用一个插入的文件，请从旧的申报材料复制" in line.reason
    assert b"altChunk" not in OfficeFile(content).part("word/document.xml")


def test_what_was_written_in_a_heading_is_told(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        heading = [one for one in document.paragraphs if one.text.startswith("1.4 ")][-1]
        heading.add_run("——我们的做法")

    _, line = report_of(tmp_path, edit)
    assert "——我们的做法”" in line.reason


@pytest.mark.parametrize("drawing", [chart, diagram, embedded, picture_elsewhere])
def test_what_has_no_place_is_drawn_at_the_end_or_named(drawing: Drawing, tmp_path: Path) -> None:
    made, _ = carried_over(
        BY_NAME["rewritten beyond recognition"], tmp_path, illustrated(drawing, CAPTION, "5.7.3 ")
    )
    line = next(one for one in account_of(made).lines if one.place.startswith("申报材料　5.7.3"))
    assert line.fate is Fate.LEFT
    assert bool(drawings_in(dict(made.contents)[KitPart.DOCX])) != ("没有沿用" in line.reason)
