"""A matrix of indicators and grades: what a scheme without points means by its list of grades."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from builder.model.gates import Level
from builder.model.joins import Join, JoinKind
from builder.model.leaf_rules import Option, PickOne
from builder.model.official import DescriptorTable, Indicator, Position

UNREACHED = "未达到"
_LOWEST = Join(kind=JoinKind.LOWEST)


def graded(
    said: dict[str, Any], indicators: tuple[Indicator, ...], where: Position
) -> tuple[dict[str, Any], tuple[Indicator, ...]]:
    """What the front matter says and the tree, where every leaf without points takes a grade.

    A grade counts as its place in the list. The grade of the whole is the lowest of all, unless the
    scheme joins them otherwise; its levels are the grades, unless it has others.
    """
    grades: tuple[str, ...] = said.get("grades", ())
    if not grades:
        return said, indicators
    levels = tuple(
        Level(name=name, points=Decimal(place), position=where)
        for place, name in reversed([*enumerate(grades, start=1)])
    )
    whole = {"total_join": _LOWEST, "levels": levels, **said}
    return whole, tuple(_graded(node, grades) for node in indicators)


def _graded(node: Indicator, grades: tuple[str, ...]) -> Indicator:
    if node.unscored or node.points is not None or node.parts is not None:
        return node
    if node.children:
        children = tuple(_graded(child, grades) for child in node.children)
        return replace(node, children=children, join=node.join or _LOWEST)
    options = tuple(
        Option(text=_demanded(node, name, grades), points=Decimal(place))
        for place, name in enumerate((UNREACHED, *grades))
    )
    return replace(node, points=Decimal(len(grades)), rule=PickOne(options=options))


def _demanded(node: Indicator, grade: str, grades: tuple[str, ...]) -> str:
    """A grade with what the tables under the indicator demand of it, by a column or by a row."""
    said = [
        words
        for table in node.tables
        for words in (*_below(table, grade), *_beside(table, grade, grades))
    ]
    return f"{grade}：{'；'.join(said)}" if said else grade


def undemanded(node: Indicator, grades: tuple[str, ...]) -> tuple[str, ...]:
    """The grades of which the tables under an indicator say nothing, where it has any."""
    if not node.tables or not isinstance(node.rule, PickOne):
        return ()
    named = {option.text for option in node.rule.options}
    return tuple(grade for grade in grades if grade in named)


def _is(cell: str, grade: str) -> bool:
    """Whether a cell names a grade, be it ``1A`` or ``1A级``."""
    plain = "".join(unicodedata.normalize("NFKC", cell).split())
    return plain.removesuffix("级") == "".join(grade.split()).removesuffix("级")


def _below(table: DescriptorTable, grade: str) -> Iterator[str]:
    """What stands in the column of a grade, behind what its row is about where there are some."""
    for place, head in enumerate(table.header):
        if not _is(head, grade):
            continue
        for row in table.rows:
            about = row.cells[0] if place and len(table.rows) > 1 else ""
            if row.cells[place]:
                yield " ".join(filter(None, (about, row.cells[place])))


def _beside(table: DescriptorTable, grade: str, grades: tuple[str, ...]) -> Iterator[str]:
    """What stands behind a grade, in a table in which every row begins with one or its number."""
    for place in range(len(table.header)):
        if all(any(_is(row.cells[place], one) for one in grades) for row in table.rows):
            for row in table.rows:
                if _is(row.cells[place], grade):
                    yield from filter(None, row.cells[place + 1 :])
            return
