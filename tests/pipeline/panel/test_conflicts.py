"""Conflicts of interest: whom a reviewer must not judge, however it is written."""

from pathlib import Path

import pytest

from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.lists import save_list
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    handed_in,
    reviewed,
    task_of,
)


@pytest.mark.parametrize(
    ("avoided", "code", "words"),
    [
        ("甲精密机戒", "QA963", "是不是“甲精密机械”？"),
        ("精", "QA963", "不是这次的申报者"),
        ("公司", "QA964", "对上了 2 个申报者。是不是“乙电子科技公司”“甲精密机械公司”中的一个？"),
    ],
)
def test_a_company_to_avoid_must_be_one_of_those_at_hand(
    tmp_path: Path, avoided: str, code: str, words: str
) -> None:
    names = ("甲精密机械公司", "乙电子科技公司") if code == "QA964" else COMPANIES
    rows = (REVIEWERS[0], ("李四光", "", avoided))
    made = reviewed(tmp_path, reviewers=rows, applicants=names)
    assert [one.code for one in made.findings] == [code]
    assert words in made.findings[0].message
    assert not (tmp_path / "评审").exists()


def test_a_company_that_everybody_must_avoid_is_named(tmp_path: Path) -> None:
    rows = (("张三丰", "", "、".join(COMPANIES)), ("李四光", "", COMPANIES[0]))
    made = reviewed(tmp_path, reviewers=rows)
    assert [one.code for one in made.findings] == ["QA965", "QA977"]
    assert COMPANIES[0] in made.findings[0].message
    assert "张三丰" in made.findings[1].message


FIRMS = ("武汉甲精密机械有限公司", "乙电子科技股份有限公司", "丙生物医药集团有限公司")


@pytest.mark.parametrize(
    ("avoided", "left_out"),
    [("乙 电 子", "乙电子科技股份有限公司"), ("甲精密机械", "武汉甲精密机械有限公司")],
)
def test_a_company_written_in_short_is_avoided_and_told(
    tmp_path: Path, avoided: str, left_out: str
) -> None:
    rows = (REVIEWERS[0], ("李四光", "", avoided))
    made = reviewed(tmp_path, reviewers=rows, applicants=FIRMS)
    task = task_of(made)
    judged = [task.name(seat.applicant) for seat in task.seats if seat.reviewer == "R2"]
    assert sorted((*judged, left_out)) == sorted(FIRMS)
    assert [one.code for one in made.findings] == ["QA974"]
    assert f"按申报者“{left_out}”回避" in made.findings[0].message


@pytest.mark.parametrize(
    ("avoided", "near"),
    [
        ("武汉甲精密机械有限责任公司", "武汉甲精密机械有限公司"),
        ("湖北省武汉市东湖区乙电子科技有限公司", "乙电子科技股份有限公司"),
        ("丙生物医药有限公司", "丙生物医药集团有限公司"),
        ("丙生物醫藥（集團）有限公司", "丙生物医药集团有限公司"),
        ("武汉甲精蜜机械有限公司", "武汉甲精密机械有限公司"),
        ("乙電孑科技有限公司", "乙电子科技股份有限公司"),
        ("丙生物制药集团", "丙生物医药集团有限公司"),
    ],
)
def test_a_name_with_a_slip_stops_and_asks_for_the_right_one(
    tmp_path: Path, avoided: str, near: str
) -> None:
    rows = (REVIEWERS[0], ("李四光", "", avoided))
    made = reviewed(tmp_path, reviewers=rows, applicants=FIRMS)
    assert [one.code for one in made.findings] == ["QA963"]
    assert f"是不是“{near}”？" in made.findings[0].message
    assert made.task is None


def test_a_name_without_its_place_means_each_company_that_has_it(tmp_path: Path) -> None:
    firms = ("广东甲精密机械有限公司", "深圳市甲精密机械有限公司")
    rows = (REVIEWERS[0], ("李四光", "", "甲精密机械有限公司"))
    made = reviewed(tmp_path, reviewers=rows, applicants=firms)
    assert [one.code for one in made.findings] == ["QA964"]
    assert all(firm in made.findings[0].message for firm in firms)


def test_a_whole_name_means_its_company_though_another_begins_so(tmp_path: Path) -> None:
    firms = ("甲精密机械有限公司", "甲精密机械配件有限公司")
    rows = (REVIEWERS[0], ("李四光", "", "甲精密机械有限公司"))
    made = reviewed(tmp_path, reviewers=rows, applicants=firms)
    task = task_of(made)
    judged = [task.name(seat.applicant) for seat in task.seats if seat.reviewer == "R2"]
    assert (made.findings, judged) == ((), [firms[1]])


@pytest.mark.parametrize("heading", ["单位", "工作单位", "所在单位", "工作单位及职务"])
def test_nobody_judges_where_he_works(tmp_path: Path, heading: str) -> None:
    handed_in(tmp_path / "收件", applicants=FIRMS)
    rows = (("张三丰", "质检院"), ("李四光", "武汉甲精密机械有限责任公司 总工"), ("王五一", "无"))
    order = ReviewOrder(
        files=(tmp_path / "收件",),
        reviewers=save_list(tmp_path / "名单.xlsx", ("姓名", heading), *rows),
        folder=tmp_path / "评审",
        blind=False,
        template=shipped_templates().workbook,
    )
    made = write_reviews(order, Verifier())
    task = task_of(made)
    assert [one.code for one in made.findings] == ["QA975"]
    judged = [task.name(seat.applicant) for seat in task.seats if seat.reviewer == "R2"]
    assert sorted((*judged, FIRMS[0])) == sorted(FIRMS)


def test_a_company_with_too_few_reviewers_and_a_reviewer_with_none_stop_the_review(
    tmp_path: Path,
) -> None:
    rows = (REVIEWERS[0], REVIEWERS[1], ("王五一", "", "、".join(COMPANIES)))
    made = reviewed(tmp_path, reviewers=rows, least=3)
    assert [one.code for one in made.findings] == ["QA976", "QA976", "QA977"]
    assert f"“{COMPANIES[1]}”回避以后只有 2 位评审员，至少要 3 位" in "".join(
        one.message for one in made.findings
    )
    assert not (tmp_path / "评审").exists()
