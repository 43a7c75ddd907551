"""Every text of a report is read once, wherever it stands, and nothing nests without end."""

import time
from pathlib import Path

import pytest

from builder.model.returned_document import ReturnedParagraph, ReturnedTable
from builder.ooxml.namespaces import WORD
from builder.ooxml.refusal import RefusedError
from builder.ooxml.whole_tree import own_tree
from builder.read.document_body import read_body
from builder.read.word_styles import WordStyles
from builder.write.annotate.document import annotated_document
from tests.support.pace import within
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG
from tests.verify.word.test_document import told, verdict_on, with_part

SPACES = (
    f'xmlns:w="{WORD[0]}" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:a="urn:a"'
)


def paragraph(text: str, more: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def box(inside: str) -> str:
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return f"<w:r><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></w:r>"


def either(requires: str, choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def texts(body: str) -> list[object]:
    """What is read: the words of a paragraph, with its pictures; the rows of a table."""
    root = own_tree(f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
    found: list[object] = []
    for block in read_body(root, WordStyles()).blocks:
        if isinstance(block, ReturnedTable):
            found.append(block.rows)
        elif isinstance(block, ReturnedParagraph):
            found.append(block.text + "图" * block.pictures)
    return found


def test_a_drawing_that_is_not_shown_holds_nothing() -> None:
    hidden = box(paragraph("乙")).replace("<w:drawing>", '<w:drawing><v:docPr hidden="1"/>')
    unseen = f'<v:shape style="visibility: hidden"><v:textbox>{box(paragraph("丁"))}</v:textbox>'
    old = f"<w:r><w:pict>{unseen}</v:shape></w:pict></w:r>"
    assert texts(paragraph("甲", hidden) + paragraph("丙", old)) == ["甲", "丙"]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (paragraph("甲", box(paragraph("乙"))) + paragraph("丙"), ["甲", "乙", "丙"]),
        (paragraph("甲", box(table(paragraph("乙"), paragraph("丙")))), ["甲", (("乙", "丙"),)]),
        (table(paragraph("甲") + paragraph("乙")) + paragraph("丙"), ["甲", "乙", "丙"]),
        (table(table(paragraph("甲"), paragraph("乙")) + paragraph("丙")), [(("甲", "乙"),), "丙"]),
        (paragraph("甲", box(paragraph("乙", box(paragraph("丙"))))), ["甲", "乙", "丙"]),
        (paragraph("甲", "<w:r><w:drawing/></w:r>"), ["甲图"]),
        (
            paragraph("甲", "<w:r><w:drawing><a:blip/><w:txbxContent/></w:drawing></w:r>"),
            ["甲图"],
        ),
        (paragraph("甲", box(paragraph("", "<w:r><w:pict/></w:r>"))), ["甲", "图"]),
        (paragraph("", either("wps", "<w:t>甲</w:t>", "<w:t>乙</w:t>")), ["甲"]),
        (paragraph("", either("w14 wps", "<w:t>甲</w:t>", "<w:t>乙</w:t>")), ["甲"]),
        (paragraph("", either("later", "<w:t>甲</w:t>", "<w:t>乙</w:t>")), ["乙"]),
        (
            table(paragraph("甲") + table("<w:p/>", paragraph("乙")) + paragraph("丙"), "<w:p/>"),
            [(("甲\n丙", ""),), (("", "乙"),)],
        ),
        (table(paragraph("甲") + table(paragraph("乙")), paragraph("丁")), [(("甲", "丁"),), "乙"]),
        (table(paragraph("甲", box(paragraph("乙"))), paragraph("丙")), [(("甲", "丙"),), "乙"]),
        (
            paragraph("", "<w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink>"),
            ["甲"],
        ),
        (paragraph("", "<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>"), [""]),
        (paragraph("", "<w:r><w:instrText>PAGE</w:instrText></w:r>"), [""]),
    ],
)
def test_every_text_is_read_once(body: str, read: list[object]) -> None:
    assert texts(body) == read


def nested(levels: int, *beside: str) -> str:
    inside = paragraph("甲")
    for _ in range(levels):
        inside = table(inside, *beside)
    return inside


def test_tables_in_twenty_tables_are_read_and_no_more() -> None:
    assert len(texts(nested(20, paragraph("乙")))) == 20
    assert texts(nested(20)) == ["甲"]
    with pytest.raises(RefusedError) as refusal:
        texts(nested(21))
    assert refusal.value.reason == "文件里的表格嵌套层数为 21，超过上限 20"
    with pytest.raises(RefusedError):
        texts(nested(15).replace("甲", f"</w:t></w:r>{box(nested(6))}<w:r><w:t>"))


@pytest.mark.parametrize("beside", [(), ("<w:p/>",)], ids=["frames", "tables"])
def test_a_report_of_tables_in_tables_is_read_and_annotated_as_quickly_as_any(
    tmp_path: Path, beside: tuple[str, ...]
) -> None:
    many = nested(20, *beside).replace("甲", "甲" * 20) * 300
    content = with_part(
        filled_report(PENGJIANG),
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", f"<w:body>{many}", 1),
    )
    begin = time.process_time()
    verdict = verdict_on(tmp_path, content)
    assert told(verdict) == []
    assert isinstance(annotated_document(content, verdict), bytes)
    assert within(time.process_time() - begin, 4)


def test_tables_nested_beyond_reason_are_refused(tmp_path: Path) -> None:
    content = with_part(
        filled_report(PENGJIANG),
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", f"<w:body>{nested(40)}", 1),
    )
    assert told(verdict_on(tmp_path, content)) == ["QA222"]
