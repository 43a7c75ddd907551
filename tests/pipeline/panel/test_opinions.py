"""Reviews that came back: each one amiss is named, and left out only by explicit choice."""

import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from builder.book.naming import indicator_name
from builder.findings.finding import Place
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Category, Gate
from builder.model.panel.task import PanelTask
from builder.panel.input_names import OVERALL, RECUSAL, RECUSED, SIGNED
from builder.pipeline.panel.opinions import Opinions, read_opinions
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.record_files import TASK_FILE, read_record
from builder.pipeline.panel.rules_held import amiss
from builder.pipeline.verify import Verifier
from tests.support.panels import fill, filled_panel, merged_panel, reviewed, task_of
from tests.support.workbooks import WUHAN_INDIVIDUAL


def read(folder: Path, task: PanelTask, *without: str) -> Opinions:
    return read_opinions(folder / "评审", task, without, Verifier())


def told(opinions: Opinions) -> list[str]:
    return [one.code for one in opinions.findings]


@pytest.fixture
def panel(tmp_path: Path) -> PanelTask:
    return filled_panel(tmp_path)


def test_whole_reviews_are_read_to_the_point(tmp_path: Path, panel: PanelTask) -> None:
    opinions = read(tmp_path, panel)
    assert told(opinions) == []
    assert len(opinions.opinions) == 6
    first = opinions.of("C01")[0]
    plan = review_plan(panel, panel.seats[0], Verifier())
    leaf = plan.leaves[0]
    assert first.points[leaf.code] == leaf.points * Decimal("0.7") // 1 * 1
    assert first.strengths[leaf.code] == "方法系统\n有数据支撑"
    assert first.cells[leaf.code].startswith("评审打分!")


@pytest.mark.parametrize(
    ("said", "code"), [("需要回避", "QA985"), ("须 回避", "QA947"), ("不用", "QA985")]
)
def test_what_a_reviewer_declares_is_of_the_list_or_told(
    tmp_path: Path, panel: PanelTask, said: str, code: str
) -> None:
    fill(tmp_path, panel, panel.seats[0], more={RECUSAL: said})
    opinions = read(tmp_path, panel)
    assert told(opinions) == [code]
    assert len(opinions.opinions) == len(panel.seats) - 1
    if code == "QA985":
        assert "“回避声明”在 B" in opinions.findings[0].message
        assert f"填的是“{said}”，不能用：应为 无须回避、须回避" in opinions.findings[0].message


def test_a_score_off_its_step_is_told_with_the_step(tmp_path: Path, panel: PanelTask) -> None:
    plan = review_plan(panel, panel.seats[0], Verifier())
    name = indicator_name("score", plan.leaves[0].code)
    fill(tmp_path, panel, panel.seats[0], more={name: Decimal("3.33")})
    (found,) = read(tmp_path, panel).findings
    assert "分的倍数" in found.message


def test_percents_of_bands_are_read_as_points(tmp_path: Path) -> None:
    task = filled_panel(tmp_path, WUHAN_INDIVIDUAL)
    first = read(tmp_path, task).of("C01")[0]
    assert first.points == {
        leaf.code: leaf.points * Decimal("0.7")
        for leaf in review_plan(task, task.seats[0], Verifier()).leaves
    }


def test_a_missing_review_is_named_and_may_be_left_out(tmp_path: Path, panel: PanelTask) -> None:
    (tmp_path / "评审" / panel.seats[1].file).unlink()
    opinions = read(tmp_path, panel)
    assert told(opinions) == ["QA942"]
    assert "R1-C02" in opinions.findings[0].message
    assert merged_panel(tmp_path, panel).paths == ()
    left = read(tmp_path, panel, "R1-C02")
    assert (told(left), left.left_out) == ([], ("R1-C02",))


def test_an_unfinished_or_unsigned_review_is_named(tmp_path: Path, panel: PanelTask) -> None:
    leaf = review_plan(panel, panel.seats[0], Verifier()).leaves[1]
    fill(tmp_path, panel, panel.seats[0], more={indicator_name("score", leaf.code): None})
    fill(tmp_path, panel, panel.seats[1], more={SIGNED: None})
    assert told(read(tmp_path, panel)) == ["QA943", "QA948"]


