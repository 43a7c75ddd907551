"""Days of evidence: however they are typed they are understood, and what cannot be is told."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from builder.book.naming import row_name
from builder.formula.value import Value
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.days import as_day, has_no_end, read_span
from builder.model.office import EvidenceTerms, Office
from builder.read.cell_values import CellValues
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_scheme
from tests.verify.judged import case, fault, judged, told
from tests.verify.tampering import WORKBOOK, edited

TERMS = EvidenceTerms(since="2023-01-01", until="2026-06-30", indicators=2, report_pages=60)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025-06-30", "2025-06-30", "2025-06-30"),
        ("2025/6/3", "2025-06-03", "2025-06-03"),
        ("2025.06.03", "2025-06-03", "2025-06-03"),
        ("２０２５年６月３日", "2025-06-03", "2025-06-03"),
        (" 2025年 6月 ", "2025-06-01", "2025-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025年", "2025-01-01", "2025-12-31"),
        ("20250630", "2025-06-30", "2025-06-30"),
        (Decimal(45838), "2025-06-30", "2025-06-30"),
        (Decimal(20250630), "2025-06-30", "2025-06-30"),
        (Decimal(2025), "2025-01-01", "2025-12-31"),
        # The first and the last of what is understood.
        (Decimal(1), "1899-12-31", "1899-12-31"),
        (Decimal(1899), "1899-01-01", "1899-12-31"),
        (Decimal(1900), "1900-01-01", "1900-12-31"),
        (Decimal(2100), "2100-01-01", "2100-12-31"),
        (Decimal(2101), "1905-10-01", "1905-10-01"),
        (Decimal(73415), "2100-12-31", "2100-12-31"),
        ("1900-01-01", "1900-01-01", "1900-01-01"),
        ("2100年12月31日", "2100-12-31", "2100-12-31"),
        ("2025-1", "2025-01-01", "2025-01-31"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: Value, first: str, last: str) -> None:
    span = read_span(typed)
    assert span is not None
    assert (span.first, span.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "typed",
    [None, "", "去年", "2025-13-01", "2025-02-30", "2025-6-3-1", "25-06-30", Decimal("2025.13"),
     Decimal(0), Decimal(-5), Decimal(99999999), "0001-01-01", True,
     Decimal(73416), Decimal("0.5"), "0999-12-31", "3000-01-01", "2025-00", "2025-01-00",
     "2025-02-29", "2025-01-32"],
)  # fmt: skip
def test_what_is_no_day_is_not_taken_for_one(typed: Value) -> None:
    assert read_span(typed) is None


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (Decimal(45838), "2025-06-30"),
        (Decimal(20250630), "2025-06-30"),
        (Decimal(2025), Decimal(2025)),
        (Decimal("45838.5"), "2025-06-30"),
        ("2025-06-30T08:00:00", "2025-06-30"),
        ("2025年6月", "2025年6月"),
        (None, None),
    ],
)
def test_the_number_of_a_day_is_said_as_that_day_and_all_else_as_it_stands(
    held: Value, said: Value
) -> None:
    assert as_day(held) == said


def test_a_real_date_is_shown_as_people_see_it(tmp_path: Path) -> None:
    plan = case(PENGJIANG, 0).plan
    rows = {row_name(EVIDENCE_TABLE, 1, "until"): Decimal(45657)}
    content = filled_bytes(plan, complete_answers(plan) | rows)
    (finding,) = judged(tmp_path, content).findings
    assert finding.code == "QA722"
    assert "有效期至 2024-12-31，" in finding.message


def test_a_score_that_became_a_date_is_told_as_one(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    content = chosen.with_answers(**{chosen.score.name: Decimal(45672)})
    (finding,) = judged(tmp_path, content).findings
    assert finding.code == "QA503"
    assert "45672（成了日期 2025-01-15）" in finding.message


def verdict_lines(folder: Path, given: Mapping[str, Value], terms: EvidenceTerms | None) -> object:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office(evidence=terms))
    rows = {row_name(EVIDENCE_TABLE, 1, key): value for key, value in given.items()}
    return told(judged(folder, filled_bytes(plan, complete_answers(plan) | rows)))


def test_good_days_are_no_finding(tmp_path: Path) -> None:
    for issued, until in (
        ("2025-06-30", "2028-06-29"),
        ("2025年6月", "长期"),
        (Decimal(45838), None),
        ("2010-01-01", "长期有效"),
        ("2010", "—"),
    ):
        assert verdict_lines(tmp_path, {"issued": issued, "until": until}, None) == []
    assert verdict_lines(tmp_path, {"issued": "2023-01", "until": "2026-06-30"}, TERMS) == []


@pytest.mark.parametrize(
    ("key", "given", "code", "terms"),
    [
        ("issued", {"issued": "上半年"}, "QA721", None),
        ("until", {"until": "三年"}, "QA721", None),
        ("until", {"issued": "2020-01-01", "until": "2025-12-31"}, "QA722", None),
        ("until", {"issued": "2020-01-01", "until": "2026-06-29"}, "QA722", TERMS),
        ("until", {"issued": "2025-06-30", "until": "2025-06-29"}, "QA723", None),
        ("issued", {"issued": "2027-01-01"}, "QA724", None),
        ("issued", {"issued": "2022-12-31"}, "QA724", TERMS),
        ("issued", {"issued": "2026-07"}, "QA724", TERMS),
    ],
)
def test_a_day_that_cannot_be_or_lies_outside_is_one_finding_at_its_cell(
    tmp_path: Path, key: str, given: dict[str, Value], code: str, terms: EvidenceTerms | None
) -> None:
    row = case(PENGJIANG, 0).plan.evidence[0]
    cell = {"issued": row.issued, "until": row.until}[key]
    if terms is not None and "issued" not in given:
        given = {"issued": "2024-01-01", **given}
    found = verdict_lines(tmp_path, given, terms)
    if terms is TERMS and given.get("issued") == "2020-01-01":
        assert found == [fault("QA724", row.issued), fault(code, cell)]
    else:
        assert found == [fault(code, cell)]


def test_each_of_three_certificates_that_ran_out_is_named(tmp_path: Path) -> None:
    plan = case(PENGJIANG, 0).plan
    days = {1: "2023-05-31", 2: "2024-08-15", 3: "2025-12-31"}
    rows: dict[str, Value] = {row_name(EVIDENCE_TABLE, n, "until"): day for n, day in days.items()}
    found = judged(tmp_path, filled_bytes(plan, complete_answers(plan) | rows)).findings
    assert [one.code for one in found] == ["QA722"] * 3
    assert all(day in one.message for day, one in zip(days.values(), found, strict=True))


def test_the_terms_are_printed_for_whoever_fills_the_workbook_in() -> None:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office(evidence=TERMS))
    texts = [cell.content for cell in plan.sheet("填写说明").cells if isinstance(cell.content, str)]
    (line,) = [text for text in texts if "非原文件规定" in text and "证据" in text]
    for words in ("2023-01-01", "2026-06-30", "最多证明 2 个指标", "不超过 60 页"):
        assert words in line


def test_evidence_that_serves_more_indicators_than_allowed_is_told_once(tmp_path: Path) -> None:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office(evidence=TERMS))
    answers = complete_answers(plan)
    more = {row_name(EVIDENCE_TABLE, row, "file"): "手册.pdf" for row in (1, 2, 3, 4)}
    verdict = judged(tmp_path, filled_bytes(plan, answers | more))
    assert told(verdict) == [fault("QA706", plan.evidence[2].indicator)]
    assert "4 个指标" in verdict.findings[0].message
    two = {row_name(EVIDENCE_TABLE, row, "file"): "手册.pdf" for row in (1, 2)}
    assert told(judged(tmp_path, filled_bytes(plan, answers | two))) == []


@pytest.mark.parametrize(
    ("typed", "beyond"), [("第 61 页", True), ("5、12-60", False), ("0", True)]
)
def test_a_page_that_the_report_does_not_have_is_told(
    tmp_path: Path, typed: str, *, beyond: bool
) -> None:
    row = case(PENGJIANG, 0).plan.evidence[0]
    found = verdict_lines(tmp_path, {"page": typed}, TERMS)
    assert found == ([fault("QA731", row.page)] if beyond else [])


def test_a_row_that_says_all_that_another_says_is_a_hint(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    row = len(chosen.plan.leaves) + 5
    same = {
        row_name(EVIDENCE_TABLE, row, key): chosen.answers[row_name(EVIDENCE_TABLE, 3, key)]
        for key in ("indicator", "name")
    }
    verdict = judged(tmp_path, chosen.with_answers(**same))
    assert told(verdict) == [fault("QA705", chosen.plan.evidence[row - 1].name)]
    assert "E003" in verdict.findings[0].message


@pytest.mark.parametrize(
    ("typed", "endless"),
    [
        ("长期", True),
        (" 长 期\n有效 ", True),
        ("永久", True),
        ("无固定期限", True),
        ("无期限", True),
        ("不限", True),
        ("—", True),
        ("//", True),
        ("长期合作", False),
        ("", False),
        (None, False),
        (Decimal(0), False),
    ],
)
def test_what_is_valid_for_good_is_said_in_many_ways(typed: Value, *, endless: bool) -> None:
    assert has_no_end(typed) is endless


def test_a_file_that_counts_from_1904_means_the_same_days(tmp_path: Path) -> None:
    plan = case(PENGJIANG, 0).plan
    later = 1462
    rows = {row_name(EVIDENCE_TABLE, 1, "until"): Decimal(45657 - later)}
    content = edited(
        filled_bytes(plan, complete_answers(plan) | rows), WORKBOOK, with_days_from_1904
    )
    (finding,) = judged(tmp_path, content).findings
    assert "有效期至 2024-12-31，" in finding.message


def with_days_from_1904(xml: str) -> str:
    assert "<workbookPr" in xml
    return xml.replace("<workbookPr", '<workbookPr date1904="1"', 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2025-01-15T00:00:00", "45672"),
        ("2025-01-15T12:00:00Z", "45672.5"),
    ],
)
def test_a_date_cell_is_the_number_that_programs_keep_of_it(typed: str, said: str) -> None:
    assert CellValues(()).value("d", typed) == Decimal(said)
    assert CellValues((), from_1904=True).value("d", typed) == Decimal(said) - 1462


def test_what_is_no_date_in_a_date_cell_stays_what_it_is() -> None:
    assert CellValues(()).value("d", "去年") == "去年"
