"""Gates and levels in words, as every output prints them."""

from builder.formula.render import plain_number
from builder.model.gate_items import items_of
from builder.model.gates import Gate, Least, Level, Reach, ReachKind
from builder.model.points import TOTAL
from builder.model.scheme import Scheme

PASSED, FAILED, UNDECIDED = "满足", "未满足", "还不能判断"
NO_LEVEL = "未达到任何等级"
# More items than these are not named one by one.
_NAMED = 6


def gate_rule(scheme: Scheme, gate: Gate) -> str:
    """What is held against what, in our words beside the notice's."""
    codes = items_of(scheme, gate)
    names = item_names(scheme)
    shown = "、".join(f"“{names.get(code, code)}”" for code in codes[:_NAMED])
    more = f"等 {len(codes)} 项" if len(codes) > _NAMED else ""
    return f"{shown}{more}{_how_many(gate.at_least, len(codes))}{reach_words(gate.reach)}"


def level_rule(level: Level) -> str:
    """What a level asks for."""
    low = f"总分不低于 {plain_number(level.points)} 分" if level.points is not None else ""
    high = f"低于 {plain_number(level.below)} 分" if level.below is not None else ""
    gates = f"满足 {'、'.join(level.gates)}" if level.gates else ""
    return "，".join(filter(None, (low, high, gates))) or "没有别的要求"


def reach_words(reach: Reach) -> str:
    """How far an item must come."""
    match reach.kind:
        case ReachKind.POINTS:
            return f"不低于 {plain_number(reach.amount)} 分"
        case ReachKind.SHARE if reach.amount == 1:
            return "得满分"
        case ReachKind.SHARE:
            return f"不低于满分的 {plain_number(reach.amount * 100)}%"
        case ReachKind.OPTION:
            return f"达到 {reach.option}"
    return "符合"


def item_names(scheme: Scheme) -> dict[str, str]:
    """What every item of a gate is called, by its code."""
    names = {TOTAL: "总分"}
    names |= {node.code: node.label for node in scheme.walk}
    names |= {one.code: one.code for one in scheme.eligibility}
    return names | {gate.code: gate.code for gate in scheme.gates}


def _how_many(least: Least, count: int) -> str:
    if count == 1:
        return ""
    if not least.share:
        return f"中至少 {plain_number(least.amount)} 项"
    return "都" if least.amount == 1 else f"中至少 {plain_number(least.amount * 100)}% 的项"
