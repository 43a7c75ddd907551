"""Process faults of rounds, of the consensus and of the record."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.model.panel.record import Merged, Outcome, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.panel.input_names import (
    CONSENSUS_DATE,
    CONSENSUS_LEADER,
    RECUSAL,
    RECUSED,
    SIGNED,
)
from builder.pipeline.panel.merging import read_merged
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.record_files import (
    MERGED_FILE,
    RECORD_FILE,
    TASK_FILE,
    read_record,
    record_bytes,
)
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.proof.process_fault import (
    Findings,
    ProcessFault,
    agreed_panel,
    reviews_after,
    sown_rows,
    typed_over,
)
from tests.support.panels import (
    fill,
    filled_panel,
    finished,
    merged_panel,
    renamed,
    reviewed,
    sign,
    site_scores,
    task_of,
)


def _file(folder: Path, task: PanelTask) -> Path:
    return folder / "评审" / task.seats[0].file


def _other_round(folder: Path, task: PanelTask) -> None:
    first = task_of(reviewed(folder / "前", called="前一轮"))
    _file(folder, task).write_bytes(fill(folder / "前", first, first.seats[0]).read_bytes())


def _other_blindness(folder: Path, task: PanelTask) -> None:
    first = task_of(reviewed(folder / "前", blind=True))
    _file(folder, task).write_bytes(fill(folder / "前", first, first.seats[0]).read_bytes())


def _other_company(folder: Path, task: PanelTask) -> None:
    _file(folder, task).write_bytes((folder / "评审" / task.seats[1].file).read_bytes())


def _as_issued(folder: Path, task: PanelTask) -> None:
    fresh = task_of(reviewed(folder / "新"))
    assert fresh.run == task.run
    source = folder / "新" / "评审" / task.seats[0].file
    _file(folder, task).write_bytes(source.read_bytes())


def _scored(value: Value) -> Callable[[Path, PanelTask], None]:
    def change(folder: Path, task: PanelTask) -> None:
        leaf = review_plan(task, task.seats[0], Verifier()).leaves[0]
        fill(folder, task, task.seats[0], more={indicator_name("score", leaf.code): value})

    return change


def _filled(more: dict[str, Value]) -> Callable[[Path, PanelTask], None]:
    def change(folder: Path, task: PanelTask) -> None:
        fill(folder, task, task.seats[0], more=more)

    return change


def _summed(folder: Path, task: PanelTask) -> None:
    path, total = _file(folder, task), review_plan(task, task.seats[0], Verifier()).total
    book = openpyxl.load_workbook(path)
    book[total.sheet].cell(total.row, total.column).value = 999
    book.save(path)


def _signed(more: dict[str, Value]) -> Callable[[Path], Findings]:
    return lambda folder: finished(folder, agreed_panel(folder, more=more)).findings


def _after(change: Callable[[Path, Merged], None]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        merged = agreed_panel(folder)
        change(folder, merged)
        return finished(folder, merged).findings

    return ask


def _staged(folder: Path) -> Findings:
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    merged = agreed_panel(folder, rules)
    sign(folder, merged, "C01", site_scores(merged))
    return finished(folder, merged).findings


def _rules_changed(folder: Path) -> Findings:
    merged = agreed_panel(folder)
    source = folder / "规则.yaml"
    source.write_text("join: median\n", "utf-8")
    return finished(folder, replace(merged, source=str(source))).findings


def _record(folder: Path) -> PanelRecord:
    merged = agreed_panel(folder)
    assert finished(folder, merged).findings == ()
    record = read_record(folder / "结果" / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    return record


def _forged(change: Callable[[Outcome], Outcome]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        record = _record(folder)
        forged = replace(record, outcomes=(change(record.outcomes[0]), *record.outcomes[1:]))
        path = str(folder / "结果" / RECORD_FILE)
        return trace_number(forged, path, "C01", "total", Verifier()).findings

    return ask


def _one_more(numbers: object, outcome: Outcome) -> dict[str, Decimal]:
    known = dict(getattr(outcome, str(numbers)))
    first = next(iter(known))
    return {**known, first: known[first] + 1}


def _opinion_forged(folder: Path) -> Findings:
    record = _record(folder)
    first, *others = record.merged.opinions
    code = next(iter(first.points))
    forged = replace(first, points={**first.points, code: first.points[code] + 1})
    merged = replace(record.merged, opinions=(forged, *others))
    path = str(folder / "结果" / RECORD_FILE)
    whole = replace(record, merged=merged)
    return trace_number(whole, path, first.applicant, "total", Verifier()).findings


def _traced(change: Callable[[Path], object]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        record = _record(folder)
        change(folder)
        path = str(folder / "结果" / RECORD_FILE)
        return trace_number(record, path, "C01", "total", Verifier()).findings

    return ask


def _edited(name: str, kind: type[object], code: str) -> Callable[[Path], Findings]:
    """A sealed record in which one character was changed by hand."""

    def ask(folder: Path) -> Findings:
        _record(folder)
        (path,) = folder.rglob(name)
        path.write_text(path.read_text("utf-8").replace("组长", "副组长", 1), "utf-8")
        found = read_record(path, kind, code)
        assert isinstance(found, Finding)
        return (found,)

    return ask


def _no_merged(folder: Path) -> Findings:
    found = read_merged(folder)
    return (found,) if isinstance(found, Finding) else ()


def _review_swapped(folder: Path) -> None:
    next(folder.rglob("R1-C01-*")).write_bytes(b"x")


def _consensus_swapped(folder: Path) -> None:
    (folder / "合议" / "C01-合议表.xlsx").write_bytes(b"x")


def _another_task(folder: Path, merged: Merged) -> None:
    (folder / "评审" / TASK_FILE).write_bytes(record_bytes(renamed(merged.task, "再评")))


NOBODY_LEFT = reviews_after(lambda _folder, _task: None, "R1-C02", "R2-C02", "R3-C02")


def faults_of_rounds() -> Iterator[ProcessFault]:
    """The faults of rounds, of the consensus and of the record."""
    yield from sown_rows(
        "四、轮次",
        ("另一轮的评审表", "QA960", "前一轮", reviews_after(_other_round)),
        ("另一种盲评的评审表", "QA1089", "盲评（试评", reviews_after(_other_blindness)),
        ("另一家的评审表", "QA945", "R1-C02", reviews_after(_other_company)),
        ("少了一份", "QA942", "R1-C01", reviews_after(lambda f, t: _file(f, t).unlink())),
        ("发出后没有动过", "QA942", "R1-C01", reviews_after(_as_issued)),
        ("有一项没有评", "QA943", "1 项", reviews_after(_scored(None))),
        ("超过分值", "QA985", "999", reviews_after(_scored(Decimal(999)))),
        ("不是数", "QA985", "八十", reviews_after(_scored("八十"))),
        ("负数", "QA985", "-3", reviews_after(_scored(Decimal(-3)))),
        ("没有签名", "QA948", "R1-C01", reviews_after(_filled({SIGNED: None}))),
        ("声明回避", "QA947", "R1-C01", reviews_after(_filled({RECUSAL: RECUSED}))),
        ("改了合计", "QA944", "R1-C01", reviews_after(_summed)),
        (
            "意见都不能用",
            "QA950",
            "",
            NOBODY_LEFT,
        ),
        (
            "意见不够",
            "QA978",
            "至少要 4 份",
            lambda f: merged_panel(f, filled_panel(f), PanelRules(least=4)).findings,
        ),
        ("没有现场评审分", "QA961", "", _staged),
        ("合议没有签字", "QA954", "", _signed({CONSENSUS_LEADER: None})),
        ("合议没有日期", "QA954", "", _signed({CONSENSUS_DATE: None})),
        ("改分没有理由", "QA953", "", _signed({"agreed": Decimal(7)})),
        ("合议分过高", "QA955", "9999", _signed({"agreed": Decimal(9999), "reason": "好"})),
        ("少一份合议表", "QA951", "", _after(lambda f, _m: (f / "合议/C01-合议表.xlsx").unlink())),
        ("合议表改了合计", "QA952", "", _after(typed_over)),
        (
            "合议后少了评审表",
            "QA981",
            "现在不见了",
            _after(lambda f, m: _file(f, m.task).unlink()),
        ),
        (
            "合议后改了评审表",
            "QA981",
            "合议以后改过",
            _after(lambda f, m: _filled({SIGNED: "别人"})(f, m.task)),
        ),
        (
            "合议后换了任务",
            "QA980",
            "再评",
            _after(_another_task),
        ),
        ("合议后换了规则", "QA982", "", _rules_changed),
        ("轮次名称不能用", "QA969", "初/评", lambda f: reviewed(f, called="初/评").findings),
    )
    yield from sown_rows(
        "五、记录",
        (
            "改了合成分",
            "QA959",
            "（合成分）",
            _forged(lambda o: replace(o, joined=_one_more("joined", o))),
        ),
        (
            "改了采用分",
            "QA959",
            "（采用分）",
            _forged(lambda o: replace(o, points=_one_more("points", o))),
        ),
        ("改了总分", "QA959", "总分", _forged(lambda o: replace(o, total=o.total - 1))),
        ("改了名次", "QA959", "名次", _forged(lambda o: replace(o, place=9))),
        ("改了入围", "QA959", "入围", _forged(lambda o: replace(o, shortlisted=True))),
        ("改了满分", "QA959", "满分", _forged(lambda o: replace(o, maximum=o.maximum + 1))),
        ("改了评审分", "QA959", "评审分", _opinion_forged),
        ("评审表换了", "QA983", "", _traced(_review_swapped)),
        (
            "合议表换了",
            "QA983",
            "",
            _traced(_consensus_swapped),
        ),
        ("文件不在了", "QA984", "", _traced(lambda f: shutil.rmtree(f / "评审"))),
        ("记录改了一个字", "QA957", "校验码", _edited(RECORD_FILE, PanelRecord, "QA957")),
        ("任务改了一个字", "QA939", "校验码", _edited(TASK_FILE, PanelTask, "QA939")),
        ("合议任务改了一个字", "QA939", "校验码", _edited(MERGED_FILE, Merged, "QA939")),
        ("不是合议文件夹", "QA939", "", _no_merged),
    )
