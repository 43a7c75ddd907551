"""Evidence that a report lists or cites against 证据清单."""

from dataclasses import replace

import pytest

from builder.findings.finding import Finding
from builder.verify.cross.evidence import check_evidence_told
from builder.verify.word.returned import ReturnedReport
from tests.support.panels import KIT
from tests.support.reports import complete_held, returned_report

REPORT = returned_report(KIT)


def told(report: ReturnedReport) -> list[Finding]:
    return list(check_evidence_told(report, complete_held(KIT), "申报材料.docx"))


def citing(text: str) -> list[Finding]:
    """What is told once a section says that too."""
    first, *others = REPORT.sections
    return told(replace(REPORT, sections=(replace(first, text=f"{first.text}\n{text}"), *others)))


def test_a_report_that_lists_what_the_workbook_lists_is_in_order() -> None:
    assert told(REPORT) == []


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("（E291）", "E291"),
        ("见证据：E0291。", "E291"),
        ("附件 291、材料E0292", "E292"),
        ("E291、E292、E293、E294、E295", "E291、E292、E293、E294、E295"),
        ("E291、E292、E293、E294、E295、E296", "E291、E292、E293、E294、E295等 6 个"),
        ("E291、E291、e291、ＲE291、Ｅ２９２", "E291、E292"),
    ],
)
def test_numbers_that_nobody_lists_are_one_hint_that_names_a_few(text: str, actual: str) -> None:
    (found,) = citing(text)
    assert (found.code, found.actual) == ("QA567", actual)
    assert found.details["heading"] == REPORT.sections[0].section.heading


@pytest.mark.parametrize("text", ["E85 汽油", "E1 级板材", "CE291", "E2911", "E29", "图 291"])
def test_what_is_no_number_of_evidence_is_not_taken_for_one(text: str) -> None:
    assert citing(text) == []


@pytest.mark.parametrize("cells", [(), ("",), ("E291",), ("E291", "  ")])
def test_a_row_of_a_table_may_have_lost_its_cells(cells: tuple[str, ...]) -> None:
    found = [(one.code, one.details["number"], one.actual) for one in told(listing(cells))]
    assert found == ([("QA764", "E291", "（空）")] if cells[:1] == ("E291",) else [])


def listing(cells: tuple[str, ...]) -> ReturnedReport:
    return replace(REPORT, checklist=(*REPORT.checklist, cells))


def test_a_number_listed_twice_under_another_name_is_told_once() -> None:
    number, name, *_ = REPORT.checklist[0]
    twice = replace(REPORT, checklist=(*REPORT.checklist, *((number, "别的名称"),) * 2))
    (found,) = told(twice)
    assert (found.code, found.expected, found.actual) == ("QA766", name, "别的名称")
