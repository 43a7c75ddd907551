"""A figure and its points: the table, the formula and the data a heading asks for."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.load.attributes import Attributes
from builder.load.problems import Problems
from builder.load.ratio import read_ratio
from builder.load.rule_tables import amount_of
from builder.load.spans import ReadSpan, joined_spans, read_span
from builder.model.leaf_rules import Datum, Knot, Measure, Ratio, Span, is_counted
from builder.model.official import Criterion, DescriptorTable, Position


def read_measure(
    said: Attributes,
    criteria: Sequence[Criterion],
    table: DescriptorTable,
    where: Position,
    problems: Problems,
    *,
    straight: bool,
) -> Measure | None:
    """The measure; ``straight`` goes its points from one given value to the next."""
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
        if read is None:
            wrong = row.cells[-1] if points is None else row.cells[0]
            problems.add_fatal(
                "QA287", row.position, actual=wrong, expected="≥80%、60%～80%、＜60%"
            )
        else:
            rows.append(read)
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


def _knots(unit: str, table: DescriptorTable, problems: Problems) -> tuple[Knot, ...]:
    knots: list[Knot] = []
    for row in table.rows:
        points, value = amount_of(row.cells[-1]), _VALUE.fullmatch(_bare(row.cells[0], unit))
        if points is None or value is None:
            wrong = row.cells[-1] if points is None else row.cells[0]
            problems.add_fatal("QA287", row.position, actual=wrong, expected="60")
        else:
            knots.append(Knot(value=Decimal(value[0]), points=points))
    values = [knot.value for knot in knots]
    repeated = next((value for value in values if values.count(value) > 1), None)
    if repeated is not None:
        at = f"{repeated:f}{unit}"
        problems.add_fatal("QA289", table.position, actual=at, expected=at, at=at)
        return ()
    return tuple(sorted(knots, key=lambda knot: knot.value)) if len(knots) > 1 else ()


def _bare(cell: str, unit: str) -> str:
    text = "".join(cell.split())
    return text.removesuffix(unit) if unit else text


_PERCENT, _HUNDRED = "%", Decimal(100)
_DATUM = re.compile(
    r"(?P<letter>[A-Z])\s*[：:.．、]\s*(?P<name>.+?)\s*(?:[（(](?P<unit>[^（）()]{1,10})[）)])?[；;。]?"
)
_VALUE = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?")
