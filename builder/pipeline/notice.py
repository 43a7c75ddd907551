"""From the file of a notice to the files beside it: draft, decisions, page, questions."""

import re
from functools import partial
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.notice.decided import Record, digest_of, record_of, record_text
from builder.notice.draft import Draft, make_draft
from builder.notice.form import Answers, plan_form, read_form
from builder.notice.lines import Notice
from builder.notice.page import notice_page
from builder.notice.question import Decisions
from builder.notice.reading.opened import open_notice
from builder.pipeline.child import Limits, Stopped
from builder.pipeline.children import Children
from builder.pipeline.files import WrittenFiles, write_whole
from builder.pipeline.intake import Intake
from builder.pipeline.net import within_net
from builder.pipeline.output_places import OutputPlace, misplaced
from builder.pipeline.own_outputs import write_one
from builder.pipeline.templates import shipped_templates
from builder.read.workbook import read_workbook
from builder.write.xlsx.workbook import read_look, workbook_bytes

# A PDF of many pages takes longer than a file that was filled in.
_LIMITS = Limits(seconds=120, memory=2_000_000_000)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LARGEST = 5_000_000


@frozen
class Target:
    """Where a draft goes: its file, the record beside it, and what that remembers."""

    draft: Path
    record: Path
    known: Record

    @property
    def scheme_id(self) -> str:
        """The code of the scheme that its file name says, empty where it says none."""
        return self.draft.stem if _ID.fullmatch(self.draft.stem) else ""


def read_notice(path: Path) -> Notice | Finding:
    """The notice, read in a child process that may take only so much."""
    with Children[Path, Notice | Finding](work=_within_net, limits=_LIMITS) as children:
        told = children.hand_in(path)()
    return (
        Finding.at("QA987", path, actual="读它用了太多时间或内存")
        if isinstance(told, Stopped)
        else told
    )


def _within_net(path: Path) -> Notice | Finding:
    return within_net(partial(open_notice, path), str(path))


def find_target(draft: Path, *, update: bool) -> Target | Finding:
    """Where the draft goes; a draft that is there already is only written again to be updated.

    One that was changed by hand stays: the new one goes beside it under another name.
    """
    record = draft.with_name(f"{draft.stem}.决定.json")
    known = _known(record)
    if isinstance(known, Finding):
        return known
    there = _text(draft)
    if there is None:
        # Decisions without their draft count only where somebody asks for them.
        return Target(draft=draft, record=record, known=known if update else _NOTHING)
    if not update:
        return Finding.at("QA997", draft)
    beside = draft
    if known.digest != digest_of(there):
        beside = draft.with_name(f"{draft.stem}.更新.md")
    return Target(draft=beside, record=record, known=known)


def astray(
    read: tuple[Path, ...], draft: Path, page: Path | None, form: Path | None
) -> tuple[Finding, ...]:
    """Why the outputs of an import cannot go where they are to, before anything is written.

    A draft that is there already has rules of its own.
    """
    places = [
        OutputPlace(option=option, path=path, endings=ends)
        for option, path, ends in (
            ("--page", page, (".html", ".htm")),
            ("--questions", form, (".xlsx",)),
        )
        if path is not None
    ]
    if not draft.exists():
        places.insert(0, OutputPlace(option="-o", path=draft, endings=(".md",)))
    return misplaced(places, read, Intake(files=(), left_out=()))


def draft_for(notice: Notice, target: Target, decisions: Decisions) -> Draft | Finding:
    """The draft with these decisions."""
    made = partial(make_draft, notice, decisions, target.scheme_id, str(target.draft))
    return within_net(made, notice.path)


def with_form(path: Path, draft: Draft, decisions: Decisions) -> Answers:
    """The decisions with the answers of a form that was filled in."""
    read = read_workbook(path)
    if read.workbook is None:
        words = read.findings[0].message.removesuffix("。")
        return Answers(decisions=decisions, findings=(Finding.at("QA993", path, actual=words),))
    return read_form(str(path), read.workbook, draft.questions, decisions)


def write_form(path: Path, title: str, draft: Draft, decisions: Decisions) -> Finding | None:
    """Write the questions as a workbook; what kept it from being written.

    A form that somebody filled in stays.
    """
    look = read_look(shipped_templates().workbook)
    if isinstance(look, Finding):
        return look
    return write_one(path, workbook_bytes(plan_form(title, draft.questions, decisions), look, {}))


def write_draft(
    notice: Notice, target: Target, draft: Draft, decisions: Decisions, page: Path | None
) -> WrittenFiles:
    """Write the draft, the decisions beside it, and the page if one is asked for."""
    record = record_text(Record(decisions=decisions, digest=digest_of(draft.text)))
    contents = {target.draft: draft.text, target.record: record}
    if page is not None:
        contents[page] = notice_page(Path(notice.path).name, title_of(draft), draft)
    paths: list[Path] = []
    for path, text in contents.items():
        failure = (write_one if path == page else write_whole)(path, text.encode())
        if failure is not None:
            return WrittenFiles(paths=tuple(paths), findings=(failure,))
        paths.append(path)
    return WrittenFiles(paths=tuple(paths))


def title_of(draft: Draft) -> str:
    """What the scheme is called."""
    return next(
        (line.partition(": ")[2] for line in draft.text.split("\n") if line.startswith("title: ")),
        "",
    ).strip('"')


_NOTHING = Record(decisions=Decisions())


def _known(record: Path) -> Record | Finding:
    try:
        text = _text(record)
    except OSError as error:
        return Finding.at("QA995", record, actual=failure_words(error))
    if text is None:
        return _NOTHING
    found = record_of(text)
    return Finding.at("QA995", record, actual="内容不是决定记录") if found is None else found


def _text(path: Path) -> str | None:
    """What a small file holds, ``None`` where there is none."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file.read(_LARGEST).decode("utf-8", errors="replace")