@pytest.mark.parametrize("signature", ["李四光", "李 四光（代）", "李四光代"])
def test_a_review_signed_by_another_reviewer_is_told(
    tmp_path: Path, panel: PanelTask, signature: str
) -> None:
    fill(tmp_path, panel, panel.seats[0], more={SIGNED: signature})
    (found,) = read(tmp_path, panel).findings
    assert found.code == "QA1119"
    assert f"发给“张三丰”填的，签名写的是“{signature}”" in found.message
    fill(tmp_path, panel, panel.seats[0], more={SIGNED: "张 三丰"})
    assert told(read(tmp_path, panel)) == []


@pytest.mark.parametrize("signature", ["无", "待补", "XXX", "略"])
def test_a_word_that_stands_for_a_name_is_no_signature(
    tmp_path: Path, panel: PanelTask, signature: str
) -> None:
    fill(tmp_path, panel, panel.seats[0], more={SIGNED: signature})
    assert told(read(tmp_path, panel)) == ["QA948"]


def test_words_that_name_another_applicant_are_a_hint(tmp_path: Path, panel: PanelTask) -> None:
    own, other = panel.name("C01"), panel.name("C02")
    seats = [one for one in panel.seats if one.applicant == "C01"]
    fill(tmp_path, panel, seats[0], more={OVERALL: f"{other}总体较好，{other}改进明显"})
    fill(tmp_path, panel, seats[1], more={OVERALL: f"{own}总体较好"})
    opinions = read(tmp_path, panel)
    assert [(one.code, one.actual) for one in opinions.findings] == [("QA1107", other)]
    assert len(opinions.opinions) == len(panel.seats)


def test_a_reviewer_who_must_stand_aside_does_not_count(tmp_path: Path, panel: PanelTask) -> None:
    fill(tmp_path, panel, panel.seats[0], more={RECUSAL: RECUSED})
    opinions = read(tmp_path, panel)
    assert told(opinions) == ["QA947"]
    assert opinions.left_out == ("R1-C01",)
    assert len(opinions.of("C01")) == 2


def test_a_changed_formula_is_told(tmp_path: Path, panel: PanelTask) -> None:
    path = tmp_path / "评审" / panel.seats[0].file
    plan = review_plan(panel, panel.seats[0], Verifier())
    book = openpyxl.load_workbook(path)
    book[plan.total.sheet].cell(plan.total.row, plan.total.column).value = 999
    book.save(path)
    assert told(read(tmp_path, panel)) == ["QA944"]


def test_one_review_twice_and_one_of_another_panel(tmp_path: Path, panel: PanelTask) -> None:
    path = tmp_path / "评审" / panel.seats[0].file
    copy = path.with_name("副本.xlsx")
    copy.write_bytes(path.read_bytes())
    assert told(read(tmp_path, panel)) == ["QA945"]
    copy.unlink()
    stranger = tmp_path / "评审" / "别的.xlsx"
    source = next((tmp_path / "收件").glob("*.xlsx"))
    stranger.write_bytes(source.read_bytes())
    assert told(read(tmp_path, panel)) == ["QA946"]


def test_a_review_of_another_round_is_told_by_its_name(tmp_path: Path) -> None:
    first = task_of(reviewed(tmp_path / "前", called="2025初评"))
    task = task_of(reviewed(tmp_path / "后", called="2026初评"))
    old = fill(tmp_path / "前", first, first.seats[0])
    (tmp_path / "后" / "评审" / task.seats[0].file).write_bytes(old.read_bytes())
    for seat in task.seats[1:]:
        fill(tmp_path / "后", task, seat)
    opinions = read(tmp_path / "后", task)
    assert told(opinions) == ["QA960", "QA942"]
    assert "另一轮评审（2025初评-" in opinions.findings[0].message


def test_a_seat_that_does_not_exist_cannot_be_left_out(tmp_path: Path, panel: PanelTask) -> None:
    assert told(read(tmp_path, panel, "R9-C01")) == ["QA949"]


