"""One returned workbook held against the plan it declares: worked out once, for every check."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import compress, repeat
from operator import is_not
from pathlib import PurePath
from typing import Generic

from builder.book.areas import addresses, covering
from builder.book.book_plan import InputPlan
from builder.book.evaluation import Evaluation
from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.frozen import frozen
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.kit.older_layouts import OlderWorkbook
from builder.model.days import as_day, as_time, from_1900
from builder.model.evidence_files import HandedInEvidence
from builder.model.returned import NOTHING, ReturnedCell, ReturnedWorkbook
from builder.verify.alignment import Alignment, align
from builder.verify.altered import Altered, find_altered
from builder.verify.chosen_options import near_options
from builder.verify.cut_cells import Cuts, find_cuts
from builder.verify.evidence_match import Matched, match_files
from builder.verify.evidence_names import folder_beneath
from builder.verify.open_rows import LeftBare, left_bare
from builder.verify.pristine import Plan_co, Pristine
from builder.verify.quoting import shown, words
from builder.verify.typed_numbers import understood
from builder.verify.unseen import out_of_place, unseen


@frozen
class Held(Generic[Plan_co]):
    """A returned workbook beside its plan.

    ``filled`` are the cells of its inputs that are not blank, by the input's name, ``inputs``
    those inputs in the order of the plan; ``numbers`` what numbers typed as text mean beyond
    doubt, ``options`` what options typed with other blanks mean, ``unseen`` the texts in which
    nothing can be seen and ``misfits`` the error values and values of a wrong type, both of which
    count as blank; ``exact`` are the values that follow from the answers.
    ``matched`` are the files handed in with it by the rows of evidence that name them, ``None``
    where they are not at hand. ``older`` is the layout of a file that is not of the present one.
    """

    path: str
    pristine: Pristine[Plan_co]
    workbook: ReturnedWorkbook
    alignment: Alignment
    filled: Mapping[str, ReturnedCell]
    inputs: tuple[InputPlan, ...]
    numbers: Mapping[str, Decimal]
    options: Mapping[str, str]
    unseen: Mapping[str, str]
    misfits: Mapping[str, Value]
    exact: Evaluation
    matched: Matched | None = None
    older: OlderWorkbook | None = None

    @property
    def plan(self) -> Plan_co:
        """What the file was made from."""
        return self.pristine.plan

    @cached_property
    def altered(self) -> tuple[Altered, ...]:
        """The fixed cells that hold something else than was planned; of an older layout none is."""
        return () if self.older is not None else tuple(find_altered(self.pristine, self.alignment))

    @cached_property
    def cuts(self) -> Cuts:
        """The cells that were cut and pasted elsewhere."""
        return find_cuts(self.pristine, self.alignment, self.workbook, self.altered)

    @cached_property
    def left_bare(self) -> Mapping[str, LeftBare]:
        """The items without evidence that rows of evidence were to prove, by the row's number."""
        return left_bare(self.plan, self.exact, self.alignment)

    @cached_property
    def as_filed(self) -> Evaluation:
        """The values that follow from the file as it is, altered cells and typed texts included."""
        if not (self.altered or self.numbers or self.options or self.unseen or self.misfits):
            return self.exact
        typed = {name: cell.value for name, cell in self.filled.items()}
        overrides = {one.cell: one.value for one in self.altered}
        return Evaluation(self.pristine.contents, typed, overrides)

    @property
    def emptied(self) -> frozenset[str]:
        """The planned sheets that are there and hold nothing any more."""
        return frozenset(filter(self.workbook.sheet, self.alignment.lost))

    def holds(self, cell: Cell) -> bool:
        """Whether the file still has the planned cell, whatever is in it now."""
        return self.alignment.holds(cell)

    def value(self, cell: Cell) -> Value:
        """The exact value of a planned cell."""
        return self.exact.value(cell)

    def read(self, cell: Cell) -> Value:
        """What a reader sees in a planned cell.

        A formula that no program has calculated yet shows what it comes to once one opens the file.
        """
        returned = self.alignment.returned(cell)
        return returned.value if returned.calculated else self.as_filed.value(cell)

    def typed(self, name: str) -> str:
        """What stands in the input of that name, as words; empty where nothing does."""
        cell = self.filled.get(name)
        if cell is None or name in self.unseen or name in self.misfits:
            return ""
        _, item = self.pristine.numbered[name]
        return words(self._dated(item.cell, cell.value))

    def chosen(self, name: str) -> str:
        """What stands in the input of that name, an option typed with other blanks as its list."""
        return self.options.get(name) or self.typed(name)

    def said(self, cell: Cell) -> str:
        """What a planned cell says, as words."""
        return words(self._dated(cell, self.value(cell)))

    def shown(self, cell: Cell) -> str:
        """The value of a planned cell as a message quotes it."""
        return shown(self._dated(cell, self.value(cell)))

    def _dated(self, cell: Cell, value: Value) -> Value:
        """A value as people mean it: where a date is asked for, the number of a day is that day."""
        return as_time(as_day(value)) if cell in self.plan.dated else value

    def place(self, cell: Cell, indicator: str = "") -> Place:
        """The place in the file of a planned cell."""
        found = self.alignment.locate(cell)
        return Place(
            path=self.path,
            sheet=found.sheet,
            cell=cell_address(found.row, found.column),
            indicator=indicator,
        )

    def finding(
        self,
        code: str,
        cell: Cell,
        *,
        indicator: str = "",
        expected: str = "",
        actual: str = "",
        **details: str,
    ) -> Finding:
        """The finding of that code at a planned cell; ``details`` are the words of its message."""
        place = self.place(cell, indicator)
        return Finding(code=code, place=place, expected=expected, actual=actual, details=details)

    def areas(self, cells: Iterable[Cell]) -> tuple[str, ...]:
        """Planned cells as the ranges of the file in which they now stand, sheet by sheet."""
        by_sheet: dict[str, list[tuple[int, int]]] = {}
        for sheet, row, column in map(self.alignment.locate, cells):
            by_sheet.setdefault(sheet, []).append((row, column))
        return tuple(
            f"{sheet}!{each}"
            for sheet, places in by_sheet.items()
            for each in addresses(covering(places))
        )

    def indicator(self, cell: Cell) -> str:
        """The indicator that the row of a planned cell is about; empty where it is about none."""
        return self.pristine.indicators.get((cell.sheet, cell.row), "")

    def sheet_finding(self, code: str, sheet: str, expected: str = "", actual: str = "") -> Finding:
        """The finding of that code on a sheet as a whole, by the name it has in the file."""
        place = Place(path=self.path, sheet=sheet)
        return Finding(code=code, place=place, expected=expected, actual=actual)

    @property
    def name(self) -> str:
        """What the file is called, without the folders it lies in."""
        return PurePath(self.path).name


