"""Official texts, points and formulas that are not the planned ones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from builder.book.areas import addresses, covering, in_words
from builder.findings.finding import Finding, Place
from builder.findings.hidden_sheets import called
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.verify.altered import Altered
from builder.verify.causes import EVERYWHERE, REPLACED, Cause, causes
from builder.verify.difference import shortened, told_apart
from builder.verify.explained import same_value
from builder.verify.held import Held
from builder.verify.quoting import shown
from builder.verify.swallowed import is_swallowed

# So many of many cells are told one by one.
_EXAMPLES = 3
_FORMULAS = ("QA411", "QA412")
_SORTS = {"QA411": "公式", "QA412": "公式", "QA421": "固定文字", "QA422": "分值"}


def check_contents(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for everything that was done to the fixed cells, where the first is repaired.

    What only follows from it is not told.
    """
    cuts = held.cuts
    yield from _cut(held)
    altered = (one for one in held.altered if one.cell not in cuts.following)
    altered = (one for one in altered if not (one.is_empty and is_swallowed(held, one.cell)))
    for cause in causes(altered):
        yield _finding(held, cause)


def _cut(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for all that was cut and pasted as one, the first with what followed."""
    moved, locate = held.cuts.moved, held.alignment.locate
    followed = held.areas(cell for cell in sorted(held.cuts.following) if locate(cell) not in moved)
    for piece in held.cuts.pieces():
        sheet, place = piece[0].sheet, cell_address(*piece[0][1:])
        pasted = [moved[cell] for cell in piece]
        away = " " if pasted[0].sheet == sheet else f"“{called(pasted[0].sheet)}”的 "
        also = f"，引用它的公式跟着改指或者断开：{_on_sheets(followed)}" if followed else ""
        yield Finding(
            code="QA439",
            place=Place(path=held.path, sheet=sheet, cell=place),
            expected=in_words(_cells(piece)),
            actual=f"{away}{in_words(_cells(pasted))}",
            details={"also": also},
            areas=(*(f"{sheet}!{each}" for each in _cells(piece)), *followed),
        )
        followed = ()


def _cells(cells: Iterable[Cell]) -> tuple[str, ...]:
    return addresses(covering(cell[1:] for cell in cells))


def _finding(held: Held[ScoredPlan], cause: Cause) -> Finding:
    one = cause.first
    planned, now = _apart(one)
    many = len(cause.cells) > 1
    areas = held.areas(each.cell for each in cause.cells)
    found = held.finding(
        cause.code,
        one.cell,
        indicator=held.indicator(one.cell),
        expected=one.expected,
        actual=one.actual,
        planned=planned,
        now=now,
        how="清除" if one.is_empty else f"直接输入的内容“{now}”覆盖",
        count=str(len(cause.cells)),
        places=_on_sheets(areas)
        if cause.code in (EVERYWHERE, REPLACED)
        else in_words(_ranges(areas)),
        sorts="、".join(dict.fromkeys(_SORTS[each.code] for each in cause.cells)),
        examples="；".join(_example(held, each) for each in cause.cells[:_EXAMPLES]),
        instead=_instead(held, cause),
    )
    return replace(found, areas=areas if many else ())


def _instead(held: Held[ScoredPlan], cause: Cause) -> str:
    """What the answers give where a cell, of many that of the total, shows another number."""
    total = held.plan.total
    alone = len(cause.cells) == 1
    for one in cause.cells:
        exact = held.value(one.cell)
        asked = (alone or one.cell == total) and one.code in _FORMULAS
        if asked and isinstance(exact, Decimal) and not same_value(one.value, exact):
            what = "" if alone else f"；表上的总分是“{shown(one.value)}”"
            return f"{what}，按填写的内容应为 {shown(exact)}"
    return ""


def _ranges(areas: tuple[str, ...], sheet: str = "") -> list[str]:
    """The ranges without their sheet, of one sheet or of all."""
    split = (area.rpartition("!") for area in areas)
    return [cells for name, _, cells in split if sheet in ("", name)]


def _on_sheets(areas: tuple[str, ...]) -> str:
    """The ranges in words, sheet by sheet."""
    sheets = dict.fromkeys(area.rpartition("!")[0] for area in areas)
    return "；".join(f"“{called(sheet)}”{in_words(_ranges(areas, sheet))}" for sheet in sheets)


def _apart(one: Altered) -> tuple[str, str]:
    """What was planned and what is there, as a message quotes them."""
    if one.is_empty:
        return shortened(one.expected), one.actual
    return told_apart(one.expected, one.actual)


def _example(held: Held[ScoredPlan], one: Altered) -> str:
    planned, now = _apart(one)
    return f"{held.place(one.cell).cell} 应为 {planned}，现为 {now}"
