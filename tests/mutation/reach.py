"""Which test file executes which line, measured once for a state of the tree.

Each file is run in a process of its own: what one file keeps in memory would otherwise hide from
the next what it rests on.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from coverage import CoverageData

from tests.mutation.scope import PACKAGES, ROOT, mutated_files, witnesses

KEPT = ROOT / ".mutation"
COVERAGE = (sys.executable, "-m", "coverage", "run")
PLAIN = ("-o", "addopts=", "-p", "no:xdist", "-p", "no:cacheprovider", "-q")


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The lines that a test file executes, by path; ``seconds`` is how long it takes."""

    test: str
    seconds: float
    lines: dict[str, frozenset[int]]

    def executes(self, path: Path, lines: range) -> bool:
        """Whether any of the lines is executed."""
        return not self.lines.get(path.as_posix(), frozenset()).isdisjoint(lines)


def measured(tests: tuple[str, ...], workers: int) -> list[Reach]:
    """What each test file executes; measured again only for files that changed."""
    KEPT.mkdir(exist_ok=True)
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(_measured, tests))


def all_witnesses(workers: int) -> list[Reach]:
    """What every test file that may notice a mutant executes."""
    return measured(witnesses(), workers)


def _measured(test: str) -> Reach:
    kept = KEPT / f"{sha256(_state(test).encode()).hexdigest()[:20]}.json"
    if not kept.exists():
        kept.write_text(json.dumps(_run(test)), "utf-8")
    told = json.loads(kept.read_text("utf-8"))
    lines = {path: frozenset(numbers) for path, numbers in told["lines"].items()}
    return Reach(test=test, seconds=told["seconds"], lines=lines)


def _state(test: str) -> str:
    mutated = (sha256((ROOT / path).read_bytes()).hexdigest() for path in mutated_files())
    return "\n".join((test, (ROOT / test).read_text("utf-8"), *mutated))


def _run(test: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "coverage"
        source = ",".join(f"builder/{name}" for name in PACKAGES)
        began = time.monotonic()
        subprocess.run(
            (*COVERAGE, f"--data-file={data}", f"--source={source}", "-m", "pytest", *PLAIN, test),
            cwd=ROOT,
            env=os.environ | {"COVERAGE_CORE": "ctrace"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        seconds = time.monotonic() - began
        read = CoverageData(basename=str(data))
        read.read()
        lines = {
            Path(name).relative_to(ROOT).as_posix(): sorted(read.lines(name) or ())
            for name in read.measured_files()
        }
    return {"seconds": seconds, "lines": lines}
