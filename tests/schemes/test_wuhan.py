"""The three 武汉 awards say what their notice says: each its own part of one document."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest

from builder.model.descriptors import descriptions, lists_band
from builder.model.official import DescriptorTable, Indicator, Section
from builder.model.scheme import Scheme
from tests.schemes.notices import WUHAN, paragraphs_of, scheme_of, squeezed

UNITS = ("wuhan-manufacturing", "wuhan-service")
INDIVIDUAL = "wuhan-individual"
AWARDS = (*UNITS, INDIVIDUAL)

# Each part begins with its title on a line of its own; before the first stand letter, cover and
# contents, which say who sends the standards and where they stand, and nothing about scoring.
BEGINNINGS = ("武汉市市长质量奖单位奖评定标准（试行）", "武汉市市长质量奖个人奖评定标准（试行）")
FRONT = (
    # The letter: issuer, number, title, addressees, the one sentence that puts it in force.
    "武汉市质量强市工作委员会文件",
    "武强市〔2022〕2号",
    "市质量强市工作委员会关于印发武汉市市长质量奖评定标准（试行）的通知",
    "市质量强区工作委员会各成员单位，各区质量强区工作委员会（领导小组），各有关单位：",
    "经研究，现将《武汉市市长质量奖评定标准（试行）》印发给你们，请遵照执行。",
    # The cover.
    "武汉市市长质量奖评定标准",
    "(试行)",
    "武汉市质量强市工作委员会",
    "2022年11月",
    # The contents.
    "目录",
    "一、武汉市市长质量奖单位奖评定标准（试行）",
    "武汉市市长质量奖单位奖评定标准（试行）（制造类）4",
    "武汉市市长质量奖单位奖评定标准（试行）（服务类）19",
    "二、武汉市市长质量奖个人奖评定标准（试行）35",
)
# The head of the table of 三, printed again on each of its three pages, and the running number of
# the first root; the columns are the tree and the tables beneath it.
TABLE_HEAD = ("序号", "一级指标", "二级指标", "评价要点", "评分标准", "1")
TABLE_PAGES = 3

# What the extraction of the text added before a) and [1].
LIST_MARK = "- "

# The sentences a page divides: the two characters before and after the seam.
BROKEN_BY_A_PAGE = {
    "wuhan-manufacturing": [("市长", "质量"), ("管控", "能力")],
    "wuhan-service": [("标等", "要素"), ("括各", "类应")],
}

ITEMS = {"5.2": 180, "5.3": 170, "5.4": 170, "5.5": 150, "5.6": 170, "5.7": 160}
FACTORS = {"表 A.1": ("A", "D", "L", "I"), "表 A.2": ("Le", "T", "C", "I")}


def parts() -> list[list[str]]:
    """The raw lines of the front and of the three awards, without empty ones."""
    found: list[list[str]] = [[]]
    for line in WUHAN.raw_lines:
        if line in BEGINNINGS:
            found.append([])
        if line.strip():
            found[-1].append(line.removeprefix(LIST_MARK))
    return found


def notice(scheme_id: str) -> list[str]:
    """The raw lines of an award's own part that are not left out for a reason."""
    lines = parts()[1 + AWARDS.index(scheme_id)]
    return [line for line in lines if squeezed(line) not in WUHAN.left_out]


def flow(scheme: Scheme) -> list[str]:
    """Every text of a scheme without white space, in the order of its file."""
    placed = [(section.position.line, list(of_section(section))) for section in scheme.sections]
    placed += [(node.position.line, list(of_node(node))) for node in scheme.walk]
    inside = (text for _, texts in sorted(placed) for text in texts)
    return [squeezed(text) for text in (scheme.title, *inside)]


def of_section(section: Section) -> Iterator[str]:
    """A section's texts in official order."""
    yield section.title
    for part in section.contents:
        if isinstance(part, DescriptorTable):
            yield from of_table(part)
        else:
            yield part.text


