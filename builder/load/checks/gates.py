"""Gates and levels: what they name is there, what they ask can be reached, one level a total."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from builder.findings.finding import Finding
from builder.formula.render import plain_number
from builder.load.checks.kits import told_by_kit
from builder.load.problems import finding_at
from builder.model.gate_items import items_of, known_items, points_wanted
from builder.model.gates import BENEATH, EVERY, REQUIRED, Gate, Level, ReachKind
from builder.model.leaf_rules import PickOne
from builder.model.nearest import did_you_mean
from builder.model.points import TOTAL, maximum, most
from builder.model.scheme import Scheme


def check_gates(scheme: Scheme) -> Iterator[Finding]:
    """Everything wrong with the gates and levels of any kit, each fault told once."""
    yield from told_by_kit(scheme, lambda kit: (*_of_gates(kit), *_of_levels(kit)))


def check_marked_as_required(scheme: Scheme) -> Iterator[Finding]:
    """Where gates ask for what is required, nothing with the notice's mark for it is left out."""
    if not any(REQUIRED in gate.items for gate in scheme.gates):
        return
    marks = {_STAR, *(sign for node in scheme.walk if node.required for sign in _signs(node.label))}
    for node in scheme.walk:
        covered = any(one.required for one in node.walk) or node.unscored
        sign = next((sign for sign in _signs(node.label) if sign in marks), "")
        if sign and not covered and not _beneath_required(scheme, node.code):
            yield finding_at(
                "QA280", node.position, indicator=node.code, actual=node.label, sign=sign
            )


def _beneath_required(scheme: Scheme, code: str) -> bool:
    return any(one.required and any(part.code == code for part in one.walk) for one in scheme.walk)


def _signs(label: str) -> list[str]:
    return [sign for sign in _SIGNS if sign in label]


def _of_gates(kit: Scheme) -> Iterator[Finding]:
    known = known_items(kit)
    used = {code for level in kit.levels for code in level.gates}
    used |= {item for gate in kit.gates for item in gate.items}
    lines: dict[str, int] = {code: 0 for code in known if code not in {g.code for g in kit.gates}}
    for gate in kit.gates:
        if gate.code in lines:
            first = str(lines[gate.code] or "—")
            yield finding_at("QA136", gate.position, actual=gate.code, expected=first)
            continue
        lines[gate.code] = gate.position.line
        unknown = [
            item
            for item in gate.items
            if item not in (*known, EVERY, REQUIRED) and item.removesuffix(BENEATH) not in known
        ]
        for item in unknown:
            hint = did_you_mean(item, known)
            yield finding_at("QA275", gate.position, indicator=gate.code, actual=item, hint=hint)
        if not unknown:
            yield from _of_reach(kit, gate)
        if not gate.consequence and gate.code not in used:
            yield finding_at("QA277", gate.position, actual=gate.code)


def _of_reach(kit: Scheme, gate: Gate) -> Iterator[Finding]:
    """What nobody can reach, or what is not asked of such items."""
    items = items_of(kit, gate)
    told = ""
    if not items:
        told = "没有任何项目" if REQUIRED not in gate.items else "要看必备项，却没有一项写着 {必备}"
    elif gate.code in _made_of(kit, gate.code):
        told = "由自己组成"
    elif not gate.at_least.share and gate.at_least.amount > len(items):
        told = f"只有 {len(items)} 项，却要 {plain_number(gate.at_least.amount)} 项"
    elif not gate.at_least.amount or not gate.reach.amount:
        told = "要求是 0，等于没有要求"
    elif gate.at_least.share and gate.at_least.amount > 1:
        told = "要求超过全部项目"
    else:
        told = next(filter(None, (_unfit(kit, gate, item) for item in items)), "")
    if told:
        yield finding_at("QA276", gate.position, indicator=gate.code, actual=gate.code, told=told)


def _made_of(kit: Scheme, code: str) -> set[str]:
    """The gates that one is made of, at any depth."""
    by_code = {gate.code: gate.items for gate in kit.gates}
    found: set[str] = set()
    waiting = [code]
    while waiting:
        for item in by_code.get(waiting.pop(), ()):
            if item in by_code and item not in found:
                found.add(item)
                waiting.append(item)
    return found


def _unfit(kit: Scheme, gate: Gate, item: str) -> str:
    nodes = {node.code: node for node in kit.walk}
    reach = gate.reach
    if item == TOTAL or item in nodes:
        if reach.kind is ReachKind.MET:
            return f"没有写 {item} 要达到多少（如 60分、60%、满分、选项的名称）"
        reachable = maximum(kit) if item == TOTAL else most(kit, nodes[item]) or Decimal(0)
        wanted = points_wanted(kit, item, reach)
        if wanted is None:
            picked = item == TOTAL or isinstance(nodes[item].rule, PickOne)
            named = f"{item} 没有叫“{reach.option}”的选项"
            return named if picked else f"的“达到”写成了“{reach.option}”，要写 60分、60% 或满分"
        if wanted > reachable:
            return f"{item} 最多 {plain_number(reachable)} 分，却要 {plain_number(wanted)} 分"
    elif reach.kind is not ReachKind.MET:
        return f"{item} 只有符合与不符合，没有分数"
    return ""


def _of_levels(kit: Scheme) -> Iterator[Finding]:
    codes = {gate.code for gate in kit.gates}
    for level in kit.levels:
        for code in level.gates:
            if code not in codes:
                hint = did_you_mean(code, sorted(codes))
                yield finding_at("QA275", level.position, actual=code, hint=hint)
    names: dict[str, int] = {}
    for place, level in enumerate(kit.levels):
        if level.name in names:
            first = str(names[level.name])
            yield finding_at("QA136", level.position, actual=level.name, expected=first)
        names.setdefault(level.name, level.position.line)
        told = _unreachable(kit, level, kit.levels[:place])
        if told:
            yield finding_at("QA279", level.position, actual=level.name, told=told)
    for above, under in pairwise(kit.levels):
        told = _apart(above, under)
        if told:
            yield finding_at(
                "QA278", under.position, actual=above.name, expected=under.name, told=told
            )


def _unreachable(kit: Scheme, level: Level, above: tuple[Level, ...]) -> str:
    reachable, least = maximum(kit), level.points or Decimal(0)
    if least > reachable:
        return f"最多得 {plain_number(reachable)} 分，却要 {plain_number(least)} 分"
    if level.below is not None and level.below <= least:
        return f"从 {plain_number(least)} 分起，又要低于 {plain_number(level.below)} 分"
    for other in above:
        # Whoever would be here is there already.
        wide = other.below is None or (level.below is not None and level.below <= other.below)
        if (other.points or 0) <= least and wide and set(other.gates) <= set(level.gates):
            return f"达到它的都已经是“{other.name}”"
    return ""


def _apart(above: Level, under: Level) -> str:
    """Totals that two neighbours both claim, or neither."""
    if under.below is None or above.points is None:
        return ""
    low, high = plain_number(above.points), plain_number(under.below)
    if under.below < above.points:
        return f"{high} 分到 {low} 分之间没有等级"
    if under.below > above.points:
        return f"{low} 分到 {high} 分之间同属两个等级"
    return ""


_STAR = "★"
# How notices mark what is required.
_SIGNS = "★☆▲△※◆"
