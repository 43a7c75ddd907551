"""``verify --evidence-dir``: files handed in are held against the table of evidence."""

import json
from pathlib import Path

from tests.cli.calls import call
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case


def workbook(folder: Path, name: str = "甲公司.xlsx") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(case(PENGJIANG, 0).content)
    return path


def evidence(folder: Path) -> Path:
    """A file for every piece of evidence, called by its name."""
    answers = case(PENGJIANG, 0).answers
    folder.mkdir(parents=True)
    for name, value in answers.items():
        if name.startswith("evidence_") and name.endswith("_name"):
            (folder / f"{value}.pdf").write_text(f"%PDF {value}", encoding="utf-8")
    return folder


def test_one_workbook_may_have_its_evidence_in_any_folder(tmp_path: Path) -> None:
    workbook(tmp_path)
    evidence(tmp_path / "材料")
    done = call(tmp_path, "verify", "甲公司.xlsx", "--evidence-dir", "材料")
    assert (done.code, done.errors) == (0, "")
    assert "证据　可核 26 项，已列未见文件 0 项，未提供 0 项" in done.output
    told = call(tmp_path, "verify", "甲公司.xlsx", "--evidence-dir", "材料", "--json").output
    assert {*json.loads(told)[0]["evidence"].values()} == {"found"}


def test_several_workbooks_each_have_the_folder_of_their_name(tmp_path: Path) -> None:
    workbook(tmp_path / "收件", "甲公司.xlsx")
    workbook(tmp_path / "收件", "乙公司.xlsx")
    evidence(tmp_path / "材料" / "甲公司")
    page = ("--html", "结果.html", "--results", "结果.jsonl", "--jobs", "2")
    for _ in range(2):
        done = call(tmp_path, "verify", "收件", "--evidence-dir", "材料", *page)
        assert done.code == 1
        assert "可核 26 项" in done.output
        assert done.output.count("QA717") == 1
    assert "可核 26 项" in (tmp_path / "结果.html").read_text(encoding="utf-8")
    evidence(tmp_path / "材料" / "乙公司")
    assert call(tmp_path, "verify", "收件", "--evidence-dir", "材料", *page).code == 0


def test_evidence_that_cannot_be_read_is_said_before_anything_is_verified(tmp_path: Path) -> None:
    workbook(tmp_path)
    (tmp_path / "坏.zip").write_bytes(b"PK")
    for path, code in (("没有", "QA719"), ("坏.zip", "QA220")):
        done = call(tmp_path, "verify", "甲公司.xlsx", "--evidence-dir", path)
        assert (done.code, done.output) == (3, "")
        assert code in done.errors
