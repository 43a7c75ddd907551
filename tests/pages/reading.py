"""A plan as text that a person can read and compare line by line.

Rows that differ from the one above only by their number are counted and not repeated.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from itertools import groupby

from builder.book.book_plan import BookPlan
from builder.book.formula_text import formula_text
from builder.book.sheet import CellPlan, Formula, Merge, SheetPlan
from builder.findings.finding import Finding
from builder.formula.address import cell_address
from builder.formula.expression import Cell
from builder.formula.render import plain_number, render
from builder.model.verdict import Verdict

# Told on their own, and where in a scheme's file something was read.
_LEFT_OUT = ("sheets", "position")
_NUMBER = re.compile(r"\d+")


def book_lines(plan: BookPlan) -> Iterator[str]:
    """A workbook: what it knows of itself, then sheet by sheet every cell and rule."""
    yield from _lines("plan", plan, "")
    for sheet in plan.sheets:
        yield f"# {sheet.name}"
        yield from _lines("sheet", replace(sheet, cells=()), sheet.name)
        rows = groupby(sheet.cells, key=lambda cell: cell.row)
        yield from _folded("  ".join(_cell(sheet, cell) for cell in cells) for _, cells in rows)


def digests(name: str, lines: Iterable[str], sheet: str = "（整体）") -> Iterator[str]:
    """Of what is too long to be kept, sheet by sheet how many lines there are and their digest."""
    held: dict[str, list[str]] = {}
    for line in lines:
        sheet = line.removeprefix("# ") if line.startswith("# ") else sheet
        held.setdefault(sheet, []).append(line)
    for part, said in held.items():
        digest = sha256("\n".join(said).encode()).hexdigest()[:16]
        yield f"{name} {part} {len(said)} {digest}"


def lines_of(value: object) -> Iterator[str]:
    """Any other plan: its fields, nested by indentation, those without content omitted."""
    yield from _lines("plan", value, "")


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """What is said of a file: its points, how they came about, and every finding."""
    score = verdict.score
    if score is not None:
        scores = " ".join(f"{code}={points}" for code, points in score.by_indicator.items())
        yield f"{score.total} / {score.maximum}　{scores}"
    yield from (f"计分　{line}" for line in verdict.trace)
    if verdict.conclusion is not None:
        for gate in verdict.conclusion.gates:
            said = (gate.code, gate.wording, gate.rule, gate.now, gate.state, gate.consequence)
            yield f"门槛　{' | '.join(said)}"
        yield f"等级　{verdict.conclusion.level}"
    for finding in verdict.findings:
        yield from finding_lines(finding)


def finding_lines(finding: Finding) -> Iterator[str]:
    """A finding at its place, with its values and in its words."""
    place = finding.place
    where = " ".join(filter(None, (place.sheet, place.cell, place.indicator, place.bookmark)))
    values = f"{finding.expected} <- {finding.actual}".replace("\n", "⏎")
    yield f"{finding.code} {where} | {values}"
    yield f"  {finding.message}{finding.fix}".replace("\n", "⏎")


def _cell(sheet: SheetPlan, cell: CellPlan) -> str:
    home = Cell(sheet=sheet.name, row=cell.row, column=cell.column)
    content = cell.content
    if isinstance(content, Formula):
        content = f"={formula_text(content, home)}"
    held = "" if content is None else f" {_plain(content, sheet.name)}"
    return f"{cell_address(cell.row, cell.column)}[{cell.style.name}]{held}"


def _lines(name: str, value: object, home: str, depth: int = 0) -> Iterator[str]:
    margin = "  " * depth
    if is_dataclass(value) and not isinstance(value, type) and not _is_short(value):
        yield f"{margin}{name}: {type(value).__name__}"
        for each in fields(value):
            # Most sheets stand on one page across, as all did when they were looked at.
            inner = getattr(value, each.name)
            if (each.name, inner) == ("pages_across", 1):
                continue
            if each.name not in _LEFT_OUT and not _is_empty(inner):
                yield from _lines(each.name, inner, home, depth + 1)
    elif isinstance(value, tuple | list) and value and not _is_flat(value):
        yield f"{margin}{name}:"
        yield from (f"{margin}  {record}" for record in _alike(value, home))
    elif isinstance(value, Mapping):
        yield f"{margin}{name}:"
        for key, item in value.items():
            yield from _lines(_plain(key, home), item, home, depth + 1)
    else:
        yield f"{margin}{name}: {_plain(value, home)}"


def _alike(items: Iterable[object], home: str) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for item in items:
        record = _record(item, home)
        found.setdefault(_NUMBER.sub("0", record), []).append(record)
    return (line for records in found.values() for line in _folded(records))


def _record(value: object, home: str) -> str:
    first, *parts = (line.strip() for line in _lines("-", value, home))
    return " | ".join(parts or (first,))


def _plain(value: object, home: str) -> str:
    match value:
        case Cell():
            address = cell_address(value.row, value.column)
            return address if value.sheet == home else f"{value.sheet}!{address}"
        case Merge():
            first = cell_address(value.first_row, value.first_column)
            last = cell_address(value.last_row, value.last_column)
            return first if first == last else f"{first}:{last}"
        case Enum():
            return value.name
        case Decimal():
            return plain_number(value)
        case str():
            return value.replace("\n", "⏎")
        case tuple() | list():
            return " ".join(_plain(item, home) for item in value)
        case _ if is_dataclass(value):
            return f"={render(value, home=home)}"  # type: ignore[arg-type] # what is left
        case _:
            return repr(value)


def _is_short(value: object) -> bool:
    module = type(value).__module__
    return isinstance(value, Cell | Merge) or module == "builder.formula.expression"


def _is_flat(items: Iterable[object]) -> bool:
    return all(
        _is_short(item) or not (is_dataclass(item) or isinstance(item, tuple | list | Mapping))
        for item in items
    )


def _is_empty(value: object) -> bool:
    # Not what is left at its default: the page would follow a default that somebody changes.
    return value is None or value is False or value in ("", (), {}, frozenset())


def _folded(rows: Iterable[str]) -> Iterator[str]:
    """Rows as they are; of those alike but for their numbers the first and the last.

    What lies between is known by a digest: no cell of it changes unseen.
    """
    for _, group in groupby(rows, key=lambda row: _NUMBER.sub("0", row)):
        first, *others = group
        yield first
        if others:
            digest = sha256("\n".join(others).encode()).hexdigest()[:8]
            yield f"… {len(others)} ({digest}), the last: {others[-1]}"
