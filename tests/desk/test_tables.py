"""A scheme changed in a spreadsheet at the desk: shown before it is written, and undone."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from openpyxl import load_workbook

from builder.desk.desk import Desk
from builder.desk.jobs import State
from builder.desk.places import scheme_named
from builder.desk.tables import Tables
from builder.desk.told import Told
from builder.desk.works.table import work_of
from builder.pipeline.form import write_form
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.opening import open_year
from tests.desk.paging import answer_from, led_to, page_from
from tests.form.made import LEAST, row_of

SCHEME = "甲奖.md"
PAGE = f"/scheme?file={quote(SCHEME)}&view=tables"


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    """A year with a scheme."""
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    (opened.year.place(Room.SCHEMES) / SCHEME).write_text(LEAST, "utf-8")
    yield opened.year
    opened.year.close()


def text(year: Year) -> str:
    """The scheme as it is now."""
    return (year.place(Room.SCHEMES) / SCHEME).read_text("utf-8")


def read_back(desk: Desk, caption: str, value: str) -> list[str]:
    """Have tables read in which one value was changed; the codes that are told."""
    scheme = scheme_named(desk.year, SCHEME)
    assert scheme is not None
    tables = Tables.of(desk.year, scheme)
    tables.returned.unlink(missing_ok=True)
    assert write_form(scheme.path, tables.returned).findings == ()
    book = load_workbook(tables.returned)
    sheet = book["基本"]
    sheet.cell(row_of(sheet, 1, caption), 2).value = value
    book.save(tables.returned)
    told: list[Told] = []
    given = {"scheme": SCHEME, "name": "改好.xlsx"}
    work_of("tables")(desk.year, given, told.append)
    job = desk.jobs.begin("tables", "读方案表", "王芳", given)
    job.state = State.DONE
    for one in told:
        job.outcome |= dict(one.outcome or {})
    return [f"{one.code} {one.place.path}" for each in told for one in each.findings]


def test_changes_are_shown_then_accepted_then_undone(year: Year, desk: Desk) -> None:
    assert "下载方案表" in page_from(desk, PAGE)
    assert answer_from(desk, f"/scheme/tables?file={quote(SCHEME)}", None)[0] == 200
    assert read_back(desk, "奖项", "乙奖") == []
    assert text(year) == LEAST
    page = page_from(desk, PAGE)
    assert "改了什么（1 处）" in page
    assert "奖项：“甲奖” → “乙奖”" in page
    assert answer_from(desk, "/scheme/accept", {"file": SCHEME})[0] == 303
    assert text(year) == LEAST.replace("甲奖", "乙奖")
    assert [one.name for one in year.place(Room.SCHEMES).glob("*.bak")] == []
    assert "改了什么（" not in page_from(desk, PAGE)
    assert answer_from(desk, "/scheme/undo", {"file": SCHEME})[0] == 303
    assert text(year) == LEAST


def test_a_scheme_that_was_changed_meanwhile_is_not_overwritten(year: Year, desk: Desk) -> None:
    assert read_back(desk, "奖项", "乙奖") == []
    changed = LEAST.replace("附件1", "附件2")
    (year.place(Room.SCHEMES) / SCHEME).write_text(changed, "utf-8")
    page = page_from(desk, PAGE)
    assert "照这样写进方案" not in page
    assert "读表以后方案又改过" in page
    after = led_to(desk, "/scheme/accept", {"file": SCHEME})
    assert "读表以后方案又改过" in page_from(desk, after)
    assert text(year) == changed


def test_tables_of_a_scheme_changed_since_are_to_be_fetched_anew(year: Year) -> None:
    scheme = scheme_named(year, SCHEME)
    assert scheme is not None
    returned = Tables.of(year, scheme).returned
    assert write_form(scheme.path, returned).findings == ()
    scheme.path.write_text(LEAST.replace("附件1", "附件2"), "utf-8")
    told: list[Told] = []
    work_of("tables")(year, {"scheme": SCHEME, "name": "x.xlsx"}, told.append)
    (finding,) = (one for each in told for one in each.findings)
    assert finding.code == "QA1203"
    assert finding.fix.startswith("请重新下载方案表")


def test_what_is_wrong_is_told_by_the_name_of_the_file_and_nothing_waits(
    year: Year, desk: Desk
) -> None:
    assert read_back(desk, "总分", "很多") == ["QA118 改好.xlsx"]
    assert "照这样写进方案" not in page_from(desk, PAGE)
    assert text(year) == LEAST


def test_what_is_no_table_of_ours_is_told(year: Year, desk: Desk) -> None:
    scheme = scheme_named(year, SCHEME)
    assert scheme is not None
    returned = Tables.of(year, scheme).returned
    returned.parent.mkdir(parents=True)
    returned.write_bytes(b"x")
    told: list[Told] = []
    work_of("tables")(year, {"scheme": SCHEME, "name": "x.xlsx"}, told.append)
    assert [one.code for each in told for one in each.findings] == ["QA1202"]
    assert answer_from(desk, "/scheme/tables?file=没有.md", None)[0] == 303


def test_where_no_scheme_is_named_none_is_changed(year: Year, desk: Desk) -> None:
    assert read_back(desk, "奖项", "乙奖") == []
    for path in ("/scheme/accept", "/scheme/undo", "/award/save", "/award/leave"):
        assert led_to(desk, path, {"file": "", "text": "# 乙"}) == "/award"
    assert led_to(desk, "/scheme/tables?file=", {"batch": "1"}) == "/award"
    assert text(year) == LEAST


def test_a_scheme_is_found_again_whatever_its_file_is_called(year: Year, desk: Desk) -> None:
    name = "A&B奖#1+2.md"
    (year.place(Room.SCHEMES) / name).write_text(LEAST, "utf-8")
    after = led_to(desk, "/award/save", {"file": name, "text": LEAST.replace("甲奖", "丙奖")})
    assert "丙奖" in page_from(desk, after)
    after = led_to(desk, "/scheme/undo", {"file": name})
    assert "已换回上一份" in page_from(desk, after)
