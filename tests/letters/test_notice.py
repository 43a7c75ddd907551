"""The letter to an applicant says what to set right, the gravest first, in words Word can hold."""

from dataclasses import replace
from pathlib import Path

from builder.findings.catalogue import RULES, RULES_BY_CODE
from builder.findings.finding import Finding, Place
from builder.findings.rule import Severity
from builder.letters.notice import NoticePlan, needs_notice, plan_notice
from builder.model.office import Office
from builder.model.verdict import Status, Verdict
from tests.findings.blanks import found_under


def letter(*verdicts: Verdict, office: Office | None = None) -> NoticePlan:
    """The letter to 甲公司 about these files."""
    return plan_notice("甲公司", verdicts, OFFICE if office is None else office)


OFFICE = Office(name="某区质量办", return_to=("邮箱：a@example.gov.cn", "电话：1"))


_BLANKS = {"also": "", "said": "", "where": "表中的空行"}


def finding(code: str, cell: str = "") -> Finding:
    place = Place(path="收件/甲.xlsx", sheet="自评打分" if cell else "", cell=cell)
    return Finding(code=code, place=place, actual="旧名", expected="新名", details=_BLANKS)


VERDICT = Verdict(
    path="收件/甲.xlsx",
    status=Status.FINDINGS,
    applicant="甲公司",
    award="某区质量奖",
    findings=(finding("QA402"), finding("QA403", "F3"), finding("QA401"), finding("QA404", "F9")),
)


def test_problems_stand_by_severity_and_are_numbered_within() -> None:
    plan = letter(VERDICT)
    assert [(one.heading, [line.code for line in one.lines]) for one in plan.chapters] == [
        ("一、必须改正的问题", ["QA401", "QA404"]),
        ("二、请核实并改正的问题", ["QA403"]),
        ("三、提请注意的事项", ["QA402"]),
    ]
    assert plan.return_numeral == "四"
    assert [line.number for line in plan.chapters[0].lines] == ["1", "2"]
    assert plan.chapters[0].lines[1].place == "自评打分 F9"
    (file,) = plan.files
    assert file.outcome == "发现错误 2 处、警告 1 处、提示 1 处"
    assert (plan.applicant, plan.award, file.file) == ("甲公司", "某区质量奖", "甲.xlsx")
    assert plan.return_to == OFFICE.return_to
    assert file.material == "自评打分表"
    assert letter(replace(VERDICT, path="甲.docx")).files[0].material == "申报材料"


def test_headings_are_numbered_without_gaps() -> None:
    plan = letter(replace(VERDICT, findings=(finding("QA402"),)))
    assert [one.heading for one in plan.chapters] == ["一、提请注意的事项"]
    assert plan.return_numeral == "二"


def test_a_file_nobody_could_read_is_written_about_too() -> None:
    unreadable = Verdict(path="b/丙.xlsx", status=Status.UNREADABLE, findings=(finding("QA201"),))
    plan = plan_notice("", (unreadable,), Office())
    assert (plan.applicant, plan.files[0].outcome, plan.files[0].score) == (
        *("申报组织", "无法核验", ""),
    )
    assert plan.return_to
    assert "原文件" not in plan.mending[0]
    assert needs_notice((unreadable,))
    assert needs_notice((VERDICT,))
    assert not needs_notice((replace(VERDICT, findings=(finding("QA402"),)),))


def test_what_word_cannot_hold_is_shown_by_its_number() -> None:
    assert plan_notice("甲\x01公司", (VERDICT,), OFFICE).applicant == "甲〔U+0001〕公司"


def test_what_is_quoted_is_shortened_and_never_the_sentence_around_it() -> None:
    details = {"workbook": "甲.xlsx", "differing": "奖项"}
    long = Finding.at("QA762", VERDICT.path, expected="“乙奖”", actual="“甲奖”" * 40, **details)
    ((line,),) = (one.lines for one in letter(replace(VERDICT, findings=(long,))).chapters)
    assert len(line.message) <= 110
    assert line.message.startswith("申报材料是“甲奖”")
    assert "…" in line.message
    assert line.message.endswith("不是同一套：奖项不同。")


def test_the_path_of_a_file_is_not_told_to_the_company() -> None:
    assert letter(VERDICT).files[0].file == Path(VERDICT.path).name


def test_one_fault_at_many_places_is_told_at_a_few_and_counted() -> None:
    many = tuple(finding("QA404", f"F{row}") for row in range(1, 41))
    (chapter,) = letter(replace(VERDICT, findings=many)).chapters
    assert [line.number for line in chapter.lines] == ["1", "2", "3", "4–40"]
    assert "同样的问题另有 37 处：自评打分 F4、F5" in chapter.lines[-1].message


