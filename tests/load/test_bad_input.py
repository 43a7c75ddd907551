"""Whatever the bytes, loading ends with findings and never with an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.load.lint import lint_scheme
from tests.load.samples import HEAD, TREE, save

MARKS = st.sampled_from(
    ["# ", "## ", "- ", "> ", "1. ", "a. ", "| a | b |\n|---|---|\n", "---\n", "\n", "\n\n",
     "（5分）", "{code=1}", "{", "}", "甲", "注", "***", "```\n", "    ", "\t", "&a ", "*a", "!x ",
     "[", '"', ": ", "id: x\n", "total: 1\n", "\\", "<ul>", "\ufeff", "\u2028", "\0", "——",
     "1.1 ", "（一）"]
)  # fmt: skip
SEARCH = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SEARCH
@given(marks=st.lists(MARKS, max_size=40), start=st.sampled_from(["", HEAD]))
def test_any_mixture_of_marks_is_read_to_its_end(
    marks: list[str], start: str, tmp_path: Path
) -> None:
    text = start + "".join(marks)
    loaded = lint_scheme(save(tmp_path, text))
    lines = text.count("\n") + 1
    assert all(0 < one.place.line <= lines for one in loaded.findings)
    assert loaded.scheme is not None or loaded.findings


@SEARCH
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_to_their_end(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sample.md"
    path.write_bytes(content)
    assert lint_scheme(path).findings


@pytest.mark.parametrize(
    "text",
    [
        "---\na: " + "[" * 50_000,
        HEAD + ">" * 50_000,
        HEAD + "- " * 50_000,
        HEAD + TREE + "|" * 5_000 + "\n" + "|-" * 5_000,
        HEAD + "# 1 " + "{" * 50_000,
        HEAD + "# " + "1." * 50_000,
        HEAD + "# 1 x（" + "1" * 50_000 + "分）",
        HEAD + "# 1 x\n" + "（" * 50_000 + "5分",
    ],
    ids=["yaml", "quotes", "lists", "table", "braces", "numbers", "digits", "brackets"],
)
def test_deep_and_long_constructions_end_with_findings(text: str, tmp_path: Path) -> None:
    assert lint_scheme(save(tmp_path, text)).findings
