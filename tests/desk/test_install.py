"""The files that are double-clicked."""

import os
import subprocess
from pathlib import Path

from builder.desk.install import LINUX, MACOS, WINDOWS, own_source, write_starters
from builder.version import VERSION


def test_they_make_an_environment_of_this_version_once_and_start_the_desk(tmp_path: Path) -> None:
    written = write_starters(tmp_path, "https://example.com/100%25/builder.whl")
    assert {path.name for path in written.paths} >= {WINDOWS, MACOS, LINUX}
    bat = (tmp_path / WINDOWS).read_bytes()
    assert b"\r\n" in bat
    assert b"\n" not in bat.replace(b"\r\n", b"")
    text = bat.decode()
    assert "chcp 65001" in text
    assert f"desk-{VERSION}" in text
    assert '"builder[desk,pdf,assign] @ https://example.com/100%%25/builder.whl"' in text
    assert 'builder.exe" desk "%~dp0."' in text
    assert text.index("if exist") < text.index("-m venv") < text.index(":start")


def test_the_program_is_installed_from_where_it_came() -> None:
    assert (Path(own_source()) / "pyproject.toml").is_file()


def test_nobodys_own_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / WINDOWS).write_text("别人的", "utf-8")
    written = write_starters(tmp_path, own_source())
    assert [one.code for one in written.findings] == ["QA892"]
    assert (tmp_path / WINDOWS).read_text("utf-8") == "别人的"


def test_the_script_makes_the_environment_and_starts_in_its_folder(tmp_path: Path) -> None:
    """With a Python of the test's own, which notes what it is asked and makes what it should."""
    folder, tools, home = tmp_path / "甲 奖", tmp_path / "bin", tmp_path / "home"
    for made in (folder, tools, home):
        made.mkdir()
    program = tmp_path / "程序 $HOME" / "builder.whl"
    program.parent.mkdir()
    program.write_bytes(b"")
    write_starters(folder, str(program))
    log = tmp_path / "log"
    python = tools / "python3"
    python.write_text(
        f"""#!/bin/sh
echo "$@" >> {log}
[ "$2" = venv ] || exit 0
mkdir -p "$3/bin"
cp "$0" "$3/bin/python"
printf '#!/bin/sh\\necho "$@ $PWD" >> {log}\\n' > "$3/bin/builder"
chmod +x "$3/bin/builder"
""",
        "utf-8",
    )
    python.chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(home)}
    for _ in range(2):
        done = subprocess.run([str(folder / LINUX)], env=environment, check=False)
        assert done.returncode == 0
    lines = log.read_text("utf-8").split("\n")
    assert [line.partition(" ")[2].partition(" ")[0] for line in lines[:2]] == ["venv", "pip"]
    assert lines[1].endswith(f" {program}[desk,pdf,assign]")
    assert lines[2:4] == [f"desk . {folder}"] * 2
