"""Python files compiled by the very runtime that will run them, so that no start compiles any."""

import subprocess
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile, ZipInfo

from builder.findings.finding import Finding

_SCRIPT = Path(__file__).with_name("compile.mjs")
_NODE = "node"
_PATIENCE = 300


def compiled(files: Mapping[str, bytes], runtime: Mapping[str, bytes]) -> bytes | Finding:
    """An archive of the files with the Python ones compiled; nothing in it is compressed."""
    node = which(_NODE)
    if node is None:
        return Finding.at("QA883", _NODE, actual="node（Node.js 20 以上）")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, content in runtime.items():
            (folder / name).write_bytes(content)
        given, out = folder / "in.zip", folder / "out.zip"
        given.write_bytes(archive_of(files))
        order = [node, str(_SCRIPT), str(folder), str(given), str(out)]
        try:
            done = subprocess.run(  # noqa: S603 - the program and its arguments are our own
                order, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return Finding.at("QA884", _NODE, actual=f"预编译：{type(error).__name__}")
        if done.returncode or not out.is_file():
            last = done.stderr.strip().splitlines()[-1:] or [""]
            return Finding.at("QA884", _NODE, actual=f"预编译：{last[0]}")
        return out.read_bytes()


def archive_of(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files in the order of their names, the same bytes every time."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name in sorted(files):
            archive.writestr(ZipInfo(name), files[name])
    return held.getvalue()
