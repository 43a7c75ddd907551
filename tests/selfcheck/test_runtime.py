"""The runtime is the one file that was tried, and anything else is refused in a sentence."""

import base64
import re
from pathlib import Path

from builder.findings.finding import Finding
from builder.selfcheck.runtime import pinned_runtime, runtime_parts


def told_of(path: Path) -> Finding:
    found = runtime_parts(path)
    assert isinstance(found, Finding)
    return found


def test_exact_version_and_exact_bytes_are_pinned_in_one_place() -> None:
    runtime = pinned_runtime()
    assert re.fullmatch(r"\d+\.\d+\.\d+", runtime.version)
    assert re.fullmatch(r"[0-9a-f]{64}", runtime.sha256)
    assert len(base64.b64decode(runtime.integrity.removeprefix("sha512-"))) == 64
    assert runtime.file == f"{runtime.name}-{runtime.version}.tgz"


def test_other_bytes_under_the_right_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / pinned_runtime().file
    path.write_bytes(b"not the runtime")
    found = told_of(path)
    assert found.code == "QA882"
    assert pinned_runtime().sha256[:16] in found.message
    assert pinned_runtime().file in found.fix


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    found = told_of(tmp_path / "没有.tgz")
    assert (found.code, found.place.path) == ("QA882", str(tmp_path / "没有.tgz"))
