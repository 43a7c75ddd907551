"""What an office keeps and hands out beside kits and reviews, and the kits of all examples.

Every page is made from a few records by hand, with something of everything that can be said.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from builder.editions.carried import CarriedLine, Fate
from builder.editions.comparison import compare
from builder.kit.applicant_fields import DEFAULT_FIELDS
from builder.letters.changes import plan_changes
from builder.model.office import FieldKind, Office
from builder.model.panel.applicant_words import Said, applicant_words
from builder.model.panel.hiding import freed, sought
from builder.model.panel.join import Join, Standard
from builder.model.panel.progress import (
    CHANGED,
    MISSING,
    RECUSED,
    RETURNED,
    UNSIGNED,
    Progress,
    SeatProgress,
)
from builder.model.panel.record import Reopened
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import SiteVisit
from builder.model.scheme import Scheme
from builder.model.verdict import ScorePart
from builder.overview.again_book import ToAnswer, plan_again
from builder.overview.history_book import YearRecord, plan_history
from builder.overview.overview_book import plan_overview
from builder.panel.assignment_book import (
    AssignmentTable,
    FirmLine,
    PersonLine,
    plan_assignment,
)
from builder.panel.consensus.consensus_book import plan_consensus
from builder.panel.key_book import plan_key
from builder.panel.progress_book import plan_progress, reminders
from builder.panel.results.results_book import plan_results, plan_shortlist
from builder.panel.results.standard import standardised
from builder.panel.site_book import plan_site_visit
from tests.examples.joined_cases import CASES, plan_of
from tests.examples.worked import EXAMPLES, example_plan
from tests.pages.plans import OFFICE, banded, chosen, material, opinions, rich, told_verdicts
from tests.pages.reading import book_lines, digests, lines_of
from tests.support.records import opinion, record_by_hand

LONG = "我们从三个方面开展工作，取得了成效。" * 30


def _key() -> Iterator[str]:
    names = (("C01", "甲公司", "甲.xlsx"), ("C02", LONG, "乙.xlsx"))
    taken = (
        ("C01", "甲.xlsx", "简称", "甲", 3),
        ("C02", "乙.docx", "简称", "质量", 0),
    )
    return book_lines(plan_key("一轮", "5f3a", names, taken))


def _progress() -> Iterator[str]:
    people = tuple((f"R{n}", f"评审员{n}") for n in range(1, 12))
    firms = (("C01", "甲公司"), ("C02", "乙公司"))
    states = {
        ("R1", "C01"): ((RETURNED,), ()),
        ("R1", "C02"): ((RECUSED,), ("名单写明回避",)),
        ("R2", "C01"): ((UNSIGNED, CHANGED), ("没有签名", "公式被改")),
        ("R3", "C02"): ((MISSING,), ()),
    }
    progress = Progress(
        run="一轮",
        reviewers=people,
        applicants=firms,
        seats=tuple(
            SeatProgress(reviewer=who, applicant=whom, states=told[0], told=told[1])
            for (who, whom), told in states.items()
        ),
    )
    yield from book_lines(plan_progress(progress))
    for code, text in reminders(progress):
        yield f"{code}　{text}".replace("\n", "⏎")
    done = replace(progress, reviewers=people[:2], seats=progress.seats[:2])
    yield from book_lines(plan_progress(done))


def _assignment() -> Iterator[str]:
    table = AssignmentTable(
        people=(
            PersonLine(name="张三丰", role="组长", unit="某大学", fields="机械、材料"),
            PersonLine(name="李四光"),
            PersonLine(name="王五一", role="评审员"),
        ),
        firms=(
            FirmLine(
                name="甲公司", field="机械", reviewers=("张三丰", "李四光"), substitute="王五一"
            ),
            FirmLine(name=LONG, field="", reviewers=("李四光",)),
        ),
        apart=(("甲公司", "王五一", "名单写明回避"),),
        least=2,
        most=3,
    )
    yield from book_lines(plan_assignment(table))
    yield from book_lines(plan_assignment(replace(table, apart=())))


def _visit(scheme: Scheme, examiner: str, points: str) -> SiteVisit:
    leaves = [node.code for node in scheme.walk if node.points and not node.children]
    return SiteVisit(
        examiner=examiner,
        applicant="C01",
        file=f"{examiner}.xlsx",
        digest="d" * 64,
        points=dict.fromkeys(leaves, Decimal(points)),
        cells=dict.fromkeys(leaves, "现场评审!F5"),
        found={leaves[0]: "看了车间\n有记录", leaves[1]: LONG},
        conclusions={leaves[0]: "属实"},
    )


def _site() -> Iterator[str]:
    for scheme in (banded(), rich()):
        plan = plan_site_visit(scheme, OFFICE, material(scheme), "R1 李四光", "site/1/R1-C01")
        yield from book_lines(plan)
    scheme = rich()
    visits = tuple((_visit(scheme, who, of), role) for who, of, role in SITE)
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    made = plan_consensus(
        scheme,
        OFFICE,
        material(scheme),
        opinions(scheme, "C01"),
        ("组长", "评审员"),
        rules,
        "consensus/1/C01",
        reopened=(Reopened(applicant="C01", code="2.2", agreed="12", reason="现场核实"),),
        visits=visits,
    )
    yield from book_lines(made.book)


SITE = (("R1", "8", "组长"), ("R2", "6.5", "评审员"))


def _made_even() -> Iterator[str]:
    given = {
        ("R1", "C01"): ("90", "40"),
        ("R1", "C02"): ("80", "40"),
        ("R2", "C01"): ("60.5", "20"),
        ("R2", "C02"): ("70", "35"),
    }
    said = tuple(
        opinion(*seat, dict(zip("12", points, strict=True))) for seat, points in given.items()
    )
    most = {code: {"1": Decimal(95), "2": Decimal(50)} for code in ("C01", "C02")}
    totals, sorts = {"C01": "412.5", "C02": "398.25"}, {"C01": "大型", "C02": "小微"}
    for rule in Standard:
        rules = PanelRules(join=Join.MEAN, standard=rule)
        adjusted = standardised(said, rule, most)
        for seat, points in adjusted.items():
            yield f"{rule} {seat} {points}"
        record = record_by_hand(totals, rules, sorts, said)
        record = replace(record, merged=replace(record.merged, adjusted=adjusted))
        yield from book_lines(plan_results(record, "某奖"))
        yield from book_lines(plan_shortlist(record, "某奖"))


def _history() -> Iterator[str]:
    parts = (
        ScorePart(label="1 领导 与 文化", points=Decimal(40), score=Decimal(20)),
        ScorePart(label="3 效益", points=Decimal(60), score=Decimal("41.5")),
    )
    first = YearRecord(
        path="甲-2024.xlsx",
        applicant="甲公司",
        credit_code="91350100M000100Y43",
        year=2024,
        award="某奖",
        edition="第1版",
        total=Decimal("61.5"),
        maximum=Decimal(100),
        parts=parts,
    )
    yield from book_lines(
        plan_history(
            (
                replace(first, year=2025, path="甲-2025.xlsx", edition="第2版", total=Decimal(80)),
                first,
                replace(first, applicant="乙公司", credit_code="9135", path="乙.xlsx", year=None),
                replace(first, applicant="", credit_code="", path="丙.xlsx", parts=parts[:1]),
                *(
                    replace(first, applicant="丁公司", credit_code="", year=2015 + n, path=f"{n}")
                    for n in range(10)
                ),
            )
        )
    )


def _rankings() -> Iterator[str]:
    first, second, *_ = told_verdicts()
    awards = (
        "某区政府质量奖",
        "某[区]政府质量奖",
        "某某市高新技术产业开发区管理委员会主任质量管理创新奖",
    )
    kits = ("", "行业=养老；规模=大型", "行业=养老；规模=A=1")
    known = tuple(
        replace(one, scheme=f"s{number}", award=award, kit=kit)
        for number, (award, kit) in enumerate(product(awards, kits))
        for one in (first, second)
    )
    for verdicts in (known, known[:2], (replace(first, award=""), *known[-2:])):
        yield "、".join(sheet.name for sheet in plan_overview(verdicts).sheets)


def _again() -> Iterator[str]:
    lines = (
        CarriedLine(fate=Fate.KEPT, place="自评打分!G5", text="8", to="自评打分!G6", reason=""),
        CarriedLine(fate=Fate.CHECK, place="2.1", text=LONG, to="2.2", reason="原文改了"),
        CarriedLine(fate=Fate.LEFT, place="3", text="9", to="", reason="指标没有了"),
    )
    new = CarriedLine(fate=Fate.LEFT, place="4", text="", to="自评打分!G9", reason="新的指标")
    asked = ToAnswer(name="甲公司", lines=lines, added=(new,), files=("甲.xlsx", "甲.docx"))
    kept = ToAnswer(name="乙公司", lines=lines[:1], added=(), files=("乙.xlsx",))
    yield from book_lines(plan_again("某奖　更正", (asked, kept)))
    yield from book_lines(plan_again("某奖　更正", (kept,)))


def _changes() -> Iterator[str]:
    old = rich()
    first, second, third = old.indicators[1:]
    new = replace(
        old,
        title="某区质量奖评定标准（第二版）",
        edition="第2版",
        threshold=None,
        metrics=old.metrics[1:],
        indicators=(
            old.indicators[0],
            replace(first, name="引领"),
            replace(second, children=(replace(second.children[0], points=Decimal(12)),)),
            third,
        ),
    )
    asked = (DEFAULT_FIELDS, (*DEFAULT_FIELDS[1:], *OFFICE.more_fields))
    for before, after in ((old, new), (new, old), (old, old)):
        yield from lines_of(plan_changes(compare(before, after, asked), OFFICE))
    yield from lines_of(plan_changes(compare(chosen(), banded(), asked[:1] * 2), Office()))


WRITTEN = (
    "武汉甲乙精密机械有限公司（以下简称“甲乙精密”）在武汉市江岸区解放大道1号。\n"
    "甲 乙 精 密 的董事长王小二说：电话 027-8233 4455，邮箱 wang@jiayi.com.cn，"
    "网址 https://www.jiayi.com.cn/a?b=1 。JIAYI Co., Ltd. 与 jiayiX 无关；精密机械是行业。"
)
SAID = (
    ("单位名称", FieldKind.TEXT, "武汉甲乙精密机械有限公司"),
    ("统一社会信用代码", FieldKind.CREDIT_CODE, "91350100M000100Y43"),
    ("法定代表人", FieldKind.TEXT, "王小二"),
    ("联系人及电话", FieldKind.TEXT, "李四、027-82334455"),
    ("主要负责人", FieldKind.TEXT, "张三丰总经理、赵 六 合先生（副总）；Smith Wang"),
    ("电子邮箱", FieldKind.TEXT, "wang@jiayi.com.cn"),
    ("网站", FieldKind.TEXT, "www.jiayi.com.cn"),
    ("通信地址", FieldKind.TEXT, "武汉市江岸区解放大道1号"),
    ("英文名称", FieldKind.TEXT, "JIAYI Co., Ltd."),
    ("推荐单位", FieldKind.TEXT, "江岸区市场监管局"),
    ("主要产品", FieldKind.TEXT, "机床"),
)


def _hidden() -> Iterator[str]:
    said = [Said(caption=caption, kind=kind, answer=answer) for caption, kind, answer in SAID]
    hidden = applicant_words(SAID[0][2], said, (WRITTEN,), "精密机械质量", ("另列的话",))
    for word in hidden.words:
        yield f"{word.kind.value}　{word.text}"
    for word in hidden.ordinary:
        yield f"常用　{word.kind.value}　{word.text}"
    left = freed(WRITTEN, sought(hidden.words), "C01")
    yield left.text.replace("\n", "⏎")
    yield "、".join(word.text for word in left.found)


def _examples() -> Iterator[str]:
    for scheme_id in EXAMPLES:
        yield from digests(scheme_id, book_lines(example_plan(scheme_id)))
    # Of those whose parts are joined by rules, the first kit that was filled in.
    for scheme_id, case in {one.scheme: one for one in reversed(CASES)}.items():
        yield from digests(scheme_id, book_lines(plan_of(case)))


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "编号对照": _key,
    "评审进度": _progress,
    "评审分工表": _assignment,
    "现场评审": _site,
    "评审结果-标准化": _made_even,
    "历年得分率": _history,
    "排名的表名": _rankings,
    "补答清单": _again,
    "变化对照表": _changes,
    "隐去的字样": _hidden,
    "示例方案": _examples,
}
