"""Folders, archives and lists of files are verified in order, and a run that stopped goes on."""

import json
import os
import zipfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from builder.model.verdict import Status, Verdict
from builder.pipeline import results
from builder.pipeline.batch import Basis, on_cluster, verify_file, verify_files
from builder.pipeline.cluster import Cluster
from builder.pipeline.intake import take_in
from builder.pipeline.results import Results, UnwritableError, open_results
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import verify_all
from builder.show.plain import record_of
from builder.show.plain_record import data_of
from tests.support.answers import complete_answers
from tests.support.workbooks import filled_bytes, shipped_plan

pytestmark = pytest.mark.processes

PENGJIANG = "pengjiang-manufacturing"


@pytest.fixture(scope="module")
def filled() -> bytes:
    plan = shipped_plan(PENGJIANG)
    return filled_bytes(plan, complete_answers(plan))


@pytest.fixture
def returned(tmp_path: Path, filled: bytes) -> Path:
    """A folder as a clerk has it: good files, a broken one, leftovers, other things."""
    folder = tmp_path / "收件"
    (folder / "乙").mkdir(parents=True)
    for name in ("甲.xlsx", "乙/丙.xlsx", "乙/丁.XLSX"):
        (folder / name).write_bytes(filled)
    (folder / "坏.xlsx").write_bytes(filled[:500])
    (folder / "~$甲.xlsx").write_bytes(b"lock")
    (folder / "说明.txt").write_text("不是评分表", encoding="utf-8")
    return folder


def run(*paths: Path, jobs: int = 1, kept: Results | None = None) -> list[Verdict]:
    run = verify_all(take_in(paths), Basis(), jobs=jobs, kept=kept)
    return [each.verdict for each in run]


def names(verdicts: list[Verdict], folder: Path) -> list[str]:
    return [str(Path(verdict.path).relative_to(folder)) for verdict in verdicts]


def test_a_folder_means_every_workbook_in_it_and_no_leftover(returned: Path) -> None:
    verdicts = run(returned)
    assert names(verdicts, returned) == ["乙/丁.XLSX", "乙/丙.xlsx", "坏.xlsx", "甲.xlsx"]
    assert [verdict.status for verdict in verdicts] == [
        Status.CLEAN,
        Status.CLEAN,
        Status.UNREADABLE,
        Status.CLEAN,
    ]


def test_an_archive_is_verified_member_by_member_without_unpacking(
    tmp_path: Path, filled: bytes
) -> None:
    archive = tmp_path / "收件.zip"
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("甲/评分表.xlsx", filled)
        package.writestr("../../逃出.xlsx", filled)
        package.writestr("__MACOSX/._评分表.xlsx", b"mac")
    before = sorted(tmp_path.iterdir())
    verdicts = run(archive)
    assert [verdict.path for verdict in verdicts] == [
        f"{archive}/../../逃出.xlsx",
        f"{archive}/甲/评分表.xlsx",
    ]
    assert {verdict.status for verdict in verdicts} == {Status.CLEAN}
    assert sorted(tmp_path.iterdir()) == before


def test_a_name_written_in_gbk_is_read_as_people_wrote_it(tmp_path: Path, filled: bytes) -> None:
    archive = tmp_path / "windows.zip"
    name = "甲公司.xlsx".encode("gbk").decode("cp437")
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("x" * len(name), filled)
    raw = archive.read_bytes().replace(b"x" * len(name), "甲公司.xlsx".encode("gbk"))
    archive.write_bytes(raw)
    (verdict,) = run(archive)
    assert verdict.path == f"{archive}/甲公司.xlsx"


