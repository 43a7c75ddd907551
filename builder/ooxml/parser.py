"""One part of a package parsed within bounds: no document type, no endless tag, no odd encoding.

The parser that builds trees runs no Python for their elements and cannot be watched. It is trusted
with small parts of plain beginning; in all others every chunk is first judged by a parser that
builds nothing.
"""

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import ParseError, XMLParser
from xml.parsers import expat

from builder.ooxml.container import Container
from builder.ooxml.limits import ELEMENTS, TAG_BYTES, Budget, Limit, refuse_over
from builder.ooxml.refusal import RefusedError
from builder.ooxml.run_formats import without_formats

_UTF_8, _UTF_16 = "utf-8", "utf-16"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Behind the beginning of an element no document type may follow.
_PLAIN_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<[A-Za-z]")
# A tag has no room to be endless in a part that is no larger than the longest one.
TRUSTED_BYTES = TAG_BYTES.most
# No element is shorter than ``<a/>``; a file of fewer bytes needs no counting, even read twice.
_ELEMENT_BYTES = 2
# An empty last piece and the mark that it is the last.
_END = (b"", True)


def parsed(
    container: Container,
    part: str,
    budget: Budget,
    tree: object,
    *,
    texts_only: bool = False,
    elements: Limit | None = None,
) -> Iterator[int]:
    """Parse one chunk into the tree at each step, and tell how many bytes it had.

    With ``texts_only`` what is no text, such as a format, may be missing from the tree. Raises
    ``RefusedError`` for a part that is missing (QA232), damaged, not well formed (QA230), has a
    document type (QA231), an endless tag or too many elements (QA222).
    """
    elements = elements or ELEMENTS
    chunks = container.chunks(part)
    first = next(chunks, b"")
    # The encoding is fixed from outside: a declared one could call any Python codec.
    encoding = _UTF_16 if first.startswith(_UTF16_MARKS) else _UTF_8
    small = container.size_of(part) <= TRUSTED_BYTES
    plain = small and encoding == _UTF_8 and _PLAIN_BEGINNING.match(first) is not None
    chunks = chain((first,), chunks)
    if texts_only and encoding == _UTF_8:
        chunks = without_formats(chunks)
    if container.size > elements.most * _ELEMENT_BYTES:
        chunks = _counted(chunks, budget, elements)
    if not plain:
        chunks = _judged(part, encoding, chunks)
    parser = XMLParser(target=tree, encoding=encoding)  # noqa: S314 - no document type gets here
    try:
        for chunk in chunks:
            parser.feed(chunk)
            yield len(chunk)
        parser.close()
    except ParseError as error:
        raise _malformed(part, error.position[0]) from None


def check_sound(container: Container, part: str) -> None:
    """Read a part through; raises ``RefusedError`` as ``parsed`` does."""
    for _ in parsed(container, part, Budget(), object()):
        pass


def _counted(chunks: Iterator[bytes], budget: Budget, elements: Limit) -> Iterator[bytes]:
    """The same chunks, their elements paid for (QA222)."""
    for chunk in chunks:
        # Never fewer than there are: comments and texts may hold the mark of a tag, too.
        budget.spend(elements, chunk.count(b"<") - chunk.count(b"</"))
        yield chunk


def _judged(part: str, encoding: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same chunks, each handed on once a parser that builds nothing has found it good."""
    parser = expat.ParserCreate(encoding, " ")
    # From expat 2.6 on it would wait for twice the bytes of a tag that is not complete; the bound
    # below keeps that from being needed.
    if hasattr(parser, "SetReparseDeferralEnabled"):
        parser.SetReparseDeferralEnabled(False)  # noqa: FBT003 - takes no keyword

    def refuse(*_declaration: object) -> None:
        """Stop at a document type, before any entity is declared."""
        raise RefusedError("QA231", actual=part)

    parser.StartDoctypeDeclHandler = refuse
    fed = reached = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk)
            fed += len(chunk)
            # A parser that waits all the same has no place to tell, which is -1; it looks again
            # at twice the bytes, before a tag that ends in time could pass for an endless one.
            reached = max(reached, parser.CurrentByteIndex)
            refuse_over(TAG_BYTES, fed - reached)
            yield chunk
        parser.Parse(*_END)
    except expat.ExpatError as error:
        raise _malformed(part, error.lineno) from None


def _malformed(part: str, line: int) -> RefusedError:
    return RefusedError("QA230", actual=part, details={"line": str(line)})
