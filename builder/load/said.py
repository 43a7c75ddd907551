"""A front matter, or a whole file of keys, as it is written: every value with its place.

Nothing in it is believed.

Where a value stands is told in characters of the whole file, so that it can be changed there and
nothing else with it.
"""

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from builder.frozen import frozen
from builder.load.front_matter import HEAD
from builder.load.head_lines import mended
from builder.load.key_names import KEYS, english
from builder.load.markdown import HeadBlock, parse_blocks
from builder.load.problems import Problems
from builder.load.shapes import UNKNOWN, Shape, Sort, recorded
from builder.load.source import Source
from builder.load.yaml_nodes import compose_mapping

HEAD_SHAPE = recorded(HEAD)


@frozen
class Said:
    """One value from ``start`` to before ``end``; ``flow`` is whether it stands in brackets.

    A single value has only ``text``, a list its ``items``, a record its ``keys``.
    """

    sort: Sort
    start: int
    end: int
    flow: bool = False
    text: str = ""
    items: tuple["Said", ...] = ()
    keys: tuple["SaidKey", ...] = ()

    def key(self, name: str) -> "SaidKey | None":
        """What is said under a key, ``None`` where nothing is."""
        return next((one for one in self.keys if one.name == name), None)


@frozen
class SaidKey:
    """A key of a record as it is known and as it is written, where it begins, and its value."""

    name: str
    written: str
    start: int
    value: Said


@frozen
class SaidHead:
    """Keys with their values: where their text begins and ends, and whether it is in Chinese.

    ``shape`` is what its grammar makes of it.
    """

    whole: Said
    start: int
    end: int
    shape: Shape = HEAD_SHAPE

    @property
    def chinese(self) -> bool:
        """Whether it calls one of its keys in Chinese, as whoever has none yet would."""
        keys = self.whole.keys
        return not keys or any(one.written != one.name for one in keys)


def said_head(source: Source) -> SaidHead | None:
    """The front matter of a file, ``None`` where it cannot be taken apart place by place."""
    blocks = parse_blocks(source)
    head = blocks[0] if blocks else None
    if not isinstance(head, HeadBlock):
        return None
    # The front matter begins on the second line of the file.
    text = f"\n{head.text}"
    problems = Problems(path=source.path)
    node = None if mended(text, problems) != text else compose_mapping(text, source, problems)
    if node is None or problems.found:
        return None
    starts = tuple(_line_starts(source.text))
    whole = _said(node, HEAD_SHAPE, starts)
    end = starts[1 + head.text.count("\n") + 1] if head.text else starts[1]
    return SaidHead(whole=whole, start=starts[1], end=end)


def blank_head(shape: Shape) -> SaidHead:
    """The keys of a file that says nothing."""
    return SaidHead(whole=Said(sort=Sort.RECORD, start=0, end=0), start=0, end=0, shape=shape)


def said_file(source: Source, shape: Shape) -> SaidHead | None:
    """The keys of a file that has nothing else, ``None`` where it cannot be taken apart."""
    if not source.text.strip():
        return blank_head(shape)
    problems = Problems(path=source.path)
    node = compose_mapping(source.text, source, problems)
    if node is None or problems.found:
        return None
    starts = tuple(_line_starts(source.text))
    whole = _said(node, shape, starts)
    start = starts[node.start_mark.line]
    return SaidHead(whole=whole, start=start, end=len(source.text), shape=shape)


def _line_starts(text: str) -> Iterator[int]:
    """Where each line of a text begins."""
    start = 0
    yield start
    while (start := text.find("\n", start) + 1) > 0:
        yield start


def _said(node: Node, shape: Shape, starts: tuple[int, ...]) -> Said:
    start = starts[node.start_mark.line] + node.start_mark.column
    end = _offset(node.end_mark.line, node.end_mark.column, starts)
    flow = bool(getattr(node, "flow_style", False))
    if isinstance(node, SequenceNode):
        item = shape.item or UNKNOWN
        items = tuple(_said(one, item, starts) for one in node.value)
        return Said(sort=Sort.LIST, start=start, end=end, flow=flow, items=items)
    if isinstance(node, MappingNode):
        keys = tuple(_key(one, value, shape, starts) for one, value in node.value)
        return Said(sort=Sort.RECORD, start=start, end=end, flow=flow, keys=keys)
    text = " ".join(str(node.value).split())
    return Said(sort=Sort.TEXT, start=start, end=end, text=text)


def _offset(line: int, column: int, starts: tuple[int, ...]) -> int:
    return starts[min(line, len(starts) - 1)] + column


def _key(key: Node, value: Node, shape: Shape, starts: tuple[int, ...]) -> SaidKey:
    written = str(key.value) if isinstance(key, ScalarNode) else "?"
    name = english(written, shape.keys, KEYS)
    inner = shape.keys.get(name, UNKNOWN)
    start = starts[key.start_mark.line] + key.start_mark.column
    return SaidKey(name=name, written=written, start=start, value=_said(value, inner, starts))
