"""The front matter as YAML nodes, each with its place, before any value is believed.

YAML's shared and typed values are refused: what a person reads must be all there is.
"""

from typing import Protocol

import yaml
from yaml.nodes import MappingNode, Node

from builder.load.problems import Problems
from builder.model.scheme import Position


class _Mark(Protocol):
    """A place in YAML as both of its parsers give it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def compose_head(text: str, problems: Problems) -> MappingNode | None:
    """The mapping the front matter holds, or ``None`` with everything that is wrong reported.

    ``text`` begins on the second line of the file; the lines of the nodes count from 0 in the file.
    """
    return compose_mapping(f"\n{text}", problems, first_line=2)


def compose_mapping(text: str, problems: Problems, *, first_line: int = 1) -> MappingNode | None:
    """The mapping that a whole text holds, or ``None`` with everything that is wrong reported.

    ``first_line`` is where to look for what has no place of its own.
    """
    try:
        if not _is_simple(text, problems):
            return None
        node: Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        problems.add("QA111", _place_of(error, problems))
        return None
    except yaml.YAMLError:
        problems.add("QA111", problems.position(first_line))
        return None
    if isinstance(node, MappingNode):
        return node
    problems.add("QA111", problems.position(first_line))
    return None


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


def _place_of(error: yaml.MarkedYAMLError, problems: Problems) -> Position:
    """Where to look: at the problem, or for a quotation that never ends, at its beginning."""
    if error.context_mark is not None and "quoted" in (error.context or ""):
        return _position(error.context_mark, problems)
    return _position(error.problem_mark or error.context_mark, problems)


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