def written_evidence(held: Held[KitPlan]) -> Iterator[EvidenceRowPlan]:
    """The rows of 证据清单 in which something is written."""
    return (row for row in held.plan.evidence if held.value(row.status) != "")


def hold(pristine: Pristine[Plan_co], workbook: ReturnedWorkbook, path: str) -> Held[Plan_co]:
    """A returned workbook held against the plan it declares itself made from."""
    return held_so(pristine, workbook, path, align(pristine, workbook))


def held_so(
    pristine: Pristine[Plan_co], workbook: ReturnedWorkbook, path: str, alignment: Alignment
) -> Held[Plan_co]:
    """A returned workbook held against a plan, its cells where ``alignment`` says."""
    filled = dict(_filled(pristine, alignment))
    if workbook.from_1904:
        filled = dict(_from_1900(pristine, filled))
    inputs = tuple(item for _, item in sorted(map(pristine.numbered.__getitem__, filled)))
    numbers, options = understood(inputs, filled), near_options(inputs, filled)
    blank, misfits = unseen(filled), out_of_place(inputs, filled)
    typed = {name: cell.value for name, cell in filled.items()}
    nothing = dict.fromkeys((*blank, *misfits))
    return Held(
        path=path,
        pristine=pristine,
        workbook=workbook,
        alignment=alignment,
        filled=filled,
        inputs=inputs,
        numbers=numbers,
        options=options,
        unseen=blank,
        misfits=misfits,
        exact=Evaluation(pristine.contents, {**typed, **numbers, **options, **nothing}),
    )


def _from_1900(
    pristine: Pristine[Plan_co], filled: Mapping[str, ReturnedCell]
) -> Iterator[tuple[str, ReturnedCell]]:
    """The answers of a file that counts its days from 1904, its days counted from 1900."""
    for name, cell in filled.items():
        dated = pristine.numbered[name][1].cell in pristine.plan.dated
        yield name, cell._replace(value=from_1900(cell.value)) if dated else cell


def hold_kit(
    pristine: Pristine[KitPlan],
    workbook: ReturnedWorkbook,
    path: str,
    evidence: HandedInEvidence | None = None,
) -> Held[KitPlan]:
    """An applicant's workbook held against its plan, and against the evidence handed in with it."""
    return with_evidence(hold(pristine, workbook, path), evidence)


def with_evidence(held: Held[KitPlan], evidence: HandedInEvidence | None) -> Held[KitPlan]:
    """An applicant's workbook beside the evidence handed in with it, if that is at hand."""
    if evidence is None:
        return held
    path = held.path
    names = (applicant_of(held), PurePath(path).stem)
    folder = folder_beneath(path, evidence.root)
    return replace(held, matched=match_files(held.plan, held.exact, evidence, names, folder))


def applicant_of(held: Held[KitPlan]) -> str:
    """Who applies, as the file says it; empty where it does not."""
    cell = held.filled.get(held.plan.applicant)
    value = None if cell is None else cell.value
    named = isinstance(value, str) and not isinstance(value, ErrorValue)
    return held.typed(held.plan.applicant) if named else ""


def _filled(
    pristine: Pristine[Plan_co], alignment: Alignment
) -> Iterator[tuple[str, ReturnedCell]]:
    for sheet, inputs in pristine.inputs.items():
        contents = tuple(alignment.contents(sheet, inputs.places))
        # Of the long lists most rows are not in the file at all.
        there = map(is_not, contents, repeat(NOTHING))
        for item, cell in compress(zip(inputs.items, contents, strict=True), there):
            if cell.value is not None or cell.formula is not None:
                yield item.name, cell
