"""What the pages show of a year: all of it as text, whatever the files are called or hold."""

import io
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest

from builder.desk.pages.table import PAGES, handler_of
from builder.desk.works.table import WORKS, work_of
from builder.ledger.rows import Wanted
from builder.load.library import shipped_folder
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.judging import judge
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.receiving import Drop, receive
from tests.desk.paging import page_of
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

BOLD = "<b onclick=alert(1)>甲&乙"
VIEWS = ("tree", "text", "tables", "workbook", "report")
WRONG = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """A year with a scheme, a workbook that names itself in markup, and a file of another kind."""
    opened = open_year(tmp_path_factory.mktemp("year"), title=f"年度 {BOLD}", create=True)
    assert opened.year is not None
    scheme = shipped_folder("schemes") / f"{PENGJIANG}.md"
    (opened.year.place(Room.SCHEMES) / scheme.name).write_bytes(scheme.read_bytes())
    one = case(PENGJIANG, 0)
    content = one.with_answers(**{one.plan.applicant: BOLD, one.score.name: WRONG})
    drops = (
        Drop(name="单位/评分表.xlsx", source=io.BytesIO(content)),
        Drop(name="../../x.txt", source=io.BytesIO(b"x")),
    )
    receive(opened.year, drops, "王芳")
    judge(opened.year)
    yield opened.year
    opened.year.close()


class Tags(HTMLParser):
    """The scripts, styles and handlers that stand in a page."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what a tag has."""
        names = dict(attrs)
        own = tag == "script" and names.get("src") == "/static/desk.js"
        self.found += [tag] if tag in ("script", "style") and not own else []
        self.found += [name for name in names if name.startswith("on") or name == "style"]


def standing_in(page: str) -> list[str]:
    tags = Tags()
    tags.feed(page)
    return tags.found


def texts(year: Year, *paths: str) -> list[str]:
    return [page_of(year.root, path, year) for path in paths]


def test_every_page_and_every_work_is_there() -> None:
    for _, _, module, name in PAGES:
        assert handler_of(module, name).__doc__
    for kind, _, _ in WORKS:
        assert work_of(kind).__doc__
    with pytest.raises(LookupError):
        work_of("别的")


def test_what_files_hold_is_never_markup(year: Year) -> None:
    rows = year.ledger.find(Wanted()).rows
    key = next(one.applicant_key for one in rows if one.applicant)
    paths = ["/", "/award", "/handout", "/intake", "/review", "/ledger", "/settings"]
    paths += ["/review/stages", "/review/rules"]
    paths += ["/ledger?view=log", "/ledger?view=letters", f"/company?key={quote(key)}"]
    paths += [f"/submission?path={quote(one.path)}" for one in rows]
    paths += [f"/scheme?file={PENGJIANG}.md&view={view}" for view in VIEWS]
    pages = texts(year, *paths)
    for path, page in zip(paths, pages, strict=True):
        assert "没有做成" not in page, path
        assert "<b onclick" not in page, path
        assert "<script>alert" not in page, path
        # The policy would stop a script or a style that stands in a page, and so do we.
        assert standing_in(page) == []
    company = pages[paths.index(f"/company?key={quote(key)}")]
    assert "&lt;b onclick=alert(1)&gt;甲&amp;乙" in company
    assert "不是数字" in company
    assert "得分率" in company
    report = pages[paths.index(f"/scheme?file={PENGJIANG}.md&view=report")]
    for words in ("承诺书", "填写须知", "证实性材料清单", 'class="answer"', 'class="input"'):
        assert words in report


def test_the_table_is_filtered_by_state_words_and_finding(year: Year) -> None:
    all_of_it, by_code, by_words, nothing = texts(
        year,
        "/intake",
        "/intake?code=QA504",
        f"/intake?words={quote('评分表')}",
        "/intake?words=别的",
    )
    assert "共 2 条" in all_of_it
    assert "共 1 条" in by_code
    assert "共 1 条" in by_words
    assert "没有这样的文件" in nothing
    (strange,) = texts(year, "/intake?state=x&from=-1&order=y&code=z&recycled=2")
    assert "没有这样的文件" in strange


def test_only_what_the_ledger_knows_is_handed_out(year: Year) -> None:
    (received,) = texts(year, f"/file?path={quote('收件/20261130-01/../../台账.db')}")
    assert "SQLite" not in received
    for path in ("/file?path=../x", "/handout/file?file=../台账.db", "/review/file?path=台账.db"):
        assert texts(year, path) == [""]


def test_what_came_is_kept_inside_the_year(year: Year) -> None:
    outside = [path for path in year.root.parent.iterdir() if path != year.root]
    assert [path.name for path in outside if path.suffix == ".txt"] == []
    assert [*Path(year.root).glob("*.txt")] == []