def test_a_member_that_inflates_beyond_every_bound_costs_only_itself(
    tmp_path: Path, filled: bytes
) -> None:
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xlsx", b"0" * 30_000_000)
        package.writestr("b.xlsx", filled)
    bomb, good = run(archive)
    assert [finding.code for finding in bomb.findings] == ["QA221"]
    assert good.status is Status.CLEAN


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more"])
def test_an_archive_that_is_none_is_told_once(tmp_path: Path, content: bytes) -> None:
    archive = tmp_path / "broken.zip"
    archive.write_bytes(content)
    (verdict,) = run(archive)
    assert [finding.code for finding in verdict.findings] == ["QA220"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_packed_in_an_unusual_way_is_refused_before_it_is_inflated(
    tmp_path: Path, filled: bytes, method: int
) -> None:
    archive = tmp_path / "收件.zip"
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("a.xlsx", filled, method)
        package.writestr("b.xlsx", filled, zipfile.ZIP_DEFLATED)
    odd, good = run(archive)
    assert [finding.code for finding in odd.findings] == ["QA228"]
    assert good.status is Status.CLEAN


def test_a_folder_without_a_workbook_is_told(tmp_path: Path) -> None:
    (verdict,) = run(tmp_path)
    assert [finding.code for finding in verdict.findings] == ["QA218"]
    assert verdict.status is Status.UNREADABLE


def test_wherever_files_are_handed_in_the_verdicts_are_the_same(returned: Path) -> None:
    files = [ReturnedFile(path=path) for path in sorted(returned.rglob("*.xlsx"))]
    with ThreadPoolExecutor(2) as executor:
        there = Cluster(executor=executor, jobs=2, lost=())
        side_by_side = list(verify_files(files, on_cluster(there, Basis()), 2))
    assert side_by_side == [verify_file(file, Basis()) for file in files]


def test_a_file_whose_worker_was_lost_is_verified_once_more(returned: Path) -> None:
    class LostError(Exception):
        """What a cluster raises where a worker has died."""

    class Losing(ThreadPoolExecutor):
        def submit(self, _fn: object, /, *_args: object, **_kwargs: object) -> Future[Any]:
            lost = Future[Any]()
            lost.set_exception(LostError())
            return lost

    file = ReturnedFile(path=returned / "甲.xlsx")
    there = Cluster(executor=Losing(1), jobs=1, lost=(LostError,))
    (verdict,) = verify_files([file], on_cluster(there, Basis()))
    assert verdict.status is Status.CLEAN


def test_several_jobs_give_what_one_gives(returned: Path) -> None:
    assert run(returned, jobs=2) == run(returned)


def opened(path: Path) -> Results:
    results = open_results(path, Basis())
    assert isinstance(results, Results)
    return results


def test_a_pipe_is_no_file_of_results_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "结果.jsonl")
    refused = open_results(tmp_path / "结果.jsonl", Basis())
    assert not isinstance(refused, Results)
    assert (refused.code, refused.actual) == ("QA891", "不是一个普通文件")


def test_a_run_that_was_interrupted_goes_on_where_it_stopped(
    tmp_path: Path, returned: Path
) -> None:
    path = tmp_path / "结果.jsonl"
    whole = run(returned, kept=opened(path))
    lines = path.read_bytes().splitlines(keepends=True)
    # Interrupted within the third line.
    path.write_bytes(b"".join(lines[:2]) + lines[2][:40])
    assert len(opened(path).known) == 2
    assert run(returned, kept=opened(path)) == whole
    assert len(path.read_bytes().splitlines()) == 5
    assert run(returned, kept=opened(path)) == whole
    assert len(path.read_bytes().splitlines()) == 5


def test_a_file_that_changed_is_verified_again(
    tmp_path: Path, returned: Path, filled: bytes
) -> None:
    path = tmp_path / "结果.jsonl"
    run(returned, kept=opened(path))
    (returned / "坏.xlsx").write_bytes(filled)
    assert {verdict.status for verdict in run(returned, kept=opened(path))} == {Status.CLEAN}


@pytest.mark.parametrize(
    "line", ["", "[]", "{}", '{"version": 1, "key": "k", "verdict": {}}', "[" * 9999, "\x00"]
)
def test_a_line_that_is_no_result_is_not_counted(tmp_path: Path, line: str) -> None:
    path = tmp_path / "结果.jsonl"
    path.write_text(f'{{"version": 1}}\n{line}\n', encoding="utf-8")
    assert opened(path).known == {}


def test_what_another_edition_of_the_program_said_is_said_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, returned: Path
) -> None:
    path = tmp_path / "结果.jsonl"
    run(returned, kept=opened(path))
    file = ReturnedFile(path=returned / "甲.xlsx")
    assert opened(path).key(file) in opened(path).known
    monkeypatch.setattr(results, "program_digest", lambda: "another edition")
    assert opened(path).key(file) not in opened(path).known


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('"total": "', '"total": "NaN'),
        ('"total": "', '"total": "Infinity", "stated": "'),
        ('"total": "', '"total": NaN, "stated": "'),
        ('"status": "clean"', '"status": "best"'),
        ('"code": "QA220"', '"code": "QA000"'),
        ('"trace": []', '"trace": [1]'),
        ('"version": 7', '"version": 7, "more": 1'),
        ('"seal": "', '"seal": "0'),
    ],
)
def test_a_result_that_we_never_wrote_is_not_counted(
    tmp_path: Path, returned: Path, said: str, instead: str
) -> None:
    path = tmp_path / "结果.jsonl"
    (returned / "坏.zip").write_bytes(b"")
    run(returned, kept=opened(path))
    whole = opened(path).known
    lines = path.read_text(encoding="ascii").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if said in line)
    lines[place] = lines[place].replace(said, instead)
    path.write_text("".join(lines), encoding="ascii")
    assert len(opened(path).known) == len(whole) - 1


def test_results_that_cannot_be_written_stop_the_run_with_a_sentence(
    tmp_path: Path, returned: Path
) -> None:
    path = tmp_path / "结果.jsonl"
    kept = opened(path)
    path.mkdir()
    with pytest.raises(UnwritableError) as stopped:
        run(returned, kept=kept)
    assert stopped.value.finding.code == "QA891"


def test_a_verdict_comes_back_whole_from_its_record(returned: Path) -> None:
    for verdict in run(returned):
        record = json.loads(json.dumps(record_of(verdict)))
        assert data_of(Verdict, record) == verdict
