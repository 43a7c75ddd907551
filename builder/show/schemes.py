"""A scheme as JSON and as a tree on the terminal."""

from collections.abc import Iterator

from builder.formula.render import plain_number
from builder.kit.option_lists import NO_OPTIONS
from builder.kit.reminders import Reminder, all_reminders, points_line, warnings
from builder.kit.ways.table import asking_of, explained
from builder.model.official import Indicator
from builder.model.points import effective_points, is_leaf, maximum
from builder.model.scheme import Scheme
from builder.show.plain import Json, decimal_text, picked


def listing_json(scheme: Scheme, *, example: bool) -> dict[str, Json]:
    """A scheme as one entry of the list; an ``example`` is an invented notice and no award."""
    return {
        **picked(scheme, "id", "title", "award", "edition", "total"),
        "maximum": decimal_text(maximum(scheme)),
        "example": example,
    }


def listing_lines(schemes: tuple[Scheme, ...]) -> Iterator[str]:
    """One line a scheme: its id, its total, its title."""
    width = max((len(scheme.id) for scheme in schemes), default=0)
    for scheme in schemes:
        yield f"{scheme.id:<{width}}  {plain_number(scheme.total):>5} 分  {scheme.title}"


def scheme_json(scheme: Scheme) -> dict[str, Json]:
    """Identity, totals and every indicator in official order, decimals as texts."""
    nodes: list[Json] = []
    for root in scheme.indicators:
        nodes.extend(_nodes(scheme, root, None))
    return {
        **picked(scheme, "id", "title", "award", "edition", "source", "scale", "step", "total"),
        "maximum": decimal_text(maximum(scheme)),
        "warnings": [reminder.line for reminder in warnings(scheme)],
        "remarks": [reminder.line for reminder in _other_reminders(scheme)],
        "nodes": nodes,
    }


def _nodes(scheme: Scheme, node: Indicator, parent: str | None) -> Iterator[Json]:
    yield {
        **picked(node, "code", "name"),
        "parent": parent,
        "points": decimal_text(effective_points(scheme, node)),
        "scored": is_leaf(scheme, node),
        "dimension": node.dimension,
        "criteria": [picked(item, "label", "text", "points") for item in node.criteria],
        "notes": [note.text for note in node.notes],
    }
    for child in node.children:
        yield from _nodes(scheme, child, node.code)


def scheme_lines(scheme: Scheme) -> Iterator[str]:
    """The scheme as a person reads it on the terminal."""
    yield f"{scheme.title}（{scheme.id}）"
    yield f"{points_line(scheme)}；依据：{scheme.source}；版次：{scheme.edition}"
    for reminder in warnings(scheme):
        yield f"！{reminder.line}"
    for root in scheme.indicators:
        yield from _tree(scheme, root, 0)
    remarks = _other_reminders(scheme)
    if remarks:
        yield "原文的说明和主办单位的设定"
        yield from (f"  {place}. {reminder.line}" for place, reminder in enumerate(remarks, 1))


def _other_reminders(scheme: Scheme) -> tuple[Reminder, ...]:
    """What a reader must know besides the warnings that stand at the head."""
    told = warnings(scheme)
    return tuple(reminder for reminder in all_reminders(scheme) if reminder not in told)


def _tree(scheme: Scheme, node: Indicator, depth: int) -> Iterator[str]:
    points = effective_points(scheme, node)
    worth = "" if points is None else f"（{plain_number(points)}分）"
    counts = f"　要点 {len(node.criteria)} 条" if node.criteria else ""
    notes = f"，注 {len(node.notes)} 条" if node.notes else ""
    yield f"{'  ' * depth}{node.label}{worth}{counts}{notes}"
    if is_leaf(scheme, node):
        for words in explained(asking_of(scheme, node, NO_OPTIONS)):
            yield f"{'  ' * depth}  · {words}"
    for child in node.children:
        yield from _tree(scheme, child, depth + 1)
