"""The cases together show every award, every kind of table, and every finding about answers."""

from collections import Counter

import pytest

from builder.findings.catalogue import RULES_BY_CODE
from builder.findings.families.cross import CROSS_RULES
from builder.findings.families.leaf_answers import LEAF_ANSWER_RULES
from builder.findings.families.misread import MISREAD_RULES
from builder.findings.families.notice import NOTICE_RULES
from builder.findings.families.panel import PANEL_RULES
from builder.findings.families.panel_asked import PANEL_ASKED_RULES
from builder.findings.families.report import REPORT_CONTENT_RULES
from builder.findings.families.unlikely import UNLIKELY_RULES
from tests.golden.case import CASES
from tests.support.workbooks import MINHANG, SCHEME_IDS, SUIHUA, whole_scheme

FEWEST = 8
# A file filled in through its inputs holds no formula in them and nothing below a table; and a
# number typed as text counts for the verifier alone, while a case says what the file itself
# calculates too. Answers that are unlikely or of a wrong type, and a file
# without any, have tests of their own. The others
# need files of evidence or an office's own terms, or are about a notice, a Word report or a panel.
FAMILIES = (
    REPORT_CONTENT_RULES,
    UNLIKELY_RULES,
    MISREAD_RULES,
    CROSS_RULES,
    PANEL_RULES,
    PANEL_ASKED_RULES,
    NOTICE_RULES,
    # What is answered by rules of a leaf has cases of its own, beside the examples.
    LEAF_ANSWER_RULES,
)
REPORT = tuple(rule.code for rules in FAMILIES for rule in rules)
OUT_OF_REACH = {
    *(
        "QA505",
        "QA512",
        "QA509",
        "QA706",
        "QA707",
        "QA708",
        "QA711",
        "QA712",
        "QA713",
        "QA714",
        "QA715",
        "QA716",
    ),
    *("QA717", "QA718", "QA719", "QA720", "QA731", "QA755", "QA756", "QA757", "QA758", *REPORT),
}
ABOUT_ANSWERS = ("QA5", "QA7", "QA9")


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_every_award_has_at_least_eight_cases(scheme_id: str) -> None:
    assert Counter(case.scheme for case in CASES)[scheme_id] >= FEWEST


def test_no_case_belongs_to_an_award_that_does_not_exist() -> None:
    assert {case.scheme for case in CASES} <= {*SCHEME_IDS}


@pytest.mark.parametrize("scheme_id", [SUIHUA, MINHANG])
def test_every_option_of_a_choice_has_a_case(scheme_id: str) -> None:
    (choice,) = whole_scheme(scheme_id).choices
    chosen = {case.choice[choice.name] for case in CASES if case.scheme == scheme_id}
    assert chosen == {*choice.options}


def test_every_finding_about_answers_is_told_in_a_case() -> None:
    told = {line.split()[0] for case in CASES for line in case.expected.findings}
    rules = {code for code in RULES_BY_CODE if code.startswith(ABOUT_ANSWERS)}
    assert told == rules - OUT_OF_REACH
