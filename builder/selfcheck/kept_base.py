"""Where base pages come from: a file, the user's cache, or made here from the pinned runtime."""

import subprocess
import tempfile
from pathlib import Path
from shutil import which

from platformdirs import user_cache_path

from builder.findings.finding import Finding
from builder.pipeline.files import write_whole
from builder.selfcheck.base_page import base_page
from builder.selfcheck.insert import read_base
from builder.selfcheck.runtime import pinned_runtime, runtime_parts
from builder.version import VERSION

_NPM = "npm"
_PATIENCE = 600


def kept_path() -> Path:
    """Where the base page of this version is kept for the user."""
    return user_cache_path("builder", appauthor=False) / f"自查底页-{VERSION}.html"


def found_base(path: Path | None) -> bytes | Finding:
    """The base page that was given, else the one that is kept, else where one comes from."""
    if path is not None:
        return read_base(path)
    kept = kept_path()
    return read_base(kept) if kept.is_file() else Finding.at("QA881", kept)


def prepare_base(runtime: Path | None, path: Path | None = None) -> Path | Finding:
    """Make the base page from the runtime in a file, else from npm's, and keep it at ``path``."""
    with tempfile.TemporaryDirectory() as made:
        there = _from_npm(Path(made)) if runtime is None else runtime
        if isinstance(there, Finding):
            return there
        parts = runtime_parts(there)
    if isinstance(parts, Finding):
        return parts
    page = base_page(parts)
    if isinstance(page, Finding):
        return page
    target = path or kept_path()
    return write_whole(target, page) or target


def _from_npm(folder: Path) -> Path | Finding:
    """The package of the runtime as npm brings it."""
    npm, runtime = which(_NPM), pinned_runtime()
    if npm is None:
        return Finding.at("QA883", _NPM, actual="npm（随 Node.js 安装）")
    order = [npm, "pack", f"{runtime.name}@{runtime.version}", "--ignore-scripts"]
    order += ["--pack-destination", str(folder)]
    try:
        done = subprocess.run(  # noqa: S603 - the program and its arguments are our own
            order, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Finding.at("QA884", _NPM, actual=f"npm：{type(error).__name__}")
    path = folder / runtime.file
    if done.returncode or not path.is_file():
        return Finding.at("QA884", _NPM, actual="npm 没有取到运行环境，多半是没有联网")
    return path
