"""Process faults of the stages after the reviews: the defence, the vote, the papers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.formula.value import Value
from builder.model.panel.record import PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.stages import AGREE, BARRED, StageKind
from builder.model.panel.task import Reviewer
from builder.panel.stages.ballot_book import SIGNED, barred_name
from builder.pipeline.panel.hidden_conflicts import hidden
from builder.pipeline.panel.record_files import RECORD_FILE
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.stages.issuing import task_file
from builder.pipeline.verify import Verifier
from tests.proof.process_fault import Findings, ProcessFault, sown_rows
from tests.support.panels import (
    COMPANIES,
)
from tests.support.stages import (
    MEMBERS,
    STAGED,
    VOTE,
    all_given,
    ended,
    give,
    issued,
    papers,
    ranked_panel,
    record_in,
    reviewed_by,
    stage_of,
)

VOTED = PanelRules(vote=VOTE)
GIVEN: Mapping[str, tuple[Value, ...]] = {
    "C01": tuple(map(Decimal, (80, 82, 84, 86, 88))),
    "C02": tuple(map(Decimal, (70, 72, 74, 76, 78))),
}
ALL_FOR: Mapping[str, tuple[Value, ...]] = {"C01": (AGREE,) * 5, "C02": (AGREE,) * 5}
Change = Callable[[Path], object]


def _stage(
    change: Change | None = None,
    *,
    rules: PanelRules = VOTED,
    values: Mapping[str, tuple[Value, ...]] = ALL_FOR,
    absent: tuple[str, ...] = (),
    kind: StageKind = StageKind.VOTE,
) -> Callable[[Path], Findings]:
    """A whole stage after something was done to its forms."""

    def ask(folder: Path) -> Findings:
        ranked_panel(folder, rules)
        issued(folder, kind)
        all_given(folder, kind, values)
        if change is not None:
            change(folder)
        return ended(folder, kind, absent).findings

    return ask


def _defence(
    change: Change | None = None, absent: tuple[str, ...] = ()
) -> Callable[[Path], Findings]:
    return _stage(change, rules=STAGED, values=GIVEN, absent=absent, kind=StageKind.DEFENCE)


def _form(folder: Path, kind: StageKind, member: str) -> Path:
    return folder / kind.label / f"{member}-{kind.label}.xlsx"


def _gone(member: str, kind: StageKind = StageKind.VOTE) -> Change:
    return lambda folder: _form(folder, kind, member).unlink()


def _refilled(
    given: Mapping[str, Value], more: Mapping[str, Value] | None = None, *, defence: bool = False
) -> Change:
    """The first member's form filled in otherwise."""

    def change(folder: Path) -> None:
        task = stage_of(folder, StageKind.DEFENCE if defence else StageKind.VOTE)
        give(folder, task, task.members[0], given, more)

    return change


def _scored(given: Mapping[str, Value]) -> Change:
    """The first member's scores given otherwise."""
    return _refilled(given, defence=True)


def _typed_over(folder: Path) -> None:
    path = _form(folder, StageKind.VOTE, "M1")
    book = openpyxl.load_workbook(path)
    sheet = book["表决"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == COMPANIES[0])
    cell.value = "别的公司"
    book.save(path)


def _copied(folder: Path) -> None:
    first, second = (_form(folder, StageKind.VOTE, member) for member in ("M1", "M2"))
    second.write_bytes(first.read_bytes())


def _of_another_round(folder: Path) -> None:
    other = folder / "别次"
    ranked_panel(other, PanelRules(vote=replace(VOTE, above=True)))
    issued(other, StageKind.VOTE)
    path = _form(other, StageKind.VOTE, "M1")
    _form(folder, StageKind.VOTE, "M1").write_bytes(path.read_bytes())


def _result_changed(folder: Path) -> None:
    path = folder / "结果" / RECORD_FILE
    path.write_bytes(path.read_bytes() + b"\n")


def _task_edited(folder: Path) -> None:
    path = folder / StageKind.VOTE.label / task_file(StageKind.VOTE)
    path.write_text(path.read_text("utf-8").replace("委员", "主任", 1), "utf-8")


def _undeclared(folder: Path) -> Findings:
    ranked_panel(folder, PanelRules())
    return issued(folder, StageKind.VOTE).findings


def _out_of_turn(folder: Path) -> Findings:
    ranked_panel(folder)
    return issued(folder, StageKind.VOTE).findings


def _twice(folder: Path) -> Findings:
    assert _stage()(folder) == ()
    return issued(folder, StageKind.VOTE, "评委会投票结果").findings


def _nobody(folder: Path) -> Findings:
    ranked_panel(folder, PanelRules(vote=VOTE, line=Decimal(499)))
    return issued(folder, StageKind.VOTE).findings


def _none_passed(folder: Path) -> Findings:
    against = {"C01": ("不同意",) * 5, "C02": ("弃权",) * 5}
    assert _stage(values=against)(folder) == ()
    return papers(folder, "评委会投票结果").findings


def _unheld_papers(folder: Path) -> Findings:
    ranked_panel(folder)
    return papers(folder, "结果").findings


def _all_barred(folder: Path) -> Findings:
    ranked_panel(folder, VOTED)
    return issued(folder, StageKind.VOTE, members=[("赵一", "", COMPANIES[0], "")]).findings


