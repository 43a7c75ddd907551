"""The program that converts old files is asked in a folder of its own and for a bounded time."""

import os
import time
from pathlib import Path
from unittest.mock import patch

import pytest

from builder.notice.reading import converted as room
from builder.notice.reading.converted import converted
from builder.ooxml.refusal import RefusedError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")

# Says who it is and whom it started, then never ends; what it was told stands beside it.
_HANGS = """\
#!/bin/sh
sleep 300 &
echo $$ $! > "{told}"
echo "$@" > "{said}"
wait
"""
# Leaves what it was asked for, and a process that goes on.
_LEAVES = """\
#!/bin/sh
sleep 300 &
echo $$ $! > "{told}"
for last; do :; done
mkdir -p "$(dirname "$last")/out"
printf made > "$(dirname "$last")/out/notice.docx"
"""


def program(folder: Path, script: str) -> Path:
    """A program that stands in for LibreOffice."""
    path = folder / "office"
    path.write_text(script.format(told=folder / "told", said=folder / "said"))
    path.chmod(0o755)
    return path


def is_over(number: int) -> bool:
    """Whether a process has ended; one that nobody waits for is a zombie."""
    state = Path(f"/proc/{number}/stat")
    for _ in range(50):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def started(folder: Path) -> list[int]:
    """The processes that the program told of."""
    return [int(one) for one in (folder / "told").read_text().split()]


def test_a_file_that_keeps_the_program_busy_is_stopped_with_all_it_started(tmp_path: Path) -> None:
    stand_in = str(program(tmp_path, _HANGS))
    begun = time.monotonic()
    with (
        patch.object(room, "office_program", lambda: stand_in),
        patch.object(room, "_SECONDS", 1),
        pytest.raises(RefusedError) as refused,
    ):
        converted(b"hostile", ".doc", "docx")
    assert refused.value.code == "QA990"
    assert time.monotonic() - begun < 20
    assert all(map(is_over, started(tmp_path)))
    said = (tmp_path / "said").read_text()
    profile = said.partition("-env:UserInstallation=file://")[2].partition(" ")[0]
    # The profile is of this call alone and gone with it.
    assert profile.endswith("/profile")
    assert not Path(profile).parent.exists()


def test_what_a_program_leaves_behind_is_stopped_once_it_has_ended(tmp_path: Path) -> None:
    stand_in = str(program(tmp_path, _LEAVES))
    with patch.object(room, "office_program", lambda: stand_in):
        assert converted(b"old", ".doc", "docx") == b"made"
    assert all(map(is_over, started(tmp_path)))
