"""XML parts fed to expat within bounds: no document type, no deep nesting, no endless tag.

Elements are matched by namespace and local name, whatever the prefix.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar
from xml.parsers import expat

from builder.read.container import Container
from builder.read.limits import CHUNK_BYTES, DEPTH, ELEMENTS, TAG_BYTES, Budget, refuse_over
from builder.read.refusal import RefusedError

Attributes = Mapping[str, str]
StartAction = Callable[[Attributes], None]
EndAction = Callable[[str], None]
Action = TypeVar("Action")

SEPARATOR = " "
# An empty last piece and the mark that it is the last.
_END = (b"", True)
# No element is shorter than ``<a/>``; a file of fewer bytes needs no counting, even read twice.
_ELEMENT_BYTES = 2
UTF_8, UTF_16 = "utf-8", "utf-16"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, kw_only=True)
class Actions:
    """What to do at which element of a part, by ``namespace name``.

    Where an element ends, its action is given the text since the last element began.
    ``roots`` are the elements the part may begin with. An element whose namespace is not in
    ``namespaces`` is skipped with all it contains, as Office skips markup it may ignore
    (ECMA-376 Part 3).
    """

    roots: frozenset[str]
    namespaces: frozenset[str]
    starts: Mapping[str, StartAction]
    ends: Mapping[str, EndAction]


def elements(namespaces: Iterable[str], actions: Mapping[str, Action]) -> dict[str, Action]:
    """The actions for local names, spelled out for each namespace."""
    return {
        f"{namespace}{SEPARATOR}{name}": action
        for namespace in namespaces
        for name, action in actions.items()
    }


def attribute(attributes: Attributes, namespaces: Iterable[str], name: str) -> str:
    """The attribute of that name in the first of the namespaces that has it, or empty text."""
    for namespace in namespaces:
        value = attributes.get(f"{namespace}{SEPARATOR}{name}")
        if value is not None:
            return value
    return ""


def is_true(text: str | None) -> bool:
    """The meaning of an XML boolean; a missing attribute is false."""
    return text in {"1", "true", "on"}


def feed(container: Container, part: str, actions: Actions, budget: Budget) -> None:
    """Run the actions over a part of the container, once, in document order.

    Raises ``RefusedError`` as ``opened`` does, and for another root (QA234) or markup nested too
    deep (QA222).
    """
    parser, progress = opened(container, part, budget)
    watch = _Watch(part, actions)
    parser.StartElementHandler = watch.start_handler()
    parser.EndElementHandler = watch.end_handler()
    parser.CharacterDataHandler = watch.pieces.append
    for _ in progress:
        pass


def opened(
    container: Container, part: str, budget: Budget
) -> tuple[expat.XMLParserType, Iterator[bytes]]:
    """A parser of the part that waits for its handlers, and what drives it chunk by chunk.

    Driving it raises ``RefusedError`` as ``judged`` does, opening it for a part that is missing
    (QA232).
    """
    encoding, first, rest = begun(container, part)
    return judged(part, encoding, counted(container, chain((first,), rest), budget))


def begun(container: Container, part: str) -> tuple[str, bytes, Iterator[bytes]]:
    """The encoding of a part, its first chunk and those to come.

    Raises ``RefusedError`` (QA232) for a part that is missing.
    """
    chunks = container.chunks(part)
    first = next(chunks, b"")
    # The encoding is fixed from outside: a declared one could call any Python codec.
    encoding = UTF_16 if first.startswith(_UTF16_MARKS) else UTF_8
    return encoding, first, chunks


def counted(container: Container, chunks: Iterator[bytes], budget: Budget) -> Iterator[bytes]:
    """The same chunks, their elements paid for in a file that could have too many (QA222)."""
    many = container.size > ELEMENTS.most * _ELEMENT_BYTES
    for chunk in chunks:
        if many:
            # Never fewer than there are: comments and texts may hold the mark of a tag, too.
            budget.spend(ELEMENTS, chunk.count(b"<") - chunk.count(b"</"))
        yield chunk


def judged(
    part: str, encoding: str, chunks: Iterator[bytes]
) -> tuple[expat.XMLParserType, Iterator[bytes]]:
    """A parser and the same chunks, each handed on once the parser has found it good.

    The chunks raise ``RefusedError`` where they are not well formed (QA230), have a document type
    (QA231) or an endless tag (QA222).
    """
    parser = expat.ParserCreate(encoding, SEPARATOR)
    parser.buffer_text = True
    parser.buffer_size = CHUNK_BYTES
    parser.StartDoctypeDeclHandler = _refuse_document_type(part)
    return parser, _progress(parser, part, chunks)


def malformed(part: str, line: int) -> RefusedError:
    """The refusal of a part that is not well formed."""
    return RefusedError("QA230", actual=part, details={"line": str(line)})


def _progress(parser: expat.XMLParserType, part: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk)
            fed += len(chunk)
            refuse_over(TAG_BYTES, fed - parser.CurrentByteIndex)
            yield chunk
        parser.Parse(*_END)
    except expat.ExpatError as error:
        raise malformed(part, error.lineno) from None


def _refuse_document_type(part: str) -> Callable[..., None]:
    """A handler that stops at a document type, before any entity is declared."""

    def handler(*_declaration: object) -> None:
        raise RefusedError("QA231", actual=part)

    return handler


class _Watch:
    """The depth of the markup of one part, and the dispatch to its actions."""

    def __init__(self, part: str, actions: Actions) -> None:
        self.part = part
        self.actions = actions
        self.pieces: list[str] = []
        self.depth = 0
        self.skipped_from = 0

    def start_handler(self) -> Callable[[str, dict[str, str]], None]:
        """What expat calls where an element begins; a closure, for it runs for every one."""
        act, clear = self.actions.starts.get, self.pieces.clear
        deepest = DEPTH.most
        known: set[str] = set()

        def start(name: str, attributes: dict[str, str]) -> None:
            self.depth += 1
            if self.depth > deepest or self.depth == 1:
                self._check(name)
            clear()
            if self.skipped_from:
                return
            action = act(name)
            if action is not None:
                action(attributes)
            elif name not in known:
                if name.partition(SEPARATOR)[0] in self.actions.namespaces:
                    known.add(name)
                else:
                    self.skipped_from = self.depth

        return start

    def end_handler(self) -> Callable[[str], None]:
        """What expat calls where an element ends."""
        react, pieces, join = self.actions.ends.get, self.pieces, "".join

        def end(name: str) -> None:
            if not self.skipped_from:
                action = react(name)
                if action is not None:
                    action(pieces[0] if len(pieces) == 1 else join(pieces))
            elif self.depth == self.skipped_from:
                self.skipped_from = 0
            self.depth -= 1

        return end

    def _check(self, name: str) -> None:
        """Look closer at an element that is the root or too deep."""
        refuse_over(DEPTH, self.depth)
        if name not in self.actions.roots:
            raise RefusedError("QA234", actual=self.part)
