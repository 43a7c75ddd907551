"""What the office and the reviewers bring to a panel: lists, workbooks that came back, a phrase."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from starlette.responses import Response

from builder.desk.after_ranking import AfterRanking
from builder.desk.asked import Asked, to
from builder.desk.keeping import put, put_aside
from builder.desk.pages.frame import refused
from builder.desk.pages.handout import keep_list
from builder.desk.places import list_file
from builder.desk.uploads import forget_batch, uploads_in
from builder.desk.works.kinds import (
    ASSIGNMENT,
    CATEGORIES,
    HIDDEN,
    MEMBERS,
    PROGRESS,
    REVIEWERS,
    RULES,
)
from builder.findings.finding import Finding
from builder.model.panel.stages import StageKind
from builder.pipeline.panel.panel_files import EARLIER, WITHDRAWN
from builder.pipeline.year.folder import Room, Year

LISTS = {
    "reviewers": REVIEWERS,
    "assignment": ASSIGNMENT,
    "rules": RULES,
    "hidden": HIDDEN,
    "categories": CATEGORIES,
    "members": MEMBERS,
}
_STAGES, _RULES = "/review/stages", "/review/rules"
# What was put aside there went out once, and is not out now.
_ASIDE = (WITHDRAWN, EARLIER)
_LARGEST = 50_000_000


def take_list(asked: Asked) -> Response:
    """Put a list that was dropped in its place."""
    name = LISTS.get(asked.path["which"])
    if name is None:
        return to("/review")
    return keep_list(asked, name, {MEMBERS: _STAGES, RULES: _RULES}.get(name, "/review"))


def leave_list_out(asked: Asked) -> Response:
    """Do without a list from now on; it goes to 回收站."""
    name, failure = LISTS.get(asked.path["which"]), None
    if name is not None and list_file(asked.desk.year, name).is_file():
        failure = put_aside(asked.desk.year, list_file(asked.desk.year, name))
    return to(asked.back) if failure is None else refused(asked, (failure,))


def seal(asked: Asked) -> Response:
    """Remember the phrase of the one who asks for as long as the desk is open."""
    once, again = asked.said("phrase"), asked.said("again")
    if once != again:
        return refused(asked, (Finding.at("QA986", "", actual="两次写的不一样"),))
    asked.desk.jobs.phrases[asked.who] = once
    return to(asked.back)


def take_files(asked: Asked) -> Response:
    """Put returned workbooks where they went out from; what stood there goes to 回收站."""
    desk, which = asked.desk, asked.path["which"]
    home = _home(desk.year, which)
    findings: list[Finding] = []
    batch = asked.said("batch")
    if home is None:
        return to("/review")
    for upload in uploads_in(desk.places.uploads, batch):
        name = PurePosixPath(upload.name.replace("\\", "/")).name
        there = [path for path in sent_from(home) if path.name == name]
        ours = len(there) == 1 and name.endswith(".xlsx")
        if not ours or upload.path.stat().st_size > _LARGEST:
            words = f"“{name}”不是从这里发出去的文件"
            findings.append(Finding.at("QA1329", "", actual=words))
            continue
        failure = put(desk.year, there[0], upload.path.read_bytes())
        findings += () if failure is None else (failure,)
    forget_batch(desk.places.uploads, batch)
    if findings:
        return refused(asked, findings)
    if which == "reviews":
        desk.jobs.begin(PROGRESS, "看评审进度", asked.who, {})
    return to(_STAGES if which in {one.value for one in StageKind} else "/review")


def _home(year: Year, which: str) -> Path | None:
    """Where that went out from which comes back on a page."""
    for kind in StageKind:
        if which == kind.value:
            return AfterRanking(year=year).forms_folder(kind)
    rooms = {"reviews": Room.REVIEWS, "consensus": Room.CONSENSUS}
    return year.place(rooms[which]) if which in rooms else None


def sent_from(home: Path) -> Iterator[Path]:
    """All that went out from a folder and was not taken back since."""
    for path in home.rglob("*.*"):
        if not {*path.relative_to(home).parts[:-1]} & {*_ASIDE}:
            yield path
