"""What is received is judged as ``builder verify`` judges it, once, and by whatever way it came."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from builder.pipeline import children
from builder.pipeline.year.exporting import everything
from builder.pipeline.year.judging import judge, pending
from builder.pipeline.year.known import changes_of, verdict_of, verified_of
from builder.pipeline.year.receiving import drops_of, receive
from builder.pipeline.year.step import Step
from builder.show.verdicts import verdict_json
from tests.cli.calls import call
from tests.pipeline.year.made import drop, dropped_and_judged, opened, put, states, told, workbook
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG


def plain(verdict: Any) -> Any:
    return json.loads(json.dumps(verdict))


def test_the_verdicts_are_those_of_the_command_on_the_folder(tmp_path: Path) -> None:
    files = {
        "甲公司/甲公司-自评打分表.xlsx": workbook("甲公司"),
        "甲公司/甲公司-申报材料.docx": filled_report(PENGJIANG),
        "甲公司/证书.pdf": b"%PDF-1.4",
        "乙.xlsx": workbook("乙公司", faulty=True),
        "坏.xlsx": b"nonsense",
        "丁.ods": b"PK\x05\x06" + bytes(18),
    }
    source = put(tmp_path / "来", files)
    with opened(tmp_path / "年") as year:
        dropped_and_judged(year, *sorted(source.iterdir()))
        rows = everything(year)
        ours = {row.path: verdict_of(year, row.path) for row in rows}
        mine = {path: plain(verdict_json(one)) for path, one in ours.items() if one is not None}
        known = verified_of(year, rows)
        assert all(one.file is not None and one.file.content() for one in known)
    done = call(tmp_path / "年", "verify", "收件", "--json")
    theirs = {one["path"]: one for one in done.json if one["status"] != "left_out"}
    assert len(theirs) == 4
    assert mine == theirs
    assert len(rows) == len(done.json)


def test_a_report_is_judged_anew_when_its_workbook_comes(tmp_path: Path) -> None:
    source = put(
        tmp_path / "来",
        {"甲-申报材料.docx": filled_report(PENGJIANG), "甲-自评打分表.xlsx": workbook("甲公司")},
    )
    with opened(tmp_path / "年") as year:
        first = dropped_and_judged(year, source / "甲-申报材料.docx")
        alone = verdict_of(year, first.received[0])
        receive(year, drops_of((source / "甲-自评打分表.xlsx",)), "张", delivery=first.delivery)
        assert judge(year).judged == 2
        together = verdict_of(year, first.received[0])
        assert alone is not None
        assert together is not None
        assert alone.findings != together.findings
        assert judge(year).judged == 0


def test_whoever_ends_it_finds_it_go_on_where_it_was(tmp_path: Path) -> None:
    source = put(tmp_path / "来", {f"{n}.xlsx": workbook(f"{n}公司") for n in "甲乙丙"})

    def end_it(_step: Step) -> None:
        raise KeyboardInterrupt

    with opened(tmp_path / "年") as year:
        drop(year, source)
        with pytest.raises(KeyboardInterrupt):
            judge(year, told=end_it)
        assert pending(year) == 2
    with opened(tmp_path / "年") as year:
        assert pending(year) == 2
        assert judge(year).judged == 2
        assert set(states(year).values()) == {"findings"}
        assert judge(year, again=True).judged == 3


@pytest.mark.proof
def test_where_no_process_can_be_copied_files_are_judged_by_some_that_begin_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "_COPIES", False)
    source = put(tmp_path / "来", {"甲.xlsx": workbook("甲公司")})
    with opened(tmp_path / "年") as year:
        drop(year, source)
        assert judge(year).judged == 1
        assert states(year) == {f"{next(iter(states(year)))}": "clean"}


def test_an_archive_is_one_file_of_many_submissions(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "全部.zip", "w") as archive:
        archive.writestr("甲/表.xlsx", workbook("甲公司"))
        archive.writestr("乙/表.xlsx", workbook("乙公司", faulty=True))
        archive.writestr("乙/证书.pdf", b"%PDF-1.4")
    with opened(tmp_path / "年") as year:
        receipt = dropped_and_judged(year, tmp_path / "全部.zip")
        home = receipt.received[0]
        rows = {row.path.removeprefix(home): row for row in everything(year)}
        assert {name: row.applicant for name, row in rows.items()} == {
            "/甲/表.xlsx": "甲公司",
            "/乙/表.xlsx": "乙公司",
            "/乙/证书.pdf": "乙公司",
        }
        assert {row.file for row in rows.values()} == {home}


def test_a_second_round_is_known_and_what_changed_is_told(tmp_path: Path) -> None:
    one = put(tmp_path / "一", {"表.xlsx": workbook("甲公司", faulty=True)})
    two = put(tmp_path / "二", {"改.xlsx": workbook("甲 公司")})
    with opened(tmp_path / "年") as year:
        first = dropped_and_judged(year, one)
        second = dropped_and_judged(year, two)
        history = year.ledger.history("甲公司")
        assert told(history) == [("甲公司", 1, False), ("甲公司", 2, True)]
        changed = changes_of(year, second.received[0])
        assert changed is not None
        assert [finding.code for finding in changed.gone] == ["QA501"]
        assert (changed.new, changed.before) == ((), first.received[0])
        assert changed.total is not None
        assert changes_of(year, first.received[0]) is None


def test_what_is_alike_is_told_of_what_is_current_only(tmp_path: Path) -> None:
    source = put(tmp_path / "一", {f"{n}.xlsx": workbook(f"{n}公司") for n in "甲乙"})
    again = put(tmp_path / "二", {"乙.xlsx": workbook("乙公司", faulty=True)})
    with opened(tmp_path / "年") as year:
        dropped_and_judged(year, source)
        assert {"QA603", "QA605"} <= {one.code for one in year.ledger.codes()}
        dropped_and_judged(year, again)
        # The contents of the two that are current are not alike any more, their codes are.
        assert {"QA603", "QA605"} & {one.code for one in year.ledger.codes()} == {"QA603"}
