"""What lies over the cells of a sheet: drawings, and the older shapes of comments and controls."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from builder.model.returned_looks import Drawn, ReturnedChart
from builder.ooxml.container import Container
from builder.ooxml.limits import DRAWING_BYTES, DRAWN, Budget, refuse_over
from builder.ooxml.namespaces import (
    CHART,
    DRAWING,
    OFFICE_RELATIONSHIPS,
    SHEET_DRAWING,
    attribute,
    is_true,
    local_name,
    names,
)
from builder.ooxml.package import Relationship, read_relationships
from builder.ooxml.whole_tree import whole_tree
from builder.read.charts import read_chart

Face = tuple[tuple[Drawn, ...], tuple[ReturnedChart, ...]]
_NOTHING: Face = ((), ())
# English Metric Units in a point (20.1.2.1); old shapes count pixels.
_POINT = 12_700
_PIXEL = 0.75
_ANCHORS = frozenset(
    tag
    for name in ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
    for tag in names(SHEET_DRAWING, name)
)
_CONNECTOR = "cxnSp"
_KINDS = {
    "pic": "picture",
    "contentPart": "ink",
    "graphicFrame": "chart",
    **dict.fromkeys(("sp", "grpSp", _CONNECTOR), "shape"),
}
# A line as thick as letters are high covers them.
_THICK = 8 * _POINT
_TEXTS = names(DRAWING, "t")
_CHART_TAG = names(CHART, "chart")
# The older shapes are often no sound XML; where each stands is written in so many words.
_OLD_SHAPE = re.compile(rb"<(?:\w+:)?ClientData\b([^>]*)>(.*?)</(?:\w+:)?ClientData>", re.DOTALL)
_OLD_KIND = re.compile(rb"ObjectType\s*=\s*[\"'](\w+)")
# A note is laid over the sheet as long as it is always shown.
_OLD_SHOWN = re.compile(rb"<(?:\w+:)?Visible\b(?![^<]*False)", re.IGNORECASE)
_OLD_KINDS = {b"Pict": "picture", b"Note": "note"}
_OLD_ANCHOR = re.compile(rb"<(?:\w+:)?Anchor>([\s\d,.-]*)<")
_ENDS = 8
_LONGEST_TEXT = 200
_FEW_DIGITS = 9


class Drawings:
    """The drawings of a file, each part read once however many sheets lead to it."""

    def __init__(self, container: Container, budget: Budget) -> None:
        """Nothing is read yet."""
        self._container = container
        self._budget = budget
        self._faces: dict[str, Face] = {}
        self._charts: dict[str, ReturnedChart] = {}

    def of(self, sheet: str, identifiers: tuple[str, ...]) -> Face:
        """What the relationships of these identifiers lay over the sheet in a part."""
        if not identifiers:
            return _NOTHING
        relationships = read_relationships(self._container, sheet, self._budget)
        faces = [self._face(relationships.get(each)) for each in identifiers]
        return (
            tuple(one for drawn, _ in faces for one in drawn),
            tuple(one for _, charts in faces for one in charts),
        )

    def _face(self, relationship: Relationship | None) -> Face:
        part = self._inside(relationship)
        if relationship is None or not part:
            return _NOTHING
        if part not in self._faces:
            refuse_over(DRAWING_BYTES, self._container.size_of(part))
            if relationship.kind == "vmlDrawing":
                old = tuple(_old_shapes(self._container.part(part)))
                self._faces[part] = (old, ())
            else:
                self._faces[part] = self._drawing(part)
            self._budget.spend(DRAWN, len(self._faces[part][0]))
        return self._faces[part]

    def _inside(self, relationship: Relationship | None) -> str:
        """The part that a relationship leads to; empty where there is none in the file."""
        if relationship is None or relationship.external:
            return ""
        return relationship.inside if relationship.inside in self._container else ""

    def _drawing(self, part: str) -> Face:
        root = whole_tree(self._container, part, self._budget)
        relationships: Mapping[str, Relationship] | None = None
        charts: list[ReturnedChart] = []
        drawn: list[Drawn] = []
        for anchor in root.iter():
            if anchor.tag in _ANCHORS:
                drawn += _anchored(anchor)
            elif anchor.tag in _CHART_TAG:
                if relationships is None:
                    relationships = read_relationships(self._container, part, self._budget)
                found = relationships.get(attribute(anchor, OFFICE_RELATIONSHIPS, "id"))
                charts += self._chart(self._inside(found))
        return tuple(drawn), tuple(charts)

    def _chart(self, part: str) -> tuple[ReturnedChart, ...]:
        if not part:
            return ()
        if part not in self._charts:
            refuse_over(DRAWING_BYTES, self._container.size_of(part))
            self._charts[part] = read_chart(self._container, part, self._budget)
        return (self._charts[part],)


def _anchored(anchor: Element) -> Iterator[Drawn]:
    """The one thing of an anchor, unless it cannot be seen or can be seen through."""
    ends = {local_name(part): part for part in anchor}
    start, stop, size = (ends.get(name) for name in ("from", "to", "ext"))
    place = ends.get("pos")
    part = next((one for one in anchor.iter() if local_name(one) in _KINDS), None)
    if part is None or _is_hidden(part):
        return
    kind = _KINDS[local_name(part)]
    text = "".join(each.text or "" for tag in _TEXTS for each in part.iter(tag)).strip()
    if kind == "shape" and not text and _is_hollow(part):
        return
    first, into = ((1, 1), _pair(place, "y", "x")) if start is None else _corner(start)
    last, end = (None, _pair(size, "cy", "cx")) if stop is None else _corner(stop)
    yield Drawn(
        kind="text" if kind == "shape" and text else kind,
        text=text[:_LONGEST_TEXT],
        first=first,
        into=into,
        last=last,
        end=end,
        free=start is None,
    )


def _is_hidden(part: Element) -> bool:
    return any(local_name(one) == "cNvPr" and is_true(one.get("hidden")) for one in part.iter())


def _is_hollow(part: Element) -> bool:
    """Whether a shape says that nothing fills it; a group is as full as the fullest in it.

    A thick line covers what lies under it, whatever it goes around.
    """
    lines = (one for one in part.iter() if local_name(one) == "ln" and not _is_unfilled(one))
    if any(_number(line.get("w", "")) >= _THICK for line in lines):
        return False
    fills = [_is_unfilled(one) for one in part.iter() if local_name(one) == "spPr"]
    return local_name(part) == _CONNECTOR or (bool(fills) and all(fills))


def _is_unfilled(properties: Element) -> bool:
    return any(local_name(kind) == "noFill" for kind in properties)


def _corner(corner: Element) -> tuple[tuple[int, int], tuple[float, float]]:
    stated = {local_name(part): (part.text or "").strip() for part in corner}
    row, column, down, right = (
        _number(stated.get(name, "")) for name in ("row", "col", "rowOff", "colOff")
    )
    return (row + 1, column + 1), (down / _POINT, right / _POINT)


def _pair(element: Element | None, one: str, other: str) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    return _number(element.get(one, "")) / _POINT, _number(element.get(other, "")) / _POINT


def _number(text: str) -> int:
    digits = text.isascii() and text.isdecimal() and len(text) <= _FEW_DIGITS
    return int(text) if digits else 0


def _old_shapes(markup: bytes) -> Iterator[Drawn]:
    """The shapes of an old drawing; notes only where they are always shown."""
    for shape in _OLD_SHAPE.finditer(markup):
        kind, anchor = _OLD_KIND.search(shape[1]), _OLD_ANCHOR.search(shape[2])
        if kind is None or anchor is None:
            continue
        if kind[1] == b"Note" and not _OLD_SHOWN.search(shape[2]):
            continue
        ends = [_number(part.strip().decode()) for part in anchor[1].split(b",")]
        if len(ends) == _ENDS:
            left, right_in, top, down_in, right, right_end, bottom, down_end = ends
            yield Drawn(
                kind=_OLD_KINDS.get(kind[1], "control"),
                text="",
                first=(top + 1, left + 1),
                into=(down_in * _PIXEL, right_in * _PIXEL),
                last=(bottom + 1, right + 1),
                end=(down_end * _PIXEL, right_end * _PIXEL),
            )
