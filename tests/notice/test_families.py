"""Shapes of tables and lines that other families of notices use."""

from pathlib import Path

import docx
import pytest

from builder.model.official import Indicator
from builder.model.scheme import Scheme
from builder.notice.draft import Draft
from builder.notice.fate import Fate
from builder.notice.lines import Cell, Notice, Numbering, Table, rectangular
from builder.notice.question import Decisions
from builder.notice.recognise.headless import asked_head
from builder.notice.recognise.labels import Labelled, Mark
from builder.notice.recognise.node import Node
from builder.notice.recognise.work import Work
from tests.notice.shapes import Paper, Row, Sheet, excel, word
from tests.notice.written import TITLE, draft_from, drafted, keys, opened, question, scheme_of


def of_tables(folder: Path, *parts: str | Sheet) -> Draft:
    read = opened(folder / "通知.docx", word(Paper(parts=(TITLE.strip(), *parts))))
    assert isinstance(read, Notice)
    return draft_from(read)


def table(*rows: Row) -> Sheet:
    return Sheet(rows=rows, heads=1)


def points(scheme: Scheme) -> dict[str, str]:
    """What each indicator is worth, by its name."""
    return {node.name: _plain(node) for node in scheme.walk}


def _plain(node: Indicator) -> str:
    return "" if node.points is None else f"{node.points}"


def unused(draft: Draft) -> list[str]:
    return [line.text for line, told in draft.account.lines if told.fate is Fate.UNUSED]


def test_points_beside_each_level_of_a_table_of_points(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        *("1 领导", "1.1 高层", "a. 如何做。", "1.2 治理", "a. 如何治理。"),
        "表1 分值分配表",
        table(
            ["一级指标", "分值", "二级指标", "分值"],
            ["领导", "400", "高层", "250"],
            [None, None, "治理", "150"],
            ["合计", "400", "", "400"],
        ),
    )
    assert points(scheme_of(draft)) == {"领导": "400", "高层": "250", "治理": "150"}
    assert unused(draft) == []
    assert draft.findings == ()


def test_points_in_words_and_from_to_are_asked_with_a_number(tmp_path: Path) -> None:
    rows: list[Row] = [["评价项目", "评价内容", "满分"], ["体系", "建立体系", "二十分"]]
    draft = of_tables(tmp_path, table(*rows, ["品牌", "商标", "20-30分"]))
    assert question(draft, "points:体系").proposal == "20"
    # Of a range the most is what there is to have, as a scheme reads it; the notice is quoted.
    assert question(draft, "points:品牌").proposal == "30"
    assert "原文件的分值印作“20-30分”，按满分30分录入。" in draft.text
    assert unused(draft) == []


def test_what_a_sentence_gives_or_takes_is_no_heading() -> None:
    text = (
        "一、管理（60分）\n1.建立体系的，得20分；未建立的，不得分。\n2.设首席质量官的，得20分。\n"
        "3.每获得1项专利得5分，最高20分。\n二、绩效（40分）\n1.每低1个百分点扣5分，扣完为止。\n"
    )
    scheme = scheme_of(drafted(TITLE + text))
    assert points(scheme) == {"管理": "60", "绩效": "40"}
    assert [one.printed for one in scheme.indicators[0].criteria] == [
        "1.建立体系的，得20分；未建立的，不得分。",
        "2.设首席质量官的，得20分。",
        "3.每获得1项专利得5分，最高20分。",
    ]


def test_a_sentence_behind_a_heading_with_points_stands_under_it() -> None:
    text = (
        "一、领导（100分）\n（一）高层（60分）：主要评价高层的作用。\n1.确定愿景；（30分）\n"
        "2.沟通。（30分）\n（二）治理（40分）\n如何治理。\n"
    )
    draft = drafted(TITLE + text)
    scheme = scheme_of(draft)
    assert points(scheme) == {"领导": "100", "高层": "60", "治理": "40"}
    assert "> 主要评价高层的作用。" in draft.text
    assert unused(draft) == []


def test_a_table_of_options_asks_what_each_is_worth_and_how_it_is_scored(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        table(
            ["指标", "选项", "得分"],
            ["研发投入占比", "5%以上", "30"],
            [None, "3%~5%", "20"],
            ["专利数量", "10件以上", "20"],
            [None, "1-9件", "10"],
        ),
    )
    assert points(scheme_of(draft)) == {"研发投入占比": "30", "专利数量": "20"}
    assert {"points:研发投入占比", "way:研发投入占比", "way:专利数量"} <= set(keys(draft))
    assert draft.findings == ()


