"""The pages of the Word material are drawn once, in the background, all of them or none."""

import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from builder.desk import page_images
from builder.desk.desk import Desk
from builder.desk.pictures import Pictures
from builder.desk.places import scheme_named
from builder.load.library import shipped_folder
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.opening import open_year
from tests.desk.paging import answer_from, desk_of, page_from
from tests.desk.test_stages import done
from tests.support.workbooks import PENGJIANG

SCHEME = f"{PENGJIANG}.md"
REPORT = f"/scheme?file={quote(SCHEME)}&view=report"
# Two pages of 144 by 72 points, as small as a PDF can be.
_OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]>>",
)
_BODY = "".join(f"{number} 0 obj{one}endobj\n" for number, one in enumerate(_OBJECTS, 1))
PDF = f"%PDF-1.4\n{_BODY}trailer<</Root 1 0 R>>\n".encode()


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    """A year with a scheme."""
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    scheme = shipped_folder("schemes") / SCHEME
    (opened.year.place(Room.SCHEMES) / SCHEME).write_bytes(scheme.read_bytes())
    yield opened.year
    opened.year.close()


@pytest.fixture
def desk(year: Year, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk on a computer that can lay out pages, two of every document."""
    monkeypatch.setattr(page_images, "office_program", lambda: "soffice")
    monkeypatch.setattr(page_images, "converted", lambda *_: PDF)
    return desk_of(year.root, year)


def pictures_of(year: Year) -> Pictures:
    scheme = scheme_named(year, SCHEME)
    assert scheme is not None
    return Pictures.of(year, scheme, 0)


def test_pages_become_pictures_as_large_as_they_are() -> None:
    images = list(page_images.drawn(PDF))
    sizes = [struct.unpack(">II", image[16:24]) for image in images]
    assert sizes == [(192, 96)] * 2
    assert all(image.startswith(b"\x89PNG") for image in images)


def test_the_page_waits_for_nothing_and_shows_the_pages_once_they_are_drawn(
    year: Year, desk: Desk
) -> None:
    assert "正在画真正的页面" in page_from(desk, REPORT)
    page_from(desk, REPORT)
    (job,) = desk.jobs.listed()
    assert done(year, job.kind, **job.given) == []
    page = page_from(desk, REPORT)
    assert page.count("<img ") == 2
    mark = pictures_of(year).mark
    assert answer_from(desk, f"/scheme/page?mark={mark}&number=2", None)[0] == 200
    for query in (f"mark={mark}&number=9", "mark=../x&number=1", f"mark={mark}&number=../1"):
        assert answer_from(desk, f"/scheme/page?{query}", None)[0] == 303


def test_another_scheme_has_other_pages(year: Year, desk: Desk) -> None:
    assert done(year, "pages", scheme=SCHEME, kit=0) == []
    assert pictures_of(year).pages == 2
    path = year.place(Room.SCHEMES) / SCHEME
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert pictures_of(year).pages == 0
    assert "正在画真正的页面" in page_from(desk, REPORT)


def test_without_libreoffice_the_page_shows_what_is_planned(
    year: Year, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_images, "office_program", lambda: None)
    page = page_from(desk, REPORT)
    assert "装了 LibreOffice 的电脑，这里是真正的页面" in page
    assert "承诺书" in page
    answer_from(desk, "/scheme/pages", {"file": SCHEME, "kit": "0"})
    assert desk.jobs.listed() == []
    assert pictures_of(year).pages == 0


def test_the_word_file_itself_is_handed_out(desk: Desk) -> None:
    status, content = answer_from(desk, f"/scheme/word?file={quote(SCHEME)}", None)
    assert status == 200
    assert content.startswith("PK")
