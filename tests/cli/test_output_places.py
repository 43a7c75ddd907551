"""``verify`` refuses an output that would cost somebody's file, and does nothing."""

from pathlib import Path

from tests.cli.calls import call, files_in


def test_nothing_is_done_where_an_output_would_cost_a_file(tmp_path: Path) -> None:
    workbook = tmp_path / "甲.xlsx"
    workbook.write_bytes(b"PK workbook")
    outputs = ("--html", "甲.xlsx", "--results", "新.jsonl", "--log", "新.txt", "--notice", "通知")
    done = call(tmp_path, "verify", "甲.xlsx", *outputs)
    assert (done.code, done.output) == (2, "")
    assert "QA894 甲.xlsx　--html 要写到的地方，正是这次要读的文件" in done.errors
    assert (files_in(tmp_path), workbook.read_bytes()) == (["甲.xlsx"], b"PK workbook")
