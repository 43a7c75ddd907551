"""What a workbook says is written where nothing stands, and never over what a person wrote."""

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from docx.oxml.ns import qn

from builder.kit.metric_words import YEARS
from builder.verify.cross.entries import alike
from builder.word import words
from builder.word.entries import Entries
from builder.word.filling import Change, FilledReport, Outcome
from builder.write.fill.document import filled_document
from tests.proof.reports import remove, section_of, told_of
from tests.support.filling import filled_in, taken_apart
from tests.support.reports import blank_report, complete_held, fill_row, words_of, write_cell
from tests.support.workbooks import PENGJIANG
from tests.write.fill.edits import edited, package_of, parts_of

RESULT = "qa_5_1"


@pytest.fixture(scope="module")
def filled() -> FilledReport:
    """A blank report with everything written into it."""
    return filled_in(PENGJIANG, blank_report(PENGJIANG))


def rows_of(root: Any, bookmark: str, head: tuple[str, ...]) -> list[Any]:
    """The rows of a table of the kit under a heading, its own head first."""
    for one in section_of(root, bookmark):
        rows = one.findall(qn("w:tr"))
        if rows and tuple(map(words_of, rows[0].findall(qn("w:tc"))))[: len(head)] == head:
            return list(rows)
    raise LookupError(head)


def cell_of(root: Any, bookmark: str, head: tuple[str, ...], row: int, column: int) -> Any:
    """One cell of such a table."""
    return rows_of(root, bookmark, head)[row].findall(qn("w:tc"))[column]


def say_in_figures(text: str) -> Callable[[Any], None]:
    """Somebody writes into the first year of the first figure."""
    return lambda root: write_cell(cell_of(root, RESULT, words.FIGURES_BEFORE, 1, 2), text)


def told(filled: FilledReport, outcome: Outcome) -> list[Change]:
    """The changes of one kind."""
    return [change for change in filled.changes if change.outcome is outcome]


def test_what_a_person_wrote_otherwise_stays_and_is_told(filled: FilledReport) -> None:
    again = filled_in(PENGJIANG, edited(filled.content, say_in_figures("八成")))
    (kept,) = again.changes
    assert (kept.outcome, kept.before, kept.heading) == (
        Outcome.KEPT,
        "八成",
        "5.1 质量水平（50分）",
    )
    assert "QA768 5.1" in told_of(PENGJIANG, again.content)


def test_the_workbook_takes_its_place_where_that_is_asked_for(filled: FilledReport) -> None:
    content = edited(filled.content, say_in_figures("八成"))
    again = filled_in(PENGJIANG, content, replacing=True)
    assert [change.outcome for change in again.changes] == [Outcome.UPDATED]
    assert told_of(PENGJIANG, again.content) == ["QA568"]


def test_what_an_earlier_run_wrote_is_written_anew() -> None:
    # An earlier run wrote what the workbook said then: the memory knows these very words.
    first = filled_in(PENGJIANG, blank_report(PENGJIANG))
    memory = next(
        part
        for name, part in parts_of(first.content).items()
        if name.startswith("customXml/") and b"urn:builder:filled" in part
    )
    assert b"GAP::" in memory
    assert filled_in(PENGJIANG, first.content).changes == ()


def test_without_its_memory_a_text_counts_as_a_persons(filled: FilledReport) -> None:
    parts = parts_of(filled.content)
    for name in [one for one in parts if one.startswith("customXml/")]:
        parts[name] = b'<filled xmlns="urn:builder:filled">[1, 2</filled>'
    again = filled_in(PENGJIANG, edited(package_of(parts), say_in_figures("八成")))
    assert [change.outcome for change in again.changes] == [Outcome.KEPT]


def test_a_table_that_was_taken_out_is_told_and_not_made_up() -> None:
    def cut(root: Any) -> None:
        remove(rows_of(root, "qa_1_1", words.EVIDENCE_HEADER[:2])[0].getparent())

    made = filled_in(PENGJIANG, edited(blank_report(PENGJIANG), cut))
    (missing,) = told(made, Outcome.MISSING)
    assert (missing.heading, missing.what) == ("1.1 企业家精神（25分）", "证据")


def test_a_table_with_too_few_rows_gets_more(filled: FilledReport) -> None:
    def shorten(root: Any) -> None:
        for row in rows_of(root, "qa_checklist", words.CHECKLIST_HEADER[:2])[2:]:
            remove(row)

    made = filled_in(PENGJIANG, edited(blank_report(PENGJIANG), shorten))
    there = taken_apart(PENGJIANG, made.content).checklist
    whole = taken_apart(PENGJIANG, filled.content).checklist
    assert there == tuple(row for row in whole if any(row))


