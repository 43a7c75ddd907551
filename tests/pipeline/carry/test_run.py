"""Kits carried over one after another into one folder."""

from pathlib import Path

from builder.pipeline.carry.order import OldKit
from builder.pipeline.carry.run import carry_all
from builder.pipeline.returned_files import ReturnedFile
from tests.pipeline.carry.carried import order_to
from tests.support.reports import complete_workbook, filled_report
from tests.support.workbooks import WUHAN_INDIVIDUAL


def test_the_two_files_of_a_kit_have_one_name_though_an_applicant_handed_in_two(
    tmp_path: Path,
) -> None:
    book, report = tmp_path / "old.xlsx", tmp_path / "old.docx"
    book.write_bytes(complete_workbook(WUHAN_INDIVIDUAL))
    report.write_bytes(filled_report(WUHAN_INDIVIDUAL))
    alone = OldKit(workbook=ReturnedFile(path=book))
    both = OldKit(workbook=ReturnedFile(path=book), report=ReturnedFile(path=report))
    made = [*carry_all([alone, both], order_to(WUHAN_INDIVIDUAL), tmp_path / "新")]
    first, second = ([path.name for path in one.paths] for one in made)
    stem = first[0].partition("-")[0]
    assert [name.partition("-")[0] for name in second] == [f"{stem}（2）"] * 2
