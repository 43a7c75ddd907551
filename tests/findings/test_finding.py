"""A finding is its rule with the blanks filled, or it cannot be made at all."""

import pytest
from click.testing import CliRunner

from builder.cli.explain_command import command
from builder.findings.catalogue import RULES, RULES_BY_CODE
from builder.findings.finding import Finding, Place
from builder.findings.rule import Rule, Severity
from builder.show.rules import with_blanks
from tests.findings.blanks import GIVEN, blanks, found_under

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


@EVERY_RULE
def test_every_blank_of_a_rule_is_filled(rule: Rule) -> None:
    finding = found_under(rule)
    for name in blanks(rule.message) | blanks(rule.fix):
        assert f"《{name}》" in finding.message + finding.fix
    assert finding.rule is RULES_BY_CODE[rule.code]


@EVERY_RULE
def test_a_rule_with_an_unfilled_blank_makes_no_finding(rule: Rule) -> None:
    needed = (blanks(rule.message) | blanks(rule.fix)) - GIVEN
    if needed:
        with pytest.raises(KeyError):
            Finding(code=rule.code, place=Place())
    else:
        assert Finding(code=rule.code, place=Place()).message


@EVERY_RULE
def test_explain_says_all_that_is_known_of_a_rule(rule: Rule) -> None:
    done = CliRunner().invoke(command, [rule.code])
    assert done.exit_code == 0
    for words in (
        *(rule.code, rule.name, rule.severity.label, rule.kind),
        *(with_blanks(rule.message), rule.why, with_blanks(rule.fix)),
    ):
        assert words in done.output


def test_an_unknown_code_makes_no_finding() -> None:
    with pytest.raises(KeyError):
        Finding(code="QA000", place=Place())


def test_braces_in_a_users_words_stay_as_they_are() -> None:
    finding = Finding(code="QA422", place=Place(), actual="{0} {actual!r} {{", expected="{x}")
    assert "{0} {actual!r} {{" in finding.message
    assert "{x}" in finding.fix


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(path="a.md", line=3, column=7), "a.md:3:7"),
        (Place(path="a.xlsx", sheet="汇总", cell="B2"), "a.xlsx!汇总!B2"),
        (Place(path="a.xlsx", sheet="汇总"), "a.xlsx!汇总"),
        (Place(path="a.xlsx"), "a.xlsx"),
    ],
)
def test_a_place_reads_as_its_kind_of_file_is_cited(place: Place, words: str) -> None:
    assert str(place) == words


def test_each_severity_has_its_own_word() -> None:
    assert [severity.label for severity in Severity] == ["错误", "警告", "提示"]
