"""The Word material of a kit: the file itself, and its pages as pictures."""

from starlette.responses import FileResponse, Response

from builder.desk.asked import Asked, to
from builder.desk.page_images import can_show_pages
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import refused
from builder.desk.pictures import Pictures, picture, word_material
from builder.desk.places import SchemeFile, scheme_named
from builder.desk.works.kinds import PAGES
from builder.frozen import frozen


@frozen
class Pictured:
    """The pages of a kit: how many are drawn, whether they are being or can be, by which mark."""

    mark: str
    pages: int
    drawing: bool
    can: bool


def pictured(asked: Asked, scheme: SchemeFile, kit: int) -> Pictured:
    """How far the pages are; they are begun where nobody asked before and nothing else goes on."""
    pictures, jobs = Pictures.of(asked.desk.year, scheme, kit), asked.desk.jobs
    pages, can = pictures.pages, can_show_pages()
    given = {"scheme": scheme.name, "kit": kit, "mark": pictures.mark}
    known = [job for job in jobs.listed() if job.kind == PAGES and dict(job.given) == given]
    if not pages and can and not known and not any(job.state.is_open for job in jobs.listed()):
        known = [jobs.begin(PAGES, "画申报材料的页面", asked.who, given)]
    drawing = any(job.state.is_open for job in known)
    return Pictured(mark=pictures.mark, pages=pages, drawing=drawing, can=can)


def draw(asked: Asked) -> Response:
    """Have the pages drawn, once more if need be."""
    scheme = scheme_named(asked.desk.year, asked.said("file"))
    if scheme is not None and can_show_pages():
        kit = index_of(asked.said("kit"), 1000)
        mark = Pictures.of(asked.desk.year, scheme, kit).mark
        given = {"scheme": scheme.name, "kit": kit, "mark": mark}
        asked.desk.jobs.begin(PAGES, "画申报材料的页面", asked.who, given)
    return to(asked.back)


def page_image(asked: Asked) -> Response:
    """One page."""
    path = picture(asked.desk.year, asked.query.get("mark", ""), asked.query.get("number", ""))
    return to("/award") if path is None else FileResponse(path, media_type="image/png")


def word_file(asked: Asked) -> Response:
    """The Word material of a kit as the office would hand it out, to be looked at in Word."""
    year = asked.desk.year
    scheme = scheme_named(year, asked.query.get("file", ""))
    if scheme is None:
        return to("/award")
    made = word_material(year, scheme, index_of(asked.query.get("kit", ""), 1000))
    return refused(asked, made) if isinstance(made, tuple) else download(made)


def index_of(word: str, count: int) -> int:
    """The place that an address names, the first where there is none such."""
    number = int(word) if word.isascii() and word.isdigit() else 0
    return number if number < count else 0
