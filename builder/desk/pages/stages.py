"""评审, after the ranking: the defence, the vote, the papers, and what is frozen."""

from collections.abc import Iterator

from starlette.responses import Response

from builder.desk.after_ranking import FROZEN, AfterRanking, below
from builder.desk.asked import Asked, to
from builder.desk.pages.frame import framed
from builder.desk.places import list_file
from builder.desk.works.kinds import ARCHIVING, ENDING, ISSUING, MEMBERS, PAPERS
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import DefenceOutcome, StageKind, VoteOutcome
from builder.pipeline.panel.record_files import RECORD_FILE

_HOME = "/review/stages"
_HEADS = {
    StageKind.DEFENCE: ("名次", "申报者", "答辩分", "答辩后总分", "进入下一阶段"),
    StageKind.VOTE: ("名次", "申报者", "同意 / 基数", "不同意", "弃权", "回避", "通过", "获奖"),
}
_SHORT = {StageKind.DEFENCE: "答辩", StageKind.VOTE: "投票"}


@frozen
class Row:
    """An applicant in the table of a stage."""

    code: str
    cells: tuple[str, ...]


@frozen
class Stage:
    """A stage as it stands: its rule, who sits in the committee, and what it came to."""

    kind: StageKind
    rule: str
    ready: bool
    members: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    files: tuple[str, ...]

    @property
    def short(self) -> str:
        """By what a number of it is asked for."""
        return _SHORT[self.kind]


def stages(asked: Asked) -> Response:
    """The stages as they stand."""
    year = asked.desk.year
    after = AfterRanking(year=year, phrase=asked.phrase)
    record = after.ranked
    papers = [year.key(path) for path in below(after.papers_folder)]
    return framed(
        asked,
        "stages.html",
        after.unread,
        ranked=isinstance(record, PanelRecord),
        stages=[] if isinstance(record, Finding) else [_stage(after, one) for one in StageKind],
        members=list_file(year, MEMBERS).is_file(),
        sealed=bool(asked.phrase),
        papers=papers,
        frozen=[(one.value, any(year.place(one).glob("*"))) for one in FROZEN],
        archives=[(year.key(path), path.stat().st_size) for path in after.archives],
    )


def issue(asked: Asked) -> Response:
    """Have the forms of a stage written."""
    kind = _kind(asked)
    if kind is not None:
        words = f"写{kind.label}的表"
        asked.desk.jobs.begin(ISSUING, words, asked.who, {"stage": kind.value})
    return to(_HOME)


def end(asked: Asked) -> Response:
    """Have a stage counted."""
    kind = _kind(asked)
    if kind is not None:
        given = {"stage": kind.value, "absent": [*asked.all_said("absent")]}
        asked.desk.jobs.begin(ENDING, f"{kind.label}计分计票", asked.who, given)
    return to(_HOME)


def papers(asked: Asked) -> Response:
    """Have the papers written."""
    asked.desk.jobs.begin(PAPERS, "写公示名单和通知", asked.who, {})
    return to(_HOME)


def archive(asked: Asked) -> Response:
    """Have a folder frozen."""
    room = asked.said("room")
    if room in {one.value for one in FROZEN}:
        asked.desk.jobs.begin(ARCHIVING, f"封存“{room}”", asked.who, {"room": room})
    return to(_HOME)


def _kind(asked: Asked) -> StageKind | None:
    said = asked.said("stage")
    return next((one for one in StageKind if one.value == said), None)


def _stage(after: AfterRanking, kind: StageKind) -> Stage:
    year, record, task = after.year, after.ranked, after.issued_task(kind)
    rules = None if isinstance(record, Finding) else record.merged.rules
    rule = None if rules is None else rules.defence if kind is StageKind.DEFENCE else rules.vote
    waits = (
        kind is StageKind.VOTE
        and rules is not None
        and rules.defence is not None
        and after.held_record(StageKind.DEFENCE) is None
    )
    held = after.held_record(kind)
    return Stage(
        kind=kind,
        rule="" if rule is None else rule.words,
        ready=not waits and (after.source_of(kind) / RECORD_FILE).is_file(),
        members=() if task is None else tuple((one.code, one.name) for one in task.members),
        forms=tuple(year.key(path) for path in below(after.forms_folder(kind)) if task),
        heads=_HEADS[kind],
        rows=() if held is None else tuple(_rows(held, kind)),
        files=tuple(year.key(path) for path in below(after.held_folder(kind)) if held),
    )


def _rows(record: PanelRecord, kind: StageKind) -> Iterator[Row]:
    stage = record.defence if kind is StageKind.DEFENCE else record.vote
    for one in () if stage is None else stage.outcomes:
        cells = _defended(one) if isinstance(one, DefenceOutcome) else _voted(one)
        place = str(one.place) if one.place else "—"
        yield Row(code=one.applicant, cells=(place, record.name(one.applicant), *cells))


def _defended(one: DefenceOutcome) -> tuple[str, ...]:
    return f"{one.score:f}", f"{one.total:f}", "是" if one.goes_on else "否"


def _voted(one: VoteOutcome) -> tuple[str, ...]:
    counts = (str(one.against), str(one.abstain), str(one.barred))
    passed, chosen = ("是" if each else "否" for each in (one.passed, one.chosen))
    return f"{one.agree} / {one.base}", *counts, passed, chosen
