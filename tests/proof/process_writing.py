"""Process faults that would destroy what people wrote."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.pipeline.own_outputs import WRITTEN_FILE, OwnFolder, write_unless_kept
from builder.pipeline.panel.archiving import freeze
from builder.pipeline.panel.record_files import (
    TASK_FILE,
)
from tests.proof.process_fault import Findings, ProcessFault, agreed_panel, sown_rows, typed_over
from tests.support.panels import (
    fill,
    filled_panel,
    finished,
    merged_panel,
    read_back,
    reviewed,
    sign,
    taken_away,
    task_of,
)


def _over(name: str) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        write_unless_kept(folder, {name: b"handed out"})
        (folder / name).write_bytes(b"filled in")
        return write_unless_kept(folder, {name: b"handed out again"}).findings

    return ask


def _beside(folder: Path) -> Findings:
    (folder / "甲.docx").write_bytes(b"marked")
    found = OwnFolder(folder).write_unless_kept("甲.docx", b"new")
    return () if found is None else (found,)


def _forged_writing(folder: Path) -> Findings:
    write_unless_kept(folder, {"甲.xlsx": b"1"})
    path = folder / WRITTEN_FILE
    record = json.loads(path.read_text("utf-8"))
    record["content"]["digests"]["甲.xlsx"] = "0" * 64
    path.write_text(json.dumps(record), "utf-8")
    return write_unless_kept(folder, {"甲.xlsx": b"2"}).findings


def _second_task(folder: Path) -> Findings:
    task_of(reviewed(folder))
    return reviewed(folder).findings


def _second_round_over_filled(folder: Path) -> Findings:
    task = task_of(reviewed(folder))
    fill(folder, task, task.seats[0])
    (folder / "评审" / TASK_FILE).unlink()
    return reviewed(folder, called="再评").findings


def _archive(folder: Path, target: str) -> Findings:
    (folder / "合议").mkdir()
    (folder / "旧.zip").write_bytes(b"old")
    found = freeze(folder / "合议", folder / target)
    return () if found is None else (found,)


def _edited_result(folder: Path) -> Findings:
    merged = agreed_panel(folder)
    finished(folder, merged)
    next((folder / "结果").glob("*-评审反馈.docx")).write_bytes(b"stamped")
    return finished(folder, merged).findings


def _late(folder: Path, *, damaged: bool = False, ranked: bool = False) -> Findings:
    task = filled_panel(folder)
    late = taken_away(folder, task.seats[1])
    merged_panel(folder, task, without=(task.seats[1].name,))
    merged = read_back(folder)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    if damaged:
        typed_over(folder, merged)
    (folder / "评审" / task.seats[1].file).write_bytes(late)
    again = merged_panel(folder, task).findings
    return finished(folder, read_back(folder)).findings if ranked else again


def faults_of_writing() -> Iterator[ProcessFault]:
    """The faults that would destroy what people wrote."""
    yield from sown_rows(
        "一、不盖掉人写的",
        ("填过的评分表", "QA892", "甲-自评打分表.xlsx", _over("甲-自评打分表.xlsx")),
        ("子文件夹里填过的评审表", "QA892", "R1-C01", _over("R1/R1-C01-评审表.xlsx")),
        ("批过的材料", "QA893", "甲.docx", _beside),
        ("改过的写出记录", "QA892", WRITTEN_FILE, _forged_writing),
        ("同一文件夹再分派", "QA941", "", _second_task),
        ("删了任务再分派", "QA892", "R1-C01", _second_round_over_filled),
        ("盖了章的反馈", "QA892", "评审反馈", _edited_result),
        ("改动过的合议表接着用", "QA970", "C02", lambda f: _late(f, damaged=True)),
        ("迟交后没有重新合议", "QA971", "", lambda f: _late(f, ranked=True)),
        ("迟交后没有重新签字", "QA954", "", lambda f: _late(f, ranked=True)),
        ("存档盖掉旧存档", "QA892", "旧.zip", lambda f: _archive(f, "旧.zip")),
        ("存档放在自己里面", "QA973", "合议", lambda f: _archive(f, "合议/存.zip")),
    )
