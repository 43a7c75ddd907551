"""Thirty broken and foreign files: one sentence each, and no draft."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.notice.draft import make_draft
from builder.notice.question import Decisions
from builder.notice.reading import converted
from builder.notice.reading.opened import open_notice
from tests.notice.foreign import foreign_files
from tests.support.reports import blank_report, complete_workbook
from tests.support.workbooks import MINHANG

FILES = dict(foreign_files())


def test_there_are_thirty_of_them() -> None:
    assert len(FILES) == 30


@pytest.mark.parametrize("name", FILES)
def test_each_is_answered_with_one_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "office_program", lambda: None)
    path = tmp_path / name
    path.write_bytes(FILES[name])
    said = open_notice(path)
    if not isinstance(said, Finding):
        made = make_draft(said, Decisions(), "draft", "draft.md")
        assert isinstance(made, Finding), name
        said = made
    assert said.code in ("QA987", "QA988", "QA989", "QA991", "QA992")
    assert said.message.count("。") == 1
    assert said.message.endswith("。")


def test_a_scheme_and_what_was_made_by_one_are_no_notices(tmp_path: Path) -> None:
    scheme = "---\n编号: a\n标题: 某奖\n---\n# 1 领导（60分）\n".encode()
    given = (scheme, complete_workbook(MINHANG), blank_report(MINHANG))
    for content, words in zip(given, ("一份方案", "本程序生成", "本程序生成"), strict=True):
        path = tmp_path / "通知"
        path.write_bytes(content)
        said = open_notice(path)
        assert isinstance(said, Finding)
        assert said.code == "QA987"
        assert words in said.message
