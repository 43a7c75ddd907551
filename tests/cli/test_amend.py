"""``builder build --amend``: a notice amended while its call runs."""

from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner

from builder.cli.main import root
from builder.pipeline.amending import AGAIN_FILE, CHANGES_FILE, FOLDER
from builder.read.workbook import read_workbook
from tests.editions.pairs import PAIRS
from tests.pipeline.carry.carried import answered, held_in, order_to
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, shipped_plan, write_filled

BY_NAME = {pair.name: pair for pair in PAIRS}


def amend(folder: Path, pair: str, *words: object) -> str:
    newer = folder / "新方案.md"
    newer.write_text(BY_NAME[pair].text, "utf-8")
    asked = ("build", newer, "--amend", PENGJIANG, *words, "-o", folder / "更正")
    done = CliRunner().invoke(root, [*map(str, asked)], standalone_mode=False)
    if isinstance(done.exception, UsageError):
        raise done.exception
    assert done.exception is None, done.output
    return done.output


def returned(folder: Path, name: str) -> Path:
    plan = shipped_plan(PENGJIANG)
    (folder / "收件").mkdir(exist_ok=True)
    answers = {**complete_answers(plan), "applicant_organisation": name}
    return write_filled(folder / "收件" / f"{name}-评分表.xlsx", plan, answers)


def rows_of(path: Path, sheet: str) -> list[list[str]]:
    workbook = read_workbook(path).workbook
    found = None if workbook is None else workbook.sheet(sheet)
    assert found is not None
    rows: dict[int, list[str]] = {}
    for (row, _), cell in sorted(found.cells.items()):
        rows.setdefault(row, []).append(str(cell.value))
    return [*rows.values()]


def test_what_each_has_to_answer_again_is_listed_and_all_else_stays(tmp_path: Path) -> None:
    old = returned(tmp_path, "甲公司")
    before = answered(held_in(old))
    amend(tmp_path, "points moved", "--returned", tmp_path / "收件")
    made = tmp_path / "更正"
    assert (made / CHANGES_FILE).is_file()
    assert any("甲公司" in row and "要补答" in row for row in rows_of(made / AGAIN_FILE, "各单位"))
    asked = rows_of(made / AGAIN_FILE, "补答清单")[2:]
    assert [row[1] for row in asked] == ["重填", "重填"]
    assert all("要重新打分" in row[-1] for row in asked)
    order = order_to(tmp_path / "新方案.md")
    new = answered(held_in(made / FOLDER / "甲公司-自评打分表.xlsx", order))
    assert {name for name in before if name not in new} == {"score_1_1", "score_1_2"}
    assert new["metrics_2_y1"] == before["metrics_2_y1"]


def test_what_came_of_a_split_is_to_be_filled_in(tmp_path: Path) -> None:
    returned(tmp_path, "甲公司")
    amend(tmp_path, "split", "--returned", tmp_path / "收件")
    asked = rows_of(tmp_path / "更正" / AGAIN_FILE, "补答清单")[2:]
    assert any(row[1] == "新填" and "拆出" in row[-1] for row in asked)


def test_nobodys_work_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "更正").mkdir()
    mine = tmp_path / "更正" / CHANGES_FILE
    mine.write_text("我的", "utf-8")
    told = amend(tmp_path, "points moved")
    assert "QA892" in told
    assert mine.read_text("utf-8") == "我的"
    assert [path.name for path in (tmp_path / "更正").iterdir()] == [CHANGES_FILE]


def test_what_was_returned_is_asked_about_only_where_something_was_amended(tmp_path: Path) -> None:
    asked = ["build", PENGJIANG, "--returned", str(tmp_path), "-o", str(tmp_path / "新")]
    done = CliRunner().invoke(root, asked, standalone_mode=False)
    assert isinstance(done.exception, UsageError)
    with pytest.raises(UsageError):
        amend(tmp_path, "split", "--applicants", tmp_path / "名单.xlsx")
