"""What is double-clicked to begin: a file for Windows, one for macOS, one for Linux."""

import json
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.version import VERSION

# Those who double-click have no folder of the program to install more from.
_EXTRAS = "desk,pdf,assign"
WINDOWS, MACOS, LINUX = "工作台.bat", "工作台.command", "工作台.sh"
# cmd.exe reads lines that end as Windows ends them, and names in Chinese once it is told UTF-8.
_BAT = """@echo off
chcp 65001 >nul
title 工作台
cd /d "%~dp0"
set "DESK_ENV=%LOCALAPPDATA%\\builder\\desk-{version}"
if exist "%DESK_ENV%\\Scripts\\builder.exe" goto start
where py >nul 2>nul && (set "DESK_PY=py -3") || (set "DESK_PY=python")
%DESK_PY% --version >nul 2>nul
if errorlevel 1 (
  echo 这台电脑没有 Python。请从 python.org 装 Python 3.11 或更新的版本，
  echo 装时勾选“Add python.exe to PATH”，再双击一次。
  pause
  exit /b 1
)
echo 第一次使用，正在准备，要几分钟……
%DESK_PY% -m venv "%DESK_ENV%" || goto failed
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
"%DESK_ENV%\\Scripts\\python.exe" -m pip install "{requirement}" || goto failed
:start
"%DESK_ENV%\\Scripts\\builder.exe" desk "%~dp0."
if errorlevel 1 pause
exit /b
:failed
echo 没有准备好。请检查网络，再双击一次；还不行的，请管理电脑的人来看上面的话。
rmdir /s /q "%DESK_ENV%" 2>nul
pause
exit /b 1
"""
_SHELL = """#!/bin/sh
# 双击打开工作台；第一次使用时准备环境。
cd "$(dirname "$0")" || exit 1
environment="${{XDG_DATA_HOME:-$HOME/.local/share}}/builder/desk-{version}"
if [ ! -x "$environment/bin/builder" ]; then
  if ! command -v python3 >/dev/null; then
    echo "这台电脑没有 Python 3.11。请先装好，再打开一次。"; read -r _; exit 1
  fi
  echo "第一次使用，正在准备，要几分钟……"
  if ! python3 -m venv "$environment" ||
     ! "$environment/bin/python" -m pip install --disable-pip-version-check {requirement}; then
    rm -rf "$environment"
    echo "没有准备好。请检查网络，再打开一次。"; read -r _; exit 1
  fi
fi
exec "$environment/bin/builder" desk .
"""


def write_starters(folder: Path, source: str) -> WrittenFiles:
    """Write the files into ``folder``; ``source`` is from where the program is installed.

    That is a folder or a file of this computer, or an address. On the package index the name is
    another program's.
    """
    requirement = _requirement(source)
    shell = _SHELL.format(version=VERSION, requirement=shlex.quote(requirement)).encode()
    # A percent sign stands for a variable there, unless it stands twice.
    windows = _BAT.format(version=VERSION, requirement=requirement.replace("%", "%%"))
    contents = {
        WINDOWS: windows.replace("\n", "\r\n").encode(),
        MACOS: shell,
        LINUX: shell,
    }
    written = write_unless_kept(folder, contents)
    for path in written.paths:
        if path.name in (MACOS, LINUX):
            path.chmod(0o755)
    return written


def own_source() -> str:
    """The folder, file or address this program was installed from, empty where that is unknown.

    As the installer noted it (PEP 610).
    """
    try:
        said = json.loads(distribution("builder").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    address = str(said.get("url", ""))
    parts = urlsplit(address)
    if parts.scheme == "file":
        return url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path)
    kept = said.get("vcs_info")
    return f"{kept['vcs']}+{address}@{kept['commit_id']}" if kept else address


def _requirement(source: str) -> str:
    """What the installer is asked for, with what the desk's users can ask of the program."""
    path = Path(source)
    return f"{path.resolve()}[{_EXTRAS}]" if path.exists() else f"builder[{_EXTRAS}] @ {source}"
