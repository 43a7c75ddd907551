"""``builder import`` makes a draft of a notice, keeps what was decided, and overwrites nothing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from builder.cli import import_command
from builder.cli.import_command import command
from tests.cli.calls import call, files_in
from tests.notice.shapes import tree_as_table, word
from tests.schemes.notices import scheme_of

PENGJIANG = "pengjiang-manufacturing"


def notice(folder: Path) -> str:
    """The notice of 蓬江 as a Word file with a merged table."""
    (folder / "通知.docx").write_bytes(word(tree_as_table(scheme_of(PENGJIANG))))
    return "通知.docx"


def test_a_word_notice_becomes_a_kit_in_a_few_calls(tmp_path: Path) -> None:
    name = notice(tmp_path)
    asked = call(tmp_path, "import", name, "-o", "my-award.md", "--questions", "问题.xlsx")
    assert (asked.code, "通知共 5320 字：已用 5302" in asked.output) == (1, True)
    assert "有 4 个问题还没有回答" in asked.errors
    book = load_workbook(tmp_path / "问题.xlsx")
    for row in range(4, 8):
        book["问题"].cell(row, 7).value = book["问题"].cell(row, 6).value
    book.save(tmp_path / "问题.xlsx")
    words = ("-o", "my-award.md", "--answers", "问题.xlsx", "--page", "对照.html")
    answered = call(tmp_path, "import", name, *words)
    assert (answered.code, answered.errors) == (0, "")
    assert call(tmp_path, "lint", "my-award.md").code == 0
    built = call(tmp_path, "build", "my-award.md", "-o", "下发")
    assert (built.code, len(files_in(tmp_path / "下发"))) == (0, 2)


def test_a_draft_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    name = notice(tmp_path)
    call(tmp_path, "import", name, "-o", "my-award.md")
    draft = tmp_path / "my-award.md"
    edited = f"{draft.read_text('utf-8')}\n手改的话。\n"
    draft.write_text(edited, encoding="utf-8")
    again = call(tmp_path, "import", name, "-o", "my-award.md")
    assert (again.code, "QA997" in again.errors) == (3, True)
    updated = call(tmp_path, "import", name, "-o", "my-award.md", "--update")
    assert "my-award.更新.md" in updated.output
    assert draft.read_text("utf-8") == edited


def test_a_draft_that_could_not_be_written_is_not_said_to_hold_suggestions(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", "utf-8")
    done = call(tmp_path, "import", notice(tmp_path), "-o", "文件/草稿.md")
    assert done.code == 3
    assert "QA996" not in done.errors


def test_what_cannot_be_read_ends_with_one_sentence_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "空.docx").write_bytes(b"")
    for name in ("空.docx", "没有.docx"):
        done = call(tmp_path, "import", name)
        assert (done.code, done.output) == (3, "")
        assert done.errors.count("QA987") == 1
    assert files_in(tmp_path) == ["空.docx"]


def test_questions_are_asked_one_at_a_time_with_place_and_proposal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_command, "is_conversation", lambda: True)
    monkeypatch.chdir(tmp_path)
    name = notice(tmp_path)
    typed = "\n不懂\n2\n3\n"
    done = CliRunner().invoke(command, [name, "-o", "my-award.md"], input=typed)
    assert "【还有 4 个】过程类和结果类（第 1 个表第 22 行）" in done.output
    assert "请输入序号，或照写其中一个答案。" in done.output
    assert done.exception is None
    text = (tmp_path / "my-award.md").read_text("utf-8")
    assert 'step: "1"' in text
    assert "metrics:" not in text
    record = json.loads((tmp_path / "my-award.决定.json").read_text("utf-8"))
    assert [one["决定"] for one in record["决定"]] == ["对", "不写", "1"]


def test_a_person_may_leave_the_rest_for_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_command, "is_conversation", lambda: True)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, [notice(tmp_path), "-o", "my-award.md"], input="s\n")
    assert "有 4 个问题还没有回答" in done.output
