"""What the name and the unit of a figure say of it: whether it is whole, whether it may be below 0.

The state of its row and what is told of it ask the same.
"""

import pytest

from builder.model.leaf_rules import Datum


@pytest.mark.parametrize(
    ("name", "unit", "whole"),
    [
        ("上年度转化数", "项", True),
        ("投诉件数", "件", True),
        ("营业收入", "万元", False),
        ("本年平均人数", "人", False),
        ("全年月平均职工人数", "人", False),
        ("人均建议", "件", False),
        ("平均交货天数", "天", False),
    ],
)
def test_whole_things_are_counted_and_averages_not(name: str, unit: str, *, whole: bool) -> None:
    assert Datum(letter="A", name=name, unit=unit).is_count is whole


@pytest.mark.parametrize(
    ("name", "below"),
    [
        *((name, True) for name in ("利润总额", "净资产", "增长率", "成本变动")),
        *((name, True) for name in ("销售收入同比", "价格环比", "营业收入变化", "同比变化率")),
        *((name, True) for name in ("经营性现金流", "投资回报率", "资金余额", "与目标的偏离")),
        *((name, False) for name in ("营业收入", "研发费用", "本年平均人数", "合格率")),
    ],
)
def test_what_may_fall_below_nought_is_known_by_its_name(name: str, *, below: bool) -> None:
    assert Datum(letter="A", name=name).goes_below is below
