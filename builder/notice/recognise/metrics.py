"""Candidates for the table of three years: what criteria of results name and numbers can answer."""

import re

from builder.notice.question import Question
from builder.notice.recognise.node import Node, Role
from builder.notice.recognise.work import Measure, Work

_SPLIT = re.compile(
    r"[、，,；;。：:（）()“”]|以及|及其|及|和|与|等|如|包括|说明|关注|概述|近三年|可|的水平|情况|水平|趋势"
)
_MEASURE = re.compile(
    r".{2,14}(?:率|占比|比例|比重|数量|总量|总额|利润额?|收入|销售额|纳税额|产值|能耗|水耗|排放量|满意度|忠诚度"
    r"|美誉度|知名度|数|经费|投入|工资涨幅|产值率|价值)"
)
_NOT = re.compile(
    r"^(?:其|该|提高|降低|推动|促进|具有|拥有|建立|参与|承担|涉及|处于|通过|确保|实现|在|对|使|为|由|按|经|并|或|新增|各)|(?:创新|社会|经济|市场)价值$|效率$|就业率$|参数|指数$"
)
_MOST = 60
_BOTH, _UNITS, _NEITHER = "照写", "只写单位", "都不写"
_RATES = ("率", "占比", "比例", "比重")
# Only where nobody would argue which way is good.
_DOWN = re.compile(r"能耗|水耗|排放量|投诉|事故|差错|不合格|离职|流失|不良|返修|退货|故障")
_UP = re.compile(
    r"合格率|满意[度率]|忠诚度|美誉度|知名度|专利(?:数量?)?$|(?:利润额?|利润总额|收入|纳税额)$|利润率"
    r"|生产率|市场占有率|增长率|转化率|准时率|履约率"
)
# What is called a rate and is no share of anything.
_NO_SHARE = re.compile(r"生产率|周转率$")


def find_metrics(work: Work) -> None:
    """Propose the named measures of results all at once; a person may refuse them."""
    found: list[tuple[Node, str]] = []
    for node in work.walk:
        if node.role is not Role.INDICATOR or not _is_result(work, node) or node.children:
            continue
        seen: dict[str, None] = {}
        for entry in node.entries:
            for piece in _SPLIT.split(entry.text):
                name = piece.strip()
                if _MEASURE.fullmatch(name) and not _NOT.search(name):
                    seen.setdefault(name, None)
        found += [(node, name) for name in seen]
    found = found[:_MOST]
    if not found:
        return
    few = "、".join(name for _, name in found[:5])
    answer = work.ask(
        Question(
            key="metrics",
            subject="近三年数据的项目",
            words=f"结果类要点点名了 {len(found)} 个可以填近三年数据的项目（{few}……），"
            "写进“近三年数据”表吗？",
            proposal="写进去",
            options=("写进去", "不写"),
        )
    )
    if answer == "写进去":
        units, ways = _agreed(work, [name for _, name in found])
        work.head.metrics = [
            Measure(code=node.code, name=name, unit=units.get(name, ""), better=ways.get(name, ""))
            for node, name in found
        ]


def _agreed(work: Work, names: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The units and the better ways that a person agreed to, by the name of the figure."""
    units = {name: "%" for name in names if name.endswith(_RATES) and not _NO_SHARE.search(name)}
    ways = {
        name: way
        for name in names
        for way, pattern in (("up", _UP), ("down", _DOWN))
        if pattern.search(name) is not None
    }
    if not units and not ways:
        return {}, {}
    said = [("单位写“%”", tuple(units))]
    said += [("越高越好", tuple(name for name, way in ways.items() if way == "up"))]
    said += [("越低越好", tuple(name for name, way in ways.items() if way == "down"))]
    words = "；".join(f"{called}：{'、'.join(listed)}" for called, listed in said if listed)
    answer = work.ask(
        Question(
            key="measures",
            subject="近三年数据的单位和好坏",
            words=f"通知没有写近三年数据的单位和高低的好坏，建议{words}。照这样写吗？（会注明不是原文件规定）",
            proposal=_BOTH,
            options=(_BOTH, _UNITS, _NEITHER),
        )
    )
    return (units if answer != _NEITHER else {}), (ways if answer == _BOTH else {})


def _is_result(work: Work, node: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if above.dimension:
            return above.dimension == "result"
        above = work.parent(above)
    return False
