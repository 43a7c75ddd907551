"""The file family of the catalogue speaks in whole sentences."""

import pytest

from builder.findings.families.file import FILE_RULES
from builder.findings.finding import Finding, Place
from builder.findings.rule import Rule


@pytest.mark.parametrize("rule", FILE_RULES, ids=lambda rule: rule.code)
def test_every_wording_is_a_chinese_sentence_without_gaps(rule: Rule) -> None:
    details = {"noun": "单元格数", "line": "3"}
    finding = Finding(
        code=rule.code, place=Place(path="x"), expected="1", actual="2", details=details
    )
    for sentence in (finding.message, finding.fix, rule.why):
        assert sentence.endswith("。")
        assert "{" not in sentence
