"""What is said of small workbooks that are filled in all over in one way, word for word."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from builder.book.book_plan import InputKind, InputPlan
from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan, ScoredPlan
from builder.kit.planning import plan_workbook
from builder.model.evidence_files import EvidenceFile, HandedInEvidence
from builder.model.office import Office
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Seat
from builder.panel.consensus.consensus_book import consensus_columns, plan_consensus
from builder.panel.input_names import (
    CONSENSUS_DATE,
    CONSENSUS_LEADER,
    OVERALL,
    RECUSAL,
    RECUSED,
    SIGNED,
)
from builder.panel.review.review_book import plan_review
from builder.read.workbook import read_content
from builder.verify.held import Held, hold, hold_kit
from builder.verify.judged import judge_kit, judge_panel_workbook
from builder.verify.material import material_of
from builder.verify.panel.opinion import read_opinion
from builder.verify.panel.outcome import read_outcome
from builder.verify.pristine import Pristine
from builder.write.xlsx.workbook import workbook_bytes
from tests.pages.plans import OFFICE, banded, chosen, material, opinions, rich
from tests.pages.reading import finding_lines, lines_of, verdict_lines
from tests.support.answers import complete_answers, evidence_row
from tests.support.workbooks import shipped_look

Way = Callable[[InputPlan], Value]
_FILE = "评分表.xlsx"


def _longest(item: InputPlan) -> Value:
    return "长" * (item.allowed.longest or 1)


def _too_long(item: InputPlan) -> Value:
    return "长" * ((item.allowed.longest or 20) + 1)


def _highest(item: InputPlan) -> Value:
    return item.allowed.high if item.allowed.high is not None else Decimal(1)


def _too_high(item: InputPlan) -> Value:
    return (item.allowed.high or Decimal(0)) + (item.allowed.step or Decimal(1))


def _too_low(item: InputPlan) -> Value:
    return (item.allowed.low or Decimal(0)) - (item.allowed.step or Decimal(1))


def _off_step(item: InputPlan) -> Value:
    return (item.allowed.low or Decimal(0)) + (item.allowed.step or Decimal(1)) / 2


def _as_words(item: InputPlan) -> Value:
    if item.kind is InputKind.PERCENT:
        return "８５%"
    return "1,000 分" if item.kind is InputKind.SCORE else " 1,234.5"


def _last_option(item: InputPlan) -> Value:
    return item.allowed.options[-1] if item.allowed.options else None


def _spaced_option(item: InputPlan) -> Value:
    return f" {item.allowed.options[0]}　" if item.allowed.options else None


# What stands in every cell that takes an answer; ``None`` leaves the good answer there.
WAYS: Mapping[str, Way] = {
    "都好": lambda _: None,
    "都写坏": lambda _: "坏",
    "都写到最长": _longest,
    "都太长": _too_long,
    "都到最高": _highest,
    "都太高": _too_high,
    "都太低": _too_low,
    "都不是倍数": _off_step,
    "数都写成文字": _as_words,
    "都选最后一项": _last_option,
    "选项前后有空格": _spaced_option,
    "都看不见": lambda _: "\u200b",
    "都是真": lambda _: True,
    "都是日期": lambda _: Decimal(45838),
}
# Rows of evidence: what they prove, and what is written beside it.
_ROWS: tuple[tuple[str, dict[str, Value]], ...] = (
    ("1.1", {"name": "好", "issuer": "甲", "issued": "2025-06-30", "until": "2028-06-29"}),
    ("1.1", {"name": "同一天", "issued": "2025-06-30", "until": "2025-06-30", "file": "a.pdf"}),
    ("1.2", {"name": "倒着", "issued": "2025-06-30", "until": "2025-06-29", "file": "b.pdf"}),
    ("1.2", {"name": "最早", "issued": "2023-01-01", "file": "没有.pdf"}),
    ("1.2", {"name": "太早", "issued": "2022-12-31", "file": "空.pdf"}),
    ("2.2", {"name": "最晚", "issued": "2026-06-30", "until": "2026-06-30", "file": "双.pdf"}),
    ("2.2", {"name": "太晚", "issued": "2026-07-01", "until": "长期", "file": "坏.pdf"}),
    ("2.2", {"name": "过期", "until": "2022-12-31", "page": "1、60"}),
    ("2.2", {"name": "坏日子", "issued": "2025-02-30", "until": "某天", "page": "61、0"}),
    (
        "2.2",
        {"name": "数字日子", "issued": Decimal(45838), "until": Decimal("45838.5"), "page": "61"},
    ),
    ("3", {"name": "好", "issuer": "甲", "issued": "2025-06-30", "until": "2028-06-29"}),
    ("3", {"name": "用了三处", "also_1": "1.1", "also_2": "2.2", "file": "c.pdf"}),
    ("3", {"name": "又用一次", "also_1": "3", "file": "c.pdf"}),
    ("", {"name": "没有指标"}),
    ("3", {"issuer": "没有名称"}),
    ("9.9", {"name": "不认识的"}),
    ("3", {"name": "用了三处", "also_1": "1.1", "also_2": "2.2", "file": "c.pdf"}),
)
_HANDED_IN = (
    *(("甲/a.pdf", 1), ("甲/b.pdf", 1), ("甲/空.pdf", 0), ("甲/一/双.pdf", 2), ("甲/二/双.pdf", 2)),
    *(
        ("甲/坏.pdf", 1),
        ("甲/c.pdf", 3),
        ("甲/多一.pdf", 4),
        (f"甲/{_FILE}", 9),
        ("甲/多二.pdf", 3),
    ),
)


class _Files:
    """Files in memory; the content of one cannot be read, that of two is the same."""

    def __init__(self, *files: tuple[str, int]) -> None:
        self.files = tuple(EvidenceFile(path=path, size=size) for path, size in files)

    def digest(self, file: EvidenceFile) -> str | None:
        if file.name == "坏.pdf":
            return None
        return "同" if file.name in ("a.pdf", "b.pdf") else file.path


def _held(
    plan: KitPlan, answers: Mapping[str, Value], evidence: HandedInEvidence | None = None
) -> Held[KitPlan]:
    read = read_content(_FILE, lambda: workbook_bytes(plan, shipped_look(), answers))
    assert read.workbook is not None
    return hold_kit(Pristine(plan), read.workbook, _FILE, evidence)


def _ways(plan: KitPlan) -> Iterator[str]:
    good = complete_answers(plan)
    for name, way in WAYS.items():
        told = {item.name: way(item) for item in plan.inputs if item.kind is not InputKind.EVIDENCE}
        answers = good | {key: value for key, value in told.items() if value is not None}
        yield f"# {name}"
        yield from verdict_lines(judge_kit(_held(plan, answers)))
    yield "# 都空着"
    yield from verdict_lines(judge_kit(_held(plan, {})))


def _evidence() -> Iterator[str]:
    plan = plan_workbook(rich(), OFFICE)
    labels = {leaf.code: leaf.label for leaf in plan.leaves}
    answers = complete_answers(plan) | {plan.applicant: "甲"}
    for number, (code, told) in enumerate(_ROWS, start=1):
        row = evidence_row(number, "", "")
        written = {key: labels.get(str(v), v) if "also" in key else v for key, v in told.items()}
        written |= {"indicator": labels.get(code, code)} if code else {}
        answers |= row | {f"evidence_{number}_{key}": value for key, value in written.items()}
    for name, files, alone in (
        ("没有交文件", None, True),
        ("交了文件", _HANDED_IN, False),
        ("没有一个是它的", _HANDED_IN[:0], False),
        ("只有它一家", (("x/b.pdf", 1), ("c.pdf", 1)), True),
    ):
        handed_in = None
        if files is not None:
            handed_in = HandedInEvidence(handed_in=_Files(*files), alone=alone)
        held = _held(plan, answers, handed_in)
        verdict = judge_kit(held)
        yield f"# {name}"
        yield from verdict_lines(verdict)
        yield f"{ {code: state.name for code, state in verdict.evidence.items()} }"
    yield from lines_of(material_of(held, verdict, None, "d", "设置"))


def _panel_held(plan: ScoredPlan, answers: Mapping[str, Value]) -> Held[ScoredPlan]:
    read = read_content(_FILE, lambda: workbook_bytes(plan, shipped_look(), answers))
    assert read.workbook is not None
    return hold(Pristine(plan), read.workbook, _FILE)


def _review() -> Iterator[str]:
    plan = plan_review(rich(), OFFICE, material(rich()), "R1", "review/1/R1-C01")
    signed: dict[str, Value] = {RECUSAL: "没有利害关系", SIGNED: "李四光", OVERALL: "好"}
    words = {
        indicator_name(kind, leaf.code): f"{kind} {leaf.code}"
        for leaf in plan.leaves
        for kind in ("strengths", "improvements", "questions")
    }
    scores = {item.name: item.allowed.high for item in plan.inputs if item.kind is InputKind.SCORE}
    ways: dict[str, dict[str, Value]] = {
        "空的": {},
        "没有签名": {**scores, RECUSAL: "没有利害关系"},
        "回避": {RECUSAL: RECUSED, SIGNED: "李四光"},
        "写全": {**signed, **words, **scores},
        "都太高": {**signed, **dict.fromkeys(scores, Decimal(999))},
        "都是字": {**signed, **dict.fromkeys(scores, "十分")},
    }
    for name, answers in ways.items():
        held = _panel_held(plan, answers)
        verdict = judge_panel_workbook(held)
        seat = Seat(reviewer="R1", applicant="C01", file=_FILE)
        yield f"# {name}"
        yield from verdict_lines(verdict)
        yield from lines_of(read_opinion(held, verdict, seat, "d"))


def _outcomes() -> Iterator[str]:
    staged = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    for rules in (PanelRules(), staged):
        scheme = rich()
        found = opinions(scheme, "C01")
        plan = plan_consensus(
            scheme, Office(), material(scheme), found, ("组长", ""), rules, "consensus/1/C01"
        ).book
        columns = consensus_columns(scheme, material(scheme), found, rules)
        signed: dict[str, Value] = {CONSENSUS_LEADER: "李四光", CONSENSUS_DATE: Decimal(45838)}
        codes = [leaf.code for leaf in plan.leaves]
        site = {indicator_name("site", code): Decimal(1) for code in codes if rules.site}
        agreed = {indicator_name("agreed", code): Decimal(2) for code in codes}
        reasons = {indicator_name("reason", code): f"因为 {code}" for code in codes}
        ways: dict[str, dict[str, Value]] = {
            "空的": {},
            "没有日期": {CONSENSUS_LEADER: "李四光"},
            "签了": {**signed, **site},
            "改了没有理由": {**signed, **site, **agreed},
            "改了有理由": {**signed, **site, **agreed, **reasons},
            "不能用": {**signed, **site, **dict.fromkeys(agreed, "很多"), **reasons},
            "现场不能用": {**signed, **dict.fromkeys(site, Decimal(-1))},
        }
        for name, answers in ways.items():
            held = _panel_held(plan, answers)
            verdict = judge_panel_workbook(held)
            outcome, amiss = read_outcome(
                held, verdict, "d", columns, "C01", "示例公司", flagged=name == "签了"
            )
            yield f"# {name}"
            yield from verdict_lines(verdict)
            yield from lines_of(outcome)
            for finding in amiss:
                yield from finding_lines(finding)


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "填法-各种规定": lambda: _ways(plan_workbook(rich(), OFFICE)),
    "填法-档次": lambda: _ways(plan_workbook(banded())),
    "填法-合成": lambda: _ways(plan_workbook(chosen(), replace(OFFICE, year=None))),
    "填法-证据": _evidence,
    "评审意见": _review,
    "合议结论": _outcomes,
}
