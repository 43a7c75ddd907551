"""What lint adds up, and what it leaves alone."""

from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from tests.load.samples import TREE, head, save

CHOICE = ("choices:", "  - {name: 行业, options: [养老, 医疗], default: 养老}")

SHORT = """\
# 1 领导（60分）

## 1.1 甲（25分）

乙

## 1.2 丙（30分）

丁
"""


def discrepancy(where: str, stated: int, actual: int) -> str:
    """One acknowledged contradiction as a line of the front matter."""
    return f'  - {{where: "{where}", stated: {stated}, actual: {actual}, treatment: 照录}}'


def correction(where: str, value: int) -> str:
    """One signed correction as a line of the front matter."""
    return f'  - {{where: "{where}", value: {value}, basis: 甲, approver: 乙, date: 2024-05-01}}'


def told(folder: Path, text: str) -> list[tuple[str, str, str, str]]:
    """Code, place in the scheme, expected and actual of every finding."""
    found = lint_scheme(save(folder, text)).findings
    return [(one.code, one.place.indicator, one.expected, one.actual) for one in found]


def test_children_that_fall_short_contradict_their_parent_and_the_total(tmp_path: Path) -> None:
    assert told(tmp_path, head() + SHORT) == [
        ("QA150", "total", "60", "55"),
        ("QA150", "1", "60", "55"),
    ]


def test_acknowledging_both_contradictions_with_their_numbers_settles_them(tmp_path: Path) -> None:
    entries = (discrepancy("1", 60, 55), discrepancy("total", 60, 55))
    assert told(tmp_path, head("discrepancies:", *entries) + SHORT) == []


def test_an_acknowledgement_with_other_numbers_fails_at_its_entry(tmp_path: Path) -> None:
    entries = (discrepancy("1", 60, 54), discrepancy("total", 60, 55))
    assert told(tmp_path, head("discrepancies:", *entries) + SHORT) == [
        ("QA151", "1", "60/55", "60/54")
    ]


def test_children_above_their_parent_contradict_only_it_because_it_caps_them(
    tmp_path: Path,
) -> None:
    text = head() + TREE.replace("35分", "40分")
    assert told(tmp_path, text) == [("QA150", "1", "60", "65")]


def test_roots_that_do_not_sum_to_the_total_contradict_it(tmp_path: Path) -> None:
    assert told(tmp_path, head(total="70") + TREE) == [("QA150", "total", "70", "60")]


def test_a_correction_settles_a_contradiction_and_its_entries_may_stay(tmp_path: Path) -> None:
    entries = (discrepancy("1", 60, 55), discrepancy("total", 60, 55))
    for acknowledged in ((), ("discrepancies:", *entries)):
        lines = ("corrections:", correction("1.2", 35), *acknowledged)
        assert told(tmp_path, head(*lines) + SHORT) == []


def test_points_of_criteria_count_where_there_are_no_children(tmp_path: Path) -> None:
    text = head() + "# 1 领导（60分）\n\n（1）甲；（20分）\n\n（2）乙。（39.5分）\n"
    assert told(tmp_path, text) == [
        ("QA150", "total", "60", "59.5"),
        ("QA150", "1", "60", "59.5"),
    ]


def test_options_are_added_up_one_at_a_time(tmp_path: Path) -> None:
    options = "".join(
        f'# {number} 甲（{points}分） {{variant="行业={option}"}}\n\n乙\n\n'
        for number, points, option in ((1, 40, "养老"), (2, 39, "医疗"))
    )
    text = head(*CHOICE) + options + "# 3 丙（20分）\n\n丁\n"
    assert told(tmp_path, text) == [("QA150", "total", "60", "59")]


@pytest.mark.parametrize(
    ("factor", "findings"),
    [("1.2", []), ("0.8", [("QA150", "total", "60", "50"), ("QA150", "1", "60", "50")])],
)
def test_a_composed_indicator_is_worth_what_its_rule_gives(
    factor: str, findings: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    rule = (
        "compositions:",
        '  - code: "1"',
        "    wording: 甲",
        f'    terms: [{{factor: {factor}, code: "1.1"}}, {{factor: 1, code: "1.2"}}]',
    )
    assert told(tmp_path, head(*rule) + SHORT) == findings


SPECIAL = """\
# 1 服务（60分）

## 1.1 甲（60分）

乙

## 1.2 养老表（30分） {variant="行业=养老"}

丙

## 1.3 医疗表（30分） {variant="行业=医疗"}

丁
"""


@pytest.mark.parametrize(
    ("tables", "findings"),
    [
        ('"1.2", "1.3"', []),
        # Without its table in the rule, the kit for 医疗 only adds up.
        ('"1.2"', [("QA150", "1", "60", "90")]),
    ],
)
def test_one_rule_serves_every_option_it_names_and_a_kit_without_a_rule_adds_up(
    tables: str, findings: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    rule = (
        "choices:",
        "  - {name: 行业, options: [一般, 养老, 医疗], default: 一般}",
        "compositions:",
        '  - code: "1"',
        "    wording: 甲",
        f'    terms: [{{factor: 0.5, code: "1.1"}}, {{factor: 1, one_of: [{tables}]}}]',
    )
    assert told(tmp_path, head(*rule) + SPECIAL) == findings


@pytest.mark.parametrize("attribute", ["unscored", "reference"])
def test_what_is_not_scored_needs_no_points_and_is_not_added_up(
    attribute: str, tmp_path: Path
) -> None:
    text = head() + TREE + f"\n# 2 环境 {{{attribute}}}\n\n## 2.1 说明\n\n戊\n"
    assert told(tmp_path, text) == []


def test_a_level_without_points_is_added_up_through(tmp_path: Path) -> None:
    text = head() + TREE.replace("领导（60分）", "领导")
    assert told(tmp_path, text) == []


def test_children_without_points_are_judged_within_their_parent(tmp_path: Path) -> None:
    text = head() + "# 1 领导（60分）\n\n## 1.1 甲\n\n乙\n\n## 1.2 丙\n\n丁\n"
    assert told(tmp_path, text) == []
