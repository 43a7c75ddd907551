"""An annotated report is the applicant's own with comments beside its headings, and comes back."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document

from builder.findings.finding import Finding
from builder.model.returned_document import OWN_AUTHOR
from builder.model.verdict import Verdict
from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.returned_files import ReturnedFile
from builder.word.words import PLACEHOLDER
from builder.write.annotate.document import annotated_document
from tests.oracles.libreoffice import save_document_again
from tests.oracles.test_sdk_validator import faults
from tests.support.reports import filled_report, save_report
from tests.support.workbooks import PENGJIANG


def verdict_on(path: Path) -> Verdict:
    return verify_file(ReturnedFile(path=path), Basis())


def told(verdict: Verdict) -> list[tuple[str, str, str]]:
    return [(one.code, one.place.indicator, one.message) for one in verdict.findings]


def faulty(document: Document) -> None:
    """A section renamed, a second one with its placeholder, and somebody's own comment."""
    heading = next(one for one in document.paragraphs if one.text == "1.2 组织文化（35分）")
    document.add_comment(heading.runs, text="请小王核对", author="张三", initials="张")
    heading.runs[0].text = "1.2 企业文化 & <b>（35分）"
    written = next(one for one in document.paragraphs if one.text.startswith("第 "))
    written.insert_paragraph_before(PLACEHOLDER)


def annotated(path: Path) -> bytes:
    made = annotated_document(path.read_bytes(), verdict_on(path))
    assert not isinstance(made, Finding), made.message
    return made


def comments(content: bytes) -> list[tuple[str, str]]:
    """Author and text of every comment."""
    found = docx.Document(io.BytesIO(content)).comments
    return [(one.author, one.text) for one in found]


def test_it_says_the_same_when_it_comes_back(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    verdict = verdict_on(path)
    assert [code for code, *_ in told(verdict)] == ["QA452", "QA552", "QA457"]
    again = save_report(tmp_path, annotated(path), "again.docx")
    assert told(verdict_on(again)) == told(verdict)


def test_each_finding_is_a_comment_beside_its_heading_and_others_stay(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    content = annotated(path)
    authors = [author for author, _ in comments(content)]
    assert authors == ["张三", OWN_AUTHOR, OWN_AUTHOR, OWN_AUTHOR]
    text = comments(content)[1][1]
    assert text.startswith("警告 QA452：“1.2 组织文化（35分）”一节的标题被改成“1.2 企业文化 & <b>")
    assert "办法：" in text
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = package.read("word/document.xml").decode()
    start = body.index('<w:commentRangeStart w:id="1"')
    assert body.index("企业文化") - start < 600


def test_annotating_again_replaces_our_comments_only(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    once = save_report(tmp_path, annotated(path), "once.docx")
    twice = annotated(once)
    assert comments(twice) == comments(once.read_bytes())
    with zipfile.ZipFile(io.BytesIO(twice)) as package:
        assert package.read("word/document.xml").count(b"commentReference") == 4


def test_what_nothing_is_added_to_keeps_its_bytes(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    with (
        zipfile.ZipFile(path) as before,
        zipfile.ZipFile(io.BytesIO(annotated(path))) as after,
    ):
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml", "word/comments.xml"]


def test_a_file_that_cannot_be_added_to_is_told(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    made = annotated_document(b"no archive", verdict_on(path))
    assert isinstance(made, Finding)
    assert made.code == "QA810"


@pytest.mark.needs_sdk_validator
def test_it_is_valid(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    before = faults(path)
    path.write_bytes(annotated(path))
    assert faults(path) == before


@pytest.mark.needs_libreoffice
def test_libreoffice_keeps_the_comments(tmp_path: Path) -> None:
    path = save_report(tmp_path, filled_report(PENGJIANG, faulty))
    path.write_bytes(annotated(path))
    saved = save_document_again(path)
    assert len(comments(saved.read_bytes())) == 4
