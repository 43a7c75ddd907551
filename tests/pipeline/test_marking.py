"""What the annotated file is called, and what stands in it for its applicant."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from builder.findings.finding import Finding
from builder.model.verdict import Status, Verdict
from builder.pipeline.file_names import FileNames
from builder.pipeline.marking import annotated, is_to_be_marked, marked_name
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case


def of(name: str, *codes: str, report: bool | None = None) -> Verified:
    """A file of 甲公司 in which these were found."""
    found = tuple(
        Finding.at(code, name, expected="“乙公司”（收件/乙.xlsx）", actual="2", applicant="甲公司")
        for code in codes
    )
    verdict = Verdict(path=name, status=Status.FINDINGS, applicant="甲公司", findings=found)
    return Verified(file=ReturnedFile(path=Path(name), report=report), verdict=verdict)


@pytest.mark.parametrize(
    ("name", "owner", "wanted"),
    [
        ("收件/评分表.xlsx", "甲公司", "甲公司-评分表（核验意见）.xlsx"),
        ("收件/甲公司评分表.xlsx", "甲公司", "甲公司评分表（核验意见）.xlsx"),
        ("收件/评分表.xlsx", "", "评分表（核验意见）.xlsx"),
        ("收件/评分表.xlsx", "甲/公司", "甲公司-评分表（核验意见）.xlsx"),
        ("意见/甲公司-评分表（核验意见）（2）.xlsx", "甲公司", "甲公司-评分表（核验意见）.xlsx"),
        ("收件/评分表", "甲公司", "甲公司-评分表（核验意见）.xlsx"),
    ],
)
def test_an_annotated_file_is_called_after_whose_it_is(name: str, owner: str, wanted: str) -> None:
    assert marked_name(of(name), FileNames(), owner) == wanted


def test_a_report_under_another_ending_gets_its_own() -> None:
    made = marked_name(of("收件/申报材料.xlsx", report=True), FileNames(), "甲公司")
    assert made == "甲公司-申报材料（核验意见）.docx"


def test_no_other_applicant_stands_in_an_annotated_file(tmp_path: Path) -> None:
    path = tmp_path / "甲.xlsx"
    path.write_bytes(case(PENGJIANG, 0).content)
    assert not is_to_be_marked(of(str(path), "QA603", "QA605"))
    made = annotated(of(str(path), "QA603", "QA604", "QA605"))
    assert isinstance(made, bytes)
    rows = openpyxl.load_workbook(BytesIO(made))["问题清单"].values
    told = "".join(str(value) for row in rows for value in row)
    assert "QA604" in told
    assert "QA603" not in told
    assert "乙" not in told
