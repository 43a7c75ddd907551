"""What a heading, a table and a list say of how a leaf is scored is read as the notice means it."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.load.leaf_rules import split_range
from builder.load.lint import lint_scheme
from builder.load.rule_tables import tariff_of
from builder.model.leaf_rules import (
    Cases,
    DirectPoints,
    LeafRule,
    Measure,
    Option,
    PickMany,
    PickOne,
)
from builder.model.option_words import option_words
from tests.load.samples import body, save

TABLE = ("| 指标值 | 得分 |", "|---|---|")
CASES = ("| 情形 | 每次扣分 | 最多扣分 |", "|---|---|---|")


def one(attributes: str, *lines: str) -> str:
    """A scheme of one leaf of 60 points."""
    return body(f"# 1 研发（60分） {{{attributes}}}", "", *lines)


# The first line of each is 11.
BROKEN: dict[str, str] = {
    "QA281": one("过程", "| 等级 | 得分 |", "|---|---|", "| 优 | 60 |", "| 良 | 30 |"),
    "QA282": one("计分=扣分", "| 情形 | 扣分 |", "|---|---|", "| 投诉每次扣2分 | 10 |"),
    "QA283": one("计分=择一", "A. 国家级（60分）", "", "B. 省级（30分）", "", "C. 其他不得分"),
    "QA284": one(
        *("计分=扣分", *CASES, "| 投诉 | 2 | 10 |", ""),
        *("补充：", "", *CASES, "| 事故 | 5 | 20 |"),
    ),
    "QA285": one("计分=扣分", "| 情形 | 每次 | 累计 |", "|---|---|---|", "| 投诉 | 2 | 10 |"),
    "QA286": one("计分=分档 单位=%", "按比例。"),
    "QA287": one("计分=分档 单位=%", *TABLE, "| ≥80% | 60 |", "| 很低 | 0 |"),
    "QA288": one("计分=分档 单位=%", *TABLE, "| ≥80% | 60 |", "| <60% | 0 |"),
    "QA289": one("计分=分档 单位=%", *TABLE, "| ≥80% | 60 |", "| ≤80% | 0 |"),
    "QA290": one("计分=分档 单位=%", *TABLE, "| 80～100 | 60 |", "| 0～80 | 0 |"),
    "QA291": one("计分=分档 单位=%", *TABLE, "| ≥80% | 50 |", "| <80% | 0 |"),
    "QA292": one('计分=分档 算式="A除以B"', "- A：甲", "", *TABLE, "| ≥1 | 60 |", "| <1 | 0 |"),
    "QA293": one('计分=分档 算式="A/B"', "- A：甲", "", *TABLE, "| ≥1 | 60 |", "| <1 | 0 |"),
    "QA294": one("单位=%", "按比例。"),
    "QA295": one("计分=多选", "（1）甲（30分）", "", "（1）甲（30分）"),
    "QA296": body("# 1 研发（60分）", "", "## 1.1 投入（60分） {加分项}", "", "投入。"),
    "QA297": one("计分=是否", "有研发（30分）"),
    "QA298": one("计分=成熟度", "研发。"),
    "QA299": one(
        '计分=分档 单位=% 算式="A/B*100"',
        *("- A：甲（万元）", "- B：乙（万元）", ""),
        *(*TABLE, "| ≥80% | 60 |", "| <80% | 0 |"),
    ),
}


@pytest.mark.parametrize("code", BROKEN)
def test_a_rule_that_cannot_be_counted_by_is_told(code: str, tmp_path: Path) -> None:
    assert [one.code for one in lint_scheme(save(tmp_path, BROKEN[code])).findings] == [code]


def test_a_step_may_be_written_as_a_percentage(tmp_path: Path) -> None:
    steps = rule_in(tmp_path, one("分级=差0%/一般50%/好100%", "甲。"))
    assert isinstance(steps, PickOne)
    assert [(each.text, each.points) for each in steps.options] == [
        ("差", Decimal(0)),
        ("一般", Decimal(30)),
        ("好", Decimal(60)),
    ]


@pytest.mark.parametrize("steps", ["差-1/一般0.5/好1", "差0/好0.8", "差0/好120%", "差0/好0.5%"])
def test_steps_that_are_no_parts_of_the_points_are_told_with_what_they_are(
    steps: str, tmp_path: Path
) -> None:
    (found,) = lint_scheme(save(tmp_path, one(f"分级={steps}", "甲。"))).findings
    assert found.code == "QA139"
    assert "从 0 到 1（100%），最高的一级是 1（100%）" in found.message


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("计分=差值 单位=%", "QA139", "是不是“插值”？可以写："),
        ("记分=插值 单位=%", "QA138", "计分"),
    ],
)
def test_a_misspelt_way_to_score_is_told_alone(
    written: str, code: str, hint: str, tmp_path: Path
) -> None:
    (found,) = lint_scheme(save(tmp_path, one(written, "按比例。"))).findings
    assert found.code == code
    assert hint in found.message


def test_a_column_is_told_by_what_stands_over_it(tmp_path: Path) -> None:
    swapped = (
        *("| 序号 | 最多扣分 | 情形 | 每次扣分 |", "|---|---|---|---|"),
        *("| 1 | 10 | 投诉 | 2 |", "| 2 | 不限 | 造假 | 扣完 |"),
    )
    cases = rule_in(tmp_path, one("计分=扣分", *swapped))
    assert isinstance(cases, Cases)
    assert [(each.text, each.each, each.most) for each in cases.cases] == [
        ("投诉", Decimal(2), Decimal(10)),
        ("造假", Decimal(60), None),
    ]
    numbered = (
        *("| 序号 | 数量 | 得分 | 备注 |", "|---|---|---|---|"),
        *("| 1 | 3项以上 | 60 | 有效期内 |", "| 2 | 1～2项 | 30 | |", "| 3 | 0项 | 0 | |"),
    )
    measure = rule_in(tmp_path, one("计分=分档 单位=项", *numbered))
    assert isinstance(measure, Measure)
    assert [(span.printed, span.points) for span in measure.spans] == [
        ("3项以上", Decimal(60)),
        ("1～2项", Decimal(30)),
        ("0项", Decimal(0)),
    ]
    lettered = (
        *("| 档次 | 条件 | 分值 |", "|---|---|---|"),
        *("| A | 全国领先 | 60分 |", "| B | 其他 | 0分 |"),
    )
    picked = rule_in(tmp_path, one("计分=择一", *lettered))
    assert isinstance(picked, PickOne)
    assert [option.text for option in picked.options] == ["A 全国领先", "B 其他"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2", (2, None)),
        ("-2分", (2, None)),
        ("每处扣2分，最多扣10分", (2, 10)),
        ("每发生一起扣0.5分（累计不超过5分）", (Decimal("0.5"), 5)),
        ("2分/次", (2, None)),
        ("扣5分，扣完为止", (5, None)),
        ("本项不得分", (60, None)),
        ("加2分", None),
        ("每两处扣2分，每三处扣5分", None),
        ("酌情扣1～2分", None),
    ],
)
def test_what_is_taken_off_is_read_as_notices_write_it(
    written: str, expected: tuple[Decimal, Decimal | None] | None
) -> None:
    assert tariff_of(written, Decimal(60), deducted=True) == expected


def test_points_of_each_piece_are_no_points_of_an_option(tmp_path: Path) -> None:
    table = ("| 选项 | 得分 |", "|---|---|", "| 专利 | 每项60分 |", "| 没有 | 0 |")
    (found,) = lint_scheme(save(tmp_path, one("计分=择一", *table))).findings
    assert (found.code, found.actual) == ("QA287", "每项60分")


def test_the_ends_of_a_line_may_say_that_they_go_on(tmp_path: Path) -> None:
    rows = ("| ≥15% | 60 |", "| 5% | 10 |", "| 0%以下 | 0 |")
    rule = rule_in(tmp_path, one("计分=插值 单位=%", *TABLE, *rows))
    assert isinstance(rule, Measure)
    assert [knot.value for knot in rule.knots] == [0, 5, 15]
    assert [knot.points for knot in rule.knots] == [0, 10, 60]
    inside = one("计分=插值 单位=%", *TABLE, "| 15% | 60 |", "| ≥5% | 10 |", "| 0% | 0 |")
    (found,) = lint_scheme(save(tmp_path, inside)).findings
    assert (found.code, found.actual) == ("QA287", "≥5%")


@pytest.mark.parametrize(
    "lines",
    [
        ("A. 国家级（60分）", "", "B. 省级（30分）", "", "考核方法：查阅证书"),
        ("（1）甲（60分）", "", "符合下列之一：", "", "（2）乙（30分）"),
    ],
)
def test_what_is_no_option_needs_no_points(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert lint_scheme(save(tmp_path, one("计分=择一", *lines))).findings == ()


def test_full_marks_lie_on_a_step_of_ones_own(tmp_path: Path) -> None:
    (found,) = lint_scheme(save(tmp_path, one("步长=7", "甲。"))).findings
    assert (found.code, found.place.line) == ("QA179", 11)


def test_long_options_are_cut_and_told_apart() -> None:
    long = "在全国同行业中处于领先地位并且连续三年保持增长的企业以及经有关机关认定的其他情形"
    options = [Option(text=f"{long}{word}", points=Decimal(1)) for word in "甲乙"]
    first, second = option_words(tuple(options))
    assert first.startswith("1. 在全国")
    assert second.startswith("2. 在全国")
    assert option_words((Option(text="A*", points=Decimal(2)),)) == ("A＊（2分）",)


def rule_in(folder: Path, text: str) -> LeafRule | None:
    """The rule of the one leaf of a scheme without findings."""
    loaded = lint_scheme(save(folder, text))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    return loaded.scheme.indicators[0].rule


def test_each_way_is_read(tmp_path: Path) -> None:
    assert rule_in(tmp_path, one("步长=2", "甲。")) == DirectPoints(step=Decimal(2))
    yes = rule_in(tmp_path, one("计分=是否", "甲。"))
    assert isinstance(yes, PickOne)
    assert [option.points for option in yes.options] == [60, 0]
    steps = rule_in(tmp_path, one("分级=差0/好0.5/优1", "甲。"))
    assert isinstance(steps, PickOne)
    assert [one.text for one in steps.options] == ["差", "好", "优"]
    assert [one.points for one in steps.options] == [0, 30, 60]
    ranged = rule_in(tmp_path, one("计分=择一", "A. 优（40～60分）", "", "B. 良（0分）"))
    assert isinstance(ranged, PickOne)
    assert ranged.options[0].least == 40
    many = rule_in(tmp_path, one("计分=多选 最高=1项", "（1）甲（60分）", "", "（2）乙（40分）"))
    assert isinstance(many, PickMany)
    assert many.best == 1
    taken = rule_in(tmp_path, one("计分=扣分", *CASES, "| 投诉 | 2 | 10 |", "| 造假 | 扣完 | — |"))
    assert isinstance(taken, Cases)
    assert [one.each for one in taken.cases] == [2, 60]
    assert [one.most for one in taken.cases] == [10, None]
    straight = rule_in(tmp_path, one("计分=插值 单位=%", *TABLE, "| 100% | 60 |", "| 0% | 0 |"))
    assert isinstance(straight, Measure)
    assert [knot.value for knot in straight.knots] == [0, 100]


def test_a_scale_is_that_of_all_beneath_its_heading(tmp_path: Path) -> None:
    text = body(
        *("# 1 研发（60分） {步长=5}", "", "## 1.1 甲（30分）", "", "甲。", ""),
        *("## 1.2 乙（30分） {步长=2}", "", "乙。"),
    )
    loaded = lint_scheme(save(tmp_path, text))
    assert loaded.scheme is not None
    first, second = loaded.scheme.indicators[0].children
    assert (first.rule, second.rule) == (
        DirectPoints(step=Decimal(5)),
        DirectPoints(step=Decimal(2)),
    )


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("| 检查内容 | 分值 | 扣分标准 |", "| 投诉 | 10 | 每次扣2分 |"),
        ("| 检查内容 | 扣分标准 | 分值 |", "| 投诉 | 每次扣2分 | 10 |"),
        ("| 检查内容 | 标准分 | 评分办法 |", "| 投诉 | 10 | 扣2分/次 |"),
        ("| 检查内容 | 满分 | 每处扣分 |", "| 投诉 | 10 | 2 |"),
        ("| 检查内容 | 分值 | 扣分标准 | 得分 |", "| 投诉 | 10 | 每次扣2分 | |"),
    ],
)
def test_the_points_of_a_row_are_its_most_where_another_column_says_what_each_costs(
    head: str, row: str, tmp_path: Path
) -> None:
    cases = rule_in(tmp_path, one("计分=扣分", head, "|---" * (head.count("|") - 1) + "|", row))
    assert isinstance(cases, Cases)
    (case,) = cases.cases
    assert (case.text, case.each, case.most) == ("投诉", Decimal(2), Decimal(10))


def test_sentences_may_say_what_is_counted(tmp_path: Path) -> None:
    lines = (
        *("按日常检查扣分。", "", "（1）有效投诉每次扣2分，最多扣10分；", ""),
        *("（2）每超过5天扣1分，扣完为止。", "", "（3）弄虚作假的，本项不得分。"),
    )
    cases = rule_in(tmp_path, one("计分=扣分", *lines))
    assert isinstance(cases, Cases)
    assert [(case.text, case.each, case.most) for case in cases.cases] == [
        ("（1）有效投诉每次", Decimal(2), Decimal(10)),
        ("（2）每超过5天", Decimal(1), None),
        ("（3）弄虚作假的，本项不得分。", Decimal(60), None),
    ]
    given = (
        "按下列情形加分，最多60分：",
        "",
        "（1）国家级，得60分；",
        "",
        "（2）省级，每项加30分。",
    )
    bracketed = rule_in(tmp_path, one("计分=扣分", "投诉（每起扣2分，最多扣6分）"))
    assert isinstance(bracketed, Cases)
    (case,) = bracketed.cases
    assert (case.text, case.each, case.most) == ("投诉（每起）", Decimal(2), Decimal(6))
    added = rule_in(tmp_path, one("计分=加分", *given))
    assert isinstance(added, Cases)
    assert [case.each for case in added.cases] == [Decimal(60), Decimal(30)]


@pytest.mark.parametrize(
    "sentence",
    [
        "未制定的扣2分；每少一次扣1分。",
        "累计最高扣10分。",
        "酌情扣1-5分。",
        "投诉5分",
        "扣本项的50%。",
    ],
)
def test_a_sentence_that_says_more_is_told(sentence: str, tmp_path: Path) -> None:
    text = one("计分=扣分", "投诉每次扣2分。", "", sentence)
    (found,) = lint_scheme(save(tmp_path, text)).findings
    assert (found.code, found.actual) == ("QA287", sentence)


def test_a_cell_that_says_what_is_counted_stays_with_it(tmp_path: Path) -> None:
    text = one("计分=扣分", "| 情形 | 扣分 |", "|---|---|", "| 培训 | 每少1人扣1分 |")
    cases = rule_in(tmp_path, text)
    assert isinstance(cases, Cases)
    assert [(case.text, case.each) for case in cases.cases] == [("培训 每少1人", Decimal(1))]


def test_a_table_of_points_may_be_there_to_be_looked_at(tmp_path: Path) -> None:
    rows = ("| 等级 | 得分 |", "|---|---|", "| 优 | 60 |", "| 良 | 30 |")
    assert isinstance(rule_in(tmp_path, one("计分=直接打分", *rows)), DirectPoints)


def test_one_row_of_points_under_the_options_is_read_across(tmp_path: Path) -> None:
    text = one("计分=择一", "| 等级 | 优 | 良 |", "|---|---|---|", "| 得分 | 60 | 20-30 |")
    rule = rule_in(tmp_path, text)
    assert isinstance(rule, PickOne)
    assert rule.options == (
        Option(text="优", points=Decimal(60)),
        Option(text="良", points=Decimal(30), least=Decimal(20)),
    )


@pytest.mark.parametrize(
    "table",
    [
        ("| A 国际领先 50-60分 | B 一般 0分 |", "|---|---|"),
        ("| 指标 | A 国际领先（50～60分） | B 一般（0分） |", "|---|---|---|"),
        ("| 先进程度 | | |", "|---|---|---|", "| 档次 | A 国际领先 50-60分 | B 一般 0分 |"),
        ("| 指标 | A | B |", "|---|---|---|", "| 先进程度 | 国际领先 50～60分 | 一般 0分 |"),
        ("| 指标 | A（60-50分） | B（0分） |", "|---|---|---|", "| 程度 | 国际领先 | 一般 |"),
        ("| A 国际领先 | 50～60分 |", "|---|---|", "| B 一般 | 0分 |"),
    ],
)
def test_options_are_read_however_a_table_lays_them_out(
    table: tuple[str, ...], tmp_path: Path
) -> None:
    rule = rule_in(tmp_path, one("计分=择一", *table))
    assert isinstance(rule, PickOne)
    assert rule.options == (
        Option(text="A 国际领先", points=Decimal(60), least=Decimal(50)),
        Option(text="B 一般", points=Decimal(0)),
    )


def test_values_may_stand_beside_one_another(tmp_path: Path) -> None:
    table = ("| 增长率 | ≥20% | ＜20% |", "|---|---|---|", "| 得分 | 60 | 10 |")
    rule = rule_in(tmp_path, one("计分=分档 单位=%", *table))
    assert isinstance(rule, Measure)
    assert [span.points for span in rule.spans] == [60, 10]


def test_what_is_counted_is_not_read_across(tmp_path: Path) -> None:
    table = ("| 情形 | 轻微 | 严重 |", "|---|---|---|", "| 投诉 | 2分 | 5分 |")
    (found,) = lint_scheme(save(tmp_path, one("计分=扣分", *table))).findings
    assert found.code == "QA285"


def test_options_may_say_their_points_without_brackets(tmp_path: Path) -> None:
    lines = ("A.国家级，得60分。", "", "B.省级 30～20分", "", "C.其他：0分")
    rule = rule_in(tmp_path, one("计分=择一", *lines))
    assert isinstance(rule, PickOne)
    assert rule.options == (
        Option(text="A.国家级", points=Decimal(60)),
        Option(text="B.省级", points=Decimal(30), least=Decimal(20)),
        Option(text="C.其他", points=Decimal(0)),
    )


@pytest.mark.parametrize(
    "text",
    [
        one("计分=择一", "A.甲", "", "B.乙"),
        one("计分=插值 单位=%", *TABLE, "| 80% | 60 |"),
    ],
)
def test_a_way_with_too_little_to_score_by_is_told_as_such(text: str, tmp_path: Path) -> None:
    (found,) = lint_scheme(save(tmp_path, text)).findings
    assert found.code == "QA286"


def test_points_of_an_option_may_be_a_range() -> None:
    assert split_range("优秀（16～20分）") == (Decimal(16), Decimal(20))
    assert split_range("优秀（20～16分）") == (Decimal(16), Decimal(20))
    assert split_range("优秀（20分）") is None


def test_a_range_of_points_is_not_told_as_its_most(tmp_path: Path) -> None:
    text = one("计分=择一", "A. 优（60分）", "", "B. 良（5分以下）")
    (found,) = lint_scheme(save(tmp_path, text)).findings
    assert (found.code, found.expected) == ("QA177", "0～5")
