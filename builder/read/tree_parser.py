"""A part parsed into a tree without running Python for its elements: for the parts that are large.

The parser that builds trees by itself cannot be watched. It is trusted with small parts of plain
beginning; in all others every chunk is first judged by a parser that builds nothing.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from builder.read.container import Container
from builder.read.limits import TAG_BYTES, Budget
from builder.read.markup import UTF_8, begun, counted, judged, malformed
from builder.read.spared_markup import only_texts

# Behind the beginning of an element no document type may follow.
_PLAIN_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<[A-Za-z]")


def names(namespaces: Iterable[str], name: str) -> frozenset[str]:
    """The tags of elements with that local name, one for each namespace."""
    return frozenset(f"{{{namespace}}}{name}" for namespace in namespaces)


def namespace_of(element: Element) -> str:
    """The namespace of an element, empty where it has none."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def parsed(
    container: Container, part: str, budget: Budget, tree: TreeBuilder, *, texts_only: bool
) -> Iterator[int]:
    """Parse one chunk into the tree at each step, and tell how many bytes it had.

    With ``texts_only`` what is no text, such as a format, may be missing from the tree. Raises
    ``RefusedError`` for a part that is missing (QA232), damaged, not well formed (QA230), has a
    document type (QA231), an endless tag or too many elements (QA222).
    """
    encoding, first, rest = begun(container, part)
    # A tag has no room to be endless in a part that is no larger than the longest one.
    small = container.size_of(part) <= TAG_BYTES.most
    plain = small and encoding == UTF_8 and _PLAIN_BEGINNING.match(first) is not None
    chunks: Iterator[bytes] = chain((first,), rest)
    if texts_only and encoding == UTF_8:
        chunks = only_texts(chunks)
    chunks = counted(container, chunks, budget)
    if not plain:
        _, chunks = judged(part, encoding, chunks)
    parser = XMLParser(target=tree, encoding=encoding)  # noqa: S314 - no document type gets here
    try:
        for chunk in chunks:
            parser.feed(chunk)
            yield len(chunk)
        parser.close()
    except ParseError as error:
        raise malformed(part, error.position[0]) from None
