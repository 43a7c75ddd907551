"""What people filled in is never replaced; what this program wrote there last may be."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.pipeline.own_outputs import (
    WRITTEN_FILE,
    OwnFolder,
    in_the_way,
    write_own,
    write_unless_kept,
)


def names(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.code, Path(one.place.path).name) for one in findings]


def test_our_own_files_are_written_again(tmp_path: Path) -> None:
    first = write_unless_kept(tmp_path, {"甲.xlsx": b"1", "R1/乙.xlsx": b"1"})
    assert (len(first.paths), first.findings) == (2, ())
    again = write_unless_kept(tmp_path, {"甲.xlsx": b"2", "R1/乙.xlsx": b"2", "丙.xlsx": b"2"})
    assert (len(again.paths), again.findings) == (3, ())
    assert (tmp_path / "R1" / "乙.xlsx").read_bytes() == b"2"


def test_a_file_that_was_filled_in_stops_everything_and_is_named(tmp_path: Path) -> None:
    write_unless_kept(tmp_path, {"甲.xlsx": b"1", "乙.xlsx": b"1"})
    (tmp_path / "乙.xlsx").write_bytes(b"filled in")
    done = write_unless_kept(tmp_path, {"甲.xlsx": b"2", "乙.xlsx": b"2", "丙.xlsx": b"2"})
    assert (done.paths, names(done.findings)) == ((), [("QA892", "乙.xlsx")])
    assert (tmp_path / "甲.xlsx").read_bytes() == b"1"
    assert (tmp_path / "乙.xlsx").read_bytes() == b"filled in"
    assert not (tmp_path / "丙.xlsx").exists()


def test_a_folder_whose_record_is_somebodys_is_written_to_by_none(tmp_path: Path) -> None:
    (tmp_path / WRITTEN_FILE).write_text("我的笔记", encoding="utf-8")
    own = OwnFolder(tmp_path)
    found = [own.write_unless_kept(name, b"1") for name in ("甲.xlsx", "乙.xlsx")]
    assert [one and (one.code, Path(one.place.path).name) for one in found] == [
        ("QA893", WRITTEN_FILE),
        ("QA893", WRITTEN_FILE),
    ]


def test_each_file_that_was_filled_in_is_left_and_the_others_are_written(tmp_path: Path) -> None:
    own = OwnFolder(tmp_path)
    assert [own.write_unless_kept(name, b"1") for name in ("甲.docx", "乙.docx")] == [None, None]
    assert own.close() is None
    (tmp_path / "甲.docx").write_bytes(b"marked")
    own = OwnFolder(tmp_path)
    kept, written = (own.write_unless_kept(name, b"2") for name in ("甲.docx", "乙.docx"))
    assert kept is not None
    assert (kept.code, written) == ("QA893", None)
    assert (tmp_path / "甲.docx").read_bytes() == b"marked"
    assert (tmp_path / "乙.docx").read_bytes() == b"2"


def test_a_record_changed_by_hand_is_not_believed(tmp_path: Path) -> None:
    write_unless_kept(tmp_path, {"甲.xlsx": b"1"})
    record = tmp_path / WRITTEN_FILE
    record.write_text(record.read_text("utf-8").replace("甲", "乙"), encoding="utf-8")
    assert names(in_the_way(tmp_path, {"甲.xlsx": None}))[0] == ("QA892", WRITTEN_FILE)


def test_without_a_record_only_the_very_same_bytes_are_ours(tmp_path: Path) -> None:
    (tmp_path / "甲.xlsx").write_bytes(b"1")
    assert names(in_the_way(tmp_path, {"甲.xlsx": b"2"})) == [("QA892", "甲.xlsx")]
    assert names(in_the_way(tmp_path, {"甲.xlsx": None})) == [("QA892", "甲.xlsx")]
    assert in_the_way(tmp_path, {"甲.xlsx": b"1", "乙.xlsx": None}) == ()


def test_what_an_older_run_wrote_and_was_put_back_is_not_what_was_written_last(
    tmp_path: Path,
) -> None:
    write_unless_kept(tmp_path, {"甲.xlsx": b"1"})
    write_unless_kept(tmp_path, {"甲.xlsx": b"2"})
    (tmp_path / "甲.xlsx").write_bytes(b"1")
    assert names(in_the_way(tmp_path, {"甲.xlsx": b"3"})) == [("QA892", "甲.xlsx")]


@pytest.mark.parametrize("text", ["", "[", "{}", '{"digests": {"甲.xlsx": 5}}', "我的笔记"])
def test_a_record_that_is_none_of_ours_is_kept_too(tmp_path: Path, text: str) -> None:
    (tmp_path / WRITTEN_FILE).write_text(text, encoding="utf-8")
    done = write_unless_kept(tmp_path, {"甲.xlsx": b"1"})
    assert (done.paths, names(done.findings)) == ((), [("QA892", WRITTEN_FILE)])
    assert (tmp_path / WRITTEN_FILE).read_text(encoding="utf-8") == text


def test_folders_and_links_to_nowhere_are_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "甲.xlsx").mkdir()
    (tmp_path / "乙.xlsx").symlink_to(tmp_path / "没有")
    found = names(in_the_way(tmp_path, {"甲.xlsx": b"1", "乙.xlsx": b"1"}))
    assert found == [("QA892", "甲.xlsx"), ("QA892", "乙.xlsx")]


def test_what_was_written_before_a_failure_is_known_as_ours(tmp_path: Path) -> None:
    (tmp_path / "R1").write_bytes(b"a file where a folder should be")
    done = write_own(tmp_path, [("甲.xlsx", b"1"), ("R1/乙.xlsx", b"1"), ("丙.xlsx", b"1")])
    assert ([path.name for path in done.paths], done.findings[0].code) == (["甲.xlsx"], "QA891")
    assert in_the_way(tmp_path, {"甲.xlsx": b"2"}) == ()


def test_what_was_written_before_and_not_this_time_is_known(tmp_path: Path) -> None:
    write_unless_kept(tmp_path, {"甲-信.docx": b"1", "乙-信.docx": b"1", "表.xlsx": b"1"})
    (tmp_path / "自己的-信.docx").write_bytes(b"by hand")
    own = OwnFolder(tmp_path)
    assert own.write_unless_kept("甲-信.docx", b"2") is None
    assert own.others([tmp_path / "甲-信.docx"], "-信") == (tmp_path / "乙-信.docx",)
    (tmp_path / "乙-信.docx").unlink()
    assert own.others([tmp_path / "甲-信.docx"], "-信") == ()
