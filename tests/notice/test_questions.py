"""What a person decides is asked once, kept, and asked again only where it changed."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from builder.findings.finding import Finding
from builder.notice.decided import Record, record_of, record_text
from builder.notice.question import Decisions, Question
from builder.pipeline.notice import (
    astray,
    draft_for,
    find_target,
    read_notice,
    with_form,
    write_form,
)
from tests.notice.written import TITLE, drafted, keys

TEXT = (
    f"{TITLE}1 领导（100分）\n1.1 方向（60分）\n如何做。\n1.2 治理（50分）\n如何做。\n总分100分\n"
)
STEP = Question(
    key="step", subject="步长", words="多少？", proposal="0.5", options=("0.1", "0.5", "1")
)


def test_an_answer_counts_as_long_as_the_proposal_is_the_same() -> None:
    decisions = Decisions().with_answer(STEP, "1")
    assert decisions.answer(STEP) == "1"
    assert decisions.answer(replace(STEP, proposal="0.1")) is None
    assert decisions.answer(replace(STEP, options=("0.1", "0.5"))) is None


def test_decisions_are_read_back_as_they_were_written() -> None:
    record = Record(decisions=Decisions().with_answer(STEP, "1"), digest="abc")
    assert record_of(record_text(record)) == record
    assert '"决定": "1"' in record_text(record)
    for broken in ("", "[]", '{"决定": 3}', '{"决定": [{}]}', "{" * 99):
        assert record_of(broken) is None


def test_a_question_that_is_answered_is_open_no_more() -> None:
    draft = drafted(TEXT)
    assert [one.key for one in draft.open_questions] == keys(draft)
    assert "step" not in [one.key for one in drafted(TEXT, step="1").open_questions]
    assert 'step: "1"' in drafted(TEXT, step="1").text


def test_a_form_that_was_filled_in_answers_and_an_empty_cell_decides_nothing(
    tmp_path: Path,
) -> None:
    draft = drafted(TEXT)
    form = tmp_path / "问题.xlsx"
    assert write_form(form, "标题", draft, Decisions()) is None
    book = load_workbook(form)
    sheet = book["问题"]
    assert (sheet["D4"].protection.locked, sheet["G4"].protection.locked) == (True, False)
    assert sheet.protection.sheet
    lists = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert '"0.1,0.5,1"' in lists
    row = next(cell.row for cell in sheet["B"] if cell.value == "打分的最小间隔")
    sheet.cell(row, 7).value = 1
    book.save(form)
    answers = with_form(form, draft, Decisions())
    assert answers.findings == ()
    assert {key: one.answer for key, one in answers.decisions.by_key.items()} == {"step": "1"}


def test_an_answer_that_is_none_of_the_options_is_told_with_its_cell(tmp_path: Path) -> None:
    draft = drafted(TEXT)
    form = tmp_path / "问题.xlsx"
    write_form(form, "标题", draft, Decisions())
    book = load_workbook(form)
    book["问题"]["G4"] = "随便"
    book.save(form)
    (finding,) = with_form(form, draft, Decisions()).findings
    assert (finding.code, finding.place.cell) == ("QA994", "G4")


def test_an_amended_notice_asks_only_what_is_new(tmp_path: Path) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text(TEXT, encoding="utf-8")
    target = find_target(tmp_path / "some-award.md", update=False)
    assert not isinstance(target, Finding)
    read = read_notice(notice)
    assert not isinstance(read, Finding)
    first = draft_for(read, target, Decisions())
    assert not isinstance(first, Finding)
    decided = Decisions()
    for one in first.questions:
        decided = decided.with_answer(one, one.proposal)
    changed = f"{TEXT}2 效益（50分）\n2.2 结果（50分）\n说明利润总额。\n".replace("总分100分\n", "")
    notice.write_text(f"{changed}总分150分\n", encoding="utf-8")
    again = read_notice(notice)
    assert not isinstance(again, Finding)
    second = draft_for(again, target, decided)
    assert not isinstance(second, Finding)
    assert "step" not in [one.key for one in second.open_questions]
    assert {"dimensions", "metrics"} <= {one.key for one in second.open_questions}


def test_answers_stay_with_their_questions_when_rows_are_moved(tmp_path: Path) -> None:
    draft = drafted(TEXT)
    form = tmp_path / "问题.xlsx"
    write_form(form, "标题", draft, Decisions())
    book = load_workbook(form)
    sheet = book["问题"]
    row = next(cell.row for cell in sheet["B"] if cell.value == "打分的最小间隔")
    sheet.cell(row, 7).value = 1
    sheet.insert_rows(row)
    book.save(form)
    answers = with_form(form, draft, Decisions())
    assert {key: one.answer for key, one in answers.decisions.by_key.items()} == {"step": "1"}
    sheet.delete_rows(row + 1)
    book.save(form)
    (finding,) = with_form(form, draft, Decisions()).findings
    assert (finding.code, finding.actual) == (
        "QA993",
        "“打分的最小间隔”这一行不在了，或者不止一行",
    )


def test_a_form_that_somebody_filled_in_and_the_notice_itself_are_never_written_over(
    tmp_path: Path,
) -> None:
    draft = drafted(TEXT)
    form = tmp_path / "问题.xlsx"
    assert write_form(form, "标题", draft, Decisions()) is None
    assert write_form(form, "改过的标题", draft, Decisions()) is None
    book = load_workbook(form)
    book["问题"]["G4"] = "照写"
    book.save(form)
    kept = form.read_bytes()
    stopped = write_form(form, "标题", draft, Decisions())
    assert stopped is not None
    assert (stopped.code, form.read_bytes()) == ("QA892", kept)
    notice = tmp_path / "通知.xlsx"
    notice.write_bytes(kept)
    told = astray((notice,), tmp_path / "draft.md", None, notice)
    assert [one.code for one in told] == ["QA894"]
