"""Every hostile file is refused or read in two seconds and 300 MB, with exactly its own codes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.__main__ import main
from tests.hostile.catalogue import HOSTILE_FILES
from tests.hostile.made import HostileFile
from tests.support.pace import within

SECONDS, MEGABYTES = 2, 300
FEWEST = 60


@pytest.fixture(scope="module")
def verifying() -> Iterator["subprocess.Popen[str]"]:
    """The process that answers each path with what was said of the file there."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.measured"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def answer(process: "subprocess.Popen[str]", path: Path) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path}\n")
    process.stdin.flush()
    told: dict[str, Any] = json.loads(process.stdout.readline())
    return told


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("file", HOSTILE_FILES, ids=lambda file: file.name)
def test_a_hostile_file_is_refused_or_read_within_bounds(
    tmp_path: Path, verifying: "subprocess.Popen[str]", file: HostileFile
) -> None:
    path = tmp_path / f"回收{file.suffix}"
    path.write_bytes(file.make())
    told = answer(verifying, path)
    assert tuple(told["codes"]) == file.codes
    assert within(told["seconds"], SECONDS)
    assert told["megabytes"] < MEGABYTES
    for message in told["messages"]:
        assert any("\u4e00" <= sign <= "\u9fff" for sign in message)


def test_there_are_enough_of_them_and_no_two_of_a_name() -> None:
    names = [file.name for file in HOSTILE_FILES]
    assert len(names) >= FEWEST
    assert len(set(names)) == len(names)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_generator_writes_every_file(tmp_path: Path) -> None:
    main(tmp_path)
    assert len(list(tmp_path.glob("*.*x"))) == len(HOSTILE_FILES)
