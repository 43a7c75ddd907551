"""The fields of one mapping in the front matter, and the values they hold, each read strictly.

A value is taken from the characters the person wrote, never from what YAML would make of them:
``1.10`` is not 1.1, ``no`` is not false.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from builder.load.attributes import is_code, read_variant
from builder.load.problems import Problems
from builder.load.source import FORBIDDEN
from builder.model.nearest import did_you_mean, nearest
from builder.model.scheme import Position

Variant = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys a mapping must have and those it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """All of them, required first."""
        return self.required + self.optional


@dataclass(frozen=True, kw_only=True)
class Fields:
    """The values of one mapping by key; every reader reports what is wrong and returns ``None``."""

    nodes: Mapping[str, Node]
    position: Position
    problems: Problems

    def place(self, key: str) -> Position:
        """Where a value stands, or the mapping itself where it has none."""
        node = self.nodes.get(key)
        return self.position if node is None else position_of(node, self.problems)

    def text(self, key: str) -> str | None:
        """A text that is not empty, its white space normalised."""
        node = self.nodes.get(key)
        return None if node is None else text_of(node, key, self.problems)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none where the key is absent."""
        found = (text_of(node, key, self.problems) for node in self.items(key))
        return tuple(text for text in found if text is not None)

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list; none where the key is absent."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self.problems.add("QA126", position_of(node, self.problems), key=key)
            return ()
        return tuple(node.value)

    def check_not_empty(self, key: str) -> None:
        """Report a list that is there and holds nothing."""
        node = self.nodes.get(key)
        if isinstance(node, SequenceNode) and not node.value:
            self.problems.add("QA121", position_of(node, self.problems), key=key)

    def number(self, key: str, *, zero: bool = False) -> Decimal | None:
        """A number above zero, or zero too where that makes sense, exact."""
        word = self._word(key)
        if word is None:
            return None
        if _NUMBER.fullmatch(word) and (zero or Decimal(word)):
            return Decimal(word)
        self.problems.add("QA118", self.place(key), key=key, actual=word)
        return None

    def percent(self, key: str) -> Decimal | None:
        """A percent from 0 to 100 as a decimal fraction, exact."""
        word = self._word(key)
        if word is None:
            return None
        number = word.removesuffix("%").strip()
        if word.endswith("%") and _NUMBER.fullmatch(number) and Decimal(number) <= _WHOLE:
            return Decimal(number) / _WHOLE
        self.problems.add("QA125", self.place(key), key=key, actual=word)
        return None

    def date(self, key: str) -> str | None:
        """A day as ``yyyy-mm-dd``; YAML's own reading of dates is not asked."""
        word = self._word(key)
        if word is None:
            return None
        if _is_day(word):
            return word
        self.problems.add("QA122", self.place(key), actual=word)
        return None

    def code(self, key: str) -> str | None:
        """A code of the scheme's grammar."""
        code = self.text(key)
        if code is None or is_code(code):
            return code
        self.problems.add("QA135", self.place(key), actual=code)
        return None

    def codes(self, key: str) -> tuple[str, ...]:
        """A list of codes of the scheme's grammar, not empty; none where the key is absent."""
        found = self.texts(key)
        self.check_not_empty(key)
        for code in found:
            if not is_code(code):
                self.problems.add("QA135", self.place(key), actual=code)
        return tuple(code for code in found if is_code(code))

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """One of a few words."""
        word = self.text(key)
        if word is None or word in allowed:
            return word
        self.problems.add(
            "QA120",
            self.place(key),
            key=key,
            actual=word,
            expected="、".join(allowed),
            hint=did_you_mean(word, allowed),
        )
        return None

    def flag(self, key: str) -> bool:
        """``true`` or ``false``, the latter where the key is absent."""
        word = self._word(key)
        if word is None or word in _FLAGS:
            return word == _FLAGS[0]
        self.problems.add(
            "QA120",
            self.place(key),
            key=key,
            actual=word,
            expected="、".join(_FLAGS),
            hint=did_you_mean(word, _FLAGS),
        )
        return False

    def variant(self, key: str) -> Variant:
        """One ``选择=选项`` or a list of them."""
        node = self.nodes.get(key)
        nodes = self.items(key) if isinstance(node, SequenceNode) else (node,)
        pairs = []
        for one in nodes:
            text = None if one is None else text_of(one, key, self.problems)
            if one is None or text is None:
                continue
            pair = read_variant(text)
            if pair is None:
                where = position_of(one, self.problems)
                self.problems.add("QA128", where, key=key, actual=text)
            else:
                pairs.append(pair)
        return tuple(pairs)

    def _word(self, key: str) -> str | None:
        """The characters of a number or date, which may stand with or without quotes."""
        node = self.nodes.get(key)
        if node is None:
            return None
        return _scalar(node, key, self.problems)


def open_fields(node: Node, key: str, keys: Keys, problems: Problems) -> Fields | None:
    """The fields of a mapping; unknown, repeated and missing keys are reported."""
    where = position_of(node, problems)
    if not isinstance(node, MappingNode):
        problems.add("QA127", where, key=key)
        return None
    nodes: dict[str, Node] = {}
    misspelt: set[str] = set()
    for key_node, value in node.value:
        place = position_of(key_node, problems)
        name = key_node.value if isinstance(key_node, ScalarNode) else "?"
        if name not in keys.known:
            expected = "、".join(keys.known)
            hint = did_you_mean(name, keys.known)
            problems.add("QA113", place, actual=name, expected=expected, hint=hint)
            misspelt.add(nearest(name, keys.known))
        elif name in nodes:
            problems.add("QA114", place, actual=name)
        else:
            nodes[name] = value
    for name in keys.required:
        if name not in nodes and name not in misspelt:
            problems.add("QA115", where, expected=name)
    return Fields(nodes=nodes, position=where, problems=problems)


def position_of(node: Node, problems: Problems) -> Position:
    """Where a node begins, counted from 1."""
    return problems.position(node.start_mark.line + 1, node.start_mark.column + 1)


def text_of(node: Node, key: str, problems: Problems) -> str | None:
    """The text of a scalar; one that YAML would take for something else must be quoted."""
    word = _scalar(node, key, problems)
    if word is None:
        return None
    where = position_of(node, problems)
    if isinstance(node, ScalarNode) and not node.style and node.tag != _TEXT_TAG:
        problems.add("QA117", where, key=key, actual=word)
        return None
    for match in FORBIDDEN.finditer(word):
        problems.add("QA107", where, actual=f"U+{ord(match[0]):04X}")
    return word


def _scalar(node: Node, key: str, problems: Problems) -> str | None:
    where = position_of(node, problems)
    if not isinstance(node, ScalarNode):
        problems.add("QA116", where, key=key)
        return None
    word = " ".join(node.value.split())
    if not word or (not node.style and node.tag == _EMPTY_TAG):
        problems.add("QA121", where, key=key)
        return None
    return word


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return _DATE.fullmatch(word) is not None


_TEXT_TAG = "tag:yaml.org,2002:str"
_EMPTY_TAG = "tag:yaml.org,2002:null"
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,4})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = Decimal(100)
_FLAGS = ("true", "false")
