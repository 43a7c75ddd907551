"""The rules of the source itself: types, style, import directions, sizes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.slow import LONG, SLOW

ROOT = Path(__file__).parents[2]
PYTHON_FILES = sorted((ROOT / "builder").rglob("*.py"))
LIBRARIES = ("docx", "docxtpl", "openpyxl", "lxml", "xlsxwriter", "yaml", "markdown_it", "jinja2")
LONGEST = 300


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "builder", "tests"),
        ("-m", "ruff", "format", "--check", "builder", "tests"),
        ("-m", "mypy"),
        ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
    ],
    ids=["lint", "format", "types", "imports"],
)
def test_the_source_keeps_its_rules(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "allowed"),
    [(["--help"], set()), (["verify", "--help"], {"yaml", "markdown_it"})],
    ids=["builder", "verify"],
)
def test_help_imports_no_office_library(words: list[str], allowed: set[str]) -> None:
    done = run("-X", "importtime", "-c", "from builder.cli.main import main; main()", *words)
    assert done.returncode == 0
    modules = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines()]
    loaded = {module.partition(".")[0] for module in modules}
    assert "click" in loaded
    assert loaded & set(LIBRARIES) <= allowed


def test_no_file_is_too_long_to_be_read_in_one_sitting() -> None:
    lengths = {str(path): len(path.read_text().splitlines()) for path in PYTHON_FILES}
    assert [path for path, length in lengths.items() if length > LONGEST] == []


def test_packages_hold_nothing_themselves() -> None:
    packages = [path for path in PYTHON_FILES if path.name == "__init__.py"]
    assert len(packages) > 5
    assert [path for path in packages if path.read_text()] == []


def test_the_source_names_no_folder_of_one_machine() -> None:
    names = ("/work" + "/", "/tmp" + "/", "/home" + "/")  # noqa: S108 - looked for, not used
    files = [*PYTHON_FILES, *(ROOT / "schemes").glob("*.md"), *(ROOT / "tests").rglob("*.py")]
    assert [str(path) for path in files if any(name in path.read_text() for name in names)] == []


def test_what_is_left_out_of_a_quick_run_is_there() -> None:
    assert [path for path in (*SLOW, *LONG) if not (ROOT / path).exists()] == []
    assert len(SLOW + LONG) == len({*SLOW, *LONG})


def test_a_commit_is_held_to_what_ci_checks() -> None:
    entries = re.findall(
        r"^ +entry: \.venv/bin/(.+)$",
        (ROOT / ".pre-commit-config.yaml").read_text("utf-8"),
        re.MULTILINE,
    )
    assert entries == [
        "ruff check builder tests",
        "ruff format --check builder tests",
        "mypy",
        "lint-imports",
        "pytest -m quick -q",
    ]
