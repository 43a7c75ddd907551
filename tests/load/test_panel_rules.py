"""An office's rules for its panel are read strictly."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.load.panel_rules import load_panel_rules
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules

GOOD = """\
join: weighted
weights:
  - {role: 组长, weight: 1.5}
decimals: 1
spread: 15%
material: 60%
site: 40%
line: 600
places: 8
tie_break: ["2", "5.1"]
"""
BROKEN = (
    ("QA931", None),
    ("QA111", "- 甲\n"),
    ("QA108", "PK\3\4word/"),
    ("QA189", "达线：250\n入围名额: 1\n"),
    ("QA189", "合成方法：平均\n"),
    ("QA189", "权重表:\n\t- {角色: 组长, 权重: 2}\n"),
    ("QA113", "joins: mean\n"),
    ("QA118", "line: 六百\n"),
    ("QA120", "join: average\n"),
    ("QA125", "spread: 20\n"),
    ("QA114", "join: weighted\nweights:\n- {role: 组长, weight: 2}\n- {role: 组 长, weight: 3}\n"),
    ("QA114", 'tie_break: ["2", "5", "2"]\n'),
    ("QA118", "join: weighted\nweights:\n- {role: 组长, weight: 0}\n"),
    ("QA118", "places: 0\n"),
    ("QA135", 'tie_break: ["第一"]\n'),
    ("QA194", "decimals: 9\n"),
    ("QA125", "material: 六成\nsite: 40%\n"),
    ("QA932", "material: 60%\n"),
    ("QA932", "material: 100%\n"),
    ("QA932", "material: 60%\nsite: 30%\n"),
    ("QA933", "join: weighted\n"),
    ("QA933", "join: weighted\nweights: []\n"),
    ("QA933", "weights:\n  - {role: 组长, weight: 2}\n"),
)


def written(folder: Path, text: str | None) -> Path:
    path = folder / "规则.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    return path


# Every key of the rules, each on a line of its own.
FULL = """\
合成方法: 按角色加权
权重表:
  - {角色: 组长, 权重: 1.5}
材料评审: 60%
现场评审: 40%
入围现场:
  入围名额: 12
分类:
  - 类别: 服务业
    入围名额: 3
陈述答辩:
  权重: 20%
评委会投票:
  通过比例: 2/3
公示:
  起始日: "2026-01-01"
  截止日: "2026-01-08"
  联系方式: 质量科
"""


@pytest.mark.parametrize("line", [n for n, said in enumerate(FULL.split("\n")) if ":" in said])
def test_a_misspelt_key_is_one_finding_whatever_cannot_be_read_without_it(
    tmp_path: Path, line: int
) -> None:
    assert load_panel_rules(written(tmp_path, FULL)).findings == ()
    lines = FULL.split("\n")
    lines[line] = lines[line].replace(":", "的:", 1)
    (found,) = load_panel_rules(written(tmp_path, "\n".join(lines))).findings
    assert (found.code, found.place.line) == ("QA113", line + 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "什么也没有写"), ("# 还没有写\n", "什么也没有写"), ("- 甲\n", "不是“名称: 值”")],
)
def test_a_file_without_a_rule_is_told_as_that(tmp_path: Path, text: str, said: str) -> None:
    (finding,) = load_panel_rules(written(tmp_path, text)).findings
    assert said in finding.message


def test_good_rules_say_what_they_say(tmp_path: Path) -> None:
    loaded = load_panel_rules(written(tmp_path, GOOD))
    assert loaded.findings == ()
    assert loaded.said == PanelRules(
        join=Join.WEIGHTED,
        weights=(("组长", Decimal("1.5")),),
        decimals=1,
        spread=Decimal("0.15"),
        material=Decimal("0.6"),
        site=Decimal("0.4"),
        line=Decimal(600),
        places=8,
        tie_break=("2", "5.1"),
    )
    assert loaded.said.weight("组长") == Decimal("1.5")
    assert loaded.said.weight("评审员") == 1


def test_without_a_word_the_plain_mean_counts() -> None:
    assert PanelRules().join is Join.MEAN
    assert PanelRules().spread == Decimal("0.2")


def test_whole_points_are_a_usual_rule(tmp_path: Path) -> None:
    loaded = load_panel_rules(written(tmp_path, "decimals: 0\n"))
    assert loaded.findings == ()
    assert loaded.said == PanelRules(decimals=0)


@pytest.mark.parametrize(("code", "text"), BROKEN)
def test_one_mistake_is_one_finding_and_nothing_is_used(
    tmp_path: Path, code: str, text: str | None
) -> None:
    loaded = load_panel_rules(written(tmp_path, text))
    assert [one.code for one in loaded.findings] == [code]
    assert loaded.said is None
