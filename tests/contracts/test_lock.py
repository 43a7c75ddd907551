"""The lock is of what is asked for, bounded, by hashes, and names no machine of anybody."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "uv.lock").read_text("utf-8")
LOCKED = tomllib.loads(LOCK)["package"]
# What pip installs from, exported from the lock.
FOR_PIP = (ROOT / "requirements.lock").read_text("utf-8")
OURS = next(package for package in LOCKED if package["name"] == PROJECT["name"])
ASKED = [
    Requirement(words)
    for words in (
        *PROJECT["dependencies"],
        *(words for extra in PROJECT["optional-dependencies"].values() for words in extra),
    )
]
REMADE = "依赖改了，请照 CONTRIBUTING.md 重做 uv.lock 和 requirements.lock"


def test_the_lock_is_of_the_dependencies_that_are_asked_for_today() -> None:
    locked = {(one["name"], one.get("specifier", "")) for one in OURS["metadata"]["requires-dist"]}
    assert {(name, _sorted(specifier)) for name, specifier in locked} == {
        (canonicalize_name(one.name), _sorted(str(one.specifier))) for one in ASKED
    }, REMADE


def test_what_pip_installs_is_what_is_locked_each_by_its_hashes() -> None:
    blocks = re.split(r"\n(?=[a-z])", FOR_PIP.strip())
    pinned = [re.match(r"([a-z0-9-]+)==(\S+)", block) for block in blocks]
    known = {(package["name"], package.get("version")) for package in LOCKED}
    assert {(pin[1], pin[2]) for pin in pinned if pin} <= known, REMADE
    assert all(pinned)
    assert all("--hash=sha256:" in block for block in blocks)
    names = {pin[1] for pin in pinned if pin}
    assert {canonicalize_name(one.name) for one in ASKED} <= names, REMADE


def test_every_dependency_has_a_lowest_version_and_a_bound_where_a_major_one_may_break() -> None:
    calendar = {"distributed"}
    for one in ASKED:
        signs = {specifier.operator for specifier in one.specifier}
        assert signs in ({">=", "<"}, {"=="}) or one.name in calendar, one.name


def test_the_lock_names_only_the_public_index() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", LOCK))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
    assert re.findall(r"\w+://|file:|^-|/", FOR_PIP, re.MULTILINE) == []


def _sorted(specifier: str) -> tuple[str, ...]:
    return tuple(sorted(specifier.replace(" ", "").split(",")))
