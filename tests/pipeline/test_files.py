"""A file is written whole or what stood there before stays."""

import errno
from pathlib import Path

import pytest

from builder.findings.failure import failure_words
from builder.pipeline.files import write_whole


def test_a_file_is_written_into_folders_that_are_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "一" / "二" / "表.xlsx"
    assert write_whole(path, b"content") is None
    assert path.read_bytes() == b"content"
    assert list(path.parent.iterdir()) == [path]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")
    assert write_whole(path, b"new") is None
    assert path.read_bytes() == b"new"


def test_a_folder_where_the_file_should_stand_is_told_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.mkdir()
    failure = write_whole(path, b"new")
    assert failure is not None
    assert failure.code == "QA891"
    assert failure.place.path == str(path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.is_dir()


def test_a_file_where_a_folder_should_stand_is_told_and_stays(tmp_path: Path) -> None:
    blocker = tmp_path / "文件"
    blocker.write_bytes(b"old")
    for path in (blocker / "表.xlsx", blocker / "下级" / "表.xlsx"):
        failure = write_whole(path, b"new")
        assert failure is not None
        assert failure.code == "QA891"
    assert blocker.read_bytes() == b"old"


def test_a_disk_that_fills_up_leaves_the_old_file_and_no_part_of_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    failure = write_whole(path, b"new")
    assert failure is not None
    assert failure.actual == "磁盘已满"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_very_long_file_name_is_told(tmp_path: Path) -> None:
    failure = write_whole(tmp_path / f"{'长' * 300}.xlsx", b"new")
    assert failure is not None
    assert failure.actual == "名称太长"
    assert list(tmp_path.iterdir()) == []


def test_a_reason_without_a_word_is_a_number() -> None:
    assert failure_words(OSError(errno.EMFILE, "Too many open files")) == f"系统错误 {errno.EMFILE}"