def of_node(node: Indicator) -> Iterator[str]:
    """An indicator's own texts, without its points: the notice gives them in a table."""
    yield f"{node.number}{node.name}"
    yield from (criterion.printed for criterion in node.criteria)
    for table in node.tables:
        yield from of_table(table)


def of_table(table: DescriptorTable) -> Iterator[str]:
    """The cells of a table, row by row."""
    yield from table.header
    for row in table.rows:
        yield from row.cells


def section_named(scheme: Scheme, beginning: str) -> Section:
    """The one section whose title begins so."""
    (found,) = (one for one in scheme.sections if one.title.startswith(beginning))
    return found


def test_the_front_is_letter_cover_and_contents_and_names_edition_and_source() -> None:
    assert tuple(squeezed(line) for line in parts()[0]) == FRONT
    for scheme_id in AWARDS:
        scheme = scheme_of(scheme_id)
        number, _, letter = scheme.source.partition("《")
        assert (number, f"{squeezed(letter).removesuffix('》')}") == FRONT[1:3]
        assert scheme.edition == f"{FRONT[8]}（{FRONT[6].strip('()')}）"


def test_every_line_left_out_for_a_reason_is_once_in_a_part() -> None:
    counts = Counter(squeezed(line) for part in parts()[1:] for line in part)
    assert {line: counts[line] for line in WUHAN.left_out} == {
        "5评价要求": len(UNITS),
        "三、评分要点及权重": 1,
        "武汉市质量强市工作委员会办公室2022年11月11日印发": 1,
    }


@pytest.mark.parametrize("scheme_id", UNITS)
def test_a_unit_award_and_its_part_are_the_same_text_from_beginning_to_end(scheme_id: str) -> None:
    expected = "".join(squeezed(line) for line in notice(scheme_id))
    assert "".join(flow(scheme_of(scheme_id))) == expected


@pytest.mark.parametrize("scheme_id", UNITS)
def test_every_criterion_and_paragraph_is_one_line_unless_a_page_divides_it(scheme_id: str) -> None:
    scheme = scheme_of(scheme_id)
    lines = [squeezed(line) for line in notice(scheme_id)]
    pairs = {before + after: (before[-2:], after[:2]) for before, after in pairwise(lines)}
    texts = [one.printed for node in scheme.walk for one in node.criteria]
    texts += [text for section in scheme.sections for text in paragraphs_of(section)]
    joined = [squeezed(text) for text in texts if squeezed(text) not in lines]
    assert [pairs[text] for text in joined] == BROKEN_BY_A_PAGE[scheme_id]


@pytest.mark.parametrize("scheme_id", AWARDS)
def test_every_text_is_a_literal_part_of_its_own_part(scheme_id: str) -> None:
    text = "".join(squeezed(line) for line in notice(scheme_id))
    if scheme_id == INDIVIDUAL:
        text += "".join(joined_over_the_page())
    assert [one for one in flow(scheme_of(scheme_id)) if one not in text] == []


@pytest.mark.parametrize("scheme_id", UNITS)
def test_points_and_clauses_are_those_of_table_b1(scheme_id: str) -> None:
    scheme = scheme_of(scheme_id)
    (table,) = section_named(scheme, "表 B.1").tables
    *rows, last = (row.cells for row in table.rows)
    expected = [
        (
            f"{root.number} {root.name}" if first else "",
            f"{clause.number} {clause.name}",
            f"{root.points}" if first else "",
        )
        for root in scheme.indicators[1:]
        for first, clause in zip((True, False, False, False), root.children, strict=True)
    ]
    assert rows == expected
    assert last == ("总分", "", f"{scheme.total}")
    assert {root.code: root.points for root in scheme.indicators[1:]} == ITEMS


