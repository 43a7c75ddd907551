"""A stage that was frozen: every file with its digest, read only, never written over."""

import hashlib
import zipfile
from pathlib import Path

from builder.pipeline.panel.archiving import DIGESTS_FILE, freeze


def stage(folder: Path) -> Path:
    (folder / "合议" / "往次合议").mkdir(parents=True)
    (folder / "合议" / "C01-合议表.xlsx").write_bytes(b"signed")
    (folder / "合议" / "往次合议" / "旧.xlsx").write_bytes(b"before")
    return folder / "合议"


def test_every_file_is_in_it_with_its_digest_and_nobody_may_write(tmp_path: Path) -> None:
    target = tmp_path / "存档" / "合议.zip"
    assert freeze(stage(tmp_path), target) is None
    assert target.stat().st_mode & 0o777 == 0o444
    with zipfile.ZipFile(target) as package:
        names = package.namelist()
        assert package.read("C01-合议表.xlsx") == b"signed"
        lines = package.read(DIGESTS_FILE).decode().splitlines()
    assert names == ["C01-合议表.xlsx", "往次合议/旧.xlsx", DIGESTS_FILE]
    assert lines == [
        f"{hashlib.sha256(b'signed').hexdigest()}  C01-合议表.xlsx",
        f"{hashlib.sha256(b'before').hexdigest()}  往次合议/旧.xlsx",
    ]


def test_it_is_the_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    one, other = tmp_path / "一.zip", tmp_path / "二.zip"
    assert freeze(folder, one) is None
    assert freeze(folder, other) is None
    assert one.read_bytes() == other.read_bytes()


def test_it_takes_nobodys_place_and_lies_outside(tmp_path: Path) -> None:
    folder, target = stage(tmp_path), tmp_path / "合议.zip"
    target.write_bytes(b"somebody's")
    found = (freeze(folder, target), freeze(folder, folder / "存档.zip"), freeze(target, folder))
    assert [one and one.code for one in found] == ["QA892", "QA973", "QA891"]
    assert target.read_bytes() == b"somebody's"