def test_a_company_without_any_opinion_is_told(tmp_path: Path, panel: PanelTask) -> None:
    without = tuple(seat.name for seat in panel.seats if seat.applicant == "C02")
    assert told(read(tmp_path, panel, *without)) == ["QA950"]


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"version": 1, "content": {"run": 5}}', "[", '{"version": 1, "version": 1}'],
)
def test_a_task_that_was_changed_is_not_believed(
    tmp_path: Path, panel: PanelTask, text: str
) -> None:
    assert panel.run
    (tmp_path / "评审" / TASK_FILE).write_text(text, encoding="utf-8")
    found = read_record(tmp_path / "评审" / TASK_FILE, PanelTask, "QA939")
    assert not isinstance(found, PanelTask)
    assert found.code == "QA939"


def weighted(*roles: str) -> PanelRules:
    return PanelRules(join=Join.WEIGHTED, weights=tuple((role, Decimal(2)) for role in roles))


@pytest.mark.parametrize(
    ("rules", "code", "words"),
    [
        (weighted("组长", "评审员"), "", ""),
        (weighted("组 长"), "QA967", "“权重表”里写的“组 长”在这次评审里没有。是不是“组长”？"),
        (weighted("首席专家"), "QA967", "“权重表”里写的“首席专家”在这次评审里没有。"),
        (PanelRules(tie_break=("1", "1.1")), "", ""),
        (
            PanelRules(tie_break=("1.9",)),
            "QA967",
            "“同分比较”里写的“1.9”在这次评审里没有。是不是“1.",
        ),
        (PanelRules(line=Decimal(500)), "", ""),
        (PanelRules(line=Decimal("500.1")), "QA968", "最多只有 500 分"),
        (
            PanelRules(shortlist=Gate(line=Decimal(600))),
            "QA968",
            "规则的“入围现场”写的是 600 分",
        ),
        (PanelRules(decimals=0), "", ""),
    ],
)
def test_rules_must_name_what_the_panel_has(
    tmp_path: Path, panel: PanelTask, rules: PanelRules, code: str, words: str
) -> None:
    done = merged_panel(tmp_path, panel, rules)
    assert sorted({one.code for one in done.findings}) == [code] * bool(code)
    assert bool(done.paths) is not bool(code)
    assert words in "".join(one.message for one in done.findings)
    assert len(done.findings) <= 1


@pytest.mark.parametrize(
    "rules",
    [
        PanelRules(places=3),
        PanelRules(shortlist=Gate(places=9)),
        PanelRules(categories=(Category(category="制造业", places=3),)),
    ],
)
def test_more_places_than_applicants_are_told_and_keep_nobody_from_joining(
    tmp_path: Path, panel: PanelTask, rules: PanelRules
) -> None:
    done = merged_panel(tmp_path, panel, rules)
    assert [one.code for one in done.findings] == ["QA966"]
    assert done.paths
    assert [one.code for one in amiss(PanelRules(places=2), panel, Place(), Verifier())] == []


@pytest.mark.parametrize(
    "changed",
    [
        {"applicants": []},
        {"names": []},
        {"reviewers": []},
        {"seats": 2 * [{"reviewer": "R1", "applicant": "C01", "file": "甲"}]},
        {"seats": [{"reviewer": "R1", "applicant": "C01"}]},
        {"blind": 0},
        {"more": ""},
    ],
    ids=["no applicants", "no names", "no reviewers", "a seat twice", "no file", "number", "more"],
)
def test_a_task_whose_parts_do_not_fit_each_other_is_not_believed(
    tmp_path: Path, panel: PanelTask, changed: dict[str, object]
) -> None:
    path = tmp_path / "评审" / TASK_FILE
    assert read_record(path, PanelTask, "QA939") == panel
    record = json.loads(path.read_bytes())
    record["content"] |= changed
    path.write_text(json.dumps(record), encoding="utf-8")
    found = read_record(path, PanelTask, "QA939")
    assert not isinstance(found, PanelTask)
    assert found.code == "QA939"


def test_fewer_opinions_than_the_rules_ask_for_stop_the_panel(
    tmp_path: Path, panel: PanelTask
) -> None:
    fill(tmp_path, panel, panel.seats[0], more={RECUSAL: RECUSED})
    done = merged_panel(tmp_path, panel, PanelRules(least=3))
    assert (done.paths, [one.code for one in done.findings]) == ((), ["QA947", "QA978"])
    assert "只有 2 份可用的评审意见，至少要 3 份" in done.findings[1].message
    assert merged_panel(tmp_path, panel, PanelRules(least=2)).paths
