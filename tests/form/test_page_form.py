"""A small file of keys as the fields of a page: only what was typed anew is written anew."""

from typing import cast

import pytest

from builder.form.cut import comments
from builder.form.page_form import PageForm, cells, filled, opened
from builder.load.panel_rules import RULES
from builder.load.said import Said, said_file
from builder.load.shapes import recorded
from builder.load.source import Source, source_of
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from tests.form.test_edits import difference

HAND_WRITTEN = """\
# 党组会定的规则
join: weighted
weights:
  # 组长说了算
  - {role: 组长, weight: 1.5}
line: 600
defence:
  # 比例是会上定的
  weight: 20%
tie_break: ["2",
  # 先比过程
  "5.1"]
"""
COMMENTS = ("# 党组会定的规则", "# 组长说了算", "# 比例是会上定的", "# 先比过程")

CHANGES = {
    "a number": ({"line": "650"}, ["-line: 600", "+line: 650"]),
    "a key more": ({"decimals": "1"}, ["+decimals: 1"]),
    "a key less": ({"line": ""}, ["-line: 600"]),
    "a row more": (
        {"weights.1.role": "专家", "weights.1.weight": "2"},
        ["+  - {role: 专家, weight: 2}"],
    ),
    "a record that was not there": (
        {"vote.share": "2/3", "vote.above": "是"},
        ["+vote:", "+  share: 2/3", "+  above: true"],
    ),
}
# What is typed, the field beside which it is told, and the code.
WRONG = (
    ({"spread": "20"}, "spread", "QA125"),
    ({"places": "几家"}, "places", "QA118"),
    ({"tie_break": "2、第一"}, "tie_break", "QA135"),
    ({"material": "60%"}, "material", "QA932"),
    ({"join": "平均"}, "weights.0.role", "QA933"),
    ({"weights.0.weight": ""}, "weights.0.weight", "QA115"),
    ({"weights.0.role": "", "weights.0.weight": ""}, "join", "QA933"),
    ({"weights.3.role": "组长", "weights.3.weight": "2"}, "weights.0.role", "QA114"),
    ({"categories.0.category": "小微"}, "categories.0.places", "QA115"),
    # Rows left blank above it count, as they do on the page.
    ({"categories.2.category": "小微"}, "categories.2.places", "QA115"),
    ({"weights.3.role": "专家", "weights.3.weight": "重"}, "weights.3.weight", "QA118"),
    ({"shortlist.places": "3"}, "shortlist.places", "QA1141"),
    ({"defence.weight": "", "defence.places": "3"}, "defence.weight", "QA115"),
    ({"defence.join": "按角色加权"}, "defence.join", "QA1142"),
    ({"defence.line": "101"}, "defence.line", "QA194"),
    ({"vote.quorum": "2/3"}, "vote.share", "QA115"),
    ({"vote.share": "0.6"}, "vote.share", "QA1140"),
    ({"publicity.since": "2026-12-07"}, "publicity.until", "QA115"),
)  # fmt: skip


class Looks:
    """Values of a file that count how often they are looked at."""

    def __init__(self, said: Said) -> None:
        """Begin with values nobody looked at."""
        self.said, self.count = said, 0

    def __getattr__(self, name: str) -> object:
        """What the values say, counted."""
        self.count += 1
        return getattr(self.said, name)


def file(text: str) -> Source:
    """The text of a file of rules."""
    return source_of("评审规则.yaml", text)


def after(text: str, **typed: str) -> PageForm[PanelRules]:
    """The form once some fields say something else."""
    return typed_into(text, {name.replace("__", "."): value for name, value in typed.items()})


def typed_into(text: str, typed: dict[str, str]) -> PageForm[PanelRules]:
    """The form with what was typed in place of what stood there."""
    there = dict(cells(opened(file(text), RULES).keys))
    return filled(file(text), RULES, there | typed)


def test_what_is_saved_as_it_was_opened_is_the_same_file() -> None:
    assert after(HAND_WRITTEN).text == HAND_WRITTEN
    assert opened(file(HAND_WRITTEN), RULES).said == after(HAND_WRITTEN).said