def test_rows_that_the_workbook_does_not_have_stay_and_are_told(filled: FilledReport) -> None:
    def add(root: Any) -> None:
        last = rows_of(root, "qa_1_1", words.EVIDENCE_HEADER[:2])[-1]
        row = deepcopy(last)
        fill_row(row, ("E099", "旧证书", "", "", ""))
        last.addnext(row)

    again = filled_in(PENGJIANG, edited(filled.content, add))
    (left,) = again.changes
    assert (left.outcome, left.what) == (Outcome.LEFT_BEHIND, "证据“E099”")


def test_no_table_with_something_in_it_keeps_rows_for_more(filled: FilledReport) -> None:
    report = taken_apart(PENGJIANG, filled.content)
    tables = (report.checklist, *(one.evidence or () for one in report.sections))
    assert [row for table in tables for row in table if not any(row)] == []


def test_cover_and_headings_say_the_years_and_another_year_takes_their_place(
    filled: FilledReport,
) -> None:
    named = [change.text for change in filled.changes if change.heading == words.YEARS]
    assert [text.partition("，")[0] for text in named] == [
        *("（2026年度）", "2023年", "2024年", "2025年"),
    ]
    later = {label: f"{2027 - back}年" for label, back in YEARS}
    only = Entries(gaps=(), scores=(), tables=(), charts=(), years=later)
    exact = complete_held(PENGJIANG).exact
    again = filled_document(filled.content, only, {}, exact)
    assert [change.outcome for change in again.changes] == [Outcome.UPDATED] * 3
    assert filled_document(again.content, only, {}, exact).changes == ()


def test_the_cover_says_what_the_form_says(filled: FilledReport) -> None:
    cover = [change.what for change in filled.changes if change.heading == words.COVER]
    assert cover == ["申报组织（盖章）", "所属行业", "联系人及电话"]


def test_lines_of_one_chart_are_of_like_size() -> None:
    """Beside 4000 a line between 1 and 2 is flat; each then has a chart of its own."""
    held = complete_held(PENGJIANG)
    assert held.plan.metrics is not None
    rows = held.plan.metrics.rows[:3]
    sizes = dict(zip(rows, (Decimal(4000), Decimal("1.5"), Decimal(5000)), strict=True))
    values = {cell: size for row, size in sizes.items() for cell in row.years}
    groups = alike(rows, values.__getitem__)
    assert groups == [[rows[0], rows[2]], [rows[1]]]


def test_a_chart_that_was_taken_out_does_not_come_back(filled: FilledReport) -> None:
    def cut(root: Any) -> None:
        for mark in root.iter(qn("w:bookmarkStart")):
            if mark.get(qn("w:name")).startswith("QAChart_"):
                picture = mark.getparent()
                remove(picture.getnext())
                remove(picture)
                return

    again = filled_in(PENGJIANG, edited(filled.content, cut))
    (gone,) = again.changes
    assert (gone.outcome, gone.what) == (Outcome.MISSING, "图")


def test_charts_are_numbered_on_from_the_authors_own() -> None:
    def caption(root: Any) -> None:
        answer = next(
            one for one in section_of(root, "qa_1_1") if words_of(one) == words.PLACEHOLDER
        )
        next(answer.iter(qn("w:t"))).text = "图7　组织架构"

    made = filled_in(PENGJIANG, edited(blank_report(PENGJIANG), caption))
    numbers = [one.what for one in told(made, Outcome.WRITTEN) if one.what.startswith("图")]
    assert numbers[:2] == ["图8", "图9"]


def test_captions_count_by_fields_and_the_list_of_figures_names_them(filled: FilledReport) -> None:
    texts: list[str] = []

    def look(root: Any) -> None:
        fields = (one for one in root.iter(qn("w:fldSimple")))
        texts.extend(words_of(one) for one in fields if "SEQ 图" in one.get(qn("w:instr")))
        texts.extend(
            words_of(link)
            for link in root.iter(qn("w:hyperlink"))
            if words_of(link).startswith("图1　")
        )

    edited(filled.content, look)
    drawn = [change for change in filled.changes if change.what.startswith("图")]
    assert texts[: len(drawn)] == [str(number) for number in range(1, len(drawn) + 1)]
    assert texts[len(drawn) :] == [f"图1　{drawn[0].text}—"]


def test_numbers_beside_those_that_people_typed_are_kept() -> None:
    def typed(root: Any) -> None:
        place = next(one for one in root.iter(qn("w:t")) if one.text == words.PLACEHOLDER)
        place.text = "图3　我们自己画的"

    content = filled_in(PENGJIANG, edited(blank_report(PENGJIANG), typed)).content
    found: list[str] = []

    def look(root: Any) -> None:
        found.extend(one.get(qn("w:instr")) for one in root.iter(qn("w:fldSimple")))

    edited(content, look)
    figures = [one for one in found if "SEQ 图" in one]
    assert figures[0].split()[-2:] == ["\\r", "4"]
