"""``ledger``: a year received, judged, written to, undone and exported, one command at a time."""

import csv
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from builder.cli.main import root
from tests.cli.calls import call, files_in
from tests.pipeline.year.made import planned, put, workbook


def ledger(*words: str) -> Result:
    """A call in this process, which knows the plan; how it ends is what it returns."""
    done = CliRunner().invoke(root, ["ledger", *words], standalone_mode=False)
    assert done.exception is None
    return done


def test_a_year_from_the_first_files_to_the_exported_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned()
    monkeypatch.chdir(tmp_path)
    put(
        tmp_path, {"甲.xlsx": workbook("甲公司", faulty=True), "坏.xlsx": b"nonsense", "年/.x": b""}
    )
    said = ("--by", "张三", "--title", "2026年某区质量奖")
    done = ledger("年", "甲.xlsx", "坏.xlsx", "--new", *said)
    assert done.return_value == 3
    assert "收到 2 个文件" in done.output
    assert "核验了 2 份材料。" in done.output
    assert "2026年某区质量奖：2 份（有问题 1　无法核验 1）" in done.output
    letters = ("--letters", "--deadline", "2026-12-15")
    again = ledger("年", "甲.xlsx", *letters, "--export", "台账.csv")
    for words in ("重复 1 个", "QA1280", "写了 3 份通知书和带批注的材料", "台账已写入 台账.csv"):
        assert words in again.output
    lines = list(csv.reader((tmp_path / "台账.csv").read_text("utf-8-sig").splitlines()))
    assert [(line[1], line[6], line[14]) for line in lines[1:]] == [
        ("坏", "无法核验", "2026-12-15"),
        ("甲公司", "有问题", "2026-12-15"),
    ]
    assert "台账已写入 台账.xlsx" in ledger("年", "--export", "台账.xlsx").output
    assert openpyxl.load_workbook(tmp_path / "台账.xlsx")["台账"].max_row == 4
    act = next(line.split()[0] for line in again.output.splitlines() if "收件 2 个文件" in line)
    undone = ledger("年", "--undo", act, "--json")
    assert (undone.return_value, undone.output) == (0, "[]\n")
    assert len(files_in(tmp_path / "年/回收站/收件")) == 4
    assert "（已撤销）" in ledger("年", "--rebuild").output


def test_what_was_asked_wrongly_is_a_wrong_call(tmp_path: Path) -> None:
    done = call(tmp_path, "ledger", ".", "--export", "台账.pdf")
    assert (done.code, done.output) == (2, "")
    assert "只能写成" in done.errors
    assert files_in(tmp_path) == []
    address = ("--database", "postgresql://clerk:secret@127.0.0.1:1/x", "--deadline", "2026-12-15")
    unreached = call(tmp_path, "ledger", ".", "--new", *address)
    assert "QA1287" in unreached.errors
    assert "secret" not in unreached.output + unreached.errors


def test_a_deadline_is_a_day() -> None:
    done = CliRunner().invoke(root, ["ledger", ".", "--deadline", "明天"])
    assert "不是日期" in done.output
