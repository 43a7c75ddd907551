"""Small schemes for tests of plans, made of objects and never of files."""

from dataclasses import replace
from decimal import Decimal

from builder.model.official import Criterion, Indicator, Note, Position
from builder.model.scheme import Scale, Scheme

HERE = Position(path="方案.md", line=1)


def node(
    code: str, name: str, points: int | None = None, *children: Indicator, text: str = ""
) -> Indicator:
    """An indicator; one without ``children`` has a criterion."""
    wording = text or f"如何{name}。"
    criteria = (
        () if children else (Criterion(label="a.", text=wording, points=None, position=HERE),)
    )
    return Indicator(
        code=code,
        number=code,
        name=name,
        points=None if points is None else Decimal(points),
        position=HERE,
        criteria=criteria,
        children=children,
    )


def scheme(*roots: Indicator, total: int = 100) -> Scheme:
    """A scheme of these first-level indicators, scored in halves of a point."""
    return Scheme(
        id="sample",
        title="评分要点",
        award="某区政府质量奖",
        edition="第1版",
        source="附件1",
        total=Decimal(total),
        scale=Scale.DIRECT,
        step=Decimal("0.5"),
        position=HERE,
        indicators=roots,
    )


# 1 is capped below what stands beneath it, 2 has no points of its own, 3 is scored at once.
CAPPED = scheme(
    node("1", "领导", 40, node("1.1", "战略", 30), node("1.2", "文化", 20)),
    node("2", "过程", None, node("2.1", "设计", 25), node("2.2", "生产", 25)),
    node("3", "效益", 30),
)

UNSCORED = replace(
    node("1", "概述", None, text="请概述本组织。"),
    unscored=True,
    notes=(Note(text="注：概述不计分。", position=HERE),),
)

# Four levels on one branch, two on another, and an indicator that is only shown.
DEEP = scheme(
    UNSCORED,
    node(
        "2",
        "管理",
        60,
        node(
            "2.1",
            "过程",
            60,
            node("2.1.1", "质量", 40, node("2.1.1.1", "设计", 15), node("2.1.1.2", "检验", 25)),
            node("2.1.2", "安全", 20),
        ),
    ),
    node("3", "结果", 40, node("3.1", "效益", 40)),
)
