"""What a notice only half says is proposed and asked: fields, circumstances, units, ways."""

from pathlib import Path

import pytest

from builder.model.office import FieldKind
from builder.notice.draft import Draft
from builder.notice.fate import Fate
from builder.notice.lines import Notice
from builder.notice.reading.opened import open_notice
from tests.notice.shapes import Paper, Row, Sheet, word
from tests.notice.written import TITLE, draft_from, drafted, question, scheme_of

SCORED = (
    "附件2",
    TITLE.strip(),
    "1 领导（60分）",
    "1.1 方向（60分）",
    "如何引领组织发展。",
    "2 效益（40分）",
    "2.1 结果（40分）",
    "说明产品合格率、顾客满意度、全员劳动生产率和万元产值综合能耗的水平。",
    "总分100分。",
)
FORM: tuple[Row, ...] = (
    ["单位名称", "", "统一社会信用代码", ""],
    ["法定代表人", "", "联系电话", ""],
    ["电子邮箱", "", "成立日期", ""],
    ["职工人数", "", "主导产品", ""],
    ["申报日期", "", "是否上市", "□是 □否"],
)


def with_form(folder: Path, **answers: str) -> Draft:
    """The draft of a Word notice whose first annex is an application form."""
    form = Sheet(rows=FORM, heads=0)
    path = folder / "通知.docx"
    path.write_bytes(word(Paper(parts=("附件1", "某区政府质量奖申报表", form, *SCORED))))
    notice = open_notice(path)
    assert isinstance(notice, Notice)
    return draft_from(notice, **answers)


def test_the_labels_of_an_application_form_become_fields(tmp_path: Path) -> None:
    draft = with_form(tmp_path)
    fields = scheme_of(draft).fields
    assert [(one.name, one.caption, one.kind) for one in fields] == [
        ("organisation", "单位名称", FieldKind.TEXT),
        ("credit_code", "统一社会信用代码", FieldKind.CREDIT_CODE),
        ("legal_representative", "法定代表人", FieldKind.TEXT),
        ("phone", "联系电话", FieldKind.TEXT),
        ("email", "电子邮箱", FieldKind.EMAIL),
        ("founded", "成立日期", FieldKind.DATE),
        ("employees", "职工人数", FieldKind.NUMBER),
        ("item", "主导产品", FieldKind.TEXT),
    ]
    assert [one.required for one in fields[:2]] == [True, False]
    assert draft.findings == ()
    assert draft.account.characters(Fate.UNUSED) == 0
    assert [root.name for root in scheme_of(draft).indicators] == ["领导", "效益"]
    assert "单位名称" in question(draft, "form:").words


def test_a_form_that_is_not_wanted_leaves_the_usual_fields(tmp_path: Path) -> None:
    draft = with_form(tmp_path, form__某区政府质量奖申报表="用通用的一套")
    assert scheme_of(draft).fields == ()
    assert draft.account.characters(Fate.UNUSED) == 0


@pytest.mark.parametrize(
    ("answer", "units", "ways"),
    [("照写", 1, 4), ("只写单位", 1, 0), ("都不写", 0, 0)],
)
def test_units_and_ways_of_figures_are_asked_together(answer: str, units: int, ways: int) -> None:
    draft = drafted("\n".join(SCORED[1:]) + "\n", measures=answer)
    metrics = scheme_of(draft).metrics
    assert len(metrics) == 4
    assert sum(bool(one.unit) for one in metrics) == units
    assert sum(one.better is not None for one in metrics) == ways
    # What is called a rate and is no share has no percent.
    assert "%" not in [one.unit for one in metrics if one.name == "全员劳动生产率"]
    assert draft.findings == ()


@pytest.mark.parametrize(("answer", "count"), [("逐项列出", 2), ("不列", 0)])
def test_the_circumstances_of_a_veto_are_asked(answer: str, count: int) -> None:
    text = TITLE + (
        "一、否决事项\n"
        "（一）近3年产品监督抽查不合格；因质量问题被国外通报或退运；\n"
        "（二）近3年存在其他不良记录。\n"
        "二、评分要点\n1 领导（100分）\n如何引领组织发展。\n总分100分。\n"
    )
    draft = drafted(text, circumstances__veto=answer)
    vetoes = scheme_of(draft).vetoes
    assert [len(one.circumstances) for one in vetoes] == [count, 0]
    if count:
        assert vetoes[0].circumstances == (
            "近3年产品监督抽查不合格",
            "因质量问题被国外通报或退运",
        )
    assert draft.account.characters(Fate.UNUSED) == 0
