"""What the inputs accept: dropdown lists, rules and greatest lengths."""

from collections.abc import Iterator

from builder.book.sheet import Merge, ValidationKind
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.cell_rules import PlannedRule, Said, holds, returned_validations, uncovered
from builder.verify.held import Held


def check_dropdowns(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every group of like inputs that accept something else, all or some of them.

    Pasting over some cells replaces their rule, which an honest person need not notice. On a sheet
    whose cells moved, none is looked for.
    """
    for sheet in held.plan.sheets:
        if sheet.name in held.alignment.unmoved:
            yield from _on_sheet(held, sheet.name)


def _on_sheet(held: Held[ScoredPlan], sheet: str) -> Iterator[Finding]:
    found = returned_validations(held.alignment.sheets[sheet].validations)
    for rule in held.pristine.validations[sheet]:
        lost = uncovered(rule, found.get(rule.said, ()))
        if not lost:
            continue
        others = [said for said, areas in found.items() if _touch(areas, lost[0])]
        whole = len(lost) == sum(1 for _ in rule.places)
        yield held.finding(
            "QA434" if whole and _is_tampering(rule, others, len(lost)) else "QA435",
            Cell(sheet, *lost[0]),
            expected=_words(rule.said),
            actual="、".join(map(_words, others)) or "没有限制",
            title=rule.title,
            count=str(len(lost)),
        )


def _is_tampering(rule: PlannedRule, others: list[Said], count: int) -> bool:
    """Whether a whole group lost its rule in a way that pasting over one cell does not do it."""
    both_lists = any(said[0] == rule.said[0] == ValidationKind.LIST for said in others)
    return count > 1 or both_lists


def _touch(areas: list[Merge], place: tuple[int, int]) -> bool:
    return any(holds(area, place) for area in areas)


def _words(said: Said) -> str:
    """A rule as a message quotes it."""
    kinds = {"list": "下拉列表", "custom": "公式", "textLength": "字数不超过"}
    return f"{kinds.get(said[0], said[0])} {said[-1]}".strip()
