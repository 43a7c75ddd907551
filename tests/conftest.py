"""How the tests run: which other programs they may ask, and how hard the properties are tried.

``pytest -m quick`` leaves out what ``tests/slow.py`` names. Of a slow test that puts one question
to many kits or many faults, a run puts it to one of them, always the same; ``pytest --proof``
tries every property many times more, and asks what is marked ``proof``; ``--every`` puts every
question. Tests that ask another program carry a marker; they too are asked in a proof or by name,
and left out where what they ask is not installed; with ``BUILDER_ALL_TOOLS=1`` anything missing
stops the run instead, so that a run that should prove everything cannot prove less.
"""

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

from builder.cli.build_command import SWEEPS
from tests.cli.calls import NEW_PROCESSES
from tests.slow import LONG, SLOW
from tests.support.installed import missing
from tests.support.one_process import judge_apart, judge_here

# Marker to what its tests ask: programs, packages of Node, a file.
TOOLS = {
    "needs_libreoffice": ("soffice",),
    "needs_sdk_validator": ("ooxml-validator",),
    "needs_chromium": ("chromium",),
    "needs_postgres": ("initdb", "postgres"),
    "needs_browsers": (
        *("chromium", "firefox-esr", "node"),
        *("npm:puppeteer-core", "npm:axe-core", "$BUILDER_RUNTIME"),
    ),
}
# What takes longest begins first: no process shall be left alone with one of these at the end.
LONGEST = ("tests/browser/", "tests/proof/", "tests/oracles/")
# How many times more often a property is tried with ``--proof``; sized for half an hour of CI.
PROOF_FACTOR = 4
# What sizes itself: in a proof nothing of it is left out.
WHOLE = (
    *("tests/browser/", "tests/hostile/", "tests/oracles/", "tests/proof/"),
    # One question alone lets the other pages grow stale.
    "tests/pages/",
)

settings.register_profile(
    "builder",
    deadline=None,
    max_examples=2,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
settings.register_profile(
    "proof",
    settings.get_profile("builder"),
    derandomize=True,
    max_examples=2 * PROOF_FACTOR,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer ``--proof`` and ``--every``."""
    parser.addoption("--proof", action="store_true", help="try every property many times more")
    parser.addoption("--every", action="store_true", help="put the questions of slow tests to all")


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers, choose how hard to try, and stop at once where a tool must not miss."""
    for marker, names in TOOLS.items():
        config.addinivalue_line("markers", f"{marker}: asks {', '.join(names)}")
    config.addinivalue_line("markers", "proof: asked with --proof only")
    config.addinivalue_line("markers", "processes: asks about processes of their own")
    config.addinivalue_line("markers", "quick: all but what tests/slow.py names")
    config.addinivalue_line("markers", "long: not quick, and always asked in full")
    settings.load_profile("proof" if config.getoption("proof") else "builder")
    if config.getoption("proof"):
        os.environ[NEW_PROCESSES] = "1"
    else:
        here = pytest.MonkeyPatch()
        judge_here(here)
        config.add_cleanup(here.undo)
    absent = missing(name for names in TOOLS.values() for name in names)
    if absent and os.environ.get("BUILDER_ALL_TOOLS") == "1":
        raise pytest.UsageError(f"BUILDER_ALL_TOOLS=1, but missing: {', '.join(absent)}")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Read nothing for the quick tests that is not quick: what is imported there takes longest."""
    if config.getoption("markexpr") != "quick":
        return None
    place = collection_path.relative_to(config.rootpath).as_posix()
    return place.startswith((*SLOW, *LONG)) or f"{place}/" in {*SLOW, *LONG} or None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests whose program is not installed, and those of the proof without it.

    Marks are set before anybody selects by them; what takes longest comes first.
    """
    for item in items:
        if item.nodeid.startswith(LONG):
            item.add_marker(pytest.mark.long)
        elif not item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.quick)
    short, named = not config.getoption("proof"), _named(config.args)
    unable = {marker for marker, names in TOOLS.items() if missing(names)}
    unasked = unable | ({"proof"} if short else set())
    if short and not named:
        unasked |= TOOLS.keys()
    kept = [item for item in items if not any(item.get_closest_marker(each) for each in unasked)]
    if not config.getoption("every") and not named:
        kept = _first_of_many(kept, whole=not short)
    asked = set(kept)
    left_out = [item for item in items if item not in asked]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
    items[:] = sorted(kept, key=lambda item: not item.nodeid.startswith(LONGEST))


def _named(told: Sequence[str]) -> bool:
    """Whether files or tests are named: whoever does so gets all of them."""
    return any(Path(name).suffix or "::" in name for name in told)


def _first_of_many(items: list[pytest.Item], *, whole: bool) -> list[pytest.Item]:
    """Of the questions a slow test puts to many, the first by an order that is no alphabet.

    What sizes itself is kept ``whole``.
    """
    asked: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.nodeid.startswith(SLOW) and not (whole and item.nodeid.startswith(WHOLE)):
            asked.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left_out = {
        item
        for each in asked.values()
        for item in sorted(each, key=lambda one: crc32(one.nodeid.encode()))[1:]
    }
    return [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def _judged_apart(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge in processes of their own where these are what is asked about."""
    if request.node.get_closest_marker("processes"):
        judge_apart(monkeypatch)


def pytest_collection_finish() -> None:
    """Look for cycles as seldom as a build does, and never in what was imported."""
    gc.freeze()
    gc.set_threshold(*SWEEPS)
