"""Headings that were written anew are found by the name in them, and told once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG
from tests.verify.word.headings import drawn_up, renumbered, reworded, without_marks
from tests.verify.word.test_document import HEADING, Edit, heading, told, verdict_on


def renamed_of(folder: Path, edit: Edit) -> list[str]:
    return told(verdict_on(folder, filled_report(PENGJIANG, edit)))


@pytest.mark.parametrize("text", ["（二）组织文化（35分）", "1.2 组织文化", "第二节 组织文化"])
def test_a_heading_numbered_otherwise_is_found_without_its_mark(tmp_path: Path, text: str) -> None:
    edit = without_marks(reworded(lambda _: text, HEADING))
    assert renamed_of(tmp_path, edit) == ["QA452 1.2"]


def test_a_heading_of_another_name_is_missing_without_its_mark(tmp_path: Path) -> None:
    edit = without_marks(reworded(lambda _: "1.2 企业精神（35分）", HEADING))
    assert renamed_of(tmp_path, edit) == ["QA451 1.2"]


@pytest.mark.parametrize("marks", [lambda edit: edit, without_marks], ids=["marks", "no marks"])
def test_headings_renumbered_throughout_are_one_finding(
    tmp_path: Path, marks: Callable[[Edit], Edit]
) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, marks(reworded(renumbered))))
    assert [one.code for one in verdict.findings] == ["QA459"]
    assert "“1.1 企业家精神（25分）”、“1.2 组织文化（35分）”" in verdict.findings[0].message


def test_a_heading_written_a_second_time_is_not_taken_for_the_one_with_the_mark(
    tmp_path: Path,
) -> None:
    def twice(document: Document) -> None:
        marked = heading(document)
        marked.insert_paragraph_before(HEADING, marked.style)

    assert renamed_of(tmp_path, twice) == []


def unstyled(document: Document) -> None:
    """A text pasted without its styles, which are all those of the new file then."""
    for named in document.element.iter(qn("w:pStyle")):
        named.set(qn("w:val"), "a")


def test_whole_headings_are_found_where_all_styles_were_lost(tmp_path: Path) -> None:
    # 自评报告 is what each answer is headed by, too.
    assert renamed_of(tmp_path, without_marks(unstyled)) == ["QA451"]


def test_a_heading_in_no_style_of_headings_is_found_unless_it_stands_there_twice(
    tmp_path: Path,
) -> None:
    def plain(document: Document) -> None:
        heading(document).style = document.styles["Normal"]

    def twice(document: Document) -> None:
        plain(document)
        document.paragraphs[0].insert_paragraph_before(HEADING)

    assert renamed_of(tmp_path, without_marks(plain)) == []
    assert renamed_of(tmp_path, without_marks(twice)) == ["QA451 1.2"]


def test_an_answer_drawn_up_into_its_heading_is_an_answer(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, drawn_up))
    assert told(verdict) == ["QA452 1.2"]
    assert len(verdict.findings[0].actual) < 50
