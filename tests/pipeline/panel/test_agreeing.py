"""What a panel agrees on: points far apart are settled, and its own words go to the applicant."""

from decimal import Decimal
from pathlib import Path

import docx

from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.kit.kit_plan import ScoredPlan
from builder.letters.feedback_room import FeedbackSection, bounded, lines_of
from builder.letters.site_check import plan_site_check
from builder.model.office import Office
from builder.model.panel.record import Merged
from builder.model.panel.rules import Feedback, PanelRules
from builder.panel.consensus.merged_words import MERGED_LENGTH, merged_words, unmarked
from builder.panel.input_names import (
    CONSENSUS_DATE,
    CONSENSUS_GUIDE,
    CONSENSUS_LEADER,
    CONSENSUS_OVERALL,
    CONSENSUS_TALK,
)
from builder.pipeline.panel.carrying import TAKEN_AWAY, whole
from builder.pipeline.panel.key_file import by_name
from builder.pipeline.panel.planning import consensus, review_plan
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    fill,
    filled_panel,
    joined,
    merged_panel,
    read_back,
    recorded,
    sign,
)


def far_apart(folder: Path, *, blind: bool = False) -> Merged:
    """A panel one of whose reviewers gave the first two indicators nothing."""
    task = filled_panel(folder, blind=blind)
    seat = next(one for one in task.seats if one.name == "R1-C01")
    first, second, *_ = review_plan(task, seat, Verifier()).leaves
    none: dict[str, Value] = {
        indicator_name("score", leaf.code): Decimal(0) for leaf in (first, second)
    }
    fill(folder, task, seat, Decimal("0.8"), none)
    merged_panel(folder, task)
    return read_back(folder)


def said(plan: ScoredPlan, sheet: str, answers: dict[str, Value]) -> list[str]:
    """What the formulas of a sheet say with these answers."""
    exact = Evaluation(plan, answers)
    cells = (cell for cell, _ in plan.formulas if cell.sheet == sheet)
    return [text for cell in cells if isinstance(text := exact.value(cell), str) and text]


def test_what_is_settled_leaves_the_list_and_the_book_says_when_it_is_finished(
    tmp_path: Path,
) -> None:
    plan = consensus(far_apart(tmp_path), "C01", Verifier()).book
    first, second, *_ = plan.leaves
    signed: dict[str, Value] = {CONSENSUS_LEADER: "组长", CONSENSUS_DATE: "2026-11-30"}
    as_joined: dict[str, Value] = {indicator_name("reason", first.code): "讨论过，照合成分"}
    agreed: dict[str, Value] = {
        indicator_name("agreed", second.code): Decimal(1),
        indicator_name("reason", second.code): "材料里有，漏看了",
    }
    told = [
        "须讨论的项目：共 2 项待办事项，点“前往”直达要填的单元格",
        *("须讨论", first.label, "前往 →", "须讨论", second.label, "前往 →"),
    ]
    assert said(plan, CONSENSUS_TALK, {}) == told
    one_left = said(plan, CONSENSUS_TALK, as_joined)
    assert one_left[1:] == ["须讨论", second.label, "前往 →"]
    assert said(plan, CONSENSUS_TALK, as_joined | agreed) == ["须讨论的项目：没有待办事项"]
    (progress,) = said(plan, CONSENSUS_GUIDE, signed)
    assert progress == "未完成：还有 2 项没有议定，见“合议打分”的状态列"
    (progress,) = said(plan, CONSENSUS_GUIDE, as_joined | agreed)
    assert progress == "未完成：全部议定，组长还没有签字、写日期"
    assert said(plan, CONSENSUS_GUIDE, signed | as_joined | agreed) == ["已完成"]


def test_the_list_has_room_for_every_indicator(tmp_path: Path) -> None:
    plan = consensus(far_apart(tmp_path), "C01", Verifier()).book
    rows = {cell.row for cell, _ in plan.formulas if cell.sheet == CONSENSUS_TALK}
    assert len(rows) == len(plan.leaves) + 1


def test_words_are_merged_under_the_codes_of_those_who_wrote_them() -> None:
    merged = merged_words([("R1", "方法系统\n有数据"), ("R2", "方法 系统\n"), ("R3", "有标杆")])
    assert merged.text == "R1、R2：方法系统\nR1：有数据\nR3：有标杆"
    assert merged.left == 0
    assert [unmarked(line) for line in merged.text.split("\n")] == ["方法系统", "有数据", "有标杆"]
    assert unmarked("R&D 投入不足：只有一年") == "R&D 投入不足：只有一年"


def test_what_there_is_no_room_for_is_counted_and_everybody_has_a_turn() -> None:
    lines = "\n".join(f"{'长' * 90}{n}" for n in range(20))
    merged = merged_words([("R1", lines), ("R2", "短的一条")])
    assert len(merged.text) <= MERGED_LENGTH
    assert "R2：短的一条" in merged.text
    assert merged.left == 21 - len(merged.text.split("\n"))


