"""A figure and its points: the table, the formula and the data a heading asks for."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from builder.load.amounts import amount_of
from builder.load.attributes import Attributes
from builder.load.problems import Problems
from builder.load.ratio import read_ratio
from builder.load.rule_tables import table_of_values
from builder.load.spans import ReadSpan, joined_spans, read_span
from builder.model.leaf_rules import Datum, Knot, Measure, Ratio, Span, Way, is_counted
from builder.model.official import Criterion, DescriptorRow, DescriptorTable, Position


def read_measure(
    said: Attributes,
    criteria: Sequence[Criterion],
    tables: tuple[DescriptorTable, ...],
    where: Position,
    problems: Problems,
) -> Measure | None:
    """The measure; interpolated, its points go straight from one given value to the next."""
    formula = read_ratio(said.formula) if said.formula else None
    if said.formula and formula is None:
        problems.add_fatal("QA292", where, actual=said.formula)
        return None
    if formula is not None and said.unit == _PERCENT:
        if _HUNDRED in formula.numbers:
            problems.add_fatal("QA299", where, actual=said.formula)
            return None
        # What is measured in percent is shown in percent.
        formula = Ratio(sign="*", left=formula, right=Ratio(number=_HUNDRED))
    data = _data(criteria) if formula is not None else ()
    if formula is not None and not _agree(formula, data, where, problems):
        return None
    if formula is None:
        data = (Datum(letter="", name="指标值", unit=said.unit),)
    straight = said.way is Way.INTERPOLATED
    table = _table(said.unit, tables, problems, straight=straight)
    if table is None:
        return None
    # What is worked out need not be whole, whatever it counts.
    whole = formula is None and is_counted(said.unit)
    spans = () if straight else _spans(said.unit, table, problems, whole=whole)
    knots = _knots(said.unit, table, problems) if straight else ()
    if not spans and not knots:
        return None
    return Measure(
        unit=said.unit,
        data=data,
        spans=spans,
        knots=knots,
        formula=formula,
        written=said.formula,
        places=said.places,
    )


def _data(criteria: Sequence[Criterion]) -> tuple[Datum, ...]:
    """The figures that criteria ask for by a letter: ``A：研发费用（万元）``."""
    matches = (_DATUM.fullmatch(item.printed) for item in criteria)
    return tuple(
        Datum(letter=match["letter"], name=match["name"].strip(), unit=match["unit"] or "")
        for match in matches
        if match is not None
    )


def _agree(formula: Ratio, data: tuple[Datum, ...], where: Position, problems: Problems) -> bool:
    """Whether every letter has its figure and every figure its letter."""
    asked, given = set(formula.letters), [datum.letter for datum in data]
    twice = {letter for letter in given if given.count(letter) > 1}
    wrong = "、".join(sorted((asked ^ set(given)) | twice))
    if wrong:
        problems.add_fatal("QA293", where, actual=wrong)
    return not wrong


def _spans(
    unit: str, table: DescriptorTable, problems: Problems, *, whole: bool
) -> tuple[Span, ...]:
    rows: list[ReadSpan] = []
    for row in table.rows:
        points = amount_of(row.cells[-1])
        read = None if points is None else read_span(row.cells[0], unit, points)
        if read is not None:
            rows.append(read)
        elif points is None or not _other_unit(row, unit, problems):
            wrong = row.cells[-1] if points is None else row.cells[0]
            problems.add_fatal("QA287", row.position, actual=wrong, expected=_SPANS)
    if len(rows) != len(table.rows):
        return ()
    spans, wrong_joints = joined_spans(rows, whole=whole)
    for joint in wrong_joints:
        problems.add_fatal(
            joint.code,
            table.position,
            actual=joint.below,
            expected=joint.above,
            at=f"{joint.at}{unit}",
        )
    return () if wrong_joints else spans


def _table(
    unit: str, tables: tuple[DescriptorTable, ...], problems: Problems, *, straight: bool
) -> DescriptorTable | None:
    """The table of values and points."""

    def is_value(cell: str) -> bool:
        read = _knot(cell, unit) if straight else read_span(cell, unit, Decimal(0))
        return read is not None

    return table_of_values(tables, is_value, problems)


def _knots(unit: str, table: DescriptorTable, problems: Problems) -> tuple[Knot, ...]:
    read: list[tuple[Knot, str]] = []
    for row in table.rows:
        points, value = amount_of(row.cells[-1]), _knot(row.cells[0], unit)
        if points is not None and value is None and _other_unit(row, unit, problems):
            continue
        if points is None or value is None:
            wrong = row.cells[-1] if points is None else row.cells[0]
            problems.add_fatal("QA287", row.position, actual=wrong, expected="60")
        else:
            number, side = value
            read.append((Knot(value=number, points=points), side))
    read.sort(key=lambda one: one[0].value)
    knots = tuple(knot for knot, _ in read)
    for place, (knot, side) in enumerate(read):
        if (side == "<" and place) or (side == ">" and place < len(read) - 1):
            # Only the ends go on: what lies between two values goes straight.
            at = f"{knot.value:f}{unit}"
            problems.add_fatal("QA287", table.position, actual=f"{_SHOWN[side]}{at}", expected=at)
            return ()
    values = [knot.value for knot in knots]
    repeated = next((value for value in values if values.count(value) > 1), None)
    if repeated is not None:
        at = f"{repeated:f}{unit}"
        problems.add_fatal("QA289", table.position, actual=at, expected=at, at=at)
        return ()
    return knots if len(knots) > 1 else ()


def _other_unit(row: DescriptorRow, unit: str, problems: Problems) -> bool:
    """Whether the values of a row are in another unit than the heading says, which is told."""
    found = _UNIT.search(unicodedata.normalize("NFKC", row.cells[0]))
    if found is None or found["unit"] == unit:
        return False
    said = f"写的是“{unit}”" if unit else "没有写单位"
    problems.add_fatal(
        "QA268", row.position, actual=row.cells[0], expected=found["unit"], said=said
    )
    return True


def _knot(cell: str, unit: str) -> tuple[Decimal, str] | None:
    """A value that points are given for; at either end ``≥`` or ``≤`` may say that it goes on."""
    span = read_span(cell, unit, Decimal(0))
    if span is None or False in (span.low_said, span.high_said):
        return None
    low, high = span.span.low, span.span.high
    if low is not None and high is not None:
        return (low, "") if low == high else None
    if low is not None:
        return low, ">"
    return None if high is None else (high, "<")


_PERCENT, _HUNDRED = "%", Decimal(100)
_SPANS = "≥80%、60%～80%、＜60%"
_UNIT = re.compile(
    r"[0-9]\s*(?P<unit>[%‰]|个百分点|[万亿]?元|[万亿]|[项个件次人家名篇种台套起户天年分])"
)
_SHOWN = {">": "≥", "<": "≤"}
_DATUM = re.compile(
    r"(?P<letter>[A-Z])\s*[：:.．、]\s*(?P<name>.+?)\s*(?:[（(](?P<unit>[^（）()]{1,10})[）)])?[；;。]?"
)
