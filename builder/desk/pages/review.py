"""评审: who reviews whom, what came back, what was agreed, who stands where, and why."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from starlette.responses import Response

from builder.desk.after_ranking import (
    archives,
    below,
    forms_folder,
    latest_results,
    ranked,
    record_in,
)
from builder.desk.asked import Asked, to
from builder.desk.keeping import put
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import framed, refused
from builder.desk.pages.handout import keep_list
from builder.desk.places import list_file
from builder.desk.uploads import forget_batch, uploads_in
from builder.desk.works.kinds import (
    AMEND,
    ASSIGN,
    ASSIGNMENT,
    JOIN,
    MEMBERS,
    PROGRESS,
    RANK,
    REVIEW,
    REVIEWERS,
    RULES,
)
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageKind
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.panel_files import EARLIER, WITHDRAWN
from builder.pipeline.panel.record_files import RECORD_FILE, TASK_FILE
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from builder.pipeline.year.folder import Room, Year

_WORDS = {
    ASSIGN: "提出分工",
    REVIEW: "生成评审表",
    AMEND: "补派评审表",
    PROGRESS: "看评审进度",
    JOIN: "写合议表",
    RANK: "排名",
}
_LISTS = {"reviewers": REVIEWERS, "assignment": ASSIGNMENT, "rules": RULES, "members": MEMBERS}
_STAGES = "/review/stages"
# What was put aside there went out once, and is not out now.
_ASIDE = (WITHDRAWN, EARLIER)
# As many as a person looks through; all of them lie in the folder.
_MOST_SHOWN = 200
_LARGEST = 50_000_000
_FETCHED = (Room.REVIEWS, Room.CONSENSUS, Room.RESULTS)


@frozen
class Placed:
    """An applicant in the ranking."""

    place: str
    code: str
    name: str
    group: str
    total: str
    share: int
    shortlisted: bool


def review(asked: Asked) -> Response:
    """The five steps, each with what has come of it."""
    year = asked.desk.year
    record = ranked(year)
    looked = asked.desk.jobs.last(PROGRESS)
    files = {room.value: [*_files(year, room)] for room in _FETCHED}
    found = record if isinstance(record, PanelRecord) else None
    return framed(
        asked,
        "review.html",
        lists={key: list_file(year, name).is_file() for key, name in _LISTS.items()},
        task=(year.place(Room.REVIEWS) / TASK_FILE).is_file(),
        seats=[] if looked is None else looked.outcome.get("seats", []),
        looked=looked,
        files={name: some[:_MOST_SHOWN] for name, some in files.items()},
        many={name: len(some) for name, some in files.items()},
        ranking=[] if found is None else [*_ranking(found)],
        codes=[] if found is None else _codes(found),
        lines=(),
        asked_for=("", "total"),
    )


def go(asked: Asked) -> Response:
    """Begin one of the steps."""
    kind = asked.said("step")
    if kind in _WORDS:
        given = {key: asked.said(key) for key in ("least", "most", "round", "blind")}
        sound = {key: value for key, value in given.items() if value and _is_sound(key, value)}
        asked.desk.jobs.begin(kind, _WORDS[kind], asked.who, sound)
    return to("/review")


def take_list(asked: Asked) -> Response:
    """Put a list that was dropped in its place."""
    name = _LISTS.get(asked.path["which"])
    if name is None:
        return to("/review")
    return keep_list(asked, name, _STAGES if name == MEMBERS else "/review")


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
        there = [path for path in _out(home) if path.name == name]
        if len(there) != 1 or upload.path.stat().st_size > _LARGEST:
            words = f"“{name}”不是从这里发出去的文件"
            findings.append(Finding.at("QA1329", "", actual=words))
            continue
        failure = put(desk.year, there[0], upload.path.read_bytes())
        findings += () if failure is None else (failure,)
    forget_batch(desk.places.uploads, batch)
    if findings:
        return refused(asked, findings)
    if which == "reviews":
        desk.jobs.begin(PROGRESS, _WORDS[PROGRESS], asked.who, {})
    return to(_STAGES if which in {one.value for one in StageKind} else "/review")


def trace(asked: Asked) -> Response:
    """How a number came about."""
    year = asked.desk.year
    results = latest_results(year)
    record = record_in(results)
    if isinstance(record, Finding):
        return refused(asked, (record,))
    path = str(results / RECORD_FILE)
    who, code = asked.query.get("who", ""), asked.query.get("code", "total")
    traced = trace_number(
        record, path, who, code, Verifier(own_schemes((), (year.place(Room.SCHEMES),))[0])
    )
    return framed(
        asked,
        "trace.html",
        traced.findings,
        lines=traced.lines,
        who=who,
        code=code,
        ranking=[*_ranking(record)],
        codes=_codes(record),
    )


def fetch(asked: Asked) -> Response:
    """A file of the panel that lies in the year."""
    year, wanted = asked.desk.year, asked.query.get("path", "")
    known = {year.key(path): path for room in _FETCHED for path in _below(year.place(room))}
    known |= {year.key(path): path for path in year.place(Room.LISTS).glob("*.xlsx")}
    known |= {year.key(path): path for path in archives(year)}
    return download(known[wanted]) if wanted in known else to("/review")


def _home(year: Year, which: str) -> Path | None:
    """Where that went out from which comes back on a page."""
    for kind in StageKind:
        if which == kind.value:
            return forms_folder(year, kind)
    rooms = {"reviews": Room.REVIEWS, "consensus": Room.CONSENSUS}
    return year.place(rooms[which]) if which in rooms else None


def _out(home: Path) -> Iterator[Path]:
    """All that went out from a folder and was not taken back since."""
    for path in home.rglob("*"):
        if not {*path.relative_to(home).parts[:-1]} & {*_ASIDE}:
            yield path


def _ranking(record: PanelRecord) -> Iterator[Placed]:
    for one in record.outcomes:
        share = int(one.total * 100 / one.maximum) if one.maximum else 0
        yield Placed(
            place=str(one.place or "—"),
            code=one.applicant,
            name=record.merged.task.name(one.applicant),
            group=one.group,
            total=f"{one.total.normalize():f} / {one.maximum.normalize():f}",
            share=max(0, min(share, 100)),
            shortlisted=one.shortlisted,
        )


def _codes(record: PanelRecord) -> list[str]:
    first = next(iter(record.outcomes), None)
    stages = (("答辩", record.defence), ("投票", record.vote))
    held = [word for word, stage in stages if stage is not None]
    return [] if first is None else [*first.points, *held, "宽严"]


def _files(year: Year, room: Room) -> Iterator[str]:
    folder = year.place(room)
    # What lies below the results is of the stages, which have a page of their own.
    for path in below(folder) if room is Room.RESULTS else _below(folder):
        if path.suffix in (".xlsx", ".docx"):
            yield year.key(path)


def _below(folder: Path) -> list[Path]:
    found = folder.rglob("*") if folder.is_dir() else ()
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))


def _is_sound(key: str, value: str) -> bool:
    return key in ("round", "blind") or (value.isascii() and value.isdigit() and len(value) < 4)
