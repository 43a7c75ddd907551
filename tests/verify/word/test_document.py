"""A report is held against the kit it was made from: each thing amiss is one finding."""

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from builder.model.official import Dimension
from builder.model.verdict import Status, Verdict
from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.intake import take_in
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import verify_all
from builder.verify.held import applicant_of
from builder.word.words import EVIDENCE_HEADER, PLACEHOLDER, PROMPTS
from tests.oracles.libreoffice import save_document_again
from tests.support.proved import proved
from tests.support.reports import (
    blank_report,
    complete_held,
    complete_workbook,
    filled_report,
    save_report,
)
from tests.support.workbooks import PENGJIANG, PROVED_KITS, SUIHUA

Edit = Callable[[Document], None]
HEADING = "1.2 组织文化（35分）"


def verdict_on(folder: Path, content: bytes) -> Verdict:
    return verify_file(ReturnedFile(path=save_report(folder, content)), Basis())


def told(verdict: Verdict) -> list[str]:
    lines = (f"{one.code} {one.place.indicator}" for one in verdict.findings)
    return [line.strip() for line in lines]


def heading(document: Document, text: str = HEADING) -> Paragraph:
    return next(one for one in document.paragraphs if one.text == text and is_heading(one))


def is_heading(paragraph: Paragraph) -> bool:
    name = "" if paragraph.style is None else paragraph.style.name or ""
    return name.startswith("Heading")


def section_of(document: Document, text: str = HEADING) -> list[Any]:
    """The elements from a heading to the next one."""
    start: Any = heading(document, text)._element  # noqa: SLF001 - the library offers no other way
    found = [start]
    for element in start.itersiblings():
        if element.tag == qn("w:p") and is_heading(Paragraph(element, document)):
            break
        found.append(element)
    return found


def with_part(content: bytes, name: str, edit: Callable[[str], str]) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for member in source.namelist():
            part = source.read(member)
            target.writestr(member, edit(part.decode()).encode() if member == name else part)
    return held.getvalue()


@pytest.mark.parametrize("kit", PROVED_KITS[:-1])
def test_a_filled_report_of_any_award_is_clean(tmp_path: Path, kit: str) -> None:
    verdict = verdict_on(tmp_path, filled_report(kit))
    assert told(verdict) == []
    assert verdict.status is Status.CLEAN
    assert verdict.applicant == applicant_of(complete_held(kit))
    assert verdict.score is None


def test_a_report_that_nobody_wrote_in_is_one_finding_that_counts_its_places(
    tmp_path: Path,
) -> None:
    verdict = verdict_on(tmp_path, blank_report(PENGJIANG))
    assert {line.split()[0] for line in told(verdict)} == {"QA568"}
    (finding,) = verdict.findings
    assert finding.actual.endswith(f"{5 + 26} 节正文")


def test_a_report_that_nobody_wrote_in_lacks_no_evidence_of_the_workbook_beside_it(
    tmp_path: Path,
) -> None:
    save_report(tmp_path, blank_report(PENGJIANG))
    (tmp_path / "评分表.xlsx").write_bytes(complete_workbook(PENGJIANG))
    both = verify_all(take_in((tmp_path,)), Basis(), kept=None)
    assert [one.code for each in both for one in each.verdict.findings] == ["QA568"]


def removed(document: Document) -> None:
    for element in section_of(document):
        element.getparent().remove(element)


def renamed(document: Document) -> None:
    heading(document).runs[0].text = "1.2 企业文化（35分）"


def moved(document: Document) -> None:
    after = section_of(document, "1.4 组织治理（25分）")[-1]
    for element in reversed(section_of(document)):
        after.addnext(element)


def repeated(document: Document) -> None:
    again = heading(document, "2.1 质量安全（35分）").insert_paragraph_before(HEADING)
    again.style = document.styles["Heading 3"]
    marked: Any = heading(document)._element  # noqa: SLF001 - the library offers no other way
    for mark in [*marked.iter(qn("w:bookmarkStart"))]:
        marked.remove(mark)


