"""The base page asks nobody for anything, says what it holds, and can be used without a mouse."""

import base64
import gzip
import json
import re
from importlib.metadata import version

import pytest

from builder.selfcheck.base_page import standard_library
from builder.selfcheck.compiled import archive_of
from builder.selfcheck.marks import HOLE, LOOKED_AT, maker_of
from builder.selfcheck.program import LIBRARIES, page_files, program_mark
from builder.selfcheck.runtime import pinned_runtime
from builder.version import VERSION
from tests.selfcheck.bases import small_base

PAGE = small_base().decode()
CODE = [name for name in page_files() if name.endswith((".js", ".css")) or name == "page.html"]


def test_it_forbids_itself_every_address_before_anything_else_is_read() -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', PAGE)
    assert policy is not None
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert not re.search(r"https?:|\*|data:|'unsafe-eval'", policy[1])
    assert {"connect-src", "img-src", "frame-src"}.isdisjoint(rules)
    assert PAGE.index("Content-Security-Policy") < PAGE.index("<style>") < PAGE.index("<script")


@pytest.mark.parametrize("name", CODE)
def test_no_code_of_the_page_names_an_address_on_another_machine(name: str) -> None:
    text = page_files()[name].decode()
    assert "http://" not in text
    assert "https://" not in text
    assert not re.search(r"\b(?:src|href)=", text)
    assert not re.search(r"XMLHttpRequest|WebSocket|EventSource|sendBeacon|\beval\(", text)


def test_it_says_by_what_it_was_made_before_anything_large() -> None:
    assert maker_of(PAGE[:LOOKED_AT]) == (VERSION, program_mark())


def test_it_has_one_hole_for_schemes_and_settings() -> None:
    assert PAGE.count(HOLE) == 1


def test_the_licences_of_all_that_is_embedded_can_be_read_in_it() -> None:
    shown = dict(re.findall(r"<summary>([^<]+)</summary><pre>([^<]+)</pre>", PAGE))
    ours = " ".join(shown)
    assert all(f"{name} {version(name)}" in ours for name in LIBRARIES)
    assert "Mozilla Public License Version 2.0" in shown["Pyodide 运行环境（MPL-2.0）"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in shown["CPython 和标准库（PSF-2.0）"]
    assert all(len(text) > 500 for text in shown.values())
    assert pinned_runtime().version in PAGE


def test_every_part_comes_in_pieces_of_which_the_last_is_marked() -> None:
    found = re.findall(r'data-part="(\w+)"( data-last)?>([^<]*)<', PAGE)
    assert {name for name, _, _ in found} == {
        *("lock", "machine", "loader", "wasm", "library", "program")
    }
    assert all(last for _, last, _ in found)
    (lock,) = (text for name, _, text in found if name == "lock")
    # No package of the runtime's own is asked for.
    assert json.loads(gzip.decompress(base64.b64decode(lock)))["packages"] == {}


def test_it_can_be_used_by_keyboard_and_by_ear() -> None:
    assert '<html lang="zh-CN">' in PAGE
    assert re.search(r'<p id="state" role="status"', PAGE)
    for name in ("pick", "pick-folder"):
        assert re.search(rf'<label [^>]*>[^<]+<input id="{name}" type="file"', PAGE)
    assert re.search(r'<iframe id="report" title="[^"]+" sandbox="(?!.*allow-same-origin)', PAGE)
    assert "prefers-color-scheme: dark" in PAGE
    assert "@media print" in PAGE


def test_what_is_too_old_is_told_in_words_that_any_browser_understands() -> None:
    old = page_files()["old.js"].decode()
    assert not re.search(r"=>|`|\b(?:const|let|class|async)\b|\?\.", old)
    assert "这个浏览器太旧" in old
    assert PAGE.index("这个浏览器太旧") < PAGE.index('"use strict";\n(() => {')


def test_of_the_standard_library_nothing_is_left_out_that_letters_in_office_files_need() -> None:
    names = ("utf_8", "utf_16", "gb18030", "cp437", "cp866", "mac_roman")
    given = {f"encodings/{name}.py": b"" for name in names} | {
        "pydoc.py": b"",
        "json/__init__.py": b"",
    }
    kept = dict(standard_library(archive_of(given)))
    assert sorted(kept) == [
        *(f"encodings/{name}.py" for name in ("cp437", "gb18030", "utf_16", "utf_8")),
        "json/__init__.py",
    ]
