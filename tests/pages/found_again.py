"""Where the cells of a plan are found again after somebody moved rows, columns or sheets.

What bears witness is taken away one by one: texts without names, names without texts.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from builder.formula.address import absolute_address, cell_address
from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EVIDENCE, SCORING
from builder.model.returned import ReturnedCell, ReturnedSheet, ReturnedWorkbook
from builder.read.workbook import read_content
from builder.verify.alignment import Alignment, align
from builder.verify.anchors import name_target
from builder.verify.moved_lines import Lines
from builder.verify.pristine import Pristine
from builder.write.xlsx.workbook import workbook_bytes
from tests.pages.plans import OFFICE, rich
from tests.support.answers import complete_answers
from tests.support.workbooks import shipped_look

Place = tuple[int, int]
Move = Callable[[Place], Place | None]


def _workbook(pristine: Pristine[KitPlan]) -> ReturnedWorkbook:
    answers = complete_answers(pristine.plan)
    read = read_content("a.xlsx", lambda: workbook_bytes(pristine.plan, shipped_look(), answers))
    assert read.workbook is not None
    return read.workbook


def _edited(
    workbook: ReturnedWorkbook, sheet: str, move: Move, *, texts: bool, names: bool, called: str
) -> ReturnedWorkbook:
    """The workbook with the cells of a sheet elsewhere, texts and names only if they are kept."""
    told = dict(workbook.names)
    for name, text in workbook.names.items():
        target = name_target(text)
        if names and target is not None and target.sheet == sheet:
            place = move((target.row, target.column))
            told[name] = "#REF!" if place is None else absolute_address(called, *place, *place)
    return replace(
        workbook,
        names=told,
        sheets=tuple(
            _moved(one, move, texts=texts, called=called) if one.name == sheet else one
            for one in workbook.sheets
        ),
    )


def _moved(sheet: ReturnedSheet, move: Move, *, texts: bool, called: str) -> ReturnedSheet:
    cells = {
        place: cell if texts or not isinstance(cell.value, str) else ReturnedCell(value="x")
        for old, cell in sheet.cells.items()
        if (place := move(old)) is not None
    }
    return replace(sheet, name=called, cells=cells)


def _told(alignment: Alignment) -> Iterator[str]:
    renamed = [f"{n}→{one.name}" for n, one in alignment.sheets.items() if n != one.name]
    yield f"  renamed {renamed} lost {alignment.lost} complete {alignment.complete}"
    for kind, found in (("rows", alignment.rows), ("columns", alignment.columns)):
        for sheet, lines in found.items():
            yield f"  {kind} of {sheet}: {_lines(lines)}"
    for sheet, row in product((SCORING, EVIDENCE), (1, 4, 6, 9)):
        cell = Cell(sheet=sheet, row=row, column=5)
        place, content = alignment.locate(cell), alignment.returned(cell)
        where = f"{place.sheet}!{cell_address(place.row, place.column)}"
        holds, disturbed = alignment.holds(cell), alignment.is_disturbed(sheet)
        yield f"  {sheet} {row}: {where} {holds} {disturbed} {str(content.value)[:20]!r}"


def _lines(lines: Lines) -> str:
    jumps = " ".join(f"{jump.line}{jump.offset:+d}" for jump in lines.jumps)
    return f"gone {sorted(lines.gone)} moved {lines.moved} jumps {jumps}"


MOVES: dict[str, Move] = {
    "原样": lambda place: place,
    "第6行前插入一行": lambda at: (at[0] + (at[0] >= 6), at[1]),
    "删去第6行": lambda at: None if at[0] == 6 else (at[0] - (at[0] > 6), at[1]),
    "第6行和第9行对调": lambda at: ({6: 9, 9: 6}.get(at[0], at[0]), at[1]),
    "第3列前插入一列": lambda at: (at[0], at[1] + (at[1] >= 3)),
    "删去第3列": lambda at: None if at[1] == 3 else (at[0], at[1] - (at[1] > 3)),
    "插入一行和一列": lambda at: (at[0] + (at[0] >= 6), at[1] + (at[1] >= 3)),
}


def _found() -> Iterator[str]:
    pristine = Pristine(plan_workbook(rich(), OFFICE))
    workbook = _workbook(pristine)
    for sheet, (name, move) in product((SCORING, EVIDENCE), MOVES.items()):
        for texts, names, called in (
            *((True, True, sheet), (True, False, sheet), (False, True, sheet)),
            *((True, True, "改名"), (True, False, "改名"), (False, True, "改名")),
        ):
            told = f"文字{'在' if texts else '不在'} 名称{'在' if names else '不在'}"
            yield f"# {sheet} {name} {told} {called if called != sheet else ''}"
            changed = _edited(workbook, sheet, move, texts=texts, names=names, called=called)
            yield from _told(align(pristine, changed))
    gone = tuple(one for one in workbook.sheets if one.name != SCORING)
    yield "# 没有自评打分"
    yield from _told(align(pristine, replace(workbook, sheets=gone)))


PAGES: dict[str, Callable[[], Iterator[str]]] = {"找回": _found}
