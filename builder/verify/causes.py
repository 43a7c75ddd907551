"""Altered cells gathered by what was done to them: pasting over a range is one cause, not many.

Cells that touch were altered by one hand; so were those of one sheet that all suffered the same,
where there are more of them than anybody alters one by one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.verify.altered import Altered
from builder.verify.difference import is_one_replaced

# More separate places than this on one sheet, or sheets in a file, come from one action.
_SEPARATE = 2
# So many cells nobody alters one by one, wherever on the sheet they lie.
_BY_HAND = 20
# How many rows of cells that were emptied may lie apart and still be one stretch.
_NEXT = 1


@frozen(slots=True)
class Cause:
    """Altered cells of one cause, from the first; ``code`` says what was done to all of them."""

    code: str
    cells: tuple[Altered, ...]

    @property
    def first(self) -> Altered:
        """Where a person begins to look."""
        return self.cells[0]


OVERWRITTEN, CLEARED, EVERYWHERE, LOST = "QA465", "QA466", "QA460", "QA495"
# Official texts changed on many sheets, as replacing a word in the whole file does it.
REPLACED = "QA497"
# What LibreOffice leaves of a formula that is too long for the format .xls.
_LOST = "=NA()"
_MANY = {"QA411": "QA461", "QA412": "QA462", "QA421": "QA463", "QA422": "QA464"}


def causes(altered: Iterable[Altered]) -> Iterator[Cause]:
    """Every cause of what is told of altered cells, sheet by sheet."""
    by_sheet: defaultdict[str, list[Altered]] = defaultdict(list)
    for one in altered:
        if one.code:
            by_sheet[one.cell.sheet].append(one)
    found = [cause for each in by_sheet.values() for cause in _on_sheet(each)]
    pasted = [cause for cause in found if all(one.code == "QA411" for one in cause.cells)]
    many = [cause for cause in pasted if cause.code == _MANY["QA411"]]
    reworded = [cause for cause in found if cause.code in ("QA421", _MANY["QA421"])]
    word = _is_one_replaced([one for cause in reworded for one in cause.cells])
    for code, told, counted, most in (
        (EVERYWHERE, pasted, many, _SEPARATE),
        (REPLACED, reworded, reworded, 1 if word else _SEPARATE),
    ):
        if len({cause.first.cell.sheet for cause in counted}) > most:
            yield Cause(code=code, cells=tuple(one for cause in told for one in cause.cells))
            found = [cause for cause in found if cause not in told]
    yield from found


def _on_sheet(altered: list[Altered]) -> Iterator[Cause]:
    kept = {_at(one.cell): one for one in altered if not one.is_empty}
    # What is empty beside cells that hold something else was moved away with them.
    cleared = [one for one in altered if one.is_empty and not _beside(kept, *_at(one.cell))]
    gone = {_at(one.cell) for one in cleared}
    rest = [one for one in altered if _at(one.cell) not in gone]
    stretches = _stretches(cleared)
    if len(stretches) > _SEPARATE:
        stretches = [cleared]
    for stretch in stretches:
        yield Cause(code=CLEARED if len(stretch) > 1 else stretch[0].code, cells=tuple(stretch))
    by_code: defaultdict[str, list[list[Altered]]] = defaultdict(list)
    for patch in _by_rows(_patches(rest)):
        codes = {one.code for one in patch}
        by_code[OVERWRITTEN if len(codes) > 1 else codes.pop()].append(patch)
    for code, patches in by_code.items():
        whole = [one for patch in patches for one in patch]
        together = len(patches) > _SEPARATE or len(whole) > _BY_HAND
        together = together or (code == "QA421" and _is_one_replaced(whole))
        for patch in [whole] if together else patches:
            many = _MANY.get(code, code) if len(patch) > 1 else code
            lost = len(patch) > 1 and all(one.actual == _LOST for one in patch)
            yield Cause(code=LOST if lost else many, cells=tuple(patch))


def _is_one_replaced(altered: list[Altered]) -> bool:
    return is_one_replaced([(one.expected, one.actual) for one in altered])


def _stretches(altered: list[Altered]) -> list[list[Altered]]:
    """The cells in stretches of rows that follow each other; the list comes row by row."""
    found: list[list[Altered]] = []
    for one in sorted(altered, key=lambda each: each.cell):
        if found and one.cell.row - found[-1][-1].cell.row <= _NEXT:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _patches(altered: list[Altered]) -> list[list[Altered]]:
    """The cells in patches of such as touch each other, each from its top left."""
    left: dict[tuple[int, int], Altered] = {_at(one.cell): one for one in altered}
    found: list[list[Altered]] = []
    while left:
        patch: list[Altered] = []
        waiting = [next(iter(left))]
        while waiting:
            row, column = waiting.pop()
            one = left.pop((row, column), None)
            if one is not None:
                patch.append(one)
                waiting += _beside(left, row, column)
        found.append(sorted(patch, key=lambda each: each.cell))
    return found


def _by_rows(patches: list[list[Altered]]) -> list[list[Altered]]:
    """The patches, with such as lie in the rows of a tall one counted to it.

    A row that is dragged or pasted over others leaves patches between what it may fill in.
    """
    found: list[tuple[set[int], list[Altered]]] = []
    for patch in sorted(patches, key=lambda each: -len({one.cell.row for one in each})):
        rows = {one.cell.row for one in patch}
        tall = (cells for there, cells in found if len(there) > _SEPARATE and rows <= there)
        whole = next(tall, None)
        if whole is None:
            found.append((rows, list(patch)))
        else:
            whole += patch
    joined = [sorted(cells, key=lambda each: each.cell) for _, cells in found]
    return sorted(joined, key=lambda each: each[0].cell)


def _beside(
    left: Mapping[tuple[int, int], Altered], row: int, column: int
) -> list[tuple[int, int]]:
    near = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
    return [place for place in near if place in left]


def _at(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
