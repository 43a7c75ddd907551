"""The stages after the ranking at the desk: what commands do, and nothing signed is lost."""

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import pytest

from builder.desk.after_ranking import AfterRanking
from builder.desk.told import Told
from builder.desk.works.table import work_of
from builder.model.panel.stages import AGREE, StageKind
from builder.pipeline.panel.record_files import RECORD_FILE
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.opening import open_year
from tests.desk.paging import answer_from, desk_of, page_from, page_of
from tests.support.lists import save_list
from tests.support.panels import REVIEWERS
from tests.support.stages import MEMBERS, all_given, ranked_panel

DEFENCE, VOTE = StageKind.DEFENCE, StageKind.VOTE
PAGE = "/review/stages"
SCORES = {
    "C01": tuple(map(Decimal, (80, 81, 82, 83, 84))),
    "C02": tuple(map(Decimal, (70, 71, 72, 73, 74))),
}
VOTES = {"C01": (AGREE,) * 5, "C02": (AGREE,) * 5}


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    """A year whose panel is ranked, with a committee."""
    ranked_panel(tmp_path)
    opened = open_year(tmp_path, create=True)
    assert opened.year is not None
    heads = ("姓名", "角色", "回避单位", "单位")
    save_list(opened.year.place(Room.LISTS) / "评委.xlsx", heads, *MEMBERS)
    yield opened.year
    opened.year.close()


def done(year: Year, kind: str, **given: object) -> list[str]:
    """The codes that a piece of work tells."""
    told: list[Told] = []
    work_of(kind)(year, given, told.append)
    return [one.code for each in told for one in each.findings]


def test_from_the_ranking_to_the_papers(year: Year) -> None:
    """Each step in turn, by the works that the forms of the page begin."""
    results = year.place(Room.RESULTS)
    before = page_of(year.root, PAGE, year)
    assert "要先办完陈述答辩" in before
    assert done(year, "papers") == ["QA1152"]
    assert done(year, "issue", stage="defence") == []
    assert "M5-陈述答辩.xlsx" in page_of(year.root, PAGE, year)
    all_given(results, DEFENCE, SCORES, source=".")
    assert done(year, "end", stage="defence", absent=[]) == []
    assert AfterRanking(year=year).latest_results == results / "陈述答辩结果"
    assert done(year, "issue", stage="vote") == []
    all_given(results, VOTE, VOTES, source="陈述答辩结果")
    assert done(year, "end", stage="vote", absent=[]) == []
    assert done(year, "papers") == []
    after = page_of(year.root, PAGE, year)
    for words in ("5 / 5", "公示名单.docx", "评委会投票结果.xlsx", "已经办过"):
        assert words in after
    asked = f"/review/trace?who=C01&code={quote('投票')}"
    assert "M1 赵一" in page_of(year.root, asked, year)
    # The ranking's own files stand on the page of the ranking, without those of the stages.
    assert "陈述答辩结果.xlsx" not in page_of(year.root, "/review", year)
    assert done(year, "archive", room="结果") == []
    (frozen,) = (year.root / "存档").glob("结果-*.zip")
    assert "公示/公示名单.docx" in zipfile.ZipFile(frozen).namelist()
    assert frozen.name in page_of(year.root, PAGE, year)


def test_a_ranking_that_was_redone_calls_for_new_forms(year: Year) -> None:
    """What stood on the former ranking is no result any more; its signed forms are kept."""
    results = year.place(Room.RESULTS)
    assert done(year, "issue", stage="defence") == []
    all_given(results, DEFENCE, SCORES, source=".")
    signed = (results / "陈述答辩" / "M1-陈述答辩.xlsx").read_bytes()
    assert "QA892" in done(year, "issue", stage="defence")
    assert (results / "陈述答辩" / "M1-陈述答辩.xlsx").read_bytes() == signed
    assert done(year, "end", stage="defence", absent=[]) == []
    assert AfterRanking(year=year).held_record(DEFENCE) is not None
    record = results / RECORD_FILE
    record.write_bytes(record.read_bytes() + b"\n")
    assert AfterRanking(year=year).held_record(DEFENCE) is None
    assert AfterRanking(year=year).issued_task(DEFENCE) is None
    assert done(year, "issue", stage="defence") == []
    (kept,) = year.place(Room.RECYCLED).rglob("M1-陈述答辩.xlsx")
    assert kept.read_bytes() == signed


def test_only_what_comes_or_goes_is_amended(year: Year) -> None:
    names = year.place(Room.LISTS) / "评审员.xlsx"
    heads = ("姓名", "角色", "回避单位")
    save_list(names, heads, *REVIEWERS[:2], ("新来的", "评审员", ""))
    reviews = year.place(Room.REVIEWS)
    kept = {path: path.read_bytes() for path in reviews.glob("R1/*.xlsx")}
    assert set(done(year, "amend")) == {"QA1103"}
    assert {path: path.read_bytes() for path in reviews.glob("R1/*.xlsx")} == kept
    assert [*reviews.rglob("R4*.xlsx")] != []
    assert [*(reviews / "撤回").rglob("*.xlsx")] != []


def test_the_forms_of_the_page_ask_for_work(year: Year) -> None:
    """Each form begins one piece of work, and leads back; what no form sends begins nothing."""
    desk = desk_of(year.root, year)
    for path, form in (
        ("issue", {"stage": "defence"}),
        ("end", {"stage": "vote", "absent": "M2"}),
        ("papers", {}),
        ("archive", {"room": "合议"}),
        ("archive", {"room": "../x"}),
        ("issue", {"stage": "x"}),
    ):
        assert answer_from(desk, f"{PAGE}/{path}", form) == (303, "")
    answer_from(desk, "/review/go", {"step": "amend"})
    asked = [(job.kind, dict(job.given)) for job in reversed(desk.jobs.listed())]
    assert asked == [
        ("issue", {"stage": "defence"}),
        ("end", {"stage": "vote", "absent": ["M2"]}),
        ("papers", {}),
        ("archive", {"room": "合议"}),
        ("amend", {}),
    ]
    assert "照新名单补派" in page_from(desk, "/review")


def test_before_a_ranking_the_page_says_what_is_to_be_done_first(tmp_path: Path) -> None:
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    page = page_of(opened.year.root, PAGE, opened.year)
    assert "还没有排名" in page
    assert "没有做成" not in page
    opened.year.close()
