"""Passwords are kept so that nobody reads them."""

import json
import stat
from pathlib import Path

import pytest

from builder.desk import users as users_file
from builder.desk.users import Attempts, Users, read_users, write_users

PASSWORD = "correct horse battery"  # noqa: S105 - invented for the test


def test_only_a_salted_hash_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "用户.json"
    users = Users().with_user("王芳", PASSWORD).with_user("李四", PASSWORD)
    assert write_users(path, users) is None
    assert PASSWORD not in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first, second = json.loads(path.read_text("utf-8")).values()
    assert first[1] != second[1]
    again = read_users(path)
    assert again.knows("王芳", PASSWORD)
    assert not again.knows("王芳", PASSWORD + " ")
    assert not again.knows("赵六", PASSWORD)
    assert not again.knows("赵六", "")


def test_what_is_no_file_of_users_lets_nobody_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(users_file, "_COST", 2)
    path = tmp_path / "用户.json"
    for text in (
        "",
        "[]",
        '{"王芳": ["", ""]}',
        '{"王芳": "x"}',
        '{"王芳": ["zz", "zz"]}',
        "\udcff",
    ):
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        users = read_users(path)
        assert not users.knows("王芳", "")
        assert not users.knows("王芳", "x")
    assert read_users(tmp_path / "没有.json").hashes == {}


def test_trying_ends_after_a_few_and_begins_again_later() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    for _ in range(5):
        assert attempts.allows("place 1", "name 王芳")
        attempts.failed("place 1", "name 王芳")
    assert not attempts.allows("place 2", "name 王芳")
    assert not attempts.allows("place 1", "name 李四")
    assert attempts.allows("place 2", "name 李四")
    now[0] = 901.0
    assert attempts.allows("place 1", "name 王芳")
