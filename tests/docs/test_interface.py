"""The page of public functions shows them as they are, and its example runs."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest

from builder.pipeline.verify import Verifier
from builder.show.verdicts import verdict_json
from builder.version import VERSION
from tests.docs.pages import INTERFACE, ROOT, blocks, text_of
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, shipped_plan, write_filled

BLOCKS = [ast.parse(block) for block in blocks(INTERFACE, "python")]
SHOWN = [block for block in BLOCKS if not any(isinstance(node, ast.For) for node in block.body)]


def headed(node: ast.stmt) -> dict[str, str]:
    """The functions of a statement by name, each with its parameters and what it returns."""
    if isinstance(node, ast.FunctionDef):
        returned = "" if node.returns is None else ast.unparse(node.returns)
        return {node.name: f"({ast.unparse(node.args)}) -> {returned}"}
    if isinstance(node, ast.ClassDef):
        inner = [headed(one) for one in node.body]
        return {f"{node.name}.{name}": head for one in inner for name, head in one.items()}
    return {}


def test_every_function_shown_has_that_signature() -> None:
    count = 0
    for block in SHOWN:
        homes = {
            alias.name: node.module
            for node in block.body
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        shown = {name: head for node in block.body for name, head in headed(node).items()}
        for name, head in shown.items():
            own = name.partition(".")[0]
            thing = getattr(importlib.import_module(homes[own]), own)
            (source,) = ast.parse(inspect.getsource(thing)).body
            assert headed(source)[name] == head, name
            count += 1
    assert count > 10


def test_everything_imported_on_the_page_is_there() -> None:
    for block in BLOCKS:
        for node in block.body:
            if isinstance(node, ast.ImportFrom) and node.module:
                module = importlib.import_module(node.module)
                assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == []


def test_the_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = shipped_plan(PENGJIANG)
    (tmp_path / "收件").mkdir()
    write_filled(tmp_path / "收件" / "甲.xlsx", plan, complete_answers(plan))
    (tmp_path / "收件" / "乙.xlsx").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    (example,) = [block for block in blocks(INTERFACE, "python") if "for path in" in block]
    exec(example, {})  # noqa: S102 - the page's own example
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("乙.xlsx 无法核验 —")
    assert re.fullmatch(r"甲\.xlsx 通过 \d+(\.\d+)?", printed[-1])


def test_the_keys_of_a_verdict_are_told(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    path.write_bytes(b"")
    keys = re.findall(r"^\| `([a-z]+)` \|", text_of(INTERFACE), re.MULTILINE)
    assert keys == list(verdict_json(Verifier().verify(path)))


def test_the_types_are_shipped() -> None:
    assert (ROOT / "builder" / "py.typed").is_file()


def test_the_change_log_tells_this_version() -> None:
    titles = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert titles[0] == VERSION
