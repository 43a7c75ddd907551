"""Cells that were cut and pasted elsewhere: what looks at them goes with them.

A name or a formula alone proves nothing, for either may be redirected by hand. Where a cell is
empty and all that looks at it now looks at one other cell, it was cut.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from builder.formula.expression import Cell
from builder.formula.normal import normal_formula
from builder.formula.value import ErrorValue
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.returned import NOTHING, ReturnedWorkbook
from builder.verify.alignment import Alignment
from builder.verify.altered import Altered
from builder.verify.anchors import name_target
from builder.verify.formula_shapes import named_instead
from builder.verify.pristine import Pristine

_CHANGED = "QA412"
# A cell of the file that is to be looked at, and the one that is; ``None`` where none is.
_Look = tuple[Cell, Cell | None]


@frozen
class Cuts:
    """Where cells of the file were cut, and where each was pasted.

    ``following`` are the planned cells that were not changed by hand: they look where a cell went,
    went themselves, or were pasted over. ``names`` are the defined names of which the same holds.
    """

    moved: Mapping[Cell, Cell]
    following: frozenset[Cell]
    names: frozenset[str]

    @property
    def touched(self) -> frozenset[Cell]:
        """Every cell of the file that was cut or pasted over."""
        return frozenset((*self.moved, *self.moved.values()))

    def pieces(self) -> Iterator[tuple[Cell, ...]]:
        """The cut cells that went the same way."""
        ways: dict[tuple[str, str, int, int], list[Cell]] = {}
        for cell, place in sorted(self.moved.items()):
            way = (cell.sheet, place.sheet, place.row - cell.row, place.column - cell.column)
            ways.setdefault(way, []).append(cell)
        yield from map(tuple, ways.values())


def find_cuts(
    pristine: Pristine[ScoredPlan],
    alignment: Alignment,
    workbook: ReturnedWorkbook,
    altered: Collection[Altered],
) -> Cuts:
    """What was cut in a file whose fixed cells are ``altered``."""
    looks = {one.cell: tuple(_looks(pristine, alignment, one)) for one in altered}
    named = dict(_named(pristine, alignment, workbook))
    moved = _moved([*named.values(), *(look for each in looks.values() for look in each)])
    if moved:
        kept = moved.keys() - _looked_at(pristine, alignment, looks)
        moved = _settled({cell: moved[cell] for cell in kept}, workbook)
    targets = set(moved.values())

    def follows(look: _Look) -> bool:
        cell, found = look
        return found == moved.get(cell, cell) or (found is None and cell in targets)

    return Cuts(
        moved=moved,
        following=frozenset(
            one.cell
            for one in (altered if moved else ())
            for place in (alignment.locate(one.cell),)
            if place in targets
            or (place in moved and one.is_empty)
            or (looks[one.cell] and all(map(follows, looks[one.cell])))
        ),
        names=frozenset(name for name, look in named.items() if moved and follows(look)),
    )


def _moved(looks: Iterable[_Look]) -> dict[Cell, Cell]:
    """Where the cells went that are looked for in one other place and in no more."""
    found: dict[Cell, set[Cell]] = {}
    for cell, place in looks:
        if place is not None:
            found.setdefault(cell, set()).add(place)
    one = {cell: places.pop() for cell, places in found.items() if len(places) == 1}
    return {cell: place for cell, place in one.items() if cell != place}


def _settled(moved: Mapping[Cell, Cell], workbook: ReturnedWorkbook) -> dict[Cell, Cell]:
    """Those of which nothing is left where they were, but what came from elsewhere."""
    while True:
        targets = set(moved.values())
        left = {
            cell: place
            for cell, place in moved.items()
            if cell in targets or _is_bare(workbook, cell)
        }
        if len(left) == len(moved):
            return left
        moved = left


def _is_bare(workbook: ReturnedWorkbook, cell: Cell) -> bool:
    sheet = workbook.sheet(cell.sheet)
    found = NOTHING if sheet is None else sheet.cells.get(cell[1:], NOTHING)
    return found.value is None and found.formula is None


def _looks(pristine: Pristine[ScoredPlan], alignment: Alignment, one: Altered) -> Iterator[_Look]:
    """What a formula that was changed in the cells it names was to look at, and looks at."""
    if one.code != _CHANGED:
        return
    home = alignment.locate(one.cell).sheet
    sheets = {normal_formula(sheet.name): sheet.name for sheet in alignment.sheets.values()}
    formula = pristine.contents.formulas[one.cell]
    for cell, text in named_instead(one.actual.removeprefix("="), formula, one.cell):
        if isinstance(cell, Cell):
            sheet, _, address = text.rpartition("!")
            target = name_target(f"{sheets.get(sheet, sheet) or home}!{address}")
            yield alignment.locate(cell), target


def _named(
    pristine: Pristine[ScoredPlan], alignment: Alignment, workbook: ReturnedWorkbook
) -> Iterator[tuple[str, _Look]]:
    """The names of single cells that point elsewhere or nowhere now."""
    for name, (first, last) in pristine.corners.items():
        text = workbook.names.get(name, "")
        if first != last or not text or text == pristine.addresses[name]:
            continue
        home, target = alignment.locate(first), name_target(text)
        if target != home and (target is not None or ErrorValue.REF in text):
            yield name, (home, target)


def _looked_at(
    pristine: Pristine[ScoredPlan], alignment: Alignment, changed: Collection[Cell]
) -> frozenset[Cell]:
    """The cells of the file at which formulas still look that were not changed."""
    return frozenset(
        alignment.locate(formula.meant(cell, piece))
        for cell, formula in pristine.plan.formulas
        if cell not in changed
        for piece in formula.pieces
        if isinstance(piece, Cell)
    )
