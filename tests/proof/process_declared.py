"""Process faults of what is declared of stages, of categories, of scores made comparable."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from builder.formula.value import Value
from builder.load.panel_rules import load_panel_rules
from builder.model.panel.join import Standard
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Category, Gate
from builder.pipeline.panel.categories import read_categories
from builder.pipeline.panel.final import FinalOrder, finish
from builder.pipeline.panel.planning import consensus_plan
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.proof.process_fault import Findings, ProcessFault, sown_rows
from tests.support.lists import save_list
from tests.support.panels import (
    COMPANIES,
    filled_panel,
    finished,
    joined,
    merged_panel,
    sign,
    site_scores,
)
from tests.support.stages import (
    ranked_panel,
)

STAGES = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"), shortlist=Gate(places=1))
STAGED_EMPTY = "material: 60%\nsite: 40%\nshortlist: {}\n"
BACKWARDS = 'publicity: {since: "2026-12-05", until: "2026-12-01", contact: "电话"}\n'
TWICE_CATEGORY = "categories:\n- {category: 甲类, places: 1}\n- {category: 甲类, places: 2}\n"
HEAD = ("申报者", "类别")
FIRST, SECOND = ((name, "小微企业") for name in COMPANIES)


def _ruled(text: str) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        path = folder / "规则.yaml"
        path.write_text(text, "utf-8")
        return load_panel_rules(path).findings

    return ask


def _listed(*rows: tuple[object, ...]) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        listed = save_list(folder / "类别.xlsx", *rows)
        return read_categories(listed, filled_panel(folder)).findings

    return ask


def _few_judged(folder: Path) -> Findings:
    return merged_panel(folder, filled_panel(folder), PanelRules(standard=Standard.SHIFT)).findings


def _order(folder: Path, *, material: bool = False, listed: Path | None = None) -> FinalOrder:
    return FinalOrder(
        folder=folder / "评审",
        returned=folder / "合议",
        target=folder / "结果",
        templates=shipped_templates(),
        categories=listed,
        material=material,
    )


def _visited(codes: tuple[str, ...], rules: PanelRules = STAGES) -> Callable[[Path], Findings]:
    """A ranking where only these applicants have scores of the site."""

    def ask(folder: Path) -> Findings:
        found = joined(folder, rules)
        for code, _ in found.task.names:
            scores = site_scores(found, Decimal(1)) if code in codes else {}
            sign(folder, found, code, scores)
        return finish(_order(folder), found, Verifier()).findings

    return ask


def _shortlist_undeclared(folder: Path) -> Findings:
    record = ranked_panel(folder)
    return finish(_order(folder, material=True), record.merged, Verifier()).findings


def _unknown_category(folder: Path) -> Findings:
    rules = PanelRules(categories=(Category(category="大型企业", places=1),))
    found = joined(folder, rules)
    for code, _ in found.task.names:
        sign(folder, found, code)
    rows = ((COMPANIES[0], "小微企业"), (COMPANIES[1], "小微企业"))
    listed = save_list(folder / "类别.xlsx", ("申报者", "类别"), *rows)
    return finish(_order(folder, listed=listed), found, Verifier()).findings


def _equals(folder: Path) -> Findings:
    """Both applicants with the same score and one place for them."""
    found = joined(folder, PanelRules(places=1))
    for code, _ in found.task.names:
        leaves = consensus_plan(found, code, Verifier()).leaves
        more: dict[str, Value] = {}
        for leaf in leaves:
            name = leaf.code.replace(".", "_")
            more |= {f"agreed_{name}": Decimal(1), f"reason_{name}": "议定"}
        sign(folder, found, code, more)
    return finished(folder, found).findings


def faults_of_rules() -> Iterator[ProcessFault]:
    """The faults of what is declared: shares, gates, categories, scores made comparable."""
    yield from sown_rows(
        "九、各阶段的规则",
        ("通过比例大于一", "QA1140", "3/2", _ruled("vote: {share: 3/2}\n")),
        ("通过比例写成小数", "QA1140", "0.66", _ruled('vote: {share: "0.66"}\n')),
        ("到会比例不是比例", "QA1140", "多数", _ruled("vote: {share: 1/2, quorum: 多数}\n")),
        ("没有写通过比例", "QA115", "share", _ruled("vote: {places: 3}\n")),
        ("没有现场却入围现场", "QA1141", "shortlist", _ruled("shortlist: {places: 3}\n")),
        ("入围现场什么也没有写", "QA115", "places", _ruled(STAGED_EMPTY)),
        ("答辩按角色加权", "QA1142", "join", _ruled("defence: {weight: 20%, join: weighted}\n")),
        (
            "答辩的达线高于满分",
            "QA194",
            "最多 100（满分）",
            _ruled("defence: {weight: 20%, line: 101}\n"),
        ),
        ("公示止日早于起日", "QA1143", "2026-12-01", _ruled(BACKWARDS)),
        ("没有这种计票基数", "QA120", "全体", _ruled("vote: {share: 1/2, base: 全体}\n")),
        ("没有这种标准化", "QA120", "z", _ruled("standard: z\n")),
        ("一个类别写两次", "QA114", "甲类", _ruled(TWICE_CATEGORY)),
        ("只评两家也标准化", "QA1144", "只评了 2 家", _few_judged),
        ("类别名单没有表头", "QA1145", "类别", _listed(("名称", "种类"), ("甲", "乙"))),
        ("类别里的名称差一字", "QA1146", "是不是", _listed(HEAD, FIRST, ("乙电孑科技", "大"))),
        ("类别里一家两行", "QA1147", COMPANIES[0], _listed(HEAD, FIRST, FIRST, SECOND)),
        ("一家没有类别", "QA1148", COMPANIES[1], _listed(HEAD, FIRST)),
        ("类别是空的", "QA1148", COMPANIES[1], _listed(HEAD, FIRST, (COMPANIES[1], ""))),
        ("规则里的类别没有", "QA967", "大型企业", _unknown_category),
        ("没有入围却有现场分", "QA1149", COMPANIES[0], _visited(("C01", "C02"))),
        ("入围的没有现场分", "QA961", "", _visited(())),
        ("没有写入围现场的规则", "QA1151", "入围现场", _shortlist_undeclared),
        ("并列超出名额", "QA1150", "有 2 家", _equals),
    )
