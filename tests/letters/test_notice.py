"""The letter to an applicant says what to set right, the gravest first, in words Word can hold."""

from dataclasses import replace
from pathlib import Path

from builder.findings.catalogue import RULES, RULES_BY_CODE
from builder.findings.finding import Finding, Place
from builder.findings.rule import Severity
from builder.letters.notice import needs_notice, plan_notice
from builder.model.office import Office
from builder.model.verdict import Status, Verdict
from tests.findings.blanks import found_under

OFFICE = Office(name="某区质量办", return_to=("邮箱：a@example.gov.cn", "电话：1"))


def finding(code: str, cell: str = "") -> Finding:
    place = Place(path="收件/甲.xlsx", sheet="自评打分" if cell else "", cell=cell)
    return Finding(code=code, place=place, actual="旧名", expected="新名", details={"also": ""})


VERDICT = Verdict(
    path="收件/甲.xlsx",
    status=Status.FINDINGS,
    applicant="甲公司",
    award="某区质量奖",
    findings=(finding("QA402"), finding("QA403", "F3"), finding("QA401"), finding("QA404", "F9")),
)


def test_problems_stand_by_severity_and_are_numbered_within() -> None:
    plan = plan_notice(VERDICT, OFFICE)
    assert [(one.heading, [line.code for line in one.lines]) for one in plan.chapters] == [
        ("一、必须改正的问题", ["QA401", "QA404"]),
        ("二、请核实并改正的问题", ["QA403"]),
        ("三、提请注意的事项", ["QA402"]),
    ]
    assert plan.return_numeral == "四"
    assert [line.number for line in plan.chapters[0].lines] == ["1", "2"]
    assert plan.chapters[0].lines[1].place == "自评打分 F9"
    assert plan.outcome == "发现错误 2 处、警告 1 处、提示 1 处"
    assert (plan.applicant, plan.award, plan.file) == ("甲公司", "某区质量奖", "甲.xlsx")
    assert plan.return_to == OFFICE.return_to
    assert plan.material == "自评打分表"
    assert plan_notice(replace(VERDICT, path="甲.docx"), OFFICE).material == "申报材料"


def test_headings_are_numbered_without_gaps() -> None:
    plan = plan_notice(replace(VERDICT, findings=(finding("QA402"),)), OFFICE)
    assert [one.heading for one in plan.chapters] == ["一、提请注意的事项"]
    assert plan.return_numeral == "二"


def test_a_file_nobody_could_read_is_written_about_too() -> None:
    unreadable = Verdict(path="b/丙.xlsx", status=Status.UNREADABLE, findings=(finding("QA201"),))
    plan = plan_notice(unreadable, Office())
    assert (plan.applicant, plan.outcome, plan.score) == ("申报组织", "无法核验", "")
    assert plan.return_to
    assert needs_notice(unreadable)
    assert needs_notice(VERDICT)
    assert not needs_notice(replace(VERDICT, status=Status.CLEAN))


def test_what_word_cannot_hold_is_shown_by_its_number_and_a_long_text_says_it_was_cut() -> None:
    long = replace(finding("QA402"), actual="长" * 50_000)
    plan = plan_notice(replace(VERDICT, applicant="甲\x01公司", findings=(long,)), OFFICE)
    assert plan.applicant == "甲〔U+0001〕公司"
    (line,) = plan.chapters[0].lines
    assert len(line.message) <= 2_000
    assert line.message.endswith("（原文过长，余下从略）")


def test_the_path_of_a_file_is_not_told_to_the_company() -> None:
    assert plan_notice(VERDICT, OFFICE).file == Path(VERDICT.path).name


def test_one_fault_at_many_places_is_told_at_a_few_and_counted() -> None:
    many = tuple(finding("QA404", f"F{row}") for row in range(1, 41))
    (chapter,) = plan_notice(replace(VERDICT, findings=many), OFFICE).chapters
    assert [line.number for line in chapter.lines] == ["1", "2", "3", "4–40"]
    assert "同样的问题另有 37 处：自评打分 F4、F5" in chapter.lines[-1].message


def test_what_does_not_fit_on_three_pages_is_counted_and_stands_in_the_marked_file() -> None:
    codes = sorted(rule.code for rule in RULES if rule.severity is Severity.ERROR)[:60]
    lone = tuple(found_under(RULES_BY_CODE[code]) for code in codes)
    (chapter,) = plan_notice(replace(VERDICT, findings=lone), OFFICE).chapters
    assert len(chapter.lines) < 20
    listed = len(chapter.lines) - 1
    assert f"另有 {60 - listed} 处" in chapter.lines[-1].message
    assert "问题清单" in chapter.lines[-1].message
