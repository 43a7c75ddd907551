"""Thirty broken and foreign files: one sentence each, and no draft."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.notice.draft import make_draft
from builder.notice.question import Decisions
from builder.notice.reading import converted
from builder.notice.reading.opened import open_notice
from tests.notice.foreign import foreign_files

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
