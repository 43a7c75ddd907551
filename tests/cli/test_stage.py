"""The stages after the reviews on the command line, up to what is made public."""

from pathlib import Path

import docx
import openpyxl

from builder.model.panel.stages import AGREE, StageKind
from builder.pipeline.panel.record_files import RECORD_FILE
from tests.cli.calls import call
from tests.proof.process_stages import GIVEN
from tests.support.lists import save_list
from tests.support.panels import COMPANIES
from tests.support.stages import MEMBERS, all_given, ranked_panel, stage_of

DEFENDED, VOTED = "陈述答辩结果", "评委会投票结果"


def held(folder: Path) -> None:
    """A panel whose committee heard and voted, the last member absent from the vote."""
    ranked_panel(folder)
    heads = ("姓名", "角色", "回避单位", "单位")
    save_list(folder / "评委.xlsx", heads, *MEMBERS)
    for word, kind, source, values in (
        ("答辩", StageKind.DEFENCE, "结果", GIVEN),
        ("投票", StageKind.VOTE, DEFENDED, dict.fromkeys(GIVEN, (AGREE,) * 5)),
    ):
        forms, results = kind.label, f"{kind.label}结果"
        done = call(folder, "stage", word, source, "--members", "评委.xlsx", "-o", forms)
        assert (done.code, done.errors) == (0, "")
        all_given(folder, kind, values, source)
        absent: tuple[str, ...] = ()
        if kind is StageKind.VOTE:
            (folder / forms / f"M5-{forms}.xlsx").unlink()
            absent = ("--absent", "M5")
        done = call(folder, "stage", word, source, "--returned", forms, "-o", results, *absent)
        assert (done.code, done.errors) == (0, "")


def test_defence_vote_and_papers_to_the_end(tmp_path: Path) -> None:
    held(tmp_path)
    task = stage_of(tmp_path, StageKind.VOTE)
    assert len(task.members) == 5
    # 钱二 had to avoid one of both: whoever is barred is neither asked nor counted.
    (pair,) = task.barred
    assert pair[0] == "M2"
    book = openpyxl.load_workbook(tmp_path / VOTED / "评委会投票结果.xlsx", data_only=True)
    rows = {row[2]: row for row in book["计票"].iter_rows(min_row=4, values_only=True)}
    assert rows[COMPANIES[1]][4:12] == (5, 4, 1, 3, 3, 0, 0, 3)
    assert rows[COMPANIES[0]][4:12] == (5, 4, 0, 4, 4, 0, 0, 4)
    done = call(tmp_path, "stage", "公示", VOTED, "-o", "公示")
    assert (done.code, done.errors) == (0, "")
    assert done.output.count("结果通知书.docx") == len(COMPANIES)
    letter = next((tmp_path / "公示").glob("C01-*-结果通知书.docx"))
    said = "\n".join(one.text for one in docx.Document(str(letter)).paragraphs)
    assert "列入拟获奖名单，自2026年12月7日至2026年12月11日公示" in said
    assert "评审反馈.docx" in said
    assert not any(name in said for name, *_ in MEMBERS)
    minutes = docx.Document(str(tmp_path / "公示" / "评审会议纪要.docx"))
    told = "\n".join(one.text for one in minutes.paragraphs)
    assert "应到评委 5 位，实到 4 位；对 2 个申报者逐一表决，2 个通过，2 个获奖。" in told
    people = [cell.text for row in minutes.tables[0].rows for cell in row.cells]
    assert {"未到会", COMPANIES[1]} <= set(people)


def test_every_number_of_the_stages_is_traced(tmp_path: Path) -> None:
    held(tmp_path)
    record = f"{VOTED}/{RECORD_FILE}"
    total = call(tmp_path, "trace", record, "C01", "total")
    assert "评委会投票：同意" in total.output
    assert "结果：获奖" in total.output
    defence = call(tmp_path, "trace", record, COMPANIES[0], "答辩")
    assert "M1 赵一　70 分　陈述答辩/M1-陈述答辩.xlsx!答辩评分!" in defence.output
    vote = call(tmp_path, "trace", record, COMPANIES[1], "投票")
    assert "M2 钱二　回避" in vote.output
    assert "M5 周五　未到会" in vote.output
    leniency = call(tmp_path, "trace", record, COMPANIES[1], "宽严")
    assert "R1　1.1 " in leniency.output
    unknown = call(tmp_path, "trace", record, "C01", "答辨")
    assert "是不是“答辩”？" in unknown.errors


def test_what_does_not_go_together_is_refused(tmp_path: Path) -> None:
    for words in (
        ("stage", "答辩", "结果", "-o", "出"),
        ("stage", "公示", "结果", "-o", "出", "--returned", "投票"),
        ("stage", "投票", "结果", "-o", "出", "--members", "评委.xlsx", "--absent", "M1"),
        ("panel", "评审", "-o", "合议", "--shortlist"),
        ("panel", "评审", "-o", "合议", "--categories", "类别.xlsx"),
    ):
        assert call(tmp_path, *words).code == 2
