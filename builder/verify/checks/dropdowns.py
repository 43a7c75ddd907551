"""What the inputs accept: dropdown lists, rules and greatest lengths."""

from collections.abc import Iterator
from dataclasses import replace

from builder.book.areas import in_words
from builder.book.sheet import Merge, ValidationKind
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.verify.cell_rules import (
    PlannedRule,
    Said,
    holds,
    kept_by_corner,
    returned_validations,
    uncovered,
)
from builder.verify.difference import shortened
from builder.verify.held import Held

# More groups of inputs than this lost their rules by one action.
_SEPARATE = 2


@frozen(slots=True)
class _Lost:
    """A planned rule, the cells it no longer holds for, and what they accept instead."""

    code: str
    sheet: str
    rule: PlannedRule
    cells: tuple[tuple[int, int], ...]
    others: tuple[Said, ...]


def check_dropdowns(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every group of like inputs that accept something else, all or some of them.

    Pasting over some cells replaces their rule, which an honest person need not notice: that is
    told once, as is whatever befell more groups than anybody changes one by one. On a sheet whose
    cells moved, none is looked for.
    """
    lost = [
        each
        for sheet in held.plan.sheets
        if sheet.name in held.alignment.unmoved
        for each in _on_sheet(held, sheet.name)
    ]
    changed = [each for each in lost if each.code == "QA434"]
    # What took the rules of one sheet away took them all.
    bare = {each.sheet for each in changed if not each.others}
    bare |= {each.sheet for each in lost if len(changed) > _SEPARATE and not each.others}
    changed += [
        each for each in lost if each not in changed and not each.others and each.sheet in bare
    ]
    alike: dict[tuple[object, ...], list[_Lost]] = {}
    for each in changed:
        apart = each.rule if each.others else None
        alike.setdefault((each.sheet, apart), []).append(each)
    for group in [changed] if len(changed) > _SEPARATE else alike.values():
        yield _finding(held, group)
    pasted = [each for each in lost if each.code == "QA435" and each not in changed]
    if pasted:
        yield _finding(held, pasted)


def _on_sheet(held: Held[ScoredPlan], sheet: str) -> Iterator[_Lost]:
    returned = held.alignment.sheets[sheet]
    validations, cut = returned.validations, held.cuts.touched
    found = returned_validations(validations)
    for rule in held.pristine.validations[sheet]:
        areas = found.get(rule.said, [])
        cells = uncovered(rule, areas)
        if cells:
            cells = uncovered(rule, (*areas, *kept_by_corner(rule, validations)))
            # Cut cells took their rules with them, and brought them where they were pasted.
            cells = tuple(at for at in cells if Cell(returned.name, *at) not in cut)
        if not cells:
            continue
        others = tuple(said for said, there in found.items() if _touch(there, cells[0]))
        whole = len(cells) == sum(1 for _ in rule.places)
        code = "QA434" if whole and _is_tampering(rule, others, len(cells)) else "QA435"
        yield _Lost(code=code, sheet=sheet, rule=rule, cells=cells, others=others)


def _finding(held: Held[ScoredPlan], lost: list[_Lost]) -> Finding:
    first = lost[0]
    areas = held.areas(Cell(one.sheet, *at) for one in lost for at in one.cells)
    here = [area.rpartition("!")[2] for area in areas]
    count, sheets = sum(len(one.cells) for one in lost), {one.sheet for one in lost}
    others = "" if len(sheets) == 1 else f"，连同其他 {len(sheets) - 1} 张表"
    found = held.finding(
        first.code,
        Cell(first.sheet, *first.cells[0]),
        expected=first.rule.words,
        actual="、".join(map(_words, first.others)) or "没有限制",
        title=f"“{first.rule.title}”" + (f"等 {len(lost)} 栏" if len(lost) > 1 else ""),
        count=str(count),
        places=f"{in_words(here)}{others}",
    )
    return replace(found, areas=areas if count > 1 else ())


def _is_tampering(rule: PlannedRule, others: tuple[Said, ...], count: int) -> bool:
    """Whether a whole group lost its rule in a way that pasting over one cell does not do it."""
    both_lists = any(said[0] == rule.said[0] == ValidationKind.LIST for said in others)
    return count > 1 or both_lists


def _touch(areas: list[Merge], place: tuple[int, int]) -> bool:
    return any(holds(area, place) for area in areas)


def _words(said: Said) -> str:
    """A rule as a message quotes it: never by a formula, which means another cell in every cell."""
    kind, text = said[0], said[-1]
    match kind:
        case ValidationKind.LIST if text.startswith('"'):
            options = text.strip('"').replace(",", "、")
            return f"下拉列表“{shortened(options)}”"
        case ValidationKind.LIST:
            return "另一个下拉列表"
        case ValidationKind.TEXT_LENGTH:
            return f"字数不超过 {text}" if text.isdecimal() else "另一种字数限制"
        case ValidationKind.CUSTOM:
            return "怎样填都可以" if text in ("1", "TRUE") else "另一条规则"
        case "none" | "":
            return "没有限制"
        case _:
            return "另一种数据限制"
