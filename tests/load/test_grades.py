"""What a table demands of each grade stands in its option, whichever way the notice prints it."""

from pathlib import Path

from builder.load.lint import lint_scheme
from builder.model.leaf_rules import PickOne
from tests.load.samples import head

TREE = """
# 1 规模

| 序号 | 级别 | 要求 |
| --- | --- | --- |
| 1 | 1A | 10人以上 |
| 2 | 2A | 50人以上 |

# 2 年限

| 1A | 2A |
| --- | --- |
| 1年 | 2年 |

# 3 口碑

| 级别 | 上一级 |
| --- | --- |
| 好 | 1A |
"""


def test_a_row_of_several_says_what_it_is_about(tmp_path: Path) -> None:
    path = tmp_path / "scheme.md"
    rows = "| 指标 | 1A级 | 2A级 |\n|---|---|---|\n| 车辆 | 30辆 | 80辆 |\n| 网点 | 5个 | 9个 |\n"
    path.write_text(head("grades: [1A, 2A]", total="2", step="1") + f"# 1 设施\n\n{rows}", "utf-8")
    linted = lint_scheme(path)
    assert linted.scheme is not None, linted.findings
    rule = linted.scheme.indicators[0].rule
    assert isinstance(rule, PickOne)
    assert [one.text for one in rule.options[1:]] == [
        "1A：车辆 30辆；网点 5个",
        "2A：车辆 80辆；网点 9个",
    ]


def test_a_grade_is_found_by_its_column_or_by_its_row(tmp_path: Path) -> None:
    path = tmp_path / "scheme.md"
    path.write_text(head("grades: [1A, 2A]", total="2", step="1") + TREE, "utf-8")
    linted = lint_scheme(path)
    assert linted.scheme is not None, linted.findings
    rules = [node.rule for node in linted.scheme.walk]
    texts = [[one.text for one in rule.options] for rule in rules if isinstance(rule, PickOne)]
    assert texts == [
        ["未达到", "1A：10人以上", "2A：50人以上"],
        ["未达到", "1A：1年", "2A：2年"],
        ["未达到", "1A", "2A"],
    ]
