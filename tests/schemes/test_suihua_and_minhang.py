"""The 绥化 and 闵行 schemes say what their notices say: the same lines, in the same order."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

import pytest

from builder.model.official import Indicator, Section
from builder.model.points import is_leaf
from builder.model.scheme import Condition, Scheme
from tests.schemes.notices import MINHANG, SUIHUA, paragraphs_of, scheme_of, squeezed


def printed_name(node: Indicator) -> str:
    """Number and name as one line."""
    return f"{node.number}{node.name}"


def printed_section(section: Section) -> Iterator[str]:
    """A section's title and paragraphs."""
    yield section.title
    yield from paragraphs_of(section)


def printed_contents(node: Indicator, *, without: tuple[str, ...] = ()) -> Iterator[str]:
    """Criteria and notes in the order of the file, which is the notice's; points where printed."""
    placed = [
        (one.position.line, one.printed + (f"（{one.points}分）" if one.points else ""))
        for one in node.criteria
    ]
    placed += [(one.position.line, one.text) for one in node.notes]
    yield from (text for _, text in sorted(placed) if not text.startswith(without))


# ---- 绥化: every heading prints its points; the industry tables stand at the end of the notice.

# A note stands under the heading it governs; the notice prints these three after its last child.
NOTES_AFTER_CHILDREN = ("注：非制造业", "注：特殊行业", "显然，对于内部顾客")


def suihua_node(node: Indicator) -> Iterator[str]:
    """A node of the notice's text or of a table, tables beneath a node of the text apart."""
    # A table's own points stand in its first cell, which is its first note.
    is_table = node.name.startswith("表")
    yield printed_name(node) if is_table else f"{printed_name(node)}（{node.points}分）"
    yield from printed_contents(node, without=NOTES_AFTER_CHILDREN)
    for child in node.children:
        if node.variant or not child.variant:
            yield from suihua_node(child)
    yield from (one.text for one in node.notes if one.text.startswith(NOTES_AFTER_CHILDREN))


def suihua_printed(scheme: Scheme) -> Iterator[str]:
    """Introduction, requirements, the five parts, vetoes, discipline, tables."""
    intro, general, parts, discipline = scheme.sections
    yield from chain(printed_section(intro), printed_section(general))
    yield from (one.text for one in scheme.eligibility)
    yield from printed_section(parts)
    yield from chain.from_iterable(suihua_node(root) for root in scheme.indicators)
    yield from (one.text for one in scheme.vetoes)
    yield from printed_section(discipline)
    yield from chain.from_iterable(suihua_node(table) for table in tables_of(scheme))


def tables_of(scheme: Scheme) -> list[Indicator]:
    """The industry tables, which are children of 服务 for one option each."""
    return [
        child for root in scheme.indicators for child in root.children
        if child.variant and not root.variant
    ]  # fmt: skip


# ---- 闵行: the text prints no points; the 评分表 at its end repeats every heading with them.


def minhang_printed(scheme: Scheme) -> Iterator[str]:
    """The text, then the table row by row, then its 说明."""
    intro, remarks = scheme.sections
    # The notice begins without a heading: the section is called by its paragraph's first words.
    assert paragraphs_of(intro)[0].startswith(intro.title)
    yield from paragraphs_of(intro)
    for node in scheme.walk:
        yield printed_name(node)
        yield from printed_contents(node)
    yield scheme.title
    for node in scheme.walk:
        yield printed_name(node)
        yield f"{node.points}"
    yield from printed_section(remarks)


NOTICES = {
    "suihua-mayor": (SUIHUA, suihua_printed),
    "minhang-innovation": (MINHANG, minhang_printed),
}
IDS = tuple(NOTICES)


def lines_of(scheme_id: str) -> list[str]:
    """The lines of the notice of a scheme."""
    notice, _ = NOTICES[scheme_id]
    return notice.lines


def texts(scheme_id: str) -> list[str]:
    """All texts of a scheme, without white space, in the order of its notice."""
    _, printed = NOTICES[scheme_id]
    return [squeezed(text) for text in printed(scheme_of(scheme_id))]


@pytest.mark.parametrize("scheme_id", IDS)
def test_scheme_and_notice_have_the_same_lines_from_beginning_to_end(scheme_id: str) -> None:
    assert texts(scheme_id) == lines_of(scheme_id)


@pytest.mark.parametrize("scheme_id", IDS)
def test_every_text_is_a_literal_part_of_its_notice(scheme_id: str) -> None:
    scheme = scheme_of(scheme_id)
    notice = "".join(lines_of(scheme_id))
    quoted = [
        scheme.title,
        scheme.award,
        *(rule.wording for rule in scheme.compositions),
        *((scheme.threshold.wording,) if scheme.threshold else ()),
    ]
    assert [text for text in (*texts(scheme_id), *quoted) if squeezed(text) not in notice] == []


@pytest.mark.parametrize("scheme_id", IDS)
def test_nothing_in_a_scheme_is_left_out_of_the_comparison(scheme_id: str) -> None:
    scheme, compared = scheme_of(scheme_id), texts(scheme_id)
    nodes = tuple(scheme.walk)
    count = sum(1 + len(node.criteria) + len(node.notes) for node in nodes)
    count += sum(len(paragraphs_of(one)) for one in scheme.sections)
    count += len(scheme.eligibility) + len(scheme.vetoes)
    # Titles of sections; 闵行 borrows one and prints its own title and every node a second time.
    titles = {"suihua-mayor": 4, "minhang-innovation": 1 + 1 + 2 * len(nodes)}
    assert len(compared) == count + titles[scheme_id]
    assert not any(node.tables for node in nodes)


def scored_criteria(node: Indicator) -> int:
    return sum(criterion.points is not None for one in node.walk for criterion in one.criteria)


