"""The end of a panel: signed consensus, ranking, a record from which every number comes again."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from builder.book.naming import indicator_name
from builder.model.panel.record import PanelRecord
from builder.model.panel.rules import PanelRules
from builder.panel.input_names import CONSENSUS_LEADER
from builder.panel.results.order import ranked
from builder.panel.results.results_book import plan_results
from builder.pipeline.panel.planning import consensus_plan
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    RULES,
    filled_panel,
    finished,
    joined,
    merged_panel,
    read_back,
    recorded,
    renamed,
    sign,
    site_scores,
)


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [("agreed", Decimal(7), "QA953"), ("agreed", Decimal(9999), "QA955")],
)
def test_an_agreed_score_needs_a_reason_and_must_be_usable(
    tmp_path: Path, kind: str, value: Decimal, code: str
) -> None:
    merged = joined(tmp_path)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0]
    sign(tmp_path, merged, "C01", {indicator_name(kind, leaf.code): value})
    sign(tmp_path, merged, "C02")
    done = finished(tmp_path, merged)
    assert [one.code for one in done.findings] == [code]
    assert done.paths == ()


def test_unsigned_changed_and_missing_consensus_is_told(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    sign(tmp_path, merged, "C01", {CONSENSUS_LEADER: "待定"})
    path = sign(tmp_path, merged, "C02")
    plan = consensus_plan(merged, "C02", Verifier())
    book = openpyxl.load_workbook(path)
    book[plan.total.sheet].cell(plan.total.row, plan.total.column).value = 1
    book.save(path)
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA954", "QA952"]
    path.unlink()
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA954", "QA951"]


def test_feedback_tells_the_words_of_all_and_the_name_of_none(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    recorded(tmp_path, merged)
    letters = sorted((tmp_path / "结果").glob("*-评审反馈.docx"))
    assert len(letters) == len(COMPANIES)
    for path in letters:
        document = docx.Document(str(path))
        said = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert "优势：方法系统" in said
        assert "改进机会：展开不够" in said
        assert said.count("优势：方法系统") == 1
        assert not [name for name, *_ in REVIEWERS if name in said]
        assert "R1 签名" not in said
        assert (
            "charts/chart1.xml"
            in " ".join(str(part.partname) for part in document.part.package.iter_parts())
            or len(document.tables[0].rows) < 4
        )


def test_the_site_check_lists_each_question_once(tmp_path: Path) -> None:
    joined(tmp_path)
    document = docx.Document(str(tmp_path / "合议" / "C01-现场核查单.docx"))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert len(rows) == 2
    assert rows[1][2] == "现场看台账"


@pytest.mark.parametrize("text", ["", "{}", '{"version": 1, "content": []}'])
def test_a_record_that_was_changed_is_not_believed(tmp_path: Path, text: str) -> None:
    path = tmp_path / RECORD_FILE
    path.write_text(text, encoding="utf-8")
    found = read_record(path, PanelRecord, "QA957")
    assert not isinstance(found, PanelRecord)
    assert found.code == "QA957"


def test_equals_share_a_place_unless_an_indicator_decides(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    one = replace(record.outcomes[0], total=Decimal(300), points={"1": Decimal(90)})
    outcomes = [
        replace(one, applicant="甲"),
        replace(one, applicant="乙", points={"1": Decimal(95)}),
        replace(one, applicant="丙", total=Decimal(200)),
    ]
    assert [(o.applicant, o.place) for o in ranked(outcomes, PanelRules())] == [
        ("乙", 1),
        ("甲", 1),
        ("丙", 3),
    ]
    decided = ranked(outcomes, PanelRules(tie_break=("1",), places=2, line=Decimal(250)))
    assert [(o.applicant, o.place, o.shortlisted) for o in decided] == [
        ("乙", 1, True),
        ("甲", 2, True),
        ("丙", 3, False),
    ]


def test_companies_of_different_kits_are_not_compared(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    one, other = record.outcomes
    apart = ranked([one, replace(other, kit="别的奖项")], PanelRules(places=1))
    assert [(o.place, o.shortlisted) for o in apart] == [(1, True), (1, True)]
    sheets = [sheet.name for sheet in plan_results(replace(record, outcomes=apart), "").sheets]
    assert sheets[:2] == ["排名1", "排名2"]


def test_both_stages_count_by_their_weights(tmp_path: Path) -> None:
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    merged = joined(tmp_path, rules)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code, site_scores(merged, Decimal(10)))
    record = recorded(tmp_path, merged)
    first = next(one for one in record.outcomes if one.applicant == "C01")
    for code, points in first.joined.items():
        assert first.points[code] == round(points * Decimal("0.6") + 4, 2)
    saved = json.loads((tmp_path / "结果" / RECORD_FILE).read_text("utf-8"))
    assert saved["content"]["merged"]["rules"]["site"] == "0.4"


def test_without_every_score_of_the_site_nobody_is_ranked(tmp_path: Path) -> None:
    merged = joined(tmp_path, PanelRules(material=Decimal("0.6"), site=Decimal("0.4")))
    leaves = consensus_plan(merged, "C01", Verifier()).leaves
    site = site_scores(merged)
    sign(tmp_path, merged, "C01", site)
    sign(tmp_path, merged, "C02", site | {indicator_name("site", leaves[1].code): None})
    done = finished(tmp_path, merged)
    assert (done.paths, [one.code for one in done.findings]) == ((), ["QA961"])
    assert merged.task.name("C02") in done.findings[0].message
    assert f"1 项没有填现场评审分，如“{leaves[1].label}”" in done.findings[0].message


def test_signed_consensus_workbooks_and_edited_results_are_kept(tmp_path: Path) -> None:
    merged_panel(tmp_path, filled_panel(tmp_path), RULES)
    merged = read_back(tmp_path)
    signed = [sign(tmp_path, merged, code) for code, _ in merged.task.names]
    before = [path.read_bytes() for path in signed]
    again = merged_panel(tmp_path, merged.task, RULES)
    assert (again.findings, {*again.paths} & {*signed}) == ((), set())
    assert [path.read_bytes() for path in signed] == before
    assert read_back(tmp_path) == merged
    recorded(tmp_path, merged)
    recorded(tmp_path, merged)
    letter = next((tmp_path / "结果").glob("C02-*.docx"))
    letter.write_bytes(b"stamped")
    done = finished(tmp_path, merged)
    assert [(one.code, one.place.path) for one in done.findings] == [("QA892", str(letter))]
    assert letter.read_bytes() == b"stamped"


def test_a_consensus_of_another_round_is_told_by_its_name(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    sign(tmp_path, merged, "C01")
    sign(tmp_path, replace(merged, task=renamed(merged.task, "2025初评")), "C02")
    done = finished(tmp_path, merged)
    assert [one.code for one in done.findings] == ["QA960", "QA951"]
    assert "另一轮评审（2025初评）的 C02" in done.findings[0].message