def test_words_nobody_touched_follow_the_reviewers_and_others_stay(tmp_path: Path) -> None:
    task = filled_panel(tmp_path)
    merged_panel(tmp_path, task)
    seat = next(one for one in task.seats if one.name == "R2-C01")
    code = review_plan(task, seat, Verifier()).leaves[0].code
    mine, other = (indicator_name(f"merged_{kind}", code) for kind in ("strengths", "improvements"))
    sign(tmp_path, read_back(tmp_path), "C01", {mine: "合议组写的", CONSENSUS_OVERALL: None})
    more: dict[str, Value] = {
        indicator_name("strengths", code): "新的优势",
        indicator_name("improvements", code): "新的改进",
    }
    fill(tmp_path, task, seat, Decimal("0.8"), more)
    done = merged_panel(tmp_path, task)
    assert [one.code for one in done.findings] == ["QA1111"]
    merged = read_back(tmp_path)
    made = consensus(merged, "C01", Verifier())
    assert "R2：新的改进" in made.prefilled[other]
    merged_panel(tmp_path, task)
    sign_again = tmp_path / "合议" / "C01-合议表.xlsx"
    assert sign_again.exists()
    assert whole(made.prefilled, {mine: "合议组写的", CONSENSUS_OVERALL: TAKEN_AWAY})[mine]


def test_the_panels_words_are_what_the_applicant_is_told(tmp_path: Path) -> None:
    merged = joined(tmp_path)
    code = consensus(merged, "C01", Verifier()).book.leaves[0].code
    own: dict[str, Value] = {
        indicator_name("merged_strengths", code): "R1、R2：合议后的优势",
        indicator_name("merged_improvements", code): None,
        CONSENSUS_OVERALL: "合议后的总体评价",
    }
    sign(tmp_path, merged, "C01", own)
    sign(tmp_path, merged, "C02")
    recorded(tmp_path, merged)
    (path,) = (tmp_path / "结果").glob("C01-*-评审反馈.docx")
    told = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "优势：合议后的优势" in told
    assert "合议后的总体评价" in told
    assert "展开不够" not in told
    assert "方法系统" not in told


def test_the_office_may_ask_for_the_words_as_they_were_written(tmp_path: Path) -> None:
    merged = joined(tmp_path, PanelRules(feedback=Feedback.RAW))
    code = consensus(merged, "C01", Verifier()).book.leaves[0].code
    for applicant, _ in merged.task.names:
        own: dict[str, Value] = {indicator_name("merged_strengths", code): "合议后的优势"}
        sign(tmp_path, merged, applicant, own)
    recorded(tmp_path, merged)
    (path,) = (tmp_path / "结果").glob("C01-*-评审反馈.docx")
    told = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "优势：方法系统" in told
    assert "合议后的优势" not in told


def test_a_feedback_keeps_to_its_pages_and_says_what_it_leaves_out() -> None:
    lines = tuple(f"{'说' * 100}{n}" for n in range(5))
    sections = [FeedbackSection(heading=f"{n} 领导", strengths=lines) for n in range(10)]
    *shown, told = bounded(sections, 60)
    assert len(shown) == 10
    kept = sum(len(one.strengths) for one in shown)
    assert sum(lines_of(text, 7) for one in shown for text in one.strengths) <= 60
    assert f"另有 {50 - kept} 条" in told.heading
    assert "合议意见" in told.heading
    assert bounded(sections, 9999) == tuple(sections)


def test_equal_questions_are_asked_once_and_keep_their_indicators(tmp_path: Path) -> None:
    task = filled_panel(tmp_path, blind=True)
    seat = next(one for one in task.seats if one.name == "R2-C01")
    first, second, *_ = review_plan(task, seat, Verifier()).leaves
    more: dict[str, Value] = {
        indicator_name("questions", first.code): "现场看台账。",
        indicator_name("questions", second.code): "现场看台账\n看仓库",
    }
    fill(tmp_path, task, seat, Decimal("0.8"), more)
    merged_panel(tmp_path, task)
    merged = read_back(tmp_path)
    labels = {leaf.code: leaf.label for leaf in (first, second)}
    check = plan_site_check(merged, "C01", labels, "某奖", Office())
    asked = [(one.words, one.indicator) for one in check.questions]
    both = f"{first.label}\n{second.label}"
    assert asked == [("现场看台账", both), ("看仓库", second.label)]
    assert check.applicant == "申报者 C01"
    document = docx.Document(str(tmp_path / "合议" / "C01-现场核查单.docx"))
    whole_text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    known, _ = by_name(merged, tmp_path / "评审", None)
    assert known.task.name("C01") not in ("", "申报者 C01")
    assert known.task.name("C01") not in whole_text
