"""The plans that are read out: small awards with everything a kit can be made of, and a panel.

What is read out whole is kept small; of the shipped awards each sheet is known by a digest.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.kit.planning import plan_workbook, scheme_identity
from builder.letters.feedback import plan_feedback
from builder.letters.notice import plan_notice
from builder.letters.site_check import plan_site_check
from builder.model.joins import Whole
from builder.model.office import ApplicantField, EvidenceTerms, FieldKind, Office
from builder.model.panel.join import Join
from builder.model.panel.material import Declared, EvidenceTold, Material, MetricTold, Told
from builder.model.panel.record import Merged, Outcome, PanelRecord, PartOutcome
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Opinion, PanelTask, Reviewer, Seat
from builder.model.report_terms import ReportPart, ReportTerms
from builder.model.scheme import (
    Better,
    Condition,
    Correction,
    Discrepancy,
    Metric,
    Remark,
    Scheme,
    Threshold,
)
from builder.model.verdict import Score, ScorePart, Status, Verdict
from builder.overview.overview_book import plan_overview
from builder.panel.consensus.consensus_book import plan_consensus
from builder.panel.results.order import ranked
from builder.panel.results.results_book import plan_results
from builder.panel.review.review_book import plan_review
from builder.word.planning import plan_document
from tests.kit.samples import CAPPED, HERE, UNSCORED
from tests.pages.reading import book_lines, digests, lines_of
from tests.pages.stages import stage_lines
from tests.support.own_schemes import own_kit
from tests.support.workbooks import SCHEME_IDS, shipped_plan, shipped_scheme

OFFICE = Office(
    name="某区质量工作办公室",
    return_to=("电子版发 quality@example.cn", "纸质版一份"),
    year=2026,
    more_fields=(
        ApplicantField(
            name="brand", caption="主要品牌", kind=FieldKind.TEXT, prompt="最多三个", longest=60
        ),
        ApplicantField(
            name="kind",
            caption="单位性质",
            kind=FieldKind.OPTION,
            options=("国有", "民营"),
            group="补充",
            required=True,
        ),
    ),
    evidence=EvidenceTerms(since="2023-01-01", until="2026-06-30", indicators=2, report_pages=60),
    report=ReportTerms(
        parts=(ReportPart.FORM, ReportPart.OVERVIEW, ReportPart.REFERENCE),
        cover=("申报类别",),
        characters=8000,
        overview_of="0",
        overview_characters=1000,
        body_font="仿宋",
        body_size="小四",
        line_spacing="1.5",
    ),
)


@cache
def banded() -> Scheme:
    """Scored by band and percent."""
    with tempfile.TemporaryDirectory() as folder:
        return own_kit(Path(folder), "banded")


@cache
def chosen() -> Scheme:
    """A kit of a trade, a part of it composed by a rule."""
    with tempfile.TemporaryDirectory() as folder:
        return own_kit(Path(folder), "chosen", 行业="养老", 规模="大型")


@cache
def rich() -> Scheme:
    """Scored directly, with everything beside the tree that a scheme can say."""
    first, second, third = CAPPED.indicators
    deletable = replace(
        second, children=tuple(replace(child, replaceable=True) for child in second.children)
    )
    return replace(
        CAPPED,
        indicators=(replace(UNSCORED, code="0", number="0"), first, deletable, third),
        threshold=Threshold(points=Decimal(60), wording="总分60分以上的进入下一轮。"),
        eligibility=(
            Condition(code="a", text="（一）登记三年以上；", circumstances=(), position=HERE),
            Condition(code="b", text="（二）没有重大事故。", circumstances=(), position=HERE),
        ),
        vetoes=(
            Condition(
                code="v",
                text="有下列情形之一的：事故，处罚",
                circumstances=("事故", "处罚"),
                position=HERE,
            ),
        ),
        metrics=(
            Metric(indicator="3", name="营业收入", unit="万元", better=Better.UP, position=HERE),
            Metric(indicator="3", name="投诉", better=Better.DOWN, position=HERE),
            Metric(indicator="2.1", name="工艺", position=HERE),
        ),
        discrepancies=(
            Discrepancy(
                where="1",
                stated=Decimal(40),
                actual=Decimal(50),
                treatment="按40分封顶。",
                position=HERE,
            ),
        ),
        corrections=(
            Correction(
                where="1.2",
                value=Decimal(18),
                basis="更正函",
                approver="张三",
                date="2026-05-01",
                position=HERE,
            ),
        ),
        remarks=(Remark(where="2.2", text="原文两处不同。", position=HERE),),
        office_terms=("合成办法由主办单位确定，非原文件规定。",),
        page_note="第一轮",
        decimals=1,
    )


def material(scheme: Scheme, code: str = "C01") -> Material:
    """What an applicant handed in, something of everything."""
    leaf = next(node for node in scheme.walk if node.code == "2.2")
    return Material(
        code=code,
        applicant=f"示例公司{code}",
        file=f"{code}.xlsx",
        digest="d" * 64,
        identity=scheme_identity(scheme, Office()),
        total=Decimal("61.5"),
        scores={leaf.code: Decimal("12.5")},
        notes={leaf.code: "我们做了三件事。"},
        removed=("2.1",),
        evidence=(
            EvidenceTold(
                number="E001",
                name="手册",
                kind="制度",
                issuer="本公司",
                page="12",
                indicators=(leaf.label,),
            ),
        ),
        metrics=(
            MetricTold(
                number="M01",
                indicator=leaf.code,
                name="投诉",
                unit="件",
                years=("5", "3", "2"),
                benchmark="4",
                source="台账",
            ),
        ),
        report=(Told(heading="2.2 生产", text="第一段。\n第二段。"), Told(heading="空", text="")),
        declarations=(Declared(condition="V1", asked="事故", answer="没有"),),
        flagged=True,
        doubts=("证据 E001 没有日期。",),
    )


def opinions(scheme: Scheme, *codes: str) -> tuple[Opinion, ...]:
    """What two reviewers said of applicants."""
    leaves = [node.code for node in scheme.walk if node.points and not node.children]
    return tuple(
        Opinion(
            reviewer=reviewer,
            applicant=applicant,
            file=f"{reviewer}-{applicant}.xlsx",
            digest=str(place) * 64,
            points={code: Decimal(10 + place) for code in leaves},
            cells=dict.fromkeys(leaves, f"评审打分!G{5 + place}"),
            strengths={"2.2": f"有办法{place}\n会改进，李四光说"},
            improvements={"2.2": f"没有比较{place}"},
            questions={"2.2": "看现场。" if place else "看 现场"},
            overall="总体良好。" if place else "",
        )
        for applicant in codes
        for place, reviewer in enumerate(("R1", "R2"))
    )


def _record() -> PanelRecord:
    scheme = rich()
    rules = PanelRules(
        join=Join.WEIGHTED,
        weights=(("组长", Decimal("1.5")),),
        decimals=1,
        material=Decimal("0.6"),
        site=Decimal("0.4"),
        line=Decimal(60),
        places=1,
        tie_break=("3",),
    )
    codes = ("C01", "C02", "C03")
    task = PanelTask(
        run="2026初评",
        blind=True,
        reviewers=(
            Reviewer(code="R1", name="李四光", role="组长"),
            Reviewer(code="R2", name="王五", avoids=("示例公司C03",)),
        ),
        applicants=tuple(material(scheme, code) for code in codes),
        seats=tuple(
            Seat(reviewer=one, applicant=code, file=f"{one}-{code}.xlsx")
            for code in codes
            for one in ("R1", "R2")
        ),
        names=tuple((code, f"示例公司{code}") for code in codes),
    )
    merged = Merged(task=task, rules=rules, opinions=opinions(scheme, *codes), left_out=("R2-C03",))
    totals = {"C01": "60", "C02": "75.5", "C03": "60"}
    outcomes = tuple(_outcome(scheme, code, Decimal(total)) for code, total in totals.items())
    return PanelRecord(
        merged=merged,
        outcomes=ranked(outcomes, rules),
        labels={node.code: node.label for node in scheme.walk},
        corrections=("更正：1.2",),
        version="0",
    )


def _outcome(scheme: Scheme, code: str, total: Decimal) -> Outcome:
    roots = [node for node in scheme.indicators if not node.unscored]
    return Outcome(
        applicant=code,
        kit=scheme.award,
        file=f"合议-{code}.xlsx",
        digest="e" * 64,
        leader="李四光",
        signed_on=date(2026, 9, 1).isoformat(),
        agreed={"2.2": Decimal(12)},
        reasons={"2.2": "现场核实"},
        site={"2.2": Decimal(11)},
        overall="R1、R2：总体良好。",
        strengths={"2.2": "R1：有办法0\nR2：会改进，李四光说"},
        improvements={"2.2": "没有比较"},
        joined={"2.2": Decimal("11.6"), "3": Decimal(20)},
        points={"2.2": Decimal("11.6"), "3": Decimal(20)},
        parts=tuple(
            PartOutcome(code=node.code, label=node.label, points=Decimal(50), score=total / 3)
            for node in roots
        ),
        total=total,
        stated=Decimal(100),
        maximum=Decimal(98),
        flagged=code == "C02",
    )


def told_verdicts() -> Iterator[Verdict]:
    parts = (
        ScorePart(label="1 领导", points=Decimal(40), score=Decimal(20)),
        ScorePart(label="3 效益", points=Decimal(60), score=Decimal(30)),
    )
    for name, total in (("甲", "50"), ("乙", "80.5"), ("丙", "50")):
        score = Score(
            total=Decimal(total),
            maximum=Decimal(100),
            by_indicator={},
            whole=Whole(stated=Decimal(100)),
        )
        place = Place(path=f"{name}.xlsx", sheet="自评打分", cell="F5", indicator="1.1")
        details = {"label": "1.1", "given": "3 分", "name": "x", "number": "E001"}
        yield Verdict(
            path=f"{name}.xlsx",
            status=Status.FINDINGS if name == "甲" else Status.CLEAN,
            findings=(
                Finding(code="QA701", place=place, details=details),
                Finding(code="QA705", place=place, expected="E001", details=details),
            )
            if name == "甲"
            else (),
            scheme="sample",
            award="某区政府质量奖",
            applicant=f"{name}公司",
            kit="单项=标准创新" if name == "丙" else "",
            score=replace(score, parts=parts),
        )
    lost = Finding(code="QA201", place=Place(path="丁.xlsx"))
    yield Verdict(path="丁.xlsx", status=Status.UNREADABLE, findings=(lost,))


def _consensus(scheme: Scheme, rules: PanelRules) -> Iterator[str]:
    plan = plan_consensus(
        scheme,
        Office(),
        material(scheme),
        opinions(scheme, "C01"),
        ("组长", "评审员"),
        rules,
        "consensus/1/C01",
    )
    return book_lines(plan.book)


def _feedback() -> Iterator[str]:
    record = _record()
    for outcome in record.outcomes:
        yield from lines_of(plan_feedback(record, outcome, "某区政府质量奖", OFFICE))


def _site_check() -> Iterator[str]:
    record = _record()
    labels, award = record.labels, "某区政府质量奖"
    return lines_of(plan_site_check(record.merged, "C02", labels, award, OFFICE))


def _notices() -> Iterator[str]:
    for verdict in told_verdicts():
        yield from lines_of(plan_notice(verdict.applicant, (verdict,), OFFICE))
    report = replace(verdict, path="丁.docx")
    yield from lines_of(plan_notice("丁", (verdict, report), Office()))


def _shipped() -> Iterator[str]:
    for scheme_id in SCHEME_IDS:
        yield from digests(scheme_id, book_lines(shipped_plan(scheme_id)))
        document = lines_of(plan_document(shipped_scheme(scheme_id)))
        yield from digests(scheme_id, document, "（申报材料）")


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "评分表-档次": lambda: book_lines(plan_workbook(banded())),
    "评分表-合成": lambda: book_lines(plan_workbook(chosen())),
    "评分表-各种规定": lambda: book_lines(plan_workbook(rich(), OFFICE)),
    "申报材料-档次": lambda: lines_of(plan_document(banded())),
    "申报材料-合成": lambda: lines_of(plan_document(chosen())),
    "申报材料-各种规定": lambda: lines_of(plan_document(rich(), OFFICE)),
    "评审表-档次": lambda: book_lines(
        plan_review(banded(), Office(), material(banded()), "R1", "review/1/R1-C01")
    ),
    "评审表-各种规定": lambda: book_lines(
        plan_review(rich(), OFFICE, material(rich()), "R1", "review/1/R1-C01")
    ),
    "合议表-平均": lambda: _consensus(banded(), PanelRules()),
    "合议表-两段": lambda: _consensus(rich(), _record().merged.rules),
    "评审结果": lambda: book_lines(plan_results(_record(), "某区政府质量奖")),
    "反馈": _feedback,
    "现场核查单": _site_check,
    "答辩和投票": lambda: stage_lines(OFFICE),
    "补正通知": _notices,
    "核验汇总": lambda: book_lines(plan_overview(tuple(told_verdicts()))),
    "自带方案": _shipped,
}
