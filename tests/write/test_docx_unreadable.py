"""Files that are no usable template are refused with a reason, and the guide knows every tag."""

import os
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from builder.model.official import Position
from builder.model.scheme import Scale, Scheme
from builder.word.planning import plan_document
from builder.word.template_tags import KIT as KIT_TAGS
from builder.word.template_tags import VOCABULARIES
from builder.write.docx.document import write_document
from builder.write.docx.tags import closest_tag
from tests.docs.pages import TEMPLATE_GUIDE, text_of

KIT = Path(__file__).parents[2] / "templates" / "docx" / "kit.docx"
PLAN = plan_document(
    Scheme(
        id="sample",
        title="评分要点",
        award="某区政府质量奖",
        edition="2024",
        source="附件3",
        total=Decimal(10),
        scale=Scale.DIRECT,
        step=Decimal(1),
        position=Position(path="方案.md", line=1),
        indicators=(),
        fingerprint="f00d",
    )
)


def refused(template: Path) -> list[tuple[str, str]]:
    written = write_document(PLAN, template)
    assert written.content is None
    assert written.findings
    return [(item.code, item.message) for item in written.findings]


def test_a_missing_template_and_a_folder_are_said_to_be_unreadable(tmp_path: Path) -> None:
    assert [code for code, _ in refused(tmp_path / "没有.docx")] == ["QA801"]
    assert [code for code, _ in refused(tmp_path)] == ["QA801"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.docx")
    assert refused(tmp_path / "管道.docx") == [
        ("QA801", "读不到 Word 模板“管道.docx”：这是文件夹（或设备），这里要的是一个文件。")
    ]


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"<html/>"])
def test_a_file_that_is_no_docx_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    assert [code for code, _ in refused(path)] == ["QA802"]


@pytest.mark.parametrize(
    "member", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"]
)
@pytest.mark.parametrize("spoilt", ["", "<a>", "<a/>"])
def test_a_docx_with_a_spoilt_part_is_refused(tmp_path: Path, member: str, spoilt: str) -> None:
    path = tmp_path / "spoilt.docx"
    with zipfile.ZipFile(KIT) as source, zipfile.ZipFile(path, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            target.writestr(item, spoilt if item.filename == member else content)
    assert {code for code, _ in refused(path)} <= {"QA802", "QA806"}


@pytest.mark.parametrize("member", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
def test_a_docx_with_a_document_type_in_any_part_is_refused(tmp_path: Path, member: str) -> None:
    path = tmp_path / "kit.docx"
    with zipfile.ZipFile(KIT) as source, zipfile.ZipFile(path, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == member:
                head, root = content.split(b"?>", 1)
                content = head + b'?><!DOCTYPE x [<!ENTITY a "a">]>' + root
            target.writestr(item, content)
    assert refused(path) == [
        ("QA802", f"“kit.docx”不是可用的 .docx 文档：部件 {member} 含有文档类型定义，不予读取。")
    ]


def test_a_docx_that_unpacks_to_far_more_than_a_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 70_000_000)
    reason = "文件里的单个部件的字节数为 70000000，超过上限 64000000"
    assert refused(path) == [("QA802", f"“bomb.docx”不是可用的 .docx 文档：{reason}。")]


def test_a_truncated_template_is_refused_wherever_it_was_cut(tmp_path: Path) -> None:
    whole = KIT.read_bytes()
    path = tmp_path / "cut.docx"
    for length in range(0, len(whole), len(whole) // 20):
        path.write_bytes(whole[:length])
        assert [code for code, _ in refused(path)] == ["QA802"]


def test_the_template_guide_explains_every_tag() -> None:
    guide = text_of(TEMPLATE_GUIDE)
    tags = [tag for one in VOCABULARIES for tag in one.tags]
    assert [tag for tag in tags if tag not in guide] == []
    assert "loop.index" in guide
    assert closest_tag("奖 项", KIT_TAGS.tags) == "奖项"
