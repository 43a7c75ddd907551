"""The version is said once; the package, the program, kits and records all take it from there."""

import re
import subprocess
import sys
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from builder.model.identity import VERSION_PROPERTY
from builder.version import VERSION
from tests.support.reports import blank_report
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_package_reads_its_version_from_the_one_place() -> None:
    source = SETTINGS["tool"]["hatch"]["version"]
    found = re.search(source["pattern"], (ROOT / source["path"]).read_text("utf-8"))
    assert SETTINGS["project"]["dynamic"] == ["version"]
    assert "version" not in SETTINGS["project"]
    assert found is not None
    assert found["version"] == VERSION


def test_no_other_file_of_the_program_says_the_version() -> None:
    files = [path for path in (ROOT / "builder").rglob("*.py") if path.name != "version.py"]
    assert [str(path) for path in files if f'"{VERSION}"' in path.read_text("utf-8")] == []


def test_the_version_is_known_where_nothing_was_installed(tmp_path: Path) -> None:
    packed = tmp_path / "builder.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("__init__.py", "version.py"):
            archive.write(ROOT / "builder" / name, f"builder/{name}")
    program = f"import sys; sys.path[:] = [{str(packed)!r}, *sys.path]\n"
    program += "from builder.version import VERSION; print(VERSION)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout == f"{VERSION}\n", done.stderr


@pytest.mark.parametrize("made", ["report", "workbook"])
def test_a_kit_says_which_version_made_it(made: str) -> None:
    plan = shipped_plan(PENGJIANG)
    kit = blank_report(PENGJIANG) if made == "report" else filled_bytes(plan, {})
    with zipfile.ZipFile(BytesIO(kit)) as archive:
        told = archive.read("docProps/custom.xml").decode()
    assert f'name="{VERSION_PROPERTY}"><vt:lpwstr>{VERSION}<' in told
