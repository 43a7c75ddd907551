"""The part of the program that runs in the page is all that it needs, and nothing it has not."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from builder.selfcheck import program
from builder.selfcheck.program import OFFICE, library_files, program_files, program_mark

ROOT = Path(__file__).parents[2]
_TELL = """
import sys
sys.path[:] = [{there!r}, *(path for path in sys.path if "site-packages" not in path and path)]
sys.dont_write_bytecode = True
import builder.selfcheck.session
print(builder.__file__)
print(*sorted(sys.modules), sep="\\n")
"""


def imported(folder: Path) -> tuple[str, set[str]]:
    """Where the program is imported from, and all modules it imports, with its own files only."""
    for name, content in (program_files() | library_files()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    order = [sys.executable, "-I", "-S", "-c", _TELL.format(there=str(folder))]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    where, *names = done.stdout.splitlines()
    return where, set(names)


def test_the_session_runs_from_the_files_of_the_page_alone(tmp_path: Path) -> None:
    where, names = imported(tmp_path)
    assert Path(where).is_relative_to(tmp_path)
    roots = {name.partition(".")[0] for name in names}
    assert roots.isdisjoint({"lxml", "docx", "docxtpl", "click", "psutil", "platformdirs"})
    assert not [name for name in names if name.startswith(("builder.cli", "builder.write.docx"))]


def test_the_rooms_that_the_session_never_imports_are_not_in_the_page() -> None:
    # That it imports none of them, not even late, is a contract of its own.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (never,) = (
        one["forbidden_modules"]
        for one in contracts
        if one.get("source_modules") == ["builder.selfcheck.session"]
    )
    rooms = tuple(f"{name.replace('.', '/')}/" for name in never)
    assert len(rooms) > 10
    assert not [name for name in program_files() if name.startswith(rooms)]
    assert {room.removeprefix("builder/") for room in rooms} >= {*OFFICE}


def test_neither_commands_nor_the_making_of_pages_are_in_the_page() -> None:
    names = program_files()
    assert not [name for name in names if name.startswith(("builder/cli/", "builder/shipped/"))]
    assert "builder/selfcheck/base_page.py" not in names
    assert "builder/show/verdicts.html" in names


def test_another_program_has_another_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    mark, files = program_mark(), program_files()
    monkeypatch.setattr(program, "program_files", lambda: files | {"builder/version.py": b""})
    assert program_mark() != mark