def _nameless(folder: Path) -> Findings:
    """A reviewer of a blind round sits in the committee, and nobody used the key."""
    people = (Reviewer(code="R1", name="张三", avoids=(COMPANIES[0],)),)
    (blind,) = hidden(people, {"C01": COMPANIES[0]}, "2026-1", "secret")
    name = reviewed_by(folder, blind.avoids, VOTED)
    return issued(folder, StageKind.VOTE, members=[(name, "", "", ""), *MEMBERS]).findings


def _members(*rows: tuple[str, ...]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        ranked_panel(folder, VOTED)
        return issued(folder, StageKind.VOTE, members=rows).findings

    return ask


def _forged(change: Callable[[PanelRecord], PanelRecord]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        assert _stage()(folder) == ()
        results = folder / "评委会投票结果"
        path = str(results / RECORD_FILE)
        forged = change(record_in(results))
        return trace_number(forged, path, "C01", "投票", Verifier()).findings

    return ask


def _one_more_vote(record: PanelRecord) -> PanelRecord:
    assert record.vote is not None
    first, *others = record.vote.outcomes
    forged = replace(record.vote, outcomes=(replace(first, agree=first.agree + 1), *others))
    return replace(record, vote=forged)


def _another_ballot(record: PanelRecord) -> PanelRecord:
    assert record.vote is not None
    held = record.vote.held
    first, *others = held.ballots
    given = {**first.given, "C01": "不同意"}
    ballots = (replace(first, given=given), *others)
    return replace(record, vote=replace(record.vote, held=replace(held, ballots=ballots)))


def _form_swapped(folder: Path) -> Findings:
    assert _stage()(folder) == ()
    _form(folder, StageKind.VOTE, "M1").write_bytes(b"x")
    results = folder / "评委会投票结果"
    path = str(results / RECORD_FILE)
    return trace_number(record_in(results), path, "C01", "投票", Verifier()).findings


FOR: Mapping[str, Value] = {"C01": AGREE, "C02": AGREE}
SCORED: Mapping[str, Value] = {"C01": Decimal(80), "C02": Decimal(70)}


def faults_of_stages() -> Iterator[ProcessFault]:
    """The faults of the defence, the vote, the papers and their record."""
    yield from sown_rows(
        "十、答辩、投票和公示",
        ("规则没有写投票", "QA1151", "评委会投票", _undeclared),
        ("没有答辩就投票", "QA1152", "陈述答辩", _out_of_turn),
        ("没有答辩就公示", "QA1152", "公示", _unheld_papers),
        ("投票办两次", "QA1153", "评委会投票", _twice),
        ("没有一家进入投票", "QA1154", "评委会投票", _nobody),
        ("没有一家获奖", "QA1154", "公示", _none_passed),
        ("少一张选票", "QA1155", "M2 钱二", _stage(_gone("M2"))),
        ("少一份答辩评分", "QA1155", "M3 孙三", _defence(_gone("M3", StageKind.DEFENCE))),
        ("一家没有投", "QA1156", "1 家", _stage(_refilled({"C01": AGREE}))),
        (
            "一家没有打分",
            "QA1156",
            COMPANIES[0],
            _defence(_scored({"C01": Decimal(80)})),
        ),
        ("不是表决的字", "QA1157", "赞成", _stage(_refilled({"C01": "赞成", "C02": AGREE}))),
        (
            "答辩分过高",
            "QA1157",
            "101",
            _defence(_scored({**SCORED, "C01": Decimal(101)})),
        ),
        (
            "答辩分三位小数",
            "QA1157",
            "80.125",
            _defence(_refilled({**SCORED, "C01": Decimal("80.125")}, defence=True)),
        ),
        (
            "打了分又写回避",
            "QA1157",
            COMPANIES[1],
            _defence(_refilled(SCORED, {barred_name("C01"): BARRED}, defence=True)),
        ),
        ("选票没有签名", "QA1158", "M1", _stage(_refilled(FOR, {SIGNED: None}))),
        ("选票上改了名称", "QA1159", "M1", _stage(_typed_over)),
        ("缺席的写错", "QA1160", "是不是", _stage(absent=("M9",))),
        ("缺席的投了票", "QA1161", "M4 李四", _stage(absent=("M4",))),
        ("到会不够", "QA1162", "到会 3 位", _stage(_three_there, absent=("M4", "M5"))),
        ("没有人可以投这一家", "QA1163", COMPANIES[1], _nobody_left),
        ("评委都要回避", "QA965", COMPANIES[0], _all_barred),
        ("评委的回避写错", "QA963", "是不是", _members(("赵一", "", "乙电孑科技", ""))),
        ("评委重名", "QA938", "赵一", _members(("赵一", "", "", ""), ("赵一", "", "", ""))),
        ("一张选票交两次", "QA945", "M1", _stage(_copied)),
        ("别次的选票", "QA960", "", _stage(_of_another_round)),
        ("发表以后结果变了", "QA1164", RECORD_FILE, _stage(_result_changed)),
        ("盲评的回避没有换回名称", "QA1167", "", _nameless),
        ("改了任务", "QA939", "校验码", _stage(_task_edited)),
        ("记录里多一票", "QA959", "同意票", _forged(_one_more_vote)),
        ("记录里改了一票", "QA959", "M1 的评委会投票", _forged(_another_ballot)),
        ("选票换了", "QA983", "", _form_swapped),
    )


def _three_there(folder: Path) -> None:
    for member in ("M4", "M5"):
        _gone(member)(folder)


def _nobody_left(folder: Path) -> Findings:
    """Everybody says that he must not vote on the first applicant."""
    return _stage(values={"C01": (BARRED,) * 5, "C02": (AGREE,) * 5})(folder)
