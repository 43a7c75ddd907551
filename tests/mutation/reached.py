"""Which tests enter which functions of what is mutated: noted once, asked for each mutant.

A plugin of pytest, loaded by ``python -m tests.mutation --reached``: each test is followed by the
calls it makes, in copies of its process too, and noted in a line of its own.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from time import process_time
from types import CodeType, FrameType
from typing import Any, NoReturn

import pytest

from tests.mutation.scope import PACKAGES, ROOT

NOTED = ROOT / ".mutation" / "reached"
_A_FEW = 2
# Every finding has a case of its own, which a run asks only a few of.
_CASES = ("tests/findings/test_cases_of_offices.py", "tests/findings/test_cases_that_return.py")
_CODE = re.compile(r"\bQA\d+\b")
# Seconds that a test takes to begin and to end.
_LEAST = 0.002
_FOLDERS = tuple(str(ROOT / "builder" / name) + os.sep for name in PACKAGES)


class Followed:
    """The test that runs in this process, and what it has entered so far."""

    def __init__(self) -> None:
        """Nothing was followed yet."""
        self._entered: set[CodeType] = set()
        self._test = ""
        self._since = 0.0
        self._leave = os._exit

    def begin(self, test: str) -> None:
        """Follow what is entered from now on."""
        self._test, self._since = test, process_time()
        self._entered.clear()
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def end(self) -> None:
        """Note it."""
        sys.settrace(None)
        threading.settrace(_ignore)
        self._note()

    def leave(self, status: int) -> NoReturn:
        """What a copy of the process does last; ``os._exit`` forgets everything."""
        sys.settrace(None)
        self._note()
        self._leave(status)

    def _enter(self, frame: FrameType, _event: str, _what: object) -> None:
        self._entered.add(frame.f_code)

    def _note(self) -> None:
        entered = sorted(
            f"{Path(code.co_filename).relative_to(ROOT).as_posix()}:{code.co_qualname}"
            for code in self._entered
            if code.co_filename.startswith(_FOLDERS)
        )
        if entered:
            note = {"test": self._test, "work": process_time() - self._since, "entered": entered}
            with (NOTED / f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(note, ensure_ascii=False) + "\n")


def _ignore(_frame: FrameType, _event: str, _what: object) -> None:
    pass


_followed = Followed()


def pytest_configure() -> None:
    """Follow copies of the process to their end."""
    os._exit = _followed.leave


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Follow one test, with what it begins and ends with."""
    _followed.begin(item.nodeid)
    try:
        return (yield)
    finally:
        _followed.end()


def note_all() -> None:
    """Run the tests of the README's command and all cases, and note for each what it enters."""
    shutil.rmtree(NOTED, ignore_errors=True)
    NOTED.mkdir(parents=True)
    for asked in ((), _CASES):
        command = [sys.executable, "-m", "pytest", "-q", "-p", __name__, *asked]
        subprocess.run(command, cwd=ROOT, check=False)
    forget()


def forget() -> None:
    """Let the notes be read anew."""
    _by_function.cache_clear()
    _costs.cache_clear()


def noted() -> bool:
    """Whether that was done, in this process for all that are forked from it."""
    return bool(_by_function() and _costs())


def reaching(path: Path, functions: frozenset[str], near: tuple[str, ...]) -> tuple[str, ...]:
    """The tests that enter one of the functions of a file, or of any of it where none is named.

    Those of the file's own name and those of a code that it tells come first, then those in files
    that are ``near``, then those that are short and enter little else; of tests that differ in
    what they are given a few at a time.
    """
    codes = _CODE.findall((ROOT / path).read_text("utf-8"))
    names = (f"/test_{path.stem}.py", *(f"[{code}]" for code in codes))
    found: set[str] = set()
    for function, tests in _by_function()[path.as_posix()].items():
        if not functions or function in functions:
            found |= tests
    many: Counter[str] = Counter()
    ordered: list[tuple[bool, bool, int, str]] = []
    for test in sorted(found, key=lambda one: (_costs()[one], one)):
        asking = test.partition("[")[0]
        foreign = not any(name in test for name in names)
        ordered.append((foreign, not test.startswith(near), many[asking] // _A_FEW, test))
        many[asking] += 1
    return tuple(test for *_, test in sorted(ordered, key=lambda one: one[:3]))


@cache
def _by_function() -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for told in _notes():
        for entered in told["entered"]:
            path, _, function = entered.partition(":")
            found[path][function].add(told["test"])
    return found


@cache
def _costs() -> dict[str, float]:
    """What a test costs, with the copies it makes: a short one of few functions says most."""
    work: Counter[str] = Counter()
    entered: Counter[str] = Counter()
    for told in _notes():
        work[told["test"]] += told["work"]
        entered[told["test"]] += len(told["entered"])
    return {test: (work[test] + _LEAST) * entered[test] for test in work}


def _notes() -> Iterator[dict[str, Any]]:
    for file in sorted(NOTED.glob("*.jsonl")):
        yield from map(json.loads, file.read_text("utf-8").splitlines())