def emptied(document: Document) -> None:
    for element in section_of(document)[1:]:
        if element.tag == qn("w:p"):
            paragraph = Paragraph(element, document)
            if paragraph.text.startswith("第 "):
                paragraph.runs[0].text = PLACEHOLDER


def first_answer(document: Document) -> Paragraph:
    """What was written under the first indicator, after the overview."""
    report = heading(document, "1.1 企业家精神（25分）")
    after = itertools.dropwhile(lambda one: one.text != report.text, document.paragraphs)
    return next(one for one in after if one.text.startswith("第 "))


def placeholder_left(document: Document) -> None:
    first = first_answer(document)
    first.insert_paragraph_before(PLACEHOLDER)


def prompt_left(document: Document) -> None:
    words = PROMPTS[Dimension.PROCESS][0]
    first = first_answer(document)
    first.insert_paragraph_before(words)


def table_blank(document: Document) -> None:
    for element in section_of(document):
        for text in element.iter(qn("w:t")) if element.tag == qn("w:tbl") else ():
            if (text.text or "") not in EVIDENCE_HEADER:
                text.text = ""


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (removed, ["QA451 1.2"]),
        (renamed, ["QA452 1.2"]),
        (moved, ["QA453 1.2"]),
        (repeated, ["QA454 1.2"]),
        (emptied, ["QA551 1.2"]),
        (placeholder_left, ["QA552 1.1"]),
        (prompt_left, ["QA553 1.1"]),
        (table_blank, ["QA555 1.2"]),
    ],
)
def test_one_fault_is_one_finding(tmp_path: Path, edit: Edit, expected: list[str]) -> None:
    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, edit))) == expected


def pasted_over(document: Document) -> None:
    """An applicant selects all and pastes an article of its own."""
    body: Any = document.element.body
    for element in [*body]:
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    document.add_paragraph("一、公司概况")
    document.add_paragraph("我们把另写的文章整篇贴了进来。")


def test_a_report_pasted_over_is_told_once_and_not_heading_by_heading(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, pasted_over))
    assert told(verdict) == ["QA458"]
    assert verdict.status is Status.FINDINGS
    assert "45 个标题，其中 45 个未找到" in verdict.findings[0].message


def test_beside_its_workbook_it_is_told_no_more_than_that(tmp_path: Path) -> None:
    report = save_report(tmp_path, filled_report(PENGJIANG, pasted_over))
    workbook = tmp_path / "自评打分表.xlsx"
    workbook.write_bytes(complete_workbook(PENGJIANG))
    verdicts = [
        each.verdict for each in verify_all(take_in((report, workbook)), Basis(), kept=None)
    ]
    assert list(map(told, verdicts)) == [["QA458"], []]


@pytest.mark.parametrize("style", ["QA小标题", "QA表题", "QA得分"])
def test_an_answer_that_goes_on_in_the_style_of_a_label_is_an_answer(
    tmp_path: Path, style: str
) -> None:
    def edit(document: Document) -> None:
        first_answer(document).style = document.styles[style]

    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, edit))) == []


def test_where_most_headings_are_gone_the_sections_left_are_still_judged(tmp_path: Path) -> None:
    def kept_to_one(document: Document) -> None:
        emptied(document)
        kept = section_of(document)
        for element in [*document.element.body]:
            if element not in kept and element.tag != qn("w:sectPr"):
                element.getparent().remove(element)

    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, kept_to_one))
    assert told(verdict) == ["QA458", "QA551 1.2"]


