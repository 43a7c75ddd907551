"""What the page calls gives what the command line prints, for the same files in the same folder."""

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.load.library import shipped_folder
from builder.pipeline import verify
from builder.pipeline.marking import OUTPUT
from builder.selfcheck.order import LISTING
from builder.selfcheck.session import Session, begin
from tests.cli.calls import call
from tests.cli.test_evidence import evidence, workbook
from tests.support.reports import blank_report
from tests.support.workbooks import MINHANG, PENGJIANG, filled_bytes, shipped_plan
from tests.verify.judged import case


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session with one award."""
    return begin(str(given(tmp_path_factory.mktemp("given"), PENGJIANG)))


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    """The session moves between folders, as only a whole program may."""
    here = Path.cwd()
    yield
    os.chdir(here)


def given(folder: Path, *schemes: str) -> Path:
    (folder / "schemes").mkdir()
    for scheme in schemes:
        source = shipped_folder("schemes") / f"{scheme}.md"
        (folder / "schemes" / source.name).write_bytes(source.read_bytes())
    return folder


class Dropped:
    """What came of files that were dropped, and what the page was told meanwhile."""

    def __init__(
        self,
        session: Session,
        inbox: Path,
        *files: str,
        evidence: str = "",
        stopped: tuple[tuple[str, str, str], ...] = (),
        careful: bool = False,
    ) -> None:
        """Drop them."""
        self.told: list[tuple[str, str]] = []
        order = {"files": files, "evidence": evidence, "stopped": stopped, "careful": careful}
        outbox = inbox.parent / "outbox"
        said = session.check(
            str(inbox),
            str(outbox),
            json.dumps(order),
            lambda name, output: self.told.append((name, output)),
        )
        self.said: dict[str, Any] = json.loads(said)
        self.outputs = {one["name"]: Path(one["path"]).read_bytes() for one in self.said["outputs"]}

    @property
    def json(self) -> str:
        """The results as they are saved."""
        return self.outputs["核验结果.json"].decode()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return name


def faulty() -> bytes:
    """A workbook in which nothing is filled in."""
    return filled_bytes(shipped_plan(PENGJIANG), {})


def packed(folder: Path, name: str, **contents: bytes) -> str:
    with zipfile.ZipFile(folder / name, "w") as archive:
        for inside, content in contents.items():
            archive.writestr(f"{inside}.xlsx", content)
    return name


def test_a_pair_a_clean_file_and_one_of_another_kind_are_judged_as_on_the_command_line(
    session: Session, inbox: Path
) -> None:
    names = (
        put(inbox, "甲-评分表.xlsx", faulty()),
        put(inbox, "甲-申报材料.docx", blank_report(PENGJIANG)),
        put(inbox, "乙.xlsx", case(PENGJIANG, 0).content),
        put(inbox, "说明.txt", "不是材料".encode()),
        packed(inbox, "丙.zip", 丙=case(PENGJIANG, 0).content),
    )
    dropped = Dropped(session, inbox, *names)
    assert dropped.json == call(inbox, "verify", "--json", *names).output
    assert dropped.said["words"] in call(inbox, "verify", *names).output


def test_a_folder_of_evidence_is_held_against_the_table_as_on_the_command_line(
    session: Session, inbox: Path
) -> None:
    workbook(inbox)
    evidence(inbox / "证据")
    dropped = Dropped(session, inbox, "甲公司.xlsx", evidence="证据")
    words = ("verify", "--json", "甲公司.xlsx", "--evidence-dir", "证据")
    assert dropped.json == call(inbox, *words).output
    assert '"found"' in dropped.json


def test_a_folder_dropped_alone_holds_materials_and_evidence(session: Session, inbox: Path) -> None:
    workbook(inbox / "甲公司材料")
    evidence(inbox / "甲公司材料" / "证据")
    dropped = Dropped(session, inbox, evidence="甲公司材料")
    words = ("verify", "--json", "甲公司材料", "--evidence-dir", "甲公司材料")
    assert dropped.json == call(inbox, *words).output


def test_the_marked_files_and_the_page_are_those_of_the_command_line(
    session: Session, inbox: Path
) -> None:
    name = put(inbox, "甲.xlsx", faulty())
    dropped = Dropped(session, inbox, name)
    call(inbox, "verify", name, "--annotate", "批注", "--html", "结果.html")
    assert (
        dropped.outputs["甲（核验意见）.xlsx"] == (inbox / "批注/甲（核验意见）.xlsx").read_bytes()
    )
    assert dropped.outputs["核验结果.html"] == (inbox / "结果.html").read_bytes()


def test_everything_can_be_had_in_one_archive(session: Session, inbox: Path) -> None:
    dropped = Dropped(session, inbox, put(inbox, "甲.xlsx", faulty()))
    (inbox / "all.zip").write_bytes(dropped.outputs.pop("自查结果.zip"))
    with zipfile.ZipFile(inbox / "all.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dropped.outputs


def test_a_file_of_another_award_is_told_with_its_scheme(
    session: Session, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In a page no other schemes are shipped than those that were put in.
    monkeypatch.setattr(verify, "find_scheme", lambda _name: (None, ()))
    name = put(inbox, "别的.xlsx", filled_bytes(shipped_plan(MINHANG), {}))
    dropped = Dropped(session, inbox, name)
    assert dropped.said["another"] == [{"path": name, "scheme": MINHANG}]


def test_settings_of_the_office_are_asked_for_as_on_the_command_line(
    tmp_path: Path, inbox: Path
) -> None:
    there = given(tmp_path, PENGJIANG)
    (there / "office.yaml").write_text("name: 蓬江区质量办\n", encoding="utf-8")
    name = put(inbox, "甲.xlsx", faulty())
    dropped = Dropped(begin(str(there)), inbox, name)
    words = ("verify", "--json", name, "--office", str(there / "office.yaml"))
    assert dropped.json == call(inbox, *words).output
    assert "QA311" in dropped.json


def test_the_page_is_told_of_each_file_right_before_the_work_on_it(
    session: Session, inbox: Path
) -> None:
    names = (put(inbox, "甲.xlsx", faulty()), put(inbox, "乙.xlsx", b"nothing"))
    told = Dropped(session, inbox, *names).told
    assert told == [("", LISTING), ("甲.xlsx", ""), ("乙.xlsx", ""), ("甲.xlsx", OUTPUT)]


def test_a_file_at_which_the_page_had_to_stop_is_named_and_the_others_are_verified(
    session: Session, inbox: Path
) -> None:
    names = (put(inbox, "甲.xlsx", faulty()), put(inbox, "乙.xlsx", case(PENGJIANG, 0).content))
    stopped = (("甲.xlsx", "", "time"),)
    first, second = json.loads(Dropped(session, inbox, *names, stopped=stopped).json)
    assert [one["code"] for one in first["findings"]] == ["QA216"]
    assert "60 秒" in first["findings"][0]["message"]
    assert second["status"] == "clean"


def test_a_mark_at_which_the_page_had_to_stop_costs_that_mark_only(
    session: Session, inbox: Path
) -> None:
    names = (put(inbox, "甲.xlsx", faulty()), put(inbox, "乙.xlsx", faulty()))
    dropped = Dropped(session, inbox, *names, stopped=(("甲.xlsx", OUTPUT, "died"),))
    assert "乙（核验意见）.xlsx" in dropped.outputs
    assert "甲（核验意见）.xlsx" not in dropped.outputs
    (note,) = dropped.said["notes"]
    assert "带批注的材料没有写成" in note


def test_after_a_stop_at_no_file_in_particular_each_is_looked_into_by_its_name(
    session: Session, inbox: Path
) -> None:
    names = (put(inbox, "甲.xlsx", faulty()), put(inbox, "乙.zip", b"nothing"))
    dropped = Dropped(session, inbox, *names, careful=True)
    assert dropped.told[:2] == [("甲.xlsx", LISTING), ("乙.zip", LISTING)]
    without = Dropped(session, inbox, *names, stopped=(("乙.zip", LISTING, "died"),), careful=True)
    codes = [[one["code"] for one in each["findings"]] for each in json.loads(without.json)]
    assert codes[1] == ["QA830"]


def test_a_scheme_that_cannot_be_read_keeps_the_page_from_beginning(tmp_path: Path) -> None:
    (tmp_path / "schemes").mkdir()
    (tmp_path / "schemes" / "x.md").write_text("没有", encoding="utf-8")
    assert begin(str(tmp_path)).refused != ""
