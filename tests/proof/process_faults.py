"""Process faults of a panel, sown one by one: what goes wrong around the scores."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.findings.finding import Finding, Place
from builder.formula.value import Value
from builder.load.panel_rules import load_panel_rules
from builder.model.panel.record import Merged, Outcome, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask, Reviewer
from builder.panel.input_names import (
    CONSENSUS_DATE,
    CONSENSUS_LEADER,
    RECUSAL,
    RECUSED,
    SIGNED,
)
from builder.pipeline.own_outputs import WRITTEN_FILE, OwnFolder, write_unless_kept
from builder.pipeline.panel.archiving import freeze
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.merging import read_merged
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.planning import consensus_plan, review_plan
from builder.pipeline.panel.record_files import (
    MERGED_FILE,
    RECORD_FILE,
    TASK_FILE,
    read_record,
    record_bytes,
)
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.panel.rules_held import amiss
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.support.lists import save_list
from tests.support.panels import (
    fill,
    filled_panel,
    finished,
    merged_panel,
    read_back,
    renamed,
    reviewed,
    sign,
    site_scores,
    taken_away,
    task_of,
)

Findings = tuple[Finding, ...]
FIRMS = ("武汉甲精密机械有限公司", "乙电子科技股份有限公司", "丙生物医药集团有限公司")


@dataclass(frozen=True, kw_only=True)
class ProcessFault:
    """A fault: of which kind, what it is, which code must tell it, what else must be said."""

    kind: str
    what: str
    code: str
    said: str
    ask: Callable[[Path], Findings]


def _rows(kind: str, *rows: tuple[str, str, str, Callable[[Path], Findings]]) -> list[ProcessFault]:
    return [
        ProcessFault(kind=kind, what=what, code=code, said=said, ask=ask)
        for what, code, said, ask in rows
    ]


# ---- 1: what people wrote


def _over(name: str) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        write_unless_kept(folder, {name: b"handed out"})
        (folder / name).write_bytes(b"filled in")
        return write_unless_kept(folder, {name: b"handed out again"}).findings

    return ask


def _beside(folder: Path) -> Findings:
    (folder / "甲.docx").write_bytes(b"marked")
    found = OwnFolder(folder).write_unless_kept("甲.docx", b"new")
    return () if found is None else (found,)


def _forged_writing(folder: Path) -> Findings:
    write_unless_kept(folder, {"甲.xlsx": b"1"})
    path = folder / WRITTEN_FILE
    record = json.loads(path.read_text("utf-8"))
    record["content"]["digests"]["甲.xlsx"] = "0" * 64
    path.write_text(json.dumps(record), "utf-8")
    return write_unless_kept(folder, {"甲.xlsx": b"2"}).findings


def _second_task(folder: Path) -> Findings:
    task_of(reviewed(folder))
    return reviewed(folder).findings


def _second_round_over_filled(folder: Path) -> Findings:
    task = task_of(reviewed(folder))
    fill(folder, task, task.seats[0])
    (folder / "评审" / TASK_FILE).unlink()
    return reviewed(folder, called="再评").findings


def _archive(folder: Path, target: str) -> Findings:
    (folder / "合议").mkdir()
    (folder / "旧.zip").write_bytes(b"old")
    found = freeze(folder / "合议", folder / target)
    return () if found is None else (found,)


def _edited_result(folder: Path) -> Findings:
    merged = _agreed(folder)
    finished(folder, merged)
    next((folder / "结果").glob("*-评审反馈.docx")).write_bytes(b"stamped")
    return finished(folder, merged).findings


def _late(folder: Path, *, damaged: bool = False, ranked: bool = False) -> Findings:
    task = filled_panel(folder)
    late = taken_away(folder, task.seats[1])
    merged_panel(folder, task, without=(task.seats[1].name,))
    merged = read_back(folder)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    if damaged:
        _type_over(folder, merged)
    (folder / "评审" / task.seats[1].file).write_bytes(late)
    again = merged_panel(folder, task).findings
    return finished(folder, read_back(folder)).findings if ranked else again


def _type_over(folder: Path, merged: Merged) -> None:
    path, plan = folder / "合议" / "C02-合议表.xlsx", consensus_plan(merged, "C02", Verifier())
    book = openpyxl.load_workbook(path)
    book[plan.total.sheet].cell(plan.total.row, plan.total.column).value = 1
    book.save(path)


# ---- 2 and 3: lists, names and rules


def _listed(*rows: tuple[object, ...]) -> Callable[[Path], Findings]:
    return lambda folder: read_reviewers(save_list(folder / "名单.xlsx", *rows)).findings


def _avoids(*words: str, units: tuple[str, ...] = (), least: int = 1) -> Callable[[Path], Findings]:
    people = [
        Reviewer(code="R1", name="张三", avoids=words, units=units),
        Reviewer(code="R2", name="李四"),
    ]
    return lambda _: avoiding(people, FIRMS, Place(path="名单.xlsx"), least).findings


def _everybody(_: Path) -> Findings:
    people = [Reviewer(code=f"R{n}", name=f"甲{n}", avoids=(FIRMS[0],)) for n in (1, 2)]
    return avoiding(people, FIRMS, Place(path="名单.xlsx")).findings


def _ruled(text: str) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        path = folder / "规则.yaml"
        path.write_text(text, "utf-8")
        loaded = load_panel_rules(path)
        if loaded.said is None:
            return loaded.findings
        return amiss(loaded.said, filled_panel(folder), Place(path=str(path)), Verifier())

    return ask


# ---- 4: rounds, reviews, consensus


def _reviews(
    change: Callable[[Path, PanelTask], None], *without: str
) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        task = filled_panel(folder)
        change(folder, task)
        return read_opinions(folder / "评审", task, without, Verifier()).findings

    return ask


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
    return lambda folder, task: fill(folder, task, task.seats[0], more=more) and None


def _summed(folder: Path, task: PanelTask) -> None:
    path, total = _file(folder, task), review_plan(task, task.seats[0], Verifier()).total
    book = openpyxl.load_workbook(path)
    book[total.sheet].cell(total.row, total.column).value = 999
    book.save(path)


def _agreed(
    folder: Path, rules: PanelRules | None = None, more: dict[str, Value] | None = None
) -> Merged:
    merged_panel(folder, filled_panel(folder), rules or PanelRules())
    merged = read_back(folder)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0].code
    said = {name.replace("*", leaf): value for name, value in (more or {}).items()}
    for code, _ in merged.task.names:
        sign(folder, merged, code, said)
    return merged


def _signed(more: dict[str, Value]) -> Callable[[Path], Findings]:
    return lambda folder: finished(folder, _agreed(folder, more=more)).findings


def _after(change: Callable[[Path, Merged], None]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        merged = _agreed(folder)
        change(folder, merged)
        return finished(folder, merged).findings

    return ask


def _staged(folder: Path) -> Findings:
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    merged = _agreed(folder, rules)
    sign(folder, merged, "C01", site_scores(merged))
    return finished(folder, merged).findings


def _rules_changed(folder: Path) -> Findings:
    merged = _agreed(folder)
    source = folder / "规则.yaml"
    source.write_text("join: median\n", "utf-8")
    return finished(folder, replace(merged, source=str(source))).findings


# ---- 5: the record


def _record(folder: Path) -> PanelRecord:
    merged = _agreed(folder)
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


def _edited(name: str, kind: type, code: str) -> Callable[[Path], Findings]:
    """A sealed record in which one character was changed by hand."""

    def ask(folder: Path) -> Findings:
        _record(folder)
        (path,) = folder.rglob(name)
        path.write_text(path.read_text("utf-8").replace("组长", "副组长", 1), "utf-8")
        found = read_record(path, kind, code)
        return (found,) if isinstance(found, Finding) else ()

    return ask


def _no_merged(folder: Path) -> Findings:
    found = read_merged(folder)
    return (found,) if isinstance(found, Finding) else ()


HEAD = ("姓名", "角色", "回避单位")
AGREED, REASON = indicator_name("agreed", "*"), indicator_name("reason", "*")


def process_faults() -> Iterator[ProcessFault]:
    """Every fault that is sown."""
    yield from _rows(
        "一、不盖掉人写的",
        ("填过的评分表", "QA892", "甲-自评打分表.xlsx", _over("甲-自评打分表.xlsx")),
        ("子文件夹里填过的评审表", "QA892", "R1-C01", _over("R1/R1-C01-评审表.xlsx")),
        ("批过的材料", "QA893", "甲.docx", _beside),
        ("改过的写出记录", "QA892", WRITTEN_FILE, _forged_writing),
        ("同一文件夹再分派", "QA941", "", _second_task),
        ("删了任务再分派", "QA892", "R1-C01", _second_round_over_filled),
        ("盖了章的反馈", "QA892", "评审反馈", _edited_result),
        ("改动过的合议表接着用", "QA970", "C02", lambda f: _late(f, damaged=True)),
        ("迟交后没有重新合议", "QA971", "", lambda f: _late(f, ranked=True)),
        ("迟交后没有重新签字", "QA954", "", lambda f: _late(f, ranked=True)),
        ("存档盖掉旧存档", "QA892", "旧.zip", lambda f: _archive(f, "旧.zip")),
        ("存档放在自己里面", "QA973", "合议", lambda f: _archive(f, "合议/存.zip")),
    )
    yield from _rows(
        "二、回避",
        (
            "看不懂的列“是否回避”",
            "QA962",
            "是否回避",
            _listed(("姓名", "是否回避"), ("张三", "甲")),
        ),
        ("看不懂的列“利害关系单位”", "QA962", "", _listed(("姓名", "利害关系单位"), ("张", "甲"))),
        ("没有标题的一列", "QA962", "没有标题", _listed((*HEAD, None), ("张三", "", "", "甲"))),
        ("名称差一字", "QA963", f"是不是“{FIRMS[0]}”？", _avoids("武汉甲精蜜机械有限公司")),
        ("繁体并差一字", "QA963", f"是不是“{FIRMS[1]}”？", _avoids("乙電孑科技有限公司")),
        ("集团并差一字", "QA963", f"是不是“{FIRMS[2]}”？", _avoids("丙生物医约集团")),
        ("不是申报者", "QA963", "长江大学", _avoids("长江大学")),
        ("只写一个字", "QA963", "“甲”", _avoids("甲")),
        ("对上全部", "QA964", "对上了 3 个", _avoids("公司")),
        ("对上两个", "QA964", "对上了 2 个", _avoids("有限公司", "科")),
        ("有限责任公司", "QA974", FIRMS[0], _avoids("武汉甲精密机械有限责任公司")),
        ("市区开头", "QA974", FIRMS[1], _avoids("武汉市洪山区乙电子科技有限公司")),
        ("没有写集团", "QA974", FIRMS[2], _avoids("丙生物医药有限公司")),
        ("繁体字", "QA974", FIRMS[2], _avoids("丙生物醫藥集團有限公司")),
        ("自己的单位", "QA975", FIRMS[0], _avoids(units=("甲精密机械",))),
        ("回避以后人数不够", "QA976", "只有 1 位", _avoids(FIRMS[0], least=2)),
        ("谁也不能评的申报者", "QA965", FIRMS[0], _everybody),
        ("一家也评不了", "QA977", "张三", _avoids(*FIRMS)),
    )
    yield from _rows(
        "三、对不上的名称",
        ("没有姓名一栏", "QA935", "", _listed(("名字",), ("张三",))),
        ("没有人", "QA937", "0 位", _listed(("姓名",))),
        ("重名", "QA938", "张三", _listed(("姓名",), ("张三",), ("张三",))),
        ("没有写姓名", "QA936", "没有写姓名", _listed(HEAD, ("张三", "组长"), (None, "评审员"))),
        ("错误值", "QA936", "", _listed(("姓名",), ("=1/0",))),
        ("合计行", "QA873", "合计", _listed(HEAD, ("张三", "组长"), ("合计", "1人"))),
        ("填表人", "QA873", "填表人", _listed(HEAD, ("张三", "组长"), ("填表人：李某", ""))),
        ("同一标题两次", "QA962", "姓名", _listed(("姓名", "姓名"), ("张三", "李四"))),
        (
            "角色写错",
            "QA967",
            "是不是“组长”？",
            _ruled("join: weighted\nweights:\n- {role: 组 长, weight: 2}\n"),
        ),
        (
            "角色没有",
            "QA967",
            "首席专家",
            _ruled("join: weighted\nweights:\n- {role: 首席专家, weight: 2}\n"),
        ),
        (
            "角色两次",
            "QA114",
            "组长",
            _ruled(
                "join: weighted\nweights:\n- {role: 组长, weight: 2}\n- {role: 组长, weight: 3}\n"
            ),
        ),
        (
            "角色没有权重",
            "QA979",
            "评审员",
            _ruled("join: weighted\nweights:\n- {role: 组长, weight: 2}\n"),
        ),
        ("并列比较的指标没有", "QA967", "1.9", _ruled('tie_break: ["1.9"]\n')),
        ("达线高于满分", "QA968", "500", _ruled("line: 500.5\n")),
        ("阶段权重不足", "QA932", "", _ruled("material: 60%\nsite: 30%\n")),
        ("只有一个阶段", "QA932", "", _ruled("material: 60%\n")),
        ("加权没有权重", "QA933", "", _ruled("join: weighted\n")),
        ("没有这种合成", "QA120", "", _ruled("join: 平均\n")),
        ("小数位过多", "QA194", "", _ruled("decimals: 9\n")),
        (
            "不计入的写错",
            "QA949",
            "是不是“R1-C02”？",
            _reviews(lambda _f, _t: None, "R1-C2"),
        ),
    )
    yield from _rows(
        "四、轮次",
        ("另一轮的评审表", "QA960", "前一轮", _reviews(_other_round)),
        ("另一种盲评的评审表", "QA960", "试评", _reviews(_other_blindness)),
        ("另一家的评审表", "QA945", "R1-C02", _reviews(_other_company)),
        ("少了一份", "QA942", "R1-C01", _reviews(lambda f, t: _file(f, t).unlink())),
        ("发出后没有动过", "QA942", "R1-C01", _reviews(_as_issued)),
        ("有一项没有评", "QA943", "1 项", _reviews(_scored(None))),
        ("超过分值", "QA985", "999", _reviews(_scored(Decimal(999)))),
        ("不是数", "QA985", "八十", _reviews(_scored("八十"))),
        ("负数", "QA985", "-3", _reviews(_scored(Decimal(-3)))),
        ("没有签名", "QA948", "R1-C01", _reviews(_filled({SIGNED: None}))),
        ("声明回避", "QA947", "R1-C01", _reviews(_filled({RECUSAL: RECUSED}))),
        ("改了合计", "QA944", "R1-C01", _reviews(_summed)),
        ("意见都不能用", "QA950", "", _reviews(lambda _f, _t: None, "R1-C02", "R2-C02", "R3-C02")),
        (
            "意见不够",
            "QA978",
            "至少要 4 份",
            lambda f: merged_panel(f, filled_panel(f), PanelRules(least=4)).findings,
        ),
        ("没有现场评审分", "QA961", "", _staged),
        ("合议没有签字", "QA954", "", _signed({CONSENSUS_LEADER: None})),
        ("合议没有日期", "QA954", "", _signed({CONSENSUS_DATE: None})),
        ("改分没有理由", "QA953", "", _signed({AGREED: Decimal(7)})),
        ("合议分过高", "QA955", "9999", _signed({AGREED: Decimal(9999), REASON: "好"})),
        ("少一份合议表", "QA951", "", _after(lambda f, _m: (f / "合议/C01-合议表.xlsx").unlink())),
        ("合议表改了合计", "QA952", "", _after(_type_over)),
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
            _after(
                lambda f, m: (
                    (f / "评审" / TASK_FILE).write_bytes(record_bytes(renamed(m.task, "再评")))
                    and None
                )
            ),
        ),
        ("合议后换了规则", "QA982", "", _rules_changed),
        ("轮次名称不能用", "QA969", "初/评", lambda f: reviewed(f, called="初/评").findings),
    )
    yield from _rows(
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
        ("评审表换了", "QA983", "", _traced(lambda f: next(f.rglob("R1-C01*")).write_bytes(b"x"))),
        (
            "合议表换了",
            "QA983",
            "",
            _traced(lambda f: next(f.rglob("C01-合议*")).write_bytes(b"x")),
        ),
        ("文件不在了", "QA984", "", _traced(lambda f: shutil.rmtree(f / "评审"))),
        ("记录改了一个字", "QA957", "校验码", _edited(RECORD_FILE, PanelRecord, "QA957")),
        ("任务改了一个字", "QA939", "校验码", _edited(TASK_FILE, PanelTask, "QA939")),
        ("合议任务改了一个字", "QA939", "校验码", _edited(MERGED_FILE, Merged, "QA939")),
        ("不是合议文件夹", "QA939", "", _no_merged),
    )
