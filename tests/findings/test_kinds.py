"""What a finding stops, and how a command ends by it, follows from the kind of its rule."""

import pytest

from builder.cli.exit_code import ExitCode, exit_code
from builder.findings.catalogue import FAMILIES, RULES
from builder.findings.rule import Audience, Kind, Rule, Severity, Words, rules
from builder.model.verdict import Status, Verdict
from builder.verify.panel.altered import alterations
from tests.findings.blanks import GIVEN, blanks, found_under

# The few codes that end a command otherwise than findings do.
UNREACHED = (
    *("QA101", "QA102", "QA103", "QA104", "QA105", "QA108", "QA191"),
    *("QA987", "QA988", "QA989", "QA990", "QA991", "QA995", "QA997", "QA801", "QA811", "QA812"),
    *("QA882", "QA884", "QA885", "QA891", "QA892", "QA893", "QA899", "QA941", "QA986"),
    *("QA1100", "QA1202", "QA1203", "QA1210", "QA1287"),
    *("QA1321", "QA1327", "QA1328"),
)
USAGE = (
    *("QA1151", "QA1152", "QA1153", "QA1167"),
    *("QA106", "QA171", "QA172", "QA173", "QA881", "QA883", "QA886"),
    *("QA894", "QA895", "QA896", "QA897", "QA973"),
    *("QA1083", "QA1104", "QA1106", "QA1241", "QA1244", "QA1270"),
    *("QA1286", "QA1288", "QA1289", "QA1290"),
    *("QA1320", "QA1322", "QA1323", "QA1324", "QA1325", "QA1326", "QA1329", "QA1330"),
)
# What the workbook of a panel may hold that says that it is not what was handed out.
IDENTITY = (
    *("QA301", "QA302", "QA303", "QA304", "QA305", "QA306", "QA307", "QA308", "QA310"),
    *("QA314", "QA315"),
)
SEEN = (
    *("QA470", "QA471", "QA472", "QA473", "QA474", "QA476", "QA477", "QA478", "QA479", "QA480"),
    *("QA481", "QA482", "QA483", "QA484", "QA485", "QA486", "QA487", "QA489", "QA490", "QA491"),
    *("QA493", "QA497"),
)
CAUSES = ("QA460", "QA461", "QA462", "QA463", "QA464", "QA465", "QA466")
CHANGED = (
    *("QA401", "QA403", "QA404", "QA405", "QA406", "QA407", "QA408", "QA410", "QA411", "QA412"),
    *(
        "QA421",
        "QA422",
        "QA432",
        "QA434",
        "QA438",
        "QA439",
        *CAUSES,
        *SEEN,
        "QA505",
        "QA506",
        "QA602",
    ),
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


OF_OFFICES = (
    *("方案", "选择", "方案的限度", "计分方式", "主办单位设置", "文档模板", "退回"),
    *(
        "模板带进材料的内容",
        "工作簿模板",
        "按名单下发",
        "自查页",
        "写入",
        "专家评审",
        "评审的名单和规则",
    ),
    *("由通知起草方案", "盲评", "评审分工", "合议和现场评审", "评审以后的阶段", "方案写成表"),
    *("版次与沿用", "填写申报材料", "年度和台账", "工作台"),
)


def of_books() -> tuple[Rule, ...]:
    """The rules on what can be found in a workbook once it was read."""
    return tuple(rule for rule in RULES if rule.code.startswith(BOOKS))


def of_returned_files() -> tuple[Rule, ...]:
    """The rules on what an applicant hands in: a panel's are about reviewers."""
    families = dict(FAMILIES)
    about = [name for name in families if name not in OF_OFFICES]
    return tuple(rule for name in about for rule in families[name])


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
        applicant=Words(message="说什么。", fix="怎么办。"),
    )
    assert (second.severity, second.kind) == (Severity.WARNING, Kind.ALTERED)


def test_an_entry_may_speak_otherwise_to_an_applicant_or_not_at_all() -> None:
    entry = "QA001 错误 名称\n    说。\n    因。\n    做。"
    (said,) = rules(Kind.CONTENT, f"{entry}\n    对申报者说：你说。\n    请申报者做：你做。")
    assert said.words(Audience.APPLICANT) == Words(message="你说。", fix="你做。")
    assert said.words(Audience.OFFICE) == Words(message="说。", fix="做。")
    (unsaid,) = rules(Kind.CONTENT, f"{entry}\n    不告诉申报者")
    assert unsaid.words(Audience.APPLICANT) is None


# What an office may be asked to do, and an applicant never.
OF_THE_OFFICE = (
    *("--", "builder", "申报组织", "申报者", "填报人", "再核验", "重新核验", "请主办单位", "收件"),
    *("本工具", "本程序", "我们", "手头", "方案文件", "校验码", "故障编号"),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_an_applicant_is_told_has_no_blanks_of_its_own(rule: Rule) -> None:
    words = rule.applicant or Words(message="", fix="")
    given = GIVEN | blanks(rule.message) | blanks(rule.fix)
    assert blanks(words.message) | blanks(words.fix) <= given


@pytest.mark.parametrize("rule", of_returned_files(), ids=lambda rule: rule.code)
def test_an_applicant_is_told_nothing_that_only_an_office_can_do(rule: Rule) -> None:
    words = rule.applicant
    assert (
        words is None or [each for each in OF_THE_OFFICE if each in words.message + words.fix] == []
    )


@pytest.mark.parametrize(
    "entry",
    [
        "QA001 错误 名称\n    说什么。\n    为什么。",
        "QA001 错 名称\n    说什么。\n    为什么。\n    怎么办。",
        "QA001 错误·别的 名称\n    说什么。\n    为什么。\n    怎么办。",
        "QA001 错误\n    说什么。\n    为什么。\n    怎么办。",
        "QA001 错误 名称\n    说什么。\n    为什么。\n    怎么办。\n    还有。",
    ],
)
def test_an_entry_that_is_written_otherwise_makes_no_catalogue(entry: str) -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        rules(Kind.CONTENT, f"\n    {entry}\n    ")