def test_a_row_across_the_table_is_the_heading_of_those_below(tmp_path: Path) -> None:
    path = tmp_path / "通知.xlsx"
    rows: tuple[Row, ...] = (
        ["项目", "内容", "分值"],
        ["一、领导（60分）", "", ""],
        ["1", "高层如何领导", "30"],
        ["2", "如何治理", "30"],
        ["二、结果（40分）", "", ""],
        ["1", "产品结果", "40"],
    )
    read = opened(path, excel(Paper(parts=(TITLE.strip(), Sheet(rows=rows, heads=1)))))
    assert isinstance(read, Notice)
    scheme = scheme_of(draft_from(read))
    assert points(scheme) == {"领导": "60", "结果": "40"}
    assert [one.printed for one in scheme.indicators[0].criteria] == ["高层如何领导", "如何治理"]


def test_a_table_printed_twice_side_by_side(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        table(
            ["指标", "分值", "指标", "分值"], ["领导", "30", "战略", "20"], ["顾客", "50", "", ""]
        ),
    )
    assert points(scheme_of(draft)) == {"领导": "30", "顾客": "50", "战略": "20"}


def test_numbers_that_count_rows_number_no_indicator(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        table(
            ["序号", "一级指标", "二级指标", "评价要点", "分值"],
            ["1", "领导", "高层", "如何领导", "50"],
            ["2", None, "治理", "如何治理", "50"],
        ),
    )
    assert [node.number for node in scheme_of(draft).walk] == ["", "", ""]


def test_columns_that_mean_something_by_their_name_keep_it(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        table(
            ["指标名称", "指标解释", "计算方法", "标准值", "分值"],
            ["劳动生产率", "人均增加值", "增加值/人数", "30万元", "100"],
        ),
    )
    assert "| 计算方法 | 标准值 |" in draft.text
    assert "| 增加值/人数 | 30万元 |" in draft.text


def test_a_note_that_begins_with_a_number_is_written_so_that_it_is_read(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["指标", "评价要点", "分值", "备注"],
        ["规模", "有产能", "100", "30万元以上"],
    ]
    draft = of_tables(tmp_path, table(*rows))
    assert draft.findings == ()
    assert [note.text for note in scheme_of(draft).indicators[0].notes] == ["30万元以上"]


def test_a_veto_said_in_a_sentence_is_asked_about() -> None:
    text = "一票否决：发生较大事故的，取消资格。\n一、领导（100分）\n如何做。\n"
    draft = drafted(TITLE + text)
    assert question(draft, "veto-text").proposal == "写成否决事项"
    assert [one.text for one in scheme_of(draft).vetoes] == ["一票否决：发生较大事故的，取消资格。"]


WITHOUT_HEAD: tuple[tuple[tuple[Row, ...], str], ...] = (
    (
        (
            ["质量", "体系", "建立质量管理体系并有效运行。", "30"],
            [None, "标准", "执行先进标准。", "20"],
            ["效益", "利润", "近三年利润增长。", "50"],
        ),
        "一级指标、二级指标、评价要点、分值",
    ),
    (
        (
            ["1", "体系", "建立质量管理体系。", "30分"],
            ["2", "标准", "执行先进标准。", "20分"],
            ["3", "利润", "利润增长。", "50分"],
        ),
        "序号、一级指标、评价要点、分值",
    ),
)


@pytest.mark.parametrize(("rows", "proposal"), WITHOUT_HEAD, ids=lambda one: str(one)[:12])
def test_the_columns_of_a_table_without_a_head_are_proposed(
    rows: tuple[Row, ...], proposal: str, tmp_path: Path
) -> None:
    draft = of_tables(tmp_path, Sheet(rows=rows, heads=0))
    assert question(draft, "columns:").proposal == proposal
    found = points(scheme_of(draft))
    assert {name: found[name] for name in ("体系", "标准", "利润")} == {
        "体系": "30",
        "标准": "20",
        "利润": "50",
    }
    assert unused(draft) == []


@pytest.mark.parametrize("rows", [(), (("体系", "30分"),), (("体系", "30分"), ("利润", "70分"))])
def test_a_table_of_few_rows_is_not_asked_about(rows: tuple[tuple[str, ...], ...]) -> None:
    lines = Numbering()
    cells = [[Cell(lines=lines.lines(text, "表")) for text in row] for row in rows]
    work = Work(blocks=[], decisions=Decisions())
    node = Node(head=Labelled(mark=Mark.NONE, label="", rest="质量"), name="质量")
    assert asked_head(work, node, Table(rows=rectangular(cells), place="表")) is None
    assert work.questions == []


def test_a_table_without_a_head_may_be_no_indicators(tmp_path: Path) -> None:
    rows, _ = WITHOUT_HEAD[0]
    read = opened(
        tmp_path / "通知.docx",
        word(Paper(parts=(TITLE.strip(), "1 领导（100分）", "如何。", Sheet(rows=rows, heads=0)))),
    )
    assert isinstance(read, Notice)
    asked = [key for key in keys(draft_from(read)) if key.startswith("columns")]
    assert asked == []