@pytest.mark.parametrize("scheme_id", UNITS)
def test_the_environment_and_the_overviews_are_unscored_and_the_rest_process_or_result(
    scheme_id: str,
) -> None:
    environment, *items = scheme_of(scheme_id).indicators
    assert (environment.code, environment.unscored, environment.children) == ("5.1", True, ())
    for item in items:
        kinds = [(node.unscored, node.dimension, node.points) for node in item.children]
        assert kinds == [
            (True, None, None),
            (False, "process", None),
            (False, "process", None),
            (False, "result", None),
        ]


@pytest.mark.parametrize("scheme_id", UNITS)
def test_each_clause_has_the_criteria_the_notice_prints(scheme_id: str) -> None:
    labelled = ["", "a)", "b)", "c)", "d)"]
    for node in scheme_of(scheme_id).walk:
        plain = node.code.count(".") == 1 or node.code[-1] in "14"
        expected = labelled if node.code == "5.1" or not plain else [""]
        if node.points is None:
            assert [criterion.label for criterion in node.criteria] == expected
        else:
            assert node.criteria == ()


@pytest.mark.parametrize("scheme_id", UNITS)
@pytest.mark.parametrize("name", FACTORS)
def test_each_band_is_described_by_its_four_factors(scheme_id: str, name: str) -> None:
    scheme = scheme_of(scheme_id)
    (table,) = section_named(scheme, name).tables
    assert table.header == ("分数", "描述")
    for band, row in zip(scheme.bands, table.rows, strict=True):
        assert lists_band(row.cells[0], band, scheme.step)
        factors = [re.fullmatch(r"• .+\((\w+)\)", line) for line in row.cells[1].split("\n")]
        assert [factor and factor[1] for factor in factors] == list(FACTORS[name])


@pytest.mark.parametrize("scheme_id", UNITS)
def test_band_names_are_those_printed_in_table_a1(scheme_id: str) -> None:
    scheme = scheme_of(scheme_id)
    (table,) = section_named(scheme, "表 A.1").tables
    assert [band.name for band in scheme.bands] == [row.cells[0] for row in table.rows]


def rows_of_table() -> list[list[str]]:
    """The rows of the table of 三, every cell without white space."""
    lines = notice(INDIVIDUAL)
    end = max(number for number, line in enumerate(lines) if "\t" not in line)
    return [[squeezed(cell) for cell in line.split("\t")] for line in lines[end + 1 :]]


def joined_over_the_page() -> list[str]:
    """The four descriptors of 政治素质, which a page divides.

    On the second page the row is shifted one column to the left and has one text more than there
    are bands; that fifth text repeats the fourth.
    """
    first, second = broken_rows()
    assert second[7] == second[6]
    return [begun + ended for begun, ended in zip(first[4:], second[3:7], strict=True)]


def broken_rows() -> tuple[list[str], list[str]]:
    """The two rows a page divides: 政治素质, and the one that begins 道德品质."""
    (first,) = (row for row in rows_of_table() if row[2].startswith("政治素质"))
    (second,) = (row for row in rows_of_table() if row[1].startswith("道德品质"))
    return first, second


def test_the_individual_award_begins_like_its_part() -> None:
    scheme = scheme_of(INDIVIDUAL)
    text = "".join(squeezed(line) for line in notice(INDIVIDUAL))
    tree = min(node.position.line for node in scheme.walk)
    assert all(section.position.line < tree for section in scheme.sections)
    before = "".join((scheme.title, *(squeezed(t) for s in scheme.sections for t in of_section(s))))
    assert text.startswith(squeezed(before))
    assert text.removeprefix(squeezed(before)).startswith(TABLE_HEAD[0])


def test_the_tree_of_the_individual_award_is_the_table_of_its_first_part() -> None:
    scheme = scheme_of(INDIVIDUAL)
    (table,) = section_named(scheme, "一、指标说明").tables
    expected = [
        (f"{root.number} {root.name}（{root.points}分）" if child is root.children[0] else "",
         f"{child.number} {child.name}（{child.points}分）")
        for root in scheme.indicators
        for child in root.children
    ]  # fmt: skip
    assert [row.cells for row in table.rows] == expected


