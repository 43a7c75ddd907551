"""One mapping of a file read as a record: a table of keys says what it may hold, strictly.

A key stands in two places: as a field of the record, which says whether it may be left out, and
in a ``Grammar``, which says how its value is read. Everything wrong is told at once, each at its
own place.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.head_lines import mended
from builder.load.key_names import KEYS, english, in_chinese
from builder.load.problems import Problems
from builder.load.source import Source, read_source, without_forbidden
from builder.load.yaml_nodes import compose_mapping
from builder.model.nearest import did_you_mean, nearest
from builder.model.official import Position

Data = TypeVar("Data")
Made_co = TypeVar("Made_co", covariant=True)


@frozen
class Spot:
    """A value where it stands in a file: its key, and what the keys before it in the table said."""

    key: str
    node: Node
    problems: Problems
    above: Mapping[str, Any] = field(default_factory=dict)

    @property
    def position(self) -> Position:
        """Where the value begins."""
        return position_of(self.node, self.problems)

    def refuse(self, code: str, **details: str) -> None:
        """Report what is wrong with the value."""
        self.problems.add(code, self.position, key=self.key, **details)


@frozen
class Fields:
    """The nodes of one mapping by key, and the values that could be read from them.

    ``spelt`` is how the file writes each key, ``meant`` are the keys that it writes wrongly.
    """

    nodes: Mapping[str, Node]
    spelt: Mapping[str, str]
    values: Mapping[str, Any]
    meant: frozenset[str]
    position: Position
    problems: Problems

    def read(self, *keys: str) -> bool:
        """Whether each of those keys could be read, as far as it is written."""
        return all(key in self.values for key in keys if self.has(key))

    def has(self, *keys: str) -> bool:
        """Whether one of those keys is written, be it wrongly."""
        return not {*self.nodes, *self.meant}.isdisjoint(keys)

    def place(self, key: str) -> Position:
        """Where a value stands, or the mapping itself where it has none."""
        node = self.nodes.get(key)
        return self.position if node is None else position_of(node, self.problems)

    def ask_for(self, *keys: str) -> bool:
        """Whether one of these keys is there; told at the first where none was so much as meant."""
        if not self.has(*keys):
            self.problems.add("QA115", self.position, expected=self.problems.called(keys[0]))
        return not self.nodes.keys().isdisjoint(keys)

    def refuse(self, code: str, key: str, **details: str) -> None:
        """Report what is wrong with the value of a key, beside the others."""
        spelt = self.spelt.get(key, self.problems.called(key))
        self.problems.add(code, self.place(key), key=spelt, **details)


@frozen
class Grammar(Generic[Made_co]):
    """What a mapping may say to become a ``kind``, whose fields without default are required.

    ``keys`` are the names of the fields in their order in the file, each of them in English and
    as ``key_names`` says in Chinese, with how the value of each is
    read: the reader gives ``None`` where it reported why there is no value. ``missed`` are those
    whose absence is told although a record can be made without them. ``check`` reports what is
    wrong with values beside each other, and is whether they can be used.
    """

    kind: Callable[..., Made_co]
    keys: Mapping[str, Callable[[Spot], object]]
    missed: tuple[str, ...] = ()
    check: Callable[[Fields], bool] | None = None

    @property
    def required(self) -> tuple[str, ...]:
        """The names of those that cannot be left out."""
        return tuple(name for name in self.keys if _parameters(self.kind).get(name))


@frozen
class LoadedFile(Generic[Made_co]):
    """What a file says, ``None`` where it is not to be used, and all findings, first line first."""

    said: Made_co | None
    findings: tuple[Finding, ...]


def load_file(
    path: Path,
    grammar: Grammar[Data],
    unreached: str = "",
    check: Callable[[Data, Problems], None] | None = None,
) -> LoadedFile[Data]:
    """The record that a file says; any finding means that it is not used.

    ``unreached`` is the code for a file that is not to be had; ``check`` reports what is wrong with
    the record as a whole.
    """
    source = read_source(path, unreached)
    if isinstance(source, Finding):
        return LoadedFile(said=None, findings=(source,))
    problems = Problems(path=source.path)
    said = read_settings(source, grammar, problems)
    if said is not None and check is not None:
        check(said, problems)
    return LoadedFile(said=None if problems.found else said, findings=problems.sorted)


def read_settings(source: Source, grammar: Grammar[Data], problems: Problems) -> Data | None:
    """The record that a whole file says, or ``None`` with the reason reported."""
    clean = without_forbidden(source, problems)
    told = len(problems.found)
    node = compose_mapping(clean.text, clean, problems)
    if node is not None:
        return read_record(node, "---", grammar, problems)
    slips = Problems(path=problems.path)
    if mended(clean.text, slips) != clean.text:
        # What YAML says of a later line comes from them.
        problems.found[told:] = slips.found
    return None


def read_record(node: Node, key: str, grammar: Grammar[Data], problems: Problems) -> Data | None:
    """The record that a mapping says, or ``None`` with the reason reported."""
    fields = open_fields(node, key, grammar, problems)
    if fields is None or not fields.values.keys() >= set(grammar.required):
        return None
    if grammar.check is not None and not grammar.check(fields):
        return None
    where = {"position": fields.position} if "position" in _parameters(grammar.kind) else {}
    return grammar.kind(**fields.values, **where)


def open_fields(node: Node, key: str, grammar: Grammar[Data], problems: Problems) -> Fields | None:
    """The values of a mapping; unknown, repeated and missing keys are reported."""
    where = position_of(node, problems)
    if not isinstance(node, MappingNode):
        problems.add("QA127", where, key=key)
        return None
    nodes, spelt, meant = _by_key(node, grammar, problems)
    values: dict[str, Any] = {}
    for name, read in grammar.keys.items():
        if name in nodes:
            spot = Spot(key=spelt[name], node=nodes[name], problems=problems, above=values)
            value = read(spot)
            if value is not None:
                values[name] = value
    opened = Fields(
        nodes=nodes, spelt=spelt, values=values, meant=meant, position=where, problems=problems
    )
    for name in (*grammar.required, *grammar.missed):
        opened.ask_for(name)
    return opened


def _by_key(
    node: MappingNode, grammar: Grammar[Data], problems: Problems
) -> tuple[dict[str, Node], dict[str, str], frozenset[str]]:
    """The values by key, how each key is written, and the keys that were written wrongly."""
    known = tuple(grammar.keys)
    chinese = in_chinese(known, KEYS)
    nodes: dict[str, Node] = {}
    spelt: dict[str, str] = {}
    unknown: list[tuple[str, Position]] = []
    written = [one.value if isinstance(one, ScalarNode) else "?" for one, _ in node.value]
    problems.chinese = problems.chinese or any(word in chinese for word in written)
    for word, (key_node, value) in zip(written, node.value, strict=True):
        place = position_of(key_node, problems)
        name = english(word, known, KEYS)
        if name not in known:
            unknown.append((word, place))
        elif name in nodes:
            problems.add("QA114", place, actual=word)
        else:
            nodes[name], spelt[name] = value, word
    # What is written already is not meant once more.
    left = tuple(name for name in known if name not in nodes)
    choices = (*left, *in_chinese(left, KEYS))
    for word, place in unknown:
        listed = known if word.isascii() and not problems.chinese else chinese
        hint = did_you_mean(word, choices)
        problems.add("QA113", place, actual=word, expected="、".join(listed), hint=hint)
    meant = (english(nearest(word, choices), known, KEYS) for word, _ in unknown)
    return nodes, spelt, frozenset(meant)


def position_of(node: Node, problems: Problems) -> Position:
    """Where a node begins, counted from 1."""
    return problems.position(node.start_mark.line + 1, node.start_mark.column + 1)


@cache
def _parameters(kind: Any) -> dict[str, bool]:
    """What a record is made of by name, and whether it cannot be made without."""
    return {
        one.name: one.default is MISSING and one.default_factory is MISSING for one in fields(kind)
    }
