"""A notice without points whose indicators are told in grades."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.notice.draft import make_draft
from builder.notice.lines import Notice
from builder.notice.question import Decisions
from tests.notice.shapes import Paper, Row, Sheet, word
from tests.notice.written import draft_from, opened, question, scheme_of

_BESIDE: tuple[Row, ...] = (
    ["评估指标", None, "级别", None, None],
    [None, None, "AAA级", "AA级", "A级"],
    ["设施设备", "1.自有仓储面积", "3万以上", "1万以上", "4000以上"],
    [None, "2.货运车辆", "150辆以上", "80辆以上", "30辆以上"],
)
_PLAIN: tuple[Row, ...] = (["评定项目", "五星级", "四星级"], ["厂房", "自有", "租赁"])
_PAYMENTS: tuple[Row, ...] = (["项目", "金额", "日期"], ["首付款", "三成", "签订后"])


def notice(folder: Path, *parts: str | Sheet) -> Notice:
    read = opened(folder / "通知.docx", word(Paper(parts=("附件1", "某市企业评估", *parts))))
    assert isinstance(read, Notice)
    return read


def test_one_table_with_a_grade_over_each_column(tmp_path: Path) -> None:
    draft = draft_from(notice(tmp_path, Sheet(rows=_BESIDE, heads=2)))
    asked = question(draft, "grades")
    assert "2 项都按“AAA级、AA级、A级”分级" in asked.words
    assert asked.proposal == "由高到低"
    scheme = scheme_of(draft)
    assert scheme.grades == ("A级", "AA级", "AAA级")
    assert [node.name for node in scheme.walk] == ["设施设备", "自有仓储面积", "货运车辆"]
    assert draft.findings == ()


def test_what_is_merged_across_grades_is_demanded_in_each(tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (*_BESIDE, [None, "3.评估指标", "评估指标", None, None])
    draft = draft_from(notice(tmp_path, Sheet(rows=rows, heads=2)))
    assert "| 评估指标 | 评估指标 | 评估指标 |" in draft.text


def test_a_table_under_each_heading(tmp_path: Path) -> None:
    def table(first: str, second: str) -> Sheet:
        return Sheet(rows=(["1A", "2A"], [first, second]), heads=1)

    draft = draft_from(
        notice(tmp_path, "1 年限", table("一年", "两年"), "2 网点", table("2个", "5个"))
    )
    assert question(draft, "grades").proposal == "由低到高"
    assert scheme_of(draft).grades == ("1A", "2A")
    assert "step" not in {one.key for one in draft.questions}


@pytest.mark.parametrize(
    ("rows", "answers"), [(_PAYMENTS, {}), (_PLAIN, {}), (_BESIDE, {"grades": "不是分级"})]
)
def test_other_tables_and_what_a_person_denies_make_no_draft(
    rows: tuple[Row, ...], answers: dict[str, str], tmp_path: Path
) -> None:
    read = notice(tmp_path, Sheet(rows=rows, heads=1))
    decisions = Decisions()
    if answers:
        asked = question(draft_from(read), "grades")
        decisions = decisions.with_answer(asked, answers["grades"])
    made = make_draft(read, decisions, "draft", "draft.md")
    assert isinstance(made, Finding)
    assert made.code == "QA992"


def test_a_title_without_the_usual_words_is_proposed_as_it_stands(tmp_path: Path) -> None:
    draft = draft_from(notice(tmp_path, "1 领导（100分）", "如何做。"))
    assert question(draft, "title").proposal == "某市企业评估"
    assert "title: 某市企业评估" in draft.text
