"""A file is written whole or what stood there before stays."""

import errno
from pathlib import Path

import pytest

from builder.findings.failure import failure_words
from builder.pipeline.files import free_place, move_aside, write_whole


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


def _numbered(number: int) -> str:
    return f"表-{number}.xlsx"


def test_a_place_is_the_first_that_nothing_has(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    assert free_place(path, _numbered) == path
    path.write_bytes(b"")
    (tmp_path / "表-2.xlsx").mkdir()
    assert free_place(path, _numbered) == tmp_path / "表-3.xlsx"


def test_what_is_moved_aside_replaces_nothing(tmp_path: Path) -> None:
    aside = tmp_path / "回收站" / "表.xlsx"
    for content in (b"one", b"two"):
        path = tmp_path / "表.xlsx"
        path.write_bytes(content)
        assert move_aside(path, aside, _numbered) is None
        assert not path.exists()
    assert aside.read_bytes() == b"one"
    assert aside.with_name("表-2.xlsx").read_bytes() == b"two"


def test_what_cannot_be_moved_aside_stays_and_is_told(tmp_path: Path) -> None:
    path, blocker = tmp_path / "表.xlsx", tmp_path / "回收站"
    path.write_bytes(b"one")
    blocker.write_bytes(b"")
    failure = move_aside(path, blocker / "表.xlsx", _numbered)
    assert failure is not None
    assert failure.code == "QA891"
    assert path.read_bytes() == b"one"
