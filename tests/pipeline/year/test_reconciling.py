"""Whatever happened to the folders since, an opened year and its ledger agree."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.pipeline.year.acts import recycle, remark
from builder.pipeline.year.durable import TEMPORARY
from builder.pipeline.year.exporting import everything
from builder.pipeline.year.folder import Year
from builder.pipeline.year.judging import pending
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.record import read, record_path
from tests.pipeline.year.made import (
    drop,
    dropped_and_judged,
    opened,
    put,
    states,
    told_of,
    workbook,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A year in which two files were received; neither is judged."""
    source = put(tmp_path / "来", {"甲.xlsx": b"1", "乙.xlsx": b"2"})
    with opened(tmp_path / "年") as year:
        drop(year, source)
    return tmp_path / "年"


def received(root: Path, name: str) -> Path:
    return next((root / "收件").rglob(name))


def codes(root: Path) -> list[str]:
    year, findings = told_of(root)
    year.close()
    return [one.code for one in findings]


def test_what_is_as_it_was_is_told_to_nobody(root: Path) -> None:
    year, findings = told_of(root)
    changed = year.ledger.changed()
    year.close()
    assert findings == ()
    with opened(root) as again:
        assert again.ledger.changed() == changed


def test_a_file_that_somebody_put_there_is_received_by_nobody_known(root: Path) -> None:
    put(root / "收件", {"手工/丙/丙.xlsx": b"3", "直接.xlsx": b"4", "手工/~$丙.xlsx": b"x"})
    year, (finding,) = told_of(root)
    rows = {row.path: row for row in everything(year)}
    year.close()
    assert (finding.code, finding.actual) == ("QA1282", "2")
    assert (rows["收件/手工/丙/丙.xlsx"].by, rows["收件/手工/丙/丙.xlsx"].called) == (
        "",
        "丙/丙.xlsx",
    )
    assert rows["收件/直接.xlsx"].delivery == ""
    assert codes(root) == []


def test_what_lies_directly_in_the_folder_is_judged_too(tmp_path: Path) -> None:
    put(tmp_path / "年/收件", {"甲.xlsx": workbook("甲公司")})
    year, _ = told_of(tmp_path / "年")
    dropped_and_judged(year)
    assert states(year) == {"甲.xlsx": "clean"}
    year.close()


def test_a_file_that_is_gone_is_told_until_it_is_back(root: Path) -> None:
    file = received(root, "甲.xlsx")
    away = root.parent / "拿走.xlsx"
    file.rename(away)
    assert codes(root) == ["QA1281"]
    assert codes(root) == ["QA1281"]
    away.rename(file)
    with opened(root) as year:
        assert len(everything(year)) == 2


def test_a_file_that_was_changed_waits_for_a_new_verdict(tmp_path: Path) -> None:
    source = put(tmp_path / "来", {"甲.xlsx": b"1"})
    root = tmp_path / "年"
    with opened(root) as year:
        dropped_and_judged(year, source)
    received(root, "甲.xlsx").write_bytes(b"other")
    year, findings = told_of(root)
    assert [one.code for one in findings] == ["QA1283"]
    assert pending(year) == 1
    year.close()
    assert codes(root) == []


def test_a_line_that_was_torn_is_told_and_the_others_count(root: Path) -> None:
    file = received(root, "甲.xlsx")
    with record_path(file).open("ab") as record:
        record.write(b'{"version": 1, "content": {"act')
    year, findings = told_of(root)
    assert [one.code for one in findings] == ["QA1285"]
    remark(year, year.key(file), "说明", "李四")
    events, lost = read(file)
    assert ([event.by for event in events], lost) == (["张三", "李四"], 1)
    year.close()


def test_a_record_of_which_nothing_can_be_read_is_begun_again(root: Path) -> None:
    record_path(received(root, "甲.xlsx")).write_bytes(b"nonsense\n")
    year, findings = told_of(root)
    assert [one.code for one in findings] == ["QA1285"]
    assert sorted(row.by for row in everything(year)) == ["", "张三"]
    year.close()


def test_what_was_being_written_when_the_program_ended_is_no_file(root: Path) -> None:
    parts = [root / "收件" / f"{TEMPORARY}{name}" for name in ("旧", "新")]
    for part in parts:
        part.write_bytes(b"half")
    os.utime(parts[0], (0, 0))
    assert codes(root) == []
    assert [part.exists() for part in parts] == [False, True]


def half_moved(root: Path) -> None:
    """The file is in the bin, its record is not yet."""
    file = received(root, "甲.xlsx")
    target = root / "回收站" / file.relative_to(root)
    target.parent.mkdir(parents=True)
    file.rename(target)


def not_moved(root: Path) -> None:
    """The record says that the file is in the bin, and it is not."""
    with opened(root) as year:
        file = received(root, "甲.xlsx")
        (there,) = recycle(year, (year.key(file),), "李四").files
        for path in (year.path(there), record_path(year.path(there))):
            shutil.move(path, root / path.relative_to(root / "回收站"))


@pytest.mark.parametrize(("break_off", "left"), [(half_moved, 1), (not_moved, 2)])
def test_where_a_file_lies_is_what_counts(
    root: Path, break_off: Callable[[Path], None], left: int
) -> None:
    break_off(root)
    with opened(root) as year:
        rows = everything(year)
        assert len(rows) == left
        assert all(record_path(year.path(row.path)).exists() for row in rows)
    assert not [path for path in root.rglob("*.收件记录.jsonl") if not partner(path).exists()]
    assert codes(root) == []


def partner(record: Path) -> Path:
    return record.with_name(record.name.removesuffix(".收件记录.jsonl"))


def listed(year: Year) -> tuple[object, ...]:
    ledger = year.ledger
    rows = everything(year)
    applicants = [ledger.applicant(row.applicant_key) for row in rows]
    return (rows, applicants, ledger.log(), ledger.letters(), ledger.codes())


def test_the_ledger_made_anew_from_the_folders_is_the_same(tmp_path: Path) -> None:
    files = {f"{n}/{n}.xlsx": workbook(f"{n}公司", faulty=n == "甲") for n in "甲乙"}
    source = put(tmp_path / "来", {**files, "甲/证书.pdf": b"%PDF-1.4", "错.xlsx": b"1"})
    root = tmp_path / "年"
    with opened(root) as year:
        receipt = dropped_and_judged(year, *sorted(source.iterdir()))
        remark(year, receipt.received[0], "=备注", "李四")
        recycle(year, receipt.received[-1:], "李四")
        before = listed(year)
    year_again = open_year(root, rebuild=True).year
    assert year_again is not None
    assert listed(year_again) == before
    year_again.close()
    for path in root.glob("台账.db*"):
        path.unlink()
    shutil.copytree(root, tmp_path / "搬走的")
    with opened(tmp_path / "搬走的") as moved:
        assert listed(moved) == before


def test_a_name_that_is_no_text_is_told_and_left(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root / "收件") + b"/\xff.xlsx")).write_bytes(b"1")
    assert codes(root) == ["QA1291"]