def test_what_does_not_fit_on_three_pages_is_counted_and_stands_in_the_marked_file() -> None:
    told = (rule for rule in RULES if rule.applicant and rule.severity is Severity.ERROR)
    codes = sorted(rule.code for rule in told)[:60]
    lone = tuple(found_under(RULES_BY_CODE[code]) for code in codes)
    (chapter,) = letter(replace(VERDICT, findings=lone)).chapters
    assert len(chapter.lines) < 30
    listed = len(chapter.lines) - 1
    assert f"另有 {60 - listed} 处" in chapter.lines[-1].message
    assert "问题清单" in chapter.lines[-1].message


def test_both_files_of_an_applicant_stand_in_one_letter_and_a_place_says_in_which_it_is() -> None:
    report = replace(
        VERDICT,
        path="收件/甲.docx",
        findings=(replace(finding("QA551"), place=Place(path="收件/甲.docx", indicator="1.1")),),
    )
    plan = letter(replace(VERDICT, findings=(finding("QA404", "F9"),)), report)
    assert [(one.material, one.file) for one in plan.files] == [
        *(("自评打分表", "甲.xlsx"), ("申报材料", "甲.docx")),
    ]
    places = [line.place for chapter in plan.chapters for line in chapter.lines]
    assert places == ["评分表 自评打分 F9", "申报材料 指标 1.1"]
    assert "分值和工作表、章节标题和原有的表格" in plan.mending[0]
    assert "工作表" not in letter(report).mending[0]


def test_files_of_two_awards_are_told_apart_by_their_awards() -> None:
    other = replace(VERDICT, path="收件/甲.docx", award="某市质量奖", kit="行业=养老")
    plan = letter(VERDICT, other)
    assert plan.award == "质量奖"
    assert [one.award for one in plan.files] == ["某区质量奖", "某市质量奖（行业：养老）"]
    assert letter(VERDICT).files[0].award == ""


def test_no_other_applicant_is_named_and_nobody_is_written_to_for_being_alike() -> None:
    names = {"applicant": "甲公司"}
    found = tuple(
        Finding.at(code, "收件/甲.xlsx", expected="“乙公司”（收件/乙.xlsx）", actual="2", **names)
        for code in ("QA603", "QA604", "QA605")
    )
    alike = replace(VERDICT, findings=found)
    assert not needs_notice((alike,))
    (chapter,) = letter(replace(alike, findings=(*found, finding("QA402")))).chapters
    assert {line.code for line in chapter.lines} == {"QA604", "QA402"}
    assert "乙" not in "".join(line.message + line.fix for line in chapter.lines)


def test_what_two_files_of_an_applicant_are_both_told_is_told_once() -> None:
    found = (Finding.at("QA604", "收件/甲.xlsx", actual="2", applicant="甲公司"),)
    second = replace(
        VERDICT,
        path="收件/甲2.xlsx",
        findings=(Finding.at("QA604", "收件/甲2.xlsx", actual="2", applicant="甲公司"),),
    )
    (chapter,) = letter(replace(VERDICT, findings=found), second).chapters
    assert [line.code for line in chapter.lines] == ["QA604"]


def test_places_without_a_cell_are_told_by_their_headings() -> None:
    many = tuple(
        Finding.at("QA555", Place(path="收件/甲.docx", bookmark=f"b{n}"), expected=f"1.{n} 文化")
        for n in range(1, 13)
    )
    (chapter,) = letter(replace(VERDICT, path="收件/甲.docx", findings=many)).chapters
    assert chapter.lines[-1].message.startswith("同样的问题另有 9 处：“1.4 文化”、“1.5 文化”")
    assert "等。" in chapter.lines[-1].message


def test_a_report_has_no_list_of_problems_to_be_sent_to() -> None:
    told = (rule for rule in RULES if rule.applicant and rule.severity is Severity.ERROR)
    place = Place(path="收件/甲.docx")
    lone = tuple(replace(found_under(rule), place=place) for rule in told)
    report = replace(VERDICT, path="收件/甲.docx", findings=lone)
    (chapter,) = letter(report).chapters
    assert "问题清单" not in chapter.lines[-1].message
    assert "批注" in chapter.lines[-1].message


def test_the_day_in_what_an_office_says_of_returning_is_not_the_letters() -> None:
    assert letter(VERDICT).mending[-1] == "交回方式如下，期限以本通知所写的日期为准。"
    assert len(letter(VERDICT, office=Office()).mending) == 1
