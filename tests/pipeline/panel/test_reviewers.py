"""Lists of reviewers: who is meant, whom each avoids, and what is nobody."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from builder.model.panel.task import Reviewer
from builder.pipeline.panel.reviewers import read_reviewers
from tests.support.lists import save_list


def codes(folder: Path, *rows: tuple[object, ...]) -> list[str]:
    return [one.code for one in read_reviewers(save_list(folder / "名单.xlsx", *rows)).findings]


def test_a_list_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, ("名字",), ("张三丰",)) == ["QA935"]
    assert codes(tmp_path, ("姓名",)) == ["QA937"]
    assert codes(tmp_path, ("姓名",), ("张三丰",), ("张三 丰",)) == ["QA938"]
    assert codes(tmp_path, ("姓名",), ("=1/0",)) == ["QA936", "QA937"]


def listed(folder: Path, *rows: tuple[object, ...]) -> tuple[Reviewer, ...]:
    read = read_reviewers(save_list(folder / "名单.xlsx", *rows))
    assert {one.code for one in read.findings} <= {"QA873"}, [one.message for one in read.findings]
    return read.reviewers


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "回避",
            "需回避单位",
            "回避单位（全称）",
            "回避 单位",
            "应回避的企业",
            "回避单位1",
            "回避申报者",
        ),
        *("回避单位名称", "须回避的申报单位", "回避单位２", "回避单位一"),
    ],
)
def test_a_heading_that_can_only_mean_avoiding_is_known(tmp_path: Path, heading: str) -> None:
    assert listed(tmp_path, ("姓名", heading), ("张三丰", "甲、乙"))[0].avoids == ("甲", "乙")


def test_several_columns_may_say_whom_to_avoid_and_none_is_nobody(tmp_path: Path) -> None:
    head = ("专家姓名", "职称", "回避单位1", "回避单位2", "备注")
    rows = (("张三丰", "高工", "甲；乙", "丙", "x"), ("李四光", None, "无", "—", None))
    assert [one.avoids for one in listed(tmp_path, head, *rows)] == [("甲", "乙", "丙"), ()]


@pytest.mark.parametrize("heading", ["评审员", "评审专家", "专家", "评委姓名", "评审组成员"])
def test_a_list_may_call_its_people_by_what_they_do(tmp_path: Path, heading: str) -> None:
    assert [one.name for one in listed(tmp_path, (heading, "单位"), ("张三丰", "甲"))] == ["张三丰"]


def test_an_industry_whose_name_has_commas_is_one_industry(tmp_path: Path) -> None:
    rows = (("姓名", "行业"), ("张三丰", "A 农、林、牧、渔业、制造业；机器人"))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
    assert read.fields_of("R1") == ("A 农、林、牧、渔业", "制造业", "机器人")


@pytest.mark.parametrize(
    "row",
    [
        *(("续表",), ("（续上表）",), ("姓名", "角色", "回避单位"), ("纪检监督人：", "王五")),
        *(("监督员：王五",), ("组织部门（章）",), ("（按姓氏笔画排序）",)),
        *(("以上专家随机抽取", "2026年"), ("名单由主管部门核定。", "李"), ("合计", "2人")),
    ],
)
def test_a_row_that_names_nobody_is_left_out_and_told(tmp_path: Path, row: tuple[str, ...]) -> None:
    rows = (("姓名", "角色", "回避单位"), ("张三丰", "组长", ""), row, ("李四光", "组员", ""))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
    assert [one.name for one in read.reviewers] == ["张三丰", "李四光"]
    assert [(one.code, one.place.cell) for one in read.findings] == [("QA873", "A3")]


@pytest.mark.parametrize("remark", ["注：省质协推荐", "（外省）", "曾任评审组长。", "备注：无"])
def test_a_remark_like_that_beside_a_name_leaves_nobody_out(tmp_path: Path, remark: str) -> None:
    for rows in ((("姓名", "备注"), ("张三丰", remark)), (("备注", "姓名"), (remark, "张三丰"))):
        assert [one.name for one in listed(tmp_path, *rows)] == ["张三丰"]
        assert codes(tmp_path, *rows) == []


def test_two_names_in_one_cell_are_no_reviewer(tmp_path: Path) -> None:
    assert codes(tmp_path, ("姓名",), ("张三丰、李四光",), ("王五一",)) == ["QA936"]
    assert codes(tmp_path, ("姓名",), ("张三丰\n李四光",), ("王五一",)) == ["QA936"]


@pytest.mark.parametrize("heading", ["不评", "不评的单位", "不参与评审的企业", "申请回避单位"])
def test_whom_somebody_shall_not_review_is_whom_he_avoids(tmp_path: Path, heading: str) -> None:
    assert listed(tmp_path, ("姓名", heading), ("张三丰", "甲"))[0].avoids == ("甲",)


def test_a_heading_over_a_heading_says_what_is_avoided(tmp_path: Path) -> None:
    rows = (("评审组", None, "回避"), ("姓名", "角色", "单位"), ("张三丰", "组长", "甲"))
    (one,) = listed(tmp_path, *rows)
    assert (one.avoids, one.units) == (("甲",), ())


@pytest.mark.parametrize("word", ["无需回避", "无回避单位", "不回避", "均无须回避", "N/A"])
def test_nobody_to_avoid_is_said_in_many_ways(tmp_path: Path, word: str) -> None:
    assert listed(tmp_path, ("姓名", "回避单位"), ("张三丰", word))[0].avoids == ()


def test_what_offices_note_of_their_reviewers_is_nobodys_business(tmp_path: Path) -> None:
    head = ("姓名", "出生年月", "身份证号", "职务/职称", "专业特长", "银行卡号", "证书编号")
    assert codes(tmp_path, head, ("张三丰", *"123456")) == []
    assert codes(tmp_path, ("姓名", "组别"), ("张三丰", "一组")) == ["QA962"]


def sheets(path: Path, *named: tuple[str, object, object]) -> Path:
    """More sheets behind the first, each with a heading and one entry."""
    book = openpyxl.load_workbook(path)
    for sheet, heading, entry in named:
        page = book.create_sheet(sheet)
        page.append((heading,))
        page.append((entry,))
    book.save(path)
    return path


def test_reviewers_on_another_sheet_are_told_and_a_cover_sheet_is_passed_over(
    tmp_path: Path,
) -> None:
    path = save_list(tmp_path / "名单.xlsx", ("填写说明",), sheet="说明")
    people = (("第一组", "张三丰"), ("第二组", "李四光"), ("空表", None))
    read = read_reviewers(sheets(path, *((sheet, "姓名", name) for sheet, name in people)))
    assert [one.name for one in read.reviewers] == ["张三丰"]
    assert [one.code for one in read.findings] == ["QA877"]
    assert "只读了工作表“第一组”；“第二组”里" in read.findings[0].message


@pytest.mark.parametrize("name", [1, "２", "3.", "待定", "/", "XXX"])
def test_a_number_or_a_word_for_a_name_to_come_is_no_reviewer(tmp_path: Path, name: object) -> None:
    made = read_reviewers(save_list(tmp_path / "名单.xlsx", ("姓名",), ("张三丰",), (name,)))
    assert [(one.code, one.place.cell) for one in made.findings] == [("QA936", "A3")]
    assert "不是名称" in made.findings[0].message
    assert made.reviewers == ()


@pytest.mark.parametrize(
    ("role", "meant"), [("组张", "“组长”“组员”"), ("副祖长", "“副组长”"), ("租长", "“组长”")]
)
def test_a_role_wrongly_typed_is_asked_about(tmp_path: Path, role: str, meant: str) -> None:
    rows = (("姓名", "角色"), ("张三丰", role), ("李四光", "组员"))
    made = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
    assert [(one.code, one.place.cell) for one in made.findings] == [("QA999", "A2")]
    assert f"“{role}”，是不是{meant}？" in made.findings[0].message
    assert [one.role for one in made.reviewers] == [role, "组员"]


@pytest.mark.parametrize("role", ["队长", "主审", "组长", "副组长", "专员", "第一组组长"])
def test_roles_as_offices_call_them_are_taken(tmp_path: Path, role: str) -> None:
    assert codes(tmp_path, ("姓名", "角色"), ("张三丰", role)) == []


@pytest.mark.parametrize(
    "heading", ["是否回避", "利害关系单位", "亲属所在企业", "回避理由", "角 色2"]
)
def test_a_column_that_is_not_understood_stops_the_list(tmp_path: Path, heading: str) -> None:
    made = read_reviewers(save_list(tmp_path / "名单.xlsx", ("姓名", heading), ("张三丰", "甲")))
    assert [(one.code, one.place.cell) for one in made.findings] == [("QA962", "B1")]
    assert made.reviewers == ()


def test_the_nearest_heading_is_asked_for(tmp_path: Path) -> None:
    made = read_reviewers(save_list(tmp_path / "名单.xlsx", ("姓名", "是否回避"), ("张三丰", "甲")))
    assert "是不是“回避单位”？" in made.findings[0].message


@pytest.mark.parametrize(
    "remark",
    [
        *("与甲公司有利害关系，需回避", "回避乙公司", "配偶在甲公司", "甲公司独立董事"),
        "与甲公司有亲属关系；与其他单位无利害关系",
        "配偶在甲公司任职，本人没有持股",
        "配偶在甲公司任职、没有持股",
        "曾任甲公司独立董事，未持股",
        "本人无持股但配偶在甲公司持股",
    ],
)
def test_whom_to_avoid_that_only_a_remark_says_stops_the_list(tmp_path: Path, remark: str) -> None:
    rows = (("姓名", "回避单位", "备注"), ("张三丰", None, remark), ("李四光", "丙", None))
    made = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
    assert [(one.code, one.place.cell) for one in made.findings] == [("QA998", "C2")]
    assert remark in made.findings[0].message
    assert made.reviewers == ()


@pytest.mark.parametrize(
    ("avoided", "remark"),
    [
        ("甲公司", "与甲公司有利害关系"),
        (None, "无须回避"),
        (None, "与各申报单位无利害关系"),
        (None, "无亲属在申报单位任职"),
        (None, "无亲属、任职、持股关系"),
        (None, "本人及配偶、亲属与申报单位均无利害关系"),
        (None, "没有回避情形，配偶亦无。"),
        *((None, said) for said in ("回避：无", "利害关系：无", "是否需要回避：否")),
        (None, "省质协顾问，组长"),
    ],
)
def test_other_remarks_are_nobodys_business(
    tmp_path: Path, avoided: str | None, remark: str
) -> None:
    rows = (("姓名", "回避单位", "备注"), ("张三丰", avoided, remark))
    assert read_reviewers(save_list(tmp_path / "名单.xlsx", *rows)).findings == ()


def test_names_under_no_heading_and_a_heading_twice_stop_the_list(tmp_path: Path) -> None:
    assert codes(tmp_path, ("姓名", "回避单位", None), ("张三丰", "甲", "乙")) == ["QA962"]
    assert codes(tmp_path, ("姓名", "姓名"), ("张三丰", "李四光")) == ["QA962"]


@pytest.mark.parametrize(
    "last", ["合计", "合 计", "合计：2人", "共2人", "填表人：李某", "填表人", "制表", "注：略"]
)
def test_a_row_that_sums_up_or_signs_is_nobody_and_told(tmp_path: Path, last: str) -> None:
    rows = (("姓名", "角色"), ("张三丰", "组长"), (last, "2026年"))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
    assert [one.name for one in read.reviewers] == ["张三丰"]
    assert [one.code for one in read.findings] == ["QA873"]
    assert last in read.findings[0].message


@pytest.mark.parametrize(
    "title",
    ["第一组", "第二组（服务业）", "一、管理类", "（二）技术类", "A组", "填报单位（盖章）："],
)
def test_what_stands_over_or_under_a_group_is_nobody_and_told(tmp_path: Path, title: str) -> None:
    rows = (("姓名", "角色"), (title,), ("张三丰", "组长"))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
    assert [one.name for one in read.reviewers] == ["张三丰"]
    assert [(one.code, one.place.cell) for one in read.findings] == [("QA873", "A2")]


def test_rows_that_are_hidden_count_and_are_told_once(tmp_path: Path) -> None:
    rows = (("姓名", "角色"), ("张三丰", "组长"), ("李四光", ""), ("王五一", ""), ("", ""))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows, hidden=(3, 4, 5)))
    assert [one.name for one in read.reviewers] == ["张三丰", "李四光", "王五一"]
    assert [(one.code, one.place.cell) for one in read.findings] == [("QA876", "A3")]
    assert "2 行" in read.findings[0].message


def test_a_line_joined_over_the_columns_is_nobody(tmp_path: Path) -> None:
    rows = (("姓名", "角色"), ("质量管理专家",), ("张三丰", "组长"))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows, joined=("A2:B2",)))
    assert [one.name for one in read.reviewers] == ["张三丰"]
    assert [one.code for one in read.findings] == ["QA873"]


def test_a_head_of_which_only_some_cells_are_joined_down_is_one_head(tmp_path: Path) -> None:
    rows = (("姓名", "角色"), (None, None), ("张三丰", "组长"))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows, joined=("B1:B2",)))
    assert [(one.name, one.role) for one in read.reviewers] == [("张三丰", "组长")]
    assert read.findings == ()


def test_a_cell_joined_down_speaks_for_each_row(tmp_path: Path) -> None:
    rows = (("姓名", "回避单位"), ("张三丰", "甲公司"), ("李四光", None), ("王五一", None))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows, joined=("B2:B3",)))
    assert [one.avoids for one in read.reviewers] == [("甲公司",), ("甲公司",), ()]


def test_a_head_of_two_rows_is_one_head(tmp_path: Path) -> None:
    rows = (("姓名", "回避"), (None, "回避单位"), ("张三丰", "甲公司"))
    read = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows, joined=("A1:A2",)))
    assert [(one.name, one.avoids) for one in read.reviewers] == [("张三丰", ("甲公司",))]


def test_a_role_without_a_name_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, ("姓名", "角色"), ("张三丰", "组长"), (None, "评审员")) == ["QA936"]


@pytest.mark.parametrize("cell", ["=1/0", "=NA()", "=B9", True, 3, date(2026, 1, 1), "\t", "{}"])
def test_whatever_stands_in_a_cell_is_answered(tmp_path: Path, cell: object) -> None:
    head = ("姓名", "角色", "回避")
    lists = [
        (head, (cell, "组长", "甲")),
        (head, ("张三丰", cell, "甲")),
        (head, ("张三丰", "组长", cell)),
        (("姓名", cell), ("张三丰", "甲")),
    ]
    for rows in lists:
        made = read_reviewers(save_list(tmp_path / "名单.xlsx", *rows))
        assert bool(made.reviewers) is (made.findings == ())


def test_a_list_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "名单.xlsx").write_bytes(b"x")
    assert [one.code for one in read_reviewers(tmp_path / "名单.xlsx").findings] == ["QA934"]
