"""What the notices print, and what a scheme file makes of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from builder.load.scheme_file import load_scheme
from builder.model.official import Dimension, Indicator
from builder.model.scheme import Scale, Scheme
from tests.load.samples import HEAD, TREE, body, head, save
from tests.schemes.notices import paragraphs_of


def scheme_of(folder: Path, text: str) -> Scheme:
    """The scheme in a text that must have no problem of grammar."""
    loaded = load_scheme(save(folder, text))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    return loaded.scheme


def only(folder: Path, *lines: str) -> Indicator:
    """The single root these lines describe."""
    (root,) = scheme_of(folder, body(*lines)).indicators
    return root


@pytest.mark.parametrize(
    ("printed", "number", "name", "points", "code"),
    [
        ("1 领导（150分）", "1", "领导", "150", "1"),
        ("1.1企业家精神（25分）", "1.1", "企业家精神", "25", "1.1"),
        ("5. 2. 2 引领发展（0.5分）", "5.2.2", "引领发展", "0.5", "5.2.2"),
        ("4.管理创新（300分）", "4.", "管理创新", "300", "4"),
        ("1、质量发展（100分）", "1、", "质量发展", "100", "1"),
        ("（五）效益（150） {code=5}", "（五）", "效益", "150", "5"),
        ("——质量战略 （30分） {code=1.1.1}", "——", "质量战略", "30", "1.1.1"),
        ("1. 5G应用（3分）", "1.", "5G应用", "3", "1"),
        ("1.1IT服务（3分）", "1.1", "IT服务", "3", "1.1"),
        ("5S管理（3分） {code=S}", "", "5S管理", "3", "S"),
        ("3.10 顾客 (8分)", "3.10", "顾客", "8", "3.10"),
        ("1 设施（硬件配置要求）（4分）", "1", "设施（硬件配置要求）", "4", "1"),
        (r"1 甲\{乙\}（4分）", "1", "甲{乙}", "4", "1"),
    ],
)
def test_a_heading_gives_number_name_points_and_code(
    printed: str, number: str, name: str, points: str, code: str, tmp_path: Path
) -> None:
    root = only(tmp_path, f"# {printed}", "", "甲")
    assert (root.number, root.name, str(root.points), root.code) == (number, name, points, code)


@pytest.mark.parametrize(
    ("written", "label", "text", "points"),
    [
        ("a. 如何引领。", "a.", "如何引领。", None),
        ("c.  如何识别", "c.", "如何识别", None),
        ("a)发展方向", "a)", "发展方向", None),
        ("- a) 发展方向", "a)", "发展方向", None),
        ("- 没有编号", "", "没有编号", None),
        ("（1）甲；（5分）", "（1）", "甲；", "5"),
        ("（4)乙。（10分）", "（4)", "乙。", "10"),
        ("(2) 丙（0.5分）", "(2)", "丙", "0.5"),
        ("丁（5分）；", "", "丁（5分）；", "5"),
        ("――核心技术", "――", "核心技术", None),
        ("----组织", "----", "组织", None),
        ("--在对现有", "--", "在对现有", None),
        ("　　——现代服务业", "——", "现代服务业", None),
        ("1. 第一条", "1.", "第一条", None),
        ("3) 第三条", "3)", "第三条", None),
        ("1、第一条", "1、", "第一条", None),
        ("①第一条", "①", "第一条", None),
        (r"\- 短横线", "-", "短横线", None),
        (r"a\. 不是编号", "", "a. 不是编号", None),
        ("e.g. not a label", "", "e.g. not a label", None),
        ("3.5倍以上", "", "3.5倍以上", None),
        ("如何*强调*_下划线_ &amp; `码`", "", "如何*强调*_下划线_ &amp; `码`", None),
        ("依据[2024](12号)文件", "", "依据[2024](12号)文件", None),
        ("得分按2*3*4计算", "", "得分按2*3*4计算", None),
        (r"\>70%的得10分", "", ">70%的得10分", None),
        (r"\# 井号 \\ 反斜杠", "", r"# 井号 \ 反斜杠", None),
        ("有协议得满分；（没有协议不得分）", "", "有协议得满分；（没有协议不得分）", None),
        ("    缩进的段落", "", "缩进的段落", None),
    ],
)  # fmt: skip
def test_a_line_gives_label_text_and_points(
    written: str, label: str, text: str, points: str | None, tmp_path: Path
) -> None:
    (criterion,) = only(tmp_path, "# 1 领导（60分）", "", written).criteria
    exact = None if points is None else Decimal(points)
    assert (criterion.label, criterion.text, criterion.points) == (label, text, exact)


def test_lines_without_a_blank_between_them_are_criteria_where_their_labels_say_so(
    tmp_path: Path,
) -> None:
    root = only(tmp_path, "# 1 领导（60分）", "a. 甲", "b. 乙", "> 注1：丙", "> 注2：丁")
    assert [one.printed for one in root.criteria] == ["a.甲", "b.乙"]
    assert [one.text for one in root.notes] == ["注1：丙", "注2：丁"]
    assert [one.position.line for one in root.criteria] == [12, 13]


def test_dimension_unscored_and_variant_hold_for_everything_beneath(tmp_path: Path) -> None:
    root = only(
        tmp_path,
        '# 1 领导 {result unscored variant="行业=养老"}',
        "",
        "## 1.1 甲 {process replaceable}",
        "",
        "### 1.1.1 乙 {veto}",
    )
    child, grandchild = root.children[0], root.children[0].children[0]
    assert [one.dimension for one in root.walk] == [
        Dimension.RESULT,
        Dimension.PROCESS,
        Dimension.PROCESS,
    ]
    assert all(one.unscored and one.variant == (("行业", "养老"),) for one in root.walk)
    assert (child.replaceable, grandchild.replaceable, grandchild.veto) == (True, False, True)


def test_reference_headings_become_sections_with_everything_beneath_them(tmp_path: Path) -> None:
    scheme = scheme_of(
        tmp_path,
        body(
            "# 引言 {reference}", "第一段", "第二段", "## 3.1", "1. 术语", "# 1 领导（60分）", "甲"
        ),
    )
    assert [(one.title, one.level, paragraphs_of(one)) for one in scheme.sections] == [
        ("引言", 1, ["第一段", "第二段"]),
        ("3.1", 2, ["1. 术语"]),
    ]
    assert [node.code for node in scheme.walk] == ["1"]


def test_a_section_keeps_the_order_of_its_paragraphs_and_tables(tmp_path: Path) -> None:
    lines = ("前一段", "", "| 甲 | 乙 |", "| - | - |", "| 丙 | 丁 |", "", "后一段", "")
    (section,) = scheme_of(
        tmp_path, body("# 引言 {reference result}", "", *lines, "# 1 领导（60分）", "", "甲")
    ).sections
    assert [type(part).__name__ for part in section.contents] == [
        "Paragraph",
        "DescriptorTable",
        "Paragraph",
    ]
    assert paragraphs_of(section) == ["前一段", "后一段"]
    assert [table.header for table in section.tables] == [("甲", "乙")]
    assert section.dimension is Dimension.RESULT


def test_a_tag_in_a_table_is_told_at_its_place_unless_it_is_a_line_break_or_escaped(
    tmp_path: Path,
) -> None:
    rows = ("| 甲 | 乙 |", "| - | - |", r"| 丙<br>丁 | \<b> 戊<ul> |")
    text = body("# 1 领导（60分）", "", "己", "", *rows)
    (found,) = load_scheme(save(tmp_path, text)).findings
    assert (found.code, found.actual) == ("QA147", "<ul>")
    assert (found.place.line, found.place.column) == (17, rows[2].index("<ul>") + 1)


def test_a_table_keeps_its_cells_and_their_line_breaks(tmp_path: Path) -> None:
    lines = ("| 分数 | 描述 |", "| --- | --- |", r"| 0%或 5% | 甲\|乙<br>丙 |", "| 10% | |")
    (table,) = only(tmp_path, "# 1 领导（60分）", "", *lines).tables
    assert table.header == ("分数", "描述")
    assert [row.cells for row in table.rows] == [("0%或 5%", "甲|乙\n丙"), ("10%", "")]


def test_the_front_matter_is_carried_over_exactly(tmp_path: Path) -> None:
    scheme = scheme_of(
        tmp_path,
        head(
            "bands:",
            "  - {name: 甲, low: 0%, high: 12.5%}",
            "  - {name: 乙, low: 12.6%, high: 100%}",
            "choices:",
            "  - {name: 行业, options: [养老, 医疗], default: 养老}",
            "compositions:",
            '  - {code: "1", wording: 原话, terms: [{factor: 0.80, code: "1.10"}]}',
            "eligibility:",
            "  - {code: E1, text: 要求, circumstances: [其一, 其二], variant: [行业=养老]}",
            "vetoes:",
            '  - {code: V1, text: "（一）不符合：政策"}',
            "threshold: {points: 36, wording: 建议60%}",
            "discrepancies:",
            '  - {where: "1.10", stated: 3.50, actual: 3, treatment: 照录}',
            "corrections:",
            "  - {where: total, value: 61, basis: 文件, approver: 张三, date: 2024-05-01}",
            "remarks:",
            '  - {where: "1", text: 备注}',
            "office_terms:",
            "  - 约定",
        )
        + TREE,
    )
    assert (scheme.id, scheme.edition, scheme.total) == ("sample", "第1版", Decimal(60))
    assert (scheme.scale, str(scheme.step)) == (Scale.DIRECT, "0.5")
    assert [(one.low, one.high) for one in scheme.bands] == [
        (Decimal(0), Decimal("0.125")),
        (Decimal("0.126"), Decimal(1)),
    ]
    assert (scheme.choices[0].options, scheme.choices[0].default) == (("养老", "医疗"), "养老")
    assert scheme.compositions[0].terms == ((Decimal("0.80"), "1.10"),)
    assert scheme.eligibility[0].circumstances == ("其一", "其二")
    assert scheme.eligibility[0].variant == (("行业", "养老"),)
    assert scheme.vetoes[0].text == "（一）不符合：政策"
    assert scheme.threshold is not None
    assert scheme.threshold.points == Decimal(36)
    assert scheme.discrepancies[0].where == "1.10"
    assert (scheme.corrections[0].where, scheme.corrections[0].date) == ("total", "2024-05-01")
    assert (scheme.remarks[0].text, scheme.office_terms) == ("备注", ("约定",))


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    plain = scheme_of(tmp_path, HEAD + TREE)
    path = tmp_path / "sample.md"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + TREE).replace("\n", "\r\n").encode())
    assert load_scheme(path).scheme == plain


def test_columns_count_characters_even_beyond_the_basic_plane(tmp_path: Path) -> None:
    text = head("remarks:", '  - {where: "1", text: 𠮷𠮷, wehre: 甲}') + TREE
    (found,) = load_scheme(save(tmp_path, text)).findings
    assert (found.code, str(found.place)) == ("QA113", f"{tmp_path / 'sample.md'}:11:28")


def test_all_problems_are_told_at_once_from_top_to_bottom(tmp_path: Path) -> None:
    text = (
        head("corections: []", total="多", id="A")
        + "# 1 领导（六十分） {proces}\n\n甲\n乙\n\n***\n"
    )
    found = lint_scheme(save(tmp_path, text)).findings
    assert [(one.place.line, one.code) for one in found] == [
        (2, "QA119"), (7, "QA118"), (10, "QA113"), (12, "QA133"), (12, "QA138"),
        (15, "QA141"), (17, "QA142"),
    ]  # fmt: skip


def test_a_scheme_is_built_unless_something_it_needs_is_missing(tmp_path: Path) -> None:
    built = load_scheme(save(tmp_path, head("corections: []") + TREE))
    assert built.scheme is not None
    assert len(built.findings) == 1
    assert load_scheme(save(tmp_path, head(award="") + TREE)).scheme is None


def test_arithmetic_is_still_checked_where_only_the_award_is_missing(tmp_path: Path) -> None:
    loaded = lint_scheme(save(tmp_path, head(award="", total="61") + TREE))
    assert [one.code for one in loaded.findings] == ["QA115", "QA150"]


def test_a_misspelt_key_is_told_with_the_key_that_was_meant(tmp_path: Path) -> None:
    text = head("awrad: 甲", award="") + TREE
    (found,) = load_scheme(save(tmp_path, text)).findings
    assert found.code == "QA113"
    assert "award" in found.message


def composed(*terms: str) -> str:
    """A scheme whose indicator 1 is composed of these terms."""
    rule = ("compositions:", '  - code: "1"', "    wording: 原话", "    terms:")
    return head(*rule, *(f"      - {{factor: 1, {term}}}" for term in terms)) + TREE


def test_one_of_stands_for_one_rule_for_each_indicator_it_names(tmp_path: Path) -> None:
    scheme = scheme_of(tmp_path, composed('code: "1.1"', 'one_of: ["1.2", "1.3"]'))
    one = Decimal(1)
    assert [rule.terms for rule in scheme.compositions] == [
        ((one, "1.1"), (one, "1.2")),
        ((one, "1.1"), (one, "1.3")),
    ]
    assert {(rule.code, rule.wording) for rule in scheme.compositions} == {("1", "原话")}


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (('code: "1.1", one_of: ["1.2", "1.3"]',), "QA114"),
        (('one_of: ["1.1", "1.2"]', 'one_of: ["1.3", "1.4"]'), "QA114"),
        (("x: 1",), "QA113"),
        (("one_of: []",), "QA121"),
        (("one_of: 甲",), "QA126"),
        (('one_of: ["1..1"]',), "QA135"),
    ],
)
def test_a_term_names_one_indicator_or_one_list_of_which_a_kit_has_one(
    terms: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    found = load_scheme(save(tmp_path, composed(*terms))).findings
    assert code in [one.code for one in found]


def test_a_rule_without_terms_is_reported_and_left_out(tmp_path: Path) -> None:
    text = head("compositions:", '  - {code: "1", wording: 甲, terms: []}') + TREE
    loaded = load_scheme(save(tmp_path, text))
    assert [(one.code, one.place.line) for one in loaded.findings] == [("QA121", 11)]
    assert loaded.scheme is not None
    assert loaded.scheme.compositions == ()


def test_a_choice_may_say_why_it_has_no_default(tmp_path: Path) -> None:
    choice = "  - {name: 行业, options: [养老, 医疗], no_default: 任选其一}"
    assert lint_scheme(save(tmp_path, head("choices:", choice) + TREE)).findings == ()
    (read,) = scheme_of(tmp_path, head("choices:", choice) + TREE).choices
    assert (read.default, read.no_default) == (None, "任选其一")


def test_a_choice_with_a_default_cannot_say_why_it_has_none(tmp_path: Path) -> None:
    choice = "  - {name: 行业, options: [养老, 医疗], default: 养老, no_default: 任选其一}"
    found = lint_scheme(save(tmp_path, head("choices:", choice) + TREE)).findings
    assert [one.code for one in found] == ["QA157"]


@pytest.mark.parametrize("option", ["a/b", "c:d", "字" * 41, "甲."])
def test_an_option_that_can_stand_in_no_file_name_is_found(tmp_path: Path, option: str) -> None:
    choice = f'  - {{name: 行业, options: [养老, "{option}"], default: 养老}}'
    (found,) = lint_scheme(save(tmp_path, head("choices:", choice) + TREE)).findings
    assert (found.code, found.actual) == ("QA185", option)