@pytest.mark.parametrize("name", CHANGES)
def test_only_the_lines_of_what_was_changed_are_written(name: str) -> None:
    typed, lines = CHANGES[name]
    form = typed_into(HAND_WRITTEN, typed)
    assert form.findings == {}
    assert difference(HAND_WRITTEN, form.text) == lines


@pytest.mark.parametrize(
    "typed",
    [
        {"defence.points": "50"},
        {"defence.weight": ""},
        {"tie_break": "3"},
        {"tie_break": ""},
        {"join": "", "weights.0.role": "", "weights.0.weight": ""},
    ],
    ids=str,
)
def test_no_comment_is_lost_whatever_is_changed_around_it(typed: dict[str, str]) -> None:
    form = typed_into(HAND_WRITTEN, typed)
    assert form.findings == {}
    assert [one for one in COMMENTS if one not in form.text] == []


def test_values_are_looked_at_only_for_lines_that_may_be_comments() -> None:
    lines = "".join(f"  - {{category: 类{at}, places: 1}}\n" for at in range(400))
    text = f"categories:\n{lines}"
    whole = said_file(file(text), recorded(RULES))
    assert whole is not None
    looks = Looks(whole.whole)
    assert [*comments(text, 0, len(text), cast("Said", looks))] == []
    assert looks.count == 0
    assert [*comments(f"{text}# 完\n", 0, len(text) + 4, cast("Said", looks))] == ["# 完\n"]
    assert looks.count > 0


@pytest.mark.parametrize(("typed", "field", "code"), WRONG)
def test_what_is_wrong_is_told_beside_the_field_in_chinese(
    typed: dict[str, str], field: str, code: str
) -> None:
    form = typed_into(HAND_WRITTEN, typed)
    assert form.said is None
    told = [(name, one) for name, some in form.findings.items() for one in some]
    assert (field, code) in [(name, one.code) for name, one in told]
    words = "".join(f"{one.message}{one.fix}" for _, one in told).replace("docs/方案怎么写.md", "")
    assert [word for word in RULES.keys if word in words] == []


def test_a_row_that_was_left_blank_is_not_written_and_keeps_its_place() -> None:
    form = typed_into(HAND_WRITTEN, {"weights.2.role": "专家", "weights.2.weight": "2"})
    assert difference(HAND_WRITTEN, form.text) == ["+  - {role: 专家, weight: 2}"]
    assert dict(cells(form.keys))["weights.2.role"] == "专家"


def test_a_file_that_was_not_there_is_written_in_chinese() -> None:
    typed = {"join": "中位数", "own_scores": "不显示", "publicity.since": "2026-12-07"}
    typed |= {"publicity.until": "2026-12-11", "publicity.contact": "0750-1234567: 质量科 #3"}
    form = typed_into("", typed)
    assert form.findings == {}
    assert form.text.startswith("合成方法: 中位数\n自评分: 不显示\n公示:\n")
    assert opened(file(form.text), RULES).said == form.said


def test_where_nothing_is_typed_the_usual_rules_count_and_there_is_no_text() -> None:
    form = after("")
    assert (form.text, form.said) == ("", PanelRules())


@pytest.mark.parametrize(
    "text",
    [
        '{"join": "median", "line": 600}\n',
        "  join: median\n  line: 600\n",
        "join: median\nline: 600",
    ],
    ids=["in braces", "indented", "without an end of line"],
)
def test_however_a_file_is_laid_out_it_says_what_was_typed(text: str) -> None:
    form = after(text, decimals="0", line="")
    assert form.findings == {}
    assert form.said == PanelRules(join=Join.MEDIAN, decimals=0)
    assert opened(file(form.text), RULES).said == form.said


def test_what_no_field_can_show_is_told_of_the_whole_file() -> None:
    form = opened(file("jion: mean\nline: 600\n"), RULES)
    (strange,) = form.findings[""]
    assert (strange.code, "合成方法" in strange.fix, "join、" in strange.fix) == (
        "QA113",
        True,
        False,
    )
    assert dict(cells(form.keys))["line"] == "600"
    torn = opened(file("# 手写\n- 甲\n"), RULES)
    assert [one.code for one in torn.findings[""]] == ["QA111"]
    mended = filled(file("# 手写\n- 甲\n"), RULES, {"line": "600"})
    assert mended.text == "# 手写\n达线: 600\n"
