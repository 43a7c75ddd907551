"""Whether the tests notice a mutant: it is put into a copy of the tree, and they are run there."""

import compileall
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from tests.mutation.mutants import Mutant
from tests.mutation.reach import PLAIN, Reach
from tests.mutation.scope import COPIED, ROOT

# So many seconds of tests are asked, as the measuring took them, and so much longer they may take.
BUDGET = 100.0
PATIENCE = 5.0
BRIEF = ("-x", "--tb=no", "-rfE")
_NO_TESTS_LEFT = 5


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "发现"
    STUCK = "超时"
    SURVIVED = "未发现"
    UNREACHED = "没有测试执行"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A mutant and its fate; ``by`` is the test that failed first."""

    mutant: Mutant
    fate: Fate
    by: str = ""


def tried(
    mutants: Iterable[Mutant], reach: list[Reach], workers: int, budget: float = BUDGET
) -> Iterator[Outcome]:
    """The outcome of each mutant, in order."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(workers) as pool:
        stands: SimpleQueue[Path] = SimpleQueue()
        for number in range(workers):
            stands.put(_stand(Path(folder) / str(number)))
        trial = partial(_tried, reach=reach, budget=budget, stands=stands)
        yield from pool.map(trial, mutants)


def asked(mutant: Mutant, reach: list[Reach], budget: float) -> list[Reach]:
    """The test files that execute the mutant, those that know its module best for their time first.

    What runs when a module is imported is executed by all: there, whoever uses the module counts.
    """
    path = mutant.path.as_posix()
    seen = [one.lines.get(path, frozenset()) for one in reach]
    at_import = frozenset.intersection(*([some for some in seen if some] or [frozenset()]))
    lines = frozenset(mutant.lines)
    used = [(one, own) for one, own in zip(reach, seen, strict=True) if own - at_import]
    if lines & at_import:
        found = used or [(one, own) for one, own in zip(reach, seen, strict=True) if own]
    else:
        found = [(one, own) for one, own in used if own & lines]
    found.sort(key=lambda pair: pair[0].seconds / (1 + len(pair[1] - at_import)))
    return list(_within((one for one, _ in found), budget))


def _within(found: Iterable[Reach], budget: float) -> Iterator[Reach]:
    spent = 0.0
    for one in found:
        if spent and spent + one.seconds > budget:
            continue
        spent += one.seconds
        yield one


def _tried(
    mutant: Mutant, reach: list[Reach], budget: float, stands: "SimpleQueue[Path]"
) -> Outcome:
    chosen = asked(mutant, reach, budget)
    if not chosen:
        return Outcome(mutant=mutant, fate=Fate.UNREACHED)
    stand = stands.get()
    try:
        with _mutated(stand, mutant):
            return _run(mutant, stand, chosen)
    finally:
        stands.put(stand)


def _run(mutant: Mutant, stand: Path, chosen: list[Reach]) -> Outcome:
    try:
        done = subprocess.run(
            (sys.executable, "-m", "pytest", *PLAIN, *BRIEF, *(one.test for one in chosen)),
            cwd=stand,
            env=os.environ | {"PYTHONPATH": str(stand)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60 + PATIENCE * sum(one.seconds for one in chosen),
        )
    except subprocess.TimeoutExpired:
        return Outcome(mutant=mutant, fate=Fate.STUCK)
    if done.returncode in (0, _NO_TESTS_LEFT):
        return Outcome(mutant=mutant, fate=Fate.SURVIVED)
    told = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return Outcome(mutant=mutant, fate=Fate.KILLED, by=told[0] if told else "(import)")


def _stand(folder: Path) -> Path:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            left_out = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=left_out)
        else:
            shutil.copy2(source, folder / name)
    # By contents, not by date: a mutant may have the size and the second of what it replaces.
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(folder / "builder", quiet=1, invalidation_mode=mode)
    return folder


@contextmanager
def _mutated(stand: Path, mutant: Mutant) -> Iterator[None]:
    path = stand / mutant.path
    source = path.read_bytes()
    path.write_text(mutant.code, "utf-8")
    try:
        yield
    finally:
        path.write_bytes(source)
