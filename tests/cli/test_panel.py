"""The whole way of a panel on the command line."""

from pathlib import Path

from builder.model.panel.task import PanelTask
from builder.pipeline.panel.record_files import TASK_FILE, read_record
from tests.cli.calls import call
from tests.support.lists import save_list
from tests.support.panels import REVIEWERS, fill, handed_in, read_back, sign


def started(folder: Path) -> PanelTask:
    handed_in(folder / "收件")
    save_list(folder / "名单.xlsx", ("姓名", "角色", "回避单位"), *REVIEWERS)
    done = call(folder, "review", "收件", "--reviewers", "名单.xlsx", "-o", "评审")
    assert (done.code, done.errors) == (0, "")
    assert "已写入 6 份评审表到 评审（3 位评审员、2 个申报者" in done.output
    task = read_record(folder / "评审" / TASK_FILE, PanelTask, "QA939")
    assert isinstance(task, PanelTask)
    return task


def test_review_panel_ranking_and_trace(tmp_path: Path) -> None:
    task = started(tmp_path)
    for seat in task.seats[1:]:
        fill(tmp_path, task, seat)
    (tmp_path / "评审" / task.seats[0].file).unlink()
    status = call(tmp_path, "panel", "评审", "--status", "-o", "进度")
    assert (status.code, status.errors) == (0, "")
    assert f"{task.seats[0].name} 甲精密机械　未收回" in status.output.replace(
        "乙电子科技", "甲精密机械"
    )
    assert "已写入 进度/评审进度.xlsx" in status.output
    stopped = call(tmp_path, "panel", "评审", "-o", "合议")
    assert (stopped.code, stopped.output) == (1, "")
    assert "QA942" in stopped.errors
    (tmp_path / "规则.yaml").write_text("join: median\nplaces: 1\n", encoding="utf-8")
    options = ("--rules", "规则.yaml", "--without", task.seats[0].name)
    merged = call(tmp_path, "panel", "评审", "-o", "合议", *options)
    assert (merged.code, merged.errors) == (0, "")
    assert "已写入 合议/C01-合议表.xlsx" in merged.output
    assert "已写入 合议/C01-现场核查单.docx" in merged.output
    unsigned = call(tmp_path, "panel", "评审", "--ranking", "合议", "-o", "结果")
    assert unsigned.code == 1
    assert "QA954" in unsigned.errors
    joined = read_back(tmp_path)
    for code, _ in joined.task.names:
        sign(tmp_path, joined, code)
    ranked = call(tmp_path, "panel", "评审", "--ranking", "合议", "-o", "结果")
    # Both came to the same: one place is shared by two, which is told.
    assert ranked.code == 0
    assert "QA1150 规则.yaml" in ranked.errors
    assert "名额 1 个，因为名次并列，有 2 家入围。" in ranked.errors
    assert "已写入 结果/排名.xlsx" in ranked.output
    again = call(tmp_path, "panel", "评审", "-o", "合议", *options)
    assert (again.code, again.errors) == (0, "")
    assert "合议表" not in again.output
    frozen = call(tmp_path, "panel", "合议", "--archive", "合议.zip")
    assert (frozen.code, frozen.output) == (0, "已封存 合议 到 合议.zip\n")
    assert call(tmp_path, "panel", "合议", "--archive", "合议.zip").code == 3
    assert "请用 -o 写明写到哪个文件夹" in call(tmp_path, "panel", "评审").errors
    assert call(tmp_path, "review", "收件", "--reviewers", "名单.xlsx", "-o", "评审").code == 3
    traced = call(tmp_path, "trace", "结果/评审记录.json", "C01", "total")
    assert (traced.code, traced.errors) == (0, "")
    assert f"不计入的评审表：{task.seats[0].name}" in traced.output


def test_rules_cannot_change_after_the_consensus(tmp_path: Path) -> None:
    (tmp_path / "评审").mkdir()
    (tmp_path / "合议").mkdir()
    done = call(
        tmp_path, "panel", "评审", "--ranking", "合议", "-o", "结果", "--rules", "规则.yaml"
    )
    assert done.code == 2
    assert "沿用合议时的规则" in done.errors


def test_a_folder_without_a_panel_and_a_record_that_is_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert "QA939" in call(tmp_path, "panel", "空", "-o", "合议").errors
    assert "QA939" in call(tmp_path, "panel", "空", "--ranking", "空", "-o", "结果").errors
    assert "QA957" in call(tmp_path, "trace", "没有.json", "C01", "total").errors
    (tmp_path / "规则.yaml").write_text("join: 最好\n", encoding="utf-8")
    task = started(tmp_path)
    assert task.run
    done = call(tmp_path, "panel", "评审", "-o", "合议", "--rules", "规则.yaml")
    assert "QA120" in done.errors


def test_a_table_is_proposed_followed_blind_and_amended(tmp_path: Path) -> None:
    handed_in(tmp_path / "收件")
    head = ("姓名", "角色", "回避单位")
    save_list(tmp_path / "名单.xlsx", head, *REVIEWERS)
    (tmp_path / "规则.yaml").write_text("least: 2\nmost: 2\n", encoding="utf-8")
    known = ("收件", "--reviewers", "名单.xlsx")
    assert "写明每家几位评审员" in call(tmp_path, "assign", *known, "-o", "分工表.xlsx").errors
    done = call(tmp_path, "assign", *known, "--rules", "规则.yaml", "-o", "分工表.xlsx")
    assert (done.code, done.output, done.errors) == (0, "已写入 分工表.xlsx\n", "")
    table = ("--assignment", "分工表.xlsx", "--least", "2")
    inside = call(tmp_path, "review", *known, "-o", "评审", "--blind", "--key", "评审/对照.xlsx")
    assert (inside.code, "QA1083" in inside.errors) == (2, True)
    made = call(tmp_path, "review", *known, "-o", "评审", "--blind", *table)
    assert made.code == 0
    assert "已写入 4 份评审表到 评审" in made.output
    assert made.errors.count("QA1080") == 2
    assert (tmp_path / "评审-编号对照.xlsx").is_file()
    new = ("--amend", "--reviewers", "新名单.xlsx", "-o", "评审")
    save_list(tmp_path / "新名单.xlsx", head, *REVIEWERS, ("赵六合", "", ""))
    told = call(tmp_path, "review", *new)
    assert (told.code, "QA1106" in told.errors) == (2, True)
    for words in (("收件", *new), (*new, "--blind"), ("--reviewers", "名单.xlsx", "-o", "评审")):
        assert call(tmp_path, "review", *words).code == 2
    assert call(tmp_path, "review", *known, "-o", "明", "--hide", "词.xlsx").code == 2
