"""A finished workbook with some of its inputs filled in, without building it again."""

import re
from collections.abc import Mapping, Sequence

from builder.book.book_plan import BookPlan
from builder.book.dependents import find_dependents
from builder.book.evaluation import Contents, Evaluation
from builder.formula.address import cell_address, column_number
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.frozen import frozen
from builder.ooxml.splice import Archive, Packed, PartWithGaps
from builder.write.xlsx.chart_parts import numbered_charts
from builder.write.xlsx.charts import chart_xml
from builder.write.xlsx.escape import declared, element_text
from builder.write.xlsx.sheet import cached

# A cell as the writer of sheets writes it: what names it, its type, its formula, the rest.
_FORMULA = r"<f(?: [^>]*)?(?:/>|>[^<]*</f>)"
_CELL = rf'(<c r="%s" s="\d+")(?: t="\w+")?(?:/>|>({_FORMULA})?(?:<v>[^<]*</v>)?</c>)'


class PersonalWorkbook:
    """One built workbook, from which each applicant's own is made by filling a few cells.

    A made file holds the same cells and values as one built with the same answers; texts that were
    filled in stand in their cells instead of in the shared table.
    """

    def __init__(self, plan: BookPlan, content: bytes, names: Sequence[str]) -> None:
        """``content`` was built from the plan without answers; ``names`` are the inputs to fill."""
        cells = {item.name: item.cell for item in plan.inputs}
        self._inputs = {name: cells[name] for name in names}
        self._dependents = find_dependents(plan, names)
        self._archive = Archive(content)
        self._contents = Contents.of(plan)
        changing = {*self._inputs.values(), *self._dependents.cells}
        self._drawn = tuple(
            (name, chart)
            for name, chart in numbered_charts(plan)
            if not changing.isdisjoint(chart.cells)
        )
        self._shown = tuple(
            dict.fromkeys(
                cell for _, chart in self._drawn for cell in chart.cells if cell in changing
            )
        )
        self._charts_of: tuple[tuple[Value, ...], Mapping[str, Packed]] = (), {}
        gaps = (*self._inputs.values(), *self._dependents.cells)
        self._parts = tuple(
            _Sheet(
                f"xl/worksheets/sheet{number}.xml",
                self._archive,
                sorted(cell for cell in gaps if cell.sheet == sheet.name),
            )
            for number, sheet in enumerate(plan.sheets, start=1)
            if any(cell.sheet == sheet.name for cell in gaps)
        )

    def filled(self, answers: Mapping[str, Value]) -> bytes:
        """The file with ``answers`` by input name in it, and everything that follows from them."""
        values = {self._inputs[name]: value for name, value in answers.items()}
        values.update(self._dependents.values(answers))
        parts = {part.name: part.packed(values) for part in self._parts}
        return self._archive.with_parts({**parts, **self._charts(answers, values)})

    def _charts(
        self, answers: Mapping[str, Value], values: Mapping[Cell, Value]
    ) -> Mapping[str, Packed]:
        """The charts that show something of what was filled in, with its values beside them.

        Most of a list share the years that charts show; they are drawn again when those change.
        """
        shown = tuple(values.get(cell) for cell in self._shown)
        if shown != self._charts_of[0]:
            evaluation = Evaluation(self._contents, answers)
            charts = {
                name: PartWithGaps((declared(chart_xml(chart, evaluation)),)).filled(())
                for name, chart in self._drawn
            }
            self._charts_of = shown, charts
        return self._charts_of[1]


class _Sheet:
    """A sheet part with gaps where some of its cells stand."""

    def __init__(self, name: str, archive: Archive, cells: Sequence[Cell]) -> None:
        self.name = name
        content = archive.part(name).decode()
        self._gaps: list[tuple[Cell, _Gap]] = []
        stretches: list[bytes] = []
        done = 0
        for cell in cells:
            gap = _written(content, cell, done) or _room(content, cell, done)
            if gap is None:
                raise LookupError(f"{name} has no cell {cell_address(cell.row, cell.column)}")
            self._gaps.append((cell, gap))
            stretches.append(content[done : gap.first].encode())
            done = gap.last
        self._part = PartWithGaps((*stretches, content[done:].encode()))

    def packed(self, values: Mapping[Cell, Value]) -> Packed:
        return self._part.filled(
            [_cell(gap, values.get(cell)).encode() for cell, gap in self._gaps]
        )


@frozen
class _Gap:
    """Where a cell stands in a part: how it begins, its formula, and what is there while blank."""

    first: int
    last: int
    start: str
    formula: str = ""
    blank: str = ""


def _written(content: str, cell: Cell, done: int) -> _Gap | None:
    """The gap of a cell that the part has."""
    found = re.compile(_CELL % cell_address(cell.row, cell.column)).search(content, done)
    if found is None:
        return None
    return _Gap(
        first=found.start(),
        last=found.end(),
        start=found[1],
        formula=found[2] or "",
        blank=f"{found[1]}/>",
    )


def _room(content: str, cell: Cell, done: int) -> _Gap | None:
    """The gap of a cell that was left out, because it is blank and looks as its column does."""
    look = re.search(rf'<col min="{cell.column}" [^>]*style="(\d+)"', content)
    begun = content.find(f'<row r="{cell.row}"')
    if look is None or begun < 0:
        return None
    ends = content.index("</row>", begun)
    following = (
        found.start()
        for found in re.compile(r'<c r="([A-Z]+)\d+"').finditer(content, max(begun, done), ends)
        if column_number(found[1]) > cell.column
    )
    place = next(following, ends)
    start = f'<c r="{cell_address(cell.row, cell.column)}" s="{look[1]}"'
    return _Gap(first=place, last=place, start=start)


def _cell(gap: _Gap, value: Value) -> str:
    if gap.formula:
        kind, shown = cached(value)
        return f"{gap.start}{kind}>{gap.formula}<v>{shown}</v></c>"
    if value is None:
        return gap.blank
    if isinstance(value, str):
        text = f'<t xml:space="preserve">{element_text(value)}</t>'
        return f'{gap.start} t="inlineStr"><is>{text}</is></c>'
    kind, shown = cached(value)
    return f"{gap.start}{kind}><v>{shown}</v></c>"