@pytest.mark.parametrize(
    "rows",
    [
        (["评价内容", "得分"], ["专利5项以上", "60"], ["3-4项", "40"], ["没有", "0"]),
        (["序号", "评分细则", "分值"], ["1", "专利5项以上", "60"], ["2", "3-4项", "40"]),
        (["优", "良", "中"], ["60", "40", "20"]),
        (["专利", "A 50-60分", "B 0-49分"],),
        (["专利5项以上", "60"], ["3-4项", "40"], ["没有", "0"]),
    ],
)
def test_a_table_under_an_indicator_that_does_not_add_up_to_it_is_asked_about(
    rows: tuple[Row, ...], tmp_path: Path
) -> None:
    heads = ("总分100分", "1 专利（60分）", Sheet(rows=rows, heads=0), "2 结果（40分）", "结果。")
    draft = of_tables(tmp_path, *heads)
    assert question(draft, "way:1专利").proposal == "择一"
    assert points(scheme_of(draft)) == {"专利": "60", "结果": "40"}
    assert unused(draft) == []
    assert draft.findings == ()


def test_a_table_within_a_cell_says_how_its_indicator_is_scored(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph(TITLE.strip())
    outer = paper.add_table(rows=3, cols=4)
    for row, texts in zip(outer.rows, OUTER, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    inner = outer.rows[1].cells[2].add_table(rows=3, cols=2)
    for row, pair in zip(inner.rows, INNER, strict=True):
        for cell, text in zip(row.cells, pair, strict=True):
            cell.text = text
    path = tmp_path / "通知.docx"
    paper.save(str(path))
    read = opened(path, path.read_bytes())
    assert isinstance(read, Notice)
    draft = draft_from(read)
    assert question(draft, "way:专利").proposal == "择一"
    assert "| 3-4项 | 40 |" in draft.text
    assert unused(draft) == []
    assert draft.findings == ()


OUTER = (
    ("一级指标", "二级指标", "评分标准", "分值"),
    ("质量", "专利", "按下表计分。", "60"),
    ("效益", "利润", "增长情况。", "40"),
)
INNER = (("5项以上", "60"), ("3-4项", "40"), ("其他", "0"))


def test_options_by_letters_are_no_headings(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        *(
            "总分100分",
            "1.比重（满分10分）",
            "A.80%以上（10分）",
            "B. 60%~80%(3分)",
            "C、其他（0分）",
        ),
        *("2.专利（≤90分）", "A. 1项及以上（60-90分）", "B. 5项及以上（1-59分）", "C. 0项（0分）"),
    )
    assert points(scheme_of(draft)) == {"比重": "10", "专利": "90"}
    assert [key for key in keys(draft) if key.startswith("way:")] == ["way:1.比重", "way:2.专利"]
    assert unused(draft) == []
    assert draft.findings == ()


def test_how_points_are_taken_off_stands_under_its_indicator(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        table(
            ["序号", "考核项目", "考核内容", "分值", "扣分标准", "得分"],
            ["1", "环境", "道路整洁", "30", "每发现一处扣1分", ""],
            ["2", "宣传", "报送信息", "70", "没有报送的不得分，每少一条扣5分", ""],
        ),
    )
    assert question(draft, "spoken:").proposal == "直接打分"
    assert draft.findings == ()


def test_gates_and_levels_in_words_are_asked_about(tmp_path: Path) -> None:
    draft = of_tables(
        tmp_path,
        *("1 领导（100分）", "如何领导。", "评分说明"),
        "总分85分以上为优秀，70分以上为合格；必备项（★）未达到60%的，不得评为优秀。",
    )
    assert "“总分85分以上为优秀" in question(draft, "gates").words
    assert "不得评为优秀" in question(draft, "gates").words
    assert question(draft, "total").proposal == "100"


def test_a_line_that_is_advised_hides_no_gate() -> None:
    advice, gate = "得分率达到60%以上方可进入现场评审。", "必备项未达到60%的，不得评为优秀。"
    text = f"{TITLE}总分1000分\n1 领导（1000分）\n如何领导。\n评分说明\n{advice}{gate}\n"
    draft = drafted(text)
    assert question(draft, "threshold").proposal == "提示"
    assert (gate in question(draft, "gates").words, advice in question(draft, "gates").words) == (
        True,
        False,
    )
    assert advice in question(drafted(text, threshold="不提示"), "gates").words


def test_lines_that_each_begin_with_a_grade_are_grades(tmp_path: Path) -> None:
    lines = ("【C】有制度。", "【B】符合C，并有督查。", "【A】符合B，并有成效。")
    draft = of_tables(tmp_path, "1 依法执业", *lines, "2 人员资质", *lines)
    assert question(draft, "grades").proposal == "由低到高"
    assert "grades: [C, B, A]" in draft.text
    assert draft.findings == ()
