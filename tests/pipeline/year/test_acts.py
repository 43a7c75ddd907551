"""Everything a click does is undone by a click, and no file is ever deleted."""

from pathlib import Path

import pytest

from builder.ledger.rows import Deed, State
from builder.pipeline.templates import shipped_templates
from builder.pipeline.year.acts import recycle, remark, restore, set_deadline, undo
from builder.pipeline.year.exporting import everything
from builder.pipeline.year.judging import judge
from builder.pipeline.year.letters import write_letters
from tests.cli.calls import files_in
from tests.pipeline.year.made import drop, dropped_and_judged, opened, put, states, told, workbook


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return put(tmp_path / "来", {f"{n}.xlsx": f"{n}".encode() for n in "甲乙"})


def test_a_mistaken_drop_goes_to_the_bin_with_its_records_and_comes_back(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "年") as year:
        receipt = drop(year, source)
        judge(year)
        before = files_in(tmp_path / "年/收件")
        gone = undo(year, receipt.act, "李四")
        assert (gone.findings, len(gone.files)) == ((), 2)
        assert files_in(tmp_path / "年/收件") == []
        assert list((tmp_path / "年/收件").iterdir()) == []
        assert files_in(tmp_path / "年/回收站/收件") == before
        assert sum(year.ledger.counts().values()) == 0
        assert [line.undone for line in year.ledger.log()[0]] == [False, True]
        # The same files may be dropped again, into another folder.
        again = drop(year, source)
        assert len(again.received) == 2
        assert again.delivery != receipt.delivery
        undo(year, again.act, "李四")
        back = undo(year, gone.act, "李四")
        assert files_in(tmp_path / "年/收件") == before
        assert back.files == receipt.received
        assert set(states(year).values()) == {"unreadable"}
        assert [line.undone for line in year.ledger.log()[0]] == [False, False, True, True, False]


def test_a_remark_and_a_deadline_say_again_what_they_said_before(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "年") as year:
        file, other = drop(year, source).received
        remark(year, file, "电话催过", "李四")
        second = remark(year, file, "答应明天交", "李四")
        day = set_deadline(year, (file, other), "2026-12-15", "李四")

        def said() -> tuple[str, str]:
            row = year.ledger.submission(file)
            assert row is not None
            return row.remark, row.deadline

        assert said() == ("答应明天交", "2026-12-15")
        undo(year, second.act, "李四")
        assert said() == ("电话催过", "2026-12-15")
        undo(year, day.act, "李四")
        assert said() == ("电话催过", "")


def test_what_was_undone_is_not_undone_twice(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "年") as year:
        receipt = drop(year, source)
        undo(year, receipt.act, "李四")
        for act in (receipt.act, "没有"):
            (finding,) = undo(year, act, "李四").findings
            assert finding.code == "QA1290"


def test_moving_what_is_moved_already_changes_nothing(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "年") as year:
        receipt = drop(year, source)
        (there,) = recycle(year, receipt.received[:1], "李四", "交错了").files
        assert recycle(year, (there,), "李四").files == (there,)
        assert restore(year, (there,), "李四").files == receipt.received[:1]
        (finding,) = recycle(year, ("收件/没有.xlsx",), "李四").findings
        assert finding.code == "QA891"
        deeds = [line.deed for line in year.ledger.log()[0]]
        assert deeds == [Deed.RESTORED, Deed.RECYCLED, Deed.RECEIVED]


def test_letters_are_known_by_whom_they_are_for_until_they_are_withdrawn(tmp_path: Path) -> None:
    source = put(
        tmp_path / "来",
        {
            "甲.xlsx": workbook("甲公司", faulty=True),
            "坏.xlsx": b"nonsense",
            "丙.rar": b"Rar!\x1a\x07",
        },
    )
    with opened(tmp_path / "年") as year:
        dropped_and_judged(year, *source.iterdir())
        keys = dict.fromkeys(row.applicant_key for row in everything(year))
        made = write_letters(year, keys, "李四", shipped_templates(), deadline="2026-12-15")
        assert made.findings == ()
        names = [path.rpartition("/")[2] for path in made.paths]
        assert sorted(names) == [
            "丙-补正通知书.docx",
            "坏-补正通知书.docx",
            "甲公司-甲（核验意见）.xlsx",
            "甲公司-补正通知书.docx",
        ]
        sent = {one.path.rpartition("/")[2]: one.applicant for one in year.ledger.letters()[0]}
        assert set(sent) == set(names)
        assert sent["甲公司-甲（核验意见）.xlsx"] == "甲公司"
        history = year.ledger.history("甲公司")
        assert [(row.letters, row.deadline) for row in history] == [(1, "2026-12-15")]
        undo(year, made.act, "李四")
        assert year.ledger.letters() == ((), 0)
        assert [row.deadline for row in year.ledger.history("甲公司")] == [""]
        assert len(files_in(tmp_path / "年/回收站/通知书")) == 4
        nobody = write_letters(year, ("没有这家",), "李四", shipped_templates())
        assert (nobody.act, nobody.paths) == ("", ())


def test_the_former_submission_is_current_again_when_the_last_is_taken_back(
    tmp_path: Path,
) -> None:
    one = put(tmp_path / "一", {"表.xlsx": workbook("甲公司", faulty=True)})
    two = put(tmp_path / "二", {"表.xlsx": workbook("甲公司")})
    with opened(tmp_path / "年") as year:
        dropped_and_judged(year, one)
        second = dropped_and_judged(year, two)
        undo(year, second.act, "李四")
        assert told(year.ledger.history("甲公司")) == [("甲公司", 1, True)]
        assert year.ledger.counts()[State.FINDINGS] == 1
