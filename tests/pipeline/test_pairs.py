"""A report is held against the workbook of the same applicant, found by folder or by name."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from builder.pipeline.batch import Basis
from builder.pipeline.intake import returned_files, take_in
from builder.pipeline.results import Results, open_results
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified, verify_all
from tests.support.answers import complete_answers
from tests.support.reports import complete_workbook, filled_report, with_pages
from tests.support.workbooks import MINHANG, PENGJIANG, filled_bytes, shipped_plan

KIT = f"{MINHANG} 单项=标准创新"


def pairs(*paths: Path) -> dict[str, str]:
    """The name of the workbook beside each report."""
    found = [file for file in returned_files(paths) if isinstance(file, ReturnedFile)]
    return {
        Path(file.name).name: Path(file.beside.name).name
        for file in found
        if file.beside is not None
    }


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def test_two_files_named_on_the_command_line_are_a_pair(tmp_path: Path) -> None:
    one, other = tmp_path / "甲" / "报告.docx", tmp_path / "乙" / "打分.xlsx"
    touch(one, other)
    assert pairs(one, other) == {"报告.docx": "打分.xlsx"}


def test_the_only_two_of_a_company_folder_are_a_pair(tmp_path: Path) -> None:
    for applicant in ("甲", "乙"):
        touch(tmp_path / applicant / f"{applicant}自评报告.docx", tmp_path / applicant / "表.xlsx")
    assert pairs(tmp_path) == {"甲自评报告.docx": "表.xlsx", "乙自评报告.docx": "表.xlsx"}


def test_among_more_files_a_pair_has_the_same_name_but_for_the_material(tmp_path: Path) -> None:
    touch(
        tmp_path / "甲公司-申报材料.docx",
        tmp_path / "甲公司-自评打分表（已填）.xlsx",
        tmp_path / "乙公司-申报材料.docx",
        tmp_path / "丙公司-自评打分表.xlsx",
    )
    assert pairs(tmp_path) == {"甲公司-申报材料.docx": "甲公司-自评打分表（已填）.xlsx"}


def test_files_that_could_be_anybodys_are_left_alone(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in ("甲-评分表.xlsx", "甲_评分表.xlsx", "甲-申报材料.docx")))
    assert pairs(tmp_path) == {}


def judged(folder: Path, kept: Results | None = None) -> list[Verified]:
    return list(verify_all(take_in([folder]), Basis(), kept=kept))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pair_of_two_kits_is_told_and_nothing_else_is_compared(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "申报材料.docx").write_bytes(filled_report(KIT))
    (tmp_path / "评分表.xlsx").write_bytes(complete_workbook(PENGJIANG))
    verified = list(verify_all(take_in([tmp_path]), Basis(), jobs=jobs, kept=None))
    assert [one.code for each in verified for one in each.verdict.findings] == ["QA762"]


def test_a_kept_verdict_counts_only_while_the_workbook_beside_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "甲"
    folder.mkdir()
    (folder / "申报材料.docx").write_bytes(filled_report(KIT))
    (folder / "评分表.xlsx").write_bytes(complete_workbook(KIT))
    kept = open_results(tmp_path / "结果.jsonl", Basis())
    assert isinstance(kept, Results)
    assert [each.verdict.findings for each in judged(folder, kept)] == [(), ()]
    (folder / "评分表.xlsx").write_bytes(complete_workbook(PENGJIANG))
    again = open_results(tmp_path / "结果.jsonl", Basis())
    assert isinstance(again, Results)
    codes = [one.code for each in judged(folder, again) for one in each.verdict.findings]
    assert codes == ["QA762"]


def test_a_page_that_the_report_does_not_have_is_told(tmp_path: Path) -> None:
    report = with_pages(filled_report(KIT), 3)
    (tmp_path / "申报材料.docx").write_bytes(report)
    answers = complete_answers(shipped_plan(KIT)) | {
        "evidence_1_page": "第12页",
        "evidence_2_page": "2-3",
    }
    (tmp_path / "评分表.xlsx").write_bytes(filled_bytes(shipped_plan(KIT), answers))
    (finding,) = (one for each in judged(tmp_path) for one in each.verdict.findings)
    assert finding.code == "QA767"
    assert finding.message == "评分表证据 E001 的页码写“第12页”，申报材料只有 3 页。"


def test_a_workbook_that_cannot_be_read_says_so_itself_and_the_report_stands(
    tmp_path: Path,
) -> None:
    (tmp_path / "申报材料.docx").write_bytes(filled_report(KIT))
    (tmp_path / "评分表.xlsx").write_bytes(b"no workbook")
    found = {Path(each.verdict.path).name: each.verdict.findings for each in judged(tmp_path)}
    assert found["申报材料.docx"] == ()
    assert len(found["评分表.xlsx"]) == 1


def test_a_real_date_in_the_workbook_is_the_day_that_the_report_writes(tmp_path: Path) -> None:
    plan = shipped_plan(PENGJIANG)
    (founded,) = (item for item in plan.inputs if item.cell in plan.dated and "成立" in item.title)
    answers = complete_answers(plan)
    day = date.fromisoformat(str(answers[founded.name]))
    (tmp_path / "申报材料.docx").write_bytes(filled_report(PENGJIANG))
    for days, codes in ((0, []), (1, ["QA763"])):
        number = Decimal((day - date(1899, 12, 30)).days + days)
        content = filled_bytes(plan, {**answers, founded.name: number})
        (tmp_path / "自评打分表.xlsx").write_bytes(content)
        report = next(
            one for one in verify_all(take_in([tmp_path]), Basis(), kept=None) if one.file
        )
        assert [one.code for one in report.verdict.findings] == codes
        if codes:
            moved = (day + timedelta(days=1)).isoformat()
            assert f"评分表写“{moved}”" in report.verdict.findings[0].message
