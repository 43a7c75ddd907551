"""Figures and tables are cited by the numbers they have, each number has one."""

from dataclasses import replace

import pytest

from builder.model.returned_document import ReturnedDocument, ReturnedParagraph, ReturnedTable
from builder.verify.word.figure_numbers import check_figure_numbers
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG


def told(text: str, *lines: str, cells: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What is told of a section with this text, beside whose document these lines stand."""
    blocks = [ReturnedParagraph(style="", text=line) for line in (*text.split("\n"), *lines)]
    table = ReturnedTable(rows=(cells,))
    section = replace(returned_report(PENGJIANG).sections[0], text="\n".join((text, *lines)))
    found = check_figure_numbers(
        ReturnedDocument(blocks=(*blocks, table)), (section,), "申报材料.docx"
    )
    return [(one.code, one.actual) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "见图3-2",
        "见图 3—2。",
        "如图３．２所示",
        "由图3-2可知",
        "我们（图3－2）",
        "下图3-2反映了",
        "详见附图3-2",
    ],
)
def test_a_number_is_cited_however_it_is_written(text: str) -> None:
    (finding,) = told(text)
    assert finding[0] == "QA565"
    assert finding[1].endswith("图3-2")
    assert told(text, "图3-2　顾客满意度") == told(text, "附图 3.2 顾客满意度") == []
    assert told(text, cells=("图3-2 顾客满意度",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "参见GB/T 19580表7",
        "《办法》表2所列",
        "财务报表一所示",
        "代表3名员工发言",
        "地图1显示",
        "见表扬信",
        "如图所示",
        "完成率见表50%",
    ],
)
def test_what_is_no_figure_of_the_report_is_not_told(text: str) -> None:
    assert told(text) == []


def test_a_range_is_cited_by_its_first_number() -> None:
    assert told("见图1-3", "图1 甲", "图2 乙", "图3 丙") == []


def test_a_sentence_that_begins_with_a_number_is_no_title() -> None:
    assert told("见图2", "图2显示了变化") == [("QA565", "图2")]


def test_many_numbers_are_one_finding() -> None:
    cited = "".join(f"见图{number}，" for number in range(1, 9))
    assert told(cited) == [("QA565", "图1、图2、图3、图4、图5等 8 个")]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("图1 组织", "图1 流程"), "图1"),
        (("图1 组织", "图一 流程"), "图1"),
        (("表十二 组织", "表12 流程"), "表12"),
        (("图2-1 甲", "图2.1 乙", "表3 丙", "表3 丁"), "图2-1、表3"),
    ],
)
def test_a_number_of_two_is_told_once(lines: tuple[str, ...], numbers: str) -> None:
    assert told("我们", *lines) == [("QA566", numbers)]


@pytest.mark.parametrize(
    "lines",
    [
        ("图1 组织", "表1 组织结构"),
        ("图1", "图1 组织"),
        ("表1 设备", "表1（续）"),
        ("表1 设备", "续表1 设备"),
        ("图1 组织\t5", "图1 组织结构"),
        ("图1 组织", "图1和图2说明了变化"),
        ("图1 组织", f"图1 {'变化很大，' * 9}"),
    ],
)
def test_lines_that_are_no_second_title_are_not_told(lines: tuple[str, ...]) -> None:
    assert told("我们", *lines) == []


def test_a_number_of_several_parts_is_there_where_its_first_part_is() -> None:
    assert told("见图3-2-1", "图3　顾客满意度") == []
    assert told("见图3-2-1", "图3-2　顾客满意度") != []
