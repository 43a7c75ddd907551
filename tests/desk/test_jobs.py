"""Long work in processes of its own: it tells how far it is, is stopped, and goes on."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.desk.jobs import Jobs, State, ordered
from builder.desk.own_folder import OwnPlaces
from builder.desk.told import Told, line_of, lines_read
from builder.desk.uploads import forget_batch, uploads_in, waiting
from builder.findings.finding import Finding
from builder.load.library import shipped_folder
from builder.pipeline.year.folder import Room
from builder.pipeline.year.opening import open_year
from tests.support.lists import save_list
from tests.support.workbooks import PENGJIANG

PATIENCE = 60.0
BATCH = "0123456789abcdef"


@pytest.fixture
def places(tmp_path: Path) -> OwnPlaces:
    """The folder of a year with a scheme and a list of applicants."""
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    scheme = shipped_folder("schemes") / f"{PENGJIANG}.md"
    (opened.year.place(Room.SCHEMES) / scheme.name).write_bytes(scheme.read_bytes())
    rows = [(f"第{number}有限公司",) for number in range(1, 9)]
    save_list(opened.year.place(Room.LISTS) / "申报者.xlsx", ("申报组织",), *rows)
    opened.year.close()
    return OwnPlaces(folder=tmp_path / "奖")


def jobs_of(places: OwnPlaces) -> Jobs:
    return Jobs(places.folder, places.orders, places.faults)


@pytest.fixture
def jobs(places: OwnPlaces) -> Iterator[Jobs]:
    made = jobs_of(places)
    made.start()
    yield made
    made.end()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_work_is_stopped_goes_on_and_comes_to_an_end(jobs: Jobs, places: OwnPlaces) -> None:
    job = jobs.begin("hand-out", "生成下发的材料", "王芳", {"scheme": f"{PENGJIANG}.md"})
    until(lambda: job.done > 0)
    jobs.stop(job.number)
    until(lambda: job.state is State.STOPPED)
    seen = jobs.revision
    jobs.again(job.number)
    until(lambda: job.state is State.DONE)
    assert (job.done, job.total, job.findings) == (8, 8, [])
    assert jobs.revision > seen
    handed_out = [path.name for path in (places.folder / "下发").iterdir()]
    assert sum(name.endswith(".xlsx") for name in handed_out) == 8
    assert "下发.zip" in handed_out


def test_a_restart_goes_on_with_what_was_not_finished(places: OwnPlaces) -> None:
    first = jobs_of(places)
    first.begin("receive", "收件和核验", "王芳", {"batch": BATCH, "by": "王芳"})
    second = jobs_of(places)
    second.start()
    job = second.last("receive")
    assert job is not None
    until(lambda: job.state is State.DONE)
    second.end()
    assert [one.state for one in jobs_of(places).listed()] == [State.DONE]


def test_work_that_comes_to_nothing_says_so_without_a_trace(jobs: Jobs, places: OwnPlaces) -> None:
    job = jobs.begin("不知道是什么", "生成", "王芳", {})
    until(lambda: job.state is State.BROKEN)
    assert [one["code"] for one in job.findings] == ["QA1328"]
    assert "Traceback" not in json.dumps(job.findings, ensure_ascii=False)
    assert "LookupError" in places.faults.read_text("utf-8")
    jobs.dismiss(job.number)
    assert job.dismissed


def test_a_process_that_is_killed_is_told(
    jobs: Jobs, places: OwnPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.desk.jobs.sys.executable", "/bin/false")
    job = jobs.begin("hand-out", "生成", "王芳", {"scheme": ""})
    until(lambda: job.state is State.BROKEN)
    assert [one["code"] for one in job.findings] == ["QA1327"]
    assert ordered(places.orders / "000001.json") == ("hand-out", {"scheme": ""})


def test_the_same_is_not_asked_for_twice(places: OwnPlaces) -> None:
    waiting_only = jobs_of(places)
    first = waiting_only.begin("receive", "收件", "王芳", {"batch": "a"})
    assert waiting_only.begin("receive", "收件", "王芳", {"batch": "a"}) is first
    assert waiting_only.begin("receive", "收件", "王芳", {"batch": "b"}) is not first


def test_what_is_told_comes_through_and_nothing_else_does() -> None:
    finding = Finding.at("QA1329", "", actual="换行\n和“引号”")
    line = line_of(Told(done=1, total=2, said="好", findings=(finding,)))
    assert "\n" not in line
    (said,) = lines_read(iter(["nonsense\n", "[]\n", f"{line}\n"]))
    assert (said["done"], said["total"], said["said"]) == (1, 2, "好")
    assert said["findings"][0]["message"] == finding.message


def test_the_name_of_an_upload_is_only_words(places: OwnPlaces) -> None:
    folder = places.uploads / BATCH
    folder.mkdir(parents=True)
    (folder / "00000.file").write_bytes(b"x")
    noted = {"name": "../../../etc/passwd", "to": "intake"}
    (folder / "00000.json").write_text(json.dumps(noted), "utf-8")
    (folder / "00001.part").write_bytes(b"half")
    assert [(one.path.name, one.name) for one in uploads_in(places.uploads, BATCH)] == [
        ("00000.file", "../../../etc/passwd")
    ]
    assert [*waiting(places.uploads, "intake")] == [BATCH]
    assert [*uploads_in(places.uploads, "../../..")] == []
    forget_batch(places.uploads, "..")
    assert places.uploads.exists()
    forget_batch(places.uploads, BATCH)
    assert [*waiting(places.uploads, "intake")] == []
