"""What was not held against its other half is told with the reason, and nothing else is."""

from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.verdict import Status, Verdict
from builder.pipeline.alike import with_alike
from builder.pipeline.halves import halves
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified


def workbook(path: str, name: str = "甲公司") -> Verified:
    verdict = Verdict(path=path, status=Status.CLEAN, scheme="方案", applicant=name)
    return Verified(file=ReturnedFile(path=Path(path), report=False), verdict=verdict)


def report(path: str, name: str = "甲公司", beside: Verified | None = None) -> Verified:
    file = ReturnedFile(
        path=Path(path), report=True, beside=None if beside is None else beside.file
    )
    verdict = Verdict(path=path, status=Status.CLEAN, scheme="方案", applicant=name, report=True)
    return Verified(file=file, verdict=verdict)


def unreadable(one: Verified) -> Verified:
    return replace(one, verdict=replace(one.verdict, status=Status.UNREADABLE, applicant=""))


def blank(one: Verified, code: str = "QA512") -> Verified:
    found = Finding.at(code, one.verdict.path, actual="自评分 26 项")
    return replace(one, verdict=replace(one.verdict, findings=(found,), status=Status.FINDINGS))


def told(*run: Verified, left_out: tuple[Finding, ...] = ()) -> dict[int, str]:
    return {place: one.actual for place, one in halves(run, left_out).items()}


def test_of_a_pair_nothing_is_said_nor_of_a_run_over_workbooks_only() -> None:
    one = workbook("甲/评分表.xlsx")
    assert told(one, report("甲/申报材料.docx", beside=one)) == {}
    assert told(one, workbook("乙.xlsx", "乙公司")) == {}


def test_one_report_and_two_workbooks_are_not_compared_and_that_is_said() -> None:
    run = (workbook("甲/一稿.xlsx"), workbook("甲/二稿.xlsx"), report("甲/申报材料.docx"))
    assert told(*run) == {2: "有 2 份评分表（一稿.xlsx、二稿.xlsx），分不清和哪一份核对"}


def test_the_other_half_that_cannot_be_read_is_named() -> None:
    one = unreadable(workbook("甲/评分表.xlsx"))
    run = (one, report("甲/申报材料.docx", beside=one))
    assert told(*run) == {1: "评分表（评分表.xlsx）无法核验"}


def test_a_unit_with_half_a_set_is_told_and_what_may_be_the_other_half_is_named() -> None:
    pair = workbook("甲/评分表.xlsx")
    odd = Finding.at("QA261", "乙/自评表.ods", actual="OpenDocument 表格（.ods）")
    run = (pair, report("甲/材料.docx", beside=pair), report("乙/材料.docx", "乙公司"))
    lost = "没有见到同一单位的评分表；自评表.ods 没有核验，可能就是"
    assert told(*run, left_out=(odd,)) == {2: lost}
    run = (pair, report("甲/材料.docx", beside=pair), workbook("丙/评分表.xlsx", "丙公司"))
    assert told(*run) == {2: "没有见到同一单位的申报材料"}


def test_a_workbook_that_lies_elsewhere_is_told_once_by_where_it_is() -> None:
    run = (workbook("甲/评分表.xlsx"), report("别处/材料.docx"))
    assert told(*run) == {1: "评分表（甲/评分表.xlsx）没有和它放在一起"}


def test_a_blank_kit_beside_the_filled_one_is_nothing_to_mend() -> None:
    filled, left = workbook("甲/评分表.xlsx"), blank(replace(workbook("甲/原表.xlsx", "")))
    made = with_alike((filled, left))
    assert [one.verdict.status for one in made] == [Status.CLEAN, Status.CLEAN]
    assert [one.code for one in made[1].verdict.findings] == ["QA606"]


def test_a_blank_kit_alone_or_of_another_stays_what_it_is() -> None:
    left = blank(workbook("乙/原表.xlsx", ""))
    made = with_alike((workbook("甲/评分表.xlsx"), left))
    assert [one.code for one in made[1].verdict.findings] == ["QA512"]
