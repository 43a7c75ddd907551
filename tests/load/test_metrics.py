"""Figures over three years are declared in the words of the indicator's own text."""

from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from builder.model.scheme import Better
from tests.load.samples import head, save

TREE = """\
# 1 效益（60分）

## 1.1 绿色成效（25分）

a.说明万元总产值综合能耗、单位产值二氧化碳排放量
及发展趋势。

> 注：另说明节水率。

## 1.2 经济效益（35分）

说明净利润、纳税额等情况。
""".replace("量\n及", "量及")


def told(folder: Path, *entries: str) -> list[tuple[str, int, str]]:
    lines = tuple(f"  - {{{entry}}}" for entry in entries)
    loaded = lint_scheme(save(folder, head("metrics:", *lines) + TREE))
    return [(one.code, one.place.line, one.message) for one in loaded.findings]


@pytest.mark.parametrize(
    "entry",
    [
        'indicator: "1.1", name: 万元总产值综合能耗, unit: 吨标准煤/万元, better: down',
        'indicator: "1.1", name: 单位产值 二氧化碳 排放量',
        'indicator: "1.1", name: 节水率, unit: "%"',
        'indicator: "1", name: 净利润',
        'indicator: "1.1", name: 绿色成效',
    ],
)
def test_a_name_is_found_in_name_criteria_and_notes_of_the_indicator_and_beneath_it(
    entry: str, tmp_path: Path
) -> None:
    assert told(tmp_path, entry) == []


def test_what_is_declared_is_what_is_loaded(tmp_path: Path) -> None:
    lines = (
        '  - {indicator: "1.2", name: 净利润, unit: 万元, better: up}',
        '  - {indicator: "1.1", name: 节水率}',
    )
    scheme = lint_scheme(save(tmp_path, head("metrics:", *lines) + TREE)).scheme
    assert scheme is not None
    first, second = scheme.metrics
    assert (first.indicator, first.name, first.unit, first.better) == (
        "1.2",
        "净利润",
        "万元",
        Better.UP,
    )
    assert (second.unit, second.better, second.position.line) == ("", None, 12)


def test_a_name_that_is_not_in_the_text_is_told_with_the_nearest_that_is(tmp_path: Path) -> None:
    ((code, line, message),) = told(tmp_path, 'indicator: "1.2", name: 纳税总额')
    assert (code, line) == ("QA175", 11)
    assert "是不是“纳税额" in message


def test_a_name_of_another_indicator_is_not_in_the_text(tmp_path: Path) -> None:
    assert [one[0] for one in told(tmp_path, 'indicator: "1.1", name: 净利润')] == ["QA175"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ('indicator: "1.9", name: 净利润', "QA155"),
        ('indicator: "1.2", name: 净利润, better: upp', "QA120"),
        ('indicator: "1.2"', "QA115"),
        ('indicator: "1.2", name: 净利润, units: 元', "QA113"),
        ('indicator: "1.2", name: 净利润, unit: 1.10', "QA117"),
    ],
)
def test_an_entry_that_is_wrong_is_one_finding(entry: str, code: str, tmp_path: Path) -> None:
    assert [one[0] for one in told(tmp_path, entry)] == [code]


def test_a_metric_declared_twice_is_told(tmp_path: Path) -> None:
    entry = 'indicator: "1.2", name: 净利润'
    ((code, line, _),) = told(tmp_path, entry, entry)
    assert (code, line) == ("QA162", 12)
