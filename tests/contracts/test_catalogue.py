"""The program names no code beside the catalogue, which speaks in full Chinese sentences."""

import re
import string
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from builder.findings.catalogue import RULES, RULES_BY_CODE
from builder.findings.rule import Rule

PACKAGE = Path(__file__).parents[2] / "builder"
FAMILIES = PACKAGE / "findings" / "families"
_CODE = re.compile(r"QA\d{3,4}")
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def used_codes() -> set[str]:
    """Every code the program names outside its catalogue."""
    files = (path for path in PACKAGE.rglob("*.py") if not path.is_relative_to(FAMILIES))
    return {code for path in files for code in _CODE.findall(path.read_text())}


def test_every_code_the_program_names_is_in_the_catalogue() -> None:
    assert sorted(used_codes() - set(RULES_BY_CODE)) == []


def test_no_code_and_no_name_is_given_twice() -> None:
    assert [code for code, count in Counter(rule.code for rule in RULES).items() if count > 1] == []
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


def test_no_message_is_written_twice() -> None:
    messages = Counter(rule.message for rule in RULES)
    assert [message for message, count in messages.items() if count > 1] == []


def test_codes_rise_from_the_first_to_the_last() -> None:
    codes = [int(rule.code.removeprefix("QA")) for rule in RULES]
    assert [pair for pair in pairwise(codes) if pair[0] >= pair[1]] == []


@EVERY_RULE
def test_a_rule_says_in_chinese_what_why_and_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"QA[1-9]\d{2,3}", rule.code)
    assert is_chinese(rule.name)
    for sentence in (rule.message, rule.why, rule.fix):
        assert is_chinese(sentence)
        assert sentence == sentence.strip()
        assert re.search(r"[。？}]$", sentence), sentence
    assert not rule.name.endswith("。")
    assert "{" not in rule.why


@EVERY_RULE
def test_the_blanks_of_a_rule_are_plain_names(rule: Rule) -> None:
    for template in (rule.message, rule.fix):
        for _, name, form, conversion in string.Formatter().parse(template):
            assert name is None or name.isidentifier()
            assert not form
            assert not conversion


def is_chinese(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))
