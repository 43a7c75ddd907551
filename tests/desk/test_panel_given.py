"""What a panel is told at the desk beyond its steps: a phrase, who is left out, more lists."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.jobs import Jobs
from builder.model.panel.record import Merged
from builder.model.panel.task import PanelTask
from builder.pipeline.panel.merging import read_merged
from builder.pipeline.panel.record_files import TASK_FILE, read_record, record_bytes
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.opening import open_year
from tests.desk.paging import answer_from, desk_of, page_from
from tests.desk.test_stages import done
from tests.support.lists import save_list
from tests.support.panels import COMPANIES, filled_panel, sign, taken_away
from tests.support.stages import ranked_panel

PHRASE = "江门 蓬江 二〇二六"


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    """A year with a panel whose reviews all came back."""
    filled_panel(tmp_path)
    opened = open_year(tmp_path, create=True)
    assert opened.year is not None
    yield opened.year
    opened.year.close()


def sealed_with(year: Year, phrase: str) -> None:
    """Have the task sealed with a phrase, as a desk that knows it writes it."""
    path = year.place(Room.REVIEWS) / TASK_FILE
    task = read_record(path, PanelTask, "QA939")
    assert isinstance(task, PanelTask)
    path.write_bytes(record_bytes(task, phrase))


def test_what_was_sealed_opens_to_the_phrase_alone(year: Year, desk: Desk) -> None:
    sealed_with(year, PHRASE)
    assert done(year, "join") == ["QA939"]
    assert done(year, "join", phrase="别的") == ["QA939"]
    assert done(year, "join", phrase=PHRASE) == []
    for code in ("C01", "C02"):
        sign_sealed(year, code)
    assert done(year, "rank") == ["QA939"]
    assert done(year, "rank", phrase=PHRASE) == []
    without = page_from(desk, "/review")
    assert "QA957" in without
    assert "追溯总分" not in without
    form = {"phrase": PHRASE, "again": PHRASE}
    assert answer_from(desk, "/review/phrase", form)[0] == 303
    assert "追溯总分" in page_from(desk, "/review")
    assert "总分：" in page_from(desk, "/review/trace?who=C01")


def sign_sealed(year: Year, code: str) -> None:
    """Sign one applicant's consensus workbook of a sealed panel."""
    merged = read_merged(year.place(Room.CONSENSUS), PHRASE)
    assert isinstance(merged, Merged)
    sign(year.root, merged, code)


def test_a_phrase_lies_nowhere_on_the_disk(year: Year, desk: Desk) -> None:
    answer_from(desk, "/review/phrase", {"phrase": PHRASE, "again": PHRASE})
    answer_from(desk, "/review/go", {"step": "progress", "phrase": PHRASE})
    (job,) = desk.jobs.listed()
    assert dict(job.given) == {}
    own = [path for path in (year.root / ".工作台").rglob("*") if path.is_file()]
    assert own
    assert [path for path in own if PHRASE.encode() in path.read_bytes()] == []
    assert PHRASE not in page_from(desk, "/review")


def test_a_phrase_that_is_mistyped_is_not_taken(desk: Desk) -> None:
    assert "QA986" in page_from(desk, "/review/phrase", {"phrase": PHRASE, "again": "别的"})
    assert desk.jobs.phrases == {}


def test_the_worker_knows_the_phrase_of_the_one_who_asked(
    year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The task opens to the work of the secretary, and not to another's."""
    monkeypatch.chdir(tmp_path)
    sealed_with(year, PHRASE)
    jobs = Jobs(year.root, tmp_path / "任务", tmp_path / "故障.log")
    jobs.phrases["王芳"] = PHRASE
    jobs.start()
    asked = [jobs.begin("progress", "看评审进度", who, {"of": who}) for who in ("王芳", "李明")]
    while any(job.state.is_open for job in asked):
        time.sleep(0.05)
    jobs.end()
    assert [[one["code"] for one in job.findings] for job in asked] == [[], ["QA939"]]


def test_a_review_that_will_not_come_is_left_out_by_a_tick(year: Year, desk: Desk) -> None:
    task = read_record(year.place(Room.REVIEWS) / TASK_FILE, PanelTask, "QA939")
    assert isinstance(task, PanelTask)
    seat = task.seats[-1]
    taken_away(year.root, seat)
    assert done(year, "join") == ["QA942"]
    answer_from(desk, "/review/go", {"step": "join", "without": seat.name})
    (job,) = desk.jobs.listed()
    assert dict(job.given) == {"without": [seat.name]}
    assert done(year, "join", **job.given) == []


def test_a_list_of_categories_and_the_stage_of_the_material_reach_the_ranking(
    tmp_path: Path,
) -> None:
    ranked_panel(tmp_path)
    opened = open_year(tmp_path, create=True)
    assert opened.year is not None
    path = opened.year.place(Room.LISTS) / "类别.xlsx"
    save_list(path, ("申报者", "类别"), (COMPANIES[0], "小微企业"))
    assert done(opened.year, "rank") == ["QA1148"]
    desk = desk_of(tmp_path, opened.year)
    assert answer_from(desk, "/review/list/categories/off", {})[0] == 303
    assert not path.exists()
    assert done(opened.year, "rank", material="1") == ["QA1151"]
    opened.year.close()


def test_a_round_that_went_out_wrongly_is_put_aside_whole(year: Year, desk: Desk) -> None:
    """Nothing of it is deleted, and the place is free for another."""
    files = {path.name for path in year.place(Room.REVIEWS).rglob("*.xlsx")}
    assert answer_from(desk, "/review/anew", {})[0] == 303
    assert not (year.place(Room.REVIEWS) / TASK_FILE).exists()
    assert {path.name for path in year.place(Room.RECYCLED).rglob("*.xlsx")} == files
    assert "还没有" in page_from(desk, "/review")
