"""Rules that compute one indicator from those beneath it."""

from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from tests.load.samples import TREE, head, save

ALTERNATIVES = """\
# 1 服务（60分）

## 1.1 甲（60分） {variant="行业=养老"}

乙

## 1.2 丙（60分） {variant="行业=医疗"}

丁
"""
CHOICE = ("choices:", "  - {name: 行业, options: [养老, 医疗], default: 养老}")


def told(folder: Path, tree: str, *lines: str) -> list[str]:
    """The codes of the findings about these lines of front matter above this tree."""
    return [one.code for one in lint_scheme(save(folder, head(*lines) + tree)).findings]


def rule(code: str, *terms: str) -> str:
    """One rule as a line of the front matter."""
    return f'  - {{code: "{code}", wording: 甲, terms: [{", ".join(terms)}]}}'


@pytest.mark.parametrize(
    ("code", "terms", "found"),
    [
        ("1", ("1.1", "1.2"), []),
        ("1", ("1.1", "1.2", "1.3"), ["QA155"]),
        ("1.3", ("1.1", "1.2"), ["QA155"]),
        ("1", ("1", "1.1", "1.2"), ["QA160"]),
        ("1.1", ("1.2",), ["QA160"]),
        ("1", ("1.1",), ["QA150", "QA150", "QA160"]),
    ],
)
def test_a_rule_uses_every_child_of_its_indicator_and_nothing_else(
    code: str, terms: tuple[str, ...], found: list[str], tmp_path: Path
) -> None:
    written = rule(code, *(f'{{factor: 1, code: "{one}"}}' for one in terms))
    assert sorted(told(tmp_path, TREE, "compositions:", written)) == found


def test_rules_that_no_kit_has_together_may_compute_the_same_indicator(tmp_path: Path) -> None:
    rules = [rule("1", f'{{factor: 1, code: "1.{number}"}}') for number in (1, 2)]
    assert told(tmp_path, ALTERNATIVES, *CHOICE, "compositions:", *rules) == []
    one_of = rule("1", '{factor: 1, one_of: ["1.1", "1.2"]}')
    assert told(tmp_path, ALTERNATIVES, *CHOICE, "compositions:", one_of) == []


def test_one_of_names_indicators_of_which_a_kit_has_only_one(tmp_path: Path) -> None:
    one_of = rule("1", '{factor: 1, one_of: ["1.1", "1.2"]}')
    found = told(tmp_path, TREE, "compositions:", one_of)
    assert "QA164" in found


def test_what_no_kit_has_together_cannot_be_added_by_one_rule(tmp_path: Path) -> None:
    added = rule("1", '{factor: 1, code: "1.1"}', '{factor: 1, code: "1.2"}')
    assert told(tmp_path, ALTERNATIVES, *CHOICE, "compositions:", added) == ["QA165"]


def test_a_misnamed_indicator_is_told_once_for_its_entry(tmp_path: Path) -> None:
    one_of = rule("1", '{factor: 1, code: "1.9"}', '{factor: 1, one_of: ["1.1", "1.2"]}')
    assert told(tmp_path, ALTERNATIVES, *CHOICE, "compositions:", one_of) == ["QA155"]
