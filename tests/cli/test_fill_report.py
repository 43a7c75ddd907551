"""``builder fill-report`` writes what the workbook says into the report, beside both files."""

from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.support.reports import blank_report, complete_workbook, save_report
from tests.support.workbooks import PENGJIANG, SCHEME_IDS

OTHER = next(one for one in SCHEME_IDS if one != PENGJIANG)


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A folder with a complete workbook and the blank report of the same kit."""
    save_report(tmp_path, blank_report(PENGJIANG))
    (tmp_path / "评分表.xlsx").write_bytes(complete_workbook(PENGJIANG))
    return tmp_path


def test_nothing_is_typed_twice_and_it_may_be_run_again(pair: Path) -> None:
    before = (pair / "申报材料.docx").read_bytes()
    done = call(pair, "fill-report", "评分表.xlsx", "申报材料.docx")
    assert (done.code, done.errors) == (0, "")
    assert "  填入 申报组织" in done.output
    assert "已写入 申报材料（已填入）.docx" in done.output
    assert (pair / "申报材料.docx").read_bytes() == before
    again = call(pair, "fill-report", "评分表.xlsx", "申报材料（已填入）.docx")
    assert again.output.startswith("填入 0 处，更新 0 处，原来就相同 ")
    assert (pair / "申报材料（已填入）（2）.docx").exists()


def test_changes_are_told_as_json(pair: Path) -> None:
    told = call(pair, "fill-report", "评分表.xlsx", "申报材料.docx", "--json").json
    assert {one["outcome"] for one in told} == {"填入"}


def test_the_report_of_another_award_is_refused(pair: Path) -> None:
    save_report(pair, blank_report(OTHER), "别的.docx")
    done = call(pair, "fill-report", "评分表.xlsx", "别的.docx")
    assert (done.code, done.output) == (2, "")
    assert "QA1270" in done.errors


def test_what_cannot_be_read_is_told_in_a_sentence(pair: Path) -> None:
    (pair / "坏.xlsx").write_bytes(b"x")
    for files in (("坏.xlsx", "申报材料.docx"), ("评分表.xlsx", "坏.xlsx"), ("没有", "没有")):
        done = call(pair, "fill-report", *files)
        assert (done.code, done.output) == (3, "")
        assert "办法" in done.errors


def test_a_file_that_somebody_made_is_not_written_over(pair: Path) -> None:
    (pair / "好.docx").write_bytes(b"mine")
    done = call(pair, "fill-report", "评分表.xlsx", "申报材料.docx", "-o", "好.docx")
    assert (done.code, (pair / "好.docx").read_bytes()) == (3, b"mine")
