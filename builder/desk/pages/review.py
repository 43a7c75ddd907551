"""评审: who reviews whom, what came back, what was agreed, who stands where, and why."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from starlette.responses import Response

from builder.desk.after_ranking import AfterRanking, below
from builder.desk.asked import Asked, to
from builder.desk.keeping import put_aside
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import framed, refused
from builder.desk.pages.panel_given import LISTS
from builder.desk.pages.rules import since_joined
from builder.desk.places import list_file
from builder.desk.works.kinds import AMEND, ASSIGN, JOIN, PROGRESS, RANK, REVIEW
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.key_file import key_place
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
# As many as a person looks through; all of them lie in the folder.
_MOST_SHOWN = 200
# What the forms of the steps say: words and ticks, and how many.
_WRITTEN, _COUNTED = ("round", "blind", "material"), ("least", "most")
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
    after = AfterRanking(year=year, phrase=asked.phrase)
    record = after.ranked
    looked = next((job for job in asked.desk.jobs.listed() if "seats" in job.outcome), None)
    files = {room.value: [*_files(year, room)] for room in _FETCHED}
    found = record if isinstance(record, PanelRecord) else None
    task = (year.place(Room.REVIEWS) / TASK_FILE).is_file()
    seats = [] if looked is None or not task else looked.outcome["seats"]
    return framed(
        asked,
        "review.html",
        (*after.unread, *since_joined(asked)),
        names=LISTS,
        lists={key: list_file(year, name).is_file() for key, name in LISTS.items()},
        task=task,
        next=_next(seats, files[Room.CONSENSUS.value], task=task, ranked=found is not None),
        key=year.key(_key(year)) if _key(year).is_file() else "",
        sealed=bool(asked.phrase),
        seats=seats,
        files={name: some[:_MOST_SHOWN] for name, some in files.items()},
        many={name: len(some) for name, some in files.items()},
        ranking=[] if found is None else [*_ranking(found)],
    )


def _next(seats: list[dict[str, Any]], agreed: list[str], *, task: bool, ranked: bool) -> str:
    """The step that is to be done now, empty after the last."""
    if not task:
        return REVIEW
    if agreed:
        return "" if ranked else RANK
    return JOIN if seats and all(one["done"] for one in seats) else PROGRESS


def go(asked: Asked) -> Response:
    """Begin one of the steps."""
    kind = asked.said("step")
    if kind in _WORDS:
        given = {key: asked.said(key) for key in (*_WRITTEN, *_COUNTED)}
        sound = {key: value for key, value in given.items() if value and _is_sound(key, value)}
        without = {"without": [*asked.all_said("without")]} if asked.all_said("without") else {}
        asked.desk.jobs.begin(kind, _WORDS[kind], asked.who, sound | without)
    return to("/review")


def begin_anew(asked: Asked) -> Response:
    """Put a whole round aside, with all that followed from it, so that another can begin."""
    desk, year = asked.desk, asked.desk.year
    if any(job.kind in _WORDS and job.state.is_open for job in desk.jobs.listed()):
        return refused(asked, (Finding.at("QA1329", "", actual="评审的事正在做，做完再来"),))
    for path in (*(year.place(room) for room in _FETCHED), _key(year)):
        there = any(path.iterdir()) if path.is_dir() else path.is_file()
        failure = put_aside(year, path) if there else None
        if failure is not None:
            return refused(asked, (failure,))
    return to("/review")


def trace(asked: Asked) -> Response:
    """How a number came about."""
    year = asked.desk.year
    after = AfterRanking(year=year, phrase=asked.phrase)
    results = after.latest_results
    record = after.record_in(results)
    if isinstance(record, Finding):
        return refused(asked, (record,))
    path = str(results / RECORD_FILE)
    who, code = asked.query.get("who", ""), asked.query.get("code", "total")
    verifier = Verifier(own_schemes((), (year.place(Room.SCHEMES),))[0])
    traced = trace_number(record, path, who, code, verifier, keyed=bool(asked.phrase))
    return framed(
        asked,
        "trace.html",
        traced.findings,
        lines=traced.lines,
        who=who,
        code=code,
        ranking=[*_ranking(record)],
        codes=[*_codes(record)],
    )


def fetch(asked: Asked) -> Response:
    """A file of the panel that lies in the year."""
    year, wanted = asked.desk.year, asked.query.get("path", "")
    known = {year.key(path): path for room in _FETCHED for path in _below(year.place(room))}
    known |= {year.key(path): path for path in _below(year.place(Room.LISTS))}
    known |= {year.key(path): path for path in (*AfterRanking(year=year).archives, _key(year))}
    found = known.get(wanted)
    return download(found) if found is not None and found.is_file() else to("/review")


def _key(year: Year) -> Path:
    """Where the names of a blind panel lie: beside what goes out, never in it."""
    return key_place(year.place(Room.REVIEWS), None)


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


def _codes(record: PanelRecord) -> Iterator[tuple[str, str]]:
    """What may be asked for, and how it is called."""
    for code in next((one.points for one in record.outcomes), ()):
        yield code, record.labels.get(code, code)
    stages = (("答辩", record.defence), ("投票", record.vote), ("宽严", record.outcomes))
    for word, stage in stages:
        if stage:
            yield word, word


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
    return key in _WRITTEN or (value.isascii() and value.isdigit() and len(value) < 4)