def test_no_cell_of_the_scoring_table_is_missing_added_or_changed() -> None:
    scheme = scheme_of(INDIVIDUAL)
    (first, second), joined = broken_rows(), joined_over_the_page()
    cells = Counter(
        cell for row in rows_of_table() for cell in row if cell and cell not in TABLE_HEAD
    )
    cells -= Counter(first[4:]) + Counter(second[3:])
    cells += Counter(joined)
    expected: Counter[str] = Counter()
    for node in scheme.walk:
        number = "2" if node.code == "2" else ""
        expected[squeezed(f"{number}{node.name}({node.points}分)")] += 1
        if node.criteria:
            expected[squeezed("".join(one.printed for one in node.criteria))] += 1
        for table in node.tables:
            expected += Counter(squeezed(cell) for row in table.rows for cell in row.cells)
    header = scheme.indicators[0].children[0].tables[0].header
    expected += Counter({squeezed(cell): TABLE_PAGES for cell in header})
    assert cells == expected


def test_criteria_and_descriptors_stand_in_the_order_of_the_table() -> None:
    leaves = [node for node in scheme_of(INDIVIDUAL).walk if not node.children]
    rows = [row for row in rows_of_table() if row[3].startswith("a.")]
    assert len(leaves) == len(rows) == 6
    for node, row in zip(leaves, rows, strict=True):
        assert row[3] == squeezed("".join(one.printed for one in node.criteria))
        (table,) = node.tables
        (described,) = table.rows
        expected = joined_over_the_page() if node.code == "1.1" else row[4:]
        assert [squeezed(cell) for cell in described.cells] == expected


def test_every_described_band_of_the_individual_award_is_a_band_of_the_scheme() -> None:
    scheme = scheme_of(INDIVIDUAL)
    leaves = [node for node in scheme.walk if not node.children]
    assert [len(node.tables) for node in leaves] == [1] * 6
    for table in (table for node in leaves for table in node.tables):
        described = list(zip(descriptions(table), reversed(scheme.bands), strict=True))
        assert [one.printed for one, _ in described] == [band.name for _, band in described]
        assert all(lists_band(one.printed, band, scheme.step) for one, band in described)
    assert scheme.bands[0].low == Decimal("0.3")


def test_the_labels_of_the_individual_award_are_those_of_the_table() -> None:
    for node in scheme_of(INDIVIDUAL).walk:
        labels = [criterion.label for criterion in node.criteria]
        count = {"1": 0, "2": 0, "1.1": 2, "2.2": 2}.get(node.code, 3)
        assert labels == ["a.", "b.", "c."][:count]


def test_remarks_stand_where_a_reader_should_know() -> None:
    places = {one: Counter(remark.where for remark in scheme_of(one).remarks) for one in AWARDS}
    assert places == {
        "wuhan-manufacturing": Counter(
            [
                *("0.2.2 远见卓识的领导", "4 标准架构", "5.2.4", "表 A.1 过程维度评分指南"),
                *("附录 A (规范性) 评分指引", "参考文献"),
            ]
        ),
        "wuhan-service": Counter(
            [
                *("4 标准架构", "4 标准架构", "5.2.4", "5.6.3", "5.7.4", "表 A.1 过程维度评分指南"),
                *("附录 A (规范性) 评分指引", "参考文献"),
            ]
        ),
        "wuhan-individual": Counter({"total": 2, "1.1": 3, "1.3": 1, "2.1": 3, "2.2": 1, "2.3": 1}),
    }
    (joined, *_) = (one for one in scheme_of(INDIVIDUAL).remarks if one.where == "1.1")
    assert joined.text.startswith("跨页拼接待核")


@pytest.mark.parametrize("scheme_id", AWARDS)
def test_no_award_contradicts_itself_and_every_total_is_reached(scheme_id: str) -> None:
    scheme = scheme_of(scheme_id)
    assert scheme.discrepancies == ()
    assert sum(root.points or 0 for root in scheme.indicators) == scheme.total
