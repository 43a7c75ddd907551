"""The front matter as YAML nodes, each with its place, before any value is believed.

YAML's shared and typed values are refused: what a person reads must be all there is.
"""

import re
from typing import Protocol

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from builder.load.problems import Problems
from builder.load.source import Source
from builder.model.official import Position


class _Mark(Protocol):
    """A place in YAML as both of its parsers give it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def compose_mapping(
    text: str, source: Source, problems: Problems, *, first_line: int = 1
) -> MappingNode | None:
    """The mapping that a text holds, or ``None`` with everything that is wrong reported.

    The text has the lines of ``source``; ``first_line`` is where to look for what has no place.
    """
    try:
        if not _is_simple(text, problems):
            return None
        node: Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        where, cause = _cause_of(error, text.split("\n"), problems)
        problems.add("QA111", where, actual=cause)
        return None
    except yaml.YAMLError:
        problems.add("QA111", problems.position(first_line))
        return None
    if not isinstance(node, MappingNode):
        cause = "：这里什么也没有写" if node is None else "：这里不是“名称: 值”"
        problems.add("QA111", problems.position(first_line), actual=cause)
        return None
    _check_cut_off(node, source, problems)
    return node


def _check_cut_off(node: MappingNode, source: Source, problems: Problems) -> None:
    """Report values that YAML ends at a `` #``, because what follows would be lost in silence."""
    waiting: list[tuple[str, object]] = [("---", node)]
    while waiting:
        key, one = waiting.pop()
        if isinstance(one, MappingNode):
            waiting += [(str(name.value), value) for name, value in one.value]
        elif isinstance(one, ScalarNode):
            if not one.style and one.value and _is_cut_off(one, source):
                mark = one.end_mark
                where = problems.position(mark.line + 1, mark.column + 1)
                problems.add("QA123", where, key=key)
        else:
            waiting += [(key, value) for value in getattr(one, "value", ())]


def _is_cut_off(node: ScalarNode, source: Source) -> bool:
    line = source.lines[node.end_mark.line] if node.end_mark.line < len(source.lines) else ""
    return line[node.end_mark.column :].lstrip().startswith("#")


def _is_simple(text: str, problems: Problems) -> bool:
    """Whether there are no anchors, aliases, tags and deep nests; those found are reported."""
    before = len(problems.found)
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        where = _position(event.start_mark, problems)
        actual = _special(event)
        if actual:
            problems.add("QA112", where, actual=actual)
        depth += _STEPS.get(type(event), 0)
        if depth > _DEEPEST:
            problems.add("QA124", where, expected=str(_DEEPEST))
            return False
    return len(problems.found) == before


def _cause_of(
    error: yaml.MarkedYAMLError, lines: list[str], problems: Problems
) -> tuple[Position, str]:
    """Where to look and what is wrong there, as far as that can be seen.

    A quotation that never ends is told at its beginning, a line without a colon where it stands:
    the parser stumbles only over what follows.
    """
    mark = error.problem_mark or error.context_mark
    at = 0 if mark is None else mark.line
    for place, line in enumerate(lines[: at + 1]):
        if line.count('"') % 2:
            where = problems.position(place + 1, line.index('"') + 1)
            return where, "：这里的引号没有配对"
    for place in (at - 1, at, at - 2):
        if 0 < place < len(lines) and _NO_COLON.match(lines[place]):
            return problems.position(place + 1), "：这一行没有冒号"
    line = _QUOTATION.sub("", lines[at]) if at < len(lines) else ""
    return _position(mark, problems), next((said for sign, said in _SEEN if sign(line)), "")


def _is_uneven(line: str) -> bool:
    return any(line.count(opens) != line.count(closes) for opens, closes in ("[]", "{}"))


def _position(mark: _Mark | None, problems: Problems) -> Position:
    return (
        problems.position(2) if mark is None else problems.position(mark.line + 1, mark.column + 1)
    )


def _special(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"*{event.anchor}"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        if event.anchor:
            return f"&{event.anchor}"
        if event.tag:
            return str(event.tag)
    return ""


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEPS: dict[type[yaml.Event], int] = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}
_DEEPEST = 8
# A line that begins at the margin is an entry, or belongs to a list.
_NO_COLON = re.compile(r"[^\s#\-\]}:：]++[^:：]*+$")
_QUOTATION = re.compile(r"\"[^\"]*\"")
_SEEN = (
    (re.compile("[｛｝［］，“”]").search, "：括号、逗号和引号要用半角的"),
    (_is_uneven, "：括号没有配对"),
    (
        re.compile(r"^[^{\[]*?:\s[^{\[]*?:\s").search,
        "：文字里有半角冒号",
    ),
    (re.compile(r":\s+[%@`]").search, "：文字以 %、@ 或 ` 开头"),
    (re.compile(r"^\s").search, "：缩进和上下各行对不齐"),
)
