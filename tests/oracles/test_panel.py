"""Review, consensus and result workbooks: another engine agrees, and Office takes them."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import formualizer
import pytest

from builder.book.book_plan import BookPlan
from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.model.panel.join import Join
from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.panel.assignment_book import plan_assignment
from builder.panel.key_book import plan_key
from builder.panel.results.results_book import plan_results
from builder.pipeline.panel.planning import consensus_plan, review_plan, site_plan
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.oracles.agreement import same_value
from tests.oracles.test_formualizer import value_of
from tests.oracles.test_sdk_validator import faults
from tests.support.assigned import FIRMS, TABLE
from tests.support.panels import (
    KIT,
    filled_panel,
    finished,
    merged_panel,
    read_back,
    review_answers,
    sign,
    site_scores,
)
from tests.support.proved import proved
from tests.support.sites import visits_of
from tests.support.workbooks import SUIHUA, WUHAN, WUHAN_INDIVIDUAL, shipped_look

OTHERS = (WUHAN, f"{SUIHUA} 行业=养老", WUHAN_INDIVIDUAL)
KITS = proved([KIT, *OTHERS])
RULES = (
    PanelRules(),
    PanelRules(join=Join.TRIMMED, decimals=1),
    PanelRules(join=Join.MEDIAN, material=Decimal("0.6"), site=Decimal("0.4")),
    PanelRules(join=Join.WEIGHTED, weights=(("组长", Decimal("1.5")),)),
)

# Every rule with one kit, every kit with one rule.
JOINED = [
    pytest.param(kit, rules, marks=() if place == 0 else pytest.mark.proof)
    for place, (kit, rules) in enumerate(
        (*((KIT, rules) for rules in RULES), *zip(OTHERS, reversed(RULES), strict=False))
    )
]


@cache
def merged(kit: str) -> Merged:
    """A panel whose reviews were joined."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        done = merged_panel(folder, filled_panel(folder, kit))
        assert done.findings == ()
        return read_back(folder)


def differences(plan: BookPlan, answers: dict[str, Value]) -> list[object]:
    """Every formula cell to which the engine gives another value than we."""
    ours = Evaluation(plan, answers)
    workbook = formualizer.Workbook.from_bytes(workbook_bytes(plan, shipped_look(), answers))
    workbook.evaluate_all()
    return [
        (cell, theirs, ours.value(cell))
        for cell, _ in plan.formulas
        if not same_value(
            theirs := value_of(workbook.get_value(cell.sheet, cell.row, cell.column)),
            ours.value(cell),
        )
    ]


@pytest.mark.parametrize("kit", KITS)
def test_every_formula_of_a_review_agrees(kit: str) -> None:
    task: PanelTask = merged(kit).task
    plan = review_plan(task, task.seats[0], Verifier())
    assert differences(plan, review_answers(plan, task.seats[0])) == []
    assert differences(plan, {}) == []


@pytest.mark.parametrize(("kit", "rules"), JOINED)
def test_every_formula_of_a_consensus_agrees(kit: str, rules: PanelRules) -> None:
    found = merged(kit)
    joined = Merged(task=found.task, rules=rules, opinions=found.opinions, left_out=())
    plan = consensus_plan(joined, "C01", Verifier())
    first, second, *_ = plan.leaves
    answers: dict[str, Value] = {
        indicator_name("agreed", first.code): first.points / 2,
        indicator_name("reason", first.code): "有理由",
        indicator_name("agreed", second.code): "不是数",
    }
    if rules.site is not None:
        answers |= {indicator_name("site", leaf.code): Decimal(1) for leaf in plan.leaves[1:]}
    assert differences(plan, answers) == []


def test_every_formula_of_what_was_found_on_the_site_agrees() -> None:
    found = merged(KIT)
    task, plan = found.task, site_plan(found.task, found.task.seats[0], Verifier())
    answers: dict[str, Value] = {
        indicator_name("score", leaf.code): leaf.points / 2 for leaf in plan.leaves[1:]
    }
    assert differences(plan, answers) == []
    visits = visits_of(plan.leaves[1:], {"R1": 2, "R3": 3})
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    joined = Merged(task=task, rules=rules, opinions=found.opinions, left_out=(), visits=visits)
    whole = consensus_plan(joined, "C01", Verifier())
    first, second, third, *_ = whole.leaves
    own: dict[str, Value] = {
        indicator_name("site", first.code): Decimal(1),
        indicator_name("site", second.code): Decimal(2),
        indicator_name("reason", second.code): "复核过",
        indicator_name("site", third.code): "很多",
    }
    assert differences(whole, own) == []


@cache
def record() -> PanelRecord:
    """The record of a whole panel."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        rules = PanelRules(line=Decimal(200), places=1)
        assert merged_panel(folder, filled_panel(folder), rules).findings == ()
        joined = read_back(folder)
        for code, _ in joined.task.names:
            sign(folder, joined, code)
        assert finished(folder, joined).findings == ()
        found = read_record(folder / "结果" / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(found, PanelRecord)
    return found


def test_every_formula_of_the_results_agrees() -> None:
    assert differences(plan_results(record(), "某奖"), {}) == []


def test_every_formula_of_an_assignment_agrees() -> None:
    for firms in (TABLE.firms, (replace(TABLE.firms[0], reviewers=("李四光", "李*")),)):
        assert differences(plan_assignment(replace(TABLE, firms=firms)), {}) == []


@pytest.mark.needs_sdk_validator
def test_the_tables_of_who_reviews_whom_and_who_is_who_are_valid(tmp_path: Path) -> None:
    key = plan_key("盲试", "0123", (("C01", FIRMS[0], "甲.xlsx"),), (("C01", "", "简称", "甲", 0),))
    path = tmp_path / "表.xlsx"
    for plan in (plan_assignment(TABLE), key):
        path.write_bytes(workbook_bytes(plan, shipped_look(), {}))
        assert faults(path) == []


@pytest.mark.needs_sdk_validator
def test_every_file_of_a_panel_is_valid(tmp_path: Path) -> None:
    task = filled_panel(tmp_path)
    done = merged_panel(tmp_path, task, PanelRules(site=Decimal("0.4"), material=Decimal("0.6")))
    joined = read_back(tmp_path)
    for code, _ in joined.task.names:
        sign(tmp_path, joined, code, site_scores(joined, Decimal(1)))
    ended = finished(tmp_path, joined)
    assert ended.findings == ()
    review = tmp_path / "评审" / task.seats[0].file
    files = [review, *done.paths, *ended.paths]
    office = [path for path in files if path.suffix in (".xlsx", ".docx")]
    assert [(path.name, faults(path)) for path in office if faults(path)] == []
