"""What is dropped is kept whole under a name that leads nowhere, once, with who received it."""

import errno
import io
import os
from pathlib import Path

import pytest

from builder.ledger.rows import State
from builder.pipeline.year import receiving
from builder.pipeline.year.names import KeptNames
from builder.pipeline.year.receiving import Drop, drops_of, receive
from builder.pipeline.year.record import read
from builder.pipeline.year.step import Step
from tests.pipeline.year.made import drop, opened, put

PDF = b"%PDF-1.4 "
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("甲公司/评分表.xlsx", "甲公司/评分表.xlsx"),
        ("../../../etc/passwd", "文件夹/文件夹（2）/文件夹（3）/etc/passwd"),
        ("..\\..\\启动.bat", "文件夹/文件夹/启动.bat"),
        ("/绝对/路径.xlsx", "绝对/路径.xlsx"),
        ("C:\\表.xlsx", "C/表.xlsx"),
        ("con.xlsx", "文件con.xlsx"),
        ("~$表.xlsx", "文件~$表.xlsx"),
        (".htaccess", "htaccess"),
        ("表.xlsx.收件记录.jsonl", "表.xlsx.收件记录.jsonl.txt"),
        ("", "文件"),
        ("a\0b\n.xlsx", "ab.xlsx"),
        ("写出记录.json", "文件写出记录.json"),
    ],
)
def test_a_name_never_leads_out_of_its_delivery(called: str, kept: str) -> None:
    name = KeptNames().of(called)
    assert ".." not in name.split("/")
    assert not name.startswith("/")
    if "../" not in called and "..\\" not in called:
        assert name == kept


def test_two_files_of_one_name_lie_side_by_side() -> None:
    names = KeptNames()
    assert [names.of("甲/表.xlsx"), names.of("甲/表.XLSX"), names.of("乙/表.xlsx")] == [
        "甲/表.xlsx",
        "甲/表（2）.XLSX",
        "乙/表.xlsx",
    ]


def test_everything_below_a_folder_is_kept_with_its_record(tmp_path: Path) -> None:
    source = put(tmp_path / "来", {"甲公司/表.xlsx": b"1", "甲公司/证据/证书.pdf": PDF})
    put(source, {"甲公司/~$表.xlsx": b"x"})
    with opened(tmp_path / "年") as year:
        receipt = drop(year, source / "甲公司")
        assert receipt.received == (
            f"收件/{receipt.delivery}/甲公司/表.xlsx",
            f"收件/{receipt.delivery}/甲公司/证据/证书.pdf",
        )
        assert (receipt.doubled, receipt.refused) == ((), ())
        (event,), lost = read(year.path(receipt.received[0]))
        assert (event.by, event.called, event.size, lost) == ("张三", "甲公司/表.xlsx", 1, 0)
        assert year.ledger.counts()[State.PENDING] == 2
    assert (source / "甲公司/表.xlsx").read_bytes() == b"1"


def test_the_same_bytes_are_one_material_and_may_be_the_proof_of_two(tmp_path: Path) -> None:
    files = {"甲/表.xlsx": b"PK\x03\x04 no zip", "甲/证书.pdf": PDF, "乙/证书.pdf": PDF}
    source = put(tmp_path / "来", files)
    put(
        tmp_path / "又",
        {"丙/另.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")},
    )
    with opened(tmp_path / "年") as year:
        first = drop(year, source / "甲", source / "乙", tmp_path / "又" / "丙")
        assert len(first.received) == 4
        again = drop(year, source / "甲", source / "乙", tmp_path / "又" / "丙")
        assert (again.received, again.delivery) == ((), "")
        assert [one.code for one in again.doubled] == ["QA1280"] * 4
        other = put(tmp_path / "别", {"丁/副本.xls": OLD})
        assert len(drop(year, other).doubled) == 1
    assert len(list((tmp_path / "年/收件").iterdir())) == 1


def test_more_of_a_delivery_comes_into_its_folder(tmp_path: Path) -> None:
    with opened(tmp_path / "年") as year:
        first = receive(year, (Drop(name="表.xlsx", source=io.BytesIO(b"1")),), "张三")
        more = Drop(name="表.xlsx", source=io.BytesIO(b"2"))
        second = receive(year, (more,), "张三", delivery=f"../{first.delivery}")
        assert second.received == (f"收件/{first.delivery}/表（2）.xlsx",)


def test_whoever_ends_it_may_go_on_later(tmp_path: Path) -> None:
    source = put(tmp_path / "来", {f"{number}.xlsx": bytes([number]) for number in range(4)})
    steps: list[tuple[int, int]] = []

    def told(step: Step) -> None:
        steps.append((step.done, step.total))
        if len(steps) == 2:
            raise KeyboardInterrupt

    with opened(tmp_path / "年") as year:
        with pytest.raises(KeyboardInterrupt):
            receive(year, drops_of((source,)), "张三", told=told)
        assert steps == [(1, 4), (2, 4)]
        assert len(drop(year, source).received) == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    source = put(tmp_path / "来", {"好.xlsx": b"1"})
    os.mkfifo(source / "管道.xlsx")
    with opened(tmp_path / "年") as year:
        receipt = drop(year, source, tmp_path / "没有.xlsx")
        assert len(receipt.received) == 1
        assert sorted(one.code for one in receipt.refused) == ["QA201", "QA204"]


def test_a_full_disk_ends_it_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = put(tmp_path / "来", {"一.xlsx": b"1", "二.xlsx": b"2"})

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with opened(tmp_path / "年") as year:
        with monkeypatch.context() as patched:
            patched.setattr(receiving, "into_place", full)
            receipt = drop(year, source)
        assert [one.code for one in receipt.refused] == ["QA891"]
        assert list((tmp_path / "年/收件").iterdir()) == []
        assert len(drop(year, source).received) == 2
