"""Files of many years stand side by side on one scale, company by company."""

from decimal import Decimal
from pathlib import Path

from builder.formula.value import Value
from builder.overview.history_book import YearRecord, plan_history
from builder.pipeline.history import read_history, write_history
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.templates import shipped_templates
from builder.read.workbook import read_workbook
from tests.support.answers import CREDIT_CODE, complete_answers
from tests.support.workbooks import MINHANG, PENGJIANG, shipped_plan, write_filled


def returned(folder: Path, kit: str, year: int, name: str, ratio: str) -> Path:
    plan = shipped_plan(kit)
    answers = complete_answers(plan, ratio=Decimal(ratio))
    wanted: dict[str, Value] = {"applicant_year": Decimal(year), plan.applicant: name}
    return write_filled(folder / f"{name}-{year}.xlsx", plan, {**answers, **wanted})


def read(*paths: Path) -> list[YearRecord]:
    found = read_history((ReturnedFile(path=path) for path in paths), own_schemes([])[0])
    assert found.findings == []
    return found.records


def test_a_company_is_known_by_its_code_whatever_it_is_called(tmp_path: Path) -> None:
    records = read(
        returned(tmp_path, PENGJIANG, 2024, "老名称公司", "0.5"),
        returned(tmp_path, PENGJIANG, 2025, "新名称公司", "0.8"),
    )
    assert {one.company for one in records} == {CREDIT_CODE}
    book = tmp_path / "历年.xlsx"
    assert write_history(book, records, shipped_templates().workbook) is None
    workbook = read_workbook(book).workbook
    sheet = None if workbook is None else workbook.sheet("历年得分率")
    assert sheet is not None
    said = {cell.value for cell in sheet.cells.values() if isinstance(cell.value, str)}
    assert "新名称公司（曾用名：老名称公司）" in said
    assert {"2024", "2025", "领导", "总分"} <= said


def test_rates_are_exact_parts_of_the_points(tmp_path: Path) -> None:
    (record,) = read(returned(tmp_path, MINHANG, 2025, "甲公司", "0.5"))
    assert record.year == 2025
    assert sum(part.score for part in record.parts) == record.total
    assert record.maximum == Decimal(500)


def test_one_company_without_a_second_year_has_no_curve(tmp_path: Path) -> None:
    records = read(returned(tmp_path, PENGJIANG, 2025, "甲公司", "0.5"))
    assert plan_history(records).sheets[1].charts == ()
    twice = [*records, *records]
    assert len(plan_history(twice).sheets[1].charts) == 1


def test_a_file_that_cannot_be_read_is_told_and_the_others_count(tmp_path: Path) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK")
    good = returned(tmp_path, PENGJIANG, 2025, "甲公司", "0.5")
    found = read_history([ReturnedFile(path=broken), ReturnedFile(path=good)], ())
    assert len(found.records) == 1
    assert [one.place.path for one in found.findings] == [str(broken)]
