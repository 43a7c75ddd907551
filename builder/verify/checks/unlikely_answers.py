"""Answers that were given to all questions alike, or to none."""

import re
from collections import Counter
from collections.abc import Iterator

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.kit.eligibility_sheet import NOT_OURS
from builder.kit.kit_plan import KitPlan
from builder.model.compared_text import reduced
from builder.model.office import FieldKind
from builder.model.stand_ins import is_stand_in
from builder.verify.held import Held, written_evidence
from builder.verify.quoting import brief

# From so many on it is no chance that they are alike.
FEWEST = 4
MOST_ALIKE = 0.9
# Who says where it is told has said something of each.
_ELSEWHERE = re.compile("(?:见|参阅|参考).{0,12}(?:报告|附件|附表|证据|材料|章|节|页)")
# Fields that take words, and words in a title that ask for figures as well.
_NAMES = re.compile("名|组织|单位|机构|企业|公司|人$|代表|地址|住所|学历|职")
_NUMBERS = re.compile("电话|手机|传真|号|码|数|年|额")
_ONLY_NUMBERS = re.compile(r"[\d\s.,，．-]+")


def check_unlikely_answers(held: Held[KitPlan]) -> Iterator[Finding]:
    """What was answered alike everywhere, and names that are figures or words for nothing."""
    if held.plan.accept_unusual:
        return
    yield from _numbers_for_names(held)
    yield from _no_names(held)
    conditions = [one for one in held.plan.confirmations if not one.veto]
    if len(conditions) > 1 and all(held.value(one.answer) == NOT_OURS for one in conditions):
        yield held.finding("QA533", conditions[0].answer, actual=str(len(conditions)))
    notes = dict(_notes(held))
    said = [text for text in notes.values() if text]
    scored = [leaf for leaf in held.plan.leaves if held.exact.points(leaf.counted) > 0]
    if notes and not said and len(scored) >= FEWEST:
        first = next(iter(notes))
        yield held.finding("QA535", first, actual=str(len(scored)))
    stock = stock_text([text for text in said if not _ELSEWHERE.search(text)])
    if stock:
        cell = next(cell for cell, text in notes.items() if text == stock)
        yield held.finding("QA534", cell, actual=stock, count=str(said.count(stock)))


def _numbers_for_names(held: Held[KitPlan]) -> Iterator[Finding]:
    for cell, title, typed in _names(held):
        if is_only_numbers(typed):
            yield held.finding("QA536", cell, actual=brief(typed), title=title)


def _no_names(held: Held[KitPlan]) -> Iterator[Finding]:
    named = ((row.name, f"{row.number}　证据名称") for row in written_evidence(held))
    proofs = ((cell, title, held.said(cell)) for cell, title in named)
    for cell, title, typed in (*_names(held, required=True), *proofs):
        if is_stand_in(typed):
            yield held.finding("QA580", cell, actual=brief(typed), title=title)


def _names(held: Held[KitPlan], *, required: bool = False) -> Iterator[tuple[Cell, str, str]]:
    """Every field that takes a name or an address: its cell, its title, what was typed.

    What need not be filled in may be said not to be: those that are ``required`` may not.
    """
    titles = {
        cell: field.title
        for field in held.plan.fields
        if field.kind is FieldKind.TEXT and is_named(field.title) and field.required >= required
        for cell in field.inputs
    }
    for item in held.inputs:
        if item.cell in titles:
            yield item.cell, titles[item.cell], held.typed(item.name)


def is_only_numbers(text: str) -> bool:
    """Whether nothing but figures and what stands between them was typed."""
    return _ONLY_NUMBERS.fullmatch(text) is not None


def is_named(title: str) -> bool:
    """Whether a field of this title takes a name or an address, and no number."""
    return _NAMES.search(title) is not None and _NUMBERS.search(title) is None


def stock_text(texts: list[str]) -> str:
    """The text that nearly all of several texts are, nothing where there is none."""
    if len(texts) < FEWEST:
        return ""
    alike = Counter(map(reduced, texts))
    common, count = alike.most_common(1)[0]
    enough = count >= max(FEWEST, len(texts) * MOST_ALIKE)
    return next(text for text in texts if reduced(text) == common) if enough else ""


def _notes(held: Held[KitPlan]) -> Iterator[tuple[Cell, str]]:
    """What explains the score of each indicator, where there is a cell for it."""
    for leaf in held.plan.leaves:
        known = held.pristine.numbered.get(indicator_name("note", leaf.code))
        if known is not None and held.holds(known[1].cell):
            yield known[1].cell, held.typed(known[1].name)
