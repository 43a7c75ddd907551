"""The README is short, leads everywhere, and its commands are the ones that are run."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import COMMANDS, root
from tests.docs.pages import OTHER_PAGES, README, ROOT, SITE, SITE_PAGES, between, blocks, text_of

CI = (ROOT / ".ci" / "run").read_text("utf-8")
# A screen and a half.
LONGEST = 150


def test_it_is_a_screen_and_a_half() -> None:
    assert len(text_of(README).splitlines()) <= LONGEST


def test_the_shown_demo_is_what_the_demo_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(root, ["demo"], standalone_mode=False)
    shown = between(README, "<!-- 示例输出开始 -->\n```text\n", "```\n<!-- 示例输出结束 -->")
    assert result.exception is None
    assert shown == result.output


def test_it_has_a_door_to_every_page() -> None:
    doors = set(re.findall(r"\]\(([^)#]+)\)", text_of(README)))
    pages = {page for page in (*SITE_PAGES, *OTHER_PAGES) if page.name not in _INNER}
    assert {str(page.relative_to(ROOT)) for page in pages} <= doors


# The site's own front page, and what stands in a folder for those who open the folder.
_INNER = ("index.md", "README.md")


def test_the_two_commands_are_there() -> None:
    commands = [line for block in blocks(README, "bash") for line in block.splitlines()]
    assert len(commands) == 2
    assert all(line.startswith("python3 -m venv .venv && ") for line in commands)
    assert commands[0].endswith(".venv/bin/builder demo")


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    block = between(README, "<!-- 测试命令 -->", "<!-- 测试命令完 -->")
    commands = [line for line in block.splitlines() if line.startswith("python3 ")]
    assert len(commands) == 1
    assert commands[0].endswith(".venv/bin/pytest")
    assert "<!-- 测试命令 -->" in CI
    assert "README.md" in CI


def test_every_command_the_pages_use_exists() -> None:
    pages = (README, *sorted(SITE.glob("*.md")))
    text = "\n".join(block for page in pages for block in blocks(page, "bash"))
    used = set(re.findall(r"builder ([a-z-]+)\b", text))
    assert used <= {name for name, _, _ in COMMANDS}
    assert {name for name, _, _ in COMMANDS} - used == {"inputs", "explain"}