def leaves(scheme: Scheme, node: Indicator) -> list[Indicator]:
    return [one for one in node.walk if is_leaf(scheme, one)]


def test_suihua_has_125_scored_criteria_and_none_in_the_tables() -> None:
    scheme = scheme_of("suihua-mayor")
    assert [scored_criteria(root) for root in scheme.indicators] == [33, 21, 41, 19, 11]
    assert sum(scored_criteria(root) for root in scheme.indicators) == 125
    assert [scored_criteria(table) for table in tables_of(scheme)] == [0] * 7


def test_every_criterion_of_suihuas_general_part_is_scored() -> None:
    scheme = scheme_of("suihua-mayor")
    unscored = [
        node.code
        for node in scheme.walk
        if not node.variant and any(one.points is None for one in node.criteria)
    ]
    assert unscored == []


@pytest.mark.parametrize(
    ("code", "option", "count"),
    [
        ("4.11", "IT", 16),
        ("4.12", "工程", 10),
        ("4.13", "现代农业", 5),
        ("4.14", "养老", 6),
        ("4.15", "医疗", 27),
        ("4.16", "物流", 8),
        ("4.17", "教育", 28),
    ],
)
def test_each_table_of_suihua_gives_20_points_on_its_lowest_printed_ones(
    code: str, option: str, count: int
) -> None:
    scheme = scheme_of("suihua-mayor")
    (table,) = (one for one in tables_of(scheme) if one.code == code)
    found = leaves(scheme, table)
    assert table.variant == (("行业", option),)
    assert len(found) == count
    assert sum((one.points or Decimal(0) for one in found), Decimal(0)) == table.points == 20


def test_where_suihua_prints_no_second_level_points_the_first_level_is_scored() -> None:
    scheme = scheme_of("suihua-mayor")
    first_level = [
        leaf.code for table in tables_of(scheme) for leaf in leaves(scheme, table)
        if leaf.code.count(".") == 2
    ]  # fmt: skip
    assert first_level == ["4.12.4", *(f"4.14.{number}" for number in range(1, 7))]


def test_suihua_composes_service_once_for_each_table() -> None:
    scheme = scheme_of("suihua-mayor")
    eight, one = Decimal("0.8"), Decimal(1)
    general = ((eight, "4.1"), (eight, "4.2"), (eight, "4.3"))
    assert [(rule.code, rule.terms) for rule in scheme.compositions] == [
        ("4", (*general, (one, table.code))) for table in tables_of(scheme)
    ]
    (wording,) = {rule.wording for rule in scheme.compositions}
    assert wording.startswith("特殊行业（如：IT")
    assert wording.endswith("最终评审两项合计分值为本指标最后得分。")


def test_suihua_lets_only_technology_and_general_service_be_replaced() -> None:
    scheme = scheme_of("suihua-mayor")
    replaceable = {node.code for node in scheme.walk if node.replaceable}
    general = [
        leaf.code for root in scheme.indicators for leaf in leaves(scheme, root) if not leaf.variant
    ]
    assert replaceable == {code for code in general if code[0] in "24"}


CONNECTIVES = "、，；。和或"


@pytest.mark.parametrize("code", ["V1", "V2", "V3", "V4", "V5"])
def test_the_circumstances_of_a_veto_are_its_whole_text_in_order(code: str) -> None:
    (veto,) = (one for one in scheme_of("suihua-mayor").vetoes if one.code == code)
    rest = "".join(between(veto))
    assert re.sub(r"^（[一二三四五]）", "", rest).strip(CONNECTIVES) == ""
    assert [len(one.circumstances) for one in scheme_of("suihua-mayor").vetoes] == [3, 1, 5, 5, 1]


def between(veto: Condition) -> Iterator[str]:
    """What stands before, between and after the circumstances."""
    rest = veto.text
    for circumstance in veto.circumstances:
        before, found, rest = rest.partition(circumstance)
        assert found
        yield before
    yield rest


def test_suihua_asks_its_requirements_of_every_applicant_whatever_was_chosen() -> None:
    scheme = scheme_of("suihua-mayor")
    assert [one.code for one in scheme.eligibility] == ["E1", "E2", "E3", "E4", "E5", "E6"]
    assert all(not one.variant for one in (*scheme.eligibility, *scheme.vetoes))


def test_minhang_is_one_single_item_of_300_and_the_value_of_200() -> None:
    scheme = scheme_of("minhang-innovation")
    (choice,) = scheme.choices
    assert choice.default is None
    assert choice.no_default
    singles, (value,) = scheme.indicators[:5], scheme.indicators[5:]
    assert [node.variant for node in singles] == [(("单项", one),) for one in choice.options]
    assert [node.name for node in singles] == list(choice.options)
    assert [node.points for node in scheme.indicators] == [*(300,) * 5, 200]
    assert value.variant == ()
    assert scheme.threshold is not None
    assert scheme.threshold.points == scheme.total * Decimal("0.6")


def test_minhang_flags_the_numeric_item_that_works_like_a_veto() -> None:
    flagged = [node for node in scheme_of("minhang-innovation").walk if node.veto]
    assert [(node.label, node.points) for node in flagged] == [("1.5 标准化工作合规", Decimal(30))]


def test_results_of_minhang_are_the_sixth_part_and_processes_the_others() -> None:
    for node in scheme_of("minhang-innovation").walk:
        assert node.dimension is not None
        assert node.dimension.value == ("result" if node.code.startswith("6") else "process")


@pytest.mark.parametrize("scheme_id", IDS)
def test_the_notice_contradicts_no_sum(scheme_id: str) -> None:
    assert scheme_of(scheme_id).discrepancies == ()
