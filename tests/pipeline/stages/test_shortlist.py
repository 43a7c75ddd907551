"""The material decides who is visited, and categories who is ranked among whom."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Category, Gate
from builder.pipeline.files import WrittenFiles
from builder.pipeline.panel.final import SHORTLIST_FILE, FinalOrder, finish
from builder.pipeline.panel.record_files import RECORD_FILE
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.lists import save_list
from tests.support.panels import COMPANIES, joined, sign, site_scores
from tests.support.stages import record_in

STAGES = PanelRules(material=Decimal("0.5"), site=Decimal("0.5"), shortlist=Gate(places=1))


def ordered(folder: Path, found: Merged, order: FinalOrder | None = None) -> WrittenFiles:
    usual = FinalOrder(
        folder=folder / "评审",
        returned=folder / "合议",
        target=folder / "结果",
        templates=shipped_templates(),
    )
    return finish(order or usual, found, Verifier())


def test_only_who_is_shortlisted_is_visited_and_ranked(tmp_path: Path) -> None:
    found = joined(tmp_path, STAGES)
    for code, _ in found.task.names:
        sign(tmp_path, found, code)
    order = FinalOrder(
        folder=tmp_path / "评审",
        returned=tmp_path / "合议",
        target=tmp_path / "入围",
        templates=shipped_templates(),
        material=True,
    )
    assert ordered(tmp_path, found, order).findings == ()
    sheet = openpyxl.load_workbook(tmp_path / "入围" / SHORTLIST_FILE)["材料评审"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[5] for row in rows] == ["进入现场评审", None]
    inside, outside = (str(row[1]) for row in rows)
    sign(tmp_path, found, inside, site_scores(found, Decimal(10)))
    assert ordered(tmp_path, found).findings == ()
    record = record_in(tmp_path / "结果")
    last = record.outcome(outside)
    assert (last.out, last.place, last.total) == (True, 0, last.material)
    visited = record.outcome(inside)
    assert (visited.place, visited.total < visited.material) == (1, True)
    path = str(tmp_path / "结果" / RECORD_FILE)
    traced = trace_number(record, path, outside, "total", Verifier())
    assert traced.findings == ()
    assert "未入围现场评审" in traced.lines[1]


def categorised(folder: Path) -> PanelRecord:
    rules = PanelRules(places=1, categories=(Category(category="小微企业", line=Decimal(499)),))
    found = joined(folder, rules)
    for code, _ in found.task.names:
        sign(folder, found, code)
    rows = zip(COMPANIES, ("小微企业", "大型企业"), strict=True)
    order = FinalOrder(
        folder=folder / "评审",
        returned=folder / "合议",
        target=folder / "结果",
        templates=shipped_templates(),
        categories=save_list(folder / "类别.xlsx", ("单位名称", "类别"), *rows),
    )
    assert ordered(folder, found, order).findings == ()
    return record_in(folder / "结果")


def test_every_category_has_a_ranking_of_its_own(tmp_path: Path) -> None:
    record = categorised(tmp_path)
    by_name = {record.name(one.applicant): one for one in record.outcomes}
    assert [by_name[name].category for name in COMPANIES] == ["小微企业", "大型企业"]
    assert [one.place for one in record.outcomes] == [1, 1]
    # The line of the small ones is their own.
    assert [by_name[name].shortlisted for name in COMPANIES] == [False, True]
    book = openpyxl.load_workbook(tmp_path / "结果" / "排名.xlsx")
    titles = {book[name].cell(1, 1).value for name in ("排名1", "排名2")}
    assert {title.split("　")[-2] for title in map(str, titles)} == {"小微企业", "大型企业"}


def test_a_category_that_was_changed_in_the_record_is_told(tmp_path: Path) -> None:
    record = categorised(tmp_path)
    small = next(one for one in record.outcomes if one.category == "小微企业")
    others = [one for one in record.outcomes if one is not small]
    forged = replace(record, outcomes=(replace(small, category="大型企业"), *others))
    path = str(tmp_path / "结果" / RECORD_FILE)
    findings = trace_number(forged, path, small.applicant, "total", Verifier()).findings
    assert "QA959" in [one.code for one in findings]
