"""Help and complaints about the call are Chinese throughout and end as they should."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from builder.cli.chinese import ChineseCommand, usage_sentence
from builder.version import VERSION
from tests.cli.calls import MAIN, call
from tests.support.workbooks import PENGJIANG

COMMANDS = (
    *("list", "show", "lint", "import", "build", "inputs", "verify", "text"),
    *("selfcheck", "form", "fill-report", "diff", "carry", "history"),
    *("assign", "review", "panel", "stage", "trace", "explain", "demo", "ledger", "desk"),
)
# The words a help page may hold that are not Chinese: what a user types or a file is called.
TYPED = {
    *(word for name in COMMANDS for word in name.split("-")),
    *("builder", "help", "json", "output", "only", "scheme", "o", "JSON", "xlsx", "docx", "demo"),
    *("choice", "choices", "all", "scale", "maturity", "jobs", "html", "results", "log", "zip"),
    *("template", "applicants", "office", "schemes", "markdown", "Markdown", "evidence", "dir"),
    *("annotate", "notice", "summary", "cluster", "dask", "local", "clean"),
    *("members", "returned", "absent", "categories", "shortlist", "M"),
    *("bak", "read", "replace", "from", "to", "x", "year", "scores"),
    *(
        "version",
        "reviewers",
        "round",
        "least",
        "archive",
        "status",
        "phrase",
        "txt",
        "blind",
        *("assign", "assignment", "most", "amend", "key", "hide"),
        "ranking",
        "rules",
        "without",
        "yaml",
        "R",
        "C",
        "total",
        *(
            "page",
            "questions",
            "answers",
            "update",
            "md",
            "txt",
            "pdf",
            "doc",
            "wps",
            "xls",
            "Excel",
        ),
        *("fix", "answer", "base", "prepare", "runtime", "tgz", "Node", "js"),
        *("new", "title", "by", "again", "letters", "deadline", "undo", "rebuild", "export", "csv"),
        *("install", "no", "browser", "user", "password", "listen", "cert", "name", "database"),
        *("Windows", "macOS", "Linux", "Ctrl", "HTTPS", "PEM", "PostgreSQL", "BUILDER", "DATABASE"),
    ),
}


def english(text: str) -> set[str]:
    """The Latin words of a text that no user types."""
    return set(re.findall(r"[A-Za-z]+", text)) - TYPED


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)])
def test_help_is_chinese_throughout(tmp_path: Path, words: list[str]) -> None:
    done = call(tmp_path, *words, "--help")
    assert done.code == 0
    assert english(done.output) == set()
    assert done.output.startswith("用法：builder")
    assert "选项：" in done.output
    assert ":\n" not in done.output
    assert "<=" not in done.output
    assert "--help" in done.output


def test_the_version_is_told_by_either_name(tmp_path: Path) -> None:
    words = f"builder {VERSION}\n"
    assert call(tmp_path, "--version").output == words
    module = (sys.executable, "-m", "builder", "--version")
    done = subprocess.run(
        module, capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout) == (0, words)


def test_help_without_a_command_lists_every_command(tmp_path: Path) -> None:
    done = call(tmp_path)
    assert done.code == 2
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[\u4e00-\u9fff]", done.errors, re.MULTILINE)
    assert "用法错误" not in done.errors


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["lst"], "没有“lst”这个命令。是不是 list？"),
        (["量"], "没有“量”这个命令。"),
        (["list", "--jsn"], "没有 --jsn 这个选项。是不是 --json？"),
        (["list", "-x"], "没有 -x 这个选项。"),
        (["--vers"], "没有 --vers 这个选项。是不是 --version？"),
        (["list", "--json=1"], "选项 --json 后面不能带内容。"),
        (["list", "多余"], "参数不对，请核对次序和个数。"),
        (["show"], "缺少参数 方案。"),
        (["verify"], "缺少参数 文件…。"),
        (["review"], "缺少选项 --reviewers 名单.xlsx。"),
        (["build", "x", "-o"], "选项 -o 后面缺少内容。"),
        (["build", "x", "--only", "pdf"], "--only 只能是：xlsx、docx。"),
        (["lint", "--fix"], "--fix 要写明改哪个方案文件。"),
        (["lint", "--fix", "--answer", "甲", "x.md"], "“甲”不是回答：写 累加、择一、"),
        (["carry", "x", "--to", "y", "-o", "z", "--year", "-5"], "--year 要写 1990–2100 的整数。"),
        (["desk", ".", "--user", "王"], "这里没有地方输密码，请用 --password 写明密码所在的文件。"),
        (["desk", ".", "--user", "王", "--password", "无.txt"], "密码文件读不出来：无.txt。"),
        (["verify", "x", "--jobs", "几个"], "--jobs 要写整数。"),
        (["stage", "复审", "x", "-o", "y"], "阶段 只能是：答辩、投票、公示。"),
        (["explain", "QA4111"], "是不是 QA411？"),
        (["explain", "x"], "没有“x”这个代码。请用 builder explain 列出全部代码。"),
    ],
)
def test_a_wrong_call_is_one_chinese_sentence(
    tmp_path: Path, words: list[str], sentence: str
) -> None:
    done = call(tmp_path, *words)
    assert done.code == 2
    assert done.output == ""
    first, second = done.errors.splitlines()
    assert first.startswith("用法错误：")
    assert sentence in first
    command = f"builder {words[0]}" if words[0] in COMMANDS else "builder"
    assert second == f"请用 {command} --help 查看用法。"


@pytest.mark.parametrize(
    "error",
    [
        click.ClickException("something went wrong"),
        click.UsageError("Got unexpected extra argument (x)"),
        click.BadParameter("is not valid"),
        click.BadArgumentUsage("takes 2 values"),
        click.BadOptionUsage("--x", "requires an argument"),
        click.NoSuchOption("--x"),
        click.MissingParameter(param_type="argument"),
        click.FileError("x.md", "No such file"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_kind_of_error_has_chinese_words(error: click.ClickException) -> None:
    assert english(usage_sentence(error)) <= {"x", "md"}


def test_an_argument_is_not_listed_as_an_option() -> None:
    command = ChineseCommand("x", params=[click.Argument(["file"], metavar="文件")])
    page = command.get_help(command.make_context("x", ["一"]))
    assert "\n  文件" not in page


def test_a_reader_that_stops_reading_sees_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, "inputs", PENGJIANG],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("trouble", "code", "words"),
    [
        ("OSError(28, 'No space left on device')", 3, "结果写不出来（磁盘已满）。"),
        ("OSError(5, 'Input/output error')", 3, "结果写不出来（磁盘或网络盘出了错）。"),
        ("KeyboardInterrupt()", 130, "已中断。"),
    ],
    ids=["full disk", "broken disk", "Ctrl-C"],
)
def test_trouble_while_printing_is_one_sentence(
    tmp_path: Path, trouble: str, code: int, words: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TROUBLED.format(trouble=trouble), "list"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    (line,) = done.stderr.decode().strip().splitlines()
    assert line.startswith(words)


# A list whose printing goes wrong.
TROUBLED = """
import builder.cli.list_command as module
from builder.cli.main import main
def fail(lines):
    raise {trouble}
module.print_lines = fail
main()
"""


def test_a_console_without_chinese_shows_a_substitute(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "list"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"pengjiang-manufacturing" in done.stdout
