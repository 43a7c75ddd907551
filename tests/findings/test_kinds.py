"""What a finding stops, and how a command ends by it, follows from the kind of its rule."""

import pytest

from builder.cli.exit_code import ExitCode, exit_code
from builder.findings.catalogue import RULES
from builder.findings.rule import Kind, Rule, Severity, rules
from builder.model.verdict import Status, Verdict
from builder.verify.panel.altered import alterations
from tests.findings.blanks import found_under

# The few codes that end a command otherwise than findings do.
UNREACHED = (
    *("QA101", "QA102", "QA103", "QA104", "QA105", "QA108", "QA191"),
    *("QA801", "QA811", "QA812", "QA891", "QA892", "QA941"),
    *("QA987", "QA988", "QA989", "QA990", "QA991", "QA995", "QA997"),
)
USAGE = ("QA106", "QA171", "QA172", "QA173")
# What the workbook of a panel may hold that says that it is not what was handed out.
IDENTITY = ("QA301", "QA302", "QA303", "QA304", "QA305", "QA306", "QA307", "QA308", "QA310")
SEEN = (
    *("QA470", "QA471", "QA472", "QA473", "QA474", "QA476", "QA477", "QA478", "QA479", "QA480"),
    *("QA481", "QA482", "QA483", "QA484", "QA485", "QA486", "QA487", "QA489", "QA490", "QA491"),
)
CAUSES = ("QA460", "QA461", "QA462", "QA463", "QA464", "QA465", "QA466")
CHANGED = (
    *("QA401", "QA403", "QA404", "QA405", "QA406", "QA407", "QA408", "QA411", "QA412", "QA421"),
    *("QA422", "QA432", "QA434", "QA438", *CAUSES, *SEEN, "QA505", "QA506", "QA602"),
)
UNFINISHED = (
    *("QA468", "QA501", "QA502", "QA503", "QA504", "QA507", "QA508", "QA510"),
    *("QA527", "QA528", "QA529"),
)
BOOKS = (
    "QA3",
    "QA40",
    "QA41",
    "QA42",
    "QA43",
    "QA46",
    "QA47",
    "QA48",
    "QA49",
    "QA50",
    "QA51",
    "QA52",
    "QA6",
    "QA7",
    "QA90",
    "QA91",
)


def of_books() -> tuple[Rule, ...]:
    """The rules on what can be found in a workbook once it was read."""
    return tuple(rule for rule in RULES if rule.code.startswith(BOOKS))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_command_ends_as_the_kind_and_the_severity_say(rule: Rule) -> None:
    usual = ExitCode.CLEAN if rule.severity is Severity.HINT else ExitCode.FINDINGS
    wanted = ExitCode.UNREADABLE if rule.code in UNREACHED else usual
    wanted = ExitCode.USAGE if rule.code in USAGE else wanted
    assert exit_code([found_under(rule)]) is wanted


def test_a_panels_workbook_is_altered_by_what_is_serious_of_its_identity_or_contents() -> None:
    found = tuple(map(found_under, of_books()))
    verdict = Verdict(path="评审表.xlsx", status=Status.FINDINGS, findings=found)
    assert tuple(one.code for one in alterations(verdict)) == (*IDENTITY, *CHANGED)


def test_a_review_is_unfinished_by_scores_only() -> None:
    assert tuple(one.code for one in of_books() if one.kind is Kind.ANSWER) == UNFINISHED


def test_there_is_no_kind_that_nothing_is_of() -> None:
    assert {rule.kind for rule in RULES} == set(Kind)


def test_an_entry_names_its_kind_or_is_of_that_of_its_family() -> None:
    first, second = rules(
        Kind.CONTENT,
        """
    QA001 提示 名 称
    说
        什么。
    为什么。
    怎么办。

    QA002 警告·改动 名称
    说什么。
    为什么。
    怎么办。
    """,
    )
    assert first == Rule(
        code="QA001",
        name="名 称",
        severity=Severity.HINT,
        kind=Kind.CONTENT,
        message="说什么。",
        why="为什么。",
        fix="怎么办。",
    )
    assert (second.severity, second.kind) == (Severity.WARNING, Kind.ALTERED)


@pytest.mark.parametrize(
    "entry",
    [
        "QA001 错误 名称\n    说什么。\n    为什么。",
        "QA001 错 名称\n    说什么。\n    为什么。\n    怎么办。",
        "QA001 错误·别的 名称\n    说什么。\n    为什么。\n    怎么办。",
        "QA001 错误\n    说什么。\n    为什么。\n    怎么办。",
    ],
)
def test_an_entry_that_is_written_otherwise_makes_no_catalogue(entry: str) -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        rules(Kind.CONTENT, f"\n    {entry}\n    ")
