"""下发: the list of applicants, the kits made from it, and what is sent to whom."""

from urllib.parse import urlencode

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.keeping import put
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import framed, refused
from builder.desk.pages.paging import PAGE_ROWS, first_of
from builder.desk.places import handouts, list_file, own_schemes_of, settings_file, settings_of
from builder.desk.uploads import forget_batch, uploads_in
from builder.desk.works.kinds import APPLICANTS, ARCHIVE, BASE, HAND_OUT
from builder.findings.finding import Finding
from builder.pipeline.year.folder import Room
from builder.selfcheck.kept_base import found_base
from builder.show.handouts import MANIFEST

_LARGEST_LIST = 50_000_000


def handout(asked: Asked) -> Response:
    """The list, the button, and what went out."""
    year = asked.desk.year
    office, refused = settings_of(year)
    listed = list_file(year, APPLICANTS)
    sent: dict[str, list[str]] = {}
    for one in handouts(year):
        sent.setdefault(one.applicant, []).append(one.file)
    words = asked.query.get("words", "").strip()
    found = [(who, files) for who, files in sent.items() if words in who]
    first = first_of(asked.query)
    archive = year.place(Room.KITS) / ARCHIVE
    return framed(
        asked,
        "handout.html",
        refused,
        schemes=own_schemes_of(year),
        office=office,
        settings=settings_file(year).is_file(),
        listed=listed.stat().st_mtime if listed.is_file() else 0,
        all_sent=len(sent),
        sent=found[first : first + PAGE_ROWS],
        total=len(found),
        first=first,
        page_rows=PAGE_ROWS,
        words=words,
        link=lambda **other: "/handout?" + urlencode({**asked.query, **other}),
        archive=archive.stat().st_size if archive.is_file() else 0,
        base=not isinstance(found_base(None), Finding),
    )


def take_list(asked: Asked) -> Response:
    """Put the list that was dropped in its place."""
    return keep_list(asked, APPLICANTS, "/handout")


def keep_list(asked: Asked, name: str, then: str) -> Response:
    """Put a dropped file among the lists under a name of ours."""
    desk = asked.desk
    for upload in uploads_in(desk.places.uploads, asked.said("batch")):
        large = upload.path.stat().st_size > _LARGEST_LIST
        failure = (
            Finding.at("QA1329", "", actual="名单太大")
            if large
            else put(desk.year, list_file(desk.year, name), upload.path.read_bytes())
        )
        forget_batch(desk.places.uploads, asked.said("batch"))
        if failure is not None:
            return refused(asked, (failure,))
    return to(then)


def begin(asked: Asked) -> Response:
    """Make the kits."""
    given = {"scheme": asked.said("scheme"), "page": bool(asked.said("page"))}
    asked.desk.jobs.begin(HAND_OUT, "生成下发的材料", asked.who, given)
    return to("/handout")


def make_base(asked: Asked) -> Response:
    """Make ready what the page for checking oneself is made from."""
    asked.desk.jobs.begin(BASE, "准备自查页", asked.who, {})
    return to("/handout")


def fetch(asked: Asked) -> Response:
    """A file that went out, or all of them."""
    year = asked.desk.year
    folder, name = year.place(Room.KITS), asked.query.get("file", "")
    known = {one.file for one in handouts(year)} | {ARCHIVE, MANIFEST}
    if name not in known or not (folder / name).is_file():
        return to("/handout")
    return download(folder / name)