def test_a_section_of_pictures_alone_is_told_as_such(tmp_path: Path) -> None:
    content = filled_report(PENGJIANG, emptied)
    picture = "<w:r><w:drawing/></w:r>"
    pictured = with_part(
        content,
        "word/document.xml",
        lambda xml: re.sub(
            rf"<w:r>(?:(?!<w:r>).)*{PLACEHOLDER}</w:t></w:r>",
            picture,
            xml,
            count=1,
            flags=re.DOTALL,
        ),
    )
    assert told(verdict_on(tmp_path, pictured)) == ["QA557 1.2"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("第 ", "</w:t></w:r><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:r><w:t>第 ", "QA456"),
        ("第 ", '</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t>第 ', "QA457"),
    ],
)
def test_changes_and_comments_that_others_left_are_hints(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    content = with_part(
        filled_report(PENGJIANG), "word/document.xml", lambda xml: xml.replace(old, new, 1)
    )
    verdict = verdict_on(tmp_path, content)
    assert told(verdict) == [code]
    assert verdict.status is Status.CLEAN


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("pengjiang-manufacturing", "somewhere-else", "QA302"),
        ("direct", "nonsense", "QA305"),
        ("<vt:lpwstr>", "<vt:lpwstr>0", "QA302"),
    ],
)
def test_a_report_of_another_kit_is_not_held_against_this_one(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    content = with_part(
        filled_report(PENGJIANG), "docProps/custom.xml", lambda xml: xml.replace(old, new)
    )
    verdict = verdict_on(tmp_path, content)
    assert told(verdict) == [code]
    assert verdict.status is Status.UNREADABLE


def test_a_report_without_identity_or_of_another_edition_is_refused(tmp_path: Path) -> None:
    content = filled_report(PENGJIANG)
    without = with_part(
        content, "docProps/custom.xml", lambda xml: re.sub(r"<property .*</property>", "", xml)
    )
    assert told(verdict_on(tmp_path, without)) == ["QA301"]
    mark = re.search(r"[0-9a-f]{16}", zipfile_text(content, "docProps/custom.xml"))
    assert mark is not None
    other = with_part(content, "docProps/custom.xml", lambda xml: xml.replace(mark[0], "0" * 16))
    assert told(verdict_on(tmp_path, other)) == ["QA303"]


def zipfile_text(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "QA205"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "QA440"),
        (b"%PDF-1.7", "QA213"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), "QA207"),
        (b"{\\rtf1", "QA440"),
        ("只是文字".encode(), "QA441"),
        (b"PK\x03\x04 and no more", "QA220"),
    ],
)
def test_what_is_no_docx_is_told_in_a_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    assert told(verdict_on(tmp_path, content)) == [code]


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_entities_and_broken_markup_are_refused(tmp_path: Path, part: str) -> None:
    content = filled_report(PENGJIANG)
    declared = '<!DOCTYPE x [<!ENTITY a "b">]>'
    typed = with_part(content, part, lambda xml: xml.replace("?>\n", f"?>\n{declared}", 1))
    assert told(verdict_on(tmp_path, typed)) == ["QA231"]
    broken = with_part(content, part, lambda xml: xml[: len(xml) // 2])
    assert told(verdict_on(tmp_path, broken)) == ["QA230"]


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("kit", proved([PENGJIANG, SUIHUA, "wuhan-individual", "xinhui-service"]))
def test_a_report_that_libreoffice_saved_again_is_as_clean(tmp_path: Path, kit: str) -> None:
    saved = save_document_again(save_report(tmp_path, filled_report(kit)))
    (tmp_path / "saved" / "评分表.xlsx").write_bytes(complete_workbook(kit))
    (report, _) = verify_all(take_in([saved.parent]), Basis(), kept=None)
    assert report.file is not None
    assert report.file.beside is not None
    assert told(report.verdict) == []
    assert report.verdict.applicant == applicant_of(complete_held(kit))


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    huge = "<!--" + "甲" * 40_000_000 + "-->"
    bomb = with_part(
        filled_report(PENGJIANG),
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", f"{huge}<w:body>", 1),
    )
    (code,) = told(verdict_on(tmp_path, bomb))
    assert code in ("QA222", "QA223", "QA224")


def test_a_report_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    deep = "<w:smartTag>" * 5000 + "</w:smartTag>" * 5000
    nested = with_part(
        filled_report(PENGJIANG),
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", f"<w:body><w:p>{deep}</w:p>", 1),
    )
    assert told(verdict_on(tmp_path, nested)) == ["QA222"]
