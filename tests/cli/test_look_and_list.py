"""An office's own templates and its list of applicants on the command line."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import MAIN, call, files_in
from tests.support.lists import save_list
from tests.support.templates import STYLES, TEMPLATE, logo_parts, png, shipped_part, template_with
from tests.support.workbooks import MINHANG, XINHUI


def test_a_list_is_handed_out_and_a_rerun_continues(tmp_path: Path) -> None:
    rows = (("申报组织", "评审员"), ("甲公司", "张三"), (None, "李四"))
    save_list(tmp_path / "名单.xlsx", *rows)
    words = ("build", XINHUI, "--applicants", "名单.xlsx", "-o", "下发")
    first, again = call(tmp_path, *words), call(tmp_path, *words)
    assert (first.code, again.code) == (1, 1)
    assert "QA866 名单!A3" in first.errors
    assert "名单中 1 行：写入 2 个文件，已有且相同而未重写 0 个。" in first.output
    assert "写入 0 个文件，已有且相同而未重写 2 个。" in again.output
    assert files_in(tmp_path / "下发") == sorted(
        ["清单.csv", "甲公司-申报材料.docx", "甲公司-自评打分表.xlsx"]
    )


def test_a_list_in_order_ends_clean(tmp_path: Path) -> None:
    save_list(tmp_path / "名单.xlsx", ("申报组织",), ("甲公司",))
    done = call(tmp_path, "build", XINHUI, "--applicants", "名单.xlsx", "--only", "xlsx")
    assert (done.code, done.errors) == (0, "")
    assert files_in(tmp_path / "output" / "新会区政府质量奖（服务业）") == sorted(
        ["清单.csv", "甲公司-自评打分表.xlsx"]
    )


def test_a_bar_grows_on_a_terminal(tmp_path: Path) -> None:
    save_list(tmp_path / "名单.xlsx", ("申报组织",), ("甲公司",), ("乙公司",))
    terminal, end = pty.openpty()
    words = ("build", XINHUI, "--applicants", "名单.xlsx", "--only", "xlsx")
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=end,
        check=False,
        timeout=60,
    )
    os.close(end)
    shown = os.read(terminal, 65_536).decode()
    os.close(terminal)
    assert done.returncode == 0
    assert "正在生成" in shown
    assert "100%" in shown


@pytest.mark.parametrize("folder", ["占位", "占位/下级"])
def test_a_folder_that_cannot_be_written_in_is_one_finding(tmp_path: Path, folder: str) -> None:
    save_list(tmp_path / "名单.xlsx", ("申报组织",), ("甲公司",), ("乙公司",))
    (tmp_path / "占位").write_text("原有内容")
    done = call(tmp_path, "build", XINHUI, "--applicants", "名单.xlsx", "-o", folder)
    assert done.code == 1
    assert done.errors.count("QA891") == 1


@pytest.mark.parametrize("listed", ["没有.xlsx", "名单.csv"])
def test_a_list_that_cannot_be_read_is_one_sentence(tmp_path: Path, listed: str) -> None:
    (tmp_path / "名单.csv").write_text("申报组织\n甲公司\n")
    done = call(tmp_path, "build", XINHUI, "--applicants", listed)
    assert done.code == 1
    assert done.errors.count("QA861") == 1


def test_every_choice_and_a_list_exclude_each_other(tmp_path: Path) -> None:
    done = call(tmp_path, "build", MINHANG, "--applicants", "名单.xlsx", "--all-choices")
    assert done.code == 2
    assert "按名单（--applicants）逐行选择" in done.errors


def test_an_offices_own_template_is_used(tmp_path: Path) -> None:
    template_with(tmp_path / "my.xlsx", logo_parts(png(40, 20)))
    (tmp_path / "my.docx").write_bytes((TEMPLATE.parents[1] / "docx" / "kit.docx").read_bytes())
    words = ("--template", "my.xlsx", "--template", "my.docx")
    done = call(tmp_path, "build", XINHUI, *words)
    assert done.code == 0
    (workbook,) = (tmp_path / "output").rglob("*.xlsx")
    assert png(40, 20) in workbook.read_bytes() or b"xl/media/logo.png" in workbook.read_bytes()


def test_two_templates_of_one_kind_are_a_wrong_call(tmp_path: Path) -> None:
    words = ("--template", str(TEMPLATE), "--template", str(TEMPLATE))
    done = call(tmp_path, "build", XINHUI, *words)
    assert done.code == 2
    assert "同一种模板给了两个" in done.errors


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({STYLES: b"<"}, "QA851"),
        ({STYLES: shipped_part(STYLES).replace("QA标题".encode(), b"x")}, "QA852"),
        (logo_parts(b"no picture"), "QA854"),
    ],
)
def test_a_template_that_cannot_be_used_builds_nothing(
    tmp_path: Path, parts: dict[str, bytes | None], code: str
) -> None:
    template_with(tmp_path / "my.xlsx", parts)
    for words in (("build", XINHUI, "--template", "my.xlsx"), ("lint", "my.xlsx")):
        done = call(tmp_path, *words)
        assert done.code == 1
        assert code in done.output + done.errors
    assert files_in(tmp_path) == ["my.xlsx"]


def test_lint_covers_schemes_and_templates(tmp_path: Path) -> None:
    done = call(tmp_path, "lint")
    assert done.code == 0
    assert "、2 个模板，发现 0 个问题。" in done.output
