"""The stages after the reviews: a ranked panel, a committee that fills in its forms, the end."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.formula.value import Value
from builder.model.panel.record import PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Defence, Publicity, Share, Vote
from builder.model.panel.stages import BARRED, StageKind, StageTask
from builder.model.panel.task import Reviewer
from builder.panel.stages.ballot_book import (
    SIGNED,
    SIGNED_ON,
    answer_name,
    barred_name,
    plan_ballot,
)
from builder.pipeline.files import WrittenFiles
from builder.pipeline.panel.planning import kit_of
from builder.pipeline.panel.record_files import RECORD_FILE, read_record, record_bytes
from builder.pipeline.stages.ending import EndOrder, end
from builder.pipeline.stages.issuing import IssueOrder, issue, task_file
from builder.pipeline.stages.papers import PaperOrder, write_papers
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.support.lists import save_list
from tests.support.panels import COMPANIES, joined, recorded, sign
from tests.support.workbooks import shipped_look

MEMBERS = (
    ("赵一", "主任委员", "", ""),
    ("钱二", "委员", COMPANIES[1], ""),
    ("孙三", "委员", "", ""),
    ("李四", "委员", "", ""),
    ("周五", "委员", "", ""),
)
DEFENCE = Defence(weight=Decimal("0.2"))
VOTE = Vote(share=Share(part=2, whole=3), quorum=Share(part=2, whole=3))
PUBLICITY = Publicity(since="2026-12-07", until="2026-12-11", contact="0750-1234567（质量科）")
_RANKED: dict[str, tuple[PanelRecord, dict[str, bytes]]] = {}
STAGED = PanelRules(defence=DEFENCE, vote=VOTE, publicity=PUBLICITY)


def ranked_panel(folder: Path, rules: PanelRules = STAGED) -> PanelRecord:
    """The record in ``folder / "结果"`` of a panel with two applicants, made once for its rules."""
    known = _RANKED.get(repr(rules))
    if known is None:
        with TemporaryDirectory() as name:
            there = Path(name)
            found = joined(there, rules)
            for code, _ in found.task.names:
                sign(there, found, code)
            record = recorded(there, found)
            files = [path for path in there.rglob("*") if path.is_file()]
            contents = {str(path.relative_to(there)): path.read_bytes() for path in files}
        known = _RANKED[repr(rules)] = (record, contents)
    for name, content in known[1].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return known[0]


def reviewed_by(folder: Path, avoids: tuple[str, ...], rules: PanelRules = STAGED) -> str:
    """The name of the reviewer who, in the record of a ranked panel, must avoid those."""
    record = ranked_panel(folder, rules)
    first, *others = record.merged.task.reviewers
    task = replace(record.merged.task, reviewers=(replace(first, avoids=avoids), *others))
    changed = replace(record, merged=replace(record.merged, task=task))
    (folder / "结果" / RECORD_FILE).write_bytes(record_bytes(changed, ""))
    return first.name


def issued(
    folder: Path,
    kind: StageKind,
    source: str = "结果",
    members: Iterable[tuple[str, ...]] = MEMBERS,
) -> WrittenFiles:
    """The forms of a stage, written into a folder of its name."""
    heads = ("姓名", "角色", "回避单位", "单位")
    return issue(
        IssueOrder(
            kind=kind,
            folder=folder / source,
            members=save_list(folder / "评委.xlsx", heads, *members),
            target=folder / kind.label,
            template=shipped_templates().workbook,
        ),
        Verifier(),
    )


def stage_of(folder: Path, kind: StageKind) -> StageTask:
    """What was issued of a stage."""
    task = read_record(folder / kind.label / task_file(kind), StageTask, "QA939")
    assert isinstance(task, StageTask)
    return task


def record_in(folder: Path) -> PanelRecord:
    """The record in a folder of results."""
    record = read_record(folder / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    return record


def give(
    folder: Path,
    task: StageTask,
    member: Reviewer,
    given: Mapping[str, Value],
    more: Mapping[str, Value] | None = None,
    source: str = "结果",
) -> Path:
    """Fill in one member's form where it lies; ``given`` are scores or votes by applicant."""
    path = folder / task.kind.label / task.file(member)
    path.write_bytes(filled_ballot(record_in(folder / source), task, member, given, more))
    return path


def filled_ballot(
    record: PanelRecord,
    task: StageTask,
    member: Reviewer,
    given: Mapping[str, Value],
    more: Mapping[str, Value] | None = None,
    verifier: Verifier | None = None,
) -> bytes:
    """One member's form filled in and signed."""
    scheme, _ = kit_of(record.merged.task.applicant(task.applicants[0]), verifier or Verifier())
    plan = plan_ballot(record, task, member, scheme.award)
    answers: dict[str, Value] = {SIGNED: member.name, SIGNED_ON: "2026-12-01"}
    for applicant, value in given.items():
        is_word = value == BARRED and task.kind is StageKind.DEFENCE
        name = barred_name(applicant) if is_word else answer_name(applicant)
        answers[name] = value
    return workbook_bytes(plan, shipped_look(), answers | dict(more or {}))


def all_given(
    folder: Path,
    kind: StageKind,
    values: Mapping[str, tuple[Value, ...]],
    source: str = "结果",
) -> StageTask:
    """Every member's form filled in: by applicant what each member gives, none where barred."""
    task = stage_of(folder, kind)
    for place, member in enumerate(task.members):
        given = {
            applicant: each[place]
            for applicant, each in values.items()
            if (member.code, applicant) not in task.barred and each[place] is not None
        }
        give(folder, task, member, given, source=source)
    return task


def ended(
    folder: Path, kind: StageKind, absent: tuple[str, ...] = (), source: str = "结果"
) -> WrittenFiles:
    """What came of a stage, written into a folder called so."""
    order = EndOrder(
        kind=kind,
        folder=folder / source,
        returned=folder / kind.label,
        absent=absent,
        target=folder / f"{kind.label}结果",
        template=shipped_templates().workbook,
    )
    return end(order, Verifier())


def papers(folder: Path, source: str) -> WrittenFiles:
    """The papers, written into ``folder / "公示"``."""
    order = PaperOrder(
        folder=folder / source, target=folder / "公示", templates=shipped_templates()
    )
    return write_papers(order, Verifier())
