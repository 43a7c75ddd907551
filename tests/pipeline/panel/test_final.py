"""The end of a panel: signed consensus, ranking, a record from which every number comes again."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.model.panel.record import Merged, Outcome, PanelRecord
from builder.model.panel.rules import Join, PanelRules
from builder.panel.input_names import CONSENSUS_LEADER
from builder.panel.results.order import ranked
from builder.panel.results.results_book import plan_results
from builder.pipeline.panel.final import RANKING_FILE
from builder.pipeline.panel.planning import consensus_plan
from builder.pipeline.panel.record_files import RECORD_FILE, TASK_FILE, read_record, record_bytes
from builder.pipeline.panel.tracing import Traced, trace_number
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    fill,
    filled_panel,
    finished,
    handed_in,
    merged_panel,
    read_back,
    renamed,
    sign,
    site_scores,
    taken_away,
)

RULES = PanelRules(join=Join.MEDIAN, line=Decimal(250), places=1)


def joined(folder: Path, rules: PanelRules = RULES) -> Merged:
    done = merged_panel(folder, filled_panel(folder), rules)
    assert done.findings == ()
    return read_back(folder)


def recorded(folder: Path, merged: Merged) -> PanelRecord:
    done = finished(folder, merged)
    assert done.findings == (), [one.message for one in done.findings]
    record = read_record(folder / "结果" / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    return record


def serious(traced: Traced) -> list[Finding]:
    """What is amiss; the kits of these panels lie elsewhere, which is only a hint."""
    return [one for one in traced.findings if one.code != "QA984"]


def test_the_circle_is_closed(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0]
    agreed: dict[str, Value] = {
        indicator_name("agreed", leaf.code): Decimal(7),
        indicator_name("reason", leaf.code): "现场查证不符",
    }
    sign(tmp_path, merged, "C01", agreed)
    sign(tmp_path, merged, "C02")
    record = recorded(tmp_path, merged)
    assert [(one.place, one.shortlisted) for one in record.outcomes] == [(1, True), (2, False)]
    first = next(one for one in record.outcomes if one.applicant == "C01")
    assert first.points[leaf.code] == 7
    assert first.reasons == {leaf.code: "现场查证不符"}
    for outcome in record.outcomes:
        traced = trace_number(
            record, str(tmp_path / "结果" / RECORD_FILE), outcome.applicant, "total", Verifier()
        )
        assert serious(traced) == []
        for part in outcome.parts:
            assert part.score <= part.points
        assert outcome.total == min(outcome.stated, sum(part.score for part in outcome.parts))
    book = openpyxl.load_workbook(tmp_path / "结果" / RANKING_FILE, data_only=True)
    shown = [row[3] for row in book["排名"].iter_rows(min_row=4, max_row=5, values_only=True)]
    assert shown == [merged.task.name(one.applicant) for one in record.outcomes]


def test_a_number_is_traced_to_each_reviewers_cell(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0]
    lines = trace_number(record, "", "C01", leaf.code, Verifier()).lines
    for opinion in merged.of("C01"):
        where = f"{opinion.file}!{opinion.cells[leaf.code]}"
        assert any(where in line and opinion.digest[:16] in line for line in lines)
    assert any("取各评审员的中位数" in line for line in lines)
    group = trace_number(record, "", merged.task.name("C02"), leaf.code[0], Verifier()).lines
    assert any(leaf.label in line for line in group)


def test_what_the_record_does_not_know_is_told(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    for applicant, code in (("C09", "total"), ("C01", "9.9")):
        traced = trace_number(record, "", applicant, code, Verifier())
        assert [one.code for one in traced.findings] == ["QA958"]


def _forged(outcome: Outcome, kind: str) -> Outcome:
    first = next(iter(outcome.joined))
    more = Decimal(1)
    match kind:
        case "joined":
            return replace(outcome, joined={**outcome.joined, first: outcome.joined[first] + more})
        case "points":
            return replace(outcome, points={**outcome.points, first: outcome.points[first] + more})
        case "part":
            part = replace(outcome.parts[0], score=outcome.parts[0].score + more)
            return replace(outcome, parts=(part, *outcome.parts[1:]))
        case "total":
            return replace(outcome, total=outcome.total + more)
        case "place":
            return replace(outcome, place=outcome.place + 1)
        case _:
            return replace(outcome, shortlisted=not outcome.shortlisted)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("joined", "（合成分）是"),
        ("points", "（采用分）是"),
        ("part", "的1 "),
        ("total", "的总分是"),
        ("place", "的名次是"),
        ("shortlisted", "的入围是"),
    ],
)
def test_the_first_number_of_a_record_that_does_not_follow_is_named(
    tmp_path: Path, kind: str, label: str
) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    path = str(tmp_path / "结果" / RECORD_FILE)
    assert serious(trace_number(record, path, "C01", "total", Verifier())) == []
    forged = replace(record, outcomes=(_forged(record.outcomes[0], kind), *record.outcomes[1:]))
    (found,) = serious(trace_number(forged, path, "C01", "total", Verifier()))
    assert found.code == "QA959"
    assert label in found.message


def test_a_number_of_a_reviewer_that_its_file_does_not_say_is_named(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    first = record.merged.of("C01")[0]
    leaf = next(iter(first.points))
    forged = replace(first, points={**first.points, leaf: first.points[leaf] + 1})
    others = tuple(one for one in record.merged.opinions if one != first)
    whole = replace(record, merged=replace(record.merged, opinions=(forged, *others)))
    path = str(tmp_path / "结果" / RECORD_FILE)
    (found,) = serious(trace_number(whole, path, "C01", leaf, Verifier()))
    assert f"（{first.reviewer} 的评审分）是 {first.points[leaf]}" in found.message


@pytest.mark.parametrize("folder", ["评审", "合议", "收件"])
def test_a_file_that_is_not_the_recorded_one_is_named(tmp_path: Path, folder: str) -> None:
    merged = joined(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    record = recorded(tmp_path, merged)
    if folder == "收件":
        handed_in(tmp_path / "收件")
        sources = [*(tmp_path / "收件").glob("*.xlsx")]
        named = [
            replace(one, file=str(path))
            for one, path in zip(record.merged.task.applicants, sorted(sources), strict=True)
        ]
        task = replace(record.merged.task, applicants=tuple(named))
        record = replace(record, merged=replace(record.merged, task=task))
    changed = sorted((tmp_path / folder).rglob("*.xlsx"))[0]
    changed.write_bytes(b"changed")
    path = str(tmp_path / "结果" / RECORD_FILE)
    found = trace_number(record, path, "C01", "total", Verifier()).findings
    assert str(changed) in [one.place.path for one in found if one.code == "QA983"]


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
    sign(tmp_path, merged, "C01", {CONSENSUS_LEADER: None})
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
    merged = joined(tmp_path)
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


def _signed(folder: Path, rules: PanelRules = RULES) -> Merged:
    merged = joined(folder, rules)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    return merged


def _taken_away(folder: Path, merged: Merged) -> None:
    (folder / "评审" / merged.task.seats[0].file).unlink()


def _changed(folder: Path, merged: Merged) -> None:
    fill(folder, merged.task, merged.task.seats[0], Decimal("0.3"))


@pytest.mark.parametrize(
    ("change", "words"), [(_taken_away, "现在不见了"), (_changed, "合议以后改过")]
)
def test_reviews_that_changed_after_the_consensus_stop_the_ranking(
    tmp_path: Path, change: Callable[[Path, Merged], None], words: str
) -> None:
    merged = _signed(tmp_path)
    change(tmp_path, merged)
    done = finished(tmp_path, merged)
    assert (done.paths, [one.code for one in done.findings]) == ((), ["QA981"])
    assert f"{merged.task.seats[0].name} 的评审表{words}" in done.findings[0].message


def test_a_review_that_came_after_the_consensus_stops_the_ranking(tmp_path: Path) -> None:
    task = filled_panel(tmp_path)
    late = taken_away(tmp_path, task.seats[0])
    merged_panel(tmp_path, task, without=(task.seats[0].name,))
    merged = read_back(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    (tmp_path / "评审" / task.seats[0].file).write_bytes(late)
    done = finished(tmp_path, merged)
    assert [one.code for one in done.findings] == ["QA981"]
    assert "合议以后才收到" in done.findings[0].message


def test_another_task_stops_the_ranking(tmp_path: Path) -> None:
    merged = _signed(tmp_path)
    (tmp_path / "评审" / TASK_FILE).write_bytes(record_bytes(renamed(merged.task, "再评")))
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA980"]
    (tmp_path / "评审" / TASK_FILE).unlink()
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA939"]


def test_rules_that_changed_after_the_consensus_stop_the_ranking(tmp_path: Path) -> None:
    rules = tmp_path / "规则.yaml"
    rules.write_text("join: median\nline: 250\nplaces: 1\n", encoding="utf-8")
    merged = replace(_signed(tmp_path), source=str(rules))
    assert finished(tmp_path, merged).findings == ()
    rules.write_text("join: mean\n", encoding="utf-8")
    assert [one.code for one in finished(tmp_path, merged).findings] == ["QA982"]
